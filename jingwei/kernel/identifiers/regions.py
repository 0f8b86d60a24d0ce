"""The first two digits of a region code, by GB/T 2260: which provinces exist."""

_ZONES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 82))

PROVINCES = frozenset(str(code) for first, last in _ZONES for code in range(first, last + 1))
