"""Who the résumé is about."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Image, Pair
from .model import Model
from .text import Blocks, Email, Plain, Switch, Tags, Text, Url


class Location(Model):
    """Where the person lives, as exactly as they want to say."""

    shorthand: ClassVar = "city"

    address: Text | None = Field(
        None, description="Street and number; lines as on an envelope.", examples=["1 Example Street"]
    )
    postal_code: Plain | None = Field(None, description="As the post writes it.", examples=["N1 9GU"])
    city: Text | None = Field(None, description="The town.", examples=["London"])
    region: Text | None = Field(None, description="The state, county or canton.", examples=["Greater London"])
    country_code: Plain | None = Field(
        None, description="Two letters of ISO 3166; printed as the name of the country.", examples=["GB"]
    )


class Profile(Model):
    """An account on a network."""

    network: Plain | None = Field(None, description="The name of the network.", examples=["GitHub"])
    username: Plain | None = Field(None, description="The name that one has there.", examples=["ada-example"])
    url: Url | None = None
    tags: Tags = ()
    private: Switch = False


class Basics(Model):
    """The head of the page."""

    former_names: ClassVar = {"picture": "image", "website": "url"}

    name: Text | None = Field(None, description="The full name.", examples=["Ada Example"])
    label: Text | None = Field(None, description="What the person is, in a few words.", examples=["Software Engineer"])
    image: Image | None = Field(None, description="A portrait.", examples=["portrait.jpg"])
    email: Email | None = None
    phone: Plain | None = Field(
        None, description="The number, with the code of the country.", examples=["+44 20 7946 0000"]
    )
    url: Url | None = None
    summary: Blocks | None = Field(
        None,
        description="The person in two or three sentences; paragraphs and lists may stand in it.",
        examples=["Engineer with a taste for proofs."],
    )
    location: Location | None = Field(
        None, description="Where the person lives: as exactly as they like, or the town alone.", examples=["London"]
    )
    profiles: tuple[Profile, ...] = Field((), description="Accounts on networks.")
    facts: tuple[Pair, ...] = Field((), description="Other facts for the head of the page, each with a label.")
