"""Texts and choices: characters nobody sees, formulas, cells that say nothing, words that are no choice."""

from tests.documents.kinds.spoiling import Kinds
from tests.documents.making import Raw

KINDS = Kinds()
cell = KINDS.cell


def _garble(text: str) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


cell("mojibake", "name", "E-MOJIBAKE", lambda c, v: _garble(v[:4]) + "2013")
cell("spaces", "name", "N-SPACE", lambda c, v: f"　{v}\u00a0 ", value=str)
cell(
    "zero_width",
    "name",
    "N-INVISIBLE",
    lambda c, v: v[:3] + c.choice("\u200b\ufeff\u2060") + v[3:],
    value=str,
)
cell("private_glyph", "firm", "E-PUA", lambda c, v: v[:2] + chr(c.randrange(0xE000, 0xF8FF)) + v[2:])
cell("control", "name", "E-CHAR", lambda c, v: v[:2] + "\x07" + v[2:], text=True)
cell("rare_kept", "leader", "", lambda c, v: "王" + c.choice("㼆𬭎𠮷䶮"), value=None)
cell("formula_missing", "budget", "E-FORMULA", lambda c, v: Raw("#REF!", formula="=1+#REF!"))
cell(
    "formula_error",
    "budget",
    "E-FORMULA",
    lambda c, v: Raw(c.choice(("#N/A", "#DIV/0!", "#VALUE!")), formula="=1/0"),
)
cell("formula_link", "budget", "E-LINK", lambda c, v: Raw(v, formula="='[1]年报'!A1"))
cell("equals_text", "name", "", lambda c, v: c.choice("=+-@") + "SUM(1)", value=None)
cell("required_empty", "name", "E-REQUIRED", lambda c, v: None)
cell(
    "required_nothing",
    "name",
    "E-REQUIRED",
    lambda c, v: c.choice(("无", "/", "-", "N/A")),
    also=frozenset({"N-EMPTY"}),
)
cell("nothing", "leader", "N-EMPTY", lambda c, v: c.choice(("无", "/", "-", "N/A", "——")))
cell("too_long", "name", "E-LONG", lambda c, v: v * 20)
cell("choice_unknown", "state", "E-CHOICE", lambda c, v: c.choice(("在研中", "不详", "？")))
cell("choice_synonym", "state", "N-SYNONYM", lambda c, v: "进行中", value=lambda v: "running")
