"""The whole log recomputed from its leaves: does everything stored beside them, and every signature, follow from them?

Entries only grow, so what was there at the start is read in batches without holding anybody up.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import BigIntegerField, F, Func, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jingwei.ledger import keys, leaves, notes
from jingwei.ledger.heads import BadCheckpointError, TreeHead
from jingwei.ledger.models import Checkpoint, Entry, Head, Node, Opening
from jingwei.ledger.notes import BadNoteError, Verifier
from jingwei.ledger.terms import LedgerKind
from jingwei.ledger.tree import HASH_SIZE, Frontier, hash_leaf

BATCH = 4096
"""Entries read at once."""
MISSING = bytes(HASH_SIZE)
"""Stands in for the hash of an entry that is gone, so that the rest can still be looked at."""


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it must be: `place` is the table and key, as in ``entry:7``."""

    code: str
    place: str
    message: str | Promise


def verify_everything(progress: Callable[[int, int], None] | None = None) -> Iterator[Finding]:
    """Recompute the log and yield what does not fit; `progress` is told how many of how many entries are done."""
    size, packed = Head.objects.values_list("size", "frontier").first() or (0, b"")
    checkpoints = {row.size: row for row in Checkpoint.objects.all()}
    yield from _surplus(checkpoints)
    frontier, verifiers = Frontier(), list[Verifier]()
    while frontier.size < size:
        end = min(frontier.size + BATCH, size, *(one for one in checkpoints if one > frontier.size))
        yield from _entries(frontier, end, verifiers)
        if end in checkpoints:
            yield from _checkpoint(checkpoints[end], frontier.root, verifiers)
        if progress:
            progress(end, size)
    if packed != frontier.to_bytes():
        yield Finding("head", "head:1", _("The stored state of the tree does not follow from the entries."))


def _surplus(checkpoints: Iterable[int]) -> Iterator[Finding]:
    """Rows beyond the head. One statement sees one state of the database, so nobody appends between its counts."""
    counts = Head.objects.annotate(entries=_count(Entry), nodes=_count(Node)).values_list(
        "size", "entries", "nodes"
    )
    size, entries, nodes = counts.first() or (0, Entry.objects.count(), Node.objects.count())
    if entries != size:
        yield Finding("count", "entry", _("There are more or fewer entries than the head says."))
    if nodes != size - size.bit_count():
        yield Finding("count", "node", _("There are more or fewer tree nodes than the entries make."))
    for one in checkpoints:
        if one > size:
            yield Finding("checkpoint", f"checkpoint:{one}", _("Entries this checkpoint covers are gone."))


def _count(model: type[Entry] | type[Node]) -> Subquery:
    counted = Func(F("pk"), function="COUNT", output_field=BigIntegerField())
    return Subquery(model.objects.order_by().annotate(counted=counted).values("counted"))


def _entries(frontier: Frontier, end: int, verifiers: list[Verifier]) -> Iterator[Finding]:
    """Take the entries up to `end` into the tree, and into `verifiers` the keys they announce."""
    wanted = range(frontier.size, end)
    rows = {row.index: row for row in Entry.objects.filter(index__gte=wanted.start, index__lt=end)}
    openings = defaultdict[int, list[Opening]](list)
    for opening in Opening.objects.filter(entry_id__gte=wanted.start, entry_id__lt=end):
        openings[opening.entry_id].append(opening)
    nodes: dict[int, bytes] = {}
    for index in wanted:
        row = rows.get(index)
        if row is None:
            yield Finding("entry", f"entry:{index}", _("The entry is missing."))
        else:
            yield from _entry(row, openings[index], verifiers)
        made = frontier.append(hash_leaf(row.leaf) if row else MISSING)
        nodes |= {subtree.position: value for subtree, value in made}
    stored = dict(Node.objects.filter(position__in=list(nodes)).values_list("position", "hash"))
    for position in (position for position, value in nodes.items() if stored.get(position) != value):
        yield Finding(
            "node", f"node:{position}", _("The tree node does not follow from the entries below it.")
        )


def _entry(row: Entry, openings: list[Opening], verifiers: list[Verifier]) -> Iterator[Finding]:
    place = f"entry:{row.index}"
    if row.leaf_hash != hash_leaf(row.leaf):
        yield Finding("leaf", place, _("The leaf hash is not the hash of the leaf."))
    try:
        members = leaves.read(row.leaf)
    except ValueError:
        yield Finding("leaf", place, _("The leaf is not one this log could have written."))
        return
    columns = {
        "kind": row.kind,
        "subject": row.subject,
        "acted_at": leaves.moment(row.acted_at),
        "appended_at": leaves.moment(row.appended_at),
    }
    if any(members[name] != value for name, value in columns.items()):
        yield Finding("entry", place, _("The columns say something else than the leaf."))
    yield from _openings(place, members["commitments"], openings)
    if row.kind == LedgerKind.KEY:
        try:
            verifiers.append(Verifier.parse(members["body"]["key"]))
        except (BadNoteError, LookupError, TypeError, AttributeError):
            yield Finding("key", place, _("The announced key cannot be read."))


def _openings(place: str, commitments: Mapping[str, str], openings: list[Opening]) -> Iterator[Finding]:
    if set(commitments) != {opening.name for opening in openings}:
        yield Finding("opening", place, _("The openings are not those of the commitments in the leaf."))
    for opening in openings:
        if opening.salt is None or opening.value is None:
            continue  # erased: the commitment stays, and nothing is left that it could be held against
        stated = commitments.get(opening.name, "")
        if not leaves.opens(stated, opening.salt, opening.value.encode()):
            yield Finding(
                "opening", f"{place}/{opening.name}", _("The opening is not what was committed to.")
            )


def _checkpoint(row: Checkpoint, root: bytes, verifiers: list[Verifier]) -> Iterator[Finding]:
    place = f"checkpoint:{row.size}"
    try:
        note = notes.parse(row.note.encode())
        notes.verified(note, verifiers)
        stated = TreeHead.parse(note.text)
    except (BadNoteError, BadCheckpointError):
        yield Finding("checkpoint", place, _("It is not a checkpoint signed with an announced key."))
        return
    if (stated.origin, stated.size, stated.root) != (keys.origin(), row.size, row.root):
        yield Finding("checkpoint", place, _("The columns say something else than the signed checkpoint."))
    if stated.root != root:
        yield Finding(
            "checkpoint", place, _("The signed root is not the root of the entries: history was changed.")
        )
