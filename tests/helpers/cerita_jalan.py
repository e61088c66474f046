"""Steps of a story told through the pages: who sends which form, for one case or for a whole file.

Nothing here calls an act: everybody works in his own browser. ``PerambanHari.lama`` keeps the
seconds of processor each door took, and the stories log them (``pytest --log-cli-level=INFO``).
"""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import periksa_jejak
from jejak.ekspor import baris_jsonl
from jejak.models import Peristiwa
from mutasi.alur import StatusUsulan
from mutasi.models import (
    AlasanUsulan,
    Keputusan,
    Penandatangan,
    PesertaPelantikan,
    SidangTPK,
    Surat,
    TimPenilai,
    UsulanMutasi,
)
from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jalankan
from tests.factories.jalan import PDF, PER, TMT, Kantor
from tests.helpers.cerita import Peramban, alamat, teks

log = logging.getLogger("cerita")
S = StatusUsulan
KATA = "Kebutuhan unit tujuan menurut analisis beban kerja; dibahas bersama kedua unit."
CATATAN = "SK pangkat dan jabatan dicocokkan dengan arsip."


class PerambanHari(Peramban):
    """Everybody's browser on one day; on another everybody logs in again (``hari_lain``).

    Where a form leads is not read: after 300 of them that would be the whole cost of a story.
    """

    def __init__(self, k: Kantor, hari: date = PER) -> None:
        super().__init__()
        self.k, self.hari = k, hari.isoformat()
        self.lama: list[tuple[str, float]] = []

    def hari_lain(self, hari: date) -> PerambanHari:
        """The same people on that day; what was measured is kept together."""
        lanjut = PerambanHari(self.k, hari)
        lanjut.lama = self.lama
        return lanjut

    def jawab(self, siapa: Pengguna, pintu: str, /, *args: Any, **data: Any) -> Any:
        """The answer itself, timed; what the form left to the worker is done."""
        mulai = time.process_time()
        jawaban = self.milik(siapa).post(alamat(pintu, *args), data)
        nama = f"{pintu} {data['aksi']}" if isinstance(data.get("aksi"), str) else pintu
        self.lama.append((nama, time.process_time() - mulai))
        assert "/akun/" not in jawaban.headers.get("Location", ""), f"{pintu}: logged out"
        self._latar(nama)
        return jawaban

    def _latar(self, nama: str) -> None:
        """What the form left to the worker, done by him."""
        for proses in Proses.objects.filter(selesai_pada__isnull=True).order_by("pk"):
            mulai = time.process_time()
            jalankan.func(proses.pk)
            self.lama.append((f"{nama} (latar)", time.process_time() - mulai))
            proses.refresh_from_db()
            assert proses.status == "selesai", (nama, proses.status, proses.galat)

    def massal(
        self, siapa: Pengguna, usulan: Sequence[UsulanMutasi], kunci: str, **data: Any
    ) -> None:
        """The same button for ticked lines of one file, confirmed; every line goes through, at
        once or by the worker."""
        ids = [str(u.pk) for u in usulan]
        rows = UsulanMutasi.objects.filter(pk__in=ids)
        semula = dict(rows.values_list("pk", "status"))
        jawaban = self.jawab(
            siapa, "berkas-massal", usulan[0].berkas_id, usulan=ids, aksi=kunci, yakin="ya", **data
        )
        assert jawaban.status_code in (200, 302), (kunci, teks(jawaban))
        hasil = jawaban.context["hasil"] if jawaban.context else []
        gagal = [h.kalimat for _, h in hasil if not h.berhasil]
        assert not gagal, (kunci, Counter(gagal).most_common(3))
        diam = [pk for pk, status in rows.values_list("pk", "status") if status == semula[pk]]
        assert not diam, f"{kunci}: {len(diam)} cases did not move"

    def catat_lama(self, judul: str) -> None:
        """Into the log: how many forms of each door, and how long they took."""
        kali, jumlah, terlama = Counter[str](), Counter[str](), dict[str, float]()
        for nama, detik in self.lama:
            kali[nama] += 1
            jumlah[nama] += detik  # type: ignore[assignment]
            terlama[nama] = max(detik, terlama.get(nama, 0))
        log.info(
            "%s: %d formulir, %.1f detik prosesor", judul, len(self.lama), sum(jumlah.values())
        )
        for nama, detik in jumlah.most_common():
            log.info("  %-44s %4d kali %6.2f d; terlama %5.2f d", nama, kali[nama], detik,
                     terlama[nama])  # fmt: skip


def berkas(nama: str = "surat.pdf") -> SimpleUploadedFile:
    """A scan."""
    return SimpleUploadedFile(nama, PDF)


def ambil(u: UsulanMutasi) -> UsulanMutasi:
    """The case now."""
    return UsulanMutasi.objects.with_names().get(pk=u.pk)


def keadaan(usulan: Iterable[UsulanMutasi]) -> dict[str, int]:
    """How many stand where."""
    rows = UsulanMutasi.objects.filter(pk__in=[u.pk for u in usulan])
    return dict(Counter(rows.values_list("status", flat=True)))


def sidang_dibuka(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> SidangTPK:
    """Who waits is put on the agenda of a session; everybody came."""
    k = p.k
    p.kirim(
        k.kabid, "sidang-tim-baru", macam="tpk", nomor_sk="800/1", tanggal_sk="2026-01-02",
        mulai="2026-01-05", ketua=k.sekda.pk, anggota=[a.pk for a in k.anggota_tpk],
        sekretaris=k.kabid.pk,
    )  # fmt: skip
    tim = TimPenilai.objects.get()
    p.kirim(k.kabid, "sidang-jadwalkan", tim=tim.pk, tanggal=p.hari, tempat="Ruang rapat",
            cara="tatap muka")  # fmt: skip
    sidang = SidangTPK.objects.get()
    p.kirim(k.kabid, "sidang-agenda", sidang.pk, usulan=[str(u.pk) for u in usulan])
    assert sidang.agenda.count() == len(usulan)
    hadir = {f"hadir-{a.pk}": "on" for a in tim.anggota.all()}
    p.kirim(k.kabid, "sidang-buka", sidang.pk, **hadir)
    return sidang


def tutup_sidang(p: PerambanHari, sidang: SidangTPK) -> SidangTPK:
    """Minutes frozen, signed by all who came, closed with a number; the head stands in them."""
    k = p.k
    p.kirim(k.kabid, "sidang-susun", sidang.pk)
    sidang.refresh_from_db()
    for siapa in (*k.anggota_tpk, k.kabid, k.sekda):
        p.kirim(siapa, "sidang-tanda-tangan", sidang.pk, sidik=sidang.sidik, jawaban="tanda")
    p.kirim(k.sekda, "sidang-tutup", sidang.pk, nomor="BA/1/2026")
    sidang.refresh_from_db()
    naskah = json.loads(Surat.objects.get(sidang=sidang).isi)["isi"]
    assert naskah["akar"] == sidang.akar.partition(":")[2], "the head stands in the minutes"
    return sidang


def _pilih(usulan: Iterable[UsulanMutasi]) -> dict[str, Any]:
    return {"pilih": [str(u.pk) for u in usulan], "yakin": "ya"}


def pyb(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    """The Sekda endorses all of them."""
    p.kirim(p.k.sekda, "meja-pyb-putuskan", aksi="setujui_pyb", alasan=KATA, **_pilih(usulan))
    assert S.DIREKOMENDASI not in keadaan(usulan)


def bkn(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    """Who needs a pertek gets one: one submission, one paper that names them all."""
    perlu = [u for u in usulan if ambil(u).status == S.DISETUJUI_PYB]
    p.kirim(p.k.operator, "meja-bkn-langkah", "usul", "usulkan", nomor_imut="IM-7",
            diusulkan=p.hari, **_pilih(perlu))  # fmt: skip
    p.kirim(p.k.operator, "meja-bkn-langkah", "tunggu", "pertek", nomor="P/1",
            tanggal=p.hari, memuat="on", berkas=berkas(), **_pilih(perlu))  # fmt: skip


def ppk(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    """The regional head approves them."""
    assert keadaan(usulan) == {S.MENUNGGU_PPK: len(usulan)}
    p.kirim(p.k.bupati, "meja-ppk-putuskan", aksi="setujui_ppk", alasan=KATA, **_pilih(usulan))
    assert keadaan(usulan) == {S.DISETUJUI_PPK: len(usulan)}


def ditetapkan(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> Keputusan:
    """One decree for all: a signer, the draft, its number, set; the code leads to no names."""
    k = p.k
    p.kirim(
        k.kepala, "penandatangan-catat", pengguna=k.bupati.pk, kedudukan="definitif",
        sebutan="BUPATI CONTOH", mulai="2026-01-01", dasar="Kep. Mendagri 131-1/2025",
    )  # fmt: skip
    penanda = Penandatangan.objects.get()
    p.kirim(k.penyusun, "keputusan-susun", usulan[0].berkas_id, tentang="Mutasi",
            tmt=TMT.isoformat(), usulan=[str(u.pk) for u in usulan],
            penandatangan=str(penanda.pk))  # fmt: skip
    sk = Keputusan.objects.get()
    p.kirim(k.hukum, "keputusan-nomor", sk.pk, nomor="821.2/3/2026", tanggal=p.hari)
    sk.refresh_from_db()
    p.kirim(k.bupati, "keputusan-tetapkan", sk.pk, sidik=sk.sidik, yakin="on")
    sk.refresh_from_db()
    assert (sk.status, sk.baris.count()) == ("ditetapkan", len(usulan))
    assert keadaan(usulan) == {S.SK_DITETAPKAN: len(usulan)}
    umum = Client().get(reverse("mutasi:periksa", args=[sk.kode])).content.decode()
    assert "821.2/3/2026" in umum
    assert not [u for u in usulan if u.pegawai.nama in umum], "no personal list"
    return sk


def dilantik(p: PerambanHari, sk: Keputusan, usulan: Sequence[UsulanMutasi]) -> None:
    """Sworn in on the very day; everybody came."""
    p.kirim(p.k.kabid, "pelantikan-baru", sk.pk, tanggal=TMT.isoformat(), tempat="Pendopo",
            undangan="2026-06-29", pejabat="Bupati Contoh", saksi_satu="Asisten I",
            saksi_dua="Asisten II")  # fmt: skip
    peserta = list(PesertaPelantikan.objects.filter(usulan__in=[u.pk for u in usulan]))
    assert len(peserta) == len(usulan)
    p.kirim(p.k.kabid, "pelantikan-catat", peserta[0].pelantikan_id, hadir=[s.pk for s in peserta])
    assert keadaan(usulan) == {S.DILANTIK: len(usulan)}


def diberlakukan(p: PerambanHari) -> dict[str, Any]:
    """The run of the day, as the worker does it; what its page says."""
    p.kirim(p.k.kabid, "pelaksanaan-jalankan")
    return dict(Proses.objects.latest("pk").hasil)


def langkah_jejak(u: UsulanMutasi) -> list[str]:
    """The acts of the road as the trail of one case names them, in their order."""
    rows = Peristiwa.objects.atas("mutasi.usulanmutasi", u.pk).order_by("urutan")
    kode = [e.tindakan.removeprefix("mutasi.usulan.") for e in rows]
    return [satu for satu in kode if satu in URUTAN]


URUTAN = (
    "ajukan", "verifikasi", "periksa", "telaah", "beritahukan", "kaji", "serahkan",
    "rekomendasikan", "setujui_pyb", "usulkan_bkn", "catat_pertek", "setujui_ppk", "tetapkan",
    "lantik", "laksanakan", "catat_spmt", "sinkronkan",
)  # fmt: skip


def beralasan(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> dict[str, int]:
    """One written reason per rule for all lines that want it; how many lines each rule named."""
    ids = [str(u.pk) for u in usulan]
    pilih = {"usulan": ids, "aksi": "alasan"}
    tanya = p.jawab(p.k.analis, "berkas-massal", usulan[0].berkas_id, **pilih)
    kolom = [nama for nama in tanya.context["form"].fields if nama.startswith("alasan-")]
    if not kolom:
        return {}
    isian = dict.fromkeys(kolom, KATA)
    p.kirim(p.k.analis, "berkas-massal", usulan[0].berkas_id, **pilih, **isian, yakin="ya")
    rows = AlasanUsulan.objects.filter(usulan__in=usulan)
    return dict(Counter(rows.values_list("kode", flat=True)))


def spmt_dan_siasn(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    """Each receiving head pastes the numbers of his people, the operator the ids of all."""
    k = p.k
    ber_spmt = [u for u in map(ambil, usulan) if u.status == S.BERLAKU]
    for siapa, unit in ((k.kepala_asal, k.asal), (k.kepala_tujuan, k.tujuan)):
        milik = [u for u in ber_spmt if u.ke is not None and u.ke.unit_id == unit.pk]
        if milik:
            baris = "\n".join(f"{u.pegawai.nip}\t800/SPMT/{n}" for n, u in enumerate(milik, 1))
            p.kirim(siapa, "pelaksanaan-spmt-banyak", baris=baris, tanggal="2026-07-02",
                    mulai="2026-07-01")  # fmt: skip
    baris = "\n".join(f"{u.pegawai.nip}\tA{u.urutan}" for u in usulan)
    p.kirim(k.operator, "pelaksanaan-siasn-banyak", baris=baris)


def jejak_utuh(tempat: Path) -> None:
    """The trail as an auditor takes it home, checked by his own tool."""
    ekspor = tempat / "jejak.jsonl"
    ekspor.write_text("".join(baris_jsonl()), encoding="utf-8")
    assert periksa_jejak.main([str(ekspor)]) == 0
