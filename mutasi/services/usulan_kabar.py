"""Messages of the road. The title goes out by mail: it names no person and no case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.jenis import Tahap
from mutasi.models import Persetujuan, UsulanMutasi
from mutasi.selectors.meja_akibat import kehilangan_kursi
from organisasi.models import Pemberitahuan, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu_banyak

S = StatusUsulan
BERAKHIR = (S.DITOLAK, S.DIBATALKAN)
LEPAS = (*BERAKHIR, S.DICABUT)
# What those at BKD hear who had sent it on, when a desk after them sends it back.
MUNDUR: dict[Aksi, str] = {
    Aksi.TUNDA: "TPK menunda usulan mutasi",
    Aksi.KEMBALIKAN_PYB: "PyB mengembalikan usulan mutasi untuk dikaji lagi",
    Aksi.CATAT_KEMBALI_BKN: "BKN mengembalikan usulan mutasi",
    Aksi.CATAT_TOLAK_BKN: "BKN menolak usulan mutasi",
    Aksi.KEMBALIKAN_PPK: "PPK mengembalikan usulan mutasi untuk dikaji lagi",
}
_PENERUS = (Aksi.VERIFIKASI, Aksi.PERIKSA, Aksi.SERAHKAN)


def tautan(usulan: UsulanMutasi) -> str:
    """Where the case stands."""
    return reverse("mutasi:usulan-rincian", args=[usulan.pk])


def kabari(
    usulan: UsulanMutasi, penerima: Iterable[int | None], perihal: str, judul: str, isi: str = ""
) -> None:
    """Queue one message each, once per matter and version; never to whom the case concerns."""
    akun = {pk for pk in penerima if pk is not None} - {usulan.pegawai.pengguna_id}
    beri_tahu_banyak(
        sorted(akun), kunci=f"usulan-{perihal}:{usulan.pk}:{usulan.versi}", judul=judul,
        isi=isi, tautan=tautan(usulan),
    )  # fmt: skip


def kabari_meja(usulan: UsulanMutasi, izin: str, perihal: str, judul: str, *, per: date) -> None:
    """Tell a desk that cases of this file wait for it: once a day, however many they are."""
    kunci = f"berkas-{perihal}:{usulan.berkas_id}:{per}"
    if Pemberitahuan.objects.filter(kunci__startswith=kunci).exists():
        return
    beri_tahu_banyak(
        pemegang(usulan, izin, per=per), kunci=kunci, judul=judul,
        tautan=reverse("mutasi:meja"),
    )  # fmt: skip


def kabari_kepala(
    usulan: UsulanMutasi, unit: int, batas: date, cari: Callable[[], list[int]], isi: str
) -> None:
    """Tell the head of an office that cases of this file wait for his review: once per limit."""
    kunci = f"berkas-telaah:{usulan.berkas_id}:{unit}:{batas}"
    if Pemberitahuan.objects.filter(kunci__startswith=kunci).exists():
        return
    beri_tahu_banyak(
        cari(), kunci=kunci, judul="Ada usulan yang menunggu telaah Anda", isi=isi,
        tautan=reverse("mutasi:telaah"),
    )  # fmt: skip


def kabari_pegawai(usulan: UsulanMutasi, perihal: str, judul: str, isi: str = "") -> None:
    """To whom the case concerns, if he has an account."""
    if usulan.pegawai.pengguna_id is not None:
        beri_tahu_banyak(
            [usulan.pegawai.pengguna_id], kunci=f"usulan-{perihal}:{usulan.pk}:{usulan.versi}",
            judul=judul, isi=isi, tautan=reverse("mutasi:usulan-saya-rincian", args=[usulan.pk]),
        )  # fmt: skip


def kabari_mundur(usulan: UsulanMutasi, aksi: Aksi, *, oleh: int) -> None:
    """Who must hear that a case ended or came back; acts that lead onward tell nobody here.

    Of an end: who proposed it, whom it concerns as far as he knew of it, and who works on those
    that waited for his seat. Of a return: who sent it on from BKD, once a day and file.
    """
    if usulan.status in BERAKHIR:
        lain = {usulan.dibuat_oleh_id, usulan.diajukan_oleh_id} - {oleh}
        kabari(usulan, lain, "berakhir", "Usulan mutasi tidak dilanjutkan")
        if usulan.pegawai.pengguna_id != oleh and _ia_tahu(usulan):
            judul = "Usulan mutasi tentang Anda tidak dilanjutkan"
            kabari_pegawai(usulan, "berakhir", judul)
    if usulan.status in LEPAS:
        _kabari_penunggu(usulan)
    elif judul := MUNDUR.get(aksi, ""):
        penerus = _penerus(usulan) - {oleh}
        kunci = f"berkas-{aksi}:{usulan.berkas_id}:{usulan.sejak:%Y%m%d}"
        beri_tahu_banyak(
            sorted(penerus), kunci=kunci, judul=judul, tautan=reverse("mutasi:meja")
        )  # fmt: skip


def _penerus(usulan: UsulanMutasi) -> set[int]:
    sah = Persetujuan.objects.sah().filter(usulan=usulan, aksi__in=_PENERUS)
    return set(sah.values_list("diputus_oleh", flat=True))


def _kabari_penunggu(usulan: UsulanMutasi) -> None:
    """A chain is broken: whoever works on a case that needs the seat hears of it."""
    for satu in kehilangan_kursi(usulan, per=localdate(usulan.sejak)):
        akun = {satu.dibuat_oleh_id, satu.diajukan_oleh_id, *_penerus(satu)}
        kabari(
            satu, akun, f"kursi-{usulan.pk}", "Kursi yang dituju satu usulan mutasi tidak kosong",
            "Usulan yang semula mengosongkannya tidak dilanjutkan (H22). Pilih jabatan lain, atau "
            "usulkan lagi penghuninya.",
        )  # fmt: skip


def _ia_tahu(usulan: UsulanMutasi) -> bool:
    """Whether the person was told of the case or asked for it himself."""
    if usulan.tahap in (Tahap.DIBERITAHUKAN, Tahap.DIUMUMKAN):
        return True
    return usulan.dibuat_oleh_id == usulan.pegawai.pengguna_id


def pemegang(usulan: UsulanMutasi, izin: str, *, per: date) -> list[int]:
    """Accounts that hold the right over the whole agency and see the case now."""
    rows = (
        PenugasanPeran.objects.aktif(per)
        .memberi(izin)
        .filter(pengguna__is_active=True, unit__isnull=True)
        .exclude(pengguna=usulan.pegawai.pengguna_id or 0)
        .select_related("pengguna")
        .order_by("pk")
    )
    akun = {satu.pengguna_id: satu.pengguna for satu in rows}
    return [
        pk for pk, satu in akun.items()
        if UsulanMutasi.objects.for_user(satu, per=per).filter(pk=usulan.pk).exists()
    ]  # fmt: skip
