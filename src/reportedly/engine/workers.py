"""Reading in worker processes, so that one article can take neither the process nor the evening."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from multiprocessing import get_context
from typing import TYPE_CHECKING

from reportedly.engine.base import Outcome, Read, guarded, read_here
from reportedly.errors import ReadingCrashed, ReadingError, ReadingTimedOut
from reportedly.extract.caps import Caps
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

# Articles handed out ahead of the one awaited, for each worker: enough that none idles, few enough for memory.
AHEAD = 4


def warm_up() -> None:
    """Load the language model and the lexicons once, before a worker's first article and outside its time cap."""
    from reportedly.extract.parse import PIPELINES, pipeline

    for language in PIPELINES:
        pipeline(language)
    # What is loaded by now stays: the collector need not go through it again and again while articles are read.
    gc.collect()
    gc.freeze()


def check_models() -> None:
    """Hold every language model against its published hash; raises AlteredModel, MissingExtra.

    Done before any worker starts, to be said once and clearly; in a worker it would look like a crash.
    """
    from reportedly.extract.parse import PIPELINES, checked_model_hash

    for language in PIPELINES:
        checked_model_hash(language)


class Workers:
    """Reads in `count` processes, each article under its caps; a slow or deadly one costs only itself.

    `read` and `prepare`, which a new worker runs first, are functions that a worker can import.
    """

    def __init__(
        self,
        *,
        count: int = 1,
        caps: Caps | None = None,
        read: Read = read_here,
        prepare: Callable[[], None] = warm_up,
    ) -> None:
        self.count = count
        self.caps = caps or Caps()
        self._read = read
        self._prepare = prepare

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Each article with its reading, or with why it could not be read; in the order given.

        No process is started before the first article comes. Raises AlteredModel, MissingExtra.
        """
        from pebble import ProcessPool

        check_models()
        with ProcessPool(max_workers=self.count, initializer=self._prepare, context=get_context("spawn")) as pool:
            try:
                yield from self._outcomes(articles, pool)
            except BaseException:
                # An interrupt, or nobody wants the rest: what is being read is not waited for.
                pool.stop()
                raise

    def _outcomes(self, articles: Iterable[Article], pool: ProcessPool) -> Iterator[Outcome]:
        waiting: deque[tuple[Article, ProcessFuture[Reading]]] = deque()
        for article in articles:
            task = pool.schedule(guarded, args=[self._read, article, self.caps], timeout=self.caps.max_seconds)
            waiting.append((article, task))
            if len(waiting) > self.count * AHEAD:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

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
