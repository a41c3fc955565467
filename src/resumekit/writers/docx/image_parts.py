"""The pictures of a document: each file is in it once, however often it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart

from resumekit.present.view import PictureView
from resumekit.typeset import Folders
from resumekit.typeset.folders import Refused

from .word_pictures import Picture, picture_of

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart
    from docx.shared import Length


class Gallery:
    """Takes pictures out of the résumé's folder and into a document."""

    refused: list[str]
    """The pictures that are not there to be read."""

    def __init__(self, part: DocumentPart, folders: Folders) -> None:
        self._part = part
        self._folders = folders
        self._relations: dict[Picture, str] = {}
        self._shown = 0
        self.refused = []

    def fetch(self, view: PictureView, width: Length) -> Picture | None:
        """Return a picture of the résumé, ready for a document that shows it so wide; None if there is none to show."""
        try:
            return picture_of(self._folders.picture(view.file), width)
        except Refused:
            self.refused.append(view.file)
            return None

    def hang(self, picture: Picture) -> tuple[str, int]:
        """Put a picture into the document; return what names its file there, and a number for this showing of it."""
        self._shown += 1
        if picture not in self._relations:
            name = PackURI(f"/word/media/image{len(self._relations) + 1}.{picture.format}")
            part = ImagePart(name, picture.media_type, picture.data)
            self._relations[picture] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._relations[picture], self._shown
