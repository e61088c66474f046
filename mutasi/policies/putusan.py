"""What holds for every decision of the PyB and the PPK: reasons, and decisions on paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.utils import timezone

from mutasi.alur import ALUR, PERANAN, Aksi
from mutasi.kernel.aturan.keputusan import h26
from mutasi.models import Persetujuan, Singgah, UsulanMutasi
from mutasi.policies.jalan import bukan_diri, memegang, terlihat
from organisasi.izin import Izin, Peran
from organisasi.models import Disposisi, Pengguna
from penilaian.kernel.kata import daftar, tanggal
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal

_PERAN = {"pyb": Peran.PYB, "ppk": Peran.PPK}


@Policy
def beralasan(
    aksi: Aksi, alasan: str, *, menyimpang: Collection[str], min_huruf: int
) -> Iterator[Refusal]:
    """Who returns or refuses says why; the PPK, and who departs from the TPK or the PyB, say it at
    length (H26, W10)."""
    panjang = len(" ".join(alasan.split()))
    if menyimpang and panjang < min_huruf:
        yield Refusal(
            f"Keputusan ini menyimpang dari {daftar(menyimpang)}: tulis alasannya paling sedikit "
            f"{min_huruf} huruf (W10).",
            kode="menyimpang",
        )
    elif aksi is Aksi.SETUJUI_PPK and panjang < min_huruf:
        yield Refusal(
            f"H26: Pada keputusan PPK belum ada alasan (dasar: {h26.dasar}). Tulis alasannya, "
            f"paling sedikit {min_huruf} huruf; satu alasan dapat ditulis untuk semua nama yang "
            "dipilih.",
            kode="H26",
        )
    elif ALUR[aksi].beralasan and not panjang:
        yield Refusal("Tulis alasannya.", kode="tanpa_alasan")


@Policy
def buka_kertas(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See which papers decide cases, and record them."""
    if not memegang(pengguna, Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN, per=per):
        yield NotAllowed("Anda tidak berhak mencatat keputusan dari kertas.")


@Policy
def catat_kertas(
    usulan: UsulanMutasi,
    aksi: Aksi,
    disposisi: Disposisi,
    pencatat: Pengguna,
    *,
    per: date,
    kerabat: bool,
) -> Iterator[Refusal | str]:
    """Record a decision from a paper two people have compared: for this file, by its official."""
    if not terlihat(usulan, pencatat, per=per):
        yield OutOfReach()
    if not memegang(pencatat, Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN, per=per):
        yield NotAllowed("Anda tidak berhak mencatat keputusan dari kertas.")
    yield from bukan_diri(usulan, pencatat, kerabat=kerabat)
    if disposisi.disahkan_pada is None:
        yield "Disposisi ini belum disahkan orang kedua, jadi belum dapat dipakai."
    if disposisi.pejabat.peran != _PERAN[PERANAN[aksi]]:
        yield f"Disposisi ini bukan dari {PERANAN[aksi].upper().replace('PYB', 'PyB')}."
    if usulan.berkas.nomor.casefold() not in f"{disposisi.perihal} {disposisi.isi}".casefold():
        yield f"Disposisi ini tidak menyebut berkas {usulan.berkas.nomor}."
    if Persetujuan.objects.filter(usulan=usulan, disposisi=disposisi).exists():
        yield "Disposisi ini sudah dipakai untuk usulan ini."
    sejak = _isi_sejak(usulan)
    if sejak is not None and disposisi.tanggal < sejak:
        yield f"Isi usulan ini berubah pada {tanggal(sejak)}, sesudah tanggal disposisi."


def _isi_sejak(usulan: UsulanMutasi) -> date | None:
    """Since when the case has its present content; None where it never changed."""
    if usulan.versi == 1:
        return None
    awal = Singgah.objects.filter(usulan=usulan, versi=usulan.versi).order_by("masuk_pada").first()
    return timezone.localdate(awal.masuk_pada) if awal else None
