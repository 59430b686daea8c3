"""Units that signs and codes name."""
