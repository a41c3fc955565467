"""PDF through LaTeX: a table of engines, and what it takes to run a stranger's program on a résumé.

Takes  a .tex, the pictures and fonts that it names, and an engine of the table.
Gives  an Artifact; the source and the engine's log are there to be kept.
Raises TypesetError: the engine is missing, gave up, or took too long; with places in the résumé or the template.
Never  runs in a folder that outlives the run, with a shell, or with files above that folder.
"""

from .compilation import Compilation
from .engines import ENGINES, Engine, engine_named, install_line, program_of, version_of

__all__ = ["ENGINES", "Compilation", "Engine", "engine_named", "install_line", "program_of", "version_of"]
