"""How a name sounds, roughly, so that one person is one in Cyrillic and in Latin letters.

Vowels are left out and letters that stand for like sounds are one: "Отто Фендри" and "Otto Fendri" are both t fndr.
"""

import re

from stemma.text import fold

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTERS = str.maketrans("абвгґдеєёжзийіїклмнопрстуўфхцчшщъыьэюя", "abvggdeeessiiiiklmnoprstuvfhssss.i.eua")
# Longest first: "tsch" is one sound, and so is "ch".
_SOUNDS = (
    ("schtsch", "s"), ("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("ch", "s"), ("sh", "s"), ("zh", "s"),
    ("ts", "s"), ("tz", "s"), ("cz", "s"), ("ph", "f"), ("th", "t"), ("q", "k"), ("x", "ks"), ("w", "v"),
    ("z", "s"), ("j", ""), ("h", ""),
)  # fmt: skip
_QU = re.compile(r"qu(?=[aeiouy])")
_SOFT = re.compile(r"c(?=[eiy])")
_VOWELS = re.compile(r"[aeiouy.\W_]")
_SPELLED = re.compile(r"[A-Za-zÀ-ɏ\u0400-\u04ff]")
_WORDS = re.compile(r"[^\W_·・]+")
_CLASSES = str.maketrans("bfvdgqrc", "ppptkkls")
_TWICE = re.compile(r"(.)\1+")
FEWEST_SOUNDS = 2
FEWEST_TOGETHER = 4
FEWEST_OF_MANY = 3  # rough classes of a word of a long description, which has many
LONGEST_NAME = 2  # words
FEWEST_OF_OUTLET = 6  # its words are common ones


def is_cyrillic(name: str) -> bool:
    """True for a name in Cyrillic letters."""
    return bool(_CYRILLIC.search(name))


def is_spelled(name: str) -> bool:
    """True for a name in Latin or Cyrillic letters."""
    return bool(_SPELLED.search(name))


def split_name(name: str) -> list[str]:
    """The words of a name in any script, also where a point parts them: "伊万·佩特罗夫"."""
    return _WORDS.findall(name)


def find_sound(name: str) -> tuple[str, str] | None:
    """The sounds of given name and surname; None where there are too few to tell anybody by."""
    words = [fold(word) for word in name.split()][-2:]
    if len(words) < 2:
        return None
    given, surname = (_find_consonants(word) for word in words)
    enough = len(surname) >= FEWEST_SOUNDS and len(given) + len(surname) >= FEWEST_TOGETHER and bool(given)
    return (given, surname) if enough else None


def find_whole_sound(name: str) -> tuple[str, ...] | None:
    """The sounds of every word of an outlet's name; None where there are too few, or small words among them."""
    words = name.split()
    sounds = tuple(_find_consonants(fold(word)) for word in words)
    enough = len(words) > 1 and all(sounds) and sum(map(len, sounds)) >= FEWEST_OF_OUTLET
    return sounds if enough and all(word[0].isupper() for word in words) else None


def _find_consonants(word: str) -> str:
    if is_cyrillic(word):
        word = word.translate(_LETTERS)
    word = _QU.sub("kv", _SOFT.sub("s", word))
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _TWICE.sub(r"\1", _VOWELS.sub("", word.replace("c", "k")))


def sound_alike(one: str, other: str) -> bool | None:
    """Whether a word of two names sounds the same; None where they are in scripts that cannot tell.

    Names in two other scripts than Latin and Cyrillic sound alike where they share a word. One in such a script and one
    in Latin or Cyrillic letters are compared by their romanisation (AnyAscii), in which only the rough class of each
    consonant counts; where none fits, nothing is known: a Chinese reading of a Japanese name sounds quite otherwise.
    """
    words = [[fold(word) for word in split_name(name)] for name in (one, other)]
    spelled = [is_spelled(name) for name in (one, other)]
    if spelled[0] != spelled[1]:
        fewest = FEWEST_SOUNDS if max(map(len, words)) <= LONGEST_NAME else FEWEST_OF_MANY
        roughly = [{rough for word in found if len(rough := find_rough_sound(word)) >= fewest} for found in words]
        return True if not roughly[0].isdisjoint(roughly[1]) else None
    if not spelled[0]:
        return True if not set(words[0]).isdisjoint(words[1]) else None
    sounds = [{sound for word in found if len(sound := _find_consonants(word)) >= FEWEST_SOUNDS} for found in words]
    return not sounds[0].isdisjoint(sounds[1])


def find_rough_sound(word: str) -> str:
    """The classes of a word's consonants, romanised: p for all of p, b, f and v, k for k, g and q, and so on."""
    from anyascii import anyascii

    spelled = fold(word)
    romanised = spelled if _SPELLED.search(spelled) else anyascii(word).lower().replace("j", "s")
    return _TWICE.sub(r"\1", _find_consonants(romanised).translate(_CLASSES))
