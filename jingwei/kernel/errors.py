"""What is said when something given by a person cannot be accepted: in both languages, fit to be shown."""

from jingwei.kernel.text import Text


class InputError(ValueError):
    """Something given is wrong; `text` says what, where and how to mend it, and is shown to the person.

    `str()` is the English text, for logs; pages and commands show `text.in_language(…)`.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text.en
