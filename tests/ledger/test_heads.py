import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.ledger.heads import BadCheckpointError, TreeHead

# The example in the text of C2SP's tlog-checkpoint.
EXAMPLE = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

line = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)
heads = st.builds(
    TreeHead,
    origin=line,
    size=st.integers(0, 2**63 - 1),
    root=st.binary(min_size=32, max_size=32),
    extensions=st.lists(line, max_size=3).map(tuple),
)


def test_the_example_of_the_format_is_read_and_written():
    head = TreeHead.parse(EXAMPLE)
    assert (head.origin, head.size, len(head.root)) == ("example.com/behind-the-sofa", 20852163, 32)
    assert str(head) == EXAMPLE


@given(heads)
def test_what_is_written_is_read_back(head):
    assert TreeHead.parse(str(head)) == head


@given(heads, st.data())
def test_no_other_text_says_the_same(head, data):
    text = str(head)
    place = data.draw(st.integers(0, len(text) - 1))
    other = text[:place] + data.draw(st.characters(exclude_categories=["Cs"])) + text[place + 1 :]
    try:
        assert (TreeHead.parse(other) == head) is (other == text)
    except BadCheckpointError:
        assert other != text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("20852163", "020852163"),
        ("20852163", "00"),
        ("20852163", ""),
        ("20852163", "-1"),
        ("20852163", "+1"),
        ("20852163", "1 "),
        ("20852163", "２"),
        ("20852163", "1e3"),
        ("20852163", "99999999999999999999"),
        ("\n", "\r\n"),
        ("q2I=\n", "q2I="),
        ("q2I=\n", "q2I=\n\n"),
        ("q2I=", "q2J="),
        ("q2I=", "q2I"),
        ("q2I=", "q2I=="),
        ("q2I=", ""),
        ("CsUY", "CsU\nY"),
        ("CsUY", "CsUYAAAA"),
        ("CsUY", "C-_Y"),
        ("example.com/behind-the-sofa", ""),
    ],
)
def test_what_is_not_exactly_the_format_is_refused(old, new):
    with pytest.raises(BadCheckpointError):
        TreeHead.parse(EXAMPLE.replace(old, new))


@pytest.mark.parametrize(
    "change", [{"origin": "a\nb"}, {"origin": ""}, {"size": -1}, {"root": b"x"}, {"extensions": ("",)}]
)
def test_what_cannot_be_read_back_is_not_written(change):
    with pytest.raises(BadCheckpointError):
        TreeHead(**({"origin": "a", "size": 1, "root": bytes(32)} | change))
