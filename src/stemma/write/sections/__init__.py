"""The parts of report.html, top to bottom."""
