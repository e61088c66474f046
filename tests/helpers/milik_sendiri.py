"""Pages that open to one person only, each with somebody of the demonstration who may see it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from mutasi.models import UsulanMutasi
from penilaian.models import HasilPenilaian, Keberatan, Konseling, UmpanBalik

# One's own pages that need no key: a sheet for a phone.
TANPA_KUNCI = (
    "beranda", "pegawai:profil-saya", "pegawai:perbaikan", "penilaian:nilai-saya",
    "penilaian:nilai-saya-tim", "penilaian:nilai-saya-kompetensi", "penilaian:inovasi-saya",
    "penilaian:umpan-saya", "penilaian:konseling", "penilaian:keberatan-saya",
    "penilaian:keberatan-menunggu", "penilaian:tim", "mutasi:usulan-saya",
    "mutasi:usulan-ajukan-sendiri", "mutasi:petikan-saya",
    "mutasi:keberatan-mutasi-saya",
)  # fmt: skip


def milik_sendiri() -> dict[str, tuple[Any, str]]:
    """Per name of a page: whose it is, and its address."""
    perkara = Keberatan.objects.filter(
        keadaan="diperiksa", pegawai__pengguna__isnull=False, pemutus__pengguna__isnull=False
    )
    satu, pesan = perkara.earliest("pk"), UmpanBalik.objects.earliest("pk")
    kasus = Konseling.objects.filter(pegawai__pengguna__isnull=False).earliest("pk")
    tenang = HasilPenilaian.objects.filter(
        penilaian=satu.hasil.penilaian, pegawai__pengguna__isnull=False, keberatan__isnull=True
    ).earliest("pk")
    saya, run = satu.pegawai.pengguna, satu.hasil.penilaian
    assert satu.pemutus is not None
    halaman: dict[str, tuple[Any, dict[str, Any]]] = {
        "nilai-saya-periode": (saya, {"periode": run.periode.kode}),
        "nilai-saya-hasil": (saya, {"periode": run.periode.kode, "nomor": run.nomor}),
        "keberatan-ajukan": (tenang.pegawai.pengguna, {"pk": tenang.pk}),
        "keberatan-rincian": (saya, {"pk": satu.pk}),
        "keberatan-putus": (satu.pemutus.pengguna, {"pk": satu.pk}),
        "umpan": (pesan.oleh, {"pk": pesan.pegawai_id}),
        "konseling-rincian": (kasus.pegawai.pengguna, {"pk": kasus.pk}),
    }
    alamat = {
        f"penilaian:{nama}": (orang, reverse(f"penilaian:{nama}", kwargs=kunci))
        for nama, (orang, kunci) in halaman.items()
    }
    jadi = UsulanMutasi.objects.filter(tahap="diumumkan", pegawai__pengguna__isnull=False)
    pindah = jadi.earliest("pk")
    bukti = reverse("mutasi:usulan-tanda-terima", args=[pindah.pk])
    alamat["mutasi:usulan-tanda-terima"] = (pindah.pegawai.pengguna, bukti)
    return alamat | {nama: (saya, reverse(nama)) for nama in TANPA_KUNCI}
