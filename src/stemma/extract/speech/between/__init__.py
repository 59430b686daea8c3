"""What stands between a cue and its source, and between an office and its holder."""
