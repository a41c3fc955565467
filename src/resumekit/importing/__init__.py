"""Import: résumés from files in other formats, one reader per format.

Takes  an InputFile: a file's name and bytes. Its format is detected from its content.
Gives  an ImportResult: the source to write (resume.yaml or resume.json) and the import report, a list of problems.
Raises LoadError: the format is not supported, the file is broken, or it contains no résumé.
Never  trusts a file: content is counted and measured before it is used, and native libraries read PDFs and Word
       documents in a separate process, so that a crash there does no harm.
"""

from .draft_resume import DraftResume, TracedText, UnmappedValue
from .foreign_source import convert_foreign, read_source
from .import_result import ImportResult
from .input_file import InputFile
from .readers import READERS, import_file

__all__ = [
    "READERS",
    "DraftResume",
    "ImportResult",
    "InputFile",
    "TracedText",
    "UnmappedValue",
    "convert_foreign",
    "import_file",
    "read_source",
]
