"""Names that may be one: brackets of either width, 有限公司 or 有限责任公司, traditional or simplified characters.

Equal keys are a reason to ask, never to merge.
"""

import re

from jingwei.documents.checking.traditional import SIMPLIFIED
from jingwei.kernel.digits import narrow

_NOISE = re.compile(r"[\s()\[\]【】《》“”\"'·•.,，。、-]")
_LIMITED = re.compile("有限责任公司|股份有限公司|有限公司")


def name_key(name: str) -> str:
    """The key under which names that are nearly equal fall together."""
    text = narrow(name).translate(SIMPLIFIED).casefold()
    return _LIMITED.sub("公司", _NOISE.sub("", text))
