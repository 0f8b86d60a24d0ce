"""One character for one: full-width forms become half-width, so that offsets of the text as read stay true."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = str.maketrans(
    {
        "　": " ",
        "\u00a0": " ",
        "\t": " ",
        "\r": "\n",
        "﹐": ",",
        "､": "、",
        "﹑": "、",
        "﹔": ";",
        "﹕": ":",
        "﹙": "(",
        "﹚": ")",
        "【": "(",
        "[": "(",
        "]": ")",
        "〔": "(",
        "〕": ")",
        "［": "(",
        "］": ")",
        "】": ")",
        "―": "—",
        "–": "-",
        "‐": "-",
        "−": "-",
        "∶": ":",
        "〇": "零",
        "○": "零",
        "・": "·",
        "•": "·",
        "‧": "·",
        "「": "“",
        "」": "”",
        "『": "“",
        "』": "”",
        "〝": "“",
        "〞": "”",
    }
)


def normal(text: str) -> str:
    """`text` with every full-width letter, digit and sign in its half-width form; of the same length."""
    return text.translate(_SAME).translate(_WIDE)
