"""Readers: a résumé out of a file that is not a source of ours, one module a kind of file.

Takes  an Original: the bytes of a file, told apart by what is in it.
Gives  an Imported: a source to be written, resume.yaml or resume.json, and what became of each value of the file.
Raises LoadError: no reader knows such a file, or it is broken, or holds no résumé.
Never  trusts a file: what is in it is counted and measured before it is used, and a broken one breaks no more than its
       reader's own process.
"""

from .draft_resume import Doubt, Draft, Loss, Quote
from .foreign_source import adopt, load_any
from .import_result import Imported
from .input_file import Original
from .readers import READERS, read

__all__ = ["READERS", "Doubt", "Draft", "Imported", "Loss", "Original", "Quote", "adopt", "load_any", "read"]
