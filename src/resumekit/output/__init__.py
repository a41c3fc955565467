"""Stage 8, output: put finished bytes into files, whole or not at all.

Takes  bytes, a folder and a name.
Gives  the path of the written file.
Raises OutputError: the folder or the file cannot be written.
Never  leaves half a file, and never writes outside the folder.
"""

from .names import file_stem
from .writing import STANDARD_OUTPUT, write

__all__ = ["STANDARD_OUTPUT", "file_stem", "write"]
