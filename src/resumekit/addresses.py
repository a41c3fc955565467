"""What addresses in a page resolve against: two hosts that never exist.

Their names are reserved for that (RFC 2606). The theming writes them, the typesetter maps them to folders. So no path
of the machine gets into a page, and a résumé gives the same bytes in every folder.
"""

RESUME_HOST = "https://resume.invalid/"
THEME_HOST = "https://theme.invalid/"
