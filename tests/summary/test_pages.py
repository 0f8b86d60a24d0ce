"""The summary's pages as people meet them: who gets in, what they read, what happens to two who write at once."""

import json
from argparse import Namespace

import pytest
from django.urls import reverse

from jingwei.kernel.command import FINDINGS, FINE
from jingwei.kernel.errors import InputError
from jingwei.summary import actions
from jingwei.summary.cli.composing import commands
from jingwei.summary.models import Summary, SummarySection

READ, EDIT = "/desk/summary/2013/", "/desk/summary/2013/enterprises/edit/"
AUTOSAVE = "/desk/summary/2013/enterprises/autosave/"


def page(client, url, **more):
    answer = client.get(url, **more)
    return answer, answer.content.decode()


def section():
    return SummarySection.objects.get(key="enterprises", summary__status="draft")


@pytest.fixture
def officer(draft, person):
    return person("officer", "high-tech")


@pytest.fixture
def issued(draft, director):
    return actions.issue(by=director, summary=draft)


@pytest.mark.parametrize("role", [None, "enterprise", "expert", "citizen"])
def test_drafts_are_for_the_bureau(client, draft, person, role):
    if role and role != "citizen":
        client.force_login(person(role))
    for url in (READ, EDIT, "/desk/summary/", "/desk/year/2013/"):
        assert client.get(url).status_code in {302, 403}
    for url in ("/summary/2013/", "/summary/2013/?version=1"):
        answer, text = page(client, url)
        assert answer.status_code == 404
        assert "149" not in text


def test_before_the_first_issue_the_public_page_says_so(client, draft):
    answer, text = page(client, "/summary/2013/", headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "The summary of 2013 has not been issued yet" in text
    assert client.get("/summary/1999/").status_code == 404


@pytest.mark.parametrize("role", ["supervisor", "auditor", "registrar", "finance"])
def test_who_watches_reads_and_changes_nothing(client, draft, person, role):
    client.force_login(person(role))
    answer, text = page(client, READ)
    assert answer.status_code == 200
    assert "149\u2060项" in text
    assert "/edit/" not in text
    assert client.get(EDIT).status_code == 403
    assert client.post(AUTOSAVE, {"revision": 1, "body": "改", "body_en": "x"}).status_code == 403
    assert client.post("/desk/summary/2013/issue/").status_code == 403


def test_reading_a_draft_shows_digest_findings_and_doors(client, draft, director):
    client.force_login(director)
    _answer, text = page(client, READ)
    assert reverse("figures:figure", args=["2013", "projects.listed"]) in text
    assert "148 ≠ 149" in text
    assert 'data-digest="sha256:' in text
    assert 'class="jw-fig is-odd"' in text


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_everyone_reads_what_is_issued(client, issued, language):
    answer, text = page(client, "/summary/2013/", headers={"accept-language": language})
    assert answer.status_code == 200
    assert ("科技项目" if language == "zh-hans" else "State and province newly listed") in text
    assert f"?snapshot={issued.snapshot.digest}" in text
    assert issued.digest in text


def test_a_document_changed_afterwards_is_not_shown(client, issued):
    document = issued.document
    document["sections"][0]["paragraphs"]["zh"][0][1]["text"] = "999项"
    Summary.objects.filter(pk=issued.pk).update(document=document)
    answer, text = page(client, "/summary/2013/")
    assert answer.status_code == 503
    assert "999" not in text


def test_the_earlier_version_stays_readable_and_says_it_was_corrected(client, issued, director):
    second = actions.correct(by=director, summary=issued, reason="补登")
    actions.issue(by=director, summary=second)
    _answer, now = page(client, "/summary/2013/")
    _answer, then = page(client, "/summary/2013/?version=1")
    assert "补登" in now
    assert "现行为第2版" in then


def test_editing_keeps_previews_and_counts_revisions(client, officer):
    client.force_login(officer)
    assert client.get(EDIT).status_code == 200
    text = "共{{ projects.listed | 项 }}<b>不是标记</b>，{{ 坏的 }}"
    answer = client.post(AUTOSAVE, {"revision": 1, "body": text, "body_en": "{{ projects.listed }}"})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert 'data-revision="2"' in shown
    assert "149\u2060项" in shown
    assert "&lt;b&gt;不是标记&lt;/b&gt;" in shown
    assert "第1行第" in shown, "where the text cannot be read"
    assert section().body == text


@pytest.mark.parametrize("url", [AUTOSAVE, EDIT])
def test_a_second_writer_gets_both_texts_and_nothing_is_overwritten(client, officer, url):
    client.force_login(officer)
    client.post(AUTOSAVE, {"revision": 1, "body": "先来的", "body_en": "first"})
    answer = client.post(url, {"revision": 1, "body": "后到的", "body_en": "second"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "先来的" in shown
    assert "后到的" in shown
    assert section().body == "先来的"
    assert 'name="revision" value="2"' in shown


def test_saving_without_script_comes_back_to_the_editor(client, officer):
    client.force_login(officer)
    answer = client.post(EDIT, {"revision": 1, "body": "新的", "body_en": "new"})
    assert (answer.status_code, answer["Location"]) == (302, EDIT)
    assert client.post(EDIT, {"revision": 2, "body": "字" * 20_001, "body_en": ""}).status_code == 400
    assert client.post(AUTOSAVE, {"revision": 2, "body": "字" * 20_001, "body_en": ""}).status_code == 400


def test_an_officer_of_another_section_does_not_get_in(client, draft, person):
    client.force_login(person("officer", "achievements"))
    assert client.get(EDIT).status_code == 403
    assert client.get("/desk/summary/2013/awards/edit/").status_code == 200
    assert client.get("/desk/summary/2013/no-such/edit/").status_code == 404


def test_the_picker_finds_figures_by_words(client, officer):
    client.force_login(officer)
    _answer, text = page(client, "/desk/summary/2013/enterprises/figures/?q=高新技术企业")
    assert "titles.enterprise_granted@type=high_tech_enterprise" in text
    _answer, nothing = page(client, "/desk/summary/2013/enterprises/figures/?q=不存在的词")
    assert "不存在的词" in nothing


def test_the_director_issues_and_opens_a_correction(client, draft, director):
    client.force_login(director)
    assert client.get("/desk/summary/2013/issue/").status_code == 405
    assert client.post("/desk/summary/2013/issue/")["Location"] == "/summary/2013/"
    assert client.post("/desk/summary/2013/correct/", {"reason": ""}).status_code == 302
    assert not Summary.objects.filter(version=2).exists()
    client.post("/desk/summary/2013/correct/", {"reason": "更正一处"})
    assert Summary.objects.get(version=2).reason == "更正一处"
    _answer, text = page(client, "/desk/summary/")
    assert text.count("<tr>") == 3


def test_a_refused_issue_says_what_must_be_mended(client, draft, director):
    SummarySection.objects.filter(key="awards").update(body="共{{ projects.nothing }}")
    client.force_login(director)
    _answer = client.post("/desk/summary/2013/issue/", follow=True)
    assert "projects.nothing" in _answer.content.decode()
    assert Summary.objects.get().status == "draft"


def test_the_director_begins_a_summary(client, year, director):
    client.force_login(director)
    _answer, text = page(client, "/desk/summary/")
    assert 'value="2013"' in text
    client.post("/desk/summary/create/", {"year": "2013"})
    assert Summary.objects.get().year == 2013
    assert client.post("/desk/summary/create/", {"year": "x"}).status_code == 302


def test_the_year_on_one_page(client, draft, director):
    client.force_login(director)
    answer, text = page(client, "/desk/year/2013/")
    assert answer.status_code == 200
    assert "1.138" in text, "new-product output: 845.48 / 742.95"
    assert "应到1.149" in text
    assert "慢于均速" in text
    assert "尚未登记" in text
    assert "148 ≠ 149" in text
    assert client.get("/home/").status_code == 302


def run(**values):
    (command,) = commands
    return command.run(Namespace(**{"year": 2013, "to": "md", "version": None, "json": False, **values}))


def test_the_command_writes_three_formats(draft, capsys):
    assert run() == FINE
    assert "[149\u2060项](</figures/2013/projects.listed/>)" in capsys.readouterr().out
    assert run(to="html") == FINE
    assert '<a class="jw-fig' in capsys.readouterr().out
    assert run(json=True) == FINE
    content = json.loads(capsys.readouterr().out)
    assert content["snapshot"].startswith("sha256:")
    assert [one["key"] for one in content["sections"]] == ["enterprises", "platforms", "awards"]
    assert {"explained", "pass"} == {one["verdict"] for one in content["findings"]}
    figure = content["sections"][0]["paragraphs"]["zh"][0][1]
    assert (figure["measure"], figure["value"], figure["records"]) == ("projects.listed", 149, 149)


def test_the_command_prints_an_issued_version_word_for_word(issued, capsys):
    assert run(json=True, version=1) == FINE
    content = json.loads(capsys.readouterr().out)
    assert content["digest"] == issued.digest
    assert content["sections"] == issued.document["sections"]


def test_the_command_answers_with_findings_and_with_misuse(draft, capsys):
    SummarySection.objects.filter(key="awards").update(body="共{{ projects.nothing }}")
    assert run() == FINDINGS
    with pytest.raises(InputError, match="2013"):
        run(year=1999)
    with pytest.raises(InputError, match="no version 7"):
        run(version=7)
