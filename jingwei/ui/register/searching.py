"""Looking for words in a register: what is asked of its own fields and of the records it points to, without a join."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, Q, QuerySet

from jingwei.ui.register import paging
from jingwei.ui.register.trigrams import HasTrigrams, is_answerable, is_common, searched


def through(model: type[Model], path: str, value: object, lookup: str = "in") -> Q:
    """The condition `path__lookup=value`; over a relation as a list of its keys, so that no join is needed."""
    head, _, rest = path.partition("__")
    if not rest:
        return Q(**{f"{head}__{lookup}": value})
    related = _related(model, head)
    return _tied(model, head, related._default_manager.filter(through(related, rest, value, lookup)))


def with_word(rows: QuerySet[Any], fields: Sequence[str], word: str) -> QuerySet[Any]:
    """The rows that hold a word in any of `fields`.

    A rare word is answered by the indexes of all the tables involved; of a common one every few rows hold it, and the
    list is looked along until its page is full.
    """
    groups = _by_relation(fields)
    few = [_few(rows, path, names, word) for path, names in groups.items()]
    found = [keys for keys in few if keys is not None]
    if len(found) < len(few):
        return rows.filter(_any_of(rows.model, fields, word))
    return rows.filter(pk__in=found[0].union(*found[1:]) if found[1:] else found[0])


def _few(rows: QuerySet[Any], path: str, names: Sequence[str], word: str) -> QuerySet[Any] | None:
    """Keys of the rows that hold the word in these fields, or None where they are many or no index says."""
    every = rows.model._default_manager.using(rows.db).order_by()
    owner = _related(rows.model, path) if path else rows.model
    holders = owner._default_manager.using(rows.db).order_by().filter(_any_of(owner, names, word))
    if set(names) <= set(searched(owner)) and is_answerable(word):
        if is_common(holders, word, paging.CAP):
            return None
        holders = holders.filter(HasTrigrams(owner, word))
    elif not path:
        return None
    if not path:
        return holders.values("pk")
    keys = every.filter(_tied(rows.model, path, holders)).values("pk")
    return None if keys[: paging.CAP + 1].count() > paging.CAP else keys


def _any_of(model: type[Model], fields: Sequence[str], word: str) -> Q:
    condition = Q()
    for name in fields:
        condition |= through(model, name, word, "icontains")
    return condition


def _by_relation(fields: Sequence[str]) -> dict[str, list[str]]:
    """Fields by the relation they are behind; one's own behind the empty one."""
    groups: dict[str, list[str]] = {}
    for name in fields:
        head, _, rest = name.partition("__")
        groups.setdefault(head if rest else "", []).append(rest or head)
    return groups


def _tied(model: type[Model], name: str, others: QuerySet[Any]) -> Q:
    """Rows that point to any of the others by the relation `name`, or that any of the others points to."""
    field: Any = model._meta.get_field(name)
    if field.one_to_many:
        return Q(pk__in=others.values(field.field.name))
    return Q(**{f"{name}__in": others.values("pk")})


def _related(model: type[Model], name: str) -> type[Model]:
    related: Any = model._meta.get_field(name).related_model
    found: type[Model] = related
    return found
