"""What a text says about itself: brackets, colons, 其中; each with its arithmetic."""

from fractions import Fraction

import pytest

from jingwei.kernel.text import Text
from jingwei.summary.rules.findings import Check, Verdict, of_section, worst
from jingwei.summary.rules.placeholders import parse
from jingwei.summary.rules.spans import fill
from jingwei.summary.rules.values import Sort, Value

ITEMS, PEOPLE = Text("项", "projects"), Text("人", "persons")


def found_in(text, language="zh", **numbers):
    values = {}
    for name, number in numbers.items():
        reference = f"x.{name}"
        sort = (
            Sort.PERCENT if name.startswith("rate") else Sort.MONEY if name.startswith("yuan") else Sort.COUNT
        )
        unit = PEOPLE if name.startswith("p") else Text("%", "%") if sort is Sort.PERCENT else ITEMS
        values[reference] = Value(reference, sort, Fraction(number), Text(name, name), unit)
        text = text.replace(f"[{name}]", f"{{{{ {reference} }}}}")
    return of_section("s", fill(parse(text), values, language), language)


def only(findings):
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    "text",
    [
        "共[t]（甲[a]、乙[b]）。",
        "共[t]：甲[a]，乙[b]。后文[c]",
        "[t] in all (a [a], b [b])",
        "listed [t] in the year: [a] old, [b] new.",
    ],
)
def test_parts_that_make_the_total(text):
    finding = only(found_in(text, t=10, a=4, b=6, c=99))
    assert (finding.check, finding.verdict, finding.arithmetic) == (Check.SUM, Verdict.PASS, "4 + 6 = 10")
    assert finding.references == ("x.t", "x.a", "x.b")


def test_parts_that_do_not():
    finding = only(found_in("省级[t]（[a]、[b]、[c]）", t=26, a=1, b=8, c=18))
    assert (finding.verdict, finding.arithmetic) == (Verdict.FAIL, "1 + 8 + 18 = 27 > 26")
    assert "1" in finding.note.zh
    assert finding.is_open


@pytest.mark.parametrize(
    ("text", "a", "verdict"),
    [
        ("共[t]（其中甲[a]）", 7, Verdict.PASS),
        ("共[t]（其中甲[a]）", 11, Verdict.FAIL),
        ("[t] (of which [a])", 11, Verdict.FAIL),
    ],
)
def test_a_part_named_by_qizhong_may_fall_short_and_never_exceeds(text, a, verdict):
    finding = only(found_in(text, t=10, a=a))
    assert (finding.check, finding.verdict) == (Check.SUBSET, verdict)


def test_the_nested_sum_of_the_real_sentence():
    text = "共[t]：国家级[n]（[n1]、[n2]），省级[p]（[q1]、[q2]），试制[r]。另有[z]。"
    findings = found_in(text, t=149, n=19, n1=12, n2=7, r=103, z=5, p=27, q1=20, q2=7)
    # a count of persons among projects cannot be added; the sums around it can
    assert [finding.verdict for finding in findings] == [
        Verdict.NOT_ASSESSABLE,
        Verdict.PASS,
        Verdict.NOT_ASSESSABLE,
    ]


def test_nested_sums_are_told_apart():
    findings = found_in(
        "共[t]：国家级[n]（[n1]、[n2]），省级[m]（[m1]、[m2]），试制[r]。",
        t=149,
        n=19,
        n1=12,
        n2=7,
        m=27,
        m1=20,
        m2=7,
        r=103,
    )
    assert [finding.arithmetic for finding in findings] == [
        "19 + 27 + 103 = 149",
        "12 + 7 = 19",
        "20 + 7 = 27",
    ]
    assert worst(findings) is Verdict.PASS


def test_growth_in_a_bracket_is_a_remark_and_no_part():
    assert not found_in("共[t]（增长[rate]，比重[rate2]）", t=10, rate=5, rate2=7)


def test_one_figure_in_a_bracket_is_no_sum():
    assert not found_in("共[t]（[a]）", t=10, a=10)


def test_fingerprints_outlive_the_numbers():
    before = only(found_in("共[t]（[a]、[b]）", t=10, a=4, b=6))
    after = only(found_in("共[t]（[a]、[b]）", t=11, a=4, b=6))
    assert before.fingerprint == after.fingerprint
    assert (before.verdict, after.verdict) == (Verdict.PASS, Verdict.FAIL)


def test_what_cannot_be_shown_is_a_failure():
    finding = only(of_section("s", fill(parse("{{ no.such }}"), {}, "zh"), "zh"))
    assert (finding.check, finding.verdict, finding.references) == (Check.FIGURE, Verdict.FAIL, ("no.such",))


def test_amounts_are_added_in_yuan():
    finding = only(found_in("共[yuant]（[yuana]、[yuanb]）", yuant=300, yuana=100, yuanb=150))
    assert finding.arithmetic == "1 + 1.5 = 2.5 < 3"
