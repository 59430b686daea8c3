"""What a speaker's stance is to one of the many claims that their words hold."""

from stemma.find.stances.denials import find_lead, has_verb_of_denial, read_stance

__all__ = ["find_lead", "has_verb_of_denial", "read_stance"]
