"""Organisation codes by GB 11714: eight characters and a check; they live on inside the credit code."""

_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_character(body: str) -> str:
    """The check character of eight characters 0–9, A–Z: 11 - (Σ value x weight mod 11), 10 → X, 11 → 0.

    It finds most slips, not all: values that differ by 11 or 22 (0 and B) look alike to it.
    """
    total = sum(_ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return "0X987654321"[total % 11]
