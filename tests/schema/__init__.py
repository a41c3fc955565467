"""The stage schema: a Document becomes a Resume, or every problem of it at once."""
