"""Durable keeping. `open_store` gives a store; what every store keeps to is `Store`."""

from __future__ import annotations

from reportedly.store.base import MOST_IDS, Kept, Shown, Store
from reportedly.store.opening import STORES, Opener, open_store

__all__ = ["MOST_IDS", "STORES", "Kept", "Opener", "Shown", "Store", "open_store"]
