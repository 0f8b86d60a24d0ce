"""Prints recall and precision by kind: `python -m tests.summary.proofread.report [-v] [--mutants] [FOLDER…]`.

With ``--mutants`` mistakes are seeded into what holds in the texts, and it is counted how many are caught.
"""

import sys
import time
from collections import Counter

from jingwei.summary.proofread import proofread
from tests.summary.proofread.labels import samples
from tests.summary.proofread.mutants import Mutant, is_caught, mutants
from tests.summary.proofread.scoring import Score, score

SEED = 2013


def main(given: list[str]) -> None:
    """Score the folders named, or all."""
    folders = [one for one in given if not one.startswith("-")]
    if "--mutants" in given:
        report_mutants(mutants(SEED, *folders), is_verbose="-v" in given)
    else:
        report_corpus(folders, is_verbose="-v" in given)


def report_corpus(folders: list[str], *, is_verbose: bool) -> None:
    """What people marked, and what was found of it."""
    total = Score()
    longest = 0.0
    for sample in samples(*folders):
        began = time.perf_counter()
        reading = proofread(sample.text)
        longest = max(longest, time.perf_counter() - began)
        score(sample, reading, total)
    print(
        f"figures {total.found}/{total.figures} found, {total.right_value} with value, {len(total.extra)} extra"
    )
    caught, faults = sum(total.caught.values()), sum(total.faults.values())
    print(
        f"contradictions {caught}/{faults} found, {len(total.false_alarms)} false alarms, {longest * 1000:.0f} ms"
    )
    for kind in sorted(total.faults):
        right = f"{total.caught[kind]}/{total.faults[kind]}"
        print(f"  {kind:<12} {right:>7}, of the same kind {total.same_kind[kind]}")
    if is_verbose:
        for title, lines in vars(total).items():
            if isinstance(lines, list) and lines:
                print(f"-- {title}", *lines, sep="\n  ")


def report_mutants(seeded: list[Mutant], *, is_verbose: bool) -> None:
    """Seeded mistakes by the kind of what they break and by how they were made."""
    seen: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    same: Counter[tuple[str, str]] = Counter()
    missed = []
    for mutant in seeded:
        is_found, is_same = is_caught(mutant)
        for key in ((mutant.kind.value, ""), (mutant.kind.value, mutant.how), ("all", "")):
            seen[key] += 1
            caught[key] += is_found
            same[key] += is_same
        if not is_found:
            missed.append(mutant)
    for kind, how in sorted(seen):
        right = f"{caught[kind, how]}/{seen[kind, how]}"
        print(f"  {kind if not how else '':<12} {how:<10} {right:>8}, of the same kind {same[kind, how]}")
    if is_verbose:
        print("-- missed", *missed, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
