"""Pages as browsers and users save them: what the file says of itself, the folder beside it."""

import re
import stat
from datetime import datetime
from pathlib import Path

HEAD = 4096  # bytes in which a browser notes where the page is from
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{1,2000}?)\s*-->", re.IGNORECASE)
SINGLE_FILE = re.compile(
    rb"<!--\s{1,9}Page saved with SingleFile\s{1,9}url:[ \t]{0,9}(https?://[^\s<>\"]{1,2000})"
    rb"(?:\s{1,9}saved date:[ \t]{0,9}([^\n(]{1,80}))?"
)
SINGLE_FILE_DATE = "%a %b %d %Y %H:%M:%S GMT%z"
ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
# What browsers and word processors call the folder of a page: "Storm hits coast_files", "Storm hits coast.files".
FOLDER_ENDS = (
    "_files", ".files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_arquivos",
    "_bestanden", "_pliki", "_soubory", "_filer", "-filer", "_tiedostot", "_dosyalar", "_fajlovi", "_datoteke",
    "_elemei", "_bylos",
)  # fmt: skip
PAGE_ENDS = (".html", ".htm", ".xhtml")


class Unreadable(Exception):  # noqa: N818  # a reason, which readers turn into Skipped
    """Why a file cannot be read, in words for the user."""


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        Unreadable: it is missing, locked, no regular file, or bigger than the limit.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device could wait for ever
            raise Unreadable("cannot be read (not a regular file)")
        if status.st_size > limit:
            raise Unreadable(f"bigger than {limit // 1_000_000} MB, too big for an article")
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror or error})") from error
    if not content.strip():
        raise Unreadable("empty file")
    return content


def is_address(text: str) -> bool:
    """True for the address of a web page."""
    return ADDRESS.fullmatch(text) is not None


def is_page_folder(folder: Path) -> bool:
    """True for the folder of pictures, scripts and frames that a browser puts beside a page it saves."""
    for end in FOLDER_ENDS:
        stem = folder.name.removesuffix(end)
        if stem not in (folder.name, "") and any((folder.parent / f"{stem}{page}").is_file() for page in PAGE_ENDS):
            return True
    return False


def read_saved_facts(content: bytes) -> dict[str, str]:
    """Where a saved page says it is from: the note of a browser, or of SingleFile with the moment of saving."""
    head = content[:HEAD]
    if found := SAVED_FROM.search(head):
        return {"url": found.group(1).decode("ascii", "replace")}
    found = SINGLE_FILE.search(head)
    if found is None:
        return {}
    facts = {"url": found.group(1).decode("ascii", "replace")}
    try:
        moment = datetime.strptime((found.group(2) or b"").decode().strip(), SINGLE_FILE_DATE)  # noqa: DTZ007  # %z is in it
    except ValueError:
        return facts
    return {**facts, "retrieved": moment.isoformat()}
