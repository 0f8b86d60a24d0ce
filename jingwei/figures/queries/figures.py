"""References resolved to figures."""

from collections.abc import Iterable

from django.utils.timezone import localdate

from jingwei.figures.engine.engine import open_snapshot
from jingwei.figures.engine.figure import Figure
from jingwei.figures.engine.resolving import Resolver
from jingwei.figures.engine.subjects import RECEIVED, received_sources
from jingwei.figures.models import Snapshot
from jingwei.figures.references import Reference
from jingwei.figures.shapes import measures
from jingwei.kernel.periods import Period


def resolver(snapshot: Snapshot) -> Resolver:
    """What resolves references against `snapshot`. Raises SnapshotError where its files do not match its manifest."""
    return Resolver(open_snapshot(snapshot.digest), snapshot.digest)


def figure(reference: Reference | str, period: Period, snapshot: Snapshot) -> Figure:
    """The figure `reference` for `period`. Raises InputError for what does not exist, SnapshotError as `resolver`."""
    return resolver(snapshot).figure(reference, period)


def figures(references: Iterable[Reference | str], period: Period, snapshot: Snapshot) -> dict[str, Figure]:
    """Many figures at once, by the reference as it was given."""
    resolving = resolver(snapshot)
    return {str(reference): resolving.figure(reference, period) for reference in references}


def index_of(period: Period, snapshot: Snapshot) -> list[Figure]:
    """Every declared measure, then every received statistic there is for `period`, whole and without modifier."""
    resolving = resolver(snapshot)
    wanted = [Reference(measure.id) for measure in measures]
    received = [source for source in received_sources(resolving.engine) if source.period == str(period)]
    wanted += [Reference(f"{RECEIVED}{source.code}") for source in received]
    return [resolving.figure(reference, period) for reference in wanted]


def latest_year(snapshot: Snapshot) -> int:
    """The last year in which anything was counted or received; the year before this one where nothing was."""
    engine = open_snapshot(snapshot.digest)
    received = [int(source.period[:4]) for source in received_sources(engine)]
    counted = [day.year for day in (engine.last_day(measure) for measure in measures) if day]
    return min(max([*received, *counted], default=localdate().year - 1), localdate().year)
