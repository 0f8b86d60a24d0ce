"""Every verdict by its code: how grave, what is said, how to mend it. `{}` are filled by the finder."""

from typing import NamedTuple

from jingwei.documents.shapes import Fault
from jingwei.kernel.text import Text


class Verdict(NamedTuple):
    """One kind of fault."""

    severity: str
    text: Text
    remedy: Text | None = None
    needs_confirmation: bool = False


class Finding(NamedTuple):
    """A verdict's code with the words that fill it; where it is, is added by whoever knows the place."""

    code: str
    words: dict[str, object]


def found(code: str, /, **words: object) -> Finding:
    """A finding."""
    return Finding(code, words)


def _e(zh: str, en: str, remedy_zh: str = "", remedy_en: str = "") -> Verdict:
    return Verdict("error", Text(zh, en), Text(remedy_zh, remedy_en) if remedy_zh else None)


def _w(zh: str, en: str, remedy_zh: str = "", remedy_en: str = "", *, confirm: bool = True) -> Verdict:
    return Verdict("warning", Text(zh, en), Text(remedy_zh, remedy_en) if remedy_zh else None, confirm)


def _n(zh: str, en: str) -> Verdict:
    return Verdict("note", Text(zh, en))


_FILE = {
    "E-DELIM": _e(
        "整行只读出一列，看不出列与列之间用什么符号分隔。",
        "Only one column was read; it is not clear which character separates the columns.",
        "请统一用英文逗号、分号或制表符分隔，或另存为.xlsx。",
        "Separate columns by comma, semicolon or TAB throughout, or save as .xlsx.",
    ),
    "E-HEADER": _e(
        "没有找到表头：前{rows}行中没有一行像是列名。",
        "No heading row was found: none of the first {rows} rows looks like column names.",
        "请下载模板，按模板中的列名填写表头。应有：{wanted}。",
        "Download the template and use its column names. Expected: {wanted}.",
    ),
    "E-HEADER-MERGED": _e(
        "多级表头中的“{headings}”对应不上任何列，而缺少必填列“{wanted}”。",
        "“{headings}” in the merged heading matches no column, and the required column “{wanted}” is missing.",
        "请取消合并，把表头改为一行，列名与模板一致。",
        "Unmerge the cells and put the heading in one row with the template's column names.",
    ),
    "E-DUPCOL": _e(
        "“{column}”出现了{times}次（第{places}列），不知道该用哪一列。",
        "“{column}” occurs {times} times (columns {places}); it is not clear which one counts.",
        "请删除或改名多余的列。",
        "Delete or rename the columns that are not wanted.",
    ),
    "E-MISSCOL": _e(
        "缺少必填列“{column}”。",
        "The required column “{column}” is missing.",
        "{hint}",
        "{hint}",
    ),
    "N-ENC": _n("按{encoding}编码读取。", "Read as {encoding}."),
    "N-MACROS": _n(
        "文件中有宏，已忽略，从不运行。", "The file has macros; they were ignored and are never run."
    ),
    "N-IGNORED": _n(
        "以下列不属于本台账，未导入：{headings}。",
        "These columns are not of this register: {headings}.",
    ),
    "N-HEADER-AGAIN": _n("重复的表头行，已跳过。", "The heading again; skipped."),
    "N-REMARK": _n("表外说明行，已跳过。", "A remark outside the table; skipped."),
    "N-TOTAL": _n(
        "合计行，已与各行之和核对，不导入。", "A total; it agrees with the rows and is not imported."
    ),
    "N-SUBTOTAL": _n(
        "小计行，已与各行之和核对，不导入。", "A subtotal; it agrees with the rows and is not imported."
    ),
    "N-SUM-UNCHECKED": _n(
        "“{column}”有未能读出的数，合计未核对。",
        "“{column}” has values that could not be read; its total was not checked.",
    ),
    "N-SAME-FILE": _n("同一文件已于{when}导入过。", "The same file was imported on {when}."),
    "N-FORMULAS": _n(
        "有{count}个单元格是公式，采用文件中保存的计算结果。",
        "{count} cells are formulas; the results saved in the file were taken.",
    ),
    "E-SUM": _e(
        "合计“{column}”为{stated}，各行相加为{added}，相差{difference}。",
        "The total of “{column}” is {stated}, the rows add up to {added}; the difference is {difference}.",
        "请核对是否漏行、多行或合计未更新。",
        "See whether a row is missing or too many, or the total is out of date.",
    ),
    "E-SUBTOTAL": _e(
        "像是夹在数据中的小计：“{column}”为{stated}，前面{rows}行相加为{added}。",
        "This looks like a subtotal: “{column}” is {stated}, the {rows} rows before it add up to {added}.",
        "小计不导入。请删除该行，或在首列写明“小计”并使其与各行之和相等。",
        "Subtotals are not imported. Delete the row, or write “小计” in its first cell and make it agree.",
    ),
    "W-HIDDEN": _w(
        "工作表有隐藏内容：隐藏{rows}行、{columns}列{filtered}；隐藏的行也会导入。",
        "The sheet hides {rows} rows and {columns} columns{filtered}; hidden rows are imported too.",
        "如不应导入，请先在表格软件中删除。",
        "Delete them first if they should not be imported.",
        confirm=False,
    ),
    "W-SHEETS": _w(
        "工作簿有{count}个含数据的工作表（{names}），请选择要导入的一个。",
        "The workbook has {count} sheets with data ({names}); choose the one to import.",
        confirm=False,
    ),
    "E-BROKEN": _e(
        "检查时程序出错，没有导入任何内容。",
        "The program failed while checking; nothing was imported.",
        "请稍后重新上传；仍不成功的，请联系系统管理员。",
        "Upload it again later; if it fails again, tell the administrator.",
    ),
    "N-MORE": _n("另有{count}处“{code}”未逐条列出。", "{count} more of “{code}” are not listed one by one."),
    "E-NO-SHEET": _e("没有名为“{name}”的工作表。", "There is no sheet called “{name}”."),
    "E-NO-ROWS": _e(
        "表头下面没有数据行。",
        "There are no rows below the heading.",
        "请填写数据后重新上传。",
        "Fill in rows and upload it again.",
    ),
}

_CELLS = {
    "E-COLS": _e(
        "列数不符：应有{wanted}列，实有{got}列。",
        "Wrong number of columns: want {wanted}, got {got}.",
        "请检查该行是否缺少或多出分隔符。",
        "See whether a separator is missing or too many in this row.",
    ),
    "E-MERGED": _e(
        "该格属于合并单元格（{range}），不能确定各行是否同值。",
        "This cell is part of merged cells ({range}); whether each row has the same value is not clear.",
        "请取消合并并逐行填写。",
        "Unmerge the cells and fill in each row.",
    ),
    "N-FILL": _n("取自合并单元格{range}。", "Taken from the merged cells {range}."),
    "E-REQUIRED": _e(
        "“{column}”必填，此处为空。", "“{column}” is required and empty here.", "请补填。", "Fill it in."
    ),
    "N-EMPTY": _n("“{value}”按空值处理。", "“{value}” is taken as empty."),
    "N-SPACE": _n("已去除多余空格：“{after}”。", "Needless spaces were removed: “{after}”."),
    "N-INVISIBLE": _n(
        "已去除{count}个看不见的字符（{names}）。", "{count} invisible characters were removed ({names})."
    ),
    "N-WIDTH": _n("全角字符已转为半角：{after}。", "Full-width characters were made half-width: {after}."),
    "N-CASE": _n("已改为大写：{after}。", "Made upper case: {after}."),
    "N-SEPARATORS": _n("已去除分隔符：{after}。", "Separators were removed: {after}."),
    "N-TEXTNUM": _n(
        "以文本保存的数字，按数值读取：{after}。", "A number kept as text, read as a number: {after}."
    ),
    "N-APOSTROPHE": _n("已去除开头的撇号。", "The apostrophe in front was removed."),
    "N-UNIT": _n("按“{unit}”换算：{after}。", "Converted from {unit}: {after}."),
    "N-NEGATIVE": _n("括号表示负数：{after}。", "Brackets mean negative: {after}."),
    "N-ROUND": _n("不足一分的部分已四舍五入：{after}。", "Fractions of a fen were rounded half up: {after}."),
    "N-SYNONYM": _n("按“{after}”读取。", "Read as “{after}”."),
    "N-ZEROS": _n("按显示格式保留前导零：{after}。", "Leading zeros kept as they are displayed: {after}."),
    "N-DATE": _n("读作{after}。", "Read as {after}."),
    "N-DATE-MONTH": _n(
        "只写到月，按当月1日记：{after}。", "Only a month is given; taken as its first day: {after}."
    ),
    "N-AT": _n("全角“＠”已转为半角：{after}。", "The full-width ＠ was made half-width: {after}."),
    "N-ID": _n("{why}", "{why}"),
    "E-MOJIBAKE": Verdict(
        "warning",
        Text("文字疑似乱码{guess}。", "The text looks garbled{guess}."),
        Text(
            "请核对原件后改正；确认无误才会原样导入。",
            "Compare the original and correct it; it is imported as it stands only if confirmed.",
        ),
        needs_confirmation=True,
    ),
    "E-PUA": _e(
        "第{position}个字是自造字（{code}），换一台电脑就无法显示。",
        "Character {position} is a private glyph ({code}) that no other computer can show.",
        "请改用Unicode标准字；生僻字也有标准编码。",
        "Use the standard Unicode character; rare ones have a code as well.",
    ),
    "E-CHAR": _e(
        "第{position}个字符是控制字符（{code}）。",
        "Character {position} is a control character ({code}).",
        "请删除。",
        "Delete it.",
    ),
    "E-LONG": _e("文字过长：{length}字，上限{limit}字。", "Too long: {length} characters, limit {limit}."),
    "E-FORMULA": _e(
        "公式没有可用的结果（{shown}）。",
        "The formula has no usable result ({shown}).",
        "请在表格软件中重新计算并保存，或改为填写数值。",
        "Recalculate and save it in a spreadsheet program, or put the value itself.",
    ),
    "E-LINK": _e(
        "公式引用了别的文件，其结果可能已经过时。",
        "The formula refers to another file; its result may be out of date.",
        "请用“选择性粘贴：数值”改为数值。",
        "Replace it by its value (paste as values).",
    ),
    "E-TWO": _e(
        "一格内有两个值。",
        "There are two values in one cell.",
        "请一格只填一个；其余另起一行或另设一列。",
        "Give one value a cell.",
    ),
    "E-SPAN": _e(
        "这是一个范围，不是一个数。",
        "This is a range, not a number.",
        "请填写一个确定的数。",
        "Give one definite number.",
    ),
    "E-NUMBER": _e(
        "不是可以读取的数：{why}",
        "This cannot be read as a number: {why}",
        "请只填数字。",
        "Give digits only.",
    ),
    "E-RANGE": _e(
        "数值{shown}超出允许范围（{limits}）。", "{shown} is outside the permitted range ({limits})."
    ),
    "E-UNIT": _e(
        "单位有矛盾或不能用于此处：{why}。",
        "The units contradict each other or do not fit: {why}.",
        "请统一单位后重新上传。",
        "Use one unit and upload it again.",
    ),
    "E-PCT": _e(
        "“{value}”有两种读法：{value}%或{times}%。",
        "“{value}” can be read as {value} % or as {times} %.",
        "请写明百分号，或在列名中注明“（%）”。",
        "Write the per cent sign, or put “(%)” into the column's name.",
    ),
    "E-SCI": _e(
        "号码被存成了科学计数法（{shown}），末尾几位已经丢失，不能猜测。",
        "The number was kept in scientific notation ({shown}); its last digits are lost and cannot be guessed.",
        "请把该列设为“文本”格式，按原件重新填写。",
        "Format the column as text and fill it in anew from the original.",
    ),
    "E-ZERO": _e(
        "前导零可能已丢失：{why}。",
        "A leading zero seems to be lost: {why}.",
        "请把该列设为“文本”格式后补上。",
        "Format the column as text and put it back.",
    ),
    "E-LENGTH": _e("应为{wanted}位，现为{got}位。", "It should have {wanted} characters, not {got}."),
    "E-CODE-DATE": _e(
        "编号被表格软件改成了日期（{shown}）。",
        "The spreadsheet turned this number into a date ({shown}).",
        "请把该列设为“文本”格式后重新填写。",
        "Format the column as text and fill it in anew.",
    ),
    "E-DATE": _e(
        "读不出日期：{why}。",
        "No date can be read: {why}.",
        "请写成2013-05-06的样子。",
        "Write it like 2013-05-06.",
    ),
    "E-DATE-AMBIG": _e(
        "日期有不止一种读法：{readings}。",
        "The date can be read in more than one way: {readings}.",
        "请写成四位年份：2013-05-06。",
        "Write the year with four digits: 2013-05-06.",
    ),
    "E-DATE-RANGE": _e(
        "日期不合理：{why}。", "The date cannot be right: {why}.", "请核对。", "Please check it."
    ),
    "E-USCC": _e(
        "统一社会信用代码有误：{why}",
        "Wrong unified social credit code: {why}",
        "请与营业执照核对。",
        "Compare the business licence.",
    ),
    "W-USCC": _w(
        "统一社会信用代码可疑：{why}",
        "Doubtful unified social credit code: {why}",
        "请与营业执照核对。",
        "Compare the business licence.",
    ),
    "E-ID": _e("身份证号有误：{why}", "Wrong resident id: {why}", "请与证件核对。", "Compare the card."),
    "W-ID": _w("身份证号可疑：{why}", "Doubtful resident id: {why}", "请与证件核对。", "Compare the card."),
    "E-TEL": _e(
        "电话号码有误：{why}。",
        "Wrong telephone number: {why}.",
        "手机号11位；固定电话连区号，如0575-84120000。",
        "Mobile numbers have 11 digits; give landlines with area code, such as 0575-84120000.",
    ),
    "E-EMAIL": _e(
        "电子邮箱格式有误。",
        "This is not an e-mail address.",
        "请写成name@example.cn的样子。",
        "Write it like name@example.cn.",
    ),
    "E-CHOICE": _e(
        "“{value}”不在可选项中。",
        "“{value}” is not one of the choices.",
        "{hint}",
        "{hint}",
    ),
}

_ROWS = {
    "E-DUP": _e(
        "与第{other}行重复：{key}相同。",
        "The same as row {other}: equal {key}.",
        "请只留一行。",
        "Keep only one of them.",
    ),
    "E-DUP-CONFLICT": _e(
        "同一代码有两个名称：第{other}行为“{name}”。",
        "One code, two names: row {other} has “{name}”.",
        "请核对代码与名称；确已更名的，统一写现名。",
        "Compare code and name; if the firm was renamed use its present name throughout.",
    ),
    "W-SIMILAR": _w(
        "与第{other}行的“{name}”写法不同，可能是同一个。",
        "Spelt differently from “{name}” in row {other}; they may be the same.",
        "如是同一个，请统一写法；不是则确认。不会自动合并。",
        "If they are the same use one spelling, else confirm. They are never merged silently.",
    ),
    "W-UNIT-OUTLIER": _w(
        "数值约为同列通常值（{usual}）的{times}倍，可能填错了单位。",
        "About {times} times the usual value of this column ({usual}); the unit may be wrong.",
        "请核对单位；确实无误的，确认后导入。",
        "Check the unit; if it is right, confirm it.",
    ),
}

VERDICTS: dict[str, Verdict] = _FILE | _CELLS | _ROWS


def fault(
    finding: Finding, *, sheet: str = "", row: int | None = None, column: str = "", value: str = ""
) -> Fault:
    """The finding at its place."""
    verdict = VERDICTS[finding.code]
    return Fault(
        code=finding.code,
        text=_fill(verdict.text, finding.words),
        severity=verdict.severity,
        sheet=sheet,
        row=row,
        column=column,
        value=value,
        remedy=_fill(verdict.remedy, finding.words) if verdict.remedy else None,
        needs_confirmation=verdict.needs_confirmation,
    )


def _fill(text: Text, words: dict[str, object]) -> Text:
    """Both languages filled; a word that is itself a `Text` gives each language its own."""
    zh = {name: word.zh if isinstance(word, Text) else word for name, word in words.items()}
    en = {name: word.en if isinstance(word, Text) else word for name, word in words.items()}
    return Text(text.zh.format(**zh), text.en.format(**en))
