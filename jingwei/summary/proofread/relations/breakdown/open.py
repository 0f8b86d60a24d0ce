"""Lists that a rest without a number keeps open: 国家级5家、省级4家,其余为市级."""

from jingwei.summary.proofread.lexicon import lists
from jingwei.summary.proofread.relations.lists import Member

REST_WITHIN = 40  # characters behind a list in which 其余 without a number keeps it open


def leaves_a_rest(members: list[Member]) -> bool:
    """Whether 其余 without a number follows the last member."""
    last = members[-1].slot
    following = last.after()
    if following is None:
        return bool(lists.SPEAKS_OF_REST.search(last.group.words[-1][:REST_WITHIN]))
    return bool(lists.SPEAKS_OF_REST.search(following.between)) and not lists.SPEAKS_OF_REST.search(
        following.lead
    )
