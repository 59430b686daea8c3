"""A local Dask cluster of two processes; each line of standard input is answered with their numbers."""

import sys

from distributed import LocalCluster


def tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        memory_limit="600MB",
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        tell(cluster.scheduler_address)
        for _ in sys.stdin:
            tell(*[" ".join(str(nanny.pid) for nanny in cluster.workers.values() if nanny.pid)])
