"""Columns of the registry's lists."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django_tables2 import A

from jingwei.registry.models import Account, DatedRule, Organisation, Person, SignIn
from jingwei.ui.register import Choice, Count, Day, Flag, Ident, Name, RegisterTable, State, Words
from jingwei.ui.templatetags.ui import isotime


class OrganisationTable(RegisterTable):
    """Organisations."""

    name = Name(verbose_name=_("name"), linkify=("registry:organisation", [A("pk")]))
    uscc = Ident(verbose_name=_("unified social credit code"))
    kind = Choice(verbose_name=_("kind of organisation"))
    town = Words(accessor="town", order_by=("town__order", "town__code"), verbose_name=_("town or street"))
    industry = Ident(verbose_name=_("industry code"))
    founded_on = Day(verbose_name=_("founded on"))
    name_en = Words(verbose_name=_("English name"), css="p3")
    address = Words(verbose_name=_("address"), css="p3")
    family = Words(accessor="family", order_by="family__name", verbose_name=_("belongs to"))
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Organisation
        fields = ()


class PersonTable(RegisterTable):
    """People; telephone and e-mail stand on the person's own page only."""

    name = Name(verbose_name=_("person's name"), linkify=("registry:person", [A("pk")]))
    title = Words(verbose_name=_("professional title"))
    works_at = Words(accessor="pk", orderable=False, verbose_name=_("works at"))
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Person
        fields = ()

    def value_works_at(self, record: Person) -> str:
        """Where somebody is employed, each employer once; the rows come with employments and employers."""
        return "、".join(dict.fromkeys(one.organisation.name for one in record.employments.all()))

    def render_works_at(self, record: Person) -> str:
        """The same as a cell."""
        return self.value_works_at(record) or "—"


class AccountTable(RegisterTable):
    """Accounts and the roles they hold."""

    username = Ident(verbose_name=_("user name"), linkify=("registry:account-detail", [A("pk")]))
    display_name = Name(verbose_name=_("displayed name"))
    held = Words(accessor="pk", orderable=False, verbose_name=_("roles"))
    is_active = Flag(verbose_name=_("open"))
    last_login = Day(verbose_name=_("last sign-in"))
    date_joined = Day(verbose_name=_("created on"))
    is_demo = Flag(verbose_name=_("demonstration data"))

    class Meta(RegisterTable.Meta):
        model = Account
        fields = ()

    def value_held(self, record: Account) -> str:
        """The roles held today; the rows come with those assignments."""
        held: list[Any] = getattr(record, "held_today", [])
        return "、".join(dict.fromkeys(str(one.get_role_display()) for one in held))

    def render_held(self, record: Account) -> str:
        """The same as a cell."""
        return self.value_held(record) or "—"


class RuleTable(RegisterTable):
    """Dated rules."""

    label = Name(
        accessor="words",
        order_by="label",
        verbose_name=_("label"),
        linkify=("registry:rule", [A("pk")]),
    )
    rule = Ident(verbose_name=_("rule"))
    jurisdiction = Ident(verbose_name=_("jurisdiction"))
    value = Count(verbose_name=_("value"))
    unit = Choice(verbose_name=_("unit"))
    valid_from = Day(verbose_name=_("valid from"))
    valid_to = Day(verbose_name=_("valid to"))
    source = Words(verbose_name=_("source"), css="p3")
    is_verified = Flag(verbose_name=_("checked against the source"))

    class Meta(RegisterTable.Meta):
        model = DatedRule
        fields = ()


class SignInTable(RegisterTable):
    """Attempts to sign in."""

    at = Name(verbose_name=_("time"))
    account = Words(accessor="account", order_by="account__username", verbose_name=_("account"))
    outcome = State(
        verbose_name=_("outcome"), kinds={"signed_in": "done", "failed": "wait", "locked": "late", "idle": ""}
    )
    address = Ident(verbose_name=_("network address"))

    class Meta(RegisterTable.Meta):
        model = SignIn
        fields = ()

    def render_at(self, value: Any) -> str:
        """To the minute, here."""
        return isotime(value)
