"""What is where: the blocks of a PDF, a Word document or a text, with their position, style and list markers.

Each file format has a module that returns blocks (`blocks.py`); nothing here knows what a résumé is.
"""
