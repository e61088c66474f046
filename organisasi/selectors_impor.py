"""Reads for the pages of import: which kinds, which files, what a file would do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from organisasi import policies, policies_impor, policies_proses
from organisasi.impor import JENIS, JenisImpor
from organisasi.izin import Izin
from organisasi.models import Impor, Jangkauan, PerubahanImpor, Proses, StatusImpor, TemuanImpor
from toolkit.policy import OutOfReach

# Files of these kinds show data of people: looking at them is noted.
PRIBADI = frozenset({
    Izin.IMPOR_PEGAWAI, Izin.IMPOR_KINERJA, Izin.IMPOR_SEKTOR, Izin.PEGAWAI_UBAH,
    Izin.INDIKATOR_CATAT,
})  # fmt: skip
BENDA = {
    "unor": "unit", "atribut-unor": "unit", "wilayah": "wilayah", "pendidikan": "pendidikan",
    "jabatan-struktural": "jabatan", "jabatan-fungsional": "jabatan",
    "jabatan-pelaksana": "jabatan", "syarat-jabatan": "jabatan", "kebutuhan": "formasi",
    "lembar-abk": "formasi", "abk": "tugas", "abk-draf": "tugas",
    "pegawai": "orang", "kinerja": "predikat",
    "penugasan": "penugasan", "riwayat": "riwayat", "sdmk": "tenaga kesehatan",
    "rombel": "pembelajaran", "kehadiran": "orang", "indikator": "orang",
    "tunjangan": "besaran",
}  # fmt: skip
# What nothing can be reckoned without; the other kinds refine.
PERTAMA = frozenset({
    "unor", "jabatan-struktural", "jabatan-fungsional", "jabatan-pelaksana", "pegawai",
    "kebutuhan", "kinerja",
})  # fmt: skip
MAKS_SEL = 12
_SINGKATAN = {
    "nip", "nik", "tmt", "cpns", "pns", "pppk", "sk", "id", "abk", "bup", "jtm", "str", "sip",
}  # fmt: skip
_LAMA_MENUNGGU = timedelta(seconds=30)


def jenis_milik(pengguna: Any) -> list[JenisImpor]:
    """The kinds this person may bring, in the order of a first load."""
    milik = [j for j in JENIS.values() if policies.mengimpor.allows(j.izin, pengguna)]
    return sorted(milik, key=lambda jenis: jenis.urutan)


def jenis_terlihat(kode: str, pengguna: Any) -> JenisImpor:
    """One kind, or 404 for somebody who may not bring it."""
    jenis = JENIS.get(kode)
    if jenis is None or not policies.mengimpor.allows(jenis.izin, pengguna):
        raise OutOfReach
    return jenis


def impor_terlihat(pengguna: Any) -> QuerySet[Impor]:
    """Files of the kinds this person may bring, newest first; colleagues' files too where the
    right reaches over the whole agency."""
    seluruh = [j.kode for j in JENIS.values() if Jangkauan.milik(pengguna, j.izin).semua]
    sendiri = [j.kode for j in jenis_milik(pengguna) if j.kode not in seluruh]
    return Impor.objects.for_user(pengguna, seluruh, sendiri=sendiri).select_related(
        "diunggah_oleh", "diterapkan_oleh", "proses"
    )


def sebut_jenis(halaman: Iterable[Impor]) -> None:
    """Give each file of a page the name of its kind, as ``label_jenis``."""
    for impor in halaman:
        jenis = JENIS.get(impor.jenis)
        impor.label_jenis = jenis.label if jenis else impor.jenis  # type: ignore[attr-defined]


def daftar_jenis(pengguna: Any) -> list[dict[str, Any]]:
    """The kinds with the day each was last applied."""
    terakhir: dict[str, date] = dict(
        Impor.objects.filter(status=StatusImpor.DITERAPKAN)
        .order_by()
        .values_list("jenis")
        .annotate(Max("per"))
    )
    return [{"jenis": j, "terakhir": terakhir.get(j.kode)} for j in jenis_milik(pengguna)]


def berikutnya(pengguna: Any) -> JenisImpor | None:
    """The first kind of a first load that was never applied, for whoever may bring it."""
    sudah = set(Impor.objects.filter(status=StatusImpor.DITERAPKAN).values_list("jenis", flat=True))
    belum = (j for j in jenis_milik(pengguna) if j.kode in PERTAMA and j.kode not in sudah)
    return next(belum, None)


def kepala(impor: Impor) -> dict[str, Any]:
    """What every page about one file says above its lists; no further query."""
    jenis = JENIS[impor.jenis]
    kelompok = [
        {**satu, "judul": judul_kode(satu["kode"])} for satu in impor.ringkasan.get("kelompok", [])
    ]
    return {
        "impor": impor,
        "jenis": jenis,
        "benda": BENDA.get(jenis.kode, "baris"),
        "ringkasan": impor.ringkasan,
        "tolak": [k for k in kelompok if k["tingkat"] == "tolak"],
        "peringatan": [k for k in kelompok if k["tingkat"] == "peringatan"],
    }


def rincian(impor: Impor, pengguna: Any) -> dict[str, Any]:
    """Everything the page of one file shows."""
    jenis = JENIS[impor.jenis]
    return kepala(impor) | {
        "proses": keadaan_proses(impor.proses, pengguna),
        "kembar": _kembar(impor),
        "alasan_terapkan": policies_impor.terapkan.reasons(impor, jenis.izin, pengguna),
        "alasan_periksa": policies_impor.petakan.reasons(impor, jenis.izin, pengguna),
        "alasan_buang": policies_impor.buang.reasons(impor, jenis.izin, pengguna),
        "pribadi": jenis.izin in PRIBADI,
        "berikutnya": berikutnya(pengguna) if impor.status == StatusImpor.DITERAPKAN else None,
        "tampak_sebagian": _tampak_sebagian(impor),
    }


def _tampak_sebagian(impor: Impor) -> bool:
    """So many are missing from the file that it is hardly a full download."""
    keluar, diterima = (impor.ringkasan.get(nama, 0) for nama in ("keluar", "diterima"))
    return bool(impor.status == StatusImpor.DIPERIKSA and keluar > max(20, diterima // 5))


def _kembar(impor: Impor) -> Impor | None:
    """The same bytes, brought and applied before."""
    if impor.status == StatusImpor.DITERAPKAN:
        return None
    sama = Impor.objects.filter(
        jenis=impor.jenis, sha256=impor.sha256, status=StatusImpor.DITERAPKAN
    )
    return sama.select_related("diterapkan_oleh").first()


def keadaan_proses(proses: Proses | None, pengguna: Any) -> dict[str, Any] | None:
    """Background work as the progress box shows it."""
    if proses is None:
        return None
    menunggu = proses.status == "antre" and timezone.now() - proses.dibuat_pada > _LAMA_MENUNGGU
    return {
        "baris": proses,
        "berakhir": proses.berakhir,
        "lama_menunggu": menunggu,
        "alasan_berhenti": policies_proses.hentikan.reasons(proses, pengguna),
    }


def temuan(impor: Impor, *, tingkat: str, kode: str, kolom: str) -> QuerySet[TemuanImpor]:
    """Findings by level, kind and column, in the order of the file."""
    rows = impor.temuan.all()
    for nama, nilai in (("tingkat", tingkat), ("kode", kode), ("kolom", kolom)):
        if nilai:
            rows = rows.filter(**{nama: nilai})
    return rows.order_by("pk")


def perubahan(impor: Impor, *, macam: str, kolom: str, kunci: str) -> QuerySet[PerubahanImpor]:
    """Who is new, changed (in a column) or gone."""
    rows = impor.perubahan.filter(macam=macam)
    if kunci:
        rows = rows.filter(kunci=kunci)
    if kolom:
        # Bound to one file and one kind of change by the index; the text decides the rest.
        rows = rows.annotate(teks=Cast("rincian", TextField())).filter(
            teks__contains=f'["{kolom}", '
        )
    return rows.order_by("pk")


def judul_kode(kode: str) -> str:
    """``nip_vs_tanggal_lahir`` as a person reads it: "NIP tidak cocok dengan tanggal lahir"."""
    kata = kode.replace("_vs_", "_tidak cocok dengan_").split("_")
    teks = " ".join(k.upper() if k in _SINGKATAN else k for k in kata)
    return teks[:1].upper() + teks[1:]
