"""The image parts of a document: each file is stored once, however often it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart

from resumekit.load import PictureDecodeError
from resumekit.present.view import PictureView
from resumekit.typeset import Folders
from resumekit.typeset.folders import Refused

from .word_pictures import Picture, picture_of

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart
    from docx.shared import Length


class ImageParts:
    """Loads pictures from the résumé's folder and adds them to a document."""

    refused: list[str]
    """The pictures that are missing or unreadable."""

    def __init__(self, part: DocumentPart, folders: Folders) -> None:
        self._part = part
        self._folders = folders
        self._relations: dict[Picture, str] = {}
        self._uses = 0
        self.refused = []

    def load(self, view: PictureView, width: Length) -> Picture | None:
        """Return a picture of the résumé in a format for Word, to be shown at a width; None if it cannot be read."""
        try:
            return picture_of(self._folders.picture(view.file), width)
        except (Refused, PictureDecodeError):
            self.refused.append(view.file)
            return None

    def add(self, picture: Picture) -> tuple[str, int]:
        """Add a picture to the document; return the relation id of its file, and a number for this use of it."""
        self._uses += 1
        if picture not in self._relations:
            name = PackURI(f"/word/media/image{len(self._relations) + 1}.{picture.format}")
            part = ImagePart(name, picture.media_type, picture.data)
            self._relations[picture] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._relations[picture], self._uses
