"""The command line: arguments in, an exit code out.

Takes  the arguments.
Gives  an exit code; results on standard output, progress and problems on standard error.
Raises nothing: what goes wrong on purpose is printed as problems; anything else is a bug, and says so.
Never  has rules of its own: each command calls the stages.
"""

from .application import run

__all__ = ["run"]
