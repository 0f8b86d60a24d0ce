"""What a cell's reader must know beyond the cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from jingwei.documents.checking.verdicts import Finding
from jingwei.documents.shapes import Column


class Reading(NamedTuple):
    """What a cell became; `value` is None where there is none. `foreign`: its unit is not the head's."""

    value: Any
    findings: tuple[Finding, ...] = ()
    foreign: bool = False


@dataclass(frozen=True)
class Context:
    """A column as it stands in this file. `unit` is what bare numbers are in; `says_percent`: the head has a % sign."""

    column: Column
    unit: str = ""
    is_head_unit: bool = False
    says_percent: bool = False
    is_1904: bool = False
    is_text_file: bool = False
    today: date = date(2100, 12, 31)
    choices: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)  # folded spelling -> accepted spelling
