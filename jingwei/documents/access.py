"""Who sees an import: its uploader, and whoever may import into the same register."""

from typing import Any

from django.db.models import Q, QuerySet

from jingwei.documents.models import ImportRun
from jingwei.documents.shapes import Sheet, sheets

User = Any  # accounts live on a floor above


def visible(user: User, runs: QuerySet[ImportRun]) -> QuerySet[ImportRun]:
    """The imports `user` may see."""
    if not getattr(user, "is_authenticated", False):
        return runs.none()
    open_to = [sheet.id for sheet in sheets if sheet.may(user)]
    return runs.filter(Q(uploaded_by=user.pk) | Q(sheet__in=open_to))


def may(user: User, verb: str, obj: Sheet | ImportRun) -> bool:
    """``import`` for a sheet or run; ``view``, ``store``, ``abandon`` for a run. All but ``view`` need `Sheet.may`."""
    if not getattr(user, "is_authenticated", False):
        return False
    if isinstance(obj, ImportRun):
        sheet = sheets.get(obj.sheet)
        is_importer = sheet is not None and sheet.may(user)
        return is_importer or (verb == "view" and obj.uploaded_by_id == user.pk)
    return verb == "import" and obj.may(user)
