"""Finds the figures of a text: a number, its hedge, its scale and its unit; see `lexicon.not_figures` for what is none.

Examples of the source: 近20万平方米, 2100多万元, 2万幅, 7.8亿 (元 understood), 25项以上, 三大园区, 4.3%和53.9% (two).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction

from jingwei.summary.proofread.intervals import Interval
from jingwei.summary.proofread.lexicon import hedges, not_figures, units
from jingwei.summary.proofread.lexicon.units import Family
from jingwei.summary.proofread.numerals import whole_number
from jingwei.summary.proofread.shapes import Figure, Hedge

_ARABIC = r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十百千零]{1,20}"
_NUMBER = re.compile(rf"(?P<percent>百分之)?(?:(?P<arabic>{_ARABIC})|(?P<chinese>{_CHINESE}))")
_SCALE = re.compile("|".join(sorted(units.SCALES, key=len, reverse=True)))
_UNIT = re.compile("|".join(re.escape(unit) for unit in sorted(units.FAMILY, key=len, reverse=True)))
_CHINESE_UNIT = re.compile("|".join(sorted(units.AFTER_CHINESE, key=len, reverse=True)))
_SET = re.compile("大(?:" + "|".join(sorted(hedges.SET_NOUNS, key=len, reverse=True)) + ")")
_TO = re.compile(r" ?(?:-{1,2}|—{1,2}|~|至|到) ?")
_INSIDE = re.compile("[" + "".join(hedges.INSIDE) + "]")
_AFTER = re.compile("|".join(re.escape(word) for word in sorted(hedges.AFTER, key=len, reverse=True)))
_BEFORE = re.compile("(?:" + "|".join(sorted(hedges.BEFORE, key=len, reverse=True)) + r")\s*$")
# A unit followed by these is the beginning of another word: 330人才, 1000人计划, 80年代.
_NOT_UNIT = {
    "人": re.compile(r"人(?:才|计划|民|工|均|力|工程|类|社|大|防)"),
    "年": re.compile(r"年(?:代|级|鉴|轻|龄)"),
    "家": re.compile(r"家(?:纺|电|庭|长|园|居|族|具)"),
    "院": re.compile(r"院(?:士|地|校企)"),
    "校": re.compile(r"校(?:企|地|友)"),
    "名": re.compile(r"名(?:牌|优|单|品|校|医|师)"),
    "级": re.compile(r"级"),
    "区": re.compile(r"区(?:域|级|块|位)"),
    "县": re.compile(r"县(?:级|域|委|区)"),
    "市": re.compile(r"市(?:级|场|委|区|值)"),
    "省": re.compile(r"省(?:级|委)"),
    "国": re.compile(r"国(?:家|际|内|产|道)"),
    "村": re.compile(r"村(?:级|委)"),
    "分": re.compile(r"分(?:别|钟|之|类|公司|院|中心|局|会)"),
    "点": re.compile(r"点(?:击|多|到)"),
    "度": re.compile(r"度(?:假)"),
    "间": re.compile(r"间(?:接|隔)"),
    "面": re.compile(r"面(?:积|料|向)"),
    "成": re.compile(r"成(?:果|立|员|套|功|长|为|交|本|效|绩)"),
    "路": re.compile(r"路(?:演|径)"),
    "块": re.compile(r"块(?:状)"),
    "期": re.compile(r"期(?:间|末|权|货|初)"),
    "场": re.compile(r"场(?:馆|地|所|景|外)"),
    "户": re.compile(r"户(?:外|籍)"),
    "所": re.compile(r"所(?:有|在|属|以)"),
    "处": re.compile(r"处(?:于|理|室|级|置)"),
    "站": re.compile(r"站(?:式|点)"),
    "个": re.compile(r"个(?:人|体|性|别)"),
    "条": re.compile(r"条(?:件|例)"),
    "类": re.compile(r"类(?:别|型|似)"),
    "天": re.compile(r"天(?:然|津|使)"),
    "员": re.compile(r"员(?:工)"),
    "点击": re.compile(r"点击"),
    "包": re.compile(r"包(?:括|含)"),
    "元": re.compile(r"元(?:旦|素|件|器)"),
    "部": re.compile(r"部(?:件|分|门|级|委|署|长)"),
    "批": re.compile(r"批(?:准|复|次)(?!次)"),
    "道": re.compile(r"道(?:路)"),
    "组": re.compile(r"组(?:织|建|成)"),
    "层": re.compile(r"层(?:次|面)"),
    "日": re.compile(r"日(?:常|报|本|益)?"),
    "g": re.compile(r"g"),
    "t": re.compile(r"t(?!\b)"),
}


@dataclass(frozen=True)
class _Number:
    """What stands at one place: value and how finely it was printed, before the unit."""

    value: Fraction
    step: Fraction
    end: int
    hedge: Hedge | None
    scaled: bool
    chinese: bool


@dataclass(frozen=True)
class _Printed:
    """A number with its unit."""

    number: _Number
    unit: str
    end: int  # of the number with its unit
    hedge: Hedge | None
    beyond: int  # behind a hedge that follows


def figures_of(text: str, shown: str) -> list[Figure]:
    """The figures of `text` (normalised); `shown` is the text as read, of the same length."""
    return _Scanner(text, shown).run()


class _Scanner:
    """One pass over the text from left to right."""

    def __init__(self, text: str, shown: str) -> None:
        self.text, self.shown = text, shown
        self.barred = not_figures.spans(text)
        self.starts = [start for start, _, _ in self.barred]
        self.found: list[Figure] = []

    def run(self) -> list[Figure]:
        place = 0
        while match := _NUMBER.search(self.text, place):
            place = self._at(match)
        return self.found

    def _at(self, match: "re.Match[str]") -> int:
        """Take what stands at `match`; gives where to go on."""
        start = match.start()
        barred = self._barred(start)
        if barred is not None:
            return max(barred, start + 1)
        idiom = not_figures.IDIOMS.match(self.text, start)
        if idiom and match["chinese"]:
            return max(idiom.end(), start + 1)
        printed = self._printed(start)
        if printed is None:
            return match.end()
        if (
            printed.number.chinese
            and printed.end != printed.number.end
            and not_figures.is_slogan(self.text, start, printed.end)
        ):
            return printed.end
        far = self._far_end(printed)
        self._add(start, printed, far)
        return (far or printed).beyond

    def _barred(self, start: int) -> int | None:
        place = bisect_right(self.starts, start) - 1
        if place >= 0 and self.barred[place][1] > start:
            return self.barred[place][1]
        return None

    def _printed(self, start: int) -> _Printed | None:
        """The number with unit that begins at `start`; None where there is no figure."""
        number = self._number(start)
        if number is None or (start and self.text[start - 1].isascii() and self.text[start - 1].isalpha()):
            return None
        unit = self._unit(number)
        if unit is None:
            return None
        end = number.end + len(unit)
        if unit.startswith("大"):
            return _Printed(number, unit[1:], number.end, number.hedge, number.end + len(unit))
        hedge, beyond = number.hedge, end
        after = _AFTER.match(self.text, end)
        if after and not self.text.startswith(("以上学", "以上职称", "以上人才", "以上文化"), end):
            if after[0] not in {"多", "余"} or _AT_AN_END.match(self.text, after.end()):
                hedge, beyond = hedges.AFTER[after[0]], after.end()
        return _Printed(number, unit, end, hedge, beyond)

    def _number(self, start: int) -> _Number | None:
        match = _NUMBER.match(self.text, start)
        if match is None:
            return None
        if match["arabic"]:
            digits = match["arabic"].replace(",", "")
            if len(digits) > LONGEST_NUMBER:
                return None
            value, step = Fraction(digits), Fraction(1, 10 ** len(digits.partition(".")[2]))
        else:
            whole = whole_number(match["chinese"])
            if not whole:
                return None
            value, step = Fraction(whole), Fraction(1)
        if match["percent"]:
            return _Number(value, step, match.end(), None, scaled=False, chinese=False)
        return self._with_scale(
            _Number(value, step, match.end(), None, scaled=False, chinese=bool(match["chinese"]))
        )

    def _with_scale(self, number: _Number) -> _Number:
        """With 多/余 and 万/亿 behind it; 3亿5000万 is one number."""
        end, hedge = number.end, None
        if inside := _INSIDE.match(self.text, end):
            hedge, end = hedges.INSIDE[inside[0]], inside.end()
        scale = _SCALE.match(self.text, end)
        if scale is None:
            kept = hedge is not None and (_UNIT.match(self.text, end) is not None)
            return _Number(
                number.value,
                number.step,
                end if kept else number.end,
                hedge if kept else None,
                False,
                number.chinese,
            )
        factor = units.SCALES[scale[0]]
        value, step, end = number.value * factor, number.step * factor, scale.end()
        if hedge is None and (inside := _INSIDE.match(self.text, end)) and inside[0] != "来":
            hedge, end = hedges.INSIDE[inside[0]], inside.end()
        more = re.compile(r"\d+(?:\.\d+)?(?=万|元|千)").match(self.text, end) if hedge is None else None
        if more and factor >= 10**8:
            rest = self._with_scale(_Number(Fraction(more[0]), Fraction(1), more.end(), None, False, False))
            if rest.value < factor:
                return _Number(value + rest.value, rest.step, rest.end, rest.hedge, True, number.chinese)
        return _Number(value, step, end, hedge, True, number.chinese)

    def _unit(self, number: _Number) -> str | None:
        """The unit behind a number: '' where it may do without; None where there is no figure."""
        text, end = self.text, number.end
        if text.startswith("百分之", end - len("百分之")):
            return ""
        whole = _SET.match(text, end)
        if whole and number.step == 1:
            return whole[0]
        match = (
            _CHINESE_UNIT.match(text, end) if number.chinese and not number.scaled else _UNIT.match(text, end)
        )
        while match is not None and self._begins_a_word(match[0], end):
            match = self._shorter(match[0], end)
        if match is not None:
            return match[0]
        if number.scaled or (not number.chinese and self._may_stand_bare(end)):
            return ""
        return None

    def _begins_a_word(self, unit: str, end: int) -> bool:
        pattern = _NOT_UNIT.get(unit)
        if pattern is not None and pattern.match(self.text, end):
            return True
        after = self.text[end + len(unit) : end + len(unit) + 1]
        return unit.isascii() and unit.isalpha() and after.isascii() and after.isalnum()

    def _shorter(self, unit: str, end: int) -> "re.Match[str] | None":
        """The next shorter unit at the same place."""
        for length in range(len(unit) - 1, 0, -1):
            if unit[:length] in units.FAMILY:
                return re.compile(re.escape(unit[:length])).match(self.text, end)
        return None

    def _may_stand_bare(self, end: int) -> bool:
        """Whether a number without unit is one of a list whose unit is printed once: 分别为12、15和20项."""
        return bool(_BARE_IN_LIST.match(self.text, end)) or self._is_cell(end)

    def _is_cell(self, end: int) -> bool:
        """Whether a bare number is a cell of a table typed as lines of text."""
        if not _CELL_END.match(self.text, end):
            return False
        return bool(_CELL.search(self._line_before(end)))

    def _line_before(self, end: int) -> str:
        """The line up to a place, of a cell no more than its last words."""
        return self.text[max(0, end - LONGEST_CELL) : end].rpartition("\n")[2]

    def _far_end(self, printed: _Printed) -> _Printed | None:
        """The upper end of a range (30—40家); None where there is none, or where it is a movement (从12家到15家)."""
        to = _TO.match(self.text, printed.end)
        if to is None or printed.hedge is not None:
            return None
        far = self._printed(to.end())
        if far is None or far.number.value <= printed.number.value:
            return None
        if printed.unit and printed.unit != far.unit:
            return None
        before = self.text[max(0, printed.end - 24) : printed.end]
        if to[0].strip() in {"至", "到"} and re.search(r"[从由自][^,。;、]*$", before):
            return None
        return far

    def _add(self, start: int, printed: _Printed, far: _Printed | None) -> None:
        last = self._with_header(far or printed)
        unit = self._meant(last.unit, last.number, start, last.end)
        percent = self.text.startswith("百分之", start)
        unit = "%" if percent or unit == "成" else unit
        factor = units.FACTOR.get(last.unit, Fraction(10 if last.unit == "成" else 1))
        low, high = (printed if far else last).number.value * factor, last.number.value * factor
        if far and not printed.unit and not printed.number.scaled and far.number.scaled:
            low = low * (far.number.value / self._bare_value(far))
        hedge = printed.hedge or last.hedge or self._hedge_before(start)
        step = last.number.step * factor
        self.found.append(
            Figure(
                text=self.shown[start : last.end],
                start=start,
                end=last.end,
                low=low,
                high=high,
                unit=units.BASE.get(unit, unit),
                hedge=hedge,
                true=_true(low, high, step, hedge, exact=_is_exact(unit, last.number)),
            )
        )

    def _with_header(self, printed: _Printed) -> _Printed:
        """A bare cell of a typed table takes the unit of its row: 技术合同成交额(亿元)  14  14.7."""
        if printed.unit or printed.number.scaled:
            return printed
        header = _ROW_UNIT.search(self._line_before(printed.end))
        if header is None:
            return printed
        factor = units.SCALES[header["scale"]] if header["scale"] else 1
        number = replace(
            printed.number,
            value=printed.number.value * factor,
            step=printed.number.step * factor,
            scaled=factor > 1,
        )
        return replace(printed, number=number, unit=header["unit"])

    def _bare_value(self, far: _Printed) -> Fraction:
        """The upper end as printed, before its scale: 30—40万元 scales both."""
        value = far.number.value
        for factor in sorted(units.SCALES.values(), reverse=True):
            if value % factor == 0 and value >= factor:
                return value / factor
        return value

    def _hedge_before(self, start: int) -> Hedge | None:
        match = _BEFORE.search(self.text, max(0, start - 4), start)
        word = match[0].strip() if match else ""
        if word == "过" and not re.search(r"(?:已|超|总数|均)过$", self.text[max(0, start - 4) : start]):
            return None
        return hedges.BEFORE.get(word)

    def _meant(self, unit: str, number: _Number, start: int, end: int) -> str:
        """The unit printed, or 元 where a scaled number without unit speaks of money: 累计7.8亿."""
        if unit or not number.scaled:
            return unit
        around = re.split(r"[。;\n]", self.text[max(0, start - 24) : start])[-1] + self.text[end : end + 6]
        if any(word in around for word in hedges.MONEY_WORDS) or number.value >= 10**8:
            return "元"
        return "元" if self.found and self.found[-1].unit == "元" and start - self.found[-1].end < 12 else ""


_BARE_IN_LIST = re.compile(
    rf" ?(?:、|,|和|与|及|以及|/) ?(?:{_ARABIC})(?:(?:、|,|和|与|及|以及|/)(?:{_ARABIC})){{0,12}} ?(?:[万亿]|%|个|项|家|件|人|名|场|次)"
)
_AT_AN_END = re.compile(r"[,。;、)\n]|$")
LONGEST_CELL = 80
LONGEST_NUMBER = 18
_ROW_UNIT = re.compile(
    r"\((?P<scale>万|亿)?(?P<unit>"
    + "|".join(re.escape(unit) for unit in sorted(units.FAMILY, key=len, reverse=True))
    + r")\)"
)
_CELL = re.compile(rf"\S.* {{1,12}}(?:{_ARABIC})$")
_CELL_END = re.compile(r" {2,12}\S| {0,12}(?:\n|$)")


def _is_exact(unit: str, number: _Number) -> bool:
    """Whether a count was printed to the last one; amounts and rates are always rounded."""
    return (
        not number.scaled
        and number.step == 1
        and units.family_of(unit) in units.COUNTS | {Family.TIME, Family.OTHER}
    )


def _true(low: Fraction, high: Fraction, step: Fraction, hedge: Hedge | None, *, exact: bool) -> Interval:
    """The values a print allows: half a unit of its last digit either way, further in the direction of the hedge."""
    half = Fraction(0) if exact else step / 2
    last = _last_digit(high, step)
    match hedge:
        case None:
            return Interval(low - half, high + half)
        case Hedge.NEARLY | Hedge.UNDER:
            return Interval(max(low - last, low / 2), high + half)
        case Hedge.ABOUT:
            reach = max(last / 2, high / 20, half)
            return Interval(low - reach, high + reach)
        case Hedge.OVER:
            return Interval(low - half, high + last)
        case Hedge.AT_LEAST:
            return Interval(low - half, None)


def _last_digit(value: Fraction, step: Fraction) -> Fraction:
    """The worth of the last digit that is not nought: 2100万 gives 100万, 1.5亿 gives 0.1亿."""
    if value == 0:
        return step
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return step
