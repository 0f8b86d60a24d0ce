"""Canonical JSON by the rules of RFC 8785 (JCS), without floats, and digests over it.

Two programs that hold the same values write the same bytes. Dates are passed as ISO strings, amounts as int
fen. Floats are refused, since their text differs between languages; integers are exact and refused beyond
±(2^53 - 1), which is as far as every JSON reader agrees (RFC 7493 section 2.2).
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

JSON: TypeAlias = "bool | int | str | list[JSON] | tuple[JSON, ...] | Mapping[str, JSON] | None"

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_SORTING = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, sort_keys=True)

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 100


def canonical(value: JSON) -> bytes:
    """The one UTF-8 text of `value`: no spaces, keys sorted by UTF-16 code units (RFC 8785 section 3.2.3).

    `InputError` names the place (``$.a[0]``) for floats, other types, keys that are not strings,
    integers out of range, lone surrogates, and nesting deeper than 100.
    """
    if _is_simple(value, DEEPEST):
        try:
            return _SORTING.encode(value).encode()
        except UnicodeEncodeError:
            pass  # a lone surrogate: below it is refused by its place
    return _ENCODER.encode(_plain(value, ())).encode()


def digest(value: JSON) -> str:
    """``sha256:`` and the hexadecimal SHA-256 of the canonical text."""
    return digest_of_bytes(canonical(value))


def digest_of_bytes(content: bytes) -> str:
    """``sha256:`` and the hexadecimal SHA-256 of the bytes as they are."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _is_simple(value: Any, depth: int) -> bool:
    """Whether the standard encoder already writes `value` canonically; so it is for nearly all, several times quicker.

    Plain types only, integers in range, keys in ASCII (there, code points and UTF-16 units sort alike).
    """
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        number: int = value
        return -LARGEST_INTEGER <= number <= LARGEST_INTEGER
    if depth == 0:
        return False
    if kind is dict:
        for key, item in value.items():
            if type(key) is not str or not key.isascii() or not _is_simple(item, depth - 1):
                return False
        return True
    if kind is list or kind is tuple:
        return all([_is_simple(item, depth - 1) for item in value])  # noqa: C419 - quicker
    return False


def _plain(value: object, place: tuple[str | int, ...]) -> object:
    """The value checked and rebuilt of plain types, mappings in canonical order."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, place)
    if isinstance(value, int):
        return _integer(value, place)
    if len(place) >= DEEPEST:
        raise _refused(place, "嵌套超过100层", "nested deeper than 100 levels")
    if isinstance(value, Mapping):
        return {key: _plain(item, (*place, key)) for key, item in _sorted(value, place)}
    if isinstance(value, list | tuple):
        return [_plain(item, (*place, index)) for index, item in enumerate(value)]
    if isinstance(value, float):
        raise _refused(place, "不接受浮点数，请用整数或文本", "no floats; use an integer or a string")
    name = type(value).__name__
    raise _refused(place, f"JSON中没有{name}类型", f"JSON has no {name}")


def _sorted(value: Mapping[object, object], place: tuple[str | int, ...]) -> list[tuple[str, object]]:
    items = []
    for key, item in value.items():
        if not isinstance(key, str):
            raise _refused(place, f"键{key!r}不是文本", f"the key {key!r} is not a string")
        items.append((_text(key, place), item))
    # UTF-16 code units, not code points: U+1F600 sorts before U+FB33
    return sorted(items, key=lambda pair: pair[0].encode("utf-16-be"))


def _text(value: str, place: tuple[str | int, ...]) -> str:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise _refused(place, "文本含有不成对的代理码元", "the text holds a lone surrogate") from None
    return str(value)


def _integer(value: int, place: tuple[str | int, ...]) -> int:
    if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
        raise _refused(place, "整数超出±(2^53-1)", "the integer lies beyond ±(2^53-1)")
    return int(value)


def _refused(place: tuple[str | int, ...], zh: str, en: str) -> InputError:
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return InputError(Text(zh=f"不能写成规范JSON，{path}：{zh}。", en=f"Not canonical JSON, {path}: {en}."))
