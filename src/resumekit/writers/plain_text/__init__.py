"""Plain text for web forms: at most 80 columns, and no markup."""

from .plain_text_writer import write

__all__ = ["write"]
