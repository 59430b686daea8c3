"""Write: the dossier as JSON, as a page to read and as findings in the terminal."""

from typing import Any

from stemma.model import Dossier
from stemma.registry import writers

__all__ = ["write"]

# By name, so that whoever only reads the help does not wait for them.
writers.register("html", "stemma.write.page:write_page")
writers.register("json", "stemma.write.dossier:write_json")


def write(dossier: Dossier, form: str, **options: Any) -> str | bytes:
    """The dossier in one of the registered forms.

    Args:
        dossier: what one run found.
        form: "json", "html", or the name of an installed writer.
        options: handed to the writer: `indent` for json, `full` for html.

    Returns:
        What to put into a file: text, or bytes where the form says so.

    Raises:
        UsageError: no writer has that name; the message lists those there are.
    """
    written: str | bytes = writers.find(form)(dossier, **options)
    return written
