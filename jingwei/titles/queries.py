"""What can be asked of titles; every question starts from what the reader may see."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from jingwei.registry.models import Organisation, Region
from jingwei.titles.access import published, visible
from jingwei.titles.models import Title
from jingwei.titles.rules import EXPIRED, RENEWED, REVOKED, VALID, TitleFacts, add_months

RELATED = ("type", "organisation", "person", "region", "town", "section")


def with_renewal(rows: QuerySet[Title]) -> QuerySet[Title]:
    """Titles with `renewed_on`: the day a renewal took their place, or None."""
    renewal = Title.objects.filter(renews=OuterRef("pk")).order_by("granted_on").values("granted_on")[:1]
    return rows.annotate(renewed_on=Subquery(renewal))


def facts_of(title: Title) -> TitleFacts:
    """The dates of a title that came through `with_renewal`."""
    renewed_on: date | None = getattr(title, "renewed_on", None)
    return TitleFacts(title.granted_on, title.valid_until, title.revoked_on, renewed_on)


def titles(user: object) -> QuerySet[Title]:
    """The titles of the reader's own register."""
    return with_renewal(visible(user, Title.objects.select_related(*RELATED)))


def public_titles() -> QuerySet[Title]:
    """The titles everybody may read about."""
    return with_renewal(published(Title.objects.select_related("type", "organisation", "region", "town")))


def openable_titles(user: object) -> QuerySet[Title]:
    """Titles whose page the reader may open: one's own in full, the published ones in their public fields."""
    own, open_to_all = visible(user, Title.objects.all()), published(Title.objects.all())
    rows = Title.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=open_to_all.values("pk")))
    return with_renewal(rows.select_related(*RELATED))


def titles_of(user: object, organisation: Organisation) -> QuerySet[Title]:
    """The titles of an organisation and its people, among those of the reader."""
    return titles(user).filter(organisation=organisation).order_by("-granted_on", "pk")


def titles_in(user: object, town: Region) -> QuerySet[Title]:
    """The titles of a town or street, among those of the reader."""
    return titles(user).filter(town=town).order_by("-granted_on", "pk")


def in_status(rows: QuerySet[Title], status: str, day: date) -> QuerySet[Title]:
    """The titles of one status on `day`, as `rules.status_on` has it."""
    revoked = Q(revoked_on__lte=day)
    # a condition on an empty date holds for nobody, and neither does its negation
    standing = Q(revoked_on__isnull=True) | Q(revoked_on__gt=day)
    renewed = Exists(Title.objects.filter(renews=OuterRef("pk"), granted_on__lte=day))
    expired = Q(valid_until__lt=day)
    current = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    conditions = {
        REVOKED: revoked,
        RENEWED: Q(renewed) & standing,
        EXPIRED: expired & ~Q(renewed) & standing,
        VALID: current & ~Q(renewed) & standing,
    }
    return rows.filter(conditions[status])


def due(rows: QuerySet[Title], day: date, months: int) -> QuerySet[Title]:
    """Valid titles that expire within `months` after `day` and have no renewal, as `rules.is_due` has it."""
    unrenewed = rows.filter(~Exists(Title.objects.filter(renews=OuterRef("pk"))))
    return in_status(unrenewed, VALID, day).filter(
        valid_until__gte=day, valid_until__lte=add_months(day, months)
    )
