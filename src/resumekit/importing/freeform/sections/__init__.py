"""What each part of a résumé means: blocks are split into sections and entries, and read as the schema's fields.

The blocks of a résumé are split into sections (`section_blocks`), those of a section into entries (`entry_blocks`), and
the head of an entry into its parts (`entry_heads`). A module named after a section of the schema reads that section.
"""
