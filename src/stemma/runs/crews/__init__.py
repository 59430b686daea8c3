"""Who does the work: this process, processes beside it, or the workers of a Dask cluster.

A crew is handed pieces of work and gives futures. What a document does to its worker, be it an error, the end of the
process or a hang, comes back through the future of that piece; the crew goes on.
"""

from stemma.runs.crews.cluster import Cluster
from stemma.runs.crews.crew import Alone, Crew, FaultError, GoneError, LostError
from stemma.runs.crews.processes import Processes
from stemma.runs.crews.shards import Sharded
from stemma.settings import PATIENCE

__all__ = ["Crew", "FaultError", "GoneError", "LostError", "make_crew"]


def make_crew(workers: int, dask: str | None = None, shards: str | None = None, patience: float = PATIENCE) -> Crew:
    """The crew asked for.

    Args:
        workers: processes on this machine; 0 is this process alone.
        dask: address of a Dask scheduler, which wins.
        shards: where work for the cluster is handed over, if not through the scheduler.
        patience: seconds after which a piece of work counts as hanging.
    """
    if not dask:
        return Processes(workers, patience) if workers else Alone()
    cluster = Cluster(dask, patience)
    return Sharded(cluster, shards) if shards else cluster
