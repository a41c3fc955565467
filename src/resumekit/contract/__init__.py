"""The contract of themes: what every theme has to keep, whoever wrote it, proven by setting samples in it.

Takes  a theming.Theme.
Gives  a Verdict: problems with their places in the theme, and what was looked at.
Raises ThemeError, TypesetError: the theme is broken so that no page can be set.
Never  judges by what a style sheet says: only by the boxes on the page, by the PDF, and by what machines read in it.
"""

from .examination import RULES, Verdict, examine
from .samples import SAMPLES
from .trial import Trial

__all__ = ["RULES", "SAMPLES", "Trial", "Verdict", "examine"]
