"""Readers: a résumé out of a file that is not a source of ours, one module a kind of file.

Takes  an Original: the bytes of a file, told apart by what is in it.
Gives  an Imported: a source to be written, resume.yaml or resume.json, and what became of each value of the file.
Raises LoadError: no reader knows such a file, or it is broken, or holds no résumé.
Never  trusts a file: what is in it is counted and measured before it is used, and a broken one breaks no more than its
       reader's own process.
"""

from .adoption import adopt, load_any
from .draft import Doubt, Draft, Loss, Quote
from .formats import READERS, read
from .imported import Imported
from .original import Original

__all__ = ["READERS", "Doubt", "Draft", "Imported", "Loss", "Original", "Quote", "adopt", "load_any", "read"]
