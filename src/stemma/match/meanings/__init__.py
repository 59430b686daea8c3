"""Sentence vectors: which claims get one, and how vectors of one story are made comparable."""
