"""Readers of packed files: Zip and tar, and WACZ, which is a Zip of crawls."""
