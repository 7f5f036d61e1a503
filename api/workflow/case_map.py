"""The map of cases as a caller may see it: the index says where each lies, the casebook which are there."""

from dataclasses import dataclass

from api.archive import Archive
from api.identity import Caller, Right
from corpus.errors import CaseNotFound
from corpus.model.case import Case
from corpus.model.case_map import Cluster, Place


@dataclass(frozen=True)
class Placed:
    place: Place
    case: Case


@dataclass(frozen=True)
class Region:
    """A cluster and those of its cases that are in sight, the most typical first."""

    cluster: Cluster
    placed: tuple[Placed, ...]

    @property
    def name(self) -> str:
        return ", ".join(self.cluster.words) or f"cluster {self.cluster.number}"


def regions(archive: Archive, caller: Caller) -> tuple[Region, ...]:
    """Every cluster with a case in sight; none until an index of enough cases was built."""
    caller.require(Right.READ)
    clusters = archive.index.case_map().clusters
    numbers = {place.case_number for cluster in clusters for place in cluster.places}
    with archive.reading(caller) as call:
        cases = call.casebook.cases(numbers, caller.audiences)
    found = [
        Region(cluster, tuple(Placed(at, cases[at.case_number]) for at in cluster.places if at.case_number in cases))
        for cluster in clusters
    ]
    return tuple(region for region in found if region.placed)


def region(archive: Archive, caller: Caller, number: int) -> tuple[Region, tuple[Region, ...]]:
    """One cluster by its number, and all of them; raises CaseNotFound."""
    everything = regions(archive, caller)
    for found in everything:
        if found.cluster.number == number:
            return found, everything
    raise CaseNotFound("There is no such place on the map. It is drawn anew whenever the index is rebuilt.")
