"""The fragment htmx gets is the same part of the page everybody gets."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

KOSONG = {"input", "br", "img", "meta", "link", "hr", "col"}
Pohon = tuple[str, tuple[tuple[str, str], ...], list[Any]]


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.akar: Pohon = ("", (), [])
        self.jalur = [self.akar]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Every rendering draws a new CSRF token.
        bersih = tuple(sorted((k, v or "") for k, v in attrs))
        if ("name", "csrfmiddlewaretoken") in bersih:
            bersih = (("name", "csrfmiddlewaretoken"),)
        simpul: Pohon = (tag, bersih, [])
        self.jalur[-1][2].append(simpul)
        if tag not in KOSONG:
            self.jalur.append(simpul)

    def handle_endtag(self, tag: str) -> None:
        if tag not in KOSONG and any(simpul[0] == tag for simpul in self.jalur):
            while self.jalur.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.jalur[-1][2].append(" ".join(data.split()))


def pohon(html: str) -> Pohon:
    """The page as nested (tag, attributes, children)."""
    pembaca = _Pembaca()
    pembaca.feed(html)
    return pembaca.akar


def bagian(html: str, id_: str) -> Pohon | None:
    """The element with this id, as a tree."""
    antre: list[Any] = [pohon(html)]
    while antre:
        simpul = antre.pop()
        if isinstance(simpul, str):
            continue
        if ("id", id_) in simpul[1]:
            return simpul  # type: ignore[no-any-return]
        antre.extend(simpul[2])
    return None


def periksa_potongan(client: Any, url: str, id_: str) -> None:
    """Ask for the page and for its fragment; both must hold the same element."""
    utuh = bagian(client.get(url).content.decode(), id_)
    potongan = bagian(client.get(url, headers={"HX-Request": "true"}).content.decode(), id_)

    assert utuh is not None, f"{url} has no element #{id_}"
    assert potongan == utuh
