"""Write: the dossier as JSON, as a page to read and as findings in the terminal."""

from typing import Any

from stemma.model import Dossier
from stemma.registry import writers
from stemma.write.dossier import read_dossier, read_schema, sort_dossier, write_json
from stemma.write.page import write_page
from stemma.write.terminal import print_findings

__all__ = ["print_findings", "read_dossier", "read_schema", "sort_dossier", "write"]

writers.register("html", write_page)
writers.register("json", write_json)


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
