"""Output: write finished bytes to files, completely or not at all.

Takes  bytes, a folder and a name.
Gives  the path of the written file.
Raises OutputError: the folder or the file cannot be written.
Never  leaves a partial file, and never writes outside the folder.
"""

from .file_names import file_stem
from .file_writing import STANDARD_OUTPUT, write

__all__ = ["STANDARD_OUTPUT", "file_stem", "write"]
