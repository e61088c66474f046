"""With whom a case lies, which act it waits for, and which cases wait for one very person."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Q

from mutasi.alur import ALUR, BERJALAN, PERANAN, Aksi, StatusUsulan
from mutasi.models import Persetujuan, TelaahUnit, UsulanMutasi
from mutasi.policies.perbuatan import terlarang_bersama
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna

S = StatusUsulan
# The act that takes a case onward, and who does it, in the words of the screen.
LANJUT: dict[str, tuple[Aksi, str]] = {
    S.DRAF: (Aksi.AJUKAN, "penyusun"),
    S.DIAJUKAN: (Aksi.VERIFIKASI, "analis BKD/BKPSDM"),
    S.DIKEMBALIKAN: (Aksi.AJUKAN, "pengusul"),
    S.DIVERIFIKASI: (Aksi.PERIKSA, "Kabid Mutasi"),
    S.DITELAAH_UNIT: (Aksi.TELAAH, "kepala unit asal dan tujuan"),
    S.SIAP_DIBERITAHUKAN: (Aksi.BERITAHUKAN, "BKD/BKPSDM"),
    S.DIBERITAHUKAN: (Aksi.KAJI, "Kabid Mutasi"),
    S.MENUNGGU_KESEDIAAN: (Aksi.KAJI, "pegawai, lalu Kabid Mutasi"),
    S.DIKAJI: (Aksi.SERAHKAN, "Kepala BKPSDM"),
    S.SIDANG_TPK: (Aksi.REKOMENDASIKAN, "TPK"),
    S.DITUNDA: (Aksi.KAJI_ULANG, "Kabid Mutasi"),
    S.DIREKOMENDASI: (Aksi.SETUJUI_PYB, "PyB"),
    S.PROSES_ANTAR_INSTANSI: (Aksi.LENGKAPI_ANTAR, "operator I-MUT"),
    S.DISETUJUI_PYB: (Aksi.USULKAN_BKN, "operator I-MUT"),
    S.DIUSULKAN_BKN: (Aksi.CATAT_PERTEK, "BKN"),
    S.DIKEMBALIKAN_BKN: (Aksi.KAJI_ULANG, "Kabid Mutasi"),
    S.DITOLAK_BKN: (Aksi.KAJI_ULANG, "Kabid Mutasi"),
    S.IZIN_LUAR: (Aksi.CATAT_IZIN, "pejabat di luar instansi"),
    S.MENUNGGU_PPK: (Aksi.SETUJUI_PPK, "PPK"),
    S.DISETUJUI_PPK: (Aksi.TETAPKAN, "penanda tangan SK"),
    S.SK_DITETAPKAN: (Aksi.LANTIK, "penyelenggara pelantikan"),
    S.DILANTIK: (Aksi.LAKSANAKAN, "sistem, pada TMT"),
    S.BERLAKU: (Aksi.CATAT_SPMT, "kepala unit baru"),
    S.SPMT: (Aksi.SINKRONKAN, "operator SIASN"),
    S.EVALUASI: (Aksi.SELESAIKAN, "Kabid Mutasi"),
}
# The desks in the order of the road, each with the states that lie on it.
MEJA: tuple[tuple[str, tuple[StatusUsulan, ...]], ...] = (
    ("Penyusunan", (S.DRAF, S.DIKEMBALIKAN)),
    ("BKD/BKPSDM", (S.DIAJUKAN, S.DIVERIFIKASI, S.DIKAJI, S.DITUNDA)),
    ("Unit dan pegawai",
     (S.DITELAAH_UNIT, S.SIAP_DIBERITAHUKAN, S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN)),
    ("TPK dan PyB", (S.SIDANG_TPK, S.DIREKOMENDASI)),
    ("BKN dan luar instansi",
     (S.PROSES_ANTAR_INSTANSI, S.DISETUJUI_PYB, S.DIUSULKAN_BKN, S.DIKEMBALIKAN_BKN,
      S.DITOLAK_BKN, S.IZIN_LUAR)),
    ("PPK dan SK", (S.MENUNGGU_PPK, S.DISETUJUI_PPK)),
    ("Pelaksanaan", (S.SK_DITETAPKAN, S.DILANTIK, S.BERLAKU, S.SPMT, S.EVALUASI)),
)  # fmt: skip
# What belongs to no further desk is not waited for by name.
_BUKAN_ORANG = (S.DILANTIK,)


def di_tangan(status: str) -> str:
    """With whom a case in this state lies; empty once it has ended."""
    return LANJUT[status][1] if status in LANJUT else ""


def ringkas(status: str) -> str:
    """The state in one or two words, inside a sentence."""
    kata = str(StatusUsulan(status).label).split(",")[0]
    return kata if kata[:2].isupper() else kata[0].lower() + kata[1:]


def terlihat(pengguna: Pengguna, *, per: date) -> Any:
    """The cases a person may know of."""
    return UsulanMutasi.objects.for_user(pengguna, per=per)


def menunggu_saya(pengguna: Pengguna, *, per: date) -> Any:
    """Those whose next act is this person's by right, office and the ban on double roles (H24)."""
    syarat = Q(pk__in=[])
    for status, (aksi, _) in LANJUT.items():
        if status not in _BUKAN_ORANG:
            syarat |= _giliran(pengguna, StatusUsulan(status), aksi, per)
    rows = terlihat(pengguna, per=per).filter(syarat, status__in=BERJALAN)
    return rows.exclude(pegawai__pengguna=pengguna)


def _giliran(pengguna: Pengguna, status: StatusUsulan, aksi: Aksi, per: date) -> Q:
    izin = ALUR[aksi].izin
    if izin is None or (jangkauan := Jangkauan.milik(pengguna, izin, per=per)).kosong:
        return Q(pk__in=[])
    syarat = Q(status=status)
    if aksi is Aksi.AJUKAN:  # a draft waits for who wrote it, not for everybody named in its file
        return syarat & (Q(dibuat_oleh=pengguna) | Q(diajukan_oleh=pengguna))
    if aksi is Aksi.TELAAH:
        if jangkauan.semua:  # roles over the whole agency are no heads of an office
            return Q(pk__in=[])
        belum = TelaahUnit.objects.filter(dijawab_pada__isnull=True, versi=F("usulan__versi"))
        return syarat & Q(pk__in=jangkauan.saring(belum, prefix="unit__").values("usulan"))
    if izin in _DI_UNIT:
        # Who holds it over the whole agency reports only where BKD does; the top only may.
        if jangkauan.semua and Jangkauan.milik(pengguna, Izin.PELANTIKAN_KELOLA, per=per).kosong:
            return Q(pk__in=[])
        syarat &= Q(pk__in=jangkauan.saring(UsulanMutasi.objects.all(), prefix="ke__unit__"))
    lain = [satu for satu in PERANAN if terlarang_bersama(aksi, satu)]
    if lain:
        pernah = Persetujuan.objects.sah().filter(diputus_oleh=pengguna, aksi__in=lain)
        syarat &= ~Q(pk__in=pernah.order_by().values("usulan"))
    if Aksi.AJUKAN in lain:
        syarat &= Q(diajukan_oleh__isnull=True) | ~Q(diajukan_oleh=pengguna)
    return syarat


# Rights held over an office: the new one reports that the person began there.
_DI_UNIT = (Izin.SPMT_CATAT,)


def mendesak(rows: Any, per: date) -> Any:
    """Late first, then by limit, then by how long it lies there."""
    return rows.order_by(F("tenggat").asc(nulls_last=True), "sejak", "pk")
