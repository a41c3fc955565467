"""A résumé that a person wrote for people: PDF, DOCX, text or Markdown, read by structure and rules.

A source gives blocks (`blocks.py`): paragraphs with their look. What is a heading, where an entry begins, and which
words are a name, a role, a place, a date is then told by rules that know nothing of the kind of file.
"""
