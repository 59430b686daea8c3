"""What speaks against two claims being one, however alike their words: other times, actors, places, or the opposite."""
