"""Text as it is really typed: odd spaces, invisible characters, private glyphs, garbled text, words for nothing."""

import re
import unicodedata
from typing import NamedTuple

from jingwei.documents.checking.verdicts import Finding, found
from jingwei.kernel.text import Text

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f]")
_ODD_SPACES = re.compile("[\u3000\u00a0\u2007\u2009\u202f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SUSPECT = re.compile("[\u00c0-\u00ff\u0152-\u02dc\u2013-\u2122\ufffd]|锟斤拷|烫烫烫|屯屯屯|锛|銆|鐨|涓")
_CP1252 = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(256)}
_NOTHING = frozenset(
    {
        "无",
        "暂无",
        "没有",
        "/",
        "\\",
        "-",
        "—",
        "——",
        "－",
        "–",
        "--",
        "n/a",
        "N/A",
        "#N/A",
        "空",
        "null",
        "NULL",
    }
)
DANGEROUS = "=+-@\t\r＝＋－＠"
ESCAPED = re.compile(f"'+[{re.escape(DANGEROUS)}]")


class Cleaned(NamedTuple):
    """Text made clean, and what was done or found."""

    text: str
    findings: tuple[Finding, ...] = ()


def clean(raw: str) -> Cleaned:
    """`raw` without spaces at its ends, odd spaces made plain, invisible characters gone; every change is a finding."""
    if raw.isascii() and raw.isprintable() and raw == raw.strip():
        return Cleaned(raw)
    findings: list[Finding] = []
    text, count = _INVISIBLE.subn("", raw)
    if count:
        names = "、".join(sorted({f"U+{ord(match):04X}" for match in _INVISIBLE.findall(raw)}))
        findings.append(found("N-INVISIBLE", count=count, names=names))
    spaced = _ODD_SPACES.sub(" ", text).strip()
    if spaced != text:
        findings.append(found("N-SPACE", after=spaced))
    garbled = _garbled(spaced) if _SUSPECT.search(spaced) else None
    if garbled:
        return Cleaned(spaced, (*findings, garbled))
    for code, pattern in (("E-PUA", _PRIVATE), ("E-CHAR", _CONTROL)):
        if match := pattern.search(spaced):
            findings.append(found(code, position=match.start() + 1, code=f"U+{ord(match[0]):04X}"))
    return Cleaned(spaced, tuple(findings))


def is_nothing(text: str) -> bool:
    """Whether `text` is a word people write for “no value”."""
    return text in _NOTHING


def unescape(text: str) -> str:
    """The text behind an apostrophe that keeps it from being a formula (the inverse of `exporting.escape`)."""
    return text[1:] if ESCAPED.match(text) else text


def _garbled(text: str) -> Finding | None:
    """A finding where `text` was decoded by the wrong table; the guess is told, never used."""
    if "\ufffd" in text or "锟斤拷" in text:
        return found("E-MOJIBAKE", guess="")
    for back in (_as_cp1252, _as_gb18030):
        guess = back(text)
        if guess and guess != text and _is_chinese(guess):
            return found("E-MOJIBAKE", guess=Text(f"，原文可能是“{guess}”", f"; it may have been “{guess}”"))
    return None


def _as_cp1252(text: str) -> str:
    try:
        return bytes(_CP1252[character] for character in text).decode("utf-8", "ignore")
    except KeyError:
        pieces = re.findall("[\u0080-\u00ff\u0152-\u02dc\u2013-\u2122]{3,}", text)
        return "".join(_as_cp1252(piece) for piece in pieces if piece != text)


def _as_gb18030(text: str) -> str:
    try:
        raw = text.encode("gb18030")
        guess = raw.decode("utf-8", "ignore")
    except UnicodeError:
        return ""
    return guess if len(guess.encode()) >= len(raw) - 3 and len(guess) >= 2 else ""


def _is_chinese(text: str) -> bool:
    return any("CJK UNIFIED" in unicodedata.name(character, "") for character in text)
