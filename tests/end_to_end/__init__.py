"""End-to-end tests, from the résumé to the finished file."""
