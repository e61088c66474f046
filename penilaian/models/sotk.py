"""SOTK: a structure that is only planned, beside the one in force, until its day comes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from organisasi.models import JenisUnit
from toolkit.constraints import both_or_neither, one_of, unique_also_empty


class KeadaanSotk(models.TextChoices):
    """Where a plan stands. Decided, it waits for its day; until then it can be a draft again."""

    DRAF = "draf", "Draf"
    DITETAPKAN = "ditetapkan", "Ditetapkan, menunggu tanggal berlaku"
    BERLAKU = "berlaku", "Sudah berlaku"
    BATAL = "batal", "Dibatalkan"


class Hubungan(models.TextChoices):
    """What becomes of an old box."""

    TETAP = "tetap", "Tetap"
    GANTI_NAMA = "ganti_nama", "Ganti nama"
    GABUNG = "gabung", "Digabung"
    PECAH = "pecah", "Dipecah"
    HAPUS = "hapus", "Dihapus"


class Nasib(models.TextChoices):
    """Into what a holder falls."""

    PENGUKUHAN = "pengukuhan", "Pengukuhan"
    PENYETARAAN = "penyetaraan", "Penyetaraan"
    BELUM = "belum", "Belum mendapat tempat"


class RencanaSotk(models.Model):
    """A future structure for one branch of the tree, with its day and its regulation."""

    nama = models.CharField(max_length=255)
    cabang = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="rencana_sotk"
    )
    berlaku = models.DateField("mulai berlaku")
    dasar = models.CharField("dasar hukum", max_length=255, blank=True)
    keadaan = models.CharField(max_length=10, choices=KeadaanSotk, default=KeadaanSotk.DRAF)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField(null=True)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diberlakukan_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "rencana SOTK"
        verbose_name_plural = "rencana SOTK"
        ordering = ["-berlaku", "-pk"]
        constraints = [
            one_of("keadaan", KeadaanSotk, message="Keadaan rencana SOTK tidak dikenal."),
            both_or_neither("ditetapkan", message="Penetapan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=(
                    Q(keadaan__in=[KeadaanSotk.DITETAPKAN, KeadaanSotk.BERLAKU])
                    & Q(ditetapkan_pada__isnull=False)
                    & ~Q(dasar="")
                )
                | (
                    Q(keadaan__in=[KeadaanSotk.DRAF, KeadaanSotk.BATAL])
                    & Q(ditetapkan_pada__isnull=True)
                ),
                name="%(app_label)s_%(class)s_penetapan",
                violation_error_message="Rencana yang ditetapkan harus menyebut dasar hukumnya.",
            ),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanSotk.BERLAKU, diberlakukan_pada__isnull=False)
                | (~Q(keadaan=KeadaanSotk.BERLAKU) & Q(diberlakukan_pada__isnull=True)),
                name="%(app_label)s_%(class)s_diberlakukan",
                violation_error_message="Hanya rencana yang berlaku yang memuat kapan berlakunya.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KotakSotk(models.Model):
    """One box of the future tree.

    ``asal`` is the unit it continues (same row, same history); a box without one opens a new unit
    on the day. A box without ``induk`` hangs where the branch hangs today. ``jabatan`` is the name
    of its head and ``eselon_id`` his level, both empty for a box without a structural seat.
    """

    rencana = models.ForeignKey(RencanaSotk, on_delete=models.CASCADE, related_name="kotak")
    induk = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="anak")
    asal = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    nama = models.CharField(max_length=255)
    jenis = models.CharField(max_length=20, choices=JenisUnit, default=JenisUnit.LAIN)
    jabatan = models.CharField("nama jabatan pimpinan", max_length=255, blank=True)
    eselon_id = models.CharField("eselon", max_length=2, blank=True)
    urutan = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "kotak SOTK"
        verbose_name_plural = "kotak SOTK"
        ordering = ["rencana_id", "urutan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana", "asal"],
                name="%(app_label)s_%(class)s_satu_asal",
                violation_error_message="Unit itu sudah diteruskan oleh kotak lain.",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")),
                name="%(app_label)s_%(class)s_bukan_induk_sendiri",
                violation_error_message="Kotak tidak dapat berada di bawah dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(jabatan="", eselon_id="") | (~Q(jabatan="") & ~Q(eselon_id="")),
                name="%(app_label)s_%(class)s_pimpinan",
                violation_error_message="Nama jabatan pimpinan dan eselonnya diisi bersama.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PetaKotak(models.Model):
    """What becomes of a unit of today: a row per box it goes to, one without box if abolished."""

    rencana = models.ForeignKey(RencanaSotk, on_delete=models.CASCADE, related_name="peta")
    lama = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    baru = models.ForeignKey(KotakSotk, on_delete=models.CASCADE, null=True, related_name="peta")
    hubungan = models.CharField(max_length=10, choices=Hubungan)

    class Meta:
        verbose_name = "peta kotak SOTK"
        verbose_name_plural = "peta kotak SOTK"
        ordering = ["rencana_id", "lama_id", "pk"]
        constraints = [
            *unique_also_empty(
                "rencana",
                "lama",
                empty="baru",
                name="pasangan",
                message="Hubungan unit itu dengan kotak itu sudah dicatat.",
            ),
            one_of("hubungan", Hubungan, message="Hubungan kotak tidak dikenal."),
            models.CheckConstraint(
                condition=Q(hubungan=Hubungan.HAPUS, baru__isnull=True)
                | (~Q(hubungan=Hubungan.HAPUS) & Q(baru__isnull=False)),
                name="%(app_label)s_%(class)s_tujuan",
                violation_error_message="Unit yang dihapus tidak mempunyai tujuan; lainnya harus.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lama} → {self.baru or 'dihapus'}"


class PenempatanSotk(models.Model):
    """A decision by hand about one post of today, or (``pegawai``) about one of its holders.

    Without one the map of the boxes decides. ``kotak`` empty: nobody found a place yet.
    """

    rencana = models.ForeignKey(RencanaSotk, on_delete=models.CASCADE, related_name="penempatan")
    dari = models.ForeignKey("pegawai.Formasi", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, null=True, related_name="+"
    )
    kotak = models.ForeignKey(
        KotakSotk, on_delete=models.CASCADE, null=True, related_name="penempatan"
    )
    jabatan = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    nasib = models.CharField(max_length=12, choices=Nasib)
    alasan = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "penempatan SOTK"
        verbose_name_plural = "penempatan SOTK"
        ordering = ["rencana_id", "dari_id", "pk"]
        constraints = [
            *unique_also_empty(
                "rencana",
                "dari",
                empty="pegawai",
                name="satu",
                message="Penempatan untuk jabatan atau orang ini sudah dicatat.",
            ),
            one_of("nasib", Nasib, message="Penempatan tidak dikenal."),
            models.CheckConstraint(
                condition=Q(nasib=Nasib.BELUM, kotak__isnull=True)
                | (~Q(nasib=Nasib.BELUM) & Q(kotak__isnull=False)),
                name="%(app_label)s_%(class)s_tempat",
                violation_error_message="Pengukuhan dan penyetaraan menyebut kotak tujuannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_nasib_display()
