"""Signed notes, as C2SP's `signed-note` writes them: a text and, below a blank line, who put their name to it. Pure.

Ed25519 alone (signature type 0x01). Signatures by unknown keys are kept and ignored, so that witnesses, other
algorithms and an old key beside a new one can stand on the same note.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
SIGNATURE_LIMIT = 16
"""The most signatures a note may carry here; the format asks that at least as many be accepted."""

_DASH = "— "
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


class BadNoteError(ValueError):
    """A note is not in the format, or the one who should have signed it did not."""


@dataclass(frozen=True)
class Signature:
    """One signature line: the name as written, the key's number, and the signature itself."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True)
class Note:
    """A text, which ends in a newline, and its signatures."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


@dataclass(frozen=True)
class Verifier:
    """A key one trusts: its name and the 32 bytes of an Ed25519 public key."""

    name: str
    public_key: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public_key) != 32:
            raise BadNoteError("an Ed25519 public key is 32 bytes")

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key)."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public_key).digest()[:4]

    def __str__(self) -> str:
        """The key as it is handed out, ``name+id+key``: what other people's programs are configured with."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.public_key).decode()}"

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """The key written by `__str__`; raises BadNoteError."""
        parts = text.split("+", 2)  # base64 may hold a plus, a name never does
        if len(parts) != 3:
            raise BadNoteError("a key reads name+id+key")
        name, key_id, encoded = parts
        decoded = _decode(encoded)
        if decoded[:1] != ED25519:
            raise BadNoteError("not an Ed25519 key")
        verifier = cls(name, decoded[1:])
        if verifier.key_id.hex() != key_id:
            raise BadNoteError("the number of the key does not belong to it")
        return verifier

    def is_author_of(self, signature: Signature) -> bool:
        """Whether a signature line claims to be by this key; another key of the same name or number is another's."""
        return signature.name == self.name and signature.key_id == self.key_id

    def accepts(self, text: str, signature: Signature) -> bool:
        """Whether the signature is by this key and over this text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public_key).verify(signature.value, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A key that can sign, under its name."""

    name: str
    key: Ed25519PrivateKey

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.key.public_key().public_bytes_raw())

    def sign(self, text: str) -> Signature:
        """The signature over a text; the same key and text always give the same signature."""
        return Signature(self.name, self.verifier.key_id, self.key.sign(text.encode()))


def sign(text: str, signers: Sequence[Signer]) -> Note:
    """The text signed by each of 1 to 16 signers; raises BadNoteError for a text a note cannot hold."""
    _check_text(text)
    if not 1 <= len(signers) <= SIGNATURE_LIMIT:
        raise BadNoteError(f"a note carries 1 to {SIGNATURE_LIMIT} signatures")
    return Note(text, tuple(signer.sign(text) for signer in signers))


def parse(data: bytes) -> Note:
    """The note as written; BadNoteError for any other format. Nothing in it may be believed before `verified`."""
    try:
        whole = data.decode()
    except UnicodeDecodeError as error:
        raise BadNoteError("a note is UTF-8") from error
    if not whole.endswith("\n"):
        raise BadNoteError("a note ends in a newline")
    text, blank_line, lines = whole.rpartition("\n\n")
    if not blank_line:
        raise BadNoteError("a blank line stands between text and signatures")
    _check_text(text + "\n")
    signatures = tuple(_signature(line) for line in lines.removesuffix("\n").split("\n"))
    if len(signatures) > SIGNATURE_LIMIT:
        raise BadNoteError(f"a note carries at most {SIGNATURE_LIMIT} signatures")
    return Note(text + "\n", signatures)


def verified(note: Note, verifiers: Sequence[Verifier]) -> list[Verifier]:
    """Those of the trusted keys that signed the note, at least one.

    Raises BadNoteError when none did, or when a signature that claims to be by one of them is not.
    """
    found = []
    for signature in note.signatures:
        for verifier in verifiers:
            if verifier.is_author_of(signature):
                if not verifier.accepts(note.text, signature):
                    raise BadNoteError(f"the signature of {verifier.name} is false")
                found.append(verifier)
    if not found:
        raise BadNoteError("no trusted key signed this note")
    return found


def check_name(name: str) -> None:
    """Raises BadNoteError for a key name that is empty or holds a space, a plus or a control character."""
    if not name or "+" in name or any(sign.isspace() for sign in name) or _CONTROL.search(name):
        raise BadNoteError(f"not the name of a key: {name!r}")


def _check_text(text: str) -> None:
    if not text.endswith("\n") or _CONTROL.search(text):
        raise BadNoteError("the text of a note ends in a newline and holds no other control character")


def _signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise BadNoteError("a signature line reads: em dash, name, base64")
    check_name(name)
    decoded = _decode(encoded)
    if len(decoded) < 5:
        raise BadNoteError("a signature is longer than the number of its key")
    return Signature(name, decoded[:4], decoded[4:])


def _decode(encoded: str) -> bytes:
    try:
        decoded = b64decode(encoded, validate=True)
    except ValueError as error:
        raise BadNoteError("not base64") from error
    if b64encode(decoded).decode() != encoded:  # stray bits at the end would make two texts of one signature
        raise BadNoteError("not base64 as it is written")
    return decoded
