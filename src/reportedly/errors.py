"""Everything that can go wrong, as types with attributes.

ReportedlyError
├── ReadError                 one input could not be read; the rest goes on
│   ├── MissingInput          nothing is there
│   ├── UnknownKind           no reader takes it
│   ├── NotText               binary where text was expected
│   ├── EmptyInput            nothing in it to read
│   ├── TooLarge              over the size limit, also once unpacked
│   ├── TooDeep               nested deeper than a reader follows
│   ├── OutsideFolder         a link that leads out of the folder given
│   └── BrokenInput           damaged, or not what its name says
├── ReadingError              an article could not be parsed within its caps; it is kept, unread
│   ├── TooManyWords          more tokens than the cap
│   ├── ReadingTimedOut       longer than the cap
│   └── ReadingCrashed        the worker died
├── LedgerError               the ledger refuses
│   ├── NoSuchId              nothing has this id
│   ├── AmbiguousId           several ids begin like this
│   ├── CannotOpenLedger      not a ledger, or out of reach
│   └── NewerLedger           written by a newer version
├── UsageError                a wrong word from the user
│   ├── BadDate               not a date
│   ├── UnknownField          a field that cannot be corrected
│   └── BadValue              a value that the field cannot take
└── SetupError                the installation is wrong; the run stops
    ├── AlteredModel          the language model's files are not those that were published
    └── MissingExtra          an optional part is not installed
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Something went wrong with `source`: the `problem`, and what to do now (`hint`, may be empty)."""

    problem = "something went wrong"
    hint = ""

    def __init__(self, source: str, *, problem: str | None = None, hint: str | None = None) -> None:
        self.source = source
        self.problem = self.problem if problem is None else problem
        self.hint = self.hint if hint is None else hint
        super().__init__(source, self.problem, self.hint)

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}" + (f"; {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.source, self.problem, self.hint)


def _rebuilt(kind: type[ReportedlyError], source: str, problem: str, hint: str) -> ReportedlyError:
    """The same error again, after it crossed from a worker process."""
    return kind(source, problem=problem, hint=hint)


class ReadError(ReportedlyError):
    """One input could not be read. It is named and passed over; the rest goes on."""


class MissingInput(ReadError):
    """Nothing is there."""

    problem = "no such file or folder"


class UnknownKind(ReadError):
    """No reader takes it."""

    problem = "no reader for this kind of file"
    hint = "see `reportedly read --help` for the kinds that are read"


class NotText(ReadError):
    """Binary where text was expected."""

    problem = "binary, not text"


class EmptyInput(ReadError):
    """Nothing in it to read."""

    problem = "no text in it"


class TooLarge(ReadError):
    """Over the size limit, packed or unpacked."""

    problem = "larger than the limit"
    hint = "raise --max-bytes to read it"


class TooDeep(ReadError):
    """Nested deeper than a reader follows."""

    problem = "nested too deep"


class OutsideFolder(ReadError):
    """A link that leads out of the folder that was given."""

    problem = "a link out of the folder"
    hint = "name its target to read it"


class BrokenInput(ReadError):
    """Damaged, or not what its name says."""

    problem = "damaged"


class ReadingError(ReportedlyError):
    """An article could not be parsed within its caps. It is kept in the ledger, unread."""


class TooManyWords(ReadingError):
    """More tokens than the cap."""

    problem = "more words than the cap"
    hint = "raise --max-words to read it"


class ReadingTimedOut(ReadingError):
    """Reading took longer than the cap."""

    problem = "took longer than the cap"
    hint = "raise --max-seconds to read it"


class ReadingCrashed(ReadingError):
    """The worker process died."""

    problem = "the worker process died while reading"


class LedgerError(ReportedlyError):
    """The ledger refuses."""


class NoSuchId(LedgerError):
    """Nothing in the ledger has this id."""

    problem = "nothing in this ledger has this id"


class AmbiguousId(LedgerError):
    """Several ids begin like this."""

    problem = "several ids begin like this"
    hint = "give more of it"


class CannotOpenLedger(LedgerError):
    """Not a ledger, or out of reach."""

    problem = "cannot be opened as a ledger"


class NewerLedger(LedgerError):
    """Written by a newer version."""

    problem = "written by a newer version of reportedly"
    hint = "upgrade reportedly"


class UsageError(ReportedlyError):
    """A wrong word from the user."""


class BadDate(UsageError):
    """Not a date."""

    problem = "not a date"
    hint = "write YYYY-MM-DD"


class UnknownField(UsageError):
    """A field that cannot be corrected."""

    problem = "not a field that can be corrected"


class BadValue(UsageError):
    """A value that the field cannot take."""

    problem = "not a value this field can take"


class SetupError(ReportedlyError):
    """The installation is wrong. The run stops."""


class AlteredModel(SetupError):
    """The language model's files are not those that were published."""

    problem = "the language model's files differ from the published ones"
    hint = "install reportedly again"


class MissingExtra(SetupError):
    """An optional part is not installed."""

    problem = "an optional part is not installed"
