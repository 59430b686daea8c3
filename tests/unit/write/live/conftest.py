import pytest

from stemma.model import Dossier
from stemma.write.live.index import Index, make_index
from stemma.write.urgency import find_urgent
from stemma.write.view.lookup import make_lookup


@pytest.fixture(scope="session")
def index(dossier: Dossier) -> Index:
    lookup = make_lookup(dossier)
    return make_index(lookup, find_urgent(lookup), [story.id for story in dossier.stories])
