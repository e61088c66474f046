"""Acts that change how old units and new boxes hang together: merge, split, strike, bring back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from organisasi.models import Pengguna, UnitKerja
from penilaian.models import KotakSotk, PetaKotak, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.selectors.sotk_pohon import kepala_unit
from penilaian.services.sotk_peta import (
    Kepala,
    arahkan,
    atasan,
    keturunan,
    kotak_terdekat,
    lepaskan,
    selaraskan,
)
from penilaian.services.sotk_semula import belum_semula, hidupkan
from penilaian.services.sotk_susun import (
    catat_ubah,
    isi_kepala,
    isi_kotak,
    kunci_sotk,
    mulai,
    urutan_akhir,
)
from toolkit.policy import OutOfReach

PUTARAN = 3


@transaction.atomic
def gabung_kotak(
    pk: int, kotak_id: int, *, lama: Sequence[int], versi: str = "", per: date, oleh: Pengguna
) -> KotakSotk:
    """Let these old units go into the box, beside those already in it.

    A box that loses its last unit by this is closed, and what hung below it hangs below this one.
    """
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    units = _unit(rencana, lama)
    kosong = _akan_kosong(rencana, {u.pk for u in units}, kotak)
    di_atas = atasan(rencana, kotak)
    policies.gabung_kotak.check(rencana, kotak, units, [k for k in kosong if k.pk in di_atas])
    arahkan(rencana, [u.pk for u in units], [kotak])
    ditutup = {k.pk for k in kosong}
    rencana.kotak.filter(induk__in=ditutup).exclude(pk__in=ditutup).update(induk=kotak)
    rencana.penempatan.filter(kotak__in=ditutup).update(kotak=kotak)
    rencana.kotak.filter(pk__in=ditutup).delete()
    selaraskan(rencana)
    nama = ", ".join(f"“{u}”" for u in units)
    catat_ubah(rencana, f"menggabungkan {nama} ke “{kotak}”", None, None, oleh)
    return kotak


def _akan_kosong(rencana: RencanaSotk, lama: set[int], kotak: KotakSotk) -> list[KotakSotk]:
    """Other boxes whose every unit is among these."""
    rows = rencana.kotak.filter(peta__lama__in=lama).exclude(pk=kotak.pk).distinct()
    sumber = PetaKotak.objects.filter(baru__in=rows.order_by().values("pk"))
    sisa = set(sumber.exclude(lama__in=lama).values_list("baru_id", flat=True))
    return [satu for satu in rows if satu.pk not in sisa]


@transaction.atomic
def pecah_kotak(
    pk: int, kotak_id: int, *, lama_id: int, nama: Sequence[str], versi: str = "", per: date,
    oleh: Pengguna,
) -> list[KotakSotk]:  # fmt: skip
    """Split an old unit of the box: it stays here and goes into new boxes of these names too.

    The new boxes hang beside this one, of the same kind and with a head of the same level.
    """
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    (unit,) = _unit(rencana, [lama_id])
    nama = [satu.strip() for satu in nama if satu.strip()]
    tujuan = rencana.peta.filter(lama=unit, baru=kotak).count()
    policies.pecah_kotak.check(unit, nama, tujuan)
    baru = [_pecahan(rencana, kotak, satu) for satu in nama]
    arah = [k.baru for k in rencana.peta.filter(lama=unit).select_related("baru") if k.baru]
    arahkan(rencana, [unit.pk], [*arah, *baru])
    selaraskan(rencana)
    kata = ", ".join(f"“{satu}”" for satu in nama)
    catat_ubah(rencana, f"memecah “{unit}”: ditambah {kata}", None, None, oleh)
    return baru


def _pecahan(rencana: RencanaSotk, kotak: KotakSotk, nama: str) -> KotakSotk:
    pimpinan = f"Kepala {nama}" if kotak.jabatan else ""
    policies.tempat_kotak.check(rencana, None, kotak.induk, set())
    baru = KotakSotk(rencana=rencana, induk=kotak.induk, urutan=urutan_akhir(rencana))
    isi_kepala(baru, Kepala(nama, kotak.jenis, pimpinan, kotak.eselon_id))
    baru.save(force_insert=True)
    return baru


@transaction.atomic
def hapus_kotak(
    pk: int, kotak_id: int, *, bawah: str = "", jumlah: int | None = None, versi: str = "",
    per: date, oleh: Pengguna,
) -> int:  # fmt: skip
    """Strike a box; returns how many units of today have no place afterwards.

    ``bawah`` says what becomes of the boxes below it: ``ikut`` (struck too) or ``naik`` (they hang
    where this one hung). Asked for only when there are any. ``jumlah`` is how many the page showed:
    what somebody else hung there since is not struck unseen.
    """
    rencana, kotak = mulai(pk, kotak_id, per=per, oleh=oleh, versi=versi)
    di_bawah = keturunan(rencana, kotak.pk)
    policies.hapus_kotak.check(rencana, kotak, bawah, len(di_bawah), jumlah)
    buang = {kotak.pk} | (di_bawah if bawah == "ikut" else set())
    sebelum = {**isi_kotak(kotak), "kotak": len(buang)}
    if bawah == "naik":
        rencana.kotak.filter(induk=kotak).update(induk=kotak.induk)
    tanpa = lepaskan(rencana, buang)
    nama = str(kotak)
    rencana.kotak.filter(pk__in=buang).delete()
    selaraskan(rencana)
    sesudah = {"unit tanpa kotak": tanpa}
    catat_ubah(rencana, f"menghapus “{nama}”", sebelum, sesudah, oleh)
    return tanpa


@transaction.atomic
def kembalikan_kotak(
    pk: int, lama_id: int, *, beserta_bawah: bool = False, per: date, oleh: Pengguna
) -> KotakSotk:
    """Make the box of an old unit what the unit is today: name, place, head, nobody else in it.

    Units merged into it get boxes of their own again, what hung below it comes back, boxes made
    only by splitting it close. With ``beserta_bawah`` the same for every unit below it.
    """
    rencana = kunci_sotk(pk)
    policies.ubah_sotk.check(rencana, oleh, per=per)
    (unit,) = _unit(rencana, [lama_id])
    rows = UnitKerja.objects.aktif(per).di_bawah(unit).order_by("kiri")
    units = list(rows) if beserta_bawah else [unit]
    kepala = kepala_unit([u.pk for u in units])
    hidupkan(rencana, units, kepala)
    # A unit that comes back may take those below it along: look again until nothing differs.
    for _ in range(PUTARAN):
        for satu in belum_semula(rencana, units, kepala):
            _kembalikan(rencana, satu, kepala.get(satu.pk, ("", "")))
    selaraskan(rencana)
    apa = f"mengembalikan “{unit}”{' beserta unit di bawahnya' if beserta_bawah else ''}"
    catat_ubah(rencana, apa, None, None, oleh)
    return rencana.kotak.get(asal=unit)


def _kembalikan(rencana: RencanaSotk, unit: UnitKerja, kepala: tuple[str, str]) -> None:
    lama = rencana.peta.filter(lama=unit, baru__isnull=False).select_related("baru")
    bekas = [r.baru for r in lama if r.baru is not None]
    kotak = next((k for k in bekas if k.asal_id == unit.pk), None)
    kotak = kotak or KotakSotk(rencana=rencana, urutan=urutan_akhir(rencana))
    induk = kotak_terdekat(rencana, unit)
    if kotak.pk and induk is not None and induk.pk in keturunan(rencana, kotak.pk):
        # It hangs below this one now; it comes up first, so that nothing goes in a circle.
        induk.induk = kotak.induk
        induk.save(update_fields=["induk"])
    kotak.asal, kotak.induk = unit, induk
    isi_kepala(kotak, Kepala(unit.nama, unit.jenis, *kepala))
    kotak.save()
    lain = [k for k in bekas if k.pk != kotak.pk]
    _pulangkan_bawahan(rencana, unit, kotak, lain)
    _sendirikan(rencana, unit, kotak)
    _bubarkan(rencana, unit, kotak, lain)
    arahkan(rencana, [unit.pk], [kotak])


def _pulangkan_bawahan(
    rencana: RencanaSotk, unit: UnitKerja, kotak: KotakSotk, dari: list[KotakSotk]
) -> None:
    """What hangs below the unit today and was taken along to these boxes."""
    rows = rencana.kotak.filter(asal__induk=unit, induk__in=dari)
    rows.exclude(pk__in=atasan(rencana, kotak) | {kotak.pk}).update(induk=kotak)


def _bubarkan(
    rencana: RencanaSotk, unit: UnitKerja, kotak: KotakSotk, lain: list[KotakSotk]
) -> None:
    """Close the boxes that only this unit went into; what is below them comes here."""
    dipakai = rencana.peta.filter(baru__in=lain).exclude(lama=unit)
    masih = set(dipakai.values_list("baru_id", flat=True))
    for satu in (k for k in lain if k.pk not in masih):
        satu.refresh_from_db(fields=["induk"])
        di_atas = atasan(rencana, kotak)
        anak = rencana.kotak.filter(induk=satu)
        anak.filter(pk__in=di_atas).update(induk=satu.induk)
        anak.exclude(pk__in=di_atas).update(induk=kotak)
        rencana.kotak.filter(pk=satu.pk).delete()


def _sendirikan(rencana: RencanaSotk, unit: UnitKerja, kotak: KotakSotk) -> None:
    """The other units of the box leave it and get boxes of their own again."""
    tamu = rencana.peta.filter(baru=kotak).exclude(lama=unit)
    lama = set(tamu.values_list("lama_id", flat=True))
    arah_lain = rencana.peta.filter(lama__in=lama).exclude(baru=kotak)
    pecahan = set(arah_lain.values_list("lama_id", flat=True))
    tamu.filter(lama__in=pecahan).delete()
    sendiri = list(UnitKerja.objects.filter(pk__in=lama - pecahan).order_by("kiri"))
    kepala = kepala_unit([u.pk for u in sendiri])
    for satu in sendiri:
        _kembalikan(rencana, satu, kepala.get(satu.pk, ("", "")))


def _unit(rencana: RencanaSotk, pks: Sequence[int]) -> list[UnitKerja]:
    """Old units of this plan, and nothing else."""
    rows = UnitKerja.objects.di_bawah(rencana.cabang).filter(pk__in=pks).order_by("kiri")
    units = list(rows)
    if len(units) != len(set(pks)):
        raise OutOfReach()
    return units
