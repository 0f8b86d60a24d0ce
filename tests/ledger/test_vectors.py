"""The inclusion and consistency vectors of transparency-dev/merkle, read where they lie."""

import json
from base64 import b64decode

import pytest

from jingwei.ledger.tree import BadProofError, check_consistency, check_inclusion


def decode(value):
    return [b64decode(one) for one in value or []] if isinstance(value, list | None) else b64decode(value)


def judge(vector: dict) -> None:
    if "leafIdx" in vector:
        check_inclusion(
            index=vector["leafIdx"],
            size=vector["treeSize"],
            leaf_hash=decode(vector["leafHash"]),
            root=decode(vector["root"]),
            proof=decode(vector["proof"]),
        )
    else:
        check_consistency(
            old_size=vector["size1"],
            new_size=vector["size2"],
            old_root=decode(vector["root1"]),
            new_root=decode(vector["root2"]),
            proof=decode(vector["proof"]),
        )


def is_accepted(vector: dict) -> bool:
    try:
        judge(vector)
    except BadProofError:
        return False
    return True


@pytest.mark.parametrize("folder", ["inclusion", "consistency"])
def test_all_98_vectors_are_judged_as_stated(shared, folder):
    paths = sorted((shared / "data/tlog/rfc6962-testdata" / folder).rglob("*.json"))
    assert len(paths) == 98
    for path in paths:
        vector = json.loads(path.read_text())
        assert is_accepted(vector) is not vector["wantErr"], path
