"""The command line: arguments in, an exit code out.

Takes  the arguments.
Gives  an exit code; results on standard output, progress and problems on standard error.
Raises nothing: expected failures are printed as problems; any other exception is reported as a bug.
Never  contains rules of its own: each command calls the stages.
"""

from .application import run

__all__ = ["run"]
