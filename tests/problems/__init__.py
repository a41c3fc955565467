"""One bad résumé a file, and beside it what `resumekit validate` says of it."""
