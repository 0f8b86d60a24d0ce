"""Invented people for demonstrations: names put together by chance, marked as demonstration data."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from jingwei.registry.models import Employment, Organisation, Person

SURNAMES = "陈王张徐李朱周沈陆俞金章钱马傅孟赵胡骆潘何邵丁阮冯高蒋吴许董"
GIVEN = "建国伟明志强永良海波晓东文斌国平春燕丽娟敏华小红雅琴立新德荣水根柏林云飞思远佳宁嘉禾一鸣子涵"
TITLES = ("高级工程师", "工程师", "正高级工程师", "研究员", "")


def names(random: Random) -> Iterator[str]:
    """Endless invented names of two or three characters."""
    while True:
        given = random.choice(GIVEN) + (random.choice(GIVEN) if random.random() < 0.8 else "")
        yield random.choice(SURNAMES) + given


def invent_people(
    *, random: Random, employers: Sequence[Organisation], position: str = "", since: date | None = None
) -> list[Person]:
    """Make one invented person for each of `employers`, employed there; in the same order, written to the database."""
    chosen = names(random)
    people = Person.objects.bulk_create(
        Person(name=next(chosen), title=random.choice(TITLES), is_demo=True) for _ in employers
    )
    Employment.objects.bulk_create(
        Employment(person=person, organisation=employer, position=position, valid_from=since)
        for person, employer in zip(people, employers, strict=True)
    )
    return people
