"""The pair rules at the desk of verification: what refuses, what wants words, what is frozen.

A rule that is not met refuses, with its basis and its cure. A rule nobody can judge for want of
data, and a warning that speaks, want a written reason each: who verifies says by which paper he
judged, and the TPK reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from django.utils import timezone

from jejak.kernel.kanonik import kanonik, polos
from mutasi.alur import Gerbang
from mutasi.models import AlasanUsulan, BekuanUsulan, UsulanMutasi
from mutasi.services import jalan
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Hasil, Putusan
from toolkit.policy import WrongMoment

IZIN_LUAR = ("H12", "H18")


def gerbang_izin(putusan: Iterable[Putusan]) -> list[str]:
    """The gate of permits, when a rule says that somebody outside must agree."""
    perlu = any(p.kode in IZIN_LUAR and p.putusan is Hasil.BUTUH_IZIN for p in putusan)
    return [Gerbang.IZIN.value] if perlu else []


def gagal(putusan: Iterable[Putusan]) -> list[Putusan]:
    """Rules that are not met."""
    return [p for p in putusan if p.putusan is Hasil.TIDAK_LOLOS]


def perlu_alasan(putusan: Iterable[Putusan]) -> list[Putusan]:
    """Warnings that speak, and rules that cannot be judged."""
    return [
        p for p in putusan
        if p.putusan in (Hasil.PERINGATAN, Hasil.TIDAK_DAPAT_DIPERIKSA)
    ]  # fmt: skip


def alasan_berlaku(usulan: UsulanMutasi) -> dict[str, AlasanUsulan]:
    """The reasons written for the post the case leads to now; the latest counts."""
    rows = usulan.alasan_w.filter(ke=usulan.ke_id) if usulan.ke_id else usulan.alasan_w.filter(
        ke__isnull=True
    )  # fmt: skip
    return {a.kode: a for a in rows.select_related("ditulis_oleh").order_by("ditulis_pada", "pk")}


def wajib_lolos(usulan: UsulanMutasi, putusan: Sequence[Putusan]) -> None:
    """Refuse with everything that stands in the way, each with rule, basis and cure."""
    if not putusan and usulan.ke_id:
        raise WrongMoment(
            "Pegawai atau jabatan tujuannya tidak lagi ada di data; perbarui usulannya.",
            kode="tanpa_data",
        )
    if tolak := gagal(putusan):
        raise WrongMoment(" ".join(kalimat(p) for p in tolak), kode="aturan")
    ada = alasan_berlaku(usulan)
    if kurang := [p for p in perlu_alasan(putusan) if p.kode not in ada]:
        kata = "; ".join(f"{p.kode}: {p.bunyi.rstrip('.')} (dasar: {p.dasar})" for p in kurang)
        raise WrongMoment(f"Tulis alasan untuk {kata}.", kode="tanpa_alasan_w")


def kalimat(p: Putusan) -> str:
    """Rule, verdict, basis, cure."""
    obat = f" {p.perbaikan}" if p.perbaikan else ""
    return f"{p.kode}: {p.bunyi.rstrip('.')} (dasar: {p.dasar}).{obat}"


def bekukan(
    usulan: UsulanMutasi, untuk: str, putusan: Sequence[Putusan], *, oleh: Pengguna,
    **tambahan: Any,
) -> BekuanUsulan:  # fmt: skip
    """Keep what this desk sees, as canonical JSON with its sha256."""
    isi = kanonik(polos({**_dilihat(usulan, putusan), **tambahan}))
    return BekuanUsulan.objects.create(
        usulan=usulan, untuk=untuk, versi=usulan.versi, isi=isi,
        sidik=sha256(isi.encode()).hexdigest(), dibuat_pada=timezone.now(), dibuat_oleh=oleh,
    )  # fmt: skip


def _dilihat(usulan: UsulanMutasi, putusan: Sequence[Putusan]) -> dict[str, Any]:
    return {
        "usulan": {**jalan.isi_usulan(usulan), "alasan": usulan.alasan, "sumber": usulan.sumber},
        "nama": {
            "pegawai": usulan.pegawai.nama_lengkap,
            "dari": str(usulan.dari) if usulan.dari else usulan.asal_luar,
            "ke": str(usulan.ke) if usulan.ke else usulan.tujuan_luar,
        },
        "orang": {
            "status": usulan.pegawai.status,
            "kedudukan": usulan.pegawai.kedudukan_id,
            "golongan": usulan.pegawai.golongan_id,
            "tmt_jabatan": usulan.pegawai.tmt_hitung,
        },
        "gerbang": usulan.gerbang,
        "putusan": [{**p.json(), "dasar": p.dasar} for p in putusan],
        "alasan": {
            kode: {"alasan": a.alasan, "oleh": a.ditulis_oleh_id}
            for kode, a in alasan_berlaku(usulan).items()
        },
        "catatan": usulan.catatan_verifikasi,
    }
