"""Every exception of the package, and the form of a problem found in data.

One root, `TimelineError`; each child also inherits the standard class that a caller would expect, takes the
facts, keeps them as attributes and writes the message itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong at one place: ``file:line: column: what is wrong; what would be right``."""

    file: str
    line: int
    column: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        column = f"{self.column}: " if self.column else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{column}{self.message}{remedy}"


class TimelineError(Exception):
    """Root of all errors that the package raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with message and facts."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[TimelineError], args: tuple[object, ...], facts: dict[str, object]) -> TimelineError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(facts)
    return error


class DataError(TimelineError, ValueError):
    """Data that break their descriptor or contradict each other; keeps every problem of the run."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class DescriptorError(TimelineError, ValueError):
    """A ``datapackage.json`` that cannot be read as one."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class PackageStateError(TimelineError, RuntimeError):
    """Published files that are missing or do not match the descriptor, as an interrupted build leaves them."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}; run `sco-timeline build` to make the published files anew")


class InvalidDateError(TimelineError, ValueError):
    """A text that is no date, or not of the kind asked for: a day, or any of the subset of EDTF that the package takes."""

    DAY = "write a day as YYYY-MM-DD"
    EDTF = "write 2013, 2013-04, 2013-04-26, [2022-09-14..2022-09-16], with ~ behind an approximate and ? behind an uncertain one"

    def __init__(self, text: str, remedy: str = EDTF) -> None:
        self.text, self.remedy = text, remedy
        super().__init__(f"{text!r} is no {'date' if remedy == self.EDTF else 'single day'}; {remedy}")


class AmbiguousNameError(TimelineError, LookupError):
    """Names that several parties bear, with the parties that each can mean."""

    def __init__(self, readings: Mapping[object, Sequence[str]]) -> None:
        self.readings = {name: tuple(targets) for name, targets in readings.items()}
        self.targets = next(iter(self.readings.values()))
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """Return one line a name."""
        return [f"{name!r} can mean {' or '.join(targets)}; use a code" for name, targets in self.readings.items()]


class UnknownNameError(TimelineError, LookupError):
    """Names or codes that cannot be read, all of them, with the nearest known ones."""

    def __init__(
        self,
        what: str,
        names: Sequence[object],
        near: Mapping[object, object] | None = None,
        ambiguous: AmbiguousNameError | None = None,
    ) -> None:
        self.what, self.names, self.near = what, tuple(names), dict(near or {})
        lines = [self._line(name) for name in self.names]
        super().__init__("\n".join(lines + (ambiguous.lines() if ambiguous else [])))

    def _line(self, name: object) -> str:
        if self.what == "party" and isinstance(name, int) and not isinstance(name, bool):
            return f"no party is written {name}; whole numbers are COW codes unless ids= names another system"
        near = self.near.get(name) if isinstance(name, Hashable) else None
        return f"no {self.what} is written {name!r}" + (f"; did you mean {near!r}?" if near is not None else "")


class UnknownChoiceError(TimelineError, ValueError):
    """An argument outside its list of choices."""

    def __init__(self, argument: str, value: object, choices: Sequence[object]) -> None:
        self.argument, self.value, self.choices = argument, value, tuple(choices)
        super().__init__(f"{argument}={value!r} is none of {', '.join(map(str, self.choices))}")


class BadArgumentError(TimelineError, ValueError):
    """Arguments that do not fit each other or the data given."""


class AfterCoverageError(TimelineError, ValueError):
    """A day after `as_of`: the record says nothing of it."""

    def __init__(self, day: object, as_of: object) -> None:
        self.day, self.as_of = day, as_of
        super().__init__(f"{day} is after {as_of}, the day up to which the record was checked")


class UnclearDateError(TimelineError, ValueError):
    """A question whose answer hangs on a date that sources give only coarsely."""

    def __init__(self, party: str, day: object, possible: Sequence[str]) -> None:
        self.party, self.day, self.possible = party, day, tuple(possible)
        super().__init__(
            f"sources do not say whether {party} on {day} was {' or '.join(self.possible)}; "
            'choose when_unclear="earliest", "latest" or "null"'
        )


class MissingDependencyError(TimelineError, ImportError):
    """A library that an optional feature needs and that is not installed."""

    def __init__(self, library: str, feature: str, extra: str) -> None:
        self.library, self.feature, self.extra = library, feature, extra
        super().__init__(f'{feature} needs {library}: python -m pip install "sco-timeline[{extra}]"')
