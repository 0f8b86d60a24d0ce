"""A text in the two languages of the house, for code that knows no Django and for packs."""

from typing import NamedTuple, Self


class Text(NamedTuple):
    """The same words in Simplified Chinese and in English; both are always given."""

    zh: str
    en: str

    def in_language(self, language: str | None) -> str:
        """The words for a language tag such as ``zh-hans`` or ``en-gb``; Chinese where the tag is unknown."""
        return self.en if (language or "").lower().startswith("en") else self.zh

    def format(self, **values: object) -> Self:
        """Both texts with ``{name}`` placeholders filled."""
        return type(self)(self.zh.format(**values), self.en.format(**values))
