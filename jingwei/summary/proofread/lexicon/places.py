"""Words for the place a report speaks of: the district itself."""

from jingwei.summary.proofread.lexicon.words import any_of, either

WHOLE_PLACE = any_of("全区 全县 全市")
OURS = any_of("我区 我县 我市")
HERE = either(WHOLE_PLACE, "全旗", OURS)
