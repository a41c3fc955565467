"""The base URLs of addresses in a page: two hosts that never exist.

Their names are reserved for such uses (RFC 2606). `theming` writes them, and `typeset` maps them to folders. So no path
of the machine gets into a page, and a résumé gives the same bytes in every folder.
"""

RESUME_HOST = "https://resume.invalid/"
THEME_HOST = "https://theme.invalid/"
