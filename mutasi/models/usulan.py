"""UsulanMutasi: one case, from draft to its end; its stays, decisions, reasons, frozen looks."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from mutasi.alur import BERJALAN, JAUH, MENGIKAT, SEBELUM_SK, Aksi, StatusUsulan
from mutasi.kernel.jenis import (
    NAMA_JENIS,
    NAMA_JENJANG,
    NAMA_RUTE,
    NAMA_SUMBER,
    NAMA_TAHAP,
    SAMPINGAN,
    Sumber,
    Tahap,
    pilihan,
)
from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, one_of

S = StatusUsulan
PENGGUNA = "organisasi.Pengguna"
# From which state on a role that waits at one desk may see a case, once it is no longer secret.
MEJA: tuple[tuple[Izin, StatusUsulan], ...] = (
    (Izin.USULAN_PROSES, S.DRAF),
    (Izin.SIDANG_LIHAT, S.SIDANG_TPK),
    (Izin.USULAN_SETUJUI_PYB, S.DIREKOMENDASI),
    (Izin.BKN_CATAT, S.PROSES_ANTAR_INSTANSI),
    (Izin.USULAN_PUTUSKAN, S.MENUNGGU_PPK),
    (Izin.KEPUTUSAN_NOMORI, S.DISETUJUI_PPK),
)
_SAMPINGAN = sorted(j.value for j in SAMPINGAN)
_MENGIKAT = Q(status__in=sorted(s.value for s in MENGIKAT)) & ~Q(tahap=Tahap.RAHASIA.value)
# Ended ones are looked at whether they were announced or not: that is where favours would hide.
DIAWASI = (S.DITOLAK, S.DIBATALKAN, S.DICABUT)


class UsulanMutasiQuerySet(models.QuerySet["UsulanMutasi"]):
    """Words of the domain about cases. ``for_user`` is the one way to a list of them."""

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """The cases a person may know of, by the stage of secrecy; see ``docs/kerahasiaan.md``.

        A case about oneself appears only once one was told of it or asked for it oneself, whatever
        roles one holds.
        """
        if not getattr(pengguna, "is_authenticated", False) or not pengguna.is_active:
            return self.none()
        sendiri = Q(pegawai__pengguna=pengguna)
        tahu = Q(tahap__in=(Tahap.DIBERITAHUKAN, Tahap.DIUMUMKAN)) | Q(
            sumber=Sumber.PEGAWAI, dibuat_oleh=pengguna
        )
        return self.filter((sendiri & tahu) | (~sendiri & _karena_tugas(pengguna, per)))

    def berjalan(self) -> Self:
        """Not ended."""
        return self.filter(status__in=BERJALAN)

    def sebelum_sk(self) -> Self:
        """No decree yet."""
        return self.filter(status__in=SEBELUM_SK)

    def mengikat(self) -> Self:
        """Those that hold their person: of each person at most one."""
        return self.filter(_MENGIKAT).exclude(jenis__in=_SAMPINGAN)

    def with_names(self) -> Self:
        """What a list, a policy and a paper read."""
        return self.select_related(
            "berkas", "pegawai__unit__opd", "pegawai__golongan", "dari__unit__opd",
            "dari__jabatan", "ke__unit__opd", "ke__jabatan", "diajukan_oleh", "dibuat_oleh",
        ).defer("pegawai__siasn", "pegawai__nik_sandi")  # fmt: skip

    def locked(self, pk: Any) -> UsulanMutasi:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).with_names().get(pk=pk)


def _karena_tugas(pengguna: Any, per: date) -> Q:
    """What the roles of a person open to him."""
    from mutasi.models.berkas import AnggotaBerkas

    lihat = Jangkauan.milik(pengguna, Izin.USULAN_LIHAT, per=per)
    if lihat.kosong:
        return Q(pk__in=[])
    bernama = AnggotaBerkas.objects.aktif().filter(pengguna=pengguna).values("berkas")
    tampak = Q(berkas__in=bernama)
    terbuka = ~Q(tahap=Tahap.RAHASIA)
    for izin, sejak in MEJA:
        if not Jangkauan.milik(pengguna, izin, per=per).kosong:
            tampak |= terbuka & Q(terjauh__gte=JAUH[sejak])
    if not Jangkauan.milik(pengguna, Izin.USULAN_AWASI, per=per).kosong:
        tampak |= Q(tahap=Tahap.DIUMUMKAN) | Q(status__in=DIAWASI)
    tampak |= Q(tahap=Tahap.DIUMUMKAN) & (
        _di_dalam(lihat, "dari__unit__") | _di_dalam(lihat, "ke__unit__")
    )
    telaah = Jangkauan.milik(pengguna, Izin.USULAN_TELAAH, per=per)
    # Over the whole agency nobody is the head who is asked, but PyB, who stands in for one.
    if not telaah.semua or not Jangkauan.milik(pengguna, Izin.USULAN_SETUJUI_PYB, per=per).kosong:
        menelaah = telaah.saring(TelaahUnit.objects.all(), prefix="unit__")
        tampak |= terbuka & Q(pk__in=menelaah.order_by().values("usulan"))
    return tampak


def _di_dalam(jangkauan: Jangkauan, prefix: str) -> Q:
    """The same as ``Jangkauan.saring``, as a condition."""
    if jangkauan.semua:
        return ~Q(pk__in=[])
    q = Q(pk__in=[])
    for kiri, kanan in jangkauan.rentang:
        q |= Q(**{f"{prefix}kiri__gte": kiri, f"{prefix}kiri__lte": kanan})
    return q


class UsulanMutasi(models.Model):
    """One person, one move, one state. ``versi`` rises with every change of its content.

    ``gerbang`` is the list of gates frozen when it was submitted. ``terjauh``: how far it ever came
    (``alur.JAUH``). ``dasar`` is the text of ``kernel.dasar``. ``asal_luar``/``tujuan_luar`` name
    the other instansi. ``tmt`` is the planned day until a decree fixes it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    berkas = models.ForeignKey(
        "mutasi.BerkasMutasi", on_delete=models.PROTECT, related_name="usulan"
    )
    urutan = models.PositiveIntegerField()
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="usulan")
    dari = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ke = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    jenis = models.CharField("jenis", max_length=20, choices=pilihan(NAMA_JENIS))
    jenjang = models.CharField("jenjang", max_length=14, choices=pilihan(NAMA_JENJANG))
    sumber = models.CharField("sumber", max_length=10, choices=pilihan(NAMA_SUMBER))
    rute = models.CharField(
        "rute antarinstansi", max_length=2, choices=pilihan(NAMA_RUTE), blank=True
    )
    asal_luar = models.CharField("instansi asal", max_length=200, blank=True)
    tujuan_luar = models.CharField("instansi tujuan", max_length=200, blank=True)
    alasan = models.TextField("kebutuhan atau alasan", max_length=4000)
    dasar = models.CharField("dasar dispensasi/demosi", max_length=255, blank=True)
    permintaan = models.ForeignKey(
        "mutasi.PermintaanPegawai", on_delete=models.PROTECT, null=True, blank=True,
        related_name="usulan",
    )  # fmt: skip
    baris_rancangan = models.ForeignKey(
        "mutasi.BarisRancangan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tmt = models.DateField("TMT")
    selesai = models.DateField("berakhir (penugasan berbatas)", null=True, blank=True)
    status = models.CharField(max_length=24, choices=StatusUsulan, default=S.DRAF)
    tahap = models.CharField(
        max_length=14, choices=pilihan(NAMA_TAHAP), default=Tahap.RAHASIA.value
    )
    gerbang = models.JSONField("langkah wajib", default=list, blank=True)
    versi = models.PositiveIntegerField(default=1)
    terjauh = models.PositiveSmallIntegerField(default=0)
    sejak = models.DateTimeField("dalam keadaan ini sejak")
    tenggat = models.DateField("batas waktu", null=True, blank=True)
    catatan_verifikasi = models.TextField("catatan analis", max_length=4000, blank=True)
    # Without consent: one of K1-K5, words, and its paper (nomor, tanggal, oleh_ppk, sampai).
    dasar_tanpa_kesediaan = models.CharField(max_length=2, blank=True)
    uraian_tanpa_kesediaan = models.CharField(max_length=500, blank=True)
    surat_tanpa_kesediaan = models.JSONField(default=dict, blank=True)
    # Whether a condition that asks for care was declared (W13); which one is kept nowhere.
    keadaan_khusus = models.BooleanField("ada keadaan khusus", null=True, blank=True)
    # Facts that changed while the case ran (a monthly import): looked at before it goes on.
    fakta_berubah = models.JSONField(default=list, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(PENGGUNA, on_delete=models.PROTECT, related_name="+")
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dilaksanakan_pada = models.DateTimeField(null=True, blank=True)
    dilaksanakan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    siasn_id = models.CharField("id riwayat SIASN", max_length=64, blank=True)

    objects = UsulanMutasiQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan mutasi"
        verbose_name_plural = "usulan mutasi"
        ordering = ["berkas", "urutan", "pk"]
        indexes = [
            models.Index(fields=kolom)
            for kolom in (["status", "tenggat"], ["berkas", "urutan"], ["tmt", "status"])
        ]
        constraints = [
            one_of("status", StatusUsulan, message="Status usulan tidak dikenal."),
            both_or_neither("diajukan", message="Pengajuan memuat siapa dan kapan."),
            both_or_neither("dilaksanakan", message="Pelaksanaan memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=_MENGIKAT & ~Q(jenis__in=_SAMPINGAN),
                name="%(app_label)s_%(class)s_satu_berjalan",
                violation_error_message="Pegawai ini masih mempunyai usulan lain yang berjalan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ada_tujuan",
                condition=Q(ke__isnull=False) | ~Q(tujuan_luar=""),
                violation_error_message="Usulan menyebut jabatan tujuan atau instansi tujuan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_diajukan_bila",
                condition=Q(status__in=(S.DRAF, S.DIBATALKAN)) | Q(diajukan_pada__isnull=False),
                violation_error_message="Usulan yang berjalan memuat kapan ia diajukan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_berlaku_bila",
                condition=~Q(status__in=(S.BERLAKU, S.SPMT, S.EVALUASI, S.SELESAI))
                | Q(dilaksanakan_pada__isnull=False),
                violation_error_message="Usulan yang berlaku memuat kapan ia dilaksanakan.",
            ),
        ]

    def __str__(self) -> str:
        # Before it is announced, a message or a log must not say who goes where.
        return f"usulan {self.urutan} di {self.berkas}"

    @property
    def berakhir(self) -> bool:
        """Whether nothing moves it any more."""
        return self.status not in BERJALAN


class Singgah(models.Model):
    """One stay of a case in one state: since when, until when, who moved it on and by what."""

    usulan = models.ForeignKey(UsulanMutasi, on_delete=models.CASCADE, related_name="singgah")
    status = models.CharField(max_length=24, choices=StatusUsulan)
    versi = models.PositiveIntegerField()
    masuk_pada = models.DateTimeField()
    aksi = models.CharField("tiba lewat", max_length=24, choices=Aksi, blank=True)
    oleh = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField(blank=True)
    keluar_pada = models.DateTimeField(null=True, blank=True)
    tenggat = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "persinggahan usulan"
        verbose_name_plural = "persinggahan usulan"
        ordering = ["masuk_pada", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan"], condition=Q(keluar_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu_terbuka",
                violation_error_message="Usulan berada di satu keadaan saja.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_status_display()


class PersetujuanQuerySet(models.QuerySet["Persetujuan"]):
    """Words of the domain about decisions on a case."""

    def sah(self) -> Self:
        """Not voided by a later change of the content."""
        return self.filter(gugur_pada__isnull=True)


class Persetujuan(models.Model):
    """One decision of one named person on one version of a case. ``sidik``: sha256 of what he saw.

    ``menyimpang``: it departs from what the TPK recommended (W10). On paper: ``disposisi``.
    """

    usulan = models.ForeignKey(UsulanMutasi, on_delete=models.PROTECT, related_name="persetujuan")
    aksi = models.CharField(max_length=24, choices=Aksi)
    versi = models.PositiveIntegerField()
    sidik = models.CharField(max_length=64)
    alasan = models.TextField(blank=True)
    menyimpang = models.BooleanField(default=False)
    peran = models.CharField("sebagai", max_length=30, blank=True)
    disposisi = models.ForeignKey(
        "organisasi.Disposisi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField()
    diputus_oleh = models.ForeignKey(PENGGUNA, on_delete=models.PROTECT, related_name="+")
    gugur_pada = models.DateTimeField(null=True, blank=True)
    sebab_gugur = models.CharField(max_length=255, blank=True)

    objects = PersetujuanQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ["diputus_pada", "pk"]
        indexes = [models.Index(fields=["usulan", "aksi"])]

    def __str__(self) -> str:
        return self.get_aksi_display()


class AlasanUsulan(models.Model):
    """Why a warning (W) of a case was accepted; counts for the version it was written for."""

    usulan = models.ForeignKey(UsulanMutasi, on_delete=models.CASCADE, related_name="alasan_w")
    kode = models.CharField("peringatan", max_length=4)
    ke = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.TextField("alasan", max_length=2000)
    ditulis_pada = models.DateTimeField()
    ditulis_oleh = models.ForeignKey(PENGGUNA, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "alasan peringatan usulan"
        verbose_name_plural = "alasan peringatan usulan"
        ordering = ["ditulis_pada", "pk"]
        indexes = [models.Index(fields=["usulan", "kode"])]

    def __str__(self) -> str:
        return self.kode


class BekuanUsulan(models.Model):
    """What a desk saw, frozen as canonical JSON with its sha256; never changed (trigger)."""

    usulan = models.ForeignKey(UsulanMutasi, on_delete=models.PROTECT, related_name="bekuan")
    untuk = models.CharField("dibekukan untuk", max_length=12)  # verifikasi, tpk
    versi = models.PositiveIntegerField()
    isi = models.TextField()
    sidik = models.CharField(max_length=64)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(PENGGUNA, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bekuan usulan"
        verbose_name_plural = "bekuan usulan"
        ordering = ["-dibuat_pada", "-pk"]

    def __str__(self) -> str:
        return self.untuk


class SisiTelaah(models.TextChoices):
    """Which of the two offices answers."""

    ASAL = "asal", "Unit asal"
    TUJUAN = "tujuan", "Unit tujuan"


class JawabanTelaah(models.TextChoices):
    """What a head says; an objection goes to the TPK with its reason."""

    SETUJU = "setuju", "Tidak berkeberatan"
    KEBERATAN = "keberatan", "Berkeberatan"
    LEWAT = "lewat", "Tidak menjawab sampai batas waktu"


class TelaahUnit(models.Model):
    """What the giving or receiving office says about a version of a case, until a day."""

    usulan = models.ForeignKey(UsulanMutasi, on_delete=models.CASCADE, related_name="telaah")
    sisi = models.CharField(max_length=6, choices=SisiTelaah)
    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    versi = models.PositiveIntegerField()
    batas = models.DateField("batas menjawab")
    jawaban = models.CharField(max_length=9, choices=JawabanTelaah, blank=True)
    alasan = models.TextField("alasan", max_length=2000, blank=True)
    dijawab_pada = models.DateTimeField(null=True, blank=True)
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "telaah unit"
        verbose_name_plural = "telaah unit"
        ordering = ["usulan", "sisi"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "sisi", "versi"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Telaah unit ini sudah diminta.",
            ),
            both_or_neither("dijawab", message="Jawaban telaah memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=~Q(jawaban=JawabanTelaah.KEBERATAN) | ~Q(alasan=""),
                name="%(app_label)s_%(class)s_keberatan_beralasan",
                violation_error_message="Keberatan unit harus beralasan.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_sisi_display()}"
