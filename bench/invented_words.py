"""The words of an invented dossier: sentences in several languages, and names made of syllables."""

import random

LANGUAGES = ("en", "de", "es", "ru", "ar", "he", "zh", "id", "fr")
NOUNS = {
    "en": ("crates", "ferries", "guards", "lamps"),
    "de": ("Kisten", "Fähren", "Wachen", "Lampen"),
    "es": ("cajas", "barcos", "guardias", "lámparas"),
    "fr": ("caisses", "bateaux", "gardes", "lampes"),
    "ru": ("ящиков", "паромов", "сторожей", "ламп"),
    "ar": ("صندوقا", "عبارة", "حارسا", "مصباحا"),
    "he": ("ארגזים", "מעבורות", "שומרים", "מנורות"),
    "zh": ("个箱子", "艘渡船", "名守卫", "盏灯"),
    "id": ("peti", "feri", "penjaga", "lampu"),
}
CLAIM = {
    "en": "{number} {noun} disappeared from the yard of {town} on the {day}th",
    "de": "{number} {noun} sind am {day}. vom Hof in {town} verschwunden",
    "es": "{number} {noun} desaparecieron del patio de {town} el día {day}",
    "fr": "{number} {noun} ont disparu de la cour de {town} le {day}",
    "ru": "{number} {noun} пропали со двора в {town} {day} числа",
    "ar": "{number} {noun} اختفت من ساحة {town} في يوم {day}",
    "he": "{number} {noun} נעלמו מהחצר של {town} ביום {day}",
    "zh": "{number}{noun}于{day}日从{town}的院子里消失",
    "id": "{number} {noun} hilang dari halaman {town} pada tanggal {day}",
}
# Source, cue and content in the order of the language; the last part ends the sentence.
SPEECH = {
    "en": ("{source}", " ", "said", " that ", "{content}", "."),
    "de": ("{source}", " ", "teilte mit", ", ", "{content}", "."),
    "es": ("{source}", " ", "dijo", " que ", "{content}", "."),
    "fr": ("{source}", " ", "affirme", " que ", "{content}", "."),
    "ru": ("{source}", " ", "сообщает", ", что ", "{content}", "."),
    "ar": ("قال", " ", "{source}", " إن ", "{content}", "."),
    "he": ("{source}", " ", "מסר", " כי ", "{content}", "."),
    "zh": ("{source}", " ", "表示", " ，", "{content}", "。"),
    "id": ("{source}", " ", "mengatakan", " bahwa ", "{content}", "."),
}
# Words that no finding rests on; characters beyond the basic plane shift every place behind them.
FILLER = {
    "en": ("Nobody had expected it.", "🚢 The quay was calm again by noon. 𝔙𝔢𝔩𝔪𝔞𝔯, as the sign says, is old."),
    "de": ("Damit hatte niemand gerechnet.", "Der Kai lag am Mittag 🌊 wieder ruhig da."),
    "es": ("Nadie lo esperaba.", "El muelle estaba en calma 🌞 al mediodía."),
    "fr": ("Personne ne s’y attendait.", "Le quai était calme à midi 🕛."),
    "ru": ("Никто этого не ожидал.", "К полудню на причале стало тихо 🌊."),
    "ar": ("لم يتوقع أحد ذلك.", "عاد الهدوء إلى الرصيف ظهرا 🌊."),
    "he": ("איש לא ציפה לכך.", "הרציף נרגע עד הצהריים 🌊."),
    "zh": ("没有人料到。", "到中午，码头又恢复了平静。𠮷田街很旧。"),
    "id": ("Tidak ada yang menduga.", "Dermaga tenang lagi 🌊 pada siang hari."),
}
OUTLETS = ("The {} Herald", "{} Gazette", "{} Nachrichten", "صوت {}", "Kabar {}", "{} Телеграф", "El Correo de {}")
SYLLABLES = "ve,lo,mar,tin,dra,sel,ku,rai,on,bel,ta,gor,eth,il,pa,run,os,fe,li,ka,zan,mo"


def make_names(die: random.Random, number: int) -> list[str]:
    """Invented names of two words, no two alike."""
    names: dict[str, None] = {}
    while len(names) < number:
        words = ["".join(die.choices(SYLLABLES.split(","), k=die.choice((2, 3)))).capitalize() for _ in range(2)]
        names[" ".join(words)] = None
    return list(names)
