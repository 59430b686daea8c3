"""The pages of all web archives of one run, by which a revisit finds the page that it refers to in another file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from stemma.model import Skipped


@dataclass(slots=True)
class Visits:
    """What was visited.

    Attributes:
        known: digests and addresses of everything that an archive holds, pages or not.
        open: revisits without their page in the same file: uri of the file, address, and what its page is known by.
    """

    known: set[str] = field(default_factory=set)
    open: list[tuple[str, str, str]] = field(default_factory=list)

    def name_absent(self) -> Iterator[Skipped]:
        """Yield one notice a file with revisits of pages that no file of the run holds."""
        absent = [(uri, address) for uri, address, key in self.open if key not in self.known]
        counts = Counter(uri for uri, _ in absent)
        first = dict(reversed(absent))
        for uri in sorted(counts):
            records = f"{counts[uri]} revisit record{'s' if counts[uri] > 1 else ''}"
            yield Skipped(uri=uri, reason=f"{records} of pages that no file here holds, such as {first[uri]}")
