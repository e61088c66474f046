"""Kind ``penugasan``: acting heads and additional tasks beside the definitive posts.

The file is the office's whole list, prefilled by our template. What is missing from it is reported
and stays: an assignment ends by its end date or by the act of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models.functions import Coalesce

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import UnitKerja
from organisasi.selectors import semua_ketentuan
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from pegawai import tindakan
from pegawai.columns_riwayat import PENUGASAN, PETUNJUK_PENUGASAN
from pegawai.kernel.sementara import Batas, beririsan
from pegawai.models import Jabatan, JenisPenugasan, Pegawai, Penugasan
from pegawai.models.penugasan import PenugasanQuerySet
from pegawai.services.impor_orang import (
    orang_dari,
    orang_menurut_nomor,
    pada_orang,
    rujukan,
)
from pegawai.services.turunan import formasi_untuk
from toolkit.lembar import Tabel

JUDUL = {"selesai": "SELESAI", "nomor_sk": "NOMOR SK"}
WAKIL = (JenisPenugasan.PLT, JenisPenugasan.PLH)


class Kunci(NamedTuple):
    """What makes two rows the same assignment."""

    pegawai: int
    jenis: str
    unit: int
    jabatan: int | str  # a task like head of a school has a name and no id
    tmt: date


class Rujukan(NamedTuple):
    """What the ids of the file stand for, and the terms of the law, on one day."""

    orang: Mapping[str, int]
    berhenti: frozenset[int]
    unit: Mapping[str, int]
    ditutup: frozenset[int]
    jabatan: Mapping[str, int]
    batas: Batas


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Judge each row, compare with the register, and say what is missing from the file."""
    acuan = _rujukan(konteks.per)
    semua = [*baca(tabel, konteks)]
    kunci = {baris.nomor: _periksa_baris(baris, acuan, konteks) for baris in semua}
    lama = _tercatat()
    for baris in semua:
        _tolak_unit_ditutup(baris, kunci[baris.nomor], acuan.ditutup, lama)
    tolak_ganda(
        semua, lambda b: kunci[b.nomor], kolom="NIP", kode="penugasan_ganda", apa="Penugasan"
    )
    _ingatkan_irisan(semua, kunci, lama)
    hasil = _bandingkan(semua, kunci, lama, kolom_ada(tabel) & set(JUDUL), konteks)
    _sebut_keluar(hasil, lama, set(kunci.values()), konteks.per)
    return hasil


def _bandingkan(
    semua: Iterable[BarisImpor],
    kunci: Mapping[int, Kunci | None],
    lama: Mapping[Kunci, Penugasan],
    kolom: set[str],
    konteks: Konteks,
) -> Hasil:
    """What each accepted row would do; columns that the file lacks change nothing."""
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    hasil = Hasil()
    rencana: Rencana[Penugasan] = Rencana()
    for baris in hitung(hasil, semua):
        satu = kunci[baris.nomor]
        if satu is None:
            raise ValueError("Baris diterima tanpa kunci.")
        isi: dict[str, Any] = {k: baris.isi[k] for k in kolom}
        if "nomor_sk" in isi:
            isi["nomor_sk"] = isi["nomor_sk"] or ""
        ada = lama.get(satu)
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=ada,
            baru=None if ada else _baru(satu, baris, isi, konteks),
            isi=isi,
            judul=JUDUL,
            kunci=baris.isi["nip"],
            nama=f"{satu.jenis} {nama[satu.pegawai]}",
        )
    hasil.muatan = rencana
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the assignments; posts that nobody wrote down yet come with them."""
    rencana: Rencana[Penugasan] = hasil.muatan
    pasangan = {(p.unit_id, p.jabatan_id) for p in rencana.baru}
    post = formasi_untuk({(u, j) for u, j in pasangan if u is not None and j is not None})
    for satu in rencana.baru:
        satu.formasi_id = post.get((satu.unit_id or 0, satu.jabatan_id or 0))
    simpan(
        rencana,
        Penugasan,
        oleh=konteks.oleh,
        dicatat=tindakan.PENUGASAN_DICATAT,
        diubah=tindakan.PENUGASAN_DIUBAH,
        objek=pada_orang(dict(Pegawai.objects.values_list("pk", "nama"))),
        sesudah=_isi_jejak,
    )


def _rujukan(per: date) -> Rujukan:
    ketentuan = semua_ketentuan(per=per)
    aktif = dict(UnitKerja.objects.aktif(per).values_list("kunci", "pk"))
    semua = dict(UnitKerja.objects.values_list("kunci", "pk"))
    return Rujukan(
        orang=orang_menurut_nomor(),
        berhenti=frozenset(
            Pegawai.objects.filter(berhenti__isnull=False).values_list("pk", flat=True)
        ),
        unit=semua | aktif,
        ditutup=frozenset(semua.values()) - frozenset(aktif.values()),
        jabatan=dict(Jabatan.objects.values_list("kunci", "pk")),
        batas=Batas(ketentuan["plt_maks_bulan"], ketentuan["plt_maks_perpanjangan"]),
    )


def _tercatat() -> dict[Kunci, Penugasan]:
    """Every assignment beside the definitive ones, ended ones too: a letter is written once."""
    rows = _bertempat().select_related("pegawai", "unit", "jabatan").defer("pegawai__siasn")
    return {
        Kunci(
            p.pegawai_id,
            p.jenis,
            p.unit_id or 0,
            p.jabatan_id or p.jabatan_nama.casefold(),
            p.tmt or date.min,
        ): p
        for p in rows
    }


def _bertempat() -> PenugasanQuerySet:
    """Those that a row of the file can name."""
    rows = Penugasan.objects.sampingan().filter(unit__isnull=False, tmt__isnull=False)
    return rows.exclude(jabatan__isnull=True, jabatan_nama="")


def _periksa_baris(baris: BarisImpor, acuan: Rujukan, konteks: Konteks) -> Kunci | None:
    pegawai = orang_dari(baris, acuan.orang, konteks)
    unit = rujukan(baris, "UNOR ID", "unor_id", acuan.unit, "unit")
    jabatan = _jabatan(baris, acuan.jabatan)
    jenis, tmt = baris.isi.get("jenis"), baris.isi.get("tmt")
    if jenis == JenisPenugasan.DEFINITIF:
        pesan = (
            "Jabatan definitif datang dari berkas SIASN atau SK; di sini hanya PLT, PLH, PJ, TT."
        )
        baris.tolak("JENIS", "jenis_definitif", pesan)
    elif jenis and tmt:
        _periksa_masa(baris, JenisPenugasan(jenis), tmt, acuan.batas)
    if pegawai in acuan.berhenti:
        baris.tolak("NIP", "sudah_berhenti", "Pegawai ini sudah berhenti.")
    if pegawai is None or unit is None or jabatan is None or not jenis or tmt is None:
        return None
    return Kunci(pegawai, jenis, unit, jabatan, tmt)


def _jabatan(baris: BarisImpor, acuan: Mapping[str, int]) -> int | str | None:
    """The jabatan by its id; an additional task without one by its name."""
    if baris.isi.get("jabatan_id") is not None:
        jabatan: int | None = rujukan(baris, "JABATAN ID", "jabatan_id", acuan, "jabatan")
        return jabatan
    if baris.isi.get("jenis") == JenisPenugasan.TT and baris.isi.get("jabatan_nama"):
        return str(baris.isi["jabatan_nama"]).casefold()
    if not _bermasalah(baris, "JABATAN ID"):
        pesan = "JABATAN ID wajib diisi; bagi tugas tambahan boleh JABATAN NAMA saja."
        baris.tolak("JABATAN ID", "wajib_kosong", pesan)
    return None


def _tolak_unit_ditutup(
    baris: BarisImpor, kunci: Kunci | None, ditutup: frozenset[int], lama: Mapping[Kunci, Any]
) -> None:
    """Nobody is newly assigned to an office that is gone; what was written down stays."""
    if kunci is not None and kunci.unit in ditutup and kunci not in lama:
        baris.tolak("UNOR ID", "unit_ditutup", "Unit ini sudah ditutup.")


def _periksa_masa(baris: BarisImpor, jenis: JenisPenugasan, tmt: date, batas: Batas) -> None:
    selesai = baris.isi.get("selesai")
    if selesai is None:
        if jenis != JenisPenugasan.TT and not _bermasalah(baris, "SELESAI"):
            pesan = "Plt., Plh., dan Pj. harus memiliki tanggal akhir."
            baris.tolak("SELESAI", "tanpa_akhir", pesan)
    elif selesai <= tmt:
        pesan = "Tanggal akhir harus sesudah TMT."
        baris.tolak("SELESAI", "tanggal_terbalik", pesan)
    elif jenis in WAKIL and selesai > batas.semua(tmt):
        pesan = (
            f"Lebih lama daripada {batas.maks} bulan dengan {batas.perpanjangan} kali "
            "perpanjangan. Periksa suratnya, atau isi jabatannya secara definitif."
        )
        baris.ingatkan("SELESAI", "lewat_masa_wakil", pesan)
    elif jenis in WAKIL and selesai > batas.sekali(tmt):
        pesan = f"Lebih lama daripada {batas.maks} bulan, jadi sudah memuat perpanjangannya."
        baris.ingatkan("SELESAI", "memuat_perpanjangan", pesan)


def _bermasalah(baris: BarisImpor, kolom: str) -> bool:
    return any(m.kolom == kolom and m.tingkat == "tolak" for m in baris.masalah)


def _ingatkan_irisan(
    semua: Iterable[BarisImpor],
    kunci: Mapping[int, Kunci | None],
    lama: Mapping[Kunci, Penugasan],
) -> None:
    """Two letters for one post at one time: lawful in few cases, a slip in most."""
    masa: dict[tuple[int, int | str], dict[Kunci, date | None]] = {}
    for satu, ada in lama.items():
        masa.setdefault((satu.unit, satu.jabatan), {})[satu] = ada.selesai
    diterima = [(b, kunci[b.nomor]) for b in semua if not b.ditolak]
    for baris, baru in diterima:
        if baru is not None:
            masa.setdefault((baru.unit, baru.jabatan), {})[baru] = baris.isi.get("selesai")
    for baris, baru in diterima:
        if baru is None:
            continue
        selesai = baris.isi.get("selesai")
        sepos = masa[baru.unit, baru.jabatan].items()
        if any(beririsan(baru.tmt, selesai, x.tmt, s) for x, s in sepos if x != baru):
            pesan = "Masanya beririsan dengan penugasan lain pada jabatan yang sama."
            baris.ingatkan("TMT", "masa_beririsan", pesan)


def _baru(kunci: Kunci, baris: BarisImpor, isi: Mapping[str, Any], konteks: Konteks) -> Penugasan:
    bernomor = isinstance(kunci.jabatan, int)
    return Penugasan(
        pegawai_id=kunci.pegawai,
        jenis=kunci.jenis,
        unit_id=kunci.unit,
        jabatan_id=kunci.jabatan if bernomor else None,
        jabatan_nama="" if bernomor else baris.isi["jabatan_nama"],
        tmt=kunci.tmt,
        mulai=kunci.tmt,
        sumber=konteks.sumber,
        **isi,
    )


def _sebut_keluar(
    hasil: Hasil, lama: Mapping[Kunci, Penugasan], di_berkas: set[Kunci | None], per: date
) -> None:
    """In force according to the register and not in the file."""
    for kunci, ada in lama.items():
        if kunci in di_berkas or (ada.selesai is not None and ada.selesai <= per):
            continue
        hasil.keluar += 1
        nama = f"{ada.jenis} {ada.pegawai.nama}: {ada}"
        hasil.rincian.append(Perubahan("keluar", ada.pegawai.nip, nama))


def _isi_jejak(p: Penugasan) -> dict[str, Any]:
    return {
        "jenis": p.get_jenis_display(),
        "jabatan": str(p.jabatan or p.jabatan_nama),
        "unit": str(p.unit),
        "mulai": p.mulai,
        "selesai": p.selesai,
        "nomor_sk": p.nomor_sk,
    }


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Everything written down so far, ended ones too."""
    nama = Coalesce("jabatan__nama", "jabatan_nama")
    yield from _bertempat().order_by("pegawai__nip", "tmt", "pk").values_list(
        "pegawai__nip", "pegawai__nama", "jenis", "unit__siasn_id", "unit__nama",
        "jabatan__siasn_id", nama, "tmt", "selesai", "nomor_sk",
    )  # fmt: skip


IMPOR_PENUGASAN = JenisImpor(
    kode="penugasan",
    label="Penugasan sementara dan tambahan",
    keterangan="Plt., Plh., Pj., dan tugas tambahan (templat SERASI, terisi yang sudah tercatat).",
    izin=Izin.PEGAWAI_UBAH,
    kolom=PENUGASAN,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK_PENUGASAN,
    urutan=80,
)
