"""Reading XML as a stream, with every door to the outside shut (defusedxml)."""

from typing import Protocol
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.expatreader import create_parser

from jingwei.documents.reading.refusals import Refused

_CHUNK = 1 << 16


class Stream(Protocol):
    """Something to read from."""

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""


def local(name: str) -> str:
    """An element's name without prefix or namespace."""
    return name.rpartition("}")[2].rpartition(":")[2]


def parse(stream: Stream, handler: ContentHandler) -> None:
    """Feed `stream` to `handler`; `Refused` on a DTD, an entity or damage."""
    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(handler)
    try:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException as error:
        raise Refused("dtd") from error
    except (SAXException, LookupError, UnicodeError) as error:
        raise Refused("damaged") from error
