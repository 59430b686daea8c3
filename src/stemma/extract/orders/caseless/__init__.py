"""Cue frames of scripts without capitals, read by where the verb of their language stands."""
