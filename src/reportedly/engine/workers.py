"""Reading in worker processes, so that one article can take neither the process nor the evening."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from multiprocessing import get_context
from typing import TYPE_CHECKING

from reportedly.engine.base import Outcome, guarded
from reportedly.errors import ReadingCrashed, ReadingError, ReadingTimedOut
from reportedly.extract.chain import Caps
from reportedly.extract.parse import PIPELINES, checked_model_hash, pipeline
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from pebble import ProcessFuture

# Articles handed out ahead of the one awaited, for each worker: enough that none idles, few enough for memory.
AHEAD = 4


def warm_up() -> None:
    """Load the language model and the lexicons once, before a worker's first article and outside its time cap."""
    for language in PIPELINES:
        pipeline(language)


class Workers:
    """Reads in `count` processes, each article under its caps; a slow or deadly one costs only itself."""

    def __init__(self, *, count: int = 1, caps: Caps | None = None) -> None:
        self.count = count
        self.caps = caps or Caps()

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Each article with its reading, or with why it could not be read; in the order given.

        Raises AlteredModel, MissingExtra.
        """
        from pebble import ProcessPool

        # Said here, once and clearly; in a worker it would look like a crash.
        for language in PIPELINES:
            checked_model_hash(language)
        waiting: deque[tuple[Article, ProcessFuture[Reading]]] = deque()
        with ProcessPool(max_workers=self.count, initializer=warm_up, context=get_context("spawn")) as pool:
            try:
                for article in articles:
                    task = pool.schedule(guarded, args=[article, self.caps], timeout=self.caps.max_seconds)
                    waiting.append((article, task))
                    if len(waiting) > self.count * AHEAD:
                        yield self._outcome(*waiting.popleft())
                while waiting:
                    yield self._outcome(*waiting.popleft())
            finally:
                if waiting:
                    pool.stop()

    def _outcome(self, article: Article, task: ProcessFuture[Reading]) -> Outcome:
        from pebble import ProcessExpired

        source = article.path or article.id
        try:
            reading: Reading = task.result()
            return article, reading
        except FutureTimeout:
            return article, ReadingTimedOut(source, problem=f"took longer than {self.caps.max_seconds:g} seconds")
        except ProcessExpired as error:
            return article, ReadingCrashed(source, problem=f"the worker process died (exit {error.exitcode})")
        except ReadingError as error:
            return article, error
