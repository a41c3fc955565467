"""PDF through LaTeX: a table of engines, and the means to run a foreign program on a résumé.

Takes  a .tex, the pictures and fonts that it names, and an engine from the table.
Gives  an Artifact; the source and the engine's log can be kept.
Raises TypesetError: the engine is missing, failed, or took too long; located in the résumé or the template.
Never  runs in a folder that outlives the run, with shell access, or with access to files above that folder.
"""

from .compilation import Compilation
from .engines import ENGINES, Engine, engine_named, install_line, program_of, version_of

__all__ = ["ENGINES", "Compilation", "Engine", "engine_named", "install_line", "program_of", "version_of"]
