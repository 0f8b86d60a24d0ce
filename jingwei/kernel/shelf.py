"""A shelf: what low floors hold out, and `site/catalogue.py` fills by name. No auto-discovery."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Shelf(Generic[Item]):
    """Things of one shape under unique keys, in the order they were put.

    `name` is said in errors; `key` gives an item's key. Putting two items under one key is a `ValueError`.
    """

    def __init__(self, name: str, key: Callable[[Item], str]) -> None:
        self.name = name
        self._key = key
        self._items: dict[str, Item] = {}

    def put(self, items: Iterable[Item]) -> None:
        """Add `items`; the same item put twice is kept once, another under the same key is refused."""
        for item in items:
            key = self._key(item)
            if self._items.get(key, item) is not item:
                raise ValueError(f"{self.name}: two items are called {key!r}")
            self._items[key] = item

    def get(self, key: str) -> Item | None:
        """The item under `key`, or None."""
        return self._items.get(key)

    def __getitem__(self, key: str) -> Item:
        return self._items[key]

    def __contains__(self, key: str) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)
