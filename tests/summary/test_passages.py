"""Proofreading while one edits: what is said of a section's own words, beside its live figures."""

import pytest

from jingwei.summary.models import SummarySection

READ, EDIT = "/desk/summary/2013/", "/desk/summary/2013/enterprises/edit/"
AUTOSAVE = "/desk/summary/2013/enterprises/autosave/"
WRONG = "共{{ projects.listed | 项 }}。\n\n获奖10项（一等奖1项、二等奖2项）；另有{{ no.such }}。"


@pytest.fixture
def officer(draft, person):
    return person("officer", "high-tech")


def section():
    return SummarySection.objects.get(key="enterprises", summary__status="draft")


def test_the_template_gives_the_proofreader_nothing_to_say(client, draft, director):
    client.force_login(director)
    text = client.get(READ).content.decode()
    assert 'id="enterprises-p1"' in text
    assert "jw-sum" not in text


def test_saving_says_what_does_not_add_up_and_links_to_its_paragraph(client, officer):
    client.force_login(officer)
    answer = client.post(AUTOSAVE, {"revision": 1, "body": WRONG, "body_en": ""})
    shown = answer.content.decode()
    assert answer.status_code == 200, "nothing is blocked"
    assert 'href="#zh-p2"' in shown
    assert 'id="zh-p2"' in shown
    assert "1 + 2 = 3" in shown
    assert section().body == WRONG


def test_the_draft_lists_it_beside_the_text(client, officer, director):
    client.force_login(officer)
    client.post(AUTOSAVE, {"revision": 1, "body": WRONG, "body_en": ""})
    client.force_login(director)
    text = client.get(READ, headers={"accept-language": "en"}).content.decode()
    assert 'href="#enterprises-p2"' in text
    assert "FAIL" in text


def test_live_figures_are_read_with_their_values(client, officer):
    client.force_login(officer)
    body = "立项{{ projects.listed | 项 }}（甲100项、乙48项）。"
    shown = client.post(AUTOSAVE, {"revision": 1, "body": body, "body_en": ""}).content.decode()
    assert "149项" in shown.split('class="jw-sum">')[1].split("</pre>")[0]
