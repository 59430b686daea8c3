"""The orders in which a verb of speech, its speaker and its content stand."""
