"""Stage schema: a Document gives a Resume, or all its problems together."""
