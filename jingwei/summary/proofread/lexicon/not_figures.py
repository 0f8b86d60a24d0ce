"""Digits that are no figures: dates, ordinals, ranks, document numbers, names.

Each pattern has a name, an example from the genre and its form; where two fit at one place, the first is taken.
"""

import re
from typing import NamedTuple

from jingwei.summary.proofread.lexicon.times import YEAR
from jingwei.summary.proofread.lexicon.words import any_of, either


class NotFigure(NamedTuple):
    """What digits may be instead of a figure."""

    name: str
    example: str
    pattern: str


_N = r"[\d零一二两三四五六七八九十百千]{1,9}"
_DIGIT = "[一二三四五六七八九十]"
_TO = r" ?(?:-|—{1,2}|~|至|到|、|和|及|,) ?"
_BARE = r"(?<![\d.])"  # at the beginning of a number
_OPEN, _CLOSE = r"[\[(〔{]", r"[\])〕}]"
_QUOTE = '[”"]'

_DATES = (
    NotFigure("document number", "(2013)15号", rf"{_OPEN}(?:19|20)\d\d{_CLOSE}\s*第?\d{{1,6}}号"),
    NotFigure("calendar date", "2013-05-06", r"(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}日?"),
    NotFigure(
        "years",
        "2011-2013年",
        rf"{_BARE}(?:(?:19|20)\d\d|\d\d)年?(?:-|—{{1,2}}|~|至|到|、|和)(?:19|20)?\d\d年(?:度|末|底|初)?",
    ),
    NotFigure("numbered year", "1.2013年", rf"(?m:^) {{0,8}}\d{{1,2}}\.{YEAR}"),
    NotFigure("numbered rules", "新36条", r"(?<=新)\d{1,2}条"),
    NotFigure("year", "2013年度", rf"{_BARE}{YEAR}(?:度|末|底|初)?"),
    NotFigure("short year", "到12年", r"(?<=[自从到至截])\d\d年|(?<!\d)[01]\d年(?:底|末|初|度)"),
    NotFigure(
        "months and days",
        "5月12日",
        rf"(?<![\d个])(?<!\d\.)\d{{1,2}}(?:{_TO}\d{{1,2}}){{0,4}}月(?:份|底|末|初)?"
        rf"(?:\d{{1,2}}(?:{_TO}\d{{1,2}}){{0,4}}[日号])?",
    ),
    NotFigure("Chinese month", "十月份", rf"{_DIGIT}{{1,2}}月(?:份|底|末|初)"),
    NotFigure("day of a month", "26日", rf"{_BARE}(?<!为期)(?<!历时)\d{{1,2}}[日号](?!均)"),
    NotFigure("decade", "80年代", r"\d0年代"),
    NotFigure("quarter", "前三季度", rf"(?:前|第)?[一二三四1-4](?:{_TO}[一二三四1-4])?个?季度"),
)
_ORDINALS = (
    NotFigure(
        "ordinal",
        "第12届",
        rf"第 ?{_N}(?:{_TO}第?{_N}){{0,6}}"
        + any_of("个 名 位 次 届 批 期 家 项 年 轮 类 号 方 产业 党 条 章 款 场 季")
        + "?",
    ),
    NotFigure("edition list", "三、四届全会", rf"{_N}(?:、{_N}){{0,4}}(?=届(?:全会|会议|中全会))"),
    NotFigure(
        "session of a committee", "十届三次", "[一二三四五六七八九十]{1,4}届[一二三四五六七八九十]+[次中]"
    ),
    NotFigure("at one visit", "一次办成", "一次(?=办|改革|性|”|申|跑|告)|跑一次"),
    NotFigure(
        "party congress",
        "十八大精神",
        rf"{_DIGIT}{{1,4}}(?:大|届)(?:报告|精神|以来|召开|胜利|{_DIGIT}{{1,3}}中)",
    ),
    NotFigure(
        "rank",
        "位居全市第3位",
        either("[前列居]", any_of("进入 跻身 排名 排 位居 名列 位列"), "列全[省市国县区]", "居全[省市国县区]")
        + f"第?前?{_N}(?:位|名|强|甲|席|(?=[,。;、)]))",
    ),
    NotFigure("best so many", "全国百强", f"{any_of('世界 中国 全国 全省 全市 民企 民营企业')}?{_N}强"),
    NotFigure("class of prize", "二等奖", "[特一二三四五优]等(?:奖|功)?"),
    NotFigure("grade", "三星", r"[一二三四五六七八九\d][级星](?!以上\d)"),
    NotFigure(
        "phase of works",
        "二期工程",
        r"(?<![\d举办了])[一二三四五](?:、[一二三四五]){0,4}期(?!培训|讲座|班|活动|专题)",
    ),
    NotFigure(
        "Chinese plan period",
        "十二五规划",
        rf"[“\"]?{_DIGIT}{{1,3}}五{_QUOTE}?(?=规划|期间|末|时期|以来|重|科技|{_QUOTE})",
    ),
)
_NUMBERS_AS_NAMES = (
    NotFigure("memorial day", "5·12", rf"{_BARE}\d{{1,2}}·\d{{1,2}}"),
    NotFigure(
        "memorial day with a point",
        "4.26世界知识产权日",
        rf"(?<=[“\"])\d{{1,2}}\.\d{{1,2}}(?={_QUOTE})"
        rf"|{_BARE}\d{{1,2}}\.\d{{1,2}}(?=世界|知识产权|防灾|全国|国际|消费)",
    ),
    NotFigure(
        "telephone",
        "电话:0512-5200123",
        r"(?:电话|热线|传真|手机|邮编)[:为是]? ?[\d-]{4,20}|(?<!\d)0\d{2,3}-\d{7,8}"
        r"|(?<!\d)1[3-9]\d{9}(?!\d)|1\d{4}(?=热线|平台)",
    ),
    NotFigure("ratio or time", "9:30", rf"{_BARE}\d{{1,4}}:\d{{1,4}}(?![\d.]*[万亿%项家个])"),
    NotFigure("formula", "1+3+N", r"[“\"]?(?<!\d)\d{1,6}(?: ?[+×xX] ?[\dNnXx]{1,6}){1,8}"),
    NotFigure(
        "Latin name",
        "ISO9001",
        r"(?<![A-Za-z])[A-Za-z][A-Za-z.-]{0,20}\d{1,8}(?:\.\d{1,4})?[A-Za-z]{0,8}"
        r"|(?<!\d)\d{1,8}[A-Z][A-Za-z]{0,12}(?![²³\d])(?=[\u4e00-\u9fff、,。;)”\"]|$)",
    ),
    NotFigure(
        "version",
        "制造2.0",
        r"(?<=[\u4e00-\u9fff])\d\.0(?![\d%万亿])|(?<!\d)\d{1,6}(?:\.\d{1,4})?[版型]",
    ),
    NotFigure("generation", "80后", "[5-9]0后|0[05]后"),
    NotFigure(
        "programme of talents",
        "330人才计划",
        r"(?<!\d)\d{1,6}(?=人才(?:项目|计划|工程)|人计划|海外|英才|高校|工程|计划|行动|专项)",
    ),
    NotFigure("thousand talents", "千人计划", "[十百千万]{1,4}人(?:计划|工程|才)"),
)
_SLOGANS = (
    NotFigure(
        "party words",
        "四个意识",
        f"{_N}个"
        + any_of("全面 自信 意识 维护 确保 代表 文明 坚持 服从 注重 转变 结合 一批? 统筹 到位 机制"),
    ),
    NotFigure(
        "campaign", "百企千人", "[十百千万]{1,3}[县企村镇人户园校家项][十百千万零一二三四五六七八九]{1,6}"
    ),
    NotFigure("so many talents", "千百", "[十百千万]{2,4}"),
    NotFigure("vague dozens", "数十家", "[数几上成] ?[十百千万]{1,4}(?:个|家|项|名|人|件|场|次|余)?"),
    NotFigure(
        "enumerator",
        "(一)",
        r"(?m:^|(?<=[。;:!?(])) {0,8}[\d一二三四五六七八九十]{1,3}[、.)](?!\d)"
        rf"|\((?:\d{{1,2}}|{_DIGIT}{{1,3}})\)",
    ),
    NotFigure("one is", "一是", f"{_DIGIT}(?:是|要|手|来则)"),
)
PATTERNS = (*_DATES, *_ORDINALS, *_NUMBERS_AS_NAMES, *_SLOGANS)
_ALL = re.compile("|".join(f"(?P<k{number}>{one.pattern})" for number, one in enumerate(PATTERNS)))

_LONGEST_SLOGAN = 16
_QUOTE_OPENS = re.compile(rf"“[^”\n]{{0,{_LONGEST_SLOGAN}}}$")
_QUOTE_CLOSES = re.compile(rf"^[^“\n]{{0,{_LONGEST_SLOGAN}}}”")


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral stands in a short quoted slogan: “最后一公里”, “四换三名”; lists in quotes count."""
    before = _QUOTE_OPENS.search(text, max(0, start - _LONGEST_SLOGAN - 1), start)
    after = _QUOTE_CLOSES.match(text[end : end + _LONGEST_SLOGAN + 1])
    return before is not None and after is not None and "、" not in before[0] + after[0]


def spans(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a normalised text whose digits are no figures, in order: start, end, what it is."""
    return [
        (match.start(), match.end(), PATTERNS[int(match.lastgroup[1:])].name)
        for match in _ALL.finditer(text)
        if match.lastgroup and match.end() > match.start()
    ]
