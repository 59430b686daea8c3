"""Small words of languages that have no file of their own, and that share many small words with one that has.

Without them a vote among the known languages takes French for Spanish. A language that gets a file votes for itself.
"""

STRANGERS: dict[str, frozenset[str]] = {
    "ca": frozenset(["amb", "aquest", "dels", "els", "molt", "seva", "tambe"]),
    "da": frozenset(["af", "ikke", "og", "til"]),
    "fr": frozenset(
        [
            "aux",
            "avec",
            "cette",
            "dans",
            "des",
            "du",
            "est",
            "et",
            "il",
            "ont",
            "ou",
            "pas",
            "pour",
            "qui",
            "sont",
            "une",
        ]
    ),
    "it": frozenset(
        ["anche", "che", "dalla", "della", "delle", "gli", "il", "nel", "nella", "non", "per", "piu", "sono"]
    ),
    "nl": frozenset(["aan", "een", "het", "niet", "ook", "van", "voor", "wordt", "zijn"]),
    "no": frozenset(["etter", "ikke", "og", "til"]),
    "pt": frozenset(["ao", "com", "da", "em", "foi", "mais", "nao", "pela", "pelo", "sao", "tambem", "um", "uma"]),
    "ro": frozenset(["care", "cu", "din", "este", "fost", "pentru", "sa", "si"]),
    "sv": frozenset(["att", "av", "inte", "och", "som", "till"]),
}
