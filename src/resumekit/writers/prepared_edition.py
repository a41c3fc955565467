"""The input of every writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resumekit.load import Document
from resumekit.present import ResumeView, picture_files
from resumekit.schema import Resume
from resumekit.theming import Design
from resumekit.typeset import Folders


@dataclass(frozen=True, slots=True)
class PreparedEdition:
    """An edition of a résumé, or a letter, ready to be written.

    `document` is the source it was read from. `resume` is tailored: in one language, without anything omitted. `view`
    has the words to print, `design` their theme and paper. It `is_complete` if the source says no more than this
    edition shows: only then may the source itself be attached. `html` is the theme's page, for the formats made from
    it; empty if none is requested. `pictures` are the files of pictures that the edition has under other names. A
    letter `is_letter`.
    """

    document: Document
    resume: Resume
    view: ResumeView
    design: Design
    is_complete: bool = False
    html: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    is_letter: bool = False

    @property
    def folders(self) -> Folders:
        """What a page may read: the pictures that the view names, and the theme's files."""
        files = {name: self.pictures.get(name, name) for name in picture_files(self.view)}
        return Folders(self.document.folder, self.design.theme.lookup, files)
