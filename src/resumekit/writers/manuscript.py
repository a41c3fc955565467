"""What a writer works from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from resumekit.load import Document
from resumekit.present import ResumeView
from resumekit.schema import Resume
from resumekit.theming import Look, Source, render
from resumekit.typeset import Artifact, Folders, Job, Setting, Typesetter, typeset_here


@dataclass(frozen=True)
class Manuscript:
    """A résumé ready to be written: what it was read from, what it says, and how it is to look.

    `resume` is tailored: in one language, with nothing in it that is not to be seen. `typesetter` sets its page, once,
    for all formats that show it.
    """

    document: Document
    resume: Resume
    view: ResumeView
    look: Look
    typesetter: Typesetter = typeset_here

    @property
    def folders(self) -> Folders:
        """The folders of the résumé and of the theme, which may be read from."""
        return Folders(self.document.folder, self.look.theme.lookup)

    @cached_property
    def source(self) -> Source:
        """The page as HTML."""
        return render(self.view, self.look)

    @cached_property
    def setting(self) -> Setting:
        """The page being set: to look at it begins the work."""
        return self.typesetter(self.source, Job(self.folders))

    @cached_property
    def pdf(self) -> Artifact:
        """The page as a PDF: to look at it waits for the end of the work."""
        return self.setting()
