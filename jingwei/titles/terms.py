"""Categories of titles, kinds of recipients, classes of awards."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TitleCategory(TextChoices):
    """What sort of thing is conferred."""

    QUALIFICATION = "qualification", _("Enterprise qualification")
    PLATFORM = "platform", _("R&D platform")
    TALENT = "talent", _("Talent")
    AWARD = "award", _("Science and technology award")
    DEMONSTRATION = "demonstration", _("Demonstration unit")
    HONOUR = "honour", _("Honour of the district")


class RecipientKind(TextChoices):
    """Who can receive it."""

    ORGANISATION = "organisation", _("To an organisation")
    PERSON = "person", _("To a person")
    REGION = "region", _("To a region")


class AwardClass(TextChoices):
    """Classes of an award; blank where the title has none."""

    SPECIAL = "special", _("Special class")
    FIRST = "first", _("First class")
    SECOND = "second", _("Second class")
    THIRD = "third", _("Third class")


class TitleStatus(TextChoices):
    """Whether a title still stands."""

    VALID = "valid", _("Valid")
    RENEWED = "renewed", _("Renewed")
    EXPIRED = "expired", _("Expired")
    REVOKED = "revoked", _("Revoked")
