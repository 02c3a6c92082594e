"""The settings, read once, at the door: defaults, then REPORTEDLY_… in the environment, then the command line."""

from __future__ import annotations

import os
from functools import cache

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from reportedly.errors import BadValue


class Settings(BaseSettings):
    """What a run may cost, and where the ledger is.

    Attributes:
        ledger: Path or URL of the ledger.
        max_bytes: Largest input read, unpacked.
        max_words: Most tokens of one article.
        max_seconds: Longest reading of one article.
        workers: Worker processes that read; each holds a language model (about 300 MB).
    """

    model_config = SettingsConfigDict(env_prefix="REPORTEDLY_", frozen=True, extra="ignore")

    ledger: str = "reportedly.db"
    max_bytes: int = Field(default=20_000_000, gt=0)
    max_words: int = Field(default=50_000, gt=0)
    max_seconds: float = Field(default=120.0, gt=0)
    workers: int = Field(default_factory=lambda: min(4, os.cpu_count() or 1), ge=1)


@cache
def settings() -> Settings:
    """The settings of this process; raises BadValue for one that the environment gives a wrong value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"REPORTEDLY_{'_'.join(map(str, first['loc'])).upper()}"
        raise BadValue(f"{name}={first['input']}", problem=first["msg"][:1].lower() + first["msg"][1:]) from None
