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
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.rumpun_ilmu import keluarga
from penilaian.kernel.syarat import periksa
from penilaian.policies.kompetensi import lihat_kecocokan
from penilaian.selectors.kompetensi import ProfilOrang, profil_kompetensi
from penilaian.selectors.putusan import ATURAN, Pembaca
from penilaian.snapshots.ketentuan import ketentuan_hari
from penilaian.snapshots.pasangan import Pasangan, perkara_pasangan
from penilaian.snapshots.sasaran import baca_sasaran
from toolkit.policy import OutOfReach


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


def halaman_orang(
    pengguna: Any, pk: int, formasi_id: int | None, *, per: date
) -> HalamanOrang | None:
    """None when the reader may not know that there is such a page."""
    semua = Pegawai.objects.tercatat().select_related(
        "unit__opd", "jabatan__padanan__pendidikan_minimal", "jabatan__pendidikan_minimal",
        "tingkat_pendidikan", "pendidikan__tingkat",
    )  # fmt: skip
    orang = semua.for_user(pengguna, Izin.NILAI_LIHAT, per=per).filter(pk=pk).first()
    penuh = orang is not None
    orang = orang or semua.filter(pk=pk).first()
    if orang is None or (not penuh and formasi_id is None):
        return None
    if formasi_id is None:
        return HalamanOrang(profil_kompetensi(orang, per=per), True, None, (), None, None)
    rows = Formasi.objects.with_names().select_related(
        "jabatan__pendidikan_minimal", "jabatan__padanan__pendidikan_minimal"
    )
    if penuh:
        rows = rows.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    formasi = rows.filter(pk=formasi_id).first()
    if formasi is None or not (penuh or _menerima(pengguna, formasi, per)):
        return None
    return _terhadap(pengguna, orang, formasi, penuh, per)


def _menerima(pengguna: Any, formasi: Formasi, per: date) -> bool:
    """Whether the seat is free and the reader is the head who would fill it."""
    try:
        lihat_kecocokan.check(formasi, True, pengguna, per=per)
    except OutOfReach:
        return False
    sasaran = baca_sasaran({formasi.pk}, per=per, aturan=ketentuan_hari(per=per))[formasi.pk]
    kosong = sasaran.butuh is not None and (sasaran.isi_pada(per) or 0) < sasaran.butuh
    return lihat_kecocokan.allows(formasi, kosong, pengguna, per=per)


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
