"""Opening a PDF in a child process, within limits of time, memory and pages."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from stemma.acquire.pages.saved import Unreadable
from stemma.settings import Limits

CHILD = Path(__file__).with_name("child.py")
FAULTS = {
    "encrypted": "an encrypted PDF: save it without its password",
    "broken": "a broken PDF, or none: it cannot be opened",
}


def run_limited(command: list[str], seconds: int, folder: Path | None = None) -> tuple[int, bytes, bytes]:
    """Run a program, and end it with all that it has started when its time is up.

    Args:
        command: the program and its arguments.
        seconds: how long it may take.
        folder: where it runs; the current one if None.

    Returns:
        Its exit code, and what it wrote to standard output and to standard error.

    Raises:
        subprocess.TimeoutExpired: it took longer.
        OSError: it cannot be run.
    """
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    try:
        output, said = process.communicate(timeout=seconds)
    except BaseException:  # an interruption too must leave nothing running
        _end_group(process)
        raise
    return process.returncode, output, said


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def open_pdf(path: Path, limits: Limits) -> dict[str, Any]:
    """What the child process finds: facts, and pages with their runs of letters.

    Args:
        path: the file.
        limits: how many pages it may have, and how long the child may take.

    Raises:
        Unreadable: it is encrypted, broken or too long, or the child took too long or crashed.
    """
    pages, seconds = limits.pdf_pages, limits.pdf_seconds
    command = [sys.executable, "-P", str(CHILD), str(path.absolute()), str(pages), str(seconds)]
    try:
        code, output, _ = run_limited(command, seconds)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"a PDF that takes more than {seconds} seconds (--limit pdf_seconds=NUMBER)") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"a PDF that cannot be opened ({error})") from error
    found = _parse(output) if code == 0 else None
    if found is None:
        raise Unreadable("a PDF that broke the program that opens such files")
    if found.get("fault") == "long":
        raise Unreadable(f"a PDF of {found['count']:,} pages, more than {pages:,} (--limit pdf_pages=NUMBER)")
    if "fault" in found:
        raise Unreadable(FAULTS[found["fault"]])
    return found


def _parse(output: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(output)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
