"""Sending long answers piece by piece, under ASGI as under WSGI."""

from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse


def streamed(
    request: HttpRequest, pieces: Iterator[bytes], content_type: str, file_name: str
) -> StreamingHttpResponse:
    """A download of `pieces`. Under ASGI they are asked for in a thread, one by one: Django would else collect them."""
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    body = _asynchronous(pieces) if isinstance(request, ASGIRequest) else pieces
    return StreamingHttpResponse(body, content_type=content_type, headers=headers)


async def _asynchronous(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    def following() -> bytes | None:
        return next(pieces, None)

    while (piece := await sync_to_async(following)()) is not None:
        yield piece
