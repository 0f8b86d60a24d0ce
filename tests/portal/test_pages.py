"""The front window and the first screens of roles."""

import json

import pytest

from jingwei.ledger import queries as ledger
from jingwei.ledger import tree
from jingwei.ledger.models import Entry
from jingwei.portal.queries.log import proved
from jingwei.projects.models import Project
from jingwei.summary import actions


def page(client, url, **more):
    answer = client.get(url, **more)
    return answer, answer.content.decode()


def test_the_front_window_shows_figures_and_the_log(client, year):
    answer, text = page(client, "/")
    assert answer.status_code == 200
    assert "149项" in text
    assert f"{ledger.head().size:,}" in text
    assert ledger.head().root.hex() in text
    assert "还没有印发过总结" in text


def test_it_names_the_issued_summary_and_its_snapshot(client, draft, director):
    issued = actions.issue(by=director, summary=draft)
    _answer, text = page(client, "/", headers={"accept-language": "en"})
    assert "/summary/2013/" in text
    assert f"?snapshot={issued.snapshot.digest}" in text


@pytest.mark.parametrize("asked", ["abc", "-1", "99999999", "１２a", "9" * 40])
def test_a_receipt_that_is_none_says_so(client, year, asked):
    answer, text = page(client, "/check/", data={"receipt": asked})
    assert answer.status_code == 404
    assert 'aria-invalid="true"' in text


def test_a_receipt_leads_to_its_proof(client, year):
    answer = client.get("/check/", {"receipt": "1,0"})
    assert (answer.status_code, answer["Location"]) == (302, "/check/10/")
    answer, text = page(client, "/check/10/")
    row = Entry.objects.get(index=10)
    assert answer.status_code == 200
    assert row.kind in text
    assert tree.hash_leaf(row.leaf).hex() in text
    assert "证明通向根" in text
    assert client.get("/check/99999999/").status_code == 404


def test_the_receipts_of_a_history_lead_to_their_proofs_and_on_to_their_neighbours(client, year, director):
    client.force_login(director, backend="django.contrib.auth.backends.ModelBackend")
    project = Project.objects.order_by("pk").first()
    _answer, text = page(client, f"/projects/{project.pk}/")
    index = ledger.history(f"projects.project:{project.pk}")[0].index
    assert f'href="/check/{index}/"' in text
    last = ledger.head().size - 1
    for shown, neighbours in ((0, {1}), (7, {6, 8}), (last, {last - 1})):
        _answer, text = page(client, f"/check/{shown}/")
        assert {one for one in range(last + 2) if f'<a href="/check/{one}/">' in text} == neighbours


def test_the_proof_can_be_recomputed_from_what_the_page_shows(year):
    found = proved(7)
    tree.check_inclusion(
        index=7,
        size=found.size,
        leaf_hash=bytes.fromhex(found.leaf_hash),
        root=bytes.fromhex(found.root),
        proof=[bytes.fromhex(one) for one in found.hashes],
    )
    assert found.holds
    assert json.loads(found.leaf)["kind"] == found.kind


def test_a_log_that_was_tampered_with_is_not_called_sound(year, monkeypatch):
    head = ledger.head()
    monkeypatch.setattr(ledger, "head", lambda: type(head)(head.origin, head.size, bytes(32)))
    assert not proved(7).holds


def test_no_actor_stands_on_the_public_page(client, draft, director):
    entry = Entry.objects.order_by("-index").first()
    _answer, text = page(client, f"/check/{entry.index}/")
    assert director.username not in text


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("officer", "什么到期，什么等我办"),
        ("registrar", "已超期的项目"),
        ("finance", "最近变动"),
        ("supervisor", "谁做了什么"),
        ("auditor", "核验日志"),
        ("enterprise", "我的事项"),
        ("expert", "没有等您办的事"),
    ],
)
def test_every_role_has_its_first_screen(client, year, person, role, words):
    client.force_login(person(role))
    answer, text = page(client, "/home/")
    assert answer.status_code == 200
    assert words in text


def test_a_citizen_is_led_to_the_front_window(client, year):
    assert client.get("/home/")["Location"] == "/"
