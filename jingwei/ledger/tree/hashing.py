"""The two hashes of RFC 6962, section 2.1: a leaf and an inner node can never be mistaken for each other."""

from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()


def hash_leaf(data: bytes) -> bytes:
    """The hash of a leaf holding `data`: SHA-256(0x00 ‖ data)."""
    return sha256(b"\x00" + data).digest()


def hash_children(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256(0x01 ‖ left ‖ right), both exactly 32 bytes.

    Raises ValueError for any other length: with free lengths two different pairs could hash alike.
    """
    if len(left) != HASH_SIZE or len(right) != HASH_SIZE:
        raise ValueError(f"a hash is {HASH_SIZE} bytes, not {len(left)} and {len(right)}")
    return sha256(b"\x01" + left + right).digest()
