"""Languages whose nouns show their case, and author's words between dashes: read beside the word orders of speech."""
