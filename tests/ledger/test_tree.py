"""The tree against its definition: every leaf, every pair of sizes, all kinds of damage."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jingwei.ledger.tree import (
    EMPTY_ROOT,
    BadProofError,
    Frontier,
    Subtree,
    check_consistency,
    check_inclusion,
    consistency_proof,
    hash_children,
    hash_leaf,
    inclusion_proof,
    root_of,
)
from jingwei.ledger.tree.subtrees import cover
from tests.ledger import reference

LARGEST = 70
LEAVES = [str(number).encode() for number in range(LARGEST)]
HASHES = [hash_leaf(leaf) for leaf in LEAVES]


def grown(hashes: list[bytes]) -> tuple[Frontier, dict[Subtree, bytes]]:
    frontier = Frontier()
    nodes = dict(frontier.extend(hashes))
    return frontier, nodes | {Subtree(0, number): value for number, value in enumerate(hashes)}


FRONTIER, NODES = grown(HASHES)
ROOTS = [reference.root(LEAVES[:size]) for size in range(LARGEST + 1)]


def read(nodes):
    return {node: NODES[node] for node in nodes}


@pytest.mark.parametrize("size", range(LARGEST + 1))
def test_every_size_has_the_root_of_the_definition(size):
    assert root_of(size, read) == ROOTS[size]
    assert grown(HASHES[:size])[0].root == ROOTS[size]


def test_the_empty_tree_is_the_hash_of_nothing():
    assert Frontier().root == EMPTY_ROOT == ROOTS[0]


@pytest.mark.parametrize("size", range(1, LARGEST + 1))
def test_every_leaf_of_every_size_is_shown(size):
    for index in range(size):
        proof = inclusion_proof(index, size, read)
        assert proof == reference.path(index, LEAVES[:size])
        check_inclusion(index=index, size=size, leaf_hash=HASHES[index], root=ROOTS[size], proof=proof)


@pytest.mark.parametrize("new", range(1, LARGEST + 1))
def test_every_pair_of_sizes_is_shown(new):
    for old in range(1, new + 1):
        proof = consistency_proof(old, new, read)
        assert proof == reference.proof(old, LEAVES[:new])
        check_consistency(old_size=old, new_size=new, old_root=ROOTS[old], new_root=ROOTS[new], proof=proof)


def test_nothing_is_needed_to_continue_the_empty_tree_and_nothing_is_shown():
    assert consistency_proof(0, 5, read) == []
    with pytest.raises(BadProofError):
        check_consistency(old_size=0, new_size=5, old_root=ROOTS[0], new_root=ROOTS[5], proof=[])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_a_leaf_outside_the_tree_has_no_proof(index, size):
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(index, size, read)


@pytest.mark.parametrize(("old", "new"), [(-1, 2), (3, 2)])
def test_a_smaller_tree_does_not_continue_a_larger_one(old, new):
    with pytest.raises(ValueError, match="does not continue"):
        consistency_proof(old, new, read)


hashes = st.binary(min_size=32, max_size=32)


@st.composite
def damage(draw, proof: list[bytes]) -> list[bytes]:
    """The proof with one thing wrong: a bit, a hash more or less, an order, a length."""
    kinds = ["longer"] if not proof else ["bit", "shorter", "longer", "swapped", "cut"]
    match draw(st.sampled_from(kinds)):
        case "bit":
            place = draw(st.integers(0, len(proof) - 1))
            bit = draw(st.integers(0, 255))
            flipped = (int.from_bytes(proof[place]) ^ (1 << bit)).to_bytes(32)
            return [*proof[:place], flipped, *proof[place + 1 :]]
        case "shorter":
            place = draw(st.integers(0, len(proof) - 1))
            return proof[:place] + proof[place + 1 :]
        case "longer":
            place = draw(st.integers(0, len(proof)))
            return [*proof[:place], draw(hashes | st.sampled_from([*ROOTS, *proof])), *proof[place:]]
        case "swapped":
            first, second = draw(st.integers(0, len(proof) - 1)), draw(st.integers(0, len(proof) - 1))
            swapped = list(proof)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            return swapped
        case _:
            place = draw(st.integers(0, len(proof) - 1))
            return [*proof[:place], proof[place][: draw(st.integers(0, 31))], *proof[place + 1 :]]


@given(st.data())
def test_a_damaged_inclusion_proof_is_refused(data):
    size = data.draw(st.integers(1, LARGEST))
    index = data.draw(st.integers(0, size - 1))
    honest = inclusion_proof(index, size, read)
    damaged = data.draw(damage(honest))
    assume(damaged != honest)
    with pytest.raises(BadProofError):
        check_inclusion(index=index, size=size, leaf_hash=HASHES[index], root=ROOTS[size], proof=damaged)


@given(st.data())
def test_a_damaged_consistency_proof_is_refused(data):
    new = data.draw(st.integers(1, LARGEST))
    old = data.draw(st.integers(1, new))
    honest = consistency_proof(old, new, read)
    damaged = data.draw(damage(honest))
    assume(damaged != honest)
    with pytest.raises(BadProofError):
        check_consistency(old_size=old, new_size=new, old_root=ROOTS[old], new_root=ROOTS[new], proof=damaged)


other_hash = hashes | st.sampled_from(HASHES) | st.sampled_from(ROOTS) | st.binary(max_size=40)


@given(st.data(), st.sampled_from(["index", "leaf_hash", "root"]))
def test_a_proof_shows_no_other_leaf_place_or_root(data, changed):
    size = data.draw(st.integers(1, LARGEST))
    index = data.draw(st.integers(0, size - 1))
    claim = {"index": index, "leaf_hash": HASHES[index], "root": ROOTS[size]}
    value = data.draw(st.integers(-1, LARGEST) if changed == "index" else other_hash)
    assume(value != claim[changed])
    with pytest.raises(BadProofError):
        check_inclusion(size=size, proof=inclusion_proof(index, size, read), **(claim | {changed: value}))


@given(st.data(), st.sampled_from(["old_root", "new_root"]))
def test_a_proof_shows_no_other_history(data, changed):
    new = data.draw(st.integers(2, LARGEST))
    old = data.draw(st.integers(1, new - 1))
    claim = {"old_root": ROOTS[old], "new_root": ROOTS[new]}
    value = data.draw(other_hash)
    assume(value != claim[changed])
    proof = consistency_proof(old, new, read)
    with pytest.raises(BadProofError):
        check_consistency(old_size=old, new_size=new, proof=proof, **(claim | {changed: value}))


@given(st.integers(0, 2**40), st.integers(0, 2**20))
def test_a_cover_is_complete_subtrees_without_gap_or_overlap(begin, length):
    place = begin
    for node in cover(begin, begin + length):
        assert node.number << node.level == place
        place += 1 << node.level
    assert place == begin + length


@given(st.integers(0, 40), st.integers(0, 2**22))
def test_a_position_names_one_node(level, number):
    node = Subtree(level, number)
    assert Subtree.at(node.position) == node
    if level:
        left, right = Subtree(level - 1, 2 * number), Subtree(level - 1, 2 * number + 1)
        assert left.position < node.position < right.position


@given(st.lists(hashes, max_size=80), st.integers(0, 80))
@settings(max_examples=50)
def test_a_frontier_that_was_put_away_grows_on_as_if_it_had_not(values, pause):
    first = Frontier()
    made = first.extend(values[:pause])
    again = Frontier.from_bytes(first.size, first.to_bytes())
    made += again.extend(values[pause:])
    whole = Frontier()
    assert whole.extend(values) == made
    assert whole == again


@pytest.mark.parametrize(
    ("size", "packed"), [(1, b""), (2, b"x" * 64), (1, b"x" * 31), (-1, b""), (0, b"x" * 32)]
)
def test_a_frontier_is_exactly_the_hashes_of_its_size(size, packed):
    with pytest.raises(ValueError, match=r"rest on|32 bytes"):
        Frontier.from_bytes(size, packed)


@pytest.mark.parametrize(("left", "right"), [(0, 32), (32, 33), (31, 33)])
def test_only_whole_hashes_are_hashed(left, right):
    with pytest.raises(ValueError, match="32 bytes"):
        hash_children(b"x" * left, b"x" * right)


def test_only_whole_hashes_are_appended():
    with pytest.raises(ValueError, match="32 bytes"):
        Frontier().append(b"short")
