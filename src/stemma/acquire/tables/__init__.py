"""Readers of tables, one article a row: JSON Lines, CSV, Parquet."""
