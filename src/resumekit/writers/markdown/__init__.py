"""Markdown: CommonMark that is readable as plain text and that any parser reads back unchanged."""

from .markdown_writer import write

__all__ = ["write"]
