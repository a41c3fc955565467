"""Who the résumé is about."""

from __future__ import annotations

from typing import ClassVar

from .entry import Image, Pair
from .model import Model
from .text import Blocks, Email, Plain, Switch, Tags, Text, Url


class Location(Model):
    """Where the person lives, as exactly as they want to say."""

    shorthand: ClassVar = "city"

    address: Text | None = None
    postal_code: Plain | None = None
    city: Text | None = None
    region: Text | None = None
    country_code: Plain | None = None


class Profile(Model):
    """An account on a network."""

    network: Plain | None = None
    username: Plain | None = None
    url: Url | None = None
    tags: Tags = ()
    private: Switch = False


class Basics(Model):
    """The head of the page."""

    former_names: ClassVar = {"picture": "image", "website": "url"}

    name: Text | None = None
    label: Text | None = None
    image: Image | None = None
    email: Email | None = None
    phone: Plain | None = None
    url: Url | None = None
    summary: Blocks | None = None
    location: Location | None = None
    profiles: tuple[Profile, ...] = ()
    facts: tuple[Pair, ...] = ()
