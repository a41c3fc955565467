"""The person the résumé is about."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .entry import Image, Pair
from .model import Model
from .scalar_types import Blocks, Email, Plain, Switch, Tags, Text, Url


class Location(Model):
    """Where the person lives, in as much detail as they want to give."""

    shorthand: ClassVar = "city"

    address: Text | None = Field(
        None, description="Street and number, in lines as on an envelope.", examples=["1 Example Street"]
    )
    postal_code: Plain | None = Field(None, description="Postal code.", examples=["N1 9GU"])
    city: Text | None = Field(None, description="City or town.", examples=["London"])
    region: Text | None = Field(None, description="State, county or canton.", examples=["Greater London"])
    country_code: Plain | None = Field(
        None, description="Two-letter ISO 3166 code; printed as the country's name.", examples=["GB"]
    )


class Profile(Model):
    """An account on a social network or website."""

    network: Plain | None = Field(None, description="Name of the network.", examples=["GitHub"])
    username: Plain | None = Field(None, description="User name on the network.", examples=["ada-example"])
    url: Url | None = None
    tags: Tags = ()
    private: Switch = False


class Basics(Model):
    """Name, contact details and summary, which are printed at the head of the page."""

    former_names: ClassVar = {"picture": "image", "website": "url"}

    name: Text | None = Field(None, description="Full name.", examples=["Ada Example"])
    label: Text | None = Field(None, description="Job title or profession.", examples=["Software Engineer"])
    image: Image | None = Field(None, description="Portrait.", examples=["portrait.jpg"])
    email: Email | None = None
    phone: Plain | None = Field(None, description="Phone number with country code.", examples=["+44 20 7946 0000"])
    url: Url | None = None
    summary: Blocks | None = Field(
        None,
        description="Summary of the person in two or three sentences; may contain paragraphs and lists.",
        examples=["Engineer with a taste for proofs."],
    )
    location: Location | None = Field(
        None, description="Where the person lives, in as much detail as wanted, or just the city.", examples=["London"]
    )
    profiles: tuple[Profile, ...] = Field((), description="Accounts on social networks and websites.")
    facts: tuple[Pair, ...] = Field((), description="Other facts for the header, each with a label.")
