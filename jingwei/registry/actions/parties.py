"""Organisations as ledgers name them: by credit code, by name, by a former name, found or proposed anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from jingwei.documents.shapes import Fault
from jingwei.kernel.text import Text
from jingwei.registry.actions.organisations import OrganisationRow, import_organisations
from jingwei.registry.models import Account, Organisation, OrganisationName
from jingwei.registry.queries.batches import among
from jingwei.registry.terms import OrganisationKind

REGISTERED = Organisation.objects.select_related("town")
BRACKETS = str.maketrans("（）", "()")


@dataclass(frozen=True)
class Party:
    """What a row's credit code and name come to.

    `organisation` None with no error among `faults`: a new one would be made of `uscc` and `name`.
    """

    organisation: Organisation | None
    name: str
    uscc: str | None
    faults: tuple[Fault, ...] = ()

    @property
    def key(self) -> str:
        """What tells organisations apart before the new ones exist."""
        return f"#{self.organisation.pk}" if self.organisation else self.uscc or self.name


class Parties:
    """The organisations that rows name, found with a handful of queries.

    `rows` are typed values of an import; `name` and `code` the keys of the columns that hold name and credit code.
    """

    def __init__(
        self, rows: Sequence[Mapping[str, Any]], name: str = "organisation", code: str = "uscc"
    ) -> None:
        self._name, self._code = name, code
        codes = {str(row[code]) for row in rows if row.get(code)}
        names = {str(row[name]) for row in rows if row.get(name)}
        self._by_code = {one.uscc: one for one in among(REGISTERED, "uscc", codes)}
        self._by_name: dict[str, set[Organisation]] = {}
        for one in among(REGISTERED, "name", names):
            self._by_name.setdefault(one.name, set()).add(one)
        for row in among(OrganisationName.objects.select_related("organisation__town"), "name", names):
            self._by_name.setdefault(row.name, set()).add(row.organisation)
        self._all_names: list[str] | None = None

    def find(self, row: Mapping[str, Any]) -> Party:
        """The organisation of one row; never merges two names silently."""
        name, uscc = str(row.get(self._name) or ""), row.get(self._code) or None
        if uscc and uscc in self._by_code:
            return self._known(self._by_code[uscc], name, uscc)
        called = self._by_name.get(name, set())
        if uscc:
            return self._unknown_code(called, name, uscc)
        if len(called) == 1:
            return Party(next(iter(called)), name, None)
        return Party(None, name, None, (self._ambiguous(called, name) if called else self._missing(name),))

    def _known(self, organisation: Organisation, name: str, uscc: str) -> Party:
        if not name or organisation in self._by_name.get(name, set()):
            return Party(organisation, name or organisation.name, uscc)
        text = Text(
            f"代码{uscc}登记的单位是“{organisation.name}”，文件中写作“{name}”；按代码归入登记的单位，名称不改。",
            f"The code {uscc} belongs to “{organisation.name}”, the file "
            f"says “{name}”; the row goes by the code, the name stays.",
        )
        remedy = Text(
            "如该单位已更名，请到单位台账办理更名。",
            "If it was renamed, rename it in the register of organisations.",
        )
        return Party(
            organisation, name, uscc, (self._fault("W-RENAMED", text, name, remedy, severity="warning"),)
        )

    def _unknown_code(self, called: set[Organisation], name: str, uscc: str) -> Party:
        other = next((one for one in called if one.uscc), None)
        if other is not None:
            text = Text(
                f"“{name}”登记的代码是{other.uscc}，与文件中的{uscc}不一致。",
                f"“{name}” is registered with the code {other.uscc}, not {uscc}.",
            )
            return Party(None, name, uscc, (self._fault("E-PARTY-CODE", text, uscc, None, self._code),))
        if len(called) == 1:
            return Party(next(iter(called)), name, uscc)
        if not name:
            text = Text(
                f"台账中没有代码为{uscc}的单位。", f"No organisation with the code {uscc} is registered."
            )
            remedy = Text("请同时填写单位名称。", "Give its name too.")
            return Party(None, name, uscc, (self._fault("E-PARTY", text, uscc, remedy, self._code),))
        text = Text(
            f"台账中没有“{name}”（{uscc}），导入时将新增该单位。",
            f"“{name}” ({uscc}) is not registered yet and will be added with this import.",
        )
        return Party(None, name, uscc, (self._fault("N-PARTY-NEW", text, name, None, severity="note"),))

    def _missing(self, name: str) -> Fault:
        near = get_close_matches(name.translate(BRACKETS), self._names(), n=1, cutoff=0.6)
        hint = near[0] if near else ""
        text = Text(f"台账中没有名为“{name}”的单位。", f"No organisation called “{name}” is registered.")
        remedy = Text(
            (f"是否为“{hint}”？" if hint else "") + "请核对名称，或填写统一社会信用代码以新增该单位。",
            (f"Is it “{hint}”? " if hint else "") + "Check the name, or give its credit code to add it.",
        )
        return self._fault("E-PARTY", text, name, remedy)

    def _ambiguous(self, called: Iterable[Organisation], name: str) -> Fault:
        codes = "、".join(sorted(one.uscc or "—" for one in called))
        text = Text(
            f"有多家单位叫“{name}”（{codes}）。", f"Several organisations are called “{name}” ({codes})."
        )
        remedy = Text("请填写统一社会信用代码。", "Give the unified social credit code.")
        return self._fault("E-PARTY-MANY", text, name, remedy)

    def _names(self) -> list[str]:
        if self._all_names is None:
            self._all_names = [
                str(name).translate(BRACKETS) for name in Organisation.objects.values_list("name", flat=True)
            ]
        return self._all_names

    def _fault(
        self,
        code: str,
        text: Text,
        value: str,
        remedy: Text | None,
        column: str = "",
        severity: str = "error",
    ) -> Fault:
        return Fault(
            code,
            text,
            severity,
            column=column or self._name,
            value=value,
            remedy=remedy,
            needs_confirmation=severity == "warning",
        )


def settle(*, by: Account, parties: Iterable[Party], on: date) -> Mapping[str, Organisation]:
    """Add the organisations not registered yet, as of `on`; gives every party's organisation by `Party.key`."""
    found: dict[str, Organisation] = {}
    new: dict[str, Party] = {}
    for party in parties:
        if party.organisation:
            found[party.key] = party.organisation
        else:
            new.setdefault(party.key, party)
    rows = [
        OrganisationRow(
            None, {"name": party.name, "uscc": party.uscc, "kind": OrganisationKind.ENTERPRISE.value}
        )
        for party in new.values()
    ]
    if rows:
        import_organisations(by=by, rows=rows, on=on)
        codes = {party.uscc for party in new.values() if party.uscc}
        made = {one.uscc: one for one in among(REGISTERED, "uscc", codes)}
        found |= {key: made[party.uscc] for key, party in new.items()}
    return found
