"""Readers of single things that were saved: a page in one file, a page with its folder, a PDF, a mail."""

SUFFIXES = {
    ".mhtml": "stemma.acquire.pages.mhtml:read_mhtml",
    ".mht": "stemma.acquire.pages.mhtml:read_mhtml",
    ".pdf": "stemma.acquire.pages.pdf:read_pdf",
    ".eml": "stemma.acquire.pages.mail:read_mail",
    ".mbox": "stemma.acquire.pages.mbox:read_mbox",
    ".stemma": "stemma.acquire.sealed:read_sealed",
    ".html.gz": "stemma.acquire.pages.packed:read_packed",
    ".htm.gz": "stemma.acquire.pages.packed:read_packed",
    ".txt.gz": "stemma.acquire.pages.packed:read_packed",
    ".md.gz": "stemma.acquire.pages.packed:read_packed",
}
