"""Words in common: two neighbouring characters of one phrase that stand in another."""

from itertools import pairwise

NAME = 2  # characters at the beginning of a name that tell it from its like


def words_shared(words: str, other: str) -> int:
    """How many pairs of neighbours in `words` stand in `other`: all of them where `words` stand there in full."""
    return sum(first + second in other for first, second in pairwise(words))


def shares_a_word(words: str, other: str) -> bool:
    """Whether at least one pair does."""
    return any(first + second in other for first, second in pairwise(words))


def is_called(name: str, words: str) -> bool:
    """Whether `words` speak of what `name` begins with: 高技术制造业 is not 先进制造业, for all they share."""
    return name[:NAME] in words
