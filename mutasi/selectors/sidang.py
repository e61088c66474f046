"""Sessions as pages show them: the list, one session with its agenda, what can go on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from mutasi.alur import StatusUsulan
from mutasi.kernel.keterangan import bunyi_keterangan
from mutasi.kernel.kuorum import Kuorum, kuorum
from mutasi.kernel.sidang import Aturan, Nama, kalimat_kuorum
from mutasi.models import (
    AgendaSidang,
    AnggotaTimPenilai,
    KehadiranSidang,
    MacamSuara,
    SidangTPK,
    StatusSidang,
    SuaraSidang,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.selectors.sidang_suara import (
    anggota_kernel,
    aturan_sidang,
    kehadiran,
    nama_butir,
    suara_butir,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import yang_berhubungan

KEADAAN = [("", "Yang berjalan"), ("semua", "Semua"), *StatusSidang.choices]
SARING_PUTUSAN = [
    ("", "Semua butir"), ("belum", "Belum diputuskan"), ("rekomendasi", "Direkomendasikan"),
    ("tunda", "Ditunda"), ("tolak", "Tidak direkomendasikan"), ("mundur", "Ada yang menyingkir"),
    ("suara", "Menunggu suara saya"),
]  # fmt: skip


def daftar(pengguna: Pengguna, status: str, *, per: date) -> QuerySet[SidangTPK]:
    """Sessions in sight with how many names they hold; those that run first by day."""
    rows = SidangTPK.objects.for_user(pengguna, per=per).select_related("tim")
    if status in StatusSidang.values:
        rows = rows.filter(status=status)
    elif status != "semua":
        rows = rows.terbuka()
    return rows.annotate(
        nama=Count("agenda"), putus=Count("agenda", filter=~Q(agenda__putusan=""))
    ).order_by("-tanggal", "-pk")


def sidang_kini(pengguna: Pengguna, *, per: date) -> QuerySet[SidangTPK]:
    """Sessions of a team one sits in, of today or earlier and not closed."""
    rows = SidangTPK.objects.for_user(pengguna, per=per).terbuka().filter(tanggal__lte=per)
    return rows.filter(tim__in=AnggotaTimPenilai.objects.filter(pengguna=pengguna).values("tim"))


def menunggu_sidang(pengguna: Pengguna, *, per: date) -> QuerySet[UsulanMutasi]:
    """Cases in sight that wait for a session and stand on no open agenda, by file."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(status=StatusUsulan.SIDANG_TPK)
    terpakai = AgendaSidang.objects.filter(sidang__in=SidangTPK.objects.terbuka())
    return rows.exclude(pk__in=terpakai.order_by().values("usulan")).with_names().order_by(
        "berkas__nomor", "urutan", "pk"
    )  # fmt: skip


def sidang_terlihat(pengguna: Pengguna, *, per: date) -> QuerySet[SidangTPK]:
    """For fetching one: out of sight it does not exist."""
    rows = SidangTPK.objects.for_user(pengguna, per=per)
    return rows.select_related("tim", "dibuka_oleh", "disusun_oleh", "ditutup_oleh")


@dataclass
class Butir:
    """One name on the page. ``tertutup``: the reader stood aside, is it or is tied to it;
    ``tersembunyi``: he may not even read whom it is about; ``menunggu``: his own vote is asked."""

    isi: AgendaSidang
    suara: dict[int, SuaraSidang]
    nama: Nama | None
    tertutup: bool
    tersembunyi: bool
    kursi: Sequence[KehadiranSidang]
    menunggu: bool = False

    @property
    def mundur(self) -> set[int]:
        """Members who stood aside."""
        return {pk for pk, s in self.suara.items() if s.suara == MacamSuara.MUNDUR}

    @property
    def kalimat(self) -> str:
        """Votes and quorum of this name; before anybody voted, its quorum alone."""
        if self.nama is None:
            return ""
        bersuara = len(self.suara) > len(self.mundur)
        return self.nama.kalimat if bersuara else kalimat_kuorum(self.nama.kuorum)

    @property
    def keterangan(self) -> str:
        """The remarks as the minutes print them."""
        return bunyi_keterangan(self.isi.keterangan)

    @property
    def berubah(self) -> bool:
        """Whether the case is no longer what was put on the agenda."""
        usulan = self.isi.usulan
        return usulan.status != StatusUsulan.SIDANG_TPK or usulan.versi != self.isi.versi

    @property
    def menyingkir(self) -> list[str]:
        """Who stood aside."""
        return [
            s.anggota.pengguna.nama for s in self.suara.values() if s.suara == MacamSuara.MUNDUR
        ]

    @property
    def beda(self) -> int:
        """How many dissent."""
        return sum(s.suara == MacamSuara.TIDAK for s in self.suara.values())


@dataclass(frozen=True)
class Ringkasan:
    """Counts of a session's names by what was said of them; ``suara``: without the reader's."""

    nama: int
    belum: int
    rekomendasi: int
    tunda: int
    tolak: int
    suara: int


def ringkas(sidang: SidangTPK, pengguna: Pengguna | None = None) -> Ringkasan:
    """In one query."""
    satu = {k: Count("pk", filter=Q(putusan=k)) for k in ("rekomendasi", "tunda", "tolak")}
    satu["suara"] = Count("pk", filter=_tanpa_suara(pengguna))
    hasil = AgendaSidang.objects.filter(sidang=sidang).aggregate(
        nama=Count("pk"), belum=Count("pk", filter=Q(putusan="")), **satu
    )
    return Ringkasan(**hasil)


def _tanpa_suara(pengguna: Pengguna | None) -> Q:
    """Items this member has neither voted on nor stood aside from."""
    milik = SuaraSidang.objects.filter(anggota__pengguna=pengguna).order_by()
    return ~Q(pk__in=milik.values("agenda"))


def kursi_bersuara(
    sidang: SidangTPK, kursi: Iterable[KehadiranSidang], pengguna: Pengguna
) -> int | None:
    """The seat of one who votes in a session that runs, or None."""
    if sidang.status != StatusSidang.BERLANGSUNG:
        return None
    duduk = (k.anggota for k in kursi if k.hadir and k.anggota.bersuara)
    return next((a.pk for a in duduk if a.pengguna_id == pengguna.pk), None)


def butir_saring(
    sidang: SidangTPK, saring: str, q: str, pengguna: Pengguna | None = None
) -> QuerySet[AgendaSidang]:
    """The agenda narrowed by outcome and by name, NIP or post, in its order."""
    rows = AgendaSidang.objects.filter(sidang=sidang).select_related(
        "usulan__berkas", "usulan__pegawai", "usulan__dari__jabatan", "usulan__dari__unit",
        "usulan__ke__jabatan", "usulan__ke__unit", "alternatif",
    )  # fmt: skip
    if saring == "belum":
        rows = rows.filter(putusan="")
    elif saring == "mundur":
        rows = rows.filter(suara__suara=MacamSuara.MUNDUR).distinct()
    elif saring == "suara":
        rows = rows.filter(_tanpa_suara(pengguna))
    elif saring:
        rows = rows.filter(putusan=saring)
    if q:
        rows = rows.filter(
            Q(usulan__pegawai__nama__icontains=q) | Q(usulan__pegawai__nip__startswith=q)
            | Q(usulan__ke__jabatan__nama__icontains=q)
        )  # fmt: skip
    return rows.order_by("urutan", "pk")


def kuorum_kini(sidang: SidangTPK, kursi: Sequence[KehadiranSidang]) -> Kuorum | None:
    """The live quorum of an opened session."""
    if not sidang.mode:
        return None
    anggota = [anggota_kernel(k.anggota, k.hadir) for k in kursi]
    return kuorum(anggota, aturan_sidang(sidang).pecahan)


def tampilkan(
    butir: Any, sidang: SidangTPK, kursi: Sequence[KehadiranSidang],
    pengguna: Pengguna,
) -> list[Butir]:  # fmt: skip
    """The items of one page as this reader may see them."""
    aturan: Aturan | None = aturan_sidang(sidang) if sidang.mode else None
    suara = suara_butir([b.pk for b in butir])
    terkait, kursi_saya = _terkait(butir, pengguna), kursi_bersuara(sidang, kursi, pengguna)
    hasil = []
    for b in butir:
        kata = suara[b.pk]
        sendiri = b.usulan.pegawai.pengguna_id == pengguna.pk
        mundur = any(
            s.suara == MacamSuara.MUNDUR and s.anggota.pengguna_id == pengguna.pk
            for s in kata.values()
        )
        nama = nama_butir(kursi, kata, aturan) if aturan is not None else None
        tertutup = sendiri or mundur or b.usulan.pegawai_id in terkait
        menunggu = kursi_saya is not None and not tertutup and kursi_saya not in kata
        hasil.append(Butir(b, kata, nama, tertutup, sendiri, kursi, menunggu))
    return hasil


def _terkait(butir: Sequence[AgendaSidang], pengguna: Pengguna) -> set[int]:
    sendiri = Pegawai.objects.filter(pengguna=pengguna).values_list("pk", flat=True).first()
    if sendiri is None:
        return set()
    return yang_berhubungan(sendiri, {b.usulan.pegawai_id for b in butir})


def tertahan(sidang: SidangTPK) -> int:
    """Names of a closed session with an outcome whose cases still wait before the TPK."""
    rows = AgendaSidang.objects.filter(sidang=sidang).exclude(putusan="")
    return rows.filter(usulan__status=StatusUsulan.SIDANG_TPK, usulan__versi=F("versi")).count()


def kursi_sidang(sidang: SidangTPK) -> list[KehadiranSidang]:
    """Everybody of the team; before the session is opened, as nobody has come yet."""
    if ada := kehadiran(sidang):
        return ada
    return [
        KehadiranSidang(sidang=sidang, anggota=a, hadir=False)
        for a in sidang.tim.anggota.select_related("pengguna").order_by("pk")
    ]


def daftar_tim() -> QuerySet[TimPenilai]:
    """All teams, the newest first, with their members."""
    return (
        TimPenilai.objects.prefetch_related("anggota__pengguna")
        .annotate(sidang_n=Count("sidang", distinct=True))
        .order_by("-mulai", "-pk")
    )


def calon_tim(*, per: date) -> dict[str, QuerySet[Pengguna]]:
    """Whom a decree can seat: accounts that hold the right of the seat on the day."""
    return {
        kedudukan: Pengguna.objects.filter(
            is_active=True, teknis=False,
            pk__in=PenugasanPeran.objects.aktif(per).memberi(izin).values("pengguna"),
        ).order_by("nama")
        for kedudukan, izin in (
            ("ketua", Izin.SIDANG_PIMPIN), ("anggota", Izin.SIDANG_IKUT),
            ("sekretaris", Izin.SIDANG_KELOLA),
        )
    }  # fmt: skip


def per_berkas(menunggu: QuerySet[UsulanMutasi]) -> list[tuple[str, str, int]]:
    """How many wait per file: number, name, count."""
    rows = menunggu.select_related(None).order_by("berkas__nomor").values_list(
        "berkas__nomor", "berkas__nama"
    )  # fmt: skip
    return list(rows.annotate(n=Count("pk")).values_list("berkas__nomor", "berkas__nama", "n"))


def kuorum_nanti(sidang: SidangTPK) -> Kuorum:
    """How many have to come, by what the session began with or would begin with today."""
    kursi = kursi_sidang(sidang)
    anggota = [anggota_kernel(k.anggota, k.hadir) for k in kursi]
    if sidang.mode:
        return kuorum(anggota, aturan_sidang(sidang).pecahan)
    return kuorum(anggota, tetapan_jalan(per=sidang.tanggal).tpk_kuorum)


def sebelah(butir: AgendaSidang) -> dict[str, int | None]:
    """The items before and after on the agenda, and the next one nobody decided yet."""
    rows = AgendaSidang.objects.filter(sidang=butir.sidang_id)
    urut = list(rows.order_by("urutan", "pk").values_list("pk", "putusan"))
    n = [pk for pk, _ in urut].index(butir.pk)
    belum = [pk for pk, putusan in (*urut[n + 1 :], *urut[:n]) if not putusan]
    return {
        "sebelum": urut[n - 1][0] if n else None,
        "sesudah": urut[n + 1][0] if n + 1 < len(urut) else None,
        "belum": belum[0] if belum else None,
    }


def kepala(
    sidang: SidangTPK, kursi: Sequence[KehadiranSidang], pengguna: Pengguna
) -> dict[str, Any]:
    """What stands above the agenda: counts, quorum, parameters."""
    bersuara = kursi_bersuara(sidang, kursi, pengguna) is not None
    return {
        "s": sidang, "kursi": kursi, "jumlah": ringkas(sidang, pengguna), "bersuara": bersuara,
        "pilihan": SARING_PUTUSAN if bersuara else SARING_PUTUSAN[:-1],
        "kuorum": kuorum_kini(sidang, kursi),
        "aturan": aturan_sidang(sidang) if sidang.mode else None,
    }  # fmt: skip


def tim_bertugas(*, per: date) -> QuerySet[TimPenilai]:
    """Teams whose time has not ended."""
    return TimPenilai.objects.filter(Q(selesai__isnull=True) | Q(selesai__gt=per))


def terpilih(
    menunggu: QuerySet[UsulanMutasi], nomor_berkas: str, usulan: Sequence[UUID]
) -> list[UUID]:
    """All that wait of one file, or the ticked ones in sight."""
    dari = Q(berkas__nomor=nomor_berkas) if nomor_berkas else Q(pk__in=usulan)
    return list(menunggu.filter(dari).values_list("pk", flat=True))


def dari_berkas(menunggu: QuerySet[UsulanMutasi], nomor: str) -> QuerySet[UsulanMutasi]:
    """Narrowed to one file, when one is asked for."""
    return menunggu.filter(berkas__nomor=nomor) if nomor else menunggu
