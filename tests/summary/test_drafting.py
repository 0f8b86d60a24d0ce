"""A summary from template to issue: live while drafted, frozen once issued, never overwritten, never half true."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import F

from jingwei.figures.queries import live_snapshot, snapshot
from jingwei.kernel.canonical import digest
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.ledger.models import Entry
from jingwei.ledger.queries import history
from jingwei.projects.actions import projects
from jingwei.projects.models import Project
from jingwei.summary import actions
from jingwei.summary.actions import Conflict
from jingwei.summary.actions.issuing import NotIssuable
from jingwei.summary.models import Summary, SummarySection
from jingwei.summary.queries import compose, composing, document
from jingwei.summary.queries.stated import against_stated
from jingwei.summary.rules.findings import Check, Finding, Verdict
from jingwei.summary.rules.writing import as_plain

PACK = settings.PACKS / "keqiao"


def filled(summary, **more):
    sections = list(
        SummarySection.objects.filter(summary=summary).select_related("summary").order_by("number")
    )
    return compose(summary, sections, live_snapshot(), **more)


def said(composed, language="zh"):
    return "\n".join(as_plain(section.paragraphs[language]) for section in composed.sections).replace(
        "\u2060", ""
    )


def section(summary, key="enterprises"):
    return SummarySection.objects.select_related("summary").get(summary=summary, key=key)


def write(by, row, body, body_en="English"):
    return actions.edit_section(by=by, section=row, revision=row.revision, body=body, body_en=body_en)


@pytest.fixture
def officer(draft, person):
    return person("officer", "high-tech")


def test_the_template_reads_whole_in_both_languages(draft):
    composed = filled(draft)
    assert not composed.failures
    assert "科技项目共149项：国家级19项（星火计划4项、火炬计划5项" in said(composed)
    assert "2,100多万元" in said(composed)
    assert "149\u00a0projects in the year: 19 national" in said(composed, "en")
    assert "⟨" not in said(composed) + said(composed, "en")
    sums = [one.arithmetic for one in composed.findings if one.check is Check.SUM]
    assert "19 + 27 + 103 = 149" in sums
    assert "1 + 8 + 2 + 6 + 2 + 5 + 2 + 1 = 27" in sums


def test_what_the_printed_paper_says_differently_is_explained(draft):
    found = against_stated(filled(draft))
    explained = {one.references[1]: one.arithmetic for one in found if one.verdict is Verdict.EXPLAINED}
    assert explained == {"F015": "148 ≠ 149", "F021": "26 ≠ 27"}
    assert {one.verdict for one in found} == {Verdict.PASS, Verdict.EXPLAINED}


def test_one_record_changed_moves_digest_figure_and_findings(draft, person):
    before = filled(draft)
    row = Project.objects.filter(programme__code="major_special", listed_on__year=2013).order_by("pk").first()
    change_listed(person("registrar"), row, 2012)
    after = filled(draft)
    assert after.snapshot.content != before.snapshot.content
    assert "科技项目共148项" in said(after)
    verdicts = {one.references[1]: one.verdict for one in against_stated(after)}
    assert (verdicts["F015"], verdicts["F021"]) == (Verdict.PASS, Verdict.PASS)
    assert verdicts["F023"] is Verdict.FAIL, "eight were printed, seven are left, and nothing explains that"
    fingerprints = [{one.fingerprint for one in against_stated(each)} for each in (before, after)]
    assert fingerprints[0] == fingerprints[1]


def change_listed(by, row, year):
    """The record as a registrar changes it."""
    projects.change_project(by=by, project=row, values={"listed_on": row.listed_on.replace(year=year)})


def test_two_editors_and_no_words_lost(draft, officer, director):
    first = second = section(draft)
    saved = write(officer, first, "甲写的{{ projects.listed | 项 }}")
    assert (saved.revision, saved.edited_by) == (2, officer)
    with pytest.raises(Conflict) as conflict:
        write(director, second, "乙写的")
    assert conflict.value.current.body == "甲写的{{ projects.listed | 项 }}"
    assert section(draft).body == "甲写的{{ projects.listed | 项 }}"
    steps = history(f"summary.summarysection:{first.pk}")
    assert [step.kind for step in steps] == ["summary.section.edited"]
    assert steps[0].body["facts"]["revision"] == 2


def test_the_same_words_again_are_no_act(draft, officer):
    row = section(draft)
    before = Entry.objects.count()
    assert (
        actions.edit_section(
            by=officer,
            section=row,
            revision=0,
            body=row.body + "\n\n",
            body_en=row.body_en.replace("\n", "\r\n"),
        ).revision
        == 1
    )
    assert Entry.objects.count() == before


def test_too_long_a_text_is_refused_in_both_languages(draft, officer):
    with pytest.raises(InputError) as refused:
        write(officer, section(draft), "字" * 20_001)
    assert "20001" in refused.value.text.zh
    assert "20001" in refused.value.text.en


def test_who_may_edit_what(draft, person, officer):
    write(officer, section(draft), "高新科")
    for stranger in (
        person("officer", "achievements"),
        person("registrar"),
        person("supervisor"),
        person("enterprise"),
    ):
        with pytest.raises(PermissionDenied):
            write(stranger, section(draft), "不该能写")
    with pytest.raises(PermissionDenied):
        actions.issue(by=officer, summary=draft)
    with pytest.raises(PermissionDenied):
        actions.create_from_template(by=officer, pack=PACK, year=2013)


def test_issued_is_frozen_and_in_the_log(draft, director):
    issued = actions.issue(by=director, summary=draft)
    assert issued.digest == digest(issued.document)
    entry = history(f"summary.summary:{issued.pk}")[0]
    assert (entry.index, entry.kind) == (issued.receipt, "summary.issued")
    assert entry.body["facts"]["digest"] == issued.digest
    assert entry.body["facts"]["snapshot"] == issued.snapshot.digest
    figure = next(
        span
        for paragraph in issued.document["sections"][0]["paragraphs"]["zh"]
        for span in paragraph
        if span.get("reference") == "projects.listed"
    )
    assert (figure["value"], figure["records"], figure["period"]) == (149, 149, "2013")
    assert figure["snapshot"] == issued.snapshot.digest
    assert figure["definition"].startswith("sha256:")
    assert figure["records_digest"].startswith("sha256:")


def test_an_issued_summary_comes_out_of_its_snapshot_again(draft, director, person):
    issued = actions.issue(by=director, summary=draft)
    row = Project.objects.filter(listed_on__year=2013, programme__family="national").first()
    change_listed(person("registrar"), row, 2012)
    sections = list(SummarySection.objects.filter(summary=issued).order_by("number"))
    again = document(compose(issued, sections, snapshot(issued.snapshot.digest), with_evidence=True))
    assert digest(again) == issued.digest
    assert digest(document(filled(issued, with_evidence=True))) != issued.digest


def test_nobody_edits_what_was_issued(draft, director):
    actions.issue(by=director, summary=draft)
    with pytest.raises(PermissionDenied):
        write(director, section(draft), "改不了")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "共{{ projects.listed | 项 }}"
            "（{{ projects.listed@family=national | 项 }}、{{ projects.listed@family=provincial | 项 }}）",
            "19 + 27 = 46",
        ),
        ("到账{{ subsidies.received | 万元 | say=3000 | 多 }}", "3,000"),
        ("共{{ projects.no_such }}", "projects.no_such"),
        ("共{{ projects.listed", "{{"),
        ("共{{ projects.listed@family=nothing }}", "nothing"),
    ],
)
def test_what_contradicts_the_records_is_not_issued(draft, director, text, words):
    write(director, section(draft), text, text)
    with pytest.raises(NotIssuable) as refused:
        actions.issue(by=director, summary=draft)
    assert words in refused.value.text.zh
    assert refused.value.findings
    draft.refresh_from_db()
    assert (draft.status, draft.snapshot) == ("draft", None)


def test_a_breakdown_that_does_not_add_up_is_not_issued(draft, director, monkeypatch):
    broken = Finding(
        Check.BREAKDOWN,
        Verdict.FAIL,
        "",
        Text("立项", "Listed"),
        "1 + 8 = 9 ≠ 10",
        Text("不符", "wrong"),
        ("projects.listed", "town"),
    )
    monkeypatch.setattr(composing, "_breakdowns", lambda found, snapshot: {"projects.listed": (broken,)})
    with pytest.raises(NotIssuable, match="1 \\+ 8 = 9"):
        actions.issue(by=director, summary=draft)


def test_a_correction_is_the_next_version(draft, director):
    with pytest.raises(InputError):
        actions.correct(by=director, summary=draft, reason="还没印发")
    issued = actions.issue(by=director, summary=draft)
    with pytest.raises(InputError):
        actions.correct(by=director, summary=issued, reason="  ")
    second = actions.correct(by=director, summary=issued, reason="补登一项")
    assert (second.version, second.status) == (2, "draft")
    assert [row.body for row in second.sections.order_by("number")] == [
        row.body for row in issued.sections.order_by("number")
    ]
    with pytest.raises(InputError):
        actions.correct(by=director, summary=issued, reason="再来一次")
    write(director, section(second), "更正后的文字", "Corrected words")
    assert actions.issue(by=director, summary=second).version == 2
    assert Summary.objects.get(pk=issued.pk).digest == issued.digest


def test_a_section_edited_while_issuing_is_not_issued_unread(draft, director, monkeypatch):
    from jingwei.summary.actions import issuing

    freeze = issuing.figures.freeze

    def freeze_and_edit(**values):
        SummarySection.objects.filter(summary=draft, key="awards").update(
            revision=F("revision") + 1, body="别的"
        )
        return freeze(**values)

    monkeypatch.setattr(issuing.figures, "freeze", freeze_and_edit)
    composed = issuing._composed
    kept = composed(draft, live_snapshot())
    monkeypatch.setattr(issuing, "_composed", lambda summary, taken: kept)
    with pytest.raises(InputError, match="changed while it was being issued"):
        actions.issue(by=director, summary=draft)


def test_there_is_one_summary_a_year_and_only_from_a_template(draft, director):
    with pytest.raises(InputError, match="drafted already"):
        actions.create_from_template(by=director, pack=PACK, year=2013)
    with pytest.raises(InputError, match="no template"):
        actions.create_from_template(by=director, pack=PACK, year=1999)
