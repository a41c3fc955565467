"""The stage tailor: the same résumé, in one language, without what cannot be printed."""
