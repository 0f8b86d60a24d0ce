"""Why a file is not read, and the way out, in both languages."""

from typing import NamedTuple

from jingwei.kernel.text import Text


class Reason(NamedTuple):
    """A code of `design`'s table, what is wrong, what to do."""

    code: str
    text: Text
    remedy: Text


SAVE_AS = Text(
    "请用表格软件打开，另存为“Excel工作簿（.xlsx）”后重新上传。",
    "Open it in a spreadsheet program, save it as “Excel workbook (.xlsx)” and upload it again.",
)
SPLIT = Text(
    "请按年度或项目类别拆成几个文件，分别导入。",
    "Split it by year or programme and import the parts one by one.",
)
ASK_ANEW = Text(
    "请向提供者重新索取，或重新导出后上传。",
    "Ask the sender for it again, or export it anew, and upload that.",
)
COPY_OUT = Text(
    "请新建一个工作簿，只粘贴需要导入的数据（选择性粘贴：数值），保存为.xlsx后上传。",
    "Make a new workbook, paste only the data to import (as values), save it as .xlsx and upload that.",
)
UNLOCK = Text(
    "请在表格软件中取消打开密码，另存后重新上传。",
    "Remove the password in the spreadsheet program, save, and upload again.",
)
SAVE_UTF8 = Text(
    "请用同一种编码（建议UTF-8）另存整个文件。", "Save the whole file in one encoding (UTF-8 is best)."
)
CLOSE_QUOTE = Text(
    "请在该处补上配对的英文双引号；单元格内的引号须写成两个。",
    "Close the quotation mark there; a quotation mark inside a cell is written twice.",
)


def _format(zh: str, en: str, remedy: Text = SAVE_AS) -> Reason:
    return Reason("E-FORMAT", Text(zh, en), remedy)


REASONS: dict[str, Reason] = {
    "empty": _format("文件是空的（0字节或没有内容）。", "The file is empty.", ASK_ANEW),
    "xls": _format(
        "这是旧式Excel文件（.xls），不能直接读取。", "This is a legacy Excel file (.xls), which is not read."
    ),
    "et": _format(
        "这是WPS表格文件（.et），不能直接读取。", "This is a WPS spreadsheet (.et), which is not read."
    ),
    "xlsb": _format(
        "这是二进制工作簿（.xlsb），不能直接读取。", "This is a binary workbook (.xlsb), which is not read."
    ),
    "ods": _format(
        "这是OpenDocument表格（.ods），不能直接读取。",
        "This is an OpenDocument spreadsheet (.ods), which is not read.",
    ),
    "doc": _format(
        "这是文字处理文件（.doc、.docx或.wps），不是表格。",
        "This is a word-processor file (.doc, .docx or .wps), not a spreadsheet.",
        Text(
            "请把其中的表格复制到表格软件中，保存为.xlsx后上传。",
            "Copy its table into a spreadsheet, save it as .xlsx and upload that.",
        ),
    ),
    "html": _format(
        "这是改了扩展名的网页（HTML），不是表格文件。",
        "This is a web page (HTML) under another extension, not a spreadsheet.",
    ),
    "xml": _format("这是XML文件，不是.xlsx工作簿。", "This is an XML file, not an .xlsx workbook."),
    "pdf": _format(
        "这是PDF或图片，不是表格文件。",
        "This is a PDF or a picture, not a spreadsheet.",
        Text("请向提供者索取原始的表格文件。", "Ask the sender for the spreadsheet it was made from."),
    ),
    "archive": _format(
        "这是压缩包，不是表格文件。",
        "This is an archive, not a spreadsheet.",
        Text(
            "请先解压，再上传其中的.xlsx或.csv文件。", "Unpack it and upload the .xlsx or .csv file inside."
        ),
    ),
    "binary": _format(
        "认不出这个文件：既不是.xlsx，也不是文本表格。",
        "This file is neither an .xlsx workbook nor a text table.",
    ),
    "password": _format("文件设有打开密码。", "The file is protected by a password.", UNLOCK),
    "damaged": _format("文件已损坏，读不下去。", "The file is damaged and cannot be read.", ASK_ANEW),
    "bomb": _format(
        "文件解开后异常庞大（{real}，上限{limit}），已停止读取。",
        "Unpacked, the file is far too large ({real}, limit {limit}); reading was stopped.",
        COPY_OUT,
    ),
    "members": _format(
        "文件内部有{real}个部件（上限{limit}个），已停止读取。",
        "The file has {real} parts inside (limit {limit}); reading was stopped.",
        COPY_OUT,
    ),
    "dtd": _format(
        "文件中含有外部实体或DTD声明，出于安全不予读取。",
        "The file declares external entities or a DTD; for safety it is not read.",
        COPY_OUT,
    ),
    "bytes": _format("文件过大（上限{limit}）。", "The file is too large (limit {limit}).", SPLIT),
    "rows": _format(
        "行数超过{limit}行，超出表格上限。",
        "It has more than {limit} rows, more than a sheet can hold.",
        SPLIT,
    ),
    "columns": _format("列数超过{limit}列。", "It has more than {limit} columns.", COPY_OUT),
    "cells": _format(
        "单元格超过{limit}个，一次导入不了。",
        "It has more than {limit} cells, too many for one import.",
        SPLIT,
    ),
    "memory": _format(
        "读取该文件需要的内存超过上限，已停止。",
        "Reading this file needs more memory than allowed; stopped.",
        SPLIT,
    ),
    "time": _format(
        "读取该文件的时间超过上限，已停止。", "Reading this file takes longer than allowed; stopped.", SPLIT
    ),
    "no-sheet": _format("工作簿里没有含数据的工作表。", "The workbook has no sheet with data.", ASK_ANEW),
    "encoding": Reason(
        "E-ENC",
        Text(
            "第{line}行起（字节{offset}处）编码与前文不一致，无法可靠读取。",
            "From line {line} (byte {offset}) the encoding differs.",
        ),
        SAVE_UTF8,
    ),
    "quote": Reason(
        "E-QUOTE",
        Text("第{line}行有一个引号没有配对。", "A quotation mark in line {line} is not closed."),
        CLOSE_QUOTE,
    ),
    "delimiter": Reason(
        "E-DELIM",
        Text("看不出列与列之间用什么符号分隔。", "It is not clear which character separates the columns."),
        Text(
            "请统一用英文逗号、分号或制表符分隔，或另存为.xlsx。",
            "Separate columns by comma, semicolon or TAB throughout, or save as .xlsx.",
        ),
    ),
}


class Refused(Exception):  # noqa: N818 - a verdict, not a mishap
    """A file is not read; `reason` is a key of `REASONS`, `values` fill its text."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    @property
    def text(self) -> Text:
        """What is wrong."""
        return REASONS[self.reason].text.format(**self.values)

    @property
    def remedy(self) -> Text:
        """What to do."""
        return REASONS[self.reason].remedy

    @property
    def code(self) -> str:
        """The verdict's code."""
        return REASONS[self.reason].code

    @property
    def line(self) -> int | None:
        """The line of a text file, where that is known."""
        line = self.values.get("line")
        return line if isinstance(line, int) else None
