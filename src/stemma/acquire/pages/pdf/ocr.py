"""Recognising the text of scanned pages with an installed `ocrmypdf`, which is never required."""

import shutil
import subprocess
from pathlib import Path

from stemma.acquire.pages.pdf.run import run_limited
from stemma.acquire.pages.saved import Unreadable
from stemma.settings import Settings

# What tesseract calls the languages that it is asked for.
TESSERACT = {
    "ar": "ara", "cs": "ces", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "id": "ind", "it": "ita",
    "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr",
    "zh": "chi_sim",
}  # fmt: skip


def recognise(path: Path, folder: Path, settings: Settings) -> Path:
    """A searchable copy of a scanned PDF.

    Args:
        path: the scanned file, which stays as it is.
        folder: an empty folder for the copy, gone after use.
        settings: how long it may take, and the language of its letters.

    Raises:
        Unreadable: no such program, too long, or it failed.
    """
    command = shutil.which("ocrmypdf")
    if command is None:
        raise Unreadable("a scanned PDF without a text layer, and no ocrmypdf is installed here: install it")
    copy = folder / "searchable.pdf"
    seconds, letters = settings.limits.ocr_seconds, TESSERACT.get(settings.language or "")
    call = [command, "--quiet", "--skip-text", "--output-type", "pdf", *(["--language", letters] if letters else [])]
    call += [str(path.absolute()), str(copy)]
    try:
        code, _, said = run_limited(call, seconds, folder)
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"a scanned PDF: ocrmypdf took more than {seconds} seconds (--limit ocr_seconds=NUMBER)"
        ) from None
    except OSError as error:
        raise Unreadable(f"a scanned PDF: ocrmypdf cannot be run ({error.strerror})") from error
    if code or not copy.is_file():
        lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines()]
        told = " ".join(line for line in lines if line and not line.startswith("Note:"))[-200:]
        raise Unreadable(f"a scanned PDF: ocrmypdf failed ({told or code})")
    return copy
