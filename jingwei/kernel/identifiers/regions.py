"""The first two digits of a region code, by GB/T 2260: which provinces exist."""

_PROVINCES_BY_ZONE = (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66), (71, 81, 82))

PROVINCES = frozenset(str(code) for zone in _PROVINCES_BY_ZONE for code in zone)
