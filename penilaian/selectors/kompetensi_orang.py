"""The page of one person's competence: for those above him, and for a head who may receive him.

A receiving head learns whether somebody fits a free seat of his own, and no more: no history, no
trainings, no discipline, no box. That he looked is written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.izin import Izin
from pegawai.models import Formasi, Pegawai
from pegawai.models.pegawai import PegawaiQuerySet
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.rumpun_ilmu import keluarga
from penilaian.kernel.syarat import periksa
from penilaian.policies.kompetensi import lihat_kecocokan
from penilaian.selectors.kompetensi import ProfilOrang, profil_kompetensi
from penilaian.selectors.putusan import ATURAN, Pembaca
from penilaian.snapshots.ketentuan import ketentuan_hari
from penilaian.snapshots.pasangan import Pasangan, perkara_pasangan
from penilaian.snapshots.sasaran import baca_sasaran


@dataclass(frozen=True)
class Verdik:
    """One rule's answer, or only its word."""

    kode: str
    judul: str
    hasil: Hasil
    bunyi: str

    @property
    def kata(self) -> str:
        """The verdict as a page writes it."""
        return _KATA[self.hasil]


_KATA = {
    Hasil.LOLOS: "terpenuhi",
    Hasil.TIDAK_LOLOS: "tidak terpenuhi",
    Hasil.TIDAK_DAPAT_DIPERIKSA: "belum dapat diperiksa",
    Hasil.BUTUH_IZIN: "perlu persetujuan",
    Hasil.PERINGATAN: "perlu alasan",
}


@dataclass(frozen=True)
class HalamanOrang:
    """``penuh``: the reader stands over the person; else he only receives."""

    p: ProfilOrang
    penuh: bool
    formasi: Formasi | None
    verdik: tuple[Verdik, ...]
    kekurangan_sekarang: int | None
    linear: bool | None

    @property
    def kekurangan(self) -> int:
        """Levels lacking against the post looked at."""
        return self.p.kesesuaian.kekurangan

    @property
    def memenuhi(self) -> Hasil:
        """All rules together: one refusal refuses, else one unknown leaves it open."""
        hasil = {satu.hasil for satu in self.verdik}
        for satu in (Hasil.TIDAK_LOLOS, Hasil.TIDAK_DAPAT_DIPERIKSA, Hasil.BUTUH_IZIN):
            if satu in hasil:
                return satu
        return Hasil.LOLOS


_JABATAN_KURSI = ("jabatan__pendidikan_minimal", "jabatan__padanan__pendidikan_minimal")


def _orang() -> PegawaiQuerySet:
    return Pegawai.objects.tercatat().select_related(
        "unit__opd", "jabatan__padanan__pendidikan_minimal", "jabatan__pendidikan_minimal",
        "tingkat_pendidikan", "pendidikan__tingkat",
    )  # fmt: skip


def _formasi(pengguna: Any, pk: int | None, per: date) -> Formasi | None:
    """A seat within reach of the right to see results."""
    if pk is None:
        return None
    rows = Formasi.objects.with_names().select_related(*_JABATAN_KURSI)
    return rows.for_user(pengguna, Izin.NILAI_LIHAT, per=per).filter(pk=pk).first()


def halaman_orang(
    pengguna: Any, pk: int, formasi_id: int | None, *, per: date
) -> HalamanOrang | None:
    """None when the reader may not know that there is such a page."""
    orang = _orang().for_user(pengguna, Izin.NILAI_LIHAT, per=per).filter(pk=pk).first()
    if orang is None:
        return None
    if formasi_id is None:
        return HalamanOrang(profil_kompetensi(orang, per=per), True, None, (), None, None)
    formasi = _formasi(pengguna, formasi_id, per)
    return None if formasi is None else _terhadap(pengguna, orang, formasi, True, per)


@dataclass(frozen=True)
class Kursi:
    """A seat somebody may be compared with, or why this reader compares nobody with it."""

    formasi: Formasi
    alasan: tuple[str, ...]


def kursi_menerima(pengguna: Any, formasi_id: int, *, per: date) -> Kursi | None:
    """None where the seat lies out of reach."""
    formasi = _formasi(pengguna, formasi_id, per)
    if formasi is None:
        return None
    sasaran = baca_sasaran({formasi.pk}, per=per, aturan=ketentuan_hari(per=per))[formasi.pk]
    kosong = sasaran.butuh is not None and (sasaran.isi_pada(per) or 0) < sasaran.butuh
    return Kursi(formasi, tuple(lihat_kecocokan.reasons(formasi, kosong, pengguna, per=per)))


def kecocokan_orang(pengguna: Any, nip: str, kursi: Kursi, *, per: date) -> HalamanOrang | None:
    """Whether the person with this number fits; None when nobody carries it.

    By number only: who asks knows whom he asks about, and cannot leaf through everybody.
    """
    orang = None if kursi.alasan else _orang().filter(nip=nip).first()
    return None if orang is None else _terhadap(pengguna, orang, kursi.formasi, False, per)


def _terhadap(
    pengguna: Any, orang: Pegawai, formasi: Formasi, penuh: bool, per: date
) -> HalamanOrang:
    profil = profil_kompetensi(orang, formasi.jabatan, per=per)
    perkara = perkara_pasangan([Pasangan(orang.pk, formasi.pk, per)], per=per)[0]
    putusan = periksa(perkara) if perkara is not None else ()
    rumpun = formasi.jabatan.rumpun or formasi.jabatan.nama
    punya = set(keluarga(orang.pendidikan.nama if orang.pendidikan else ""))
    diminta = set(keluarga(rumpun)) | set(keluarga(formasi.jabatan.bidang_pendidikan))
    return HalamanOrang(
        profil,
        penuh,
        formasi,
        _verdik(putusan, pengguna, orang, penuh, per),
        profil.kekurangan_sekarang if penuh else None,
        bool(punya & diminta) if punya and diminta else None,
    )


def _verdik(
    putusan: tuple[Putusan, ...], pengguna: Any, orang: Pegawai, penuh: bool, per: date
) -> tuple[Verdik, ...]:
    """Rules about discipline keep their words for those who may read them; a receiving head gets
    none of them, and of the others the verdict alone."""
    if penuh:
        kiri = orang.unit.kiri if orang.unit else None
        putusan = Pembaca.dari(pengguna, per=per).syarat(putusan, kiri)
    return tuple(
        Verdik(p.kode, ATURAN[p.kode].judul, p.putusan, p.bunyi if penuh else "")
        for p in putusan
        if penuh or not ATURAN[p.kode].peka
    )
