"""Counting only once what comes again."""
