"""Kind ``sdmk``: health facilities, the staff of each, and until when their licences hold.

A file is the whole staff of every facility it names people of: whoever it no longer names is no
longer staff there. As with task rows, a facility one of whose rows is refused loses nobody, nor
does anybody go by a workbook of refused rows. A licence is never deleted: an older number stays in
the history of its holder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, JenisUnit, Pengguna, UnitKerja
from organisasi.services.baris_impor import BarisImpor, baca, hitung, tolak_ganda
from pegawai.models import JenisJabatan, Pegawai, RiwayatSertifikat
from penilaian.columns.sdmk import KATEGORI, RAWAT_INAP, SDMK, SEUMUR_HIDUP, TENAGA
from penilaian.kernel.tenaga import kenali
from penilaian.models import Faskes, TenagaKesehatan
from penilaian.selectors.faskes_pos import kata_tenaga
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.sdmk_acuan import IZIN, Acuan, hari_terakhir
from penilaian.services.sdmk_sel import Fakta, kumpulkan_fakta, periksa_baris
from penilaian.services.sdmk_tulis import Muatan, tulis
from toolkit.lembar import KOLOM_ALASAN, Tabel
from toolkit.tabular import kunci_kepala

Beda = list[tuple[str, Any, Any]]


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find facilities and people, compare kinds of staff and licences with the register."""
    acuan = Acuan.muat(konteks, Izin.IMPOR_SEKTOR)
    semua = [*baca(tabel, konteks)]
    acuan.kenalkan(baris.isi.get("nip") for baris in semua)
    for baris in semua:
        periksa_baris(baris, acuan, konteks)
    fakta = kumpulkan_fakta(semua, acuan)
    tolak_ganda(semua, _kunci, kolom="NIP", kode="nip_ganda", apa="Pegawai atau faskes")
    hasil, muatan = Hasil(), Muatan()
    per_unit: dict[int, list[BarisImpor]] = defaultdict(list)
    for baris in hitung(hasil, semua):
        per_unit[baris.isi["unit"].pk].append(baris)
    luka = {b.isi["unit"].pk for b in semua if b.ditolak and b.isi["unit"] is not None}
    tambahan = kunci_kepala(KOLOM_ALASAN) in {kunci_kepala(h) for h in tabel.kepala}
    for pk, rows in per_unit.items():
        _banding_faskes(hasil, muatan, rows, acuan, fakta.get(pk))
    for pk, rows in per_unit.items():
        if not tambahan and pk not in luka:
            _keluarkan(hasil, muatan, rows, acuan)
    hasil.catatan += _catatan(per_unit, acuan)
    hasil.muatan = muatan
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write facilities, staff and licences; one trace per facility and per changed licence."""
    tulis(hasil.muatan, konteks)


def _kunci(baris: BarisImpor) -> tuple[str, int] | None:
    if baris.ditolak:
        return None
    orang = baris.isi["orang"]
    return ("faskes", baris.isi["unit"].pk) if orang is None else ("orang", orang)


def _catatan(unit: dict[int, list[BarisImpor]], acuan: Acuan) -> list[str]:
    terbaru = max((f.per for pk, f in acuan.faskes.items() if pk in unit), default=None)
    if terbaru is None or terbaru <= acuan.per:
        return []
    return [
        f"Register sudah memuat keadaan faskes per {terbaru:%d-%m-%Y}, lebih baru daripada berkas "
        f"ini ({acuan.per:%d-%m-%Y}); isi yang berbeda akan diganti."
    ]


def _banding_faskes(
    hasil: Hasil, muatan: Muatan, rows: Sequence[BarisImpor], acuan: Acuan, fakta: Fakta | None
) -> None:
    """One facility; what is new of the house itself is told at its first row."""
    unit: UnitKerja = rows[0].isi["unit"]
    muatan.unit[unit.pk] = unit.nama
    beda = _beda_faskes(acuan.faskes.get(unit.pk), fakta)
    if fakta is not None and beda:
        muatan.faskes[unit.pk] = fakta
    for i, baris in enumerate(rows):
        tambahan = beda if i == 0 else []
        if baris.isi["orang"] is None:
            baru = unit.pk not in acuan.faskes and unit.pk in muatan.faskes
            _laporkan(hasil, baris, [] if baru else tambahan, unit.nama, baru=baru)
        else:
            _banding_orang(hasil, muatan, baris, acuan, tambahan)


def _beda_faskes(ada: Faskes | None, fakta: Fakta | None) -> Beda:
    if fakta is None:
        return []
    lama = (ada.kategori, _ya(ada.rawat_inap)) if ada else ("", "")
    baru = (fakta.kategori, _ya(fakta.rawat_inap))
    return [
        (kolom, dulu, kini)
        for kolom, dulu, kini in zip((KATEGORI, RAWAT_INAP), lama, baru, strict=True)
        if dulu != kini
    ]


def _ya(nilai: bool) -> str:
    return "Y" if nilai else "T"


def _banding_orang(
    hasil: Hasil, muatan: Muatan, baris: BarisImpor, acuan: Acuan, tambahan: Beda
) -> None:
    pk, unit, kata = baris.isi["orang"], baris.isi["unit"], baris.isi["tenaga"]
    ada = acuan.tenaga.get(pk)
    beda = [*tambahan, *_beda_izin(muatan, baris, acuan)]
    if ada is None:
        muatan.baru[pk] = (unit.pk, kata)
    elif (ada.unit_id, ada.tenaga) != (unit.pk, kata):
        muatan.ubah[ada.pk] = (unit.pk, kata)
        muatan.unit.setdefault(ada.unit_id, ada.unit.nama)
        semua = (("UNOR ID", ada.unit.nama, unit.nama), (TENAGA, ada.tenaga, kata))
        beda += [satu for satu in semua if satu[1] != satu[2]]
    else:
        muatan.tetap.append(ada.pk)
    _laporkan(hasil, baris, beda, acuan.orang[pk].nama, baru=ada is None)


def _beda_izin(muatan: Muatan, baris: BarisImpor, acuan: Acuan) -> Beda:
    """Licences the row brings or mends; an empty cell changes nothing."""
    pk = baris.isi["orang"]
    beda: Beda = []
    muatan.nama[pk] = acuan.orang[pk].nama
    for satu in baris.isi["izin"]:
        apa = satu.jenis.upper()
        ada = acuan.izin_bernomor(pk, satu.jenis, satu.nomor)
        if ada is not None and ada.selesai == satu.selesai:
            continue
        kini = ada or acuan.izin_kini(pk, satu.jenis)
        if ada is not None:
            muatan.izin_ubah.append((ada, satu.selesai))
        else:
            beda.append((f"NOMOR {apa}", kini.nomor if kini else "", satu.nomor))
            rumpun = acuan.orang[pk].rumpun
            cocok = rumpun and kenali(rumpun, acuan.kata) == baris.isi["tenaga"]
            muatan.izin_baru.append((pk, satu, baris.isi["tenaga"], rumpun if cocok else ""))
        dulu = _sampai(kini.selesai) if kini else ""
        beda.append((f"{apa} BERLAKU SAMPAI", dulu, _sampai(satu.selesai)))
    return beda


def _sampai(selesai: date | None) -> str:
    akhir = hari_terakhir(selesai)
    return SEUMUR_HIDUP if akhir is None else f"{akhir:%d-%m-%Y}"


def _laporkan(hasil: Hasil, baris: BarisImpor, beda: Beda, nama: str, *, baru: bool) -> None:
    kunci = baris.isi.get("nip") or baris.isi["unit"].kunci
    if baru:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, nama, baris.nomor))
    elif beda:
        hasil.berubah += 1
        for kolom, _, _ in beda:
            hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
        hasil.rincian.append(Perubahan("berubah", kunci, nama, baris.nomor, tuple(beda)))
    else:
        hasil.sama += 1


def _keluarkan(hasil: Hasil, muatan: Muatan, rows: Sequence[BarisImpor], acuan: Acuan) -> None:
    """Staff the file no longer names; a facility it names nobody of keeps all of them."""
    ada = {baris.isi["orang"] for baris in rows} - {None}
    if not ada:
        return
    unit = rows[0].isi["unit"]
    hilang = [t for t in acuan.tenaga.values() if t.unit_id == unit.pk and t.pegawai_id not in ada]
    hilang = [t for t in hilang if t.pk not in muatan.ubah]
    nama = dict(
        Pegawai.objects.filter(pk__in=[t.pegawai_id for t in hilang]).values_list("pk", "nama")
    )
    for satu in hilang:
        muatan.keluar[satu.pk] = satu.pegawai_id
        hasil.keluar += 1
        hasil.rincian.append(Perubahan("keluar", unit.kunci, nama[satu.pegawai_id]))


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Every puskesmas and pustu with the people whose kind of staff is known or likely."""
    return _baris_templat(Jangkauan(semua=True, rentang=()), per=hari_pemangku())


def _isi_templat_untuk(pengguna: Pengguna) -> Iterator[Sequence[Any]]:
    """Of the branch this person brings."""
    jangkauan = Jangkauan.milik(pengguna, Izin.IMPOR_SEKTOR)
    return _baris_templat(jangkauan, per=hari_pemangku())


def _baris_templat(jangkauan: Jangkauan, *, per: date) -> Iterator[Sequence[Any]]:
    kata = kata_tenaga(tetapan_kebutuhan(per=per))
    rumah = UnitKerja.objects.filter(jenis__in=(JenisUnit.PUSKESMAS, JenisUnit.PUSTU)).aktif(per)
    unit = list(jangkauan.saring(rumah, prefix="").select_related("faskes"))
    tercatat = {t.pegawai_id: t for t in TenagaKesehatan.objects.filter(unit__in=unit)}
    orang: dict[int, list[tuple[Pegawai, str]]] = defaultdict(list)
    rows = Pegawai.objects.tercatat().filter(unit__in=unit).select_related("jabatan")
    for satu in rows.order_by("nama", "pk"):
        ada = tercatat.get(satu.pk)
        tenaga = ada.tenaga if ada else _dugaan(satu, kata)
        if tenaga:
            orang[ada.unit_id if ada else satu.unit_id or 0].append((satu, tenaga))
    izin = _izin_terakhir([satu.pk for isi in orang.values() for satu, _ in isi])
    for u in unit:
        f = getattr(u, "faskes", None)
        awal = (u.siasn_id, u.nama, f.kategori if f else None, _ya(f.rawat_inap) if f else None)
        for satu, tenaga in orang[u.pk]:
            yield (
                *awal,
                satu.nip,
                satu.nama,
                tenaga,
                *(sel for jenis in IZIN for sel in izin.get((satu.pk, jenis), (None, None))),
            )
        if not orang[u.pk]:
            yield *awal, None, None, None, None, None, None, None


def _dugaan(satu: Pegawai, kata: Sequence[str]) -> str | None:
    """The kind of staff the post speaks of; a functional post of another kind by its own name."""
    jabatan = satu.jabatan
    if jabatan is None:
        return None
    nama = jabatan.rumpun or jabatan.nama
    lain = nama if jabatan.jenis == JenisJabatan.FUNGSIONAL else None
    return kenali(nama, kata) or lain


def _izin_terakhir(pegawai: Sequence[int]) -> dict[tuple[int, str], tuple[str, Any]]:
    """Number and last day of the licence that holds longest, of these people."""
    hasil: dict[tuple[int, str], tuple[date, tuple[str, Any]]] = {}
    for s in RiwayatSertifikat.objects.filter(jenis__in=IZIN, pegawai__in=pegawai):
        urut = s.selesai or date.max
        kunci = (s.pegawai_id, s.jenis)
        if kunci not in hasil or urut >= hasil[kunci][0]:
            hasil[kunci] = (urut, (s.nomor, hari_terakhir(s.selesai) or SEUMUR_HIDUP))
    return {kunci: isi for kunci, (_, isi) in hasil.items()}


IMPOR_SDMK = JenisImpor(
    kode="sdmk",
    label="Tenaga kesehatan (SISDMK)",
    keterangan="Puskesmas dan pustu, jenis tenaga setiap pegawainya, serta masa berlaku STR dan "
    "SIP.",
    izin=Izin.IMPOR_SEKTOR,
    kolom=SDMK,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    isi_templat_untuk=_isi_templat_untuk,
    petunjuk=(
        ("Satu baris", "Satu tenaga kesehatan di satu faskes. Baris tanpa NIP menerangkan "
         "faskesnya saja: KATEGORI dan RAWAT INAP."),
        (KATEGORI, "perkotaan, perdesaan, atau terpencil; cukup sekali untuk setiap faskes."),
        (RAWAT_INAP, "Y atau T."),
        (TENAGA, "Menurut tabel ketenagaan minimal: dokter, dokter gigi, perawat, bidan, "
         "kesehatan masyarakat, kesehatan lingkungan, ATLM, gizi, kefarmasian, administrasi, "
         "pekarya. Jenis lain disimpan seperti tertulis."),
        ("STR dan SIP", "Hari terakhir berlakunya, atau tulis: seumur hidup. Sel kosong tidak "
         "mengubah yang sudah tercatat."),
        ("Baris lain", "Berkas memuat seluruh tenaga setiap faskes yang disebutnya: yang tidak ada "
         "lagi di berkas tidak lagi tercatat sebagai tenaga faskes itu."),
    ),
    urutan=76,
)  # fmt: skip
