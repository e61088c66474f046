"""Sidang TPK: the team, its sessions, who sat, who stood aside, what was said of each case."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, in_order, one_of

# Who prepares a session or decides after it sees all of them; who only sits, those of his team.
SEMUA_SIDANG = (Izin.SIDANG_KELOLA, Izin.USULAN_SETUJUI_PYB, Izin.USULAN_PUTUSKAN)


class MacamTim(models.TextChoices):
    """TPK for everybody; the Tim Pertimbangan for teachers (Permendikdasmen 1/2025)."""

    TPK = "tpk", "Tim Penilai Kinerja"
    PERTIMBANGAN = "pertimbangan", "Tim Pertimbangan (guru)"


class TimPenilaiQuerySet(models.QuerySet["TimPenilai"]):
    """Words of the domain about teams."""

    def berlaku(self, per: date) -> Self:
        """In force on the day."""
        return self.filter(mulai__lte=per).filter(Q(selesai__isnull=True) | Q(selesai__gt=per))


class TimPenilai(models.Model):
    """A team by its decree, from a day until a day."""

    macam = models.CharField(max_length=12, choices=MacamTim, default=MacamTim.TPK)
    nomor_sk = models.CharField("nomor SK pembentukan", max_length=100)
    tanggal_sk = models.DateField("tanggal SK")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = TimPenilaiQuerySet.as_manager()

    class Meta:
        verbose_name = "tim penilai"
        verbose_name_plural = "tim penilai"
        ordering = ["-mulai", "-pk"]
        constraints = [
            one_of("macam", MacamTim, message="Macam tim tidak dikenal."),
            in_order("mulai", "selesai", message="Masa tugas tim berakhir sebelum mulai."),
        ]

    def __str__(self) -> str:
        return f"{self.get_macam_display()} {self.nomor_sk}"


class KedudukanTim(models.TextChoices):
    """What somebody is in the team; the secretary has no vote."""

    KETUA = "ketua", "Ketua merangkap anggota"
    ANGGOTA = "anggota", "Anggota"
    SEKRETARIS = "sekretaris", "Sekretaris"


class AnggotaTimPenilai(models.Model):
    """A member of the team."""

    tim = models.ForeignKey(TimPenilai, on_delete=models.CASCADE, related_name="anggota")
    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="tim_penilai"
    )
    kedudukan = models.CharField(max_length=10, choices=KedudukanTim)
    jabatan = models.CharField("jabatan kedinasan", max_length=150, blank=True)

    class Meta:
        verbose_name = "anggota tim penilai"
        verbose_name_plural = "anggota tim penilai"
        ordering = ["tim", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tim", "pengguna"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Orang ini sudah menjadi anggota tim.",
            ),
            models.UniqueConstraint(
                fields=["tim"], condition=Q(kedudukan="ketua"),
                name="%(app_label)s_%(class)s_satu_ketua",
                violation_error_message="Tim hanya mempunyai satu ketua.",
            ),
            one_of("kedudukan", KedudukanTim, message="Kedudukan dalam tim tidak dikenal."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pengguna)

    @property
    def bersuara(self) -> bool:
        """Whether he votes and counts for the quorum."""
        return self.kedudukan != KedudukanTim.SEKRETARIS


class StatusSidang(models.TextChoices):
    """Where a session stands."""

    DIJADWALKAN = "dijadwalkan", "Dijadwalkan"
    BERLANGSUNG = "berlangsung", "Berlangsung"
    DITANDATANGANI = "ditandatangani", "Menunggu tanda tangan"
    DITUTUP = "ditutup", "Ditutup"
    BATAL = "batal", "Batal"


class SidangTPKQuerySet(models.QuerySet["SidangTPK"]):
    """Words of the domain about sessions."""

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """All sessions for those who prepare or decide after them; members see their team's."""
        if Jangkauan.milik(pengguna, Izin.SIDANG_LIHAT, per=per).kosong:
            return self.none()
        if any(not Jangkauan.milik(pengguna, izin, per=per).kosong for izin in SEMUA_SIDANG):
            return self
        return self.filter(
            tim__in=AnggotaTimPenilai.objects.filter(pengguna=pengguna).values("tim")
        )

    def terbuka(self) -> Self:
        """Neither closed nor cancelled: what is on its agenda is spoken for."""
        return self.exclude(status__in=(StatusSidang.DITUTUP, StatusSidang.BATAL))

    def locked(self, pk: Any) -> SidangTPK:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).select_related("tim").get(pk=pk)


class SidangTPK(models.Model):
    """One session. ``kuorum`` (members), ``pecahan``, ``mode`` (a name of ``kernel.kuorum.Mode``)
    and ``ketua_menentukan`` are the parameters it began with.

    ``berita_acara`` is canonical JSON with its sha256, frozen when the session stops; the
    signatures are over that hash. ``akar`` is the trail's head published when it was closed, as
    ``entries:root``.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    tim = models.ForeignKey(TimPenilai, on_delete=models.PROTECT, related_name="sidang")
    nomor = models.CharField("nomor berita acara", max_length=100, blank=True)
    tanggal = models.DateField("tanggal")
    tempat = models.CharField("tempat", max_length=150)
    cara = models.CharField("cara", max_length=60, default="tatap muka")
    status = models.CharField(max_length=15, choices=StatusSidang, default=StatusSidang.DIJADWALKAN)
    kuorum = models.PositiveSmallIntegerField("kuorum", null=True, blank=True)
    pecahan = models.CharField("pecahan kuorum", max_length=10, blank=True)
    mode = models.CharField("cara mengambil keputusan", max_length=20, blank=True)
    ketua_menentukan = models.BooleanField("suara ketua menentukan bila seimbang", default=False)
    berita_acara = models.TextField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    akar = models.CharField(max_length=80, blank=True)
    catatan = models.TextField("catatan", max_length=2000, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dibuka_pada = models.DateTimeField(null=True, blank=True)
    dibuka_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    disusun_pada = models.DateTimeField(null=True, blank=True)
    disusun_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    ditutup_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SidangTPKQuerySet.as_manager()

    class Meta:
        verbose_name = "sidang TPK"
        verbose_name_plural = "sidang TPK"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            one_of("status", StatusSidang, message="Status sidang tidak dikenal."),
            both_or_neither("dibuka", message="Pembukaan sidang memuat siapa dan kapan."),
            both_or_neither("disusun", message="Penyusunan berita acara memuat siapa dan kapan."),
            both_or_neither("ditutup", message="Penutupan sidang memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["nomor"], condition=~Q(nomor=""),
                name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Nomor berita acara ini sudah dipakai.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ditutup_bila",
                condition=~Q(status="ditutup")
                | (Q(ditutup_pada__isnull=False) & ~Q(nomor="") & ~Q(sidik="")),
                violation_error_message="Sidang yang ditutup memuat nomor dan sidik berita acara.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"sidang {self.get_status_display().lower()} {self.tanggal:%d-%m-%Y}"


class KehadiranSidang(models.Model):
    """One member at one session: present, and his signature over the minutes' hash.

    Signed on paper: ``nomor_surat``, recorded by somebody else. ``menolak``: why he does not sign.
    """

    sidang = models.ForeignKey(SidangTPK, on_delete=models.CASCADE, related_name="kehadiran")
    anggota = models.ForeignKey(AnggotaTimPenilai, on_delete=models.PROTECT, related_name="+")
    hadir = models.BooleanField(default=False)
    keterangan = models.CharField(max_length=150, blank=True)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)
    ditandatangani_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sidik = models.CharField(max_length=64, blank=True)
    nomor_surat = models.CharField("tanda tangan di kertas, nomor", max_length=100, blank=True)
    menolak = models.CharField("alasan tidak menandatangani", max_length=500, blank=True)

    class Meta:
        verbose_name = "kehadiran sidang"
        verbose_name_plural = "kehadiran sidang"
        ordering = ["sidang", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sidang", "anggota"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Kehadiran anggota ini sudah dicatat.",
            ),
            both_or_neither("ditandatangani", message="Tanda tangan memuat siapa dan kapan."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_bersidik",
                condition=Q(ditandatangani_pada__isnull=True) | (~Q(sidik="") & Q(menolak="")),
                violation_error_message="Tanda tangan memuat sidik berita acara yang dibaca.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.anggota)

    @property
    def selesai(self) -> bool:
        """Whether his signature is there, or his stated refusal."""
        return self.ditandatangani_pada is not None or bool(self.menolak)


class PutusanSidang(models.TextChoices):
    """What a session says of a case."""

    REKOMENDASI = "rekomendasi", "Direkomendasikan"
    TUNDA = "tunda", "Ditunda"
    TOLAK = "tolak", "Tidak direkomendasikan"


class AgendaSidang(models.Model):
    """One case on one session's agenda, with the recommendation and its human ground.

    ``keterangan`` holds codes of the controlled vocabulary. ``alternatif`` is who would be taken
    instead; ``syarat`` what has to be done before or after.
    """

    sidang = models.ForeignKey(SidangTPK, on_delete=models.CASCADE, related_name="agenda")
    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="agenda"
    )
    urutan = models.PositiveIntegerField()
    versi = models.PositiveIntegerField()
    putusan = models.CharField(max_length=12, choices=PutusanSidang, blank=True)
    alasan = models.TextField("pertimbangan", max_length=4000, blank=True)
    keterangan = models.JSONField(default=list, blank=True)
    syarat = models.CharField("syarat", max_length=500, blank=True)
    alternatif = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_alternatif = models.CharField(max_length=500, blank=True)
    dicatat_pada = models.DateTimeField(null=True, blank=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "agenda sidang"
        verbose_name_plural = "agenda sidang"
        ordering = ["sidang", "urutan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sidang", "usulan"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Usulan ini sudah ada di agenda sidang.",
            ),
            both_or_neither("dicatat", message="Putusan sidang memuat siapa dan kapan."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_beralasan",
                condition=Q(putusan="") | ~Q(alasan=""),
                violation_error_message="Putusan sidang atas tiap nama harus beralasan.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"agenda {self.urutan}"


class MacamSuara(models.TextChoices):
    """How a member stands to a recommendation; ``mundur``: he stood aside."""

    SETUJU = "setuju", "Setuju"
    TIDAK = "tidak", "Tidak setuju"
    ABSTAIN = "abstain", "Abstain"
    MUNDUR = "mundur", "Mundur karena konflik kepentingan"


class SuaraSidang(models.Model):
    """A vote, a dissent, or standing aside, of one member on one case."""

    agenda = models.ForeignKey(AgendaSidang, on_delete=models.CASCADE, related_name="suara")
    anggota = models.ForeignKey(AnggotaTimPenilai, on_delete=models.PROTECT, related_name="+")
    suara = models.CharField(max_length=8, choices=MacamSuara)
    catatan = models.TextField("catatan", max_length=1000, blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "suara sidang"
        verbose_name_plural = "suara sidang"
        ordering = ["agenda", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "anggota"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Suara anggota ini atas usulan ini sudah dicatat.",
            ),
            one_of("suara", MacamSuara, message="Suara tidak dikenal."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_tidak_beralasan",
                condition=~Q(suara="tidak") | ~Q(catatan=""),
                violation_error_message="Pendapat berbeda memuat alasannya.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_suara_display()
