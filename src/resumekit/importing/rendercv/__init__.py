"""Reader for RenderCV 2: its sections, its nine entry types, and its design settings."""

from .rendercv_reader import knows, read

__all__ = ["knows", "read"]
