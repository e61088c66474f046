"""Acts on a draft of a future structure: begin it, change boxes, bring one back.

Acts in one plan take turns on its row. An edit may carry the fingerprint of the box it saw
(``versi``): when somebody changed the box since, nothing is written and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Jabatan
from penilaian import tindakan
from penilaian.models import Hubungan, KotakSotk, PetaKotak, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.selectors.sotk_pohon import kepala_unit
from penilaian.services.sotk_peta import (
    Kepala,
    keturunan,
    selaraskan,
    sidik_kepala,
    sidik_kotak,
    tolak_basi,
)
from penilaian.services.sotk_semula import KOLOM_KOTAK, KOLOM_PETA
from toolkit.massal import nomor_baru, sisipkan
from toolkit.policy import OutOfReach

Isi = Mapping[str, Any]


@transaction.atomic
def buat_sotk(
    cabang_id: int, *, nama: str, berlaku: date, dasar: str = "", per: date, oleh: Pengguna
) -> RencanaSotk:
    """Begin a plan: every unit of the branch becomes a box, all of them as they are today."""
    cabang = UnitKerja.objects.select_for_update(of=("self",)).filter(pk=cabang_id).first()
    if cabang is None:
        raise OutOfReach()
    policies.buat_sotk.check(cabang, nama, berlaku, oleh, per=per)
    rencana = RencanaSotk.objects.create(
        nama=nama.strip(), cabang=cabang, berlaku=berlaku, dasar=dasar.strip(),
        dibuat_pada=timezone.now(), dibuat_oleh=oleh,
    )  # fmt: skip
    jumlah = _salin_cabang(rencana, per)
    isi = {**_kepala(rencana), "cabang": cabang.nama, "kotak": jumlah}
    catat(tindakan.SOTK_DISUSUN, rencana, oleh=oleh, sesudah=isi)
    return rencana


def _salin_cabang(rencana: RencanaSotk, per: date) -> int:
    rows = UnitKerja.objects.aktif(per).di_bawah(rencana.cabang).order_by("kiri")
    units = list(rows.values_list("pk", "induk_id", "nama", "jenis"))
    kepala = kepala_unit([pk for pk, *_ in units])
    kunci = dict(zip((u[0] for u in units), nomor_baru(KotakSotk, len(units)), strict=True))
    kosong = ("", "")
    sisipkan(
        KotakSotk,
        KOLOM_KOTAK,
        (
            (kunci[pk], rencana.pk, kunci.get(induk), pk, nama, jenis, *kepala.get(pk, kosong), n)
            for n, (pk, induk, nama, jenis) in enumerate(units, 1)
        ),
    )
    tetap = str(Hubungan.TETAP)
    sisipkan(PetaKotak, KOLOM_PETA, ((rencana.pk, pk, kunci[pk], tetap) for pk, *_ in units))
    return len(units)


@transaction.atomic
def ubah_sotk(
    pk: int, *, nama: str, berlaku: date, dasar: str = "", versi: str = "", per: date,
    oleh: Pengguna,
) -> RencanaSotk:  # fmt: skip
    """Change name, day and legal basis of a draft."""
    rencana = kunci_sotk(pk)
    policies.ubah_kepala_sotk.check(rencana, nama, berlaku, oleh, per=per)
    tolak_basi(rencana, "Rencana ini", versi, sidik_kepala(rencana))
    sebelum = _kepala(rencana)
    rencana.nama, rencana.berlaku, rencana.dasar = nama.strip(), berlaku, dasar.strip()
    rencana.save(update_fields=["nama", "berlaku", "dasar"])
    if sebelum != _kepala(rencana):
        catat_ubah(rencana, "mengubah nama, tanggal, atau dasar", sebelum, _kepala(rencana), oleh)
    return rencana


@transaction.atomic
def ganti_nama_kotak(
    pk: int, kotak_id: int, *, nama: str, jenis: str = "", versi: str = "", per: date,
    oleh: Pengguna,
) -> KotakSotk:  # fmt: skip
    """Name a box, and say what kind of office it is."""
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    kepala = Kepala(nama, jenis or kotak.jenis, kotak.jabatan, kotak.eselon_id)
    return _tulis(rencana, kotak, kepala, "mengganti nama", oleh)


@transaction.atomic
def ubah_pimpinan(
    pk: int, kotak_id: int, *, jabatan: str, eselon_id: str, versi: str = "", per: date,
    oleh: Pengguna,
) -> KotakSotk:  # fmt: skip
    """Name the head's jabatan and its level; both empty for a box without a structural seat."""
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    kepala = Kepala(kotak.nama, kotak.jenis, jabatan, eselon_id)
    return _tulis(rencana, kotak, kepala, "mengubah pimpinan", oleh)


def _tulis(
    rencana: RencanaSotk, kotak: KotakSotk, kepala: Kepala, apa: str, oleh: Pengguna
) -> KotakSotk:
    policies.isi_kotak.check(kepala.nama, kepala.jabatan, kepala.eselon_id)
    sebelum, lama = isi_kotak(kotak), kotak.nama
    isi_kepala(kotak, kepala)
    if sebelum != isi_kotak(kotak):
        kotak.save(update_fields=["nama", "jenis", "jabatan", "eselon_id"])
        selaraskan(rencana)
        catat_ubah(rencana, f"{apa} “{lama}”", sebelum, isi_kotak(kotak), oleh)
    return kotak


@transaction.atomic
def pindah_kotak(
    pk: int, kotak_id: int, *, induk_id: int | None, versi: str = "", per: date, oleh: Pengguna
) -> KotakSotk:
    """Hang a box, with all below it, under another; None: where the branch hangs today."""
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    induk = None if induk_id is None else kotak_dari(rencana, induk_id)
    policies.tempat_kotak.check(rencana, kotak, induk, keturunan(rencana, kotak.pk))
    if kotak.induk_id == induk_id:
        return kotak
    sebelum = isi_kotak(kotak)
    kotak.induk, kotak.urutan = induk, urutan_akhir(rencana)
    kotak.save(update_fields=["induk", "urutan"])
    catat_ubah(rencana, f"memindahkan “{kotak}”", sebelum, isi_kotak(kotak), oleh)
    return kotak


@transaction.atomic
def tambah_kotak(
    pk: int, *, kepala: Kepala, induk_id: int | None, per: date, oleh: Pengguna
) -> KotakSotk:
    """A box that no unit of today continues: a new unit on the day."""
    rencana = kunci_sotk(pk)
    policies.ubah_sotk.check(rencana, oleh, per=per)
    induk = None if induk_id is None else kotak_dari(rencana, induk_id)
    policies.isi_kotak.check(kepala.nama, kepala.jabatan, kepala.eselon_id)
    policies.tempat_kotak.check(rencana, None, induk, set())
    kotak = KotakSotk(rencana=rencana, induk=induk, urutan=urutan_akhir(rencana))
    isi_kepala(kotak, kepala)
    kotak.save(force_insert=True)
    catat_ubah(rencana, f"menambah “{kotak}”", None, isi_kotak(kotak), oleh)
    return kotak


# What every act here shares.


def kunci_sotk(pk: int) -> RencanaSotk:
    """The plan, held: acts in one plan take turns."""
    rows = RencanaSotk.objects.select_for_update(of=("self",)).select_related("cabang")
    rencana = rows.filter(pk=pk).first()
    if rencana is None:
        raise OutOfReach()
    return rencana


def mulai(
    pk: int, kotak_id: int, *, per: date, oleh: Pengguna, versi: str
) -> tuple[RencanaSotk, KotakSotk]:
    """The held plan and a box of it, for somebody who may change them and saw them as they are."""
    rencana = kunci_sotk(pk)
    policies.ubah_sotk.check(rencana, oleh, per=per)
    kotak = kotak_dari(rencana, kotak_id)
    tolak_basi(rencana, f"Kotak “{kotak}”", versi, sidik_kotak(kotak))
    return rencana, kotak


def kotak_dari(rencana: RencanaSotk, kotak_id: int) -> KotakSotk:
    """A box of this plan; one of another does not exist here."""
    kotak = rencana.kotak.select_related("induk").filter(pk=kotak_id).first()
    if kotak is None:
        raise OutOfReach()
    return kotak


def isi_kepala(kotak: KotakSotk, kepala: Kepala) -> None:
    """Put what was typed into the box, without the blanks around it."""
    kotak.nama, kotak.jenis = kepala.nama.strip()[:255], kepala.jenis
    kotak.jabatan, kotak.eselon_id = kepala.jabatan.strip()[:255], kepala.eselon_id


def urutan_akhir(rencana: RencanaSotk) -> int:
    """After every box there is."""
    return int(rencana.kotak.aggregate(n=Max("urutan"))["n"] or 0) + 1


def catat_ubah(
    rencana: RencanaSotk,
    apa: str,
    sebelum: Isi | None,
    sesudah: Isi | None,
    oleh: Pengguna,
    alasan: str = "",
) -> None:
    """One line of the plan's history: what was done in words, then the values that changed."""
    catat(
        tindakan.SOTK_DIUBAH, rencana, oleh=oleh, alasan=alasan,
        sebelum=sebelum, sesudah={**(sesudah or {}), "tindakan": apa},
    )  # fmt: skip


def isi_kotak(kotak: KotakSotk) -> dict[str, Any]:
    """A box in words, for the history."""
    eselon = Jabatan(eselon_id=kotak.eselon_id).eselon
    return {
        "nama": kotak.nama,
        "jenis": kotak.get_jenis_display(),
        "di bawah": str(kotak.induk or "puncak rencana"),
        "pimpinan": f"{kotak.jabatan} ({eselon})" if kotak.jabatan else "",
    }


def _kepala(rencana: RencanaSotk) -> dict[str, Any]:
    return {"nama": rencana.nama, "berlaku": rencana.berlaku, "dasar": rencana.dasar}
