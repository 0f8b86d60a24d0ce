"""The pages on which the verbs of one register are done: finding the record, acting, and going back to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise

from jingwei.registry.acting import demand
from jingwei.registry.pages.acts import Cleaned, act_page

Record = TypeVar("Record", bound=Model)


@dataclass(frozen=True)
class RecordPages(Generic[Record]):
    """Where the records of a register are found and shown.

    `rows(user)`: those somebody may open. `label`, `list_view`: the register; `view`: the page of one record, which is
    `called` so in the path above a form.
    """

    rows: Callable[[Any], QuerySet[Record]]
    may: Callable[[Any, str, Record], bool]
    label: Promise
    list_view: str
    view: str
    called: Callable[[Record], str] = str

    def one(self, request: HttpRequest, pk: int, verb: str = "") -> Record:
        """The record, if the reader may see it (else 404) and do `verb`, if one is named, to it (else 403)."""
        found = get_object_or_404(self.rows(request.user), pk=pk)
        demand(not verb or self.may(request.user, verb, found))
        return found

    def url(self, record: Record) -> str:
        """The page of a record."""
        return reverse(self.view, args=[record.pk])

    def act_page(
        self,
        request: HttpRequest,
        about: Record | None,
        form: BaseForm,
        act: Callable[[Cleaned], Record],
        *,
        title: str,
        **context: Any,
    ) -> HttpResponse:
        """Show `form`, `about` a record (None: a new one); once `act` is done, go to the record it gives."""
        listed = reverse(self.list_view)
        here = (self.called(about), self.url(about)) if about else (title, "")
        return act_page(
            request,
            form,
            lambda values: self.url(act(values)),
            title=title,
            cancel_url=self.url(about) if about else listed,
            crumbs=[(self.label, listed), here],
            **context,
        )
