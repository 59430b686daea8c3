"""Which column of a table holds what: as the caller says, by its name, or by what stands in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stemma.acquire.codes import CODES
from stemma.acquire.feeds.moments import find_moment, find_order

Columns = dict[str, str]  # what -> name of the column
Row = Mapping[str, Any]

# One word a name, the surest first; a name of several words has them joined: full_text, fullText, "Full text".
NAMES: dict[str, str] = {
    "text": (
        "text maintext fulltext plaintext articletext articlebody articlecontent bodytext newstext body"
        " content fullcontent article story texto cuerpo contenido textocompleto conteudo conteúdo corpo"
        " texte contenu corps article_texte inhalt volltext artikeltext artikel testo contenuto corpo_testo"
        " tekst inhoud treść tresc obsah metin içerik icerik isi isiberita teks konten текст содержание"
        " статья зміст стаття النص نص المحتوى محتوى متن 正文 内容 內容 本文 記事 본문 내용 기사 description"
        " summary"
    ),
    "title": (
        "title headline articletitle newstitle heading titulo título titular titulaire titre überschrift"
        " uberschrift schlagzeile titel titolo kop tytuł tytul titulek başlık baslik judul judulberita"
        " заголовок название назва العنوان عنوان 标题 標題 タイトル 見出し 제목"
    ),
    "outlet": (
        "outlet outletname publisher publishername source sourcename sourcedomain newspaper publication"
        " medium media site sitename website domain agency fuente medio editorial periodico periódico fonte"
        " veículo veiculo journal éditeur editeur quelle zeitung testata editore bron krant źródło zrodlo"
        " zdroj kaynak gazete sumber penerbit источник издание джерело видання المصدر مصدر الصحيفة 来源 來源"
        " 媒体 媒體 情報源 メディア 출처 언론사 매체"
    ),
    "published": (
        "published publishedat publishedon datepublish publicationdate publishdate publisheddate"
        " datepublished pubdate date datetime published_on time timestamp created createdat fecha"
        " fechapublicacion fechadepublicacion data datapublicacao datedepublication datum veröffentlicht"
        " veroeffentlicht erscheinungsdatum datapubblicazione publicatiedatum tarih tanggal tanggalterbit"
        " waktu дата датапубликации опубликовано датапублікації التاريخ تاريخ 日期 发布时间 發布時間 時間"
        " 日付 公開日 날짜 작성일 게시일"
    ),
    "url": (
        "url link articleurl weburl permalink canonicalurl sourceurl href address enlace lien adresse verweis"
        " indirizzo tautan ссылка посилання الرابط رابط 链接 鏈接 網址 网址 リンク 링크 주소"
    ),
    "language": (
        "language lang languagecode langcode idioma lengua langue sprache lingua taal język jezyk jazyk dil"
        " bahasa язык мова اللغة لغة 语言 語言 言語 언어"
    ),
    "author": (
        "author authors byline creator writer autor auteur verfasser autore yazar penulis автор الكاتب كاتب"
        " 作者 記者 著者 기자 저자"
    ),
    "modified": "modified datemodify updated updatedat datemodified lastmodified lastupdated modifieddate",
    "retrieved": (
        "retrieved datedownload retrievedat crawled crawledat crawldate scraped scrapedat fetched fetchedat accessed"
    ),
    "section": "section category rubric rubrik rubrique sección seccion seção kategori categoría рубрика",
    "id": "id articleid newsid docid documentid guid uuid key",
}
LEAST_TEXT = 80  # characters that the cells of a text column have on average, where its name says nothing
LONGEST_ID = 60


def find_columns(rows: Sequence[Row], given: Mapping[str, str]) -> Columns:
    """What the columns of a table hold.

    Args:
        rows: its first rows.
        given: the caller's word; it wins.

    Returns:
        The name of the column for everything that was found; a column serves one purpose.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    found = {what: name for what, name in given.items() if name in names}
    taken = set(found.values())
    for what in NAMES:
        if what in found or what in given:
            continue
        name = _find_by_name(what, [name for name in names if name not in taken], rows)
        if name is not None:
            found[what] = name
            taken.add(name)
    if "text" not in found and "text" not in given:
        longest = _find_longest([name for name in names if name not in taken], rows)
        found |= {"text": longest} if longest else {}
    return found


def squeeze(name: str) -> str:
    """The letters of a column's name, in small."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _find_by_name(what: str, names: Sequence[str], rows: Sequence[Row]) -> str | None:
    known = [squeeze(word) for word in NAMES[what].split()]
    fitting = [name for name in names if squeeze(name) in known and _fits(what, _list_cells(name, rows))]
    return min(fitting, key=lambda name: known.index(squeeze(name)), default=None)


def _list_cells(name: str, rows: Iterable[Row]) -> list[Any]:
    return [row[name] for row in rows if row.get(name) not in (None, "")]


def _fits(what: str, cells: Sequence[Any]) -> bool:
    """True where most cells can be what the name of their column says; "data" may be a date, or anything."""
    if not cells:
        return True
    order = find_order(cells)
    tests = {
        "published": lambda cell: find_moment(cell, order) is not None or bool(re.search(r"\d{4}", str(cell)[:40])),
        "url": lambda cell: str(cell).startswith(("http://", "https://", "www.")),
        "language": lambda cell: str(cell).replace("_", "-").split("-")[0].casefold() in CODES,
        "id": lambda cell: len(str(cell)) <= LONGEST_ID,
        "text": lambda cell: isinstance(cell, str),
    }
    test = tests.get(what, lambda cell: len(str(cell)) < 1000)
    return 2 * sum(map(test, cells)) >= len(cells)


def _find_longest(names: Sequence[str], rows: Sequence[Row]) -> str | None:
    """The column with the longest texts, where they are sentences and not addresses."""
    means = {name: _find_mean(_list_cells(name, rows)) for name in names}
    name = max(means, key=lambda name: means[name], default=None)
    return name if name is not None and means[name] >= LEAST_TEXT else None


def _find_mean(cells: Sequence[Any]) -> float:
    texts = [cell for cell in cells if isinstance(cell, str) and " " in cell.strip()]
    return sum(map(len, texts)) / len(cells) if texts else 0.0


def say_columns(columns: Columns) -> str:
    """Which column is read as what, for the caller to see."""
    return ", ".join(f'{what} from "{name}"' for what, name in columns.items())
