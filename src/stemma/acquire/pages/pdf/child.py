"""The child process that opens a PDF: prints its runs of letters with their places as JSON, and does nothing else.

Run as `python child.py FILE PAGES SECONDS`, so that a crash, a hang or a hunger for memory of the native library ends
this process only. It imports nothing of Stemma, which makes it quick to start.
"""

import ctypes
import json
import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

LETTER_LIMIT = 2_000_000  # letters of one file
MEMORY_LIMIT = 3_000_000_000  # bytes of address space
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
FACTS = ("Title", "Author", "Creator", "Producer", "CreationDate")
GAP = 1.2  # sizes between two letters from which they stand in different runs
LARGER = 1.6  # times the size of the letter beside it
STEP = 0.5  # sizes up or down from which a letter stands on another line
DESCENT, ASCENT = 0.22, 0.78  # sizes that letters reach below and above the line they stand on
SPACE = 0.15  # sizes of white that are a space
LEAST_SIZE = 0.5  # points; a letter without any size still has a place

Letter = tuple[str, float, float, float, float, float]  # letter, left, bottom, right, top, size
Run = dict[str, Any]


def limit_resources(seconds: int) -> None:
    """Let the system end this process when it takes too much time or memory; not every system can."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0))
    for kind, most in limits:
        with suppress(ValueError, OSError):  # narrower limits may stand already, and macOS knows no RLIMIT_AS
            resource.setrlimit(kind, (most, most))


def read_document(path: str, pages: int) -> dict[str, Any]:
    """What the file holds: facts, and the runs of every page; or why there is nothing."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD_ERROR or "password" in str(error).casefold()
        return {"fault": "encrypted" if locked else "broken"}
    if count > pages:
        return {"fault": "long", "count": count}
    read: list[dict[str, Any]] = []
    left = LETTER_LIMIT
    for number in range(count):
        read.append(read_page(document, number, left))
        left -= sum(len(run["text"]) for run in read[-1]["runs"])
    return {"facts": read_facts(document), "pages": read}


def read_facts(document: Any) -> dict[str, str]:
    """The file's own facts about itself."""
    return {key: value for key in FACTS if (value := str(document.get_metadata_value(key)))}


def read_page(document: Any, number: int, limit: int) -> dict[str, Any]:
    """One page: its size, its runs of letters, and whether there are pictures on it; a broken page is empty."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        page = document[number]
        letters = list(find_letters(page.get_textpage(), max(limit, 0)))
        pictures = next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
        box = (*page.get_size(),)
    except (pypdfium2.PdfiumError, OSError, ValueError, RecursionError):
        return {"size": (0, 0), "runs": [], "pictures": False, "broken": True}
    turn = Counter(turn for turn, _ in letters).most_common(1)[0][0] if letters else 0
    upright = [letter for other, letter in letters if other == turn]
    return {"size": box, "runs": list(join_runs(upright)), "pictures": pictures}


def find_letters(text: Any, limit: int) -> Iterator[tuple[int, Letter]]:
    """Yield every letter in the order of the file, with the quarter turns that it stands at."""
    from pypdfium2 import raw

    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    turn = 0
    for index in range(min(raw.FPDFText_CountChars(text), limit)):
        hyphen = raw.FPDFText_IsHyphen(text, index) == 1
        letter = "-" if hyphen else make_letter(raw.FPDFText_GetUnicode(text, index))
        known = raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        if (raw.FPDFText_IsGenerated(text, index) == 1 or box.right <= box.left) and letter.isspace():
            yield turn, ("\n" if letter in "\r\n" else " ", 0, 0, 0, 0, 0)
        elif known and raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            turn = round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
            # The size of the font alone says nothing: many programs set 1 and scale the whole page.
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            corners = box.left, box.bottom, box.right, box.top
            yield turn, place_letter(letter, corners, (x.value, y.value), turn, max(size, LEAST_SIZE))


def make_letter(code: int) -> str:
    """The character of a code; half a pair, or none, is the sign for an unreadable letter."""
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def place_letter(
    letter: str, corners: tuple[float, float, float, float], origin: tuple[float, float], turn: int, size: float
) -> Letter:
    """The letter where it would stand if its line ran from left to right, as high as every letter of its size."""
    left, bottom, right, top = corners
    sides = ((left, right), (bottom, top), (-right, -left), (-top, -bottom))[turn]
    base = (origin[1], -origin[0], -origin[1], origin[0])[turn]
    return letter, sides[0], base - DESCENT * size, sides[1], base + ASCENT * size, size


def join_runs(letters: list[Letter]) -> Iterator[Run]:
    """Yield the runs: letters that follow each other on one line without a wide gap."""
    run: list[Letter] = []
    space = False
    for letter in letters:
        if not letter[5]:
            space = space or bool(run)
            if letter[0] == "\n" and run:
                yield make_run(run)
                run, space = [], False
            continue
        if run and is_apart(run[-1], letter):
            yield make_run(run)
            run, space = [], False
        if space:
            run.append((" ", *run[-1][1:5], 0))
        run.append(letter)
        space = False
    if run:
        yield make_run(run)


def is_apart(last: Letter, letter: Letter) -> bool:
    """True when a letter does not follow the last one on its line; a large initial stands for itself."""
    if max(last[5], letter[5]) > LARGER * (min(last[5], letter[5]) or max(last[5], letter[5])):
        return True
    height = max(last[4] - last[2], letter[4] - letter[2])
    gap = max(letter[1] - last[3], last[1] - letter[3])
    return gap > GAP * height or abs((letter[2] + letter[4]) - (last[2] + last[4])) / 2 > STEP * height


def is_right_to_left(letter: str) -> bool:
    """True for a letter of Hebrew, Arabic and the like."""
    return unicodedata.bidirectional(letter) in ("R", "AL")


def order_letters(letters: list[Letter]) -> list[Letter]:
    """The letters as they are read: in writing from right to left by their places, since files mix both orders."""
    if sum(is_right_to_left(letter[0]) for letter in letters) * 2 <= sum(letter[0].isalnum() for letter in letters):
        return letters
    ordered = sorted((letter for letter in letters if letter[5]), key=lambda letter: -(letter[1] + letter[3]))
    ordered = [letter for pair in zip([ordered[0], *ordered], ordered, strict=False) for letter in space_out(*pair)]
    kept: list[Letter] = []
    foreign: list[Letter] = []  # a number or a Latin name, which runs from left to right all the same
    for letter in ordered:
        if unicodedata.bidirectional(letter[0]) in ("L", "EN", "AN") or (foreign and letter[0] in ".,:/-"):
            foreign.insert(0, letter)
        else:
            kept += [*foreign, letter]
            foreign = []
    return kept + foreign


def space_out(last: Letter, letter: Letter) -> list[Letter]:
    """A letter to the left of the last one, after a space where there is white between them."""
    is_wide = last[1] - letter[3] > SPACE * letter[5] and not last[0].isspace() and not letter[0].isspace()
    return [(" ", letter[3], letter[2], last[1], letter[4], letter[5]), letter] if is_wide else [letter]


def make_run(letters: list[Letter]) -> Run:
    """A run with its box and the size that most of its letters have."""
    letters = order_letters(letters)
    boxes = list(zip(*(letter[1:5] for letter in letters), strict=True))
    box = (min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3]))
    size = Counter(round(letter[5], 1) for letter in letters).most_common(1)[0][0]
    return {"text": "".join(letter[0] for letter in letters), "box": [round(side, 2) for side in box], "size": size}


def main(arguments: list[str]) -> None:
    """Read the file and print what it holds."""
    path, pages, seconds = arguments
    limit_resources(int(seconds))
    json.dump(read_document(path, int(pages)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
