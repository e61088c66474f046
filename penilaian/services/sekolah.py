"""The need of teachers of one school as drafts of its posts; then the road of every computation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.hitungan import angka, desimal
from penilaian.kernel.sekolah import BarisGuru
from penilaian.models import (
    CaraBulat,
    KeadaanHitung,
    MetodeHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
)
from penilaian.policies import sekolah as policies
from penilaian.selectors.sekolah import (
    DataSekolah,
    aturan_sekolah,
    muat_sekolah,
    sekolah_untuk,
)
from penilaian.selectors.sekolah_layar import pos_bawaan, pos_guru
from toolkit.policy import OutOfReach
from toolkit.templatetags.tampilan import semester

_GURU = SumberKebutuhan.GURU


@dataclass(frozen=True)
class Putusan:
    """So many teachers of one post, where the guide leaves two numbers open, and why."""

    guru: int
    alasan: str


@dataclass(frozen=True)
class _Kiriman:
    """What one act was handed, and by whom."""

    putusan: Mapping[str, Putusan]
    oleh: Pengguna
    per: date


@transaction.atomic
def hitung_guru(
    unit_id: int,
    *,
    pos: Mapping[str, int],
    putusan: Mapping[str, Putusan],
    per: date,
    oleh: Pengguna,
) -> list[PerhitunganKebutuhan]:
    """A draft for every post of teachers of the school: the sum of the subjects counted there.

    ``pos``: post of teachers (as the guide names it) to post of the school; where it says nothing,
    the default of the page. A post with an older computation and nothing to count any more gets a
    draft of none. Lines stay apart in ``rincian``: a surplus of one subject fills no other.
    """
    unit = sekolah_untuk(oleh, per=per).filter(pk=unit_id)
    data = muat_sekolah(unit, per=per).get(unit_id)
    if data is None:
        raise OutOfReach()
    semua = pos_guru(unit_id)
    list(Formasi.objects.select_for_update().filter(unit=unit_id).order_by("pk").values_list("pk"))
    terbuka = _terbuka(unit_id)
    keadaan = _dengan_putusan(data, putusan, per=per)
    berhitung = [satu for satu in keadaan if satu.hitungan is not None]
    policies.hitung_guru.check(
        data.unit, [*terbuka.values()], oleh,
        terhitung=bool(berhitung), berpos=bool(semua), per=per,
    )  # fmt: skip
    policies.pilih_guru.check(
        [satu.jabatan for satu in berhitung if satu.terbuka],
        [n for n, p in putusan.items() if len(p.alasan.strip()) < policies.ALASAN_MINIMAL],
    )
    bawaan, sah = pos_bawaan(data, semua), {p.formasi.pk: p.formasi for p in semua}
    per_pos: dict[int, list[BarisGuru]] = {pk: [] for pk in _pernah(unit_id) if pk in sah}
    for satu in berhitung:
        pilih = pos.get(satu.jabatan, bawaan.get(satu.jabatan, semua[0].formasi.pk))
        if pilih not in sah:
            raise OutOfReach()
        per_pos.setdefault(pilih, []).append(satu)
    kiriman = _Kiriman(putusan, oleh, per)
    draf = [_draf(sah[pk], terbuka.get(pk), baris, data, kiriman) for pk, baris in per_pos.items()]
    catat_banyak(
        tindakan.PERHITUNGAN_DIHITUNG,
        [(_objek(satu), None, {"jumlah": satu.jumlah, "mentah": satu.mentah}) for satu in draf],
        oleh=oleh,
        alasan="; ".join(f"{n}: {p.guru} guru, {p.alasan.strip()}" for n, p in putusan.items()),
    )
    return draf


def _dengan_putusan(
    data: DataSekolah, putusan: Mapping[str, Putusan], *, per: date
) -> Sequence[BarisGuru]:
    """What was chosen now stands; choices of an earlier act were of another day."""
    pilih = {jabatan: satu.guru for jabatan, satu in putusan.items()}
    return data.keadaan(aturan_sekolah(per=per), pilih).baris


def _terbuka(unit_id: int) -> dict[int, PerhitunganKebutuhan]:
    rows = PerhitunganKebutuhan.objects.select_for_update(of=("self",)).filter(
        formasi__unit=unit_id, sumber=_GURU
    )
    return {satu.formasi_id: satu for satu in rows.exclude(keadaan=KeadaanHitung.FINAL)}


def _pernah(unit_id: int) -> list[int]:
    rows = PerhitunganKebutuhan.objects.filter(formasi__unit=unit_id, sumber=_GURU)
    return sorted(set(rows.values_list("formasi", flat=True)))


def _draf(
    formasi: Formasi,
    terbuka: PerhitunganKebutuhan | None,
    baris: Sequence[BarisGuru],
    data: DataSekolah,
    kiriman: _Kiriman,
) -> PerhitunganKebutuhan:
    """The open draft of the post becomes this one; without any it is the next version."""
    versi = PerhitunganKebutuhan.objects.filter(formasi=formasi, sumber=_GURU)
    satu = terbuka or PerhitunganKebutuhan(
        formasi=formasi, sumber=_GURU, versi=(versi.aggregate(n=Max("versi"))["n"] or 0) + 1
    )
    hitungan = [b.hitungan for b in baris if b.hitungan is not None]
    nilai = sum((h.nilai for h in hitungan), Fraction())
    cara = {h.pembulatan.value for h in hitungan}
    tetapan = {t.nama: asdict(t) for h in hitungan for t in h.tetapan}
    isi: dict[str, Any] = {
        "metode": MetodeHitung.GURU,
        "keadaan": KeadaanHitung.DRAF,
        "per": kiriman.per,
        "dasar": "",
        "tetapan": [*tetapan.values()],
        "rincian": [*_rincian(baris, data, kiriman)],
        "mentah": desimal(nilai),
        "jumlah": sum(h.bulat for h in hitungan),
        "pembulatan": cara.pop() if len(cara) == 1 else CaraBulat.GURU,
        "dibuat_pada": timezone.now(),
        "dibuat_oleh": kiriman.oleh,
    }
    for nama, nilai_isi in isi.items():
        setattr(satu, nama, nilai_isi)
    satu.save()
    return satu


def _rincian(
    baris: Iterable[BarisGuru], data: DataSekolah, kiriman: _Kiriman
) -> Iterator[dict[str, Any]]:
    for satu in baris:
        hitungan = satu.hitungan
        if hitungan is None:
            continue
        isi: dict[str, Any] = {
            "uraian": satu.jabatan,
            "nilai": angka(hitungan.nilai),
            "bulat": hitungan.bulat,
            "cara": str(CaraBulat(hitungan.pembulatan.value).label),
            "asal": _asal(satu, data),
        }
        pilihan = kiriman.putusan.get(satu.jabatan)
        if pilihan is not None and satu.pilihan:
            isi["cara"] = f"kasus per kasus, dipilih {kiriman.oleh.nama}: {pilihan.alasan.strip()}"
            isi["diputuskan"] = hitungan.bulat
        yield isi


def _asal(satu: BarisGuru, data: DataSekolah) -> str:
    """The rows a line comes from, in words: hours or classes, and the semester."""
    rombel, murid = sum(data.rombel.values()), sum(data.murid.values())
    semua = f"{rombel} rombel, {angka(murid)} murid, semester {semester(data.semester)}"
    if not satu.jam.semua:
        return semua
    jam = f"{angka(satu.jam.semua, 2)} JTM seminggu di {semua}"
    beban = satu.hitungan.pilihan[0].jtm_masing if satu.hitungan and satu.hitungan.pilihan else 0
    return f"{jam}; terbagi {angka(beban, 2)} jam per guru" if beban and not satu.pilihan else jam


def _objek(satu: PerhitunganKebutuhan) -> Objek:
    return Objek(PerhitunganKebutuhan._meta.label_lower, str(satu.pk), str(satu)[:255])
