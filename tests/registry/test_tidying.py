"""Uploaded files and attempts to sign in are kept as long as the rules say, and no longer."""

import io
from argparse import Namespace
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.utils import timezone

from jingwei.documents.actions import abandon, check, receive
from jingwei.documents.models import ImportRun
from jingwei.documents.shapes import sheets
from jingwei.documents.storage import path_of
from jingwei.documents.terms import ImportState
from jingwei.kernel.errors import InputError
from jingwei.ledger.models import Entry
from jingwei.registry.actions.calendar import add_rule
from jingwei.registry.actions.sign_ins import record_sign_in
from jingwei.registry.actions.tidying import KEEP_UPLOADS, tidy
from jingwei.registry.cli import commands
from jingwei.registry.models import DatedRule, SignIn
from jingwei.registry.terms import LimitUnit, SignInOutcome

REGION = "330603"
LEDGER = "单位名称,统一社会信用代码,单位类型\n甲纺织有限公司,,企业\n"


@pytest.fixture
def upload(place, account, settings, tmp_path):
    """Uploads a ledger of organisations some days ago."""
    settings.MEDIA_ROOT = tmp_path
    registrar = account("registrar")

    def make(days: int, content: str = LEDGER) -> ImportRun:
        file = io.BytesIO(content.encode("utf-8-sig"))
        run = check(receive(by=registrar, sheet=sheets["organisations"], file=file, name="台账.csv"))
        run.uploaded_at = timezone.now() - timedelta(days=days)
        run.save()
        return run

    make.by = registrar
    return make


def removals() -> list[str]:
    rows = Entry.objects.filter(kind="documents.file_removed").order_by("index")
    return list(rows.values_list("subject", flat=True))


def test_a_file_goes_when_its_time_is_over_and_the_log_says_so(upload):
    young, old = upload(180), upload(181, LEDGER.replace("甲", "乙"))
    assert tidy(region=REGION).files == 1
    assert path_of(young.sha256).exists()
    assert not path_of(old.sha256).exists()
    assert removals() == [f"documents.importrun:{old.pk}"]
    assert tidy(region=REGION).files == 0, "what is gone is not removed again"
    assert len(removals()) == 1


def test_an_import_left_open_is_abandoned_with_its_file(upload):
    run = upload(181)
    assert run.state in {ImportState.READING, ImportState.READY, ImportState.REFUSED}
    ImportRun.objects.filter(pk=run.pk).update(state=ImportState.READY)
    tidy(region=REGION)
    run.refresh_from_db()
    assert (run.state, run.rows) == (ImportState.ABANDONED, [])


def test_a_file_two_imports_share_waits_for_the_last_and_time_runs_from_the_storing(upload):
    first, second = upload(400), upload(400)
    assert first.sha256 == second.sha256
    ImportRun.objects.filter(pk=first.pk).update(state=ImportState.READY)
    first.refresh_from_db()
    abandon(by=upload.by, run=first)
    ImportRun.objects.filter(pk=second.pk).update(state=ImportState.STORED, stored_at=timezone.now())
    assert tidy(region=REGION).files == 0
    ImportRun.objects.filter(pk=second.pk).update(stored_at=timezone.now() - timedelta(days=181))
    assert tidy(region=REGION).files == 1
    assert removals() == [f"documents.importrun:{run.pk}" for run in (first, second)]


def test_the_rule_of_the_bureau_goes_before_the_default_and_without_any_nothing_goes(upload, account):
    run = upload(31)
    assert tidy(region=REGION).files == 0
    add_rule(
        by=account("registrar"),
        rule=KEEP_UPLOADS,
        label="导入文件留存",
        label_en="keeping uploaded ledgers",
        jurisdiction=REGION,
        value=30,
        unit=LimitUnit.NATURAL,
        source="内部规定",
    )
    assert tidy(region=REGION).files == 1
    other = upload(400, LEDGER.replace("甲", "丙"))
    DatedRule.objects.filter(rule=KEEP_UPLOADS).delete()
    with pytest.raises(InputError):
        tidy(region=REGION)
    assert path_of(other.sha256).exists()
    assert not path_of(run.sha256).exists()


def test_the_command_tidies_for_the_place_and_says_what_it_did(upload, capsys):
    upload(181)
    attempt = record_sign_in(outcome=SignInOutcome.FAILED, username="someone")
    SignIn.objects.filter(pk=attempt.pk).update(at=timezone.now() - timedelta(days=400))
    assert project.PACK == "keqiao"
    [command] = [one for one in commands if one.name == "tidy"]
    assert command.run(Namespace()) == 0
    assert "1" in capsys.readouterr().out
    assert removals()
    assert not SignIn.objects.filter(pk=attempt.pk).exists()
