"""The page on which somebody fills in a form and an action follows."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from jingwei.kernel.errors import InputError
from jingwei.registry.models import Account
from jingwei.ui.templatetags.ui import words

Cleaned = dict[str, Any]


def act_page(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[Cleaned], str],
    *,
    title: object,
    done: object = "",
    template: str = "ui/form.html",
    **context: Any,
) -> HttpResponse:
    """Show `form`; once it is valid do `act` with its values and go where it says.

    What the action refuses (InputError) stands above the form; `done` is said when all went well.
    """
    if request.method == "POST" and form.is_valid():
        try:
            url = act(form.cleaned_data)
        except InputError as error:
            form.add_error(None, words(error.text))
        else:
            if done:
                messages.success(request, str(done))
            return HttpResponseRedirect(url)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, "title": title, **context}, status=status)


def me(request: HttpRequest) -> Account:
    """The account that asks; raises PermissionDenied for anybody else, though the doors let nobody else through."""
    if not isinstance(request.user, Account):
        raise PermissionDenied
    return request.user
