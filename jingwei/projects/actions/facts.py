"""What the log says in clear about a project or a subsidy: what anyone may know. Persons are never among it."""

from typing import Any

from jingwei.projects.models import Project, Subsidy


def project_facts(project: Project) -> dict[str, Any]:
    """Number, name, programme, undertaker, date, grant (fen) and status of a project."""
    return {
        "number": project.number,
        "name": project.name,
        "programme": project.programme.code,
        "undertaker": project.undertaker.name,
        "listed_on": project.listed_on.isoformat(),
        "grant_fen": project.grant_fen,
        "status": project.status,
    }


def subsidy_facts(subsidy: Subsidy) -> dict[str, Any]:
    """Project number, recipient, level, document, date and amount (fen) of a subsidy."""
    return {
        "project": subsidy.project.number if subsidy.project else None,
        "organisation": subsidy.organisation.name,
        "level": subsidy.level,
        "document": subsidy.document,
        "received_on": subsidy.received_on.isoformat(),
        "amount_fen": subsidy.amount_fen,
    }
