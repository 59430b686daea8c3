"""Word orders of which only some languages know: each switched on by the data of a language."""
