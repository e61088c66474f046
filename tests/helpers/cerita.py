"""What stories told through the browser's door share: everybody's browser, what a page says, who
was told, and whether the trail explains where a case stands."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from jejak.models import IsiPeristiwa, Peristiwa
from jejak.verifikasi import verifikasi
from mutasi.models import Keputusan, UsulanMutasi
from organisasi.models import Pemberitahuan, Pengguna
from tests.factories import jalan as f
from tests.helpers.layar import masuk

PUTUSAN = "putusan PTUN Nomor 7/G/2026 memerintahkan pencabutan"
ALASAN = "Kebutuhan unit tujuan menurut analisis beban kerja; dibahas bersama kedua unit."


def teks(jawaban: Any) -> str:
    """What a person reads in an answer, in one line."""
    isi = re.sub(r"<[^>]+>", " ", jawaban.content.decode())
    return re.sub(r"\s+", " ", html.unescape(isi))


def alamat(pintu: str, *args: Any) -> str:
    """Where a door is; one of the road is named without its app."""
    return reverse(pintu if ":" in pintu else f"mutasi:{pintu}", args=args)


@dataclass
class Peramban:
    """Everybody's browser."""

    klien: dict[int, Client] = field(default_factory=dict)

    def milik(self, siapa: Pengguna) -> Client:
        """Logged in once; a story that travels in time takes a new ``Peramban``."""
        if siapa.pk not in self.klien:
            self.klien[siapa.pk] = masuk(siapa)
        return self.klien[siapa.pk]

    def kirim(self, siapa: Pengguna, pintu: str, /, *args: Any, **data: Any) -> str:
        """A form that is taken, and what the browser shows then."""
        jawaban = self.jawab(siapa, pintu, *args, **data)
        assert jawaban.status_code in (200, 302), (pintu, jawaban.status_code, teks(jawaban))
        return teks(jawaban)

    def ditolak(self, siapa: Pengguna, pintu: str, /, *args: Any, **data: Any) -> str:
        """A form that is not taken, and what the page says against it."""
        jawaban = self.jawab(siapa, pintu, *args, **data)
        assert jawaban.status_code in (403, 404, 409, 422), (pintu, teks(jawaban))
        return teks(jawaban)

    def jawab(self, siapa: Pengguna, pintu: str, /, *args: Any, **data: Any) -> Any:
        """The answer to a form, taken or not: the page it leads to."""
        jawaban: Any = self.milik(siapa).post(alamat(pintu, *args), data, follow=True)
        for tujuan, _ in jawaban.redirect_chain:
            assert "/akun/" not in tujuan, f"{pintu}: logged out"
        return jawaban

    def baca(self, siapa: Pengguna, nama: str, /, *args: Any, **saring: str) -> str:
        """What a page says; ``saring``: what stands in its address."""
        jawaban = self.milik(siapa).get(alamat(nama, *args), saring)
        assert jawaban.status_code == 200, (nama, jawaban.status_code, teks(jawaban))
        return teks(jawaban)

    def tertutup(self, siapa: Pengguna, nama: str, /, *args: Any) -> bool:
        """To this person it does not exist."""
        return self.milik(siapa).get(alamat(nama, *args)).status_code == 404

    def aksi(self, siapa: Pengguna, u: UsulanMutasi, kunci: str, **data: Any) -> str:
        """A button of the case's page that does its work."""
        return self.kirim(siapa, "usulan-aksi", u.pk, kunci, **data)

    def tombol(self, siapa: Pengguna, u: UsulanMutasi) -> set[str]:
        """The acts the case's page offers this person, by their keys."""
        jawaban = self.milik(siapa).get(alamat("usulan-rincian", u.pk))
        assert jawaban.status_code == 200, jawaban.status_code
        pola = rf"/mutasi/usulan/{u.pk}/aksi/([a-z-]+)/"
        return set(re.findall(pola, jawaban.content.decode()))

    def putuskan(
        self, siapa: Pengguna, meja: str, aksi: str, *usulan: UsulanMutasi, **isi: Any
    ) -> str:
        """Decide at a desk what is ticked there."""
        pilih = [f"{u.pk}:{f.ambil(u).versi}" for u in usulan]
        return self.kirim(
            siapa, f"{meja}-putuskan", aksi=aksi, pilih=pilih, yakin="ya",
            **{"alasan": ALASAN, **isi},
        )  # fmt: skip


def diberi_tahu(siapa: Pengguna, kata: str) -> bool:
    """Whether a message with these words in its title reached this person."""
    return Pemberitahuan.objects.filter(untuk=siapa, judul__contains=kata).exists()


def jejak_menjelaskan(*usulan: UsulanMutasi) -> None:
    """Each state a case ever stood in was left and entered by an act in the trail, in order, and
    the chain of the trail is whole."""
    for u in usulan:
        peristiwa = Peristiwa.objects.atas("mutasi.usulanmutasi", u.pk).order_by("urutan")
        isi = dict(
            IsiPeristiwa.objects.filter(urutan__in=peristiwa.values("urutan"))
            .values_list("urutan", "isi")
        )  # fmt: skip
        berubah = []
        for satu in peristiwa:
            kata = json.loads(isi[satu.urutan])
            sebelum, sesudah = kata.get("sebelum") or {}, kata.get("sesudah") or {}
            if "status" in sesudah and "status" in sebelum:
                berubah.append((sebelum["status"], sesudah["status"]))
        singgah = list(u.singgah.order_by("pk").values_list("status", flat=True))
        assert list(zip(singgah, singgah[1:], strict=False)) == berubah, (singgah, berubah)
        assert singgah[-1] == f.ambil(u).status
    laporan = verifikasi()
    assert laporan.sah, laporan.pelanggaran


def cabut_sk(
    k: f.Kantor, p: Peramban, sk: Keputusan, berlaku: str, *usulan: UsulanMutasi
) -> Keputusan:
    """Drafted by BKD, numbered by Bagian Hukum, set by the signer; each from his page."""
    isi: dict[str, Any] = {
        "alasan": PUTUSAN, "berlaku": berlaku, "pulihkan": "on",
        "penandatangan": str(sk.penandatangan_id), "usulan": [str(u.pk) for u in usulan],
    }  # fmt: skip
    p.kirim(k.penyusun, "keputusan-cabut", sk.pk, **isi)
    baru = Keputusan.objects.get(ubah_dari=sk, status="draf")
    assert Keputusan.objects.get(pk=sk.pk).status == "ditetapkan", "a draft takes nothing back"
    nomor = f"821.2/{baru.pk.hex[:6]}/2026"
    p.kirim(k.hukum, "keputusan-nomor", baru.pk, nomor=nomor, tanggal=berlaku)
    baru.refresh_from_db()
    p.kirim(k.bupati, "keputusan-tetapkan", baru.pk, sidik=baru.sidik, yakin="on")
    baru.refresh_from_db()
    assert baru.status == "ditetapkan"
    return baru
