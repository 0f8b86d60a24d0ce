"""Checking large files in the background."""

from django_tasks import task

from jingwei.documents.actions import check
from jingwei.documents.models import ImportRun

AT_ONCE = 256 * 1024  # bytes up to which a person can wait for the answer


@task()
def check_run(pk: int) -> str:
    """Check the run `pk`; gives the state it ended in."""
    return str(check(ImportRun.objects.get(pk=pk)).state)


def start_check(run: ImportRun) -> ImportRun:
    """Check a small file at once, a large one in the background (watch `progress` and `state`)."""
    if run.size <= AT_ONCE:
        return check(run)
    check_run.enqueue(run.pk)
    return run
