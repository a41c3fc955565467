"""What a writer works from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from resumekit.load import Document
from resumekit.present import ResumeView
from resumekit.schema import Resume
from resumekit.theming import Design, Source, render
from resumekit.typeset import Artifact, Folders, Job, Setting, Typesetter, typeset_here

if TYPE_CHECKING:
    from resumekit.typeset.latex import Compilation, Engine

from .fitting import fit_of


@dataclass(frozen=True)
class Manuscript:
    """A résumé ready to be written: what it was read from, what it says, and how it is to look.

    `resume` is tailored: in one language, with nothing in it that is not to be seen. It is `whole` if the document, as
    it was read, says no more than that: only then may it be seen itself. `typesetter` sets the page, once, for all
    formats that show it, unless an `engine` of LaTeX does; `dpi` is for pictures of it.
    """

    document: Document
    resume: Resume
    view: ResumeView
    design: Design
    typesetter: Typesetter = typeset_here
    whole: bool = False
    dpi: int = 150
    engine: Engine | None = None

    @property
    def folders(self) -> Folders:
        """The folders of the résumé and of the theme, which may be read from."""
        return Folders(self.document.folder, self.design.theme.lookup)

    @cached_property
    def source(self) -> Source:
        """The page as HTML."""
        return render(self.view, self.design)

    @property
    def job(self) -> Job:
        """What is asked of the typesetter."""
        pages = self.resume.page.pages if self.resume.page else None
        fit = fit_of(self.design, pages) if pages else None
        if not (self.resume.output and self.resume.output.pdf == "archive"):
            return Job(self.folders, fit=fit)
        from .attachments import attachments_of  # late: most PDFs carry nothing

        return Job(self.folders, archive=True, attachments=attachments_of(self), fit=fit)

    @cached_property
    def compilation(self) -> Compilation | None:
        """The page as an engine of LaTeX sets it, if one is to."""
        if self.engine is None:
            return None
        from resumekit.typeset.latex import Compilation  # late: few pages are set by LaTeX

        from .latex import latex_files

        files = latex_files(self)
        return Compilation(self.engine, files.text, self.document, self.folders, files.pictures, files.refused)

    @cached_property
    def setting(self) -> Setting:
        """The page being set: to look at it begins the work."""
        return self.compilation or self.typesetter(self.source, self.job)

    @cached_property
    def pdf(self) -> Artifact:
        """The page as a PDF: to look at it waits for the end of the work."""
        return self.setting()
