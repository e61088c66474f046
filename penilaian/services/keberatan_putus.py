"""The ruling on an objection: final, reasoned, immutable; and the run that carries it out.

The deciding superior rules from his own account. For one who never logs in, the office records the
paper with its scan and a second person confirms it. The row of the objection is held meanwhile, so
of two rulings at once the second finds the case decided.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.skor import akun_dari
from penilaian.models import (
    KeadaanKeberatan,
    Keberatan,
    KeteranganKeberatan,
    MacamBukti,
    Penilaian,
    PihakKeberatan,
    PutusanKeberatan,
    PutusanSurat,
)
from penilaian.policies import keberatan as policies
from penilaian.selectors import keberatan_jam as jam
from penilaian.services.bukti import simpan_bukti
from penilaian.services.keberatan_kabar import akun, kabari, pemegang
from toolkit.policy import WrongMoment
from toolkit.templatetags.tampilan import tanggal as hari

MIN_PERTIMBANGAN = 30
MIN_SEBAB = 10


@dataclass(frozen=True)
class KoreksiBaris:
    """One line corrected: the raw value to use (a number, or a word of its source), and why."""

    kriteria: str
    mentah: Decimal | str
    alasan: str


@dataclass(frozen=True)
class IsiPutusan:
    """What was decided, on which grounds, and what it puts in place of which raw value."""

    putusan: str
    pertimbangan: str
    koreksi: Sequence[KoreksiBaris] = ()


@transaction.atomic
def putus(keberatan_id: int, *, isi: IsiPutusan, oleh: Pengguna, per: date) -> Keberatan:
    """Decide from one's own account."""
    baris = Keberatan.objects.locked(keberatan_id)
    tunggu = jam.belum_didengar(baris, per=per)
    policies.memutus.check(baris, oleh, jam.keluarga(baris, baris.pemutus), tunggu, per=per)
    _tetapkan(baris, isi.putusan, isi.pertimbangan, periksa_putusan(baris, isi), oleh, per)
    return baris


@transaction.atomic
def catat_putusan(
    keberatan_id: int,
    *,
    isi: IsiPutusan,
    nomor: str,
    tanggal: date,
    pindaian: UploadedFile,
    oleh: Pengguna,
    per: date,
) -> PutusanSurat:
    """Record a ruling on paper; it counts once a second person has compared it with the scan."""
    baris = Keberatan.objects.locked(keberatan_id)
    menunggu, kerabat = surat_menunggu(baris), jam.keluarga(baris, baris.pemutus)
    tunggu = jam.belum_didengar(baris, per=per)
    policies.catat_putusan.check(baris, oleh, kerabat, tunggu, menunggu, per=per)
    if not baris.tanggal <= tanggal <= per:
        raise WrongMoment(
            "Tanggal putusan tidak sebelum keberatan diajukan dan tidak di masa depan.",
            kode="tanggal",
        )
    koreksi = periksa_putusan(baris, isi)
    # About the unit, not the person: nobody reads a ruling before it counts.
    unit = baris.pegawai.unit or baris.hasil.unit
    bukti = simpan_bukti(pindaian, macam=MacamBukti.KEBERATAN, unit=unit, oleh=oleh)
    baru = PutusanSurat(
        keberatan=baris, nomor=nomor.strip(), tanggal=tanggal, putusan=isi.putusan,
        pertimbangan=isi.pertimbangan.strip(), koreksi=koreksi, bukti=bukti,
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    kedua = [p for p in pemegang(baris, Izin.DISPOSISI_SAHKAN, per=per) if p.pk != oleh.pk]
    kabari(baris, kedua, f"sahkan-{baru.pk}", "Putusan keberatan menunggu disahkan")
    catat(
        tindakan.PUTUSAN_SURAT_DICATAT, baris, oleh=oleh,
        sesudah={"nomor": baru.nomor, "tanggal": tanggal, "putusan": baru.putusan},
    )  # fmt: skip
    return baru


@transaction.atomic
def sahkan_putusan(keberatan_id: int, *, oleh: Pengguna, per: date) -> Keberatan:
    """Confirm as a second person: from now on the recorded ruling counts."""
    baris = Keberatan.objects.locked(keberatan_id)
    surat = _surat(baris, oleh, per, keluarga=jam.keluarga(baris, baris.pemutus))
    with surat.bukti.berkas.open("rb") as berkas:
        if sha256(berkas.read()).hexdigest() != surat.bukti.sha256:
            raise WrongMoment(
                "Pindaian berubah sejak dicatat. Kembalikan catatan ini dan catat ulang.",
                kode="sidik",
            )
    surat.disahkan_pada, surat.disahkan_oleh = timezone.now(), oleh
    surat.save(update_fields=["disahkan_pada", "disahkan_oleh"])
    kata = f"Putusan tertulis nomor {surat.nomor} tanggal {hari(surat.tanggal)}."
    KeteranganKeberatan.objects.create(
        keberatan=baris, pihak=PihakKeberatan.PEMUTUS, isi=kata, bukti=surat.bukti,
        pada=timezone.now(), oleh=surat.dicatat_oleh,
    )  # fmt: skip
    _tetapkan(baris, surat.putusan, surat.pertimbangan, surat.koreksi, oleh, per)
    return baris


@transaction.atomic
def kembalikan_putusan(keberatan_id: int, *, alasan: str, oleh: Pengguna, per: date) -> Keberatan:
    """Send the record back as a second person: it does not agree with the scan."""
    baris = Keberatan.objects.locked(keberatan_id)
    surat = _surat(baris, oleh, per)
    if len(alasan.strip()) < MIN_SEBAB:
        raise WrongMoment("Tulis apa yang tidak cocok dengan pindaiannya.", kode="alasan")
    surat.ditolak_pada, surat.ditolak_oleh = timezone.now(), oleh
    surat.save(update_fields=["ditolak_pada", "ditolak_oleh"])
    pencatat = [surat.dicatat_oleh]
    kabari(baris, pencatat, f"kembali-{surat.pk}", "Catatan putusan dikembalikan", alasan.strip())
    catat(tindakan.PUTUSAN_SURAT_DIKEMBALIKAN, baris, oleh=oleh, alasan=alasan.strip())
    return baris


def surat_menunggu(keberatan: Keberatan) -> PutusanSurat | None:
    """The ruling on paper that waits for a second person."""
    rows = PutusanSurat.objects.filter(keberatan=keberatan, ditolak_pada=None, disahkan_pada=None)
    return rows.select_related("bukti", "dicatat_oleh").first()


def _surat(
    keberatan: Keberatan, oleh: Pengguna, per: date, *, keluarga: bool = False
) -> PutusanSurat:
    """The waiting one, for somebody who may confirm it or send it back."""
    surat = surat_menunggu(keberatan)
    tunggu = jam.belum_didengar(keberatan, per=per)
    policies.sahkan_putusan.check(keberatan, oleh, keluarga, tunggu, surat, per=per)
    if surat is None:
        raise WrongMoment("Tidak ada putusan lewat surat yang menunggu disahkan.")
    return surat


def periksa_putusan(keberatan: Keberatan, isi: IsiPutusan) -> list[dict[str, str]]:
    """The corrections as stored; WrongMoment for a ruling that cannot be carried out."""
    if isi.putusan not in PutusanKeberatan.values:
        raise WrongMoment("Pilih putusannya.", kode="putusan")
    if len(isi.pertimbangan.strip()) < MIN_PERTIMBANGAN:
        raise WrongMoment(
            f"Tulis pertimbangannya, paling sedikit {MIN_PERTIMBANGAN} huruf.", kode="pertimbangan"
        )
    if isi.putusan == PutusanKeberatan.DITOLAK and isi.koreksi:
        raise WrongMoment("Keberatan yang ditolak tidak mengubah satu baris pun.", kode="koreksi")
    if isi.putusan != PutusanKeberatan.DITOLAK and not isi.koreksi:
        raise WrongMoment(
            "Isi nilai yang dipakai untuk paling sedikit satu baris yang dikabulkan.",
            kode="koreksi",
        )
    sumber = {b.kriteria: b.sumber for b in akun_dari(keberatan.hasil.rincian).baris}
    hasil: dict[str, dict[str, str]] = {}
    for satu in isi.koreksi:
        if satu.kriteria not in sumber or satu.kriteria in hasil:
            raise WrongMoment(f"Baris {satu.kriteria} tidak dapat dikoreksi.", kode="baris")
        if salah := sumber[satu.kriteria].salah(satu.mentah):
            raise WrongMoment(salah, kode="nilai")
        if len(satu.alasan.strip()) < MIN_SEBAB:
            raise WrongMoment(f"Tulis alasan koreksi baris {satu.kriteria}.", kode="alasan")
        mentah = teks_angka(satu.mentah) if isinstance(satu.mentah, Decimal) else satu.mentah
        baris = {"kriteria": satu.kriteria, "mentah": mentah, "alasan": satu.alasan.strip()}
        hasil[satu.kriteria] = baris
    return list(hasil.values())


def _tetapkan(
    keberatan: Keberatan,
    putusan: str,
    pertimbangan: str,
    koreksi: list[dict[str, str]],
    oleh: Pengguna,
    per: date,
) -> None:
    _catat_diam(keberatan, oleh)
    keberatan.keadaan, keberatan.putusan = KeadaanKeberatan.DIPUTUS, putusan
    keberatan.pertimbangan, keberatan.koreksi = pertimbangan.strip(), koreksi
    keberatan.diputus_pada, keberatan.diputus_oleh = timezone.now(), oleh
    keberatan.save(
        update_fields=[
            "keadaan", "putusan", "pertimbangan", "koreksi", "diputus_pada", "diputus_oleh",
        ]
    )  # fmt: skip
    pihak = akun(keberatan.pegawai, keberatan.penilai, keberatan.pemutus)
    kabari(keberatan, [p for p in pihak if p.pk != oleh.pk], "putus", "Keberatan sudah diputus")
    if keberatan.menang:
        hitung = pemegang(keberatan, Izin.NILAI_HITUNG, per=per)
        kabari(keberatan, hitung, "hitung", "Putusan keberatan menunggu perhitungan ulang")
    catat(
        tindakan.KEBERATAN_DIPUTUS, keberatan, oleh=oleh, alasan=keberatan.pertimbangan,
        sesudah={"putusan": putusan, "koreksi": koreksi},
    )  # fmt: skip


def _catat_diam(keberatan: Keberatan, oleh: Pengguna) -> None:
    """Write down that the assessor was asked and did not answer."""
    sampai = jam.batas_tanggapan(keberatan)
    if sampai is None or keberatan.diperiksa_pada is None or jam.penilai_didengar(keberatan):
        return
    KeteranganKeberatan.objects.create(
        keberatan=keberatan, pihak=PihakKeberatan.PEMUTUS, pada=timezone.now(), oleh=oleh,
        isi=(
            "Pejabat penilai diminta memberi keterangan pada "
            f"{hari(keberatan.diperiksa_pada)} dan tidak memberikannya sampai {hari(sampai)}."
        ),
    )  # fmt: skip


@transaction.atomic
def laksanakan(
    penilaian: Penilaian, *, oleh: Pengguna, hanya: Collection[int] | None = None
) -> int:
    """Note on every upheld objection of the period which run carried it out; how many.

    Part of the act that computes a run by reason of rulings, which has asked its own policy.
    ``hanya``: those it knew when it began to read; what was ruled since waits for a later run.
    """
    rows = Keberatan.objects.select_for_update(of=("self",)).dikabulkan().with_names()
    rows = rows.filter(
        penilaian_ulang__isnull=True, hasil__penilaian__periode=penilaian.periode_id,
        pegawai__in=penilaian.hasil.values("pegawai"),
    )  # fmt: skip
    semua = [s for s in rows.order_by("pk") if hanya is None or s.pk in hanya]
    for satu in semua:
        satu.penilaian_ulang = penilaian
        satu.save(update_fields=["penilaian_ulang"])
        isi = "Hasilnya tampil di halaman nilai Anda sesudah disampaikan."
        kabari(satu, akun(satu.pegawai), "ulang", "Nilai Anda dihitung ulang", isi)
    for satu in semua:
        catat(
            tindakan.KEBERATAN_DILAKSANAKAN, satu, oleh=oleh, sesudah={"penilaian": str(penilaian)}
        )
    return len(semua)
