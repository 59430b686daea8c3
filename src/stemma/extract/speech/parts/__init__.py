"""Parts of reading a source: where its phrase ends, which words are its name, whom a short name means."""
