"""What holds for every reader of the registry; a new one is met here by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import ReadError, SetupError
from reportedly.model import Article, article_id, storable
from reportedly.readers import Reader, all_readers, read_inputs
from tests.readers.builders import NOTHING, document, read_all

READERS = pytest.mark.parametrize("reader", all_readers(), ids=lambda reader: reader.NAME)
FIELDS = ("text", "title", "outlet", "published", "url", "language", "author", "ref", "path")


def sample(reader: Reader, content: bytes | None = None) -> list[Article | ReadError]:
    taken = document(reader.SAMPLE if content is None else content, f"sample{reader.SUFFIXES[0]}")
    assert reader.accepts(taken)
    return list(reader.read(taken, NOTHING))


def check(article: Article) -> None:
    """What every article that comes out must be."""
    for field in FIELDS:
        value = getattr(article, field)
        assert value is None or (value and storable(value) == value), field
    assert article.id == article_id(
        text=article.text, outlet=article.outlet, url=article.url, published=article.published
    )


@READERS
def test_a_reader_reads_its_sample(reader: Reader) -> None:
    found = sample(reader)
    assert found
    for article in found:
        assert isinstance(article, Article)
        check(article)


@READERS
def test_the_same_document_gives_the_same_articles(reader: Reader) -> None:
    assert sample(reader) == sample(reader)


@READERS
def test_a_reader_is_found_by_each_of_its_suffixes(reader: Reader) -> None:
    for suffix in reader.SUFFIXES:
        assert suffix.startswith(".")
        assert suffix == suffix.lower()
        assert any(isinstance(found, Article) for found in read_all(reader.SAMPLE, f"sample{suffix}"))


def test_names_and_suffixes_are_each_taken_once() -> None:
    names = [reader.NAME for reader in all_readers()]
    suffixes = [suffix for reader in all_readers() for suffix in reader.SUFFIXES]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)


@READERS
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_whatever_it_is_given_a_reader_answers_with_articles_or_read_errors(reader: Reader, content: bytes) -> None:
    try:
        found = sample(reader, content)
    except ReadError:
        return
    for one in found:
        assert isinstance(one, Article | ReadError)
        if isinstance(one, Article):
            check(one)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed package of somebody else that brings a reader; its code is for the test to write."""
    about = tmp_path / "tide_tables-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tide-tables\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[reportedly.readers]\ntide = tide_tables_reader\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    all_readers.cache_clear()
    yield tmp_path
    all_readers.cache_clear()
    sys.modules.pop("tide_tables_reader", None)


def test_a_reader_of_another_package_joins(package: Path) -> None:
    (package / "tide_tables_reader.py").write_text(
        "from reportedly.model import make_article\n"
        "NAME, SUFFIXES, SAMPLE = 'tide', ('.tide',), b'High at six.'\n"
        "def accepts(document):\n    return document.suffix == '.tide'\n"
        "def read(document, defaults):\n    yield make_article(document.content.decode(), digest=document.digest)\n"
    )
    (package / "today.tide").write_text("High water at six.")
    [found] = list(read_inputs([str(package / "today.tide")]))
    assert isinstance(found, Article)
    assert found.text == "High water at six."


def test_a_reader_that_cannot_be_loaded_stops_the_run(package: Path) -> None:
    (package / "today.txt").write_text("High water at six.")
    with pytest.raises(SetupError, match="tide"):
        list(read_inputs([str(package / "today.txt")]))
