"""The theme contract: rules that every theme has to keep, tested by typesetting sample résumés in it.

Takes  a theming.Theme.
Gives  a ContractReport: problems with their locations in the theme, and what was tested.
Raises ThemeError, TypesetError: the theme is so broken that no page can be typeset, or checked within limits.
Never  judges a style sheet's source: only the boxes on the page, the PDF, and the text extracted from it.
"""

from .isolation import run_isolated_contract
from .runner import RULES, ContractReport, run_contract
from .sample_render import SampleRender
from .samples import SAMPLES

__all__ = ["RULES", "SAMPLES", "ContractReport", "SampleRender", "run_contract", "run_isolated_contract"]
