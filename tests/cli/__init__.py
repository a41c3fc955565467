"""The command line: arguments in, an exit code out; results on standard output, problems on standard error."""
