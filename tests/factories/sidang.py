"""Teams and sessions of the TPK that walked there by the real acts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from mutasi.models import KedudukanTim, MacamTim, SidangTPK, TimPenilai, UsulanMutasi
from mutasi.services import sidang as acts
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import sidang_putusan as acts_putusan
from mutasi.services import sidang_tim as acts_tim
from mutasi.services import sidang_tutup as acts_tutup
from mutasi.services.sidang_putusan import IsiPutusan
from organisasi.models import Pengguna

if TYPE_CHECKING:
    from tests.factories.jalan import Kantor

PER = date(2026, 6, 1)
ALASAN = "Paling berpengalaman dalam tugas yang sama dan unit tujuan paling membutuhkannya."
_nomor = count(1)


def isi(rekomendasi: str = "direkomendasikan", **lain: object) -> IsiPutusan:
    """A recommendation all agree with, unless said otherwise."""
    dasar: dict[str, object] = {"rekomendasi": rekomendasi, "alasan": ALASAN, "sepakat": True}
    return IsiPutusan(**{**dasar, **lain})  # type: ignore[arg-type]


def tim(k: Kantor, *anggota: Pengguna) -> TimPenilai:
    """The TPK of the office: the Sekda chairs, four or five vote, the Kabid keeps the minutes."""
    K = KedudukanTim  # noqa: N806
    siapa = anggota or (*k.anggota_tpk, k.kepala)
    kursi = [acts_tim.Kursi(k.sekda, K.KETUA, "Sekretaris Daerah")]
    kursi += [acts_tim.Kursi(satu, K.ANGGOTA, "Anggota") for satu in siapa]
    kursi.append(acts_tim.Kursi(k.kabid, K.SEKRETARIS, "Kepala Bidang Mutasi"))
    return acts_tim.catat_tim(
        macam=MacamTim.TPK, nomor_sk=f"800/TPK/{next(_nomor)}", tanggal_sk=date(2026, 1, 2),
        mulai=date(2026, 1, 5), selesai=None, anggota=kursi, oleh=k.kabid, per=PER,
    )  # fmt: skip


def sidang(
    k: Kantor, usulan: Iterable[UsulanMutasi], *, milik: TimPenilai | None = None
) -> SidangTPK:
    """Called for today with these cases on its agenda."""
    if milik is None:
        milik = k.bawaan.get("tim") or k.bawaan.setdefault("tim", tim(k))
    satu = acts.jadwalkan(
        tim_id=milik.pk, tanggal=PER, tempat="Ruang rapat Sekda", cara="tatap muka", oleh=k.kabid,
        per=PER,
    )  # fmt: skip
    for hasil in acts.masukkan_agenda(satu.pk, [u.pk for u in usulan], oleh=k.kabid, per=PER):
        assert hasil.berhasil, hasil.kalimat
    return satu


def buka(k: Kantor, satu: SidangTPK, *, absen: Iterable[Pengguna] = ()) -> SidangTPK:
    """Everybody came but those."""
    tidak = {pengguna.pk for pengguna in absen}
    anggota = satu.tim.anggota.all()
    return acts.buka(
        satu.pk, hadir={a.pk: "" for a in anggota if a.pengguna_id not in tidak},
        tidak={a.pk: "dinas luar" for a in anggota if a.pengguna_id in tidak},
        oleh=k.kabid, per=PER,
    )  # fmt: skip


def putuskan_semua(k: Kantor, satu: SidangTPK, rekomendasi: str = "direkomendasikan") -> None:
    """The same for every name."""
    butir = satu.agenda.values_list("pk", flat=True)
    hasil = acts_putusan.putuskan_banyak(satu.pk, butir, isi(rekomendasi), oleh=k.kabid, per=PER)
    for baris in hasil:
        assert baris.berhasil, baris.kalimat


def tandatangani(satu: SidangTPK, *, kecuali: Iterable[Pengguna] = ()) -> SidangTPK:
    """Everybody who came signs, but those."""
    satu.refresh_from_db()
    tidak = {pengguna.pk for pengguna in kecuali}
    for kursi in satu.kehadiran.filter(hadir=True).select_related("anggota__pengguna"):
        if kursi.anggota.pengguna_id not in tidak:
            siapa = kursi.anggota.pengguna
            acts_ba.tandatangani(satu.pk, sidik=satu.sidik, oleh=siapa, per=PER)
    return satu


def tutup(k: Kantor, satu: SidangTPK, *, nomor: str = "") -> acts_tutup.Penutupan:
    """Frozen, signed by all and closed by the Sekda."""
    acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
    tandatangani(satu)
    nomor = nomor or f"BA/{next(_nomor)}/TPK/2026"
    return acts_tutup.tutup_sidang(satu.pk, nomor=nomor, oleh=k.sekda, per=PER)


def sidangkan(
    k: Kantor, usulan: Iterable[UsulanMutasi], rekomendasi: str = "direkomendasikan"
) -> SidangTPK:
    """A whole session over these cases, from calling to closing."""
    satu = buka(k, sidang(k, usulan))
    putuskan_semua(k, satu, rekomendasi)
    hasil = tutup(k, satu)
    assert not hasil.tertahan, hasil.tertahan
    return hasil.sidang
