"""Where the log stands, and what shows that an entry is in it or that it only grew. Each proof is one query."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.ledger import keys, store, tree
from jingwei.ledger.heads import TreeHead
from jingwei.ledger.models import Checkpoint, Head
from jingwei.ledger.tree import Frontier, Subtree


@dataclass(frozen=True)
class InclusionProof:
    """What shows that an entry with `leaf_hash` is number `index` of the first `size` entries."""

    index: int
    size: int
    leaf_hash: bytes
    hashes: tuple[bytes, ...]


def head() -> TreeHead:
    """How many entries there are now, and their root; not signed."""
    row = Head.objects.first() or Head()
    return TreeHead(keys.origin(), row.size, Frontier.from_bytes(row.size, row.frontier).root)


def inclusion_proof(index: int, size: int | None = None) -> InclusionProof:
    """The proof for entry `index` among the first `size` entries, all by default; InputError for no such entry."""
    size = _at_most_now(size)
    if not 0 <= index < size:
        raise InputError(
            Text(
                zh=f"没有第{index}号存证：所查范围共{size}条，从0起编号。",
                en=f"There is no entry {index}: {size} entries are looked at, numbered from 0.",
            )
        )
    found: dict[Subtree, bytes] = {}

    def read(subtrees: Sequence[Subtree]) -> dict[Subtree, bytes]:
        found.update(read_subtrees([*subtrees, leaf]))
        return found

    leaf = Subtree(0, index)
    hashes = tree.inclusion_proof(index, size, read)
    return InclusionProof(index, size, found[leaf], tuple(hashes))


def consistency_proof(old: int, new: int | None = None) -> tuple[bytes, ...]:
    """The proof that the log of `new` entries (all by default) continues that of its first `old`, or InputError."""
    new = _at_most_now(new)
    if not 0 <= old <= new:
        raise InputError(
            Text(
                zh=f"前后条数应为0至{new}之间由小到大，而不是{old}。",
                en=f"The older size lies between 0 and {new}; {old} does not.",
            )
        )
    return tuple(tree.consistency_proof(old, new, read_subtrees))


def receipt(index: int) -> str:
    """What anyone can check later without us: the entry's proof in the last signed checkpoint, as C2SP's `tlog-proof`.

    Raises InputError when no checkpoint covers the entry yet.
    """
    checkpoint = Checkpoint.objects.filter(size__gt=index).order_by("-size").first() if index >= 0 else None
    if checkpoint is None:
        raise InputError(
            Text(
                zh=f"第{index}号存证尚未列入签名的检查点。请先执行：jingwei ledger checkpoint",
                en=f"No signed checkpoint covers entry {index} yet. Run first: jingwei ledger checkpoint",
            )
        )
    proof = inclusion_proof(index, checkpoint.size)
    lines = [
        "c2sp.org/tlog-proof@v1",
        f"index {index}",
        *(b64encode(value).decode() for value in proof.hashes),
    ]
    return "\n".join([*lines, "", str(checkpoint.note)])


def read_subtrees(subtrees: Sequence[Subtree]) -> dict[Subtree, bytes]:
    """The stored hashes of complete subtrees, leaves among them, in one query."""
    return {
        Subtree.at(position): value
        for position, value in store.hashes_at([one.position for one in subtrees]).items()
    }


def _at_most_now(size: int | None) -> int:
    now = Head.objects.values_list("size", flat=True).first() or 0
    if size is not None and size > now:
        raise InputError(
            Text(zh=f"现有存证{now}条，不足{size}条。", en=f"There are {now} entries now, not {size}.")
        )
    return now if size is None else size
