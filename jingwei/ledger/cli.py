"""The log from the command line: check all of it, give out a proof, sign where it stands."""

import json as json_format
import sys
from argparse import ArgumentParser
from base64 import b64encode

from django.utils.translation import gettext as _

from jingwei.kernel.command import FINDINGS, FINE, Command
from jingwei.kernel.text import Text
from jingwei.ledger import actions, keys, queries


def verify(*, json: bool) -> int:
    """Recompute the whole log and print what does not fit; 0 when all fits, 1 with findings."""
    findings = list(queries.verify_everything(_show_progress))
    head = None if findings else queries.head()  # a root of what does not fit would mean nothing
    if json:
        listed = [{"code": one.code, "place": one.place, "message": str(one.message)} for one in findings]
        state = {"entries": head.size, "root": _base64(head.root)} if head else {}
        _print_json({**state, "findings": listed})
        return FINDINGS if findings else FINE
    for one in findings:
        print(f"{one.place}: {one.message}")
    if head:
        print(
            _("Everything fits. Entries: %(size)s, root: %(root)s")
            % {"size": head.size, "root": _base64(head.root)}
        )
        return FINE
    print(_("Findings: %(count)s.") % {"count": len(findings)})
    return FINDINGS


def proof(*, index: int, size: int | None, json: bool) -> int:
    """Print the receipt of an entry in the last checkpoint or, as JSON, its proof among the first `size` entries."""
    if not json and size is None:
        sys.stdout.write(queries.receipt(index))
        return FINE
    found = queries.inclusion_proof(index, size)
    _print_json(
        {
            "index": found.index,
            "size": found.size,
            "leaf_hash": _base64(found.leaf_hash),
            "hashes": [_base64(value) for value in found.hashes],
        }
    )
    return FINE


def checkpoint(*, json: bool) -> int:
    """Sign the log as it stands and print the signed note, exactly as it may be handed on."""
    signed = actions.sign_checkpoint()
    if json:
        key = str(keys.signer().verifier)
        _print_json({"size": signed.size, "root": _base64(signed.root), "note": signed.note, "key": key})
    else:
        sys.stdout.write(signed.note)
    return FINE


def _show_progress(done: int, size: int) -> None:
    """One line on a terminal, written over; entries are checked at a few tens of thousands a second."""
    if sys.stderr.isatty():
        line = _("Checked %(done)s of %(size)s entries") % {"done": done, "size": size}
        sys.stderr.write(f"\r{line}" + ("\n" if done == size else ""))
        sys.stderr.flush()


def _base64(value: bytes) -> str:
    return b64encode(value).decode()


def _print_json(data: object) -> None:
    print(json_format.dumps(data, ensure_ascii=False, indent=2))


def _json_alone(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print data as JSON"))


def _proof_arguments(parser: ArgumentParser) -> None:
    _json_alone(parser)
    parser.add_argument("index", type=int, help=_("number of the entry, from 0"))
    parser.add_argument(
        "--size", type=int, help=_("among the first so many entries (default: the last checkpoint)")
    )


commands: tuple[Command, ...] = (
    Command(
        name="ledger verify",
        help=Text(
            zh="重新计算全部存证，报告不符之处", en="recompute the whole log and report what does not fit"
        ),
        arguments=_json_alone,
        run=lambda given: verify(json=given.json),
    ),
    Command(
        name="ledger proof",
        help=Text(
            zh="出具一条存证的凭据，可离线核验",
            en="give the receipt of an entry, which can be checked offline",
        ),
        arguments=_proof_arguments,
        run=lambda given: proof(index=given.index, size=given.size, json=given.json),
    ),
    Command(
        name="ledger checkpoint",
        help=Text(zh="对当前全部存证签发检查点", en="sign a checkpoint of all entries so far"),
        arguments=_json_alone,
        run=lambda given: checkpoint(json=given.json),
    ),
)
