"""Digits that are no figures: dates, ordinals, ranks, document numbers, names. Each pattern with what it is for."""

import re

_N = r"[\d零一二两三四五六七八九十百千]{1,9}"
_TO = r" ?(?:-|—{1,2}|~|至|到|、|和|及|,) ?"
PATTERNS: tuple[tuple[str, str], ...] = (
    ("document number", r"[\[(〔{](?:19|20)\d\d[\])〕}]\s*第?\d{1,6}号"),
    ("calendar date", r"(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}日?"),
    (
        "years",
        rf"(?<![\d.])(?:(?:19|20)\d\d|\d\d)年?(?:-|—{{1,2}}|~|至|到|、|和)(?:19|20)?\d\d年(?:度|末|底|初)?",
    ),
    ("numbered year", r"(?m:^) {0,8}\d{1,2}\.(?:19|20)\d\d年"),
    ("numbered rules", r"(?<=新)\d{1,2}条"),
    ("year", r"(?<![\d.])(?:19|20)\d\d年(?:度|末|底|初)?"),
    ("short year", r"(?<=[自从到至截])\d\d年|(?<!\d)[01]\d年(?:底|末|初|度)"),
    (
        "months and days",
        rf"(?<![\d.个])\d{{1,2}}(?:{_TO}\d{{1,2}}){{0,4}}月(?:份|底|末|初)?(?:\d{{1,2}}(?:{_TO}\d{{1,2}}){{0,4}}[日号])?",
    ),
    ("Chinese month", r"[一二三四五六七八九十]{1,2}月(?:份|底|末|初)"),
    ("day of a month", r"(?<![\d.])(?<!为期)(?<!历时)\d{1,2}[日号](?!均)"),
    ("decade", r"\d0年代"),
    ("quarter", rf"(?:前|第)?[一二三四1-4](?:{_TO}[一二三四1-4])?个?季度"),
    (
        "ordinal",
        rf"第 ?{_N}(?:{_TO}第?{_N}){{0,6}}(?:个|名|位|次|届|批|期|家|项|年|轮|类|号|方|产业|党|条|章|款|场|季)?",
    ),
    ("edition list", rf"{_N}(?:、{_N}){{0,4}}(?=届(?:全会|会议|中全会))"),
    ("session of a committee", r"[一二三四五六七八九十]{1,4}届[一二三四五六七八九十]+[次中]"),
    ("at one visit", r"一次(?=办|改革|性|”|申|跑|告)|跑一次"),
    (
        "party congress",
        r"[一二三四五六七八九十]{1,4}(?:大|届)(?:报告|精神|以来|召开|胜利|[一二三四五六七八九十]{1,3}中)",
    ),
    (
        "rank",
        rf"(?:[前列居]|进入|跻身|排名|排|位居|名列|位列|列全[省市国县区]|居全[省市国县区])第?前?{_N}(?:位|名|强|甲|席|(?=[,。;、)]))",
    ),
    ("best so many", rf"(?:世界|中国|全国|全省|全市|民企|民营企业)?{_N}强"),
    ("class of prize", r"[特一二三四五优]等(?:奖|功)?"),
    ("grade", r"[一二三四五六七八九\d][级星](?!以上\d)"),
    ("phase of works", r"(?<![\d举办了])[一二三四五](?:、[一二三四五]){0,4}期(?!培训|讲座|班|活动|专题)"),
    (
        "Chinese plan period",
        r"[“\"]?[一二三四五六七八九十]{1,3}五[”\"]?(?=规划|期间|末|时期|以来|重|科技|[”\"])",
    ),
    ("memorial day", r"(?<![\d.])\d{1,2}·\d{1,2}"),
    (
        "memorial day with a point",
        r"(?<=[“\"])\d{1,2}\.\d{1,2}(?=[”\"])|(?<![\d.])\d{1,2}\.\d{1,2}(?=世界|知识产权|防灾|全国|国际|消费)",
    ),
    (
        "telephone",
        r"(?:电话|热线|传真|手机|邮编)[:为是]? ?[\d-]{4,20}|(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|1\d{4}(?=热线|平台)",
    ),
    ("ratio or time", r"(?<![\d.])\d{1,4}:\d{1,4}(?![\d.]*[万亿%项家个])"),
    ("formula", r"[“\"]?(?<!\d)\d{1,6}(?: ?[+×xX] ?[\dNnXx]{1,6}){1,8}"),
    (
        "Latin name",
        r"(?<![A-Za-z])[A-Za-z][A-Za-z.-]{0,20}\d{1,8}(?:\.\d{1,4})?[A-Za-z]{0,8}|(?<!\d)\d{1,8}[A-Z][A-Za-z]{0,12}(?![²³\d])(?=[\u4e00-\u9fff、,。;)”\"]|$)",
    ),
    ("version", r"(?<=[\u4e00-\u9fff])\d\.0(?![\d%万亿])|(?<!\d)\d{1,6}(?:\.\d{1,4})?[版型]"),
    ("generation", r"[5-9]0后|0[05]后"),
    (
        "programme of talents",
        r"(?<!\d)\d{1,6}(?=人才(?:项目|计划|工程)|人计划|海外|英才|高校|工程|计划|行动|专项)",
    ),
    ("thousand talents", r"[十百千万]{1,4}人(?:计划|工程|才)"),
    (
        "party words",
        rf"{_N}个(?:全面|自信|意识|维护|确保|代表|文明|坚持|服从|注重|转变|结合|一批?|统筹|到位|机制)",
    ),
    ("campaign", r"[十百千万]{1,3}[县企村镇人户园校家项][十百千万零一二三四五六七八九]{1,6}"),
    ("so many talents", r"[十百千万]{2,4}"),
    ("vague dozens", r"[数几上成] ?[十百千万]{1,4}(?:个|家|项|名|人|件|场|次|余)?"),
    (
        "enumerator",
        r"(?m:^|(?<=[。;:!?(])) {0,8}[\d一二三四五六七八九十]{1,3}[、.)](?!\d)|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)",
    ),
    ("one is", r"[一二三四五六七八九十](?:是|要|手|来则)"),
)
_ALL = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(PATTERNS)))

# Words that begin with a numeral and a measure word and count nothing.
IDIOMS = re.compile(
    r"一[家户村镇]一[家户村镇]|(?<=[熟荐])一家|一(?:个个|个(?:新|重要|良好|突出|亮点|方面|时期|阶段|台阶|整体|中心|目标|主题|月|多月|季度|字|好|又一)|次性|件事|件件|家(?:人|亲)|"
    r"条(?:龙|路|心)|张(?:网|图|表|蓝图)|年(?:来|一度|多|间|之计|四季|内)|名(?:一|不)|项项|场(?:硬仗|攻坚|大|空前|前所|视觉|盛|别开|及时|深刻)|支|种|部分|处理|对一|类|天|间|"
    r"方|定|些|体|流|批|系列|步|样|般|起|旦|村|线|手|揽子|站式|把手|系|如|改|并|致|直|切|时|向|举|道|篇文章|位一体)|"
    r"(?<!连续)(?<!为期)(?<!历时)[一二两三四五六七八九十]{1,4}年(?!就|共|累|内共|期的|增|提|翻|新)|[三四五]位一体|两个?(?:文明|不误|手|化|创|端|头|级|岸|地|翼|型|维护|百年|新|重|会|院|委|区|高|低|减|免)|"
    r"[三四五六]项?(?:制度|规定|纪律|清单|机制)|八项规定|十件实事|一周(?:年|期)|半(?:年|天|数|导体|成品|岛|径)|"
    r"(?:两|三|四|五|六|七|八|九|十)(?:农|化|创|新|严|实|同|会|院|级联动|方|地|维|角|产|通|减)"
)


QUOTED = re.compile(r"“[^”\n]{0,16}$"), re.compile(r"^[^“\n]{0,16}”")


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a Chinese numeral stands in a short quoted slogan: “最后一公里”, “四换三名”; lists in quotes count."""
    before = QUOTED[0].search(text, max(0, start - 17), start)
    after = QUOTED[1].match(text[end : end + 17])
    return before is not None and after is not None and "、" not in before[0] + after[0]


def spans(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a normalised text whose digits are no figures, in order: start, end, what it is."""
    found = []
    for match in _ALL.finditer(text):
        if match.lastgroup and match.end() > match.start():
            found.append((match.start(), match.end(), PATTERNS[int(match.lastgroup[1:])][0]))
    return found
