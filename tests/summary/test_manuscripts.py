"""Texts given to the proofreader: who may, what is kept, what the log hears and what it does not."""

import json
import random

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from jingwei.figures.snapshot import live
from jingwei.figures.snapshot.manifest import SnapshotError
from jingwei.kernel.errors import InputError
from jingwei.ledger.models import Entry, Opening
from jingwei.registry.terms import Role
from jingwei.summary import actions, demo
from jingwei.summary.access import may, visible
from jingwei.summary.actions.manuscripts import LARGEST
from jingwei.summary.models import FindingVerdict, Manuscript, ManuscriptVersion
from jingwei.summary.proofread import Status
from jingwei.summary.queries.manuscripts import examine, manuscript_of, version_of
from jingwei.summary.terms import Judgement, TextSource

WRONG = "李某某牵头甲类10项（一等1项、二等2项）。"
ALSO = "乙类20项（一等1项、二等2项）。"
RIGHT = "李某某牵头甲类3项（一等1项、二等2项）。"
LIST, NEW = "/desk/proofreading/", "/desk/proofreading/new/"
READERS = {Role.DIRECTOR, Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR}


@pytest.fixture
def officer(year, person):
    return person("officer", "high-tech")


@pytest.fixture
def version(officer):
    return actions.start_manuscript(
        by=officer, title="李某某的稿子", text=WRONG + ALSO, source=TextSource.PASTED
    )


def open_marks(version):
    return [one.fingerprint for one in examine(version).findings if one.status is Status.FAIL]


def said_in_the_log():
    leaves = [bytes(entry.leaf).decode() for entry in Entry.objects.filter(subject__contains="manuscript")]
    return "".join(leaves), "".join(str(one.value) for one in Opening.objects.all())


# who


@pytest.mark.parametrize("role", sorted(Role.values))
def test_who_reads_and_who_writes(version, person, role):
    one = version.manuscript
    if role == Role.CITIZEN:
        from django.contrib.auth.models import AnonymousUser

        user = AnonymousUser()
    else:
        user = person(role, "high-tech" if role == Role.OFFICER else "")
    assert visible(user, Manuscript.objects.all()).exists() is (role in READERS)
    assert visible(user, ManuscriptVersion.objects.all()).exists() is (role in READERS)
    assert visible(user, FindingVerdict.objects.all()).count() == 0
    writes = role in {Role.DIRECTOR, Role.OFFICER}
    assert may(user, "add", Manuscript) is writes
    assert may(user, "edit", one) is writes


def test_officers_read_their_own_sections_texts(version, person, officer):
    stranger = person("officer", "achievements")
    assert manuscript_of(stranger, version.manuscript_id) is None
    assert not may(stranger, "edit", version.manuscript)
    assert may(officer, "edit", version.manuscript)
    mine = actions.start_manuscript(by=stranger, title="我的", text=WRONG, source=TextSource.PASTED)
    assert visible(stranger, Manuscript.objects.all()).get() == mine.manuscript


def test_what_the_director_begins_is_for_leaders_and_watchers(version, director, officer, person):
    one = actions.start_manuscript(by=director, title="内部", text=WRONG, source=TextSource.PASTED).manuscript
    assert one.section is None
    assert manuscript_of(officer, one.pk) is None
    assert manuscript_of(person("auditor"), one.pk) == one


@pytest.mark.parametrize("role", ["supervisor", "registrar"])
def test_nobody_else_acts(version, person, role):
    user, mark = person(role), open_marks(version)[0]
    for act in (
        lambda: actions.start_manuscript(by=user, title="x", text=WRONG, source=TextSource.PASTED),
        lambda: actions.add_version(
            by=user, manuscript=version.manuscript, text="x", source=TextSource.PASTED
        ),
        lambda: actions.judge(by=user, version=version, fingerprint=mark, judgement=Judgement.CONFIRMED),
        lambda: actions.withdraw(by=user, manuscript=version.manuscript, fingerprint=mark),
        lambda: actions.delete_manuscript(by=user, manuscript=version.manuscript),
    ):
        with pytest.raises(PermissionDenied):
            act()


# what


def test_a_text_is_kept_as_read_with_what_was_found(version):
    assert (version.number, version.body, version.failures) == (1, WRONG + ALSO, 2)
    assert version.digest.startswith("sha256:")
    assert version.manuscript.section.code == "high-tech"


@pytest.mark.parametrize("text", ["", " \n　", "\ufeff\n"])
def test_an_empty_text_is_refused(officer, text):
    with pytest.raises(InputError, match="no text"):
        actions.start_manuscript(by=officer, title="x", text=text, source=TextSource.PASTED)


def test_the_limit_is_one_megabyte_and_its_refusal_says_how_much_there_was(officer):
    fits = "字" * (LARGEST // 3)
    assert actions.start_manuscript(by=officer, title="大", text=fits, source=TextSource.TXT).figures == 0
    with pytest.raises(InputError) as refused:
        actions.start_manuscript(by=officer, title="大", text=fits + "字" * 400_000, source=TextSource.TXT)
    assert "2.1 MB" in refused.value.text.zh
    assert Manuscript.objects.count() == 1


def test_lines_of_other_systems_are_read(officer):
    version = actions.start_manuscript(
        by=officer, title="x", text="\ufeff甲\r\n乙\r丙\0\n\n", source=TextSource.TXT
    )
    assert version.body == "甲\n乙\n丙"


def test_a_verdict_holds_in_the_next_version_where_its_finding_stays(officer, version):
    first, second = open_marks(version)
    actions.judge(by=officer, version=version, fingerprint=first, judgement=Judgement.CONFIRMED)
    actions.judge(
        by=officer, version=version, fingerprint=second, judgement=Judgement.DISMISSED, reason="有三等奖"
    )
    later = actions.add_version(
        by=officer, manuscript=version.manuscript, text=RIGHT + ALSO, source=TextSource.PASTED
    )
    seen = examine(later)
    assert later.number == 2
    assert [one.fingerprint for one in seen.revision.resolved] == [first]
    assert [one.fingerprint for one in seen.revision.staying] == [second]
    assert seen.revision.new == ()
    assert seen.verdicts[second].reason == "有三等奖"
    assert examine(version).revision is None
    assert version_of(version.manuscript, 1) == version


def test_a_dismissal_needs_a_reason(officer, version):
    mark = open_marks(version)[0]
    for reason, words in (("  ", "needs a reason"), ("长" * 501, "at most 500")):
        with pytest.raises(InputError, match=words):
            actions.judge(
                by=officer,
                version=version,
                fingerprint=mark,
                judgement=Judgement.DISMISSED,
                reason=reason,
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        FindingVerdict.objects.create(
            manuscript=version.manuscript,
            fingerprint=mark,
            judgement=Judgement.DISMISSED,
            judged_at=version.added_at,
        )


def test_only_a_finding_of_the_text_can_be_judged(officer, version):
    with pytest.raises(InputError, match="no such finding"):
        actions.judge(by=officer, version=version, fingerprint="0" * 16, judgement=Judgement.CONFIRMED)


def test_a_verdict_is_withdrawn_once_and_may_be_given_again(officer, version):
    mark = open_marks(version)[0]
    one = version.manuscript
    with pytest.raises(InputError):
        actions.withdraw(by=officer, manuscript=one, fingerprint=mark)
    judged = actions.judge(
        by=officer, version=version, fingerprint=mark, judgement=Judgement.DISMISSED, reason="因为"
    )
    entries = Entry.objects.count()
    actions.judge(
        by=officer, version=version, fingerprint=mark, judgement=Judgement.DISMISSED, reason="因为 "
    )
    assert Entry.objects.count() == entries, "the same words again are no act"
    gone = actions.withdraw(by=officer, manuscript=one, fingerprint=mark)
    assert (gone.judgement, gone.reason) == (Judgement.WITHDRAWN, "")
    assert gone.receipt > judged.receipt
    with pytest.raises(InputError):
        actions.withdraw(by=officer, manuscript=one, fingerprint=mark)
    again = actions.judge(by=officer, version=version, fingerprint=mark, judgement=Judgement.CONFIRMED)
    assert again.pk == gone.pk


def test_the_same_text_is_no_new_version(officer, version):
    with pytest.raises(InputError, match="same as version 1"):
        actions.add_version(
            by=officer, manuscript=version.manuscript, text=WRONG + ALSO + "\r\n", source=TextSource.TXT
        )


def test_the_log_hears_of_every_act_and_of_no_word(officer, version):
    mark = open_marks(version)[0]
    one = version.manuscript
    actions.judge(
        by=officer, version=version, fingerprint=mark, judgement=Judgement.DISMISSED, reason="李某某说的"
    )
    actions.withdraw(by=officer, manuscript=one, fingerprint=mark)
    actions.add_version(by=officer, manuscript=one, text=RIGHT, source=TextSource.PASTED)
    actions.delete_manuscript(by=officer, manuscript=one)
    kinds = Entry.objects.filter(subject__contains="manuscript").order_by("index")
    assert list(kinds.values_list("kind", flat=True)) == [
        "summary.manuscript.started",
        "summary.verdict.given",
        "summary.verdict.withdrawn",
        "summary.manuscript.revised",
        "summary.manuscript.deleted",
    ]
    leaves, openings = said_in_the_log()
    for words in ("李某某", "甲类"):
        assert words not in leaves
        assert words not in openings
        assert json.dumps(words)[1:-1] not in leaves + openings
    assert mark not in leaves, "a short passage could be guessed from its fingerprint"
    assert version.digest not in leaves, "and a short text from its digest"


def test_deleting_takes_everything_along(officer, version):
    mark = open_marks(version)[0]
    actions.judge(by=officer, version=version, fingerprint=mark, judgement=Judgement.CONFIRMED)
    actions.delete_manuscript(by=officer, manuscript=version.manuscript)
    assert not Manuscript.objects.exists()
    assert not ManuscriptVersion.objects.exists()
    assert not FindingVerdict.objects.exists()


# pages


def page(client, url, **more):
    answer = client.get(url, **more)
    return answer, answer.content.decode()


def address(version, rest=""):
    return f"{LIST}{version.manuscript_id}/{rest}"


def judged(client, version, **values):
    return client.post(address(version, "judge/"), {"version": version.number, **values})


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_empty_list_says_what_to_do(client, officer, language):
    client.force_login(officer)
    answer, text = page(client, LIST, headers={"accept-language": language})
    assert answer.status_code == 200
    assert ("还没有校对过文字" if language == "zh-hans" else "No text has been proofread yet") in text
    assert NEW in text


def test_a_watcher_reads_the_list_and_begins_nothing(client, version, person):
    client.force_login(person("auditor"))
    answer, text = page(client, LIST)
    assert answer.status_code == 200
    assert "李某某的稿子" in text
    assert NEW not in text
    _answer, text = page(client, address(version))
    assert "<form" not in text.split('class="jw-proof"')[1].split("<footer")[0]
    assert client.get(NEW).status_code == 403
    assert judged(client, version, fingerprint=open_marks(version)[0]).status_code == 403


@pytest.mark.parametrize("rest", ["", "new-version/", "delete/", "findings.json", "?version=2", "?version=x"])
def test_another_sections_text_is_not_there(client, version, person, rest):
    client.force_login(person("officer", "achievements"))
    assert client.get(address(version, rest)).status_code == 404


def test_what_is_pasted_is_proofread(client, officer):
    client.force_login(officer)
    answer = client.post(NEW, {"title": "总结", "year": "2013", "text": WRONG})
    made = ManuscriptVersion.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, address(made))
    assert (made.manuscript.year, made.source) == (2013, "pasted")
    _answer, text = page(client, address(made))
    assert '<a class="jw-m fail"' in text
    assert "1 + 2 = 3" in text
    assert 'lang="en">FAIL' in text
    assert "不符" in text


def test_a_file_is_read(client, officer):
    client.force_login(officer)
    file = SimpleUploadedFile("稿.md", WRONG.encode("gb18030"))
    client.post(NEW, {"title": "文件", "text": "", "file": file})
    made = ManuscriptVersion.objects.get()
    assert (made.body, made.source) == (WRONG, "md")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": "x"}, "请在这里粘贴文字"),
        ({"title": "x", "text": "字", "file": ("a.txt", b"x")}, "只能选一种"),
        ({"title": "x", "file": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)}, "读不了"),
        ({"title": "", "text": "字"}, "必填"),
        ({"title": "x", "text": "字", "year": "13"}, "1990"),
        ({"title": "x", "text": "字" * 400_000}, "1 MB"),
    ],
)
def test_what_cannot_be_proofread_comes_back_with_its_words(client, officer, given, words):
    client.force_login(officer)
    values = {
        name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value
        for name, value in given.items()
    }
    answer = client.post(NEW, values)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    assert 'value="x"' in text or not given["title"]
    assert not Manuscript.objects.exists()


def test_the_address_is_the_view(client, officer, version):
    client.force_login(officer)
    _answer, every = page(client, address(version))
    _answer, passed = page(client, address(version, "?status=PASS"))
    assert every.count('class="jw-finding"') == 2
    assert passed.count('class="jw-finding"') == 0
    assert f'href="?#f-{open_marks(version)[0]}"' in passed, "a figure leads to its finding, shown or not"
    assert client.get(address(version, "?version=9")).status_code == 404


def test_a_verdict_comes_back_to_its_finding_as_it_was_filtered(client, officer, version):
    client.force_login(officer)
    mark = open_marks(version)[0]
    answer = judged(
        client,
        version,
        fingerprint=mark,
        judgement="confirmed",
        back="status=FAIL&next=https://elsewhere.example/",
    )
    assert answer["Location"] == f"{address(version)}?status=FAIL#f-{mark}"
    _answer, text = page(client, address(version))
    assert "确认有误" in text
    answer = client.post(address(version, "withdraw/"), {"fingerprint": mark, "back": ""})
    assert answer["Location"] == f"{address(version)}#f-{mark}"
    assert FindingVerdict.objects.get().judgement == "withdrawn"
    assert client.post(address(version, "withdraw/"), {"fingerprint": "<x>"})["Location"] == address(version)


def test_a_dismissal_without_reason_comes_back_open(client, officer, version):
    client.force_login(officer)
    mark = open_marks(version)[0]
    answer = judged(client, version, fingerprint=mark, judgement="dismissed", reason=" ")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "须写明理由" in text
    assert f'href="#reason-{mark}"' in text
    assert '<details class="jw-dismiss" open>' in text


def test_the_next_version_says_what_became_of_the_findings(client, officer, version):
    client.force_login(officer)
    assert client.get(address(version, "new-version/")).status_code == 200
    assert client.post(address(version, "new-version/"), {"text": WRONG + ALSO}).status_code == 422
    answer = client.post(address(version, "new-version/"), {"text": RIGHT + ALSO})
    assert answer["Location"] == address(version)
    _answer, text = page(client, address(version), headers={"accept-language": "en"})
    assert "Compared with version 1" in text
    assert "1 finding resolved" in text
    assert "1 stays" in text
    _answer, first = page(client, address(version, "?version=1"))
    assert "data-revision" not in first


def test_deleting_asks_first(client, officer, version):
    client.force_login(officer)
    _answer, text = page(client, address(version, "delete/"))
    assert "永久删除" in text
    assert Manuscript.objects.exists()
    assert client.post(address(version, "delete/"))["Location"] == LIST
    assert not Manuscript.objects.exists()


def test_findings_go_out_as_json(client, officer, version):
    client.force_login(officer)
    mark = open_marks(version)[0]
    judged(client, version, fingerprint=mark, judgement="dismissed", reason="有三等奖")
    answer = client.get(address(version, "findings.json"))
    assert "attachment" in answer["Content-Disposition"]
    given = json.loads(answer.content)
    assert given["digest"] == version.digest
    found = {one["fingerprint"]: one for one in given["findings"]}
    assert found[mark]["verdict"]["reason"] == "有三等奖"
    assert found[mark]["figures"] == ["10项", "1项", "2项"]
    assert (WRONG + ALSO)[found[mark]["start"] : found[mark]["end"]] == found[mark]["quote"]


def test_markup_in_a_text_stays_words(client, officer):
    client.force_login(officer)
    text = "<script>alert(1)</script>甲类10项（一等<b>1项</b>、二等2项）。"
    client.post(NEW, {"title": "<i>题</i>", "text": text})
    _answer, shown = page(client, address(ManuscriptVersion.objects.get()))
    assert "<script>alert" not in shown
    assert "<i>题" not in shown
    assert "&lt;script&gt;" in shown


def test_several_hundred_findings_are_leafed_through(client, officer):
    client.force_login(officer)
    text = "\n".join(f"第{n}类{n + 50}项（一等{n}项、二等2项）。" for n in range(1, 141))
    client.post(NEW, {"title": "长", "text": text})
    made = ManuscriptVersion.objects.get()
    assert made.failures > 100
    _answer, first = page(client, address(made))
    assert first.count('class="jw-finding"') == 100
    assert 'href="?page=2#f-' in first
    _answer, second = page(client, address(made, "?page=2"))
    assert second.count('class="jw-finding"') == made.failures - 100


def test_a_text_is_found_by_its_title(client, version, officer, person):
    client.force_login(officer)
    _answer, text = page(client, "/search/?q=李某某")
    assert address(version) in text
    client.force_login(person("officer", "achievements"))
    _answer, text = page(client, "/search/?q=李某某")
    assert address(version) not in text


# against the records


def test_with_a_year_the_text_is_held_against_the_records(client, officer):
    client.force_login(officer)
    client.post(NEW, {"title": "总结", "year": "2013", "text": "全年新列入省级以上科技项目148项。"})
    made = ManuscriptVersion.objects.get()
    assert made.failures == 1
    _answer, text = page(client, address(made), headers={"accept-language": "en"})
    assert "148项 ≠ 149项" in text
    assert 'href="/figures/2013/projects.listed/"' in text
    mark = open_marks(made)[0]
    assert judged(client, made, fingerprint=mark, judgement="confirmed").status_code == 302


def test_without_a_year_it_is_not(officer):
    version = actions.start_manuscript(
        by=officer, title="x", text="全年新列入省级以上科技项目148项。", source=TextSource.PASTED
    )
    assert examine(version).findings == ()


def test_records_that_cannot_be_read_are_said_and_stop_nothing(client, officer, monkeypatch):
    def refuse(folder):
        raise SnapshotError("表坏了", "the table is broken")

    client.force_login(officer)
    monkeypatch.setattr(live.taking, "declared_digests", lambda: {"projects.listed": "sha256:other"})
    monkeypatch.setattr(live.taking, "take", refuse)
    client.post(NEW, {"title": "总结", "year": "2013", "text": WRONG})
    answer, text = page(client, address(ManuscriptVersion.objects.get()))
    assert answer.status_code == 200
    assert "没有与台账对照" in text
    assert "表坏了" in text
    assert "1 + 2 = 3" in text


# the demonstration


def test_the_demonstration_has_a_text_in_two_versions(year):
    assert demo.make_texts(random.Random(2013)) == 2
    assert demo.make_texts(random.Random(2013)) == 0
    second = ManuscriptVersion.objects.get(number=2)
    seen = examine(second)
    assert "窗口受理咨询236件" in seen.revision.resolved[0].quote
    assert len(seen.revision.resolved) == 1
    assert seen.revision.new == ()
    assert {one.judgement for one in seen.verdicts.values()} == {"dismissed"}
