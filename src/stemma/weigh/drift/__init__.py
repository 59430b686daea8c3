"""What got lost on the way from an exemplar to its copy."""
