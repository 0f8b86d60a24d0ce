"""Prints recall and precision by kind: `python -m tests.summary.proofread.report [-v] [FOLDER…]`."""

import sys
import time

from jingwei.summary.proofread import proofread
from tests.summary.proofread.labels import samples
from tests.summary.proofread.scoring import Score, score


def main(given: list[str]) -> None:
    """Score the folders named, or all."""
    total = Score()
    longest = 0.0
    for sample in samples(*[one for one in given if not one.startswith("-")]):
        began = time.perf_counter()
        reading = proofread(sample.text)
        longest = max(longest, time.perf_counter() - began)
        score(sample, reading, total)
    print(f"figures {total.found}/{total.figures} found, {total.right_value} with value, {len(total.extra)} extra")
    caught, faults = sum(total.caught.values()), sum(total.faults.values())
    print(f"contradictions {caught}/{faults} found, {len(total.false_alarms)} false alarms, {longest * 1000:.0f} ms")
    for kind in sorted(total.faults):
        right = f"{total.caught[kind]}/{total.faults[kind]}"
        print(f"  {kind:<12} {right:>7}, of the same kind {total.same_kind[kind]}")
    if "-v" in given:
        for title, lines in vars(total).items():
            if isinstance(lines, list) and lines:
                print(f"-- {title}", *lines, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
