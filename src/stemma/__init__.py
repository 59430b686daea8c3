"""Stemma: who really said it. Traces claims across articles and languages to their independent origins.

>>> import stemma
>>> dossier = stemma.investigate(["folder/"])  # doctest: +SKIP
>>> dossier.assessments[0].independent.best  # doctest: +SKIP
1
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from stemma.errors import StemmaError
from stemma.model import Dossier
from stemma.settings import Settings

# The function takes the name from its package, as the public API promises `stemma.write(dossier, "json")`.
from stemma.write import write

__version__ = "0.1.0"
__all__ = ["Dossier", "Settings", "StemmaError", "investigate", "write"]


def investigate(
    paths: Iterable[str | Path], settings: Settings | None = None, progress: Callable[[str, str], None] | None = None
) -> Dossier:
    """Read articles and find who said what, where each claim came from, and how many independent origins it has.

    See `stemma.pipeline.investigate`, which this loads when first called, so that `import stemma` stays quick.
    """
    from stemma import pipeline

    return pipeline.investigate(paths, settings, progress)
