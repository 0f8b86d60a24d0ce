"""Time grows with length alone: a text some times as long takes as many times as long, give or take the machine."""

import gc
import random
import time
from collections.abc import Callable

import pytest

from jingwei.summary.proofread import proofread
from tests.summary.proofread.test_any_text import FIGURES, PIECES

TIMES, SLACK = 4, 1.6
SHORT, MEGABYTE = 4_000, 350_000  # characters: 1 MB of Chinese text is some 350,000
MOMENT = 0.05  # seconds of processor time; less says nothing about how it grows
BREAKS = set("\n。；;！？")

REPEATED = [
    *(
        "(",
        "()",
        "“",
        "1,",
        "其中",
        "一百",
        "亿",
        "1项(",
        "148项（其中",
        "其中1项",
        "一级1项、",
        "项目:1项",
        "分别增长1%、",
    ),
    *(
        "占1%、",
        "由1家增加到2家,",
        "目标完成100%,",
        "平均每1家",
        "共计5项",
        "1项\n",
        "新列入项目148项,其中国家级19项,",
    ),
    *("全年申请专利7928件,增长3%。", "至2012年累计1家,今年新增2家,累计3家。"),
]


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def mixed(pieces: list[str], length: int) -> str:
    """One giant sentence of pieces in any order."""
    chance = random.Random(2013)
    return "".join(chance.choices([piece for piece in pieces if piece not in BREAKS], k=length))[:length]


def taken(text: str) -> float:
    """Seconds of processor time, without those of the collector, which walks all that the tests have imported."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        proofread(text)
        return time.process_time() - began
    finally:
        gc.enable()


def must_be_linear(text_of: Callable[[int], str], length: int, times: int = TIMES) -> None:
    """Measured again where it looks bad: a busy machine is no quadratic text."""
    while taken(text_of(length)) < MOMENT and length * times < MEGABYTE:
        length *= 2
    for _attempt in range(3):
        less, more = min(taken(text_of(length)) for _ in range(2)), taken(text_of(times * length))
        if more <= times * SLACK * less:
            return
    pytest.fail(
        f"{length} characters take {less:.2f} s, {times} times as many {more:.2f} s: {text_of(40)!r}…"
    )


@pytest.mark.parametrize("piece", REPEATED)
def test_a_piece_repeated(piece: str) -> None:
    must_be_linear(lambda length: repeated(piece, length), SHORT)


@pytest.mark.parametrize("pieces", [PIECES, FIGURES], ids=["pieces", "figures"])
def test_a_giant_sentence(pieces: list[str]) -> None:
    text = mixed(pieces, MEGABYTE)
    must_be_linear(lambda length: text[:length], SHORT)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["(", "1,", "其中1项", "148项（其中", "一级1项、", "新列入项目148项,其中国家级19项,"]
)
def test_a_megabyte(piece: str) -> None:
    must_be_linear(lambda length: repeated(piece, length), MEGABYTE // 8, 8)
