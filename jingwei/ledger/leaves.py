"""What a leaf says: the canonical JSON that is hashed into the tree, and the commitments in it. Pure.

A leaf is read by people who do not trust us, so it holds all it needs: the algorithm, what was done to what,
when it was done and when entered, the public facts, and for each secret SHA-256(salt ‖ canonical value) with
a salt of 32 random bytes.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from jingwei.kernel.canonical import JSON, canonical
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

ALGORITHM = "jingwei-leaf-1/sha-256"
LEAF_LIMIT = 65_535
"""The longest leaf in bytes: the entry bundle of tlog-tiles keeps its length in sixteen bits."""
SALT_SIZE = 32
KIND_LIMIT, SUBJECT_LIMIT, NAME_LIMIT = 80, 120, 100
KIND = re.compile(r"[a-z][a-z0-9_.-]*")
SUBJECT = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*:[^\s]+")


@dataclass(frozen=True)
class Act:
    """One act for the log.

    `subject` is ``<app>.<model>:<pk>``; `body` is public for ever; `secrets` stay with this database.

    `acted_at` is when it happened in the world, which may be long before it is entered.
    """

    kind: str
    subject: str
    body: Mapping[str, JSON]
    acted_at: datetime
    secrets: Mapping[str, JSON] | None = None


class Sealed(NamedTuple):
    """A secret that was committed to: the commitment's two ingredients, `value` as canonical JSON."""

    name: str
    salt: bytes
    value: str


class Leaf(NamedTuple):
    """The bytes of a leaf and the openings of its commitments."""

    data: bytes
    sealed: tuple[Sealed, ...]


def write(act: Act, appended_at: datetime) -> Leaf:
    """The leaf of `act`; InputError for a kind, subject or size it cannot hold, or a time without a zone."""
    _check(act)
    sealed = tuple(_seal(name, value) for name, value in (act.secrets or {}).items())
    data = canonical(
        {
            "algorithm": ALGORITHM,
            "kind": act.kind,
            "subject": act.subject,
            "body": act.body,
            "commitments": {one.name: commitment(one.salt, one.value.encode()) for one in sealed},
            "acted_at": moment(act.acted_at),
            "appended_at": moment(appended_at),
        }
    )
    if len(data) > LEAF_LIMIT:
        raise InputError(
            Text(
                zh=f"{act.kind} {act.subject}：存证内容{len(data)}字节，超过上限{LEAF_LIMIT}字节。"
                "内容较大的，请存入其摘要。",
                en=f"{act.kind} {act.subject}: a log entry of {len(data)} bytes, at most {LEAF_LIMIT} fit. "
                "Enter the digest of large contents instead.",
            )
        )
    return Leaf(data, sealed)


def read(data: bytes) -> dict[str, Any]:
    """The leaf's members by name; raises ValueError for bytes that `write` could not have written."""
    members = json.loads(data)
    expected = {"algorithm", "kind", "subject", "body", "commitments", "acted_at", "appended_at"}
    if not isinstance(members, dict) or set(members) != expected:
        raise ValueError("a leaf has exactly the members " + ", ".join(sorted(expected)))
    if members["algorithm"] != ALGORITHM:
        raise ValueError(f"unknown algorithm {members['algorithm']!r}")
    if not isinstance(members["commitments"], dict):
        raise ValueError("commitments have names")
    if canonical(members) != data:
        raise ValueError("the leaf is not canonical JSON")
    return members


def commitment(salt: bytes, value: bytes) -> str:
    """``sha256:`` and the hexadecimal SHA-256(salt ‖ value); ValueError unless the salt is 32 bytes."""
    if len(salt) != SALT_SIZE:
        raise ValueError(f"a salt is {SALT_SIZE} bytes, not {len(salt)}")
    return "sha256:" + sha256(salt + value).hexdigest()


def opens(stated: str, salt: bytes, value: bytes) -> bool:
    """Whether (salt, value) is what the commitment `stated` stands for."""
    return len(salt) == SALT_SIZE and stated == commitment(salt, value)


def moment(at: datetime) -> str:
    """A time as it is written in a leaf: UTC with microseconds, ``2013-05-06T07:08:09.000000Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _seal(name: str, value: JSON) -> Sealed:
    return Sealed(name, secrets.token_bytes(SALT_SIZE), canonical(value).decode())


def _check(act: Act) -> None:
    if len(act.kind) > KIND_LIMIT or not KIND.fullmatch(act.kind):
        raise _refused("事项类型", "kind", act.kind)
    if len(act.subject) > SUBJECT_LIMIT or not SUBJECT.fullmatch(act.subject):
        raise _refused("对象", "subject", act.subject)
    for name in act.secrets or {}:
        if not 0 < len(name) <= NAME_LIMIT:
            raise _refused("保密项名称", "name of a secret", name)
    if act.acted_at.utcoffset() is None:
        raise _refused("办理时间", "time of the act (it needs a time zone)", act.acted_at.isoformat())


def _refused(zh: str, en: str, value: str) -> InputError:
    return InputError(
        Text(zh=f"存证的{zh}不合格式：{value!r}。", en=f"The log cannot take this {en}: {value!r}.")
    )
