"""The shape of registers outsiders see of their own: an organisation's, or a town's."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from jingwei.registry.access import EMPLOYERS, roles_of
from jingwei.ui.register import RegisterView
from jingwei.ui.shapes import Label


class OwnRegister(RegisterView):
    """A register of what is one's own; `town_title` heads it for who stands for a town and for no organisation."""

    crumb = gettext_lazy("My organisation")
    town_title: Label

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """A town undertakes no projects and holds no titles: the list is named for the town."""
        super().setup(request, *args, **kwargs)
        if not roles_of(request.user) & EMPLOYERS:
            self.title, self.crumb = self.town_title, gettext_lazy("Our town")
