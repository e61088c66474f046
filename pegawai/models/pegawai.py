"""Pegawai: one person. ``for_user`` is the one way to a list of people."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models.acuan import StatusPegawai
from toolkit.constraints import one_of, one_open


class PegawaiQuerySet(models.QuerySet["Pegawai"]):
    """Words of the domain about people."""

    def for_user(self, pengguna: Any, izin: str = Izin.PEGAWAI_LIHAT, *, per: date) -> Self:
        """People whose definitive post lies within reach. Without reach: nobody, not even oneself
        (one's own file has its own page)."""
        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="unit__")

    def with_names(self) -> Self:
        """What a list shows."""
        return self.select_related("unit", "unit__opd", "jabatan", "golongan", "tingkat_pendidikan")

    def tercatat(self) -> Self:
        """Still in service as far as the register knows (missing people included)."""
        return self.filter(berhenti__isnull=True)

    def bertugas(self, per: date) -> Self:
        """In service on the day, as far as the register knows."""
        return self.filter(
            Q(berhenti__isnull=True) | Q(berhenti__gt=per),
            Q(tmt_cpns__isnull=True) | Q(tmt_cpns__lte=per),
        )

    def tanpa_akun(self, unit: Any) -> Self:
        """People of the unit and below who cannot enter yet."""
        return self.tercatat().filter(
            unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan, pengguna__isnull=True
        )

    def locked(self, pk: int) -> Pegawai:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class Pegawai(models.Model):
    """One person, keyed by an internal id; numbers are dated rows of ``Identitas``.

    ``unit``, ``jabatan``, ``formasi``, ``tmt_jabatan``, ``tmt_hitung``, ``bup`` and ``tmt_pensiun``
    are derived from the open definitive assignment, for lists and filters; ``hitung_ulang`` checks
    them. ``tmt_hitung`` is the TMT that counts: the printed one unless somebody corrected it.
    Not kept from the export: religion, tax number, BPJS, address.
    """

    nip = models.CharField("NIP/NI PPPK", max_length=18, unique=True)
    nama = models.CharField("nama", max_length=255)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=120, blank=True)
    pns_id = models.CharField("PNS ID", max_length=64, blank=True, db_index=True)
    tempat_lahir = models.CharField(max_length=100, blank=True)
    lahir = models.DateField("tanggal lahir", null=True)
    kelamin = models.CharField("jenis kelamin", max_length=1, blank=True)  # L / P
    kawin = models.CharField("status kawin", max_length=30, blank=True)
    nik_sandi = models.BinaryField(null=True, editable=False)  # encrypted
    nik_samar = models.CharField("NIK", max_length=17, blank=True)  # masked, for display
    telepon = models.CharField(max_length=20, blank=True)
    email = models.CharField("surel", max_length=255, blank=True)
    email_dinas = models.CharField("surel dinas", max_length=255, blank=True)

    status = models.CharField("status", max_length=8, choices=StatusPegawai)
    kedudukan = models.ForeignKey(
        "pegawai.KedudukanHukum", on_delete=models.PROTECT, null=True, db_index=False
    )
    cpns = models.BooleanField("masih CPNS", default=False)
    jenis_pegawai = models.CharField(max_length=100, blank=True)
    tmt_cpns = models.DateField("TMT CPNS", null=True)
    tmt_pns = models.DateField("TMT PNS", null=True)
    sk_cpns = models.CharField(max_length=255, blank=True)
    tanggal_sk_cpns = models.DateField(null=True)
    sk_pns = models.CharField(max_length=255, blank=True)
    tanggal_sk_pns = models.DateField(null=True)
    golongan_awal = models.ForeignKey(
        "pegawai.Golongan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    golongan = models.ForeignKey(
        "pegawai.Golongan",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    tmt_golongan = models.DateField("TMT golongan", null=True)
    mk_tahun = models.PositiveSmallIntegerField("masa kerja golongan (tahun)", null=True)
    mk_bulan = models.PositiveSmallIntegerField("masa kerja golongan (bulan)", null=True)
    tingkat_pendidikan = models.ForeignKey(
        "pegawai.TingkatPendidikan",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    pendidikan = models.ForeignKey(
        "pegawai.Pendidikan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    tahun_lulus = models.PositiveSmallIntegerField(null=True)
    lokasi_kerja = models.CharField(max_length=100, blank=True)
    instansi_kerja_lain = models.CharField(max_length=255, blank=True)
    nik_valid = models.BooleanField("NIK valid menurut SIASN", null=True)

    # As the last file printed them; what a month-to-month comparison is made against.
    siasn = models.JSONField(default=dict, editable=False)
    dilihat_pada = models.DateField("terakhir ada di berkas per", null=True)
    hilang_sejak = models.DateField("tidak ada di berkas sejak", null=True, blank=True)
    berhenti = models.DateField("berhenti sejak", null=True, blank=True)
    alasan_berhenti = models.CharField(max_length=100, blank=True)

    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        related_name="pegawai",
        db_index=False,
    )
    jabatan = models.ForeignKey(
        "pegawai.Jabatan",
        on_delete=models.PROTECT,
        null=True,
        related_name="pegawai",
        db_index=False,
    )
    formasi = models.ForeignKey(
        "pegawai.Formasi",
        on_delete=models.PROTECT,
        null=True,
        related_name="pegawai",
        db_index=False,
    )
    tmt_jabatan = models.DateField("TMT jabatan", null=True)
    tmt_hitung = models.DateField("TMT yang dihitung", null=True)
    bup = models.PositiveSmallIntegerField("BUP", null=True)
    tmt_pensiun = models.DateField("TMT pensiun", null=True)
    akhir_kontrak = models.DateField("akhir kontrak", null=True, blank=True)

    pengguna = models.OneToOneField(
        "organisasi.Pengguna",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="pegawai",
    )

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama", "pk"]
        # One index per filter, in the order of the list, and with ``berhenti`` at its end: a page
        # is 25 steps of the index, and counting never touches the rows. The keys they begin with
        # have no index of their own.
        indexes = [
            models.Index(fields=["nama", "id"]),
            models.Index(fields=["status", "nama", "id", "berhenti"]),
            models.Index(fields=["unit", "nama", "id", "berhenti"]),
            models.Index(fields=["jabatan", "nama", "id", "berhenti"]),
            models.Index(fields=["formasi", "nama", "id", "berhenti"]),
            models.Index(fields=["golongan", "nama", "id", "berhenti"]),
            models.Index(fields=["kedudukan", "nama", "id", "berhenti"]),
            models.Index(fields=["tingkat_pendidikan", "nama", "id", "berhenti"]),
            models.Index(fields=["tmt_pensiun", "id", "berhenti"]),
            models.Index(fields=["tmt_jabatan", "id", "berhenti"]),
            models.Index(fields=["tmt_hitung", "id", "berhenti"]),
            models.Index(
                fields=["hilang_sejak"],
                condition=Q(hilang_sejak__isnull=False),
                name="pegawai_pegawai_hilang",
            ),
            models.Index(
                fields=["berhenti"],
                condition=Q(berhenti__isnull=False),
                name="pegawai_pegawai_berhenti",
            ),
        ]
        constraints = [
            one_of("status", StatusPegawai, message="Status pegawai tidak dikenal."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_kelamin_dikenal",
                condition=Q(kelamin__in=["", "L", "P"]),
                violation_error_message="Jenis kelamin ditulis L atau P.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama_lengkap

    @property
    def tmt_dikoreksi(self) -> bool:
        """Whether the rules count from another day than the printed one."""
        return self.tmt_hitung != self.tmt_jabatan

    @property
    def nama_lengkap(self) -> str:
        """Name with titles, as offices print it."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"


class Identitas(models.Model):
    """A number a person carried from a day until a day: NIP, NI PPPK, old NIP."""

    class Jenis(models.TextChoices):
        NIP = "NIP", "NIP"
        NI_PPPK = "NI_PPPK", "NI PPPK"
        NIP_LAMA = "NIP_LAMA", "NIP lama"

    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="identitas")
    jenis = models.CharField(max_length=8, choices=Jenis)
    nomor = models.CharField(max_length=18, db_index=True)
    mulai = models.DateField(null=True)
    selesai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "identitas"
        verbose_name_plural = "identitas"
        ordering = ["jenis", "mulai"]
        constraints = [
            one_open(
                "pegawai",
                "jenis",
                until="selesai",
                message="Pegawai ini masih memakai nomor lain dari jenis yang sama.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}"


class KataCari(models.Model):
    """One word of a name, for type-ahead search that does not grow with the register.

    Words are upper-case ASCII letters and digits; a prefix is a range of the index.
    """

    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="kata")
    kata = models.CharField(max_length=40)
    nama = models.CharField(max_length=255)

    class Meta:
        verbose_name = "kata cari"
        verbose_name_plural = "kata cari"
        indexes = [models.Index(fields=["kata", "nama", "pegawai"])]

    def __str__(self) -> str:
        return self.kata
