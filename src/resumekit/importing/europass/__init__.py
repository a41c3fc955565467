"""Reader for Europass, in both of its formats: `SkillsPassport` (2013 to 2020) and `Candidate` (since 2020)."""

from .europass_reader import knows, read

__all__ = ["knows", "read"]
