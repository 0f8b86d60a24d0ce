"""Signed notes against the format's own words, a note signed by someone else's program, and all kinds of damage."""

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from jingwei.ledger import notes
from jingwei.ledger.notes import BadNoteError, Note, Signature, Signer, Verifier

# The key and note in the documentation of Go's golang.org/x/mod/sumdb/note.
THEIR_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
THEIR_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
SIGNER = Signer("jingwei/keqiao", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = Signer("witness.example/纪委", Ed25519PrivateKey.from_private_bytes(bytes(32)))
TEXT = "jingwei/keqiao\n1\nroot\n"
NOTE = str(notes.sign(TEXT, [SIGNER])).encode()

texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]) | st.just("\n")).map(
    lambda text: text + "\n"
)


def believed(data: bytes, *verifiers: Verifier) -> str:
    note = notes.parse(data)
    notes.verified(note, verifiers or [SIGNER.verifier])
    return note.text


def test_another_programs_note_is_verified():
    assert believed(THEIR_NOTE.encode(), Verifier.parse(THEIR_KEY)).startswith("If you think")
    assert str(Verifier.parse(THEIR_KEY)) == THEIR_KEY


@given(texts)
def test_what_is_signed_is_read_back(text):
    note = notes.sign(text, [SIGNER, OTHER])
    assert notes.parse(str(note).encode()) == note
    assert notes.verified(note, [OTHER.verifier, SIGNER.verifier]) == [SIGNER.verifier, OTHER.verifier]


@given(st.data())
def test_a_changed_byte_is_never_believed(data):
    place = data.draw(st.integers(0, len(NOTE) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != NOTE[place]))
    with pytest.raises(BadNoteError):
        believed(NOTE[:place] + bytes([byte]) + NOTE[place + 1 :])


@given(st.integers(0, len(NOTE) - 1))
def test_a_note_cut_short_is_never_believed(length):
    with pytest.raises(BadNoteError):
        believed(NOTE[:length])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NOTE[:-1], id="no last newline"),
        pytest.param(NOTE.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(NOTE.replace(b"root", b"ro\tot"), id="control character"),
        pytest.param(NOTE.replace(b"\n\n", b"\n"), id="no blank line"),
        pytest.param(NOTE + b"\n", id="blank line after the signatures"),
        pytest.param(TEXT.encode() + b"\n", id="no signature"),
        pytest.param(NOTE.replace("— ".encode(), b"- "), id="hyphen for the dash"),
        pytest.param(NOTE.replace("— ".encode(), "—".encode()), id="no space after the dash"),
        pytest.param(NOTE[:-1] + b" \n", id="space at the end"),
        pytest.param(NOTE[:-2] + b"\n", id="no padding"),
        pytest.param(NOTE[:-1] + b"!\n", id="not base64"),
        pytest.param(NOTE[:-1] + b"\xff\n", id="not UTF-8"),
        pytest.param(TEXT.encode() + "\n— n YQ==\n".encode(), id="no whole key number"),
        pytest.param(TEXT.encode() + "\n—  AAAAAAA=\n".encode(), id="no name"),
        pytest.param(TEXT.encode() + "\n— a+b AAAAAAA=\n".encode(), id="plus in the name"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_not_in_the_format_is_refused(data):
    with pytest.raises(BadNoteError):
        notes.parse(data)


def lines(count: int) -> bytes:
    """The note with so many further lines by unknown keys."""
    return (
        NOTE
        + "".join(f"— stranger{number} {b64encode(bytes(9)).decode()}\n" for number in range(count)).encode()
    )


def test_signatures_by_unknown_keys_are_ignored_up_to_sixteen_lines():
    assert believed(lines(15)) == TEXT
    with pytest.raises(BadNoteError, match="at most 16"):
        notes.parse(lines(16))


@pytest.mark.parametrize(
    "change",
    [{"name": "someone.else"}, {"key_id": b"1234"}],
    ids=["the same number, another name", "the same name, another number"],
)
def test_a_key_is_known_by_name_and_number(change):
    honest = SIGNER.sign(TEXT)
    stranger = Signature(**({"name": honest.name, "key_id": honest.key_id, "value": b"x" * 64} | change))
    assert notes.verified(Note(TEXT, (stranger, honest)), [SIGNER.verifier]) == [SIGNER.verifier]
    with pytest.raises(BadNoteError, match="no trusted key"):
        notes.verified(Note(TEXT, (stranger,)), [SIGNER.verifier])


def test_a_false_signature_of_a_known_key_spoils_the_note():
    false = Signature(SIGNER.name, SIGNER.verifier.key_id, bytes(64))
    with pytest.raises(BadNoteError, match="is false"):
        notes.verified(Note(TEXT, (SIGNER.sign(TEXT), false)), [SIGNER.verifier])


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u3000b", "a\nb", "a\u2028b"])
def test_a_key_needs_a_name_that_can_be_told_apart(name):
    with pytest.raises(BadNoteError):
        Verifier(name, bytes(32))


@pytest.mark.parametrize(
    "key",
    [
        "PeterNeumann",
        THEIR_KEY.replace("c74f", "c74e"),
        THEIR_KEY.replace("+A", "+B"),
        THEIR_KEY[:-4],
        THEIR_KEY.replace("Peter", "Petra"),
    ],
)
def test_a_key_that_was_copied_wrongly_is_refused(key):
    with pytest.raises(BadNoteError):
        Verifier.parse(key)


@pytest.mark.parametrize(("text", "signers"), [("no newline", [SIGNER]), ("a\rb\n", [SIGNER]), ("a\n", [])])
def test_what_is_no_note_is_not_signed(text, signers):
    with pytest.raises(BadNoteError):
        notes.sign(text, signers)
    with pytest.raises(BadNoteError):
        notes.sign("a\n", [SIGNER] * 17)
