"""What may be otherwise than it looks: who may be the same, and so how far the count may be off."""
