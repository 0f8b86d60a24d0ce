"""A proofread text on a terminal: how much was found, then what does not hold, with passage, arithmetic and reason."""

from collections import Counter
from collections.abc import Iterable, Iterator

from jingwei.kernel.text import Text
from jingwei.summary.proofread import Finding, Kind, Reading, Status
from jingwei.summary.rules.across import Across

STATUS = {
    Status.FAIL: Text("矛盾", "contradiction"),
    Status.UNCERTAIN: Text("存疑", "uncertain"),
    Status.PASS: Text("相符", "holds"),
    Status.NOT_ASSESSABLE: Text("无从核对", "not assessable"),
}
KIND = {
    Kind.SUM: Text("分项合计", "sum"),
    Kind.SUBSET: Text("部分与整体", "subset"),
    Kind.SHARE: Text("占比", "share"),
    Kind.GROWTH: Text("增长", "growth"),
    Kind.CUMULATIVE: Text("累计", "running total"),
    Kind.TARGET: Text("目标完成", "target"),
    Kind.REPEAT: Text("前后重复", "said twice"),
    Kind.UNIT: Text("计量单位", "unit"),
    Kind.MEASURE: Text("与台账对照", "against the records"),
}
COUNTS = Text(
    "{name}：数字{figures}个，关系{relations}处（{by_status}）",
    "{name}: {figures} figures, {relations} relations ({by_status})",
)
CLEAN = Text("没有发现矛盾或存疑之处。", "No contradiction and nothing uncertain.")
PLACE = Text("第{line}行", "line {line}")
AGAINST = Text("对照“{name}”：{quote}", "against “{name}”: {quote}")
BECAUSE = Text("理由：{reason}", "because {reason}")
_OPEN = (Status.FAIL, Status.UNCERTAIN)
_HEAD, _TAIL = 110, 60


def printed(
    name: str, reading: Reading, across: Iterable[Across], language: str | None, *, explain: bool = False
) -> str:
    """The text `name` in words: the open findings, or with `explain` all of them; ends with a line end."""
    rows = [*((one, None) for one in reading.findings), *((one.finding, one) for one in across)]
    shown = sorted(
        (row for row in rows if explain or row[0].status in _OPEN),
        key=lambda row: list(Status).index(row[0].status),
    )
    blocks = [_counts(name, reading, [one for one, _other in rows], language)]
    if not any(one.status in _OPEN for one, _other in rows):
        blocks.append(CLEAN.in_language(language))
    blocks += ["\n".join(_block(one, other, reading, language, explain)) for one, other in shown]
    return "\n\n".join(blocks) + "\n"


def _counts(name: str, reading: Reading, findings: list[Finding], language: str | None) -> str:
    tally = Counter(one.status for one in findings)
    by_status = ("，" if _is_chinese(language) else ", ").join(
        f"{word.in_language(language)} {tally[status]}" for status, word in STATUS.items()
    )
    return COUNTS.in_language(language).format(
        name=name, figures=len(reading.figures), relations=len(findings), by_status=by_status
    )


def _is_chinese(language: str | None) -> bool:
    return Text("zh", "en").in_language(language) == "zh"


def _block(
    finding: Finding, other: Across | None, reading: Reading, language: str | None, explain: bool
) -> Iterator[str]:
    line = PLACE.in_language(language).format(line=reading.text.count("\n", 0, finding.start) + 1)
    status, kind = STATUS[finding.status].in_language(language), KIND[finding.kind].in_language(language)
    yield f"【{status}】{kind} · {line} · {finding.fingerprint}"
    yield f"  {shortened(finding.quote)}"
    if other is not None:
        yield f"  {AGAINST.in_language(language).format(name=other.earlier.name, quote=shortened(other.earlier.quote))}"
    if finding.relation.arithmetic:
        yield f"  {finding.relation.arithmetic}"
    yield f"  {finding.relation.explanation.in_language(language)}"
    if explain:
        for reason in finding.relation.reasons:
            yield f"  {BECAUSE.in_language(language).format(reason=reason.in_language(language))}"


def shortened(quote: str) -> str:
    """A passage on one line, its middle left out where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _HEAD + _TAIL else f"{line[:_HEAD]} …… {line[-_TAIL:]}"
