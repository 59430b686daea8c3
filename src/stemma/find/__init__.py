"""Pure finders over (text, language) that several stages use."""

from stemma.find.gazetteer import find_demonym, find_outlet
from stemma.find.moments import find_moments
from stemma.find.names import find_names
from stemma.find.places import find_places, find_regions
from stemma.find.quantities import find_quantities
from stemma.find.sentences import find_sentences
from stemma.find.terms import find_terms, stem_word

__all__ = [
    "find_demonym",
    "find_moments",
    "find_names",
    "find_outlet",
    "find_places",
    "find_quantities",
    "find_regions",
    "find_sentences",
    "find_terms",
    "stem_word",
]
