"""What every page's shell needs: navigation, the bureau, the state of the log. Nothing is asked before it is shown."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from jingwei.ui.navigation import Group, groups_for
from jingwei.ui.shapes import shell_facts

OTHER_LANGUAGE = {"en": ("zh-hans", "zh-Hans", "中文"), "zh-hans": ("en", "en", "English")}
SOURCE_URL = ""


class Shell:
    """The shell of one page; templates read its properties."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._facts: dict[str, Any] | None = None

    @property
    def groups(self) -> list[Group]:
        """The navigation."""
        return groups_for(self._request)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the floors above told the shell, asked once."""
        if self._facts is None:
            self._facts = {}
            for given in shell_facts:
                self._facts |= given.give(self._request)
        return self._facts

    @property
    def is_demo(self) -> bool:
        """Whether the bureau shown is the demonstration."""
        return bool(getattr(settings, "IS_DEMO", False))

    @property
    def other_language(self) -> tuple[str, str, str]:
        """Code, language tag and own name of the language one may switch to."""
        return OTHER_LANGUAGE.get(get_language() or "zh-hans", OTHER_LANGUAGE["zh-hans"])

    @property
    def path(self) -> str:
        """Where a switch of language comes back to."""
        return self._request.get_full_path()


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of the shell: `shell` (see `Shell`)."""
    return {"shell": SimpleLazyObject(lambda: Shell(request))}
