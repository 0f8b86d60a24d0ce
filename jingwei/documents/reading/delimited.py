"""Text tables: comma, semicolon, TAB or full-width comma; quotes as RFC 4180; every complaint names its line."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from jingwei.documents.reading.encoding import decode
from jingwei.documents.reading.grid import Wire
from jingwei.documents.reading.limits import Limits
from jingwei.documents.reading.refusals import Refused

DELIMITERS = "\t,;，"
_SAMPLE = 1 << 16
_RECORDS = 40
_FIELD_LIMIT = 1 << 20


csv.field_size_limit(_FIELD_LIMIT)


def read_text(content: bytes, limits: Limits, give: Callable[[Wire], None]) -> None:
    """Give out the one sheet of a text file; row numbers count records, as a spreadsheet would show them."""
    text, encoding = decode(content)
    delimiter = find_delimiter(text)
    give({"book": {"encoding": encoding, "delimiter": delimiter}})
    give({"sheet": "", "is_hidden": False})
    cells = 0
    for number, record in enumerate(records(text, delimiter or ","), start=1):
        if number > limits.rows:
            raise Refused("rows", limit=limits.rows)
        if len(record) > limits.columns:
            raise Refused("columns", limit=limits.columns)
        cells += len(record)
        if cells > limits.cells:
            raise Refused("cells", limit=limits.cells)
        if any(record):
            give([number, [value or None for value in record]])
    give({"tail": {"merges": [], "hidden_rows": 0, "hidden_columns": [], "is_filtered": False}})


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The records of `text`; `Refused("quote")` with the line where an unclosed quotation mark stands."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    started = 1
    try:
        for record in reader:
            yield record
            started = reader.line_num + 1
    except csv.Error as error:
        raise Refused("quote", line=_quote_line(text, delimiter, started)) from error


def find_delimiter(text: str) -> str:
    """The character that splits most of the first records into equally many cells; empty where none occurs.

    `Refused("delimiter")` where two do equally well.
    """
    sample = text[:_SAMPLE]
    scores: dict[str, tuple[int, int]] = {}
    for delimiter in DELIMITERS:
        if delimiter not in sample:
            continue
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = Counter(len(record) for record in islice(reader, _RECORDS) if len(record) > 1)
        if widths:
            width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
            scores[delimiter] = (times, width)
    if not scores:
        return ""
    best = max(scores.values())
    winners = [delimiter for delimiter, score in scores.items() if score == best]
    if len(winners) > 1:
        raise Refused("delimiter")
    return winners[0]


def _quote_line(text: str, delimiter: str, started: int) -> int:
    """The line, from `started` on, of the quotation mark that opens the field which never closes well."""
    lines = text.splitlines()
    line, opened, is_quoted, is_start = started, started, False, True
    for index in range(started - 1, len(lines)):
        content, position = lines[index] + "\n", 0
        line = index + 1
        while position < len(content):
            character = content[position]
            if is_quoted:
                if character == '"' and content[position + 1] == '"':
                    position += 1
                elif character == '"':
                    is_quoted = False
                    if content[position + 1] not in (delimiter, "\n"):
                        return opened
            elif character == '"' and is_start:
                is_quoted, opened = True, line
            is_start = not is_quoted and character in (delimiter, "\n")
            position += 1
    return opened
