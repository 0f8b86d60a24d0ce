"""The text of a file a person wrote: .txt, .md or .docx, told apart by what they hold."""

import io
from pathlib import PurePath

from jingwei.documents.reading.docx import read_docx
from jingwei.documents.reading.encoding import decode
from jingwei.documents.reading.limits import Limits
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.sniff import sniff
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

LENGTH = 1_000_000  # characters: some five hundred pages
LIMITS = Limits(text=LENGTH)
# The longest text in the widest encoding, with its mark.
_BYTES = 4 * LENGTH + 4
_RTF = b"{\\rtf"

_SAVE_AS = Text(
    "请用文字处理软件打开，另存为“Word文档（.docx）”或纯文本（.txt）后再试。",
    "Open it in a word processor, save it as “Word document (.docx)” or plain text (.txt) and try again.",
)
_ASK_ANEW = Text(
    "请向提供者重新索取，或重新保存后再试。", "Ask the sender for it again, or save it anew, and try again."
)
_PASTE = Text(
    "请打开它，复制文字，粘贴为纯文本（.txt）或Word文档（.docx）后再试。",
    "Open it, copy the words, paste them into plain text (.txt) or a Word document (.docx) and try again.",
)
_SPLIT = Text("请分成几个文件，逐个校对。", "Split it into several files and take them one by one.")

# What `Refused` names, worded for prose: its own words speak of spreadsheets.
REFUSALS: dict[str, tuple[Text, Text]] = {
    "empty": (Text("文件里没有文字", "there are no words in it"), _ASK_ANEW),
    "doc": (
        Text(
            "这是旧式文字处理文件（.doc、.wps或.rtf），不能直接读取",
            "it is a legacy word-processor file (.doc, .wps or .rtf)",
        ),
        _SAVE_AS,
    ),
    "sheet": (
        Text("这是电子表格，不是文章", "it is a spreadsheet, no prose"),
        _PASTE,
    ),
    "pdf": (
        Text("这是PDF或图片，不能直接读取", "it is a PDF or a picture, which is not read"),
        _PASTE,
    ),
    "page": (Text("这是网页（HTML）或XML文件", "it is a web page (HTML) or an XML file"), _PASTE),
    "archive": (
        Text(
            "这是压缩包，或不是Word文档的其他文件",
            "it is an archive, or a package other than a Word document",
        ),
        Text(
            "请先解压，或另存为.docx、.txt后再试。", "Unpack it, or save it as .docx or .txt, and try again."
        ),
    ),
    "binary": (Text("认不出这个文件：既不是.docx，也不是文本", "it is neither a .docx nor text"), _SAVE_AS),
    "password": (
        Text("文件设有打开密码", "it is protected by a password"),
        Text("请取消打开密码，另存后再试。", "Remove the password, save, and try again."),
    ),
    "damaged": (Text("文件已损坏，读不下去", "it is damaged and cannot be read"), _ASK_ANEW),
    "bomb": (
        Text("文件解开后异常庞大，已停止读取", "unpacked it is far too large; reading was stopped"),
        _PASTE,
    ),
    "dtd": (
        Text(
            "文件中含有外部实体或DTD声明，出于安全不予读取",
            "it declares entities or a DTD; for safety it is not read",
        ),
        _PASTE,
    ),
    "bytes": (
        Text(f"文字过多（上限{LENGTH // 10_000}万字）", f"it is too long (at most {LENGTH:,} characters)"),
        _SPLIT,
    ),
    "encoding": (
        Text(
            "第{line}行起（字节{offset}处）编码与前文不一致，无法可靠读取",
            "from line {line} (byte {offset}) its encoding differs",
        ),
        Text(
            "请用同一种编码（建议UTF-8）另存整个文件。",
            "Save the whole file in one encoding (UTF-8 is best).",
        ),
    ),
}
_KINDS = {"xls": "sheet", "et": "sheet", "html": "page", "xml": "page", "members": "bomb"}
_REFUSED = Text("读不了“{name}”：{what}。{remedy}", "Cannot read “{name}”: {what}. {remedy}")


def read_prose(name: str, content: bytes) -> str:
    """The text of the file `name`, lines ended by ``\\n``; InputError, saying the way out, where it cannot be read.

    Text may be UTF-8, UTF-16 or GB 18030. Of a Word document: paragraphs and tables of the body in order, tracked
    insertions but no deletions, a row of a table as one line with tabs.
    """
    try:
        text = _read(name, content)
        if not text.strip():
            raise Refused("empty")
    except Refused as refused:
        raise InputError(_worded(name, refused)) from refused
    return text


def _read(name: str, content: bytes) -> str:
    if content.startswith(_RTF):
        raise Refused("doc")
    if sniff(content, name) == "zip":
        if len(content) > LIMITS.file:
            raise Refused("bytes")
        return _plain_lines(read_docx(io.BytesIO(content), LIMITS))
    if len(content) > _BYTES:
        raise Refused("bytes")
    text = _plain_lines(decode(content)[0])
    if len(text) > LENGTH:
        raise Refused("bytes")
    return text


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _worded(name: str, refused: Refused) -> Text:
    what, remedy = REFUSALS[_KINDS.get(refused.reason, refused.reason)]
    what = what.format(**refused.values)
    shown = PurePath(name).name[-80:]
    return Text(
        _REFUSED.zh.format(name=shown, what=what.zh, remedy=remedy.zh),
        _REFUSED.en.format(name=shown, what=what.en, remedy=remedy.en),
    )
