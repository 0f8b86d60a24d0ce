"""Reads the labelled texts of the corpus: 〔text|value|unit|label〕 marks a figure, lines below say what is wrong.

A file opens with `# title:` and `# traps:`; after `---` the text; after a second `---` lines `! kind | labels | why`
for contradictions, and `? kind | labels | why` for places where UNCERTAIN is fine and FAIL is wrong.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_MARK = re.compile(r"〔([^〕]*)〕")


@dataclass(frozen=True)
class Labelled:
    """One figure as a person marked it; `doubtful` counts neither way."""

    text: str
    start: int
    end: int
    low: Fraction
    high: Fraction
    unit: str
    label: str
    doubtful: bool


@dataclass(frozen=True)
class Fault:
    """A contradiction a person found: its kind and the figures a finding must touch."""

    kind: str
    labels: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Sample:
    """One text of the corpus with its labels."""

    name: str
    text: str
    figures: tuple[Labelled, ...]
    faults: tuple[Fault, ...]
    doubts: tuple[Fault, ...]

    def labelled(self, label: str) -> Labelled:
        """The figure with this label."""
        return next(one for one in self.figures if one.label == label)


def samples(*folders: str) -> list[Sample]:
    """The samples of the folders named, or of all, in order."""
    wanted = folders or tuple(sorted(path.name for path in CORPUS.iterdir() if path.is_dir()))
    return [read(path) for folder in wanted for path in sorted((CORPUS / folder).glob("*.txt"))]


def read(path: Path) -> Sample:
    """One file; raises ValueError for a mark that cannot be read."""
    _head, body, *rest = path.read_text(encoding="utf-8").split("\n---\n")
    body = body.removesuffix("\n---")
    text, figures = _unmarked(body.strip("\n"))
    lines = [line for block in rest for line in block.splitlines()]
    return Sample(
        f"{path.parent.name}/{path.stem}",
        text,
        tuple(figures),
        tuple(_fault(line) for line in lines if line.startswith("!")),
        tuple(_fault(line) for line in lines if line.startswith("?")),
    )


def _unmarked(body: str) -> tuple[str, list[Labelled]]:
    text, figures, place = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[place : mark.start()]
        place = mark.end()
        shown, *more = mark[1].split("|")
        doubtful = shown.startswith("~")
        shown = shown.removeprefix("~")
        start = len(text)
        text += shown
        low, high = _ends(more[0]) if more else (Fraction(0), Fraction(0))
        unit = more[1] if len(more) > 1 else ""
        label = more[2] if len(more) > 2 else ""
        figures.append(Labelled(shown, start, len(text), low, high, unit, label, doubtful))
    return text + body[place:], figures


def _ends(value: str) -> tuple[Fraction, Fraction]:
    low, _, high = value.partition("..")
    return Fraction(low), Fraction(high or low)


def _fault(line: str) -> Fault:
    kind, labels, *why = (part.strip() for part in line[1:].split("|"))
    return Fault(kind, tuple(re.split(r"[,，\s]+", labels)), " | ".join(why))
