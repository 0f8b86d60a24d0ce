"""What the proofreader gives: figures, relations between them, findings about the relations."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from jingwei.kernel.text import Text
from jingwei.summary.proofread.intervals import Interval

_UNSAID = Text("", "")


class Status(StrEnum):
    """What was found out about a relation, worst first."""

    FAIL = "FAIL"  # no reading of the passage holds
    UNCERTAIN = "UNCERTAIN"  # one reading holds and another does not
    PASS = "PASS"  # noqa: S105 - a verdict, no secret
    NOT_ASSESSABLE = "NOT_ASSESSABLE"  # the passage does not say enough to check


class Kind(StrEnum):
    """What a relation says of its figures."""

    SUM = "sum"  # a closed list and its total
    SUBSET = "subset"  # an open list, or 其中, and its whole
    SHARE = "share"  # 占 %
    GROWTH = "growth"  # %, 倍, 番, 增加 N
    CUMULATIVE = "cumulative"  # previous + this year
    TARGET = "target"  # 完成 P %, 超额
    REPEAT = "repeat"  # the same fact twice
    UNIT = "unit"  # parts counted in another unit than the whole
    MEASURE = "measure"  # the text against the records of the house


class Hedge(StrEnum):
    """What a word beside a number promises about the true value v against the number said s."""

    NEARLY = "nearly"  # 近: v <= s, equality allowed
    UNDER = "under"  # 不足: v < s
    ABOUT = "about"  # 约, 左右: around s
    OVER = "over"  # 超, 逾, 多, 余: v > s
    AT_LEAST = "at least"  # 以上, 不少于: v >= s


@dataclass(frozen=True)
class Figure:
    """One number with its unit as it stands in the text.

    `start` and `end` count characters of the text as read; `low` and `high` are the value in base units (元, 平方米,
    percentages as printed), equal unless a range was printed. `true` are the values the print allows: half a unit of
    the last printed digit, widened by the hedge.
    """

    text: str
    start: int
    end: int
    low: Fraction
    high: Fraction
    unit: str
    hedge: Hedge | None
    true: Interval
    subject: str = ""

    @property
    def is_range(self) -> bool:
        """Whether two ends were printed."""
        return self.low != self.high


@dataclass(frozen=True)
class Relation:
    """Figures that must fit one another; indexes into the figures of the text."""

    kind: Kind
    status: Status
    total: int | None = None
    parts: tuple[int, ...] = ()
    rate: int | None = None
    previous: int | None = None
    closed: bool = False
    arithmetic: str = ""
    explanation: Text = _UNSAID
    reasons: tuple[Text, ...] = ()

    @property
    def figures(self) -> tuple[int, ...]:
        """Every figure concerned, in the order of the text, each once."""
        single = [one for one in (self.total, self.rate, self.previous) if one is not None]
        return tuple(sorted({*single, *self.parts}))


@dataclass(frozen=True)
class Finding:
    """A relation with its passage: what a person reads and judges."""

    relation: Relation
    quote: str
    start: int
    end: int
    fingerprint: str

    @property
    def status(self) -> Status:
        """The status of the relation."""
        return self.relation.status

    @property
    def kind(self) -> Kind:
        """The kind of the relation."""
        return self.relation.kind


@dataclass(frozen=True)
class Reading:
    """All that was understood of one text."""

    text: str
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def having(self, status: Status) -> tuple[Finding, ...]:
        """The findings of one status, in the order of the text."""
        return tuple(one for one in self.findings if one.status is status)
