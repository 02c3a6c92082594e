"""Where reading runs: worker processes on this machine, or this process."""

from reportedly.engine.base import Engine, Outcome
from reportedly.engine.inline import Inline
from reportedly.engine.workers import Workers
from reportedly.extract.caps import Caps

__all__ = ["Caps", "Engine", "Inline", "Outcome", "Workers"]
