"""Forms in which news names its sources: sites of cues, what follows them, "according to", citing, "X: C"."""
