"""Markdown: CommonMark that reads well as it stands, and that any parser reads back as what it was."""

from .markdown_writer import write

__all__ = ["write"]
