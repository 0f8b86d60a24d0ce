"""Unified social credit codes, GB 32100-2015: 18 characters of an alphabet without I, O, S, V and Z.

Authority (1), class (2), region (3–8, GB/T 2260), organisation code (9–17, GB 11714), check (18): (31 - Σ
value x 3^(i-1) mod 31) mod 31. The check finds every single wrong character and every swap of neighbours. The
inner check of the organisation code is a warning only: it is not part of GB 32100.
"""

from jingwei.kernel.digits import is_digits, narrow
from jingwei.kernel.identifiers import organisation_code
from jingwei.kernel.identifiers.checked import Checked, Problem, error, note, warning
from jingwei.kernel.identifiers.regions import PROVINCES

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
# GB/T 2260 assigns provinces from 11 to 82 (10: national registrars): no real firm can have this one.
DEMO_REGION = "990000"

_WEIGHTS = tuple(pow(3, index, 31) for index in range(17))
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "Z": "2", "V": "UY"}
_CONFUSED = ("0DQ", "1JLT", "2", "5", "6G", "8B", "UWY", "CG", "EF", "MN", "PR", "KX", "17", "38")
# Which classes each authority registers (GB 32100 table 1, from general knowledge): others are a warning
_CLASSES = {"1": "1239", "5": "1239", "9": "123"}
_AUTHORITIES = "123456789ANY"


def check_character(body: str) -> str:
    """The 18th character for the first 17; they must be of the alphabet."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def check(text: str) -> Checked:
    """The code in normal form (half width, capitals, no spaces or hyphens) and its problems.

    A wrong check character names the suspect position where one likely slip explains it: a look-alike or two
    neighbours swapped, with the inner check agreeing.
    """
    value = normal(text)
    if len(value) != LENGTH:
        return Checked(value, (_wrong_length(value),))
    strange = tuple(
        _strange(value, position) for position, character in enumerate(value) if character not in ALPHABET
    )
    if strange:
        return Checked(value, strange)
    problems = _shape(value)
    if check_character(value[:17]) != value[17]:
        return Checked(value, (*problems, _wrong_check(value)))
    return Checked(value, (*problems, *_inner(value)))


def normal(text: str) -> str:
    """Half width, capitals, without spaces and hyphens."""
    return narrow(text).upper().replace(" ", "").replace("-", "")


def make_uscc(authority: str, entity: str, region: str, serial: int) -> str:
    """A code with valid check characters, for demonstration data: give `DEMO_REGION` as region.

    `serial` (0 to 99,999,999) becomes the body of the organisation code. Raises `ValueError` for anything
    else.
    """
    if not (0 <= serial < 10**8 and is_digits(region) and len(region) == 6):
        raise ValueError(f"no credit code for region {region!r} and serial {serial}")
    if authority not in _AUTHORITIES or entity not in "1239" or len(authority + entity) != 2:
        raise ValueError(f"no such authority and class: {authority!r}, {entity!r}")
    body = f"{serial:08d}"
    first = f"{authority}{entity}{region}{body}{organisation_code.check_character(body)}"
    return first + check_character(first)


def _wrong_length(value: str) -> Problem:
    length = len(value)
    if length == 9:
        return error(
            "这是9位组织机构代码，请填写18位统一社会信用代码。",
            "This is a 9-character organisation code; give the unified social credit code of 18 characters.",
        )
    if length == 15 and is_digits(value):
        return error(
            "这是15位工商注册号，请填写18位统一社会信用代码。",
            "This is a 15-digit business registration number; give the credit code of 18 characters.",
        )
    return error(
        f"统一社会信用代码应为18位，现为{length}位。",
        f"A unified social credit code has 18 characters; this has {length}.",
    )


def _strange(value: str, index: int) -> Problem:
    """A character that is never used, with what it was probably meant to be."""
    character, place = value[index], index + 1
    meant = _LOOKALIKES.get(character, "")
    fitting = [other for other in meant if _is_sound(value[:index] + other + value[index + 1 :])]
    guess = fitting or list(meant)
    zh = f"，可能是{'或'.join(guess)}" if guess else ""
    en = f"; it may be {' or '.join(guess)}" if guess else ""
    return error(
        f"第{place}位的“{character}”不会出现在代码中{zh}。",
        f"“{character}” at position {place} is never used{en}.",
        place,
    )


def _wrong_check(value: str) -> Problem:
    slips = _likely_slips(value)
    if len(slips) == 1:
        place, meant_zh, meant_en = slips[0]
        return error(
            f"校验不符：第{place}位可疑，{meant_zh}。",
            f"The check fails: position {place} is suspect; {meant_en}.",
            place,
        )
    expected = check_character(value[:17])
    return error(
        f"校验不符：按前17位，第18位应为{expected}，现为{value[17]}；请核对全码。",
        f"The check fails: by the first 17, character 18 should be {expected}, not {value[17]}; compare all.",
        LENGTH,
    )


def _likely_slips(value: str) -> list[tuple[int, str, str]]:
    """Single look-alikes and swaps of neighbours that make both checks agree."""
    slips = []
    for index, character in enumerate(value):
        for group in _CONFUSED:
            for other in group if character in group else "":
                if other != character and _is_sound(value[:index] + other + value[index + 1 :]):
                    slips.append((index + 1, f"可能是{other}", f"it may be {other}"))
    for index in range(LENGTH - 1):
        swapped = value[:index] + value[index + 1] + value[index] + value[index + 2 :]
        if swapped != value and _is_sound(swapped):
            pair = value[index + 1] + value[index]
            slips.append(
                (index + 1, f"可能与下一位颠倒（{pair}）", f"it may be swapped with the next ({pair})")
            )
    return slips


def _is_sound(value: str) -> bool:
    return (
        all(character in ALPHABET for character in value)
        and is_digits(value[2:8])
        and check_character(value[:17]) == value[17]
        and organisation_code.check_character(value[8:16]) == value[16]
    )


def _shape(value: str) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    authority, entity, region = value[0], value[1], value[2:8]
    if authority not in _AUTHORITIES:
        problems.append(
            warning(
                f"第1位登记管理部门“{authority}”未知。",
                f"The authority “{authority}” at position 1 is unknown.",
                1,
            )
        )
    elif entity not in _CLASSES.get(authority, "19"):
        problems.append(
            warning(
                f"第2位机构类别“{entity}”与登记部门不符。",
                f"The class “{entity}” at position 2 does not go with its authority.",
                2,
            )
        )
    letters = [index for index, character in enumerate(region) if not character.isdecimal()]
    if letters:
        place = letters[0] + 3
        problems.append(
            error(
                f"第{place}位应为数字（第3—8位为行政区划码）。",
                f"Position {place} must be a digit (3–8 are the region).",
                place,
            )
        )
    elif region == DEMO_REGION:
        problems.append(
            note(
                "演示用代码：行政区划码990000不会分配。",
                "A demonstration code: region 990000 is never assigned.",
                3,
            )
        )
    elif region[:2] not in PROVINCES and region != "100000":
        problems.append(
            warning(
                f"第3—8位行政区划码{region}不存在。", f"Region {region} at positions 3–8 does not exist.", 3
            )
        )
    return tuple(problems)


def _inner(value: str) -> tuple[Problem, ...]:
    expected = organisation_code.check_character(value[8:16])
    if value[16] == expected:
        return ()
    return (
        warning(
            f"第9—17位组织机构代码校验不符：第17位应为{expected}。",
            f"The organisation code at 9–17 fails its own check: position 17 should be {expected}.",
            17,
        ),
    )
