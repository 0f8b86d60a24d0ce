"""Signing in: closed to newcomers, locked after failures, idle sessions end, nothing secret is written down."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as project
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from jingwei.ledger.models import Entry, Opening
from jingwei.registry import rules
from jingwei.registry.actions.sign_ins import forget_old_sign_ins, password_changed, record_sign_in
from jingwei.registry.adapter import SealedFactorAdapter
from jingwei.registry.middleware import SEEN, UnkeptMiddleware
from jingwei.registry.models import SignIn
from jingwei.registry.oidc import account_for
from jingwei.registry.queries.sign_ins import locked_until
from jingwei.registry.terms import SignInOutcome

PASSWORD = "a-long-password"


def sign_in(client, username, password):
    return client.post(reverse("account_login"), {"login": username, "password": password})


def outcomes() -> list[str]:
    return list(SignIn.objects.order_by("pk").values_list("outcome", flat=True))


def test_who_signs_in_and_out_is_written_down(client, account):
    one = account("officer")
    assert sign_in(client, one.username, PASSWORD).status_code == 302
    client.post(reverse("account_logout"))
    rows = list(SignIn.objects.order_by("pk"))
    assert [(row.outcome, row.account) for row in rows] == [
        (SignInOutcome.SIGNED_IN, one),
        (SignInOutcome.SIGNED_OUT, one),
    ]
    assert all(row.address == "127.0.0.1" for row in rows)


def test_a_name_that_is_no_account_is_never_kept_in_clear(client, db):
    secret = "typed-my-password-here"
    sign_in(client, secret, "x")
    row = SignIn.objects.get()
    assert row.account is None
    assert secret not in str(SignIn.objects.values().get())


def test_five_failures_lock_the_name_even_for_the_right_password(client, account):
    one, other = account("officer"), account("officer")
    for _attempt in range(rules.ATTEMPTS_BY_NAME):
        sign_in(client, one.username, "wrong")
    answer = sign_in(client, one.username, PASSWORD)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
    assert outcomes()[-1] == SignInOutcome.LOCKED
    assert sign_in(client, other.username, PASSWORD).status_code == 302


def test_spelling_the_name_otherwise_does_not_go_round_the_lock(client, account):
    one = account("officer")
    for spelling in (one.username, one.username.upper(), f" {one.username}", one.username, one.username):
        sign_in(client, spelling, "wrong")
    assert locked_until(one.username, None) is not None


def test_the_lock_ends_by_itself(client, account):
    one = account("officer")
    for _attempt in range(rules.ATTEMPTS_BY_NAME):
        sign_in(client, one.username, "wrong")
    SignIn.objects.update(at=timezone.now() - rules.LOCK - timedelta(seconds=1))
    assert sign_in(client, one.username, PASSWORD).status_code == 302


def test_success_wipes_the_slate(client, account):
    one = account("officer")
    for _round in range(2):
        for _attempt in range(rules.ATTEMPTS_BY_NAME - 1):
            sign_in(client, one.username, "wrong")
        assert sign_in(client, one.username, PASSWORD).status_code == 302
        client.post(reverse("account_logout"))


def test_many_names_from_one_address_lock_the_address(client, account):
    one = account("officer")
    for number in range(rules.ATTEMPTS_BY_ADDRESS):
        record_sign_in(outcome=SignInOutcome.FAILED, username=f"guess{number}", address="127.0.0.1")
    sign_in(client, one.username, PASSWORD)
    assert outcomes()[-1] == SignInOutcome.LOCKED
    assert locked_until(one.username, "10.0.0.9") is None


MOMENTS = st.lists(
    st.integers(0, 3600).map(lambda second: datetime(2013, 1, 1, tzinfo=UTC) + timedelta(seconds=second)),
    max_size=12,
)


@given(MOMENTS, st.integers(1, 8))
def test_a_lock_needs_enough_failures_and_never_lasts_longer_than_the_rule(failures, attempts):
    now = datetime(2013, 1, 1, 1, tzinfo=UTC)
    end = rules.locked_until(failures, attempts, now)
    if end is None:
        return
    assert now < end <= now + rules.LOCK
    assert sum(1 for moment in failures if end - 2 * rules.LOCK <= moment <= now) >= attempts


def test_old_attempts_are_forgotten_after_a_year(db):
    row = record_sign_in(outcome=SignInOutcome.FAILED, username="someone")
    assert forget_old_sign_ins() == 0
    SignIn.objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(days=400))
    assert forget_old_sign_ins() == 1


def test_nobody_signs_up(client, db):
    assert client.get(reverse("account_signup")).status_code in {302, 403}
    client.post(reverse("account_signup"), {"username": "me", "password1": PASSWORD, "password2": PASSWORD})
    assert not SignIn.objects.exists()


def test_an_idle_session_ends_and_remembers_the_way(client, account):
    client.force_login(account("officer"))
    client.get(reverse("ui:home"))
    session = client.session
    session[SEEN] = int(timezone.now().timestamp()) - project.IDLE_SECONDS - 1
    session.save()
    answer = client.get(reverse("ui:search") + "?q=x")
    assert answer.status_code == 302
    assert answer.url == f"{reverse('account_login')}?next=%2Fsearch%2F%3Fq%3Dx"
    assert "_auth_user_id" not in client.session
    assert outcomes()[-1] == SignInOutcome.IDLE


def test_a_busy_session_lives_on(client, account):
    client.force_login(account("officer"))
    client.get(reverse("ui:home"))
    session = client.session
    session[SEEN] = int(timezone.now().timestamp()) - project.IDLE_SECONDS + 60
    session.save()
    assert client.get(reverse("ui:home")).status_code == 200
    assert client.session[SEEN] > session[SEEN]


def test_an_idle_htmx_request_is_led_to_the_login_page(client, account):
    client.force_login(account("officer"))
    session = client.session
    session[SEEN] = 0
    session.save()
    answer = client.get(reverse("ui:home"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith(reverse("account_login"))


def test_a_first_password_must_be_changed(client, account):
    one = account("officer")
    one.must_change_password = True
    one.save()
    client.force_login(one)
    way = client.get("/desk/organisations/?q=x").url
    assert way == f"{reverse('account_change_password')}?next=%2Fdesk%2Forganisations%2F%3Fq%3Dx"
    form = client.get(way)
    assert 'name="next" value="/desk/organisations/?q=x"' in form.content.decode()
    new = "another-long-one-9"
    answer = client.post(way, {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert (answer.status_code, answer.url) == (302, "/desk/organisations/?q=x")
    assert "密码修改成功" in client.get(answer.url).content.decode()
    one.refresh_from_db()
    assert not one.must_change_password
    assert Entry.objects.filter(kind="registry.account.password_changed").count() == 1
    assert client.get(reverse("ui:home")).status_code == 200


def test_nothing_shown_to_somebody_signed_in_is_kept_by_a_browser(client, account):
    public = reverse("registry:rules")
    assert "Cache-Control" not in client.get(public).headers
    one = account("officer")
    entered = sign_in(client, one.username, PASSWORD)
    addresses = (public, f"{public}?export=csv", "/nowhere/", reverse("registry:accounts"))
    for answer in (entered, *(client.get(address) for address in addresses)):
        assert {"no-store", "private"} <= set(answer["Cache-Control"].replace(" ", "").split(","))
    assert "no-store" in client.post(reverse("account_logout"))["Cache-Control"]
    assert "Cache-Control" not in client.get(public).headers


def test_a_download_named_by_its_content_may_be_kept(rf, account):
    request = rf.get("/")
    request.user = account("officer")
    kept = "public, max-age=31536000, immutable"
    answer = UnkeptMiddleware(lambda _request: HttpResponse(headers={"Cache-Control": kept}))(request)
    assert answer["Cache-Control"] == kept


def test_with_a_first_password_one_is_led_on_to_pages_of_the_house_alone(client, account):
    one = account("officer")
    one.must_change_password = True
    one.save()
    client.force_login(one)
    home = f"{reverse('account_change_password')}?next=%2Fhome%2F"
    assert reverse("ui:home") == "/home/"
    assert client.post(reverse("registry:organisation-add")).url == home
    assert client.get("/search/?q=x", headers={"HX-Request": "true"}).url == home
    new = "another-long-one-9"
    answer = client.post(
        reverse("account_change_password") + "?next=https://elsewhere.example/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert answer.url == reverse("registry:account")


def test_no_password_ever_reaches_the_log(account):
    one = account("officer")
    from django.db import transaction

    from jingwei.registry.acting import changes_between, note, snapshot_of

    with transaction.atomic():
        note(
            by=one,
            kind="registry.account.edited",
            record=one,
            changes=changes_between(None, snapshot_of(one)),
        )
        password_changed(account=one)
    everything = " ".join(Opening.objects.values_list("value", flat=True))
    assert one.password not in everything
    assert PASSWORD not in everything


def test_second_factors_are_kept_encrypted():
    adapter = SealedFactorAdapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert adapter.decrypt(sealed) == "JBSWY3DPEHPK3PXP"


def test_the_government_login_opens_bound_and_active_accounts_only(account):
    one = account("officer")
    one.external_id = "330600-17"
    one.save()
    assert account_for("330600-17") == one
    assert account_for("330600-18") is None
    assert account_for("") is None
    one.is_active = False
    one.save()
    assert account_for("330600-17") is None


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "至少要10个字符"), ("en", "at least 10 characters")]
)
def test_a_short_password_is_refused_in_the_readers_language(language, words):
    with translation.override(language), pytest.raises(ValidationError) as refused:
        validate_password("Kp7-x")
    assert any(words in said for said in refused.value.messages)
