"""The spreadsheet of organisations: its columns, how rows meet what is stored, and how they are kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from jingwei.documents.shapes import Column, ColumnKind, Fault, Resolution, Sheet, Values
from jingwei.kernel.text import Text
from jingwei.registry import access
from jingwei.registry.actions.organisations import OrganisationRow, import_organisations
from jingwei.registry.models import Account, Organisation, OrganisationName, Region
from jingwei.registry.queries.organisations import codes_known
from jingwei.registry.terms import OrganisationKind, RegionLevel
from jingwei.registry.wording import choice_labels

EDITION = "GB/T 4754-2011"
PLAIN = ("name", "name_en", "kind", "industry", "founded_on", "address")


def towns_by_spelling() -> dict[str, str]:
    """Names (with and without 镇 or 街道) and codes of towns → code."""
    found: dict[str, str] = {}
    for town in Region.objects.filter(level=RegionLevel.TOWN).order_by("-valid_to"):
        short = town.name.removesuffix("街道").removesuffix("镇")
        found |= {town.name: town.code, short: town.code, town.code: town.code}
        if town.name_en:
            found[town.name_en] = town.code
    return found


def kinds_by_spelling() -> dict[str, str]:
    """Labels in both languages and values of the kinds of organisations → value."""
    found = {value: value for value in OrganisationKind.values}
    for value, text in choice_labels(OrganisationKind).items():
        found |= {text.zh: value, text.en: value}
    return found | {"高校": OrganisationKind.UNIVERSITY.value, "科研院所": OrganisationKind.INSTITUTE.value}


def resolve(rows: Sequence[Values]) -> Sequence[Resolution]:
    """Compare rows with the register: by credit code, else by present or former name."""
    known = codes_known([row.get("uscc") for row in rows if row.get("uscc")])
    named = _named([str(row.get("name") or "") for row in rows])
    towns = _towns(rows)
    return [_resolved(row, known, named, towns) for row in rows]


def _towns(rows: Sequence[Values]) -> dict[str, Region]:
    """The towns the rows name, by code; of one code with several names the latest."""
    codes = {row["town"] for row in rows if row.get("town")}
    return {town.code: town for town in Region.objects.filter(code__in=codes).order_by("valid_from")}


def _named(names: Sequence[str]) -> dict[str, list[Organisation]]:
    """Organisations by each name they bear or bore."""
    found: dict[str, list[Organisation]] = {}
    for one in Organisation.objects.filter(name__in=names):
        found.setdefault(one.name, []).append(one)
    for former in OrganisationName.objects.filter(name__in=names).select_related("organisation"):
        if former.organisation not in found.setdefault(former.name, []):
            found[former.name].append(former.organisation)
    return found


def meeting(
    row: Values, known: Mapping[str, Organisation], named: Mapping[str, list[Organisation]]
) -> tuple[Organisation | None, tuple[Fault, ...]]:
    """The organisation a row means (None: a new one), and what is wrong with that."""
    code, name = row.get("uscc"), str(row.get("name") or "")
    if code and code in known:
        found = known[code]
        faults = (_renamed(found, name),) if name and name != found.name else ()
        return found, faults
    candidates = named.get(name, [])
    if len(candidates) > 1:
        return None, (_ambiguous(name),)
    if candidates and candidates[0].uscc and code:
        return None, (_other_code(candidates[0], name),)
    if not candidates:
        return None, ()
    found = candidates[0]
    return found, (_renamed(found, name),) if name != found.name else ()


def _renamed(found: Organisation, name: str) -> Fault:
    former = found.names.filter(name=name, valid_to__isnull=False).exists()
    if former:
        return Fault(
            "W-FORMER-NAME",
            Text(
                f"“{name}”是“{found}”的曾用名，名称不变。",
                f"“{name}” is a former name of “{found}”; the name stays.",
            ),
            severity="warning",
            column="name",
            value=name,
        )
    return Fault(
        "W-RENAMED",
        Text(
            f"统一社会信用代码已登记为“{found}”，将按更名处理：“{name}”。",
            f"This credit code is registered as “{found}”; the row is taken as a change of name to “{name}”.",
        ),
        severity="warning",
        column="name",
        value=name,
    )


def _ambiguous(name: str) -> Fault:
    return Fault(
        "E-AMBIGUOUS",
        Text(
            f"有多个单位叫“{name}”，请填写统一社会信用代码。",
            f"Several organisations are called “{name}”: give the credit code.",
        ),
        column="name",
        value=name,
    )


def _other_code(found: Organisation, name: str) -> Fault:
    return Fault(
        "E-DUP-CONFLICT",
        Text(
            f"“{name}”已登记，其统一社会信用代码为{found.uscc}。",
            f"“{name}” is registered with the credit code {found.uscc}.",
        ),
        column="uscc",
        value=name,
    )


def _resolved(
    row: Values,
    known: Mapping[str, Organisation],
    named: Mapping[str, list[Organisation]],
    towns: Mapping[Any, Region],
) -> Resolution:
    found, faults = meeting(row, known, named)
    values = fields_of(row, towns)
    if any(fault.code == "W-FORMER-NAME" for fault in faults):
        values.pop("name", None)
    pairs = {name: (getattr(found, name) if found else None, value) for name, value in values.items()}
    changes = {name: (old, new) for name, (old, new) in pairs.items() if found is None or old != new}
    return Resolution.of(is_new=found is None, changes=changes, faults=faults)


def fields_of(row: Values, towns: Mapping[Any, Region]) -> dict[str, Any]:
    """The fields of an organisation a row gives; empty cells say nothing and change nothing."""
    values = {name: row[name] for name in PLAIN if row.get(name) not in (None, "")}
    if row.get("uscc"):
        values["uscc"] = row["uscc"]
    if row.get("town"):
        values["town"] = towns.get(row["town"])
    if row.get("industry"):
        values["industry_edition"] = row.get("industry_edition") or EDITION
    return values


def store(*, by: Account, rows: Sequence[Values]) -> tuple[int, int]:
    """Keep rows that were resolved; gives how many were added and changed."""
    known = codes_known([row.get("uscc") for row in rows if row.get("uscc")])
    named = _named([str(row.get("name") or "") for row in rows])
    towns = _towns(rows)
    kept = []
    for row in rows:
        found, faults = meeting(row, known, named)
        if any(fault.severity == "error" for fault in faults):
            continue
        values = fields_of(row, towns)
        if any(fault.code == "W-FORMER-NAME" for fault in faults):
            values.pop("name", None)
        values.setdefault("kind", OrganisationKind.ENTERPRISE.value) if found is None else None
        kept.append(OrganisationRow(found, values))
    return import_organisations(by=by, rows=kept, on=access.today())


def may_import(account: object) -> bool:
    """Whether an account may import organisations."""
    return access.may(account, "import", Organisation)


organisations_sheet = Sheet(
    id="organisations",
    label=Text("单位名录", "Organisations"),
    columns=(
        Column(
            "uscc",
            Text("统一社会信用代码", "unified social credit code"),
            ColumnKind.USCC,
            aliases=("信用代码", "社会信用代码", "credit code"),
            example="91330603MA0000000X",
        ),
        Column(
            "name",
            Text("单位名称", "name"),
            required=True,
            aliases=("名称", "企业名称", "公司名称", "organisation"),
            names="uscc",
            max_length=200,
        ),
        Column("name_en", Text("英文名称", "English name"), max_length=200),
        Column(
            "kind",
            Text("单位类型", "kind of organisation"),
            ColumnKind.CHOICE,
            aliases=("类型", "单位性质"),
            choices=kinds_by_spelling,
        ),
        Column(
            "town",
            Text("所属镇街", "town or street"),
            ColumnKind.CHOICE,
            aliases=("镇街", "乡镇", "街道", "所在镇街"),
            choices=towns_by_spelling,
        ),
        Column(
            "industry",
            Text("行业代码", "industry code"),
            ColumnKind.CODE,
            aliases=("国民经济行业代码",),
            max_length=5,
        ),
        Column(
            "founded_on", Text("成立日期", "founded on"), ColumnKind.DATE, aliases=("注册日期", "注册时间")
        ),
        Column("address", Text("地址", "address"), aliases=("注册地址", "单位地址"), max_length=200),
    ),
    identity=("uscc", "name"),
    resolve=resolve,
    store=store,
    may=may_import,
    list_view="registry:organisations",
)
