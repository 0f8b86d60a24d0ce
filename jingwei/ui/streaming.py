"""Sending long answers piece by piece, under ASGI as under WSGI."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from typing import IO, Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext as _

from jingwei.documents.exporting import csv_stream, xlsx_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PIECE = 1 << 16


def streamed(
    request: HttpRequest, pieces: Iterator[bytes], content_type: str, file_name: str
) -> StreamingHttpResponse:
    """A download of `pieces`. Under ASGI they are asked for in a thread, one by one: Django would else collect them."""
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    body = _asynchronous(pieces) if isinstance(request, ASGIRequest) else pieces
    return StreamingHttpResponse(body, content_type=content_type, headers=headers)


def spreadsheet(
    request: HttpRequest,
    kind: str,
    name: str,
    head: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    title: str,
    about: Sequence[tuple[str, str]],
) -> StreamingHttpResponse:
    """A download of `rows` under `head`, called ``<name>.<kind>``; `kind` is csv or xlsx.

    The .xlsx names its page `title` and carries the lines `about` (what, value) on a second one.
    """
    file_name = f"{name}.{kind}"
    if kind == "csv":
        return streamed(request, csv_stream(head, rows), "text/csv; charset=utf-8", file_name)
    file = xlsx_file(head, rows, title, about, about_title=_("Notes"))
    return streamed(request, _pieces(file), XLSX, file_name)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece


async def _asynchronous(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    def following() -> bytes | None:
        return next(pieces, None)

    while (piece := await sync_to_async(following)()) is not None:
        yield piece
