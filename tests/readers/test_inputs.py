from __future__ import annotations

import gzip
import io
import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from reportedly.errors import BrokenInput, EmptyInput, MissingInput, OutsideFolder, TooLarge, UnknownKind
from reportedly.model import Article
from reportedly.readers import Defaults, read_inputs
from tests.readers.builders import told


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str | bytes = "He left.") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*paths: str, max_bytes: int = 100_000, stdin: bytes | None = None) -> list[str]:
    return told(list(read_inputs(paths, max_bytes=max_bytes, stdin=None if stdin is None else io.BytesIO(stdin))))


def test_a_folder_is_read_to_the_bottom_by_name_without_what_is_hidden(folder: Path) -> None:
    for name in ("news/b.txt", "news/a/z.md", "news/a/.hidden.txt", "news/.git/x.txt", "news/c.TXT"):
        write(name)
    assert read("news") == ["news/a/z.md: He left.", "news/b.txt: He left.", "news/c.TXT: He left."]
    assert read("news/.git/x.txt") == ["news/.git/x.txt: He left."]


def test_what_is_named_is_read_in_the_order_it_is_named(folder: Path) -> None:
    write("b.txt")
    write("a.txt")
    assert read("b.txt", "-", "a.txt", stdin=b"She left.") == ["b.txt: He left.", "None: She left.", "a.txt: He left."]


def test_the_bad_are_named_and_the_rest_is_read(folder: Path) -> None:
    write("news/1.txt")
    write("news/2.png", b"\x89PNG")
    write("news/3.txt", b"%PDF-1.7")
    write("news/4.txt", "")
    write("news/5.txt", "x" * 1_001)
    write("news/6.txt.gz", b"no gzip")
    write("news/7.html", "<b>" * 300)
    write("news/8.txt")
    assert read("news", "gone.txt", max_bytes=1_000) == [
        "news/1.txt: He left.",
        "UnknownKind news/2.png",
        "NotText news/3.txt",
        "EmptyInput news/4.txt",
        "TooLarge news/5.txt",
        "BrokenInput news/6.txt.gz",
        "TooDeep news/7.html",
        "news/8.txt: He left.",
        "MissingInput gone.txt",
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["news/a.txt", "news/b.txt"]),
        ("news/?.md", ["news/c.md"]),
        ("news/[ab].txt", ["news/a.txt", "news/b.txt"]),
        ("news/**/*.txt", ["news/a.txt", "news/b.txt", "news/deep/er/d.txt"]),
        ("n*", ["news/a.txt", "news/b.txt", "news/c.md", "news/deep/er/d.txt"]),
        ("**/er", ["news/deep/er/d.txt"]),
    ],
)
def test_a_pattern_names_what_it_matches(folder: Path, pattern: str, found: list[str]) -> None:
    for name in ("news/b.txt", "news/a.txt", "news/c.md", "news/.h.txt", "news/deep/er/d.txt"):
        write(name)
    assert read(pattern) == [f"{name}: He left." for name in found]


def test_a_pattern_that_matches_nothing_is_named(folder: Path) -> None:
    assert read("news/*.txt") == ["MissingInput news/*.txt"]


def test_a_file_with_the_signs_of_a_pattern_in_its_name_is_itself(folder: Path) -> None:
    write("what[1]?.txt")
    write("what1x.txt")
    assert read("what[1]?.txt") == ["what[1]?.txt: He left."]


def test_links_do_not_lead_out_of_the_folder_given(folder: Path) -> None:
    write("outside/secret.txt")
    write("news/a.txt")
    write("news/sub/b.txt")
    os.symlink("../outside/secret.txt", "news/c.txt")
    os.symlink("../outside", "news/d")
    os.symlink("a.txt", "news/e.txt")
    os.symlink("sub", "news/f")
    os.symlink("..", "news/sub/up")
    os.symlink("nowhere.txt", "news/g.txt")
    os.symlink("h.txt", "news/h.txt")
    expected = [
        "news/a.txt: He left.",
        "OutsideFolder news/c.txt",
        "OutsideFolder news/d",
        "news/e.txt: He left.",
        "MissingInput news/g.txt",
    ]
    found = read("news")
    assert found[:5] == expected
    assert found[5:] == ["BrokenInput news/h.txt", "news/sub/b.txt: He left."]
    assert read("news/[cd]*") == ["OutsideFolder news/c.txt", "OutsideFolder news/d"]


def test_a_link_named_by_itself_is_followed(folder: Path) -> None:
    write("outside/secret.txt")
    os.symlink("outside", "news")
    os.symlink("outside/secret.txt", "link.txt")
    assert read("news", "link.txt") == ["news/secret.txt: He left.", "link.txt: He left."]


def test_pipes_devices_and_sockets_are_refused_without_waiting(folder: Path) -> None:
    os.mkfifo("pipe.txt")
    os.symlink("/dev/zero", "zero.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert read("pipe.txt", "zero.txt", "socket.txt") == [
            "UnknownKind pipe.txt",
            "UnknownKind zero.txt",
            "UnknownKind socket.txt",
        ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_what_may_not_be_read_is_named(folder: Path) -> None:
    write("news/a.txt").chmod(0)
    write("news/deep/b.txt").parent.chmod(0)
    try:
        assert read("news") == ["BrokenInput news/a.txt", "BrokenInput news/deep"]
    finally:
        Path("news/deep").chmod(0o700)


def test_names_that_no_system_takes_are_missing(folder: Path) -> None:
    assert read("a\0b.txt") == ["MissingInput a\ufffdb.txt"]
    [found] = list(read_inputs(["x" * 5_000 + ".txt"]))
    assert isinstance(found, MissingInput)


def test_a_name_that_is_no_text_is_stored_as_text(folder: Path) -> None:
    try:
        Path(os.fsdecode(b"caf\xe9.txt")).write_text("He left.")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    [found] = list(read_inputs(["."]))
    assert isinstance(found, Article)
    assert found.path == "caf\ufffd.txt"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.md.GZ", "a.jsonl.gz", "a.html.gz"])
def test_any_kind_may_be_packed(folder: Path, name: str) -> None:
    content = {"a.jsonl.gz": '{"text": "He left."}', "a.html.gz": "<article><p>He left.</p></article>"}.get(
        name, "He left."
    )
    packed = gzip.compress(content.encode())
    write(name, packed)
    [found] = list(read_inputs([name]))
    assert isinstance(found, Article)
    assert found.text == "He left."


def test_a_packed_article_is_the_same_as_the_unpacked(folder: Path) -> None:
    write("a.txt")
    write("a.txt.gz", gzip.compress(b"He left."))
    plain, packed = list(read_inputs(["a.txt", "a.txt.gz"]))
    assert isinstance(plain, Article)
    assert isinstance(packed, Article)
    assert (plain.id, plain.digest) == (packed.id, packed.digest)


def test_members_one_after_another_and_zeros_behind_are_read(folder: Path) -> None:
    write("a.txt.gz", gzip.compress(b"He left. ") + gzip.compress(b"She left.") + b"\0" * 512)
    assert read("a.txt.gz") == ["a.txt.gz: He left. She left."]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (gzip.compress(b"He left." * 100)[:-9], "cut short"),
        (gzip.compress(b"He left.")[:-4] + b"oops", "gzip"),
        (gzip.compress(b"He left.") + b"rest", "gzip"),
        (b"He left.", "gzip"),
    ],
)
def test_a_damaged_gzip_file_is_named(folder: Path, content: bytes, problem: str) -> None:
    write("a.txt.gz", content)
    [found] = list(read_inputs(["a.txt.gz"]))
    assert isinstance(found, BrokenInput)
    assert problem in found.problem


def test_a_bomb_is_refused_before_it_fills_the_memory(folder: Path) -> None:
    write("bomb.txt.gz", gzip.compress(b"0" * 60_000_000))
    tracemalloc.start()
    try:
        [found] = list(read_inputs(["bomb.txt.gz"], max_bytes=1_000_000))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(found, TooLarge)
    assert peak < 4_000_000


def test_thousands_of_empty_members_are_refused(folder: Path) -> None:
    write("many.txt.gz", gzip.compress(b"") * 20_000)
    [found] = list(read_inputs(["many.txt.gz"]))
    assert isinstance(found, TooLarge)


def test_packed_twice_is_of_unknown_kind(folder: Path) -> None:
    write("a.txt.gz.gz", gzip.compress(gzip.compress(b"He left.")))
    [found] = list(read_inputs(["a.txt.gz.gz"]))
    assert isinstance(found, UnknownKind)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"He left.", "He left."),
        (gzip.compress(b"He left."), "He left."),
        (b'\n{"text": "He left."}\n', "He left."),
        (b'{\n"text":\n"He left."\n}\n', "He left."),
        (b"<!doctype html><title>x</title><article><p>He left.</p></article>", "He left."),
        ("\ufeffHe left.".encode("utf-16-le"), "He left."),
        (b"{He left.}", "{He left.}"),
    ],
)
def test_standard_input_is_known_by_what_it_holds(content: bytes, text: str) -> None:
    assert read("-", stdin=content) == [f"None: {text}"]


def test_standard_input_has_the_same_limits() -> None:
    assert read("-", stdin=b"x" * 1_001, max_bytes=1_000) == ["TooLarge -"]
    assert read("-", stdin=gzip.compress(b"x" * 1_001), max_bytes=1_000) == ["TooLarge -"]
    assert read("-", stdin=b"") == ["EmptyInput -"]
    assert read("-") == ["MissingInput -"]


def test_documents_are_read_one_at_a_time(folder: Path) -> None:
    write("a.txt")
    write("b.txt")
    found = read_inputs(["a.txt", "b.txt"])
    next(found)
    Path("b.txt").unlink()
    assert isinstance(next(found), MissingInput)


def test_errors_say_what_where_and_what_now(folder: Path) -> None:
    write("news/a.xyz")
    os.symlink("/etc/hostname", "news/b.txt")
    [unknown, outside] = list(read_inputs(["news"]))
    assert isinstance(unknown, UnknownKind)
    assert isinstance(outside, OutsideFolder)
    assert str(outside) == "news/b.txt: a link out of the folder; name its target to read it"
    write("empty.txt", " \n")
    [empty] = list(read_inputs(["empty.txt"], defaults=Defaults(outlet="x")))
    assert isinstance(empty, EmptyInput)
