"""A small invented story in four languages, so that Stemma can be tried without any article at hand.

Country, people, bodies and outlets do not exist. `gold.yaml` says what a careful reader finds in the articles.
"""

from pathlib import Path


def demo_folder() -> Path:
    """Return the folder that holds the demo's articles and their `meta.jsonl`."""
    return Path(__file__).parent / "articles"
