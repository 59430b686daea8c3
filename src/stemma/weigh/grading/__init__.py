"""Grades that the evidence allows to propose."""
