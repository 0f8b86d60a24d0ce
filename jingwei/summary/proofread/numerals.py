"""Numbers written in Chinese: 三, 十二, 一百零五, 两千三百."""

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "半": 0}
TENS = {"十": 10, "百": 100, "千": 1000}


def whole_number(text: str) -> int | None:
    """The value of a Chinese numeral below ten thousand; None where `text` is none (百千, 三四)."""
    total = digit = 0
    pending = False
    for char in text:
        if char in TENS:
            if not pending and char != "十":
                return None
            total += (digit if pending else 1) * TENS[char]
            digit, pending = 0, False
        elif char == "零":
            if pending:
                return None
        elif char in DIGITS and not pending:
            digit, pending = DIGITS[char], True
        else:
            return None
    return total + digit
