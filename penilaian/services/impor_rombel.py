"""Kind ``rombel``: classes and lessons of schools as Dapodik knows them, one lesson a row.

A file is the whole list of every school it names, for one semester: applying replaces that list.
What a refused row would have said is not yet known, so such a school loses nothing until its list
can be read whole; neither does one that a workbook of refused rows brings rows back for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jejak.catat import Objek
from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    Ubahan,
    baca,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from pegawai import tindakan as tindakan_pegawai
from pegawai.models import Pegawai, RiwayatSertifikat
from penilaian.columns.rombel import (
    BOLEH_KOSONG,
    GURU,
    JTM,
    MURID,
    NOMOR,
    NON_ASN,
    PETUNJUK,
    ROMBEL,
    SERTIFIKAT,
    TINGKAT,
    TUGAS,
)
from penilaian.kernel.mapel import baku_mapel
from penilaian.models import Pembelajaran, Rombel, TugasGuru
from penilaian.services.rombel_baris import (
    KELAS,
    TINGKAT_SEKOLAH,
    TUGAS_SAJA,
    Acuan,
    Sekolah,
    kosong,
    kunci_ganda,
    periksa_baris,
    tolak_bertentangan,
)
from penilaian.services.rombel_tulis import IsiSekolah, muat_isi, tegaskan_sekolah, tulis_sekolah
from toolkit.lembar import KOLOM_ALASAN, Tabel
from toolkit.tabular import kunci_kepala

_SUMBER_MAKS = 60
Sertifikat = dict[int, dict[str, RiwayatSertifikat]]


@dataclass
class Muatan:
    """Schools whose list differs, with the new one; schools that stay; certificates."""

    tulis: dict[Sekolah, tuple[IsiSekolah, IsiSekolah]] = field(default_factory=dict)
    sama: list[Sekolah] = field(default_factory=list)
    sertifikat: Rencana[RiwayatSertifikat] = field(default_factory=Rencana)


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read the rows, find schools and teachers, compare with the lists kept of those schools."""
    acuan = Acuan.muat(konteks)
    semua = [b for b in baca(tabel, konteks, boleh_kosong=BOLEH_KOSONG) if not kosong(b)]
    for baris in semua:
        periksa_baris(baris, acuan)
    tolak_bertentangan(semua)
    tolak_ganda(
        semua, kunci_ganda, kolom=GURU, kode="pembelajaran_ganda",
        apa="Rombel, mata pelajaran, dan guru",
    )  # fmt: skip
    hasil = Hasil()
    hitung(hasil, semua)
    per_sekolah: dict[Sekolah, list[BarisImpor]] = defaultdict(list)
    for baris in semua:
        if baris.isi.get("sekolah") is not None:
            per_sekolah[baris.isi["sekolah"]].append(baris)
    hasil.muatan = _bandingkan(hasil, per_sekolah, acuan, tabel, konteks)
    return hasil


def _bandingkan(
    hasil: Hasil,
    per_sekolah: dict[Sekolah, list[BarisImpor]],
    acuan: Acuan,
    tabel: Tabel,
    konteks: Konteks,
) -> Muatan:
    muatan = Muatan()
    lama = muat_isi(per_sekolah)
    banding = _Banding(hasil, muatan, kolom_ada(tabel), konteks, _sertifikat(per_sekolah))
    tambahan = kunci_kepala(KOLOM_ALASAN) in {kunci_kepala(h) for h in tabel.kepala}
    nama = {u.pk: u.nama for u in acuan.unit.values()}
    for sekolah, rows in per_sekolah.items():
        terima = [baris for baris in rows if not baris.ditolak]
        if terima:
            sebagian = tambahan or len(terima) < len(rows)
            banding.sekolah(sekolah, nama[sekolah.unit], terima, lama[sekolah], sebagian=sebagian)
    if hasil.keluar:
        hasil.catatan.append(
            f"{hasil.keluar} pembelajaran, rombel, atau tugas tambahan tidak ada lagi di berkas "
            "dan dikeluarkan dari sekolahnya pada semester itu."
        )
    return muatan


@dataclass
class _Banding:
    """Compares school by school, and remembers what to write."""

    hasil: Hasil
    muatan: Muatan
    kolom: set[str]
    konteks: Konteks
    tersimpan: Sertifikat

    def sekolah(
        self, sekolah: Sekolah, nama: str, rows: Sequence[BarisImpor], lama: IsiSekolah,
        *, sebagian: bool,
    ) -> None:  # fmt: skip
        """One school: what its rows change, what is gone, and the list it will have."""
        baru = IsiSekolah()
        for baris in rows:
            self._baris(baris, nama, lama, baru)
        if "tugas" not in self.kolom:
            baru.tugas = dict(lama.tugas)
        kini = lama.dilengkapi(baru) if sebagian else baru
        for satu in lama.keluar(kini):
            self.hasil.keluar += 1
            self.hasil.rincian.append(Perubahan("keluar", sekolah.semester, f"{satu} · {nama}"))
        if kini == lama:
            self.muatan.sama.append(sekolah)
        else:
            self.muatan.tulis[sekolah] = (lama, kini)

    def _baris(self, baris: BarisImpor, nama: str, lama: IsiSekolah, baru: IsiSekolah) -> None:
        isi, beda = baris.isi, []
        macam, guru = isi["macam"], isi["guru"]
        if macam == TUGAS_SAJA:
            ada, apa = guru in lama.tugas, "Tugas tambahan"
        elif macam == KELAS:
            ada, apa = isi["rombel"] in lama.rombel, f"Rombel {isi['rombel']}"
        else:
            kunci = (isi["rombel"], isi["mapel"], guru)
            ada, apa = kunci in lama.pelajaran, f"{isi['mapel']} · {isi['rombel']}"
            dulu = lama.pelajaran.get(kunci)
            non_asn = bool(isi.get("non_asn") if "non_asn" in self.kolom else dulu and dulu[1])
            baru.pelajaran[kunci] = (isi["jtm"], non_asn)
            if dulu is not None:
                beda += [(JTM, dulu[0], isi["jtm"]), (NON_ASN, dulu[1], non_asn)]
        if macam != TUGAS_SAJA:
            baru.rombel[isi["rombel"]] = (isi["tingkat"], isi["murid"])
            tingkat, murid = lama.rombel.get(isi["rombel"], (isi["tingkat"], isi["murid"]))
            beda += [(TINGKAT, tingkat, isi["tingkat"]), (MURID, murid, isi["murid"])]
        if isi.get("tugas"):
            baru.tugas[guru] = isi["tugas"]
            beda.append((TUGAS, lama.tugas.get(guru), isi["tugas"]))
        beda += self._sertifikat(baris)
        self._catat(baris, f"{apa} · {nama}", ada=ada, beda=beda)

    def _sertifikat(self, baris: BarisImpor) -> list[tuple[str, Any, Any]]:
        """The certificate the row names: a new one, or another number of one that is kept."""
        guru, mapel, nomor = (baris.isi.get(k) for k in ("guru", "sertifikat", "nomor"))
        if guru is None or mapel is None:
            return []
        milik = self.tersimpan.setdefault(guru, {})
        ada = milik.get(mapel)
        rencana = self.muatan.sertifikat
        if ada is None:
            milik[mapel] = RiwayatSertifikat(
                pegawai_id=guru, jenis=RiwayatSertifikat.Jenis.PENDIDIK, nama=mapel,
                nomor=nomor or "", sumber=self.konteks.sumber[:_SUMBER_MAKS],
            )  # fmt: skip
            rencana.baru.append(milik[mapel])
            return [(SERTIFIKAT, None, mapel)]
        if not nomor or nomor == ada.nomor:
            return []
        dulu = ada.nomor
        if ada.pk is not None and not any(u.objek is ada for u in rencana.berubah):
            rencana.berubah.append(Ubahan(ada, {"nomor": nomor}))
            return [(NOMOR, dulu, nomor)]
        return []

    def _catat(
        self, baris: BarisImpor, nama: str, *, ada: bool, beda: list[tuple[str, Any, Any]]
    ) -> None:
        unor = str(baris.isi["unor_id"])
        if not ada:
            self.hasil.baru += 1
            self.hasil.rincian.append(Perubahan("baru", unor, nama[:255], baris.nomor))
            return
        nyata = [(kolom, dulu, kini) for kolom, dulu, kini in beda if dulu != kini]
        if not nyata:
            self.hasil.sama += 1
            return
        self.hasil.berubah += 1
        for kolom in dict.fromkeys(kolom for kolom, _, _ in nyata):
            self.hasil.perubahan[kolom] = self.hasil.perubahan.get(kolom, 0) + 1
        rincian = tuple((kolom, _polos(dulu), _polos(kini)) for kolom, dulu, kini in nyata)
        self.hasil.rincian.append(Perubahan("berubah", unor, nama[:255], baris.nomor, rincian))


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Replace the lists that differ, confirm the others, write down new certificates."""
    muatan: Muatan = hasil.muatan
    tulis_sekolah(muatan.tulis, konteks)
    tegaskan_sekolah(muatan.sama, konteks)
    nama = dict(
        Pegawai.objects.filter(
            pk__in={s.pegawai_id for s in muatan.sertifikat.baru}
            | {u.objek.pegawai_id for u in muatan.sertifikat.berubah}
        ).values_list("pk", "nama")
    )
    simpan(
        muatan.sertifikat,
        RiwayatSertifikat,
        oleh=konteks.oleh,
        dicatat=tindakan_pegawai.RIWAYAT_DICATAT,
        diubah=tindakan_pegawai.RIWAYAT_DIUBAH,
        objek=lambda s: Objek(
            Pegawai._meta.label_lower, str(s.pegawai_id), nama.get(s.pegawai_id, "")
        ),
        sesudah=lambda s: {"sertifikat": str(s), "nomor": s.nomor},
    )


def _sertifikat(per_sekolah: dict[Sekolah, list[BarisImpor]]) -> Sertifikat:
    """Teachers' certificates that are kept, by person and subject in one spelling."""
    guru = {b.isi["guru"] for rows in per_sekolah.values() for b in rows} - {None}
    hasil: Sertifikat = {}
    rows = RiwayatSertifikat.objects.filter(jenis=RiwayatSertifikat.Jenis.PENDIDIK)
    for satu in rows.order_by("pk"):
        if satu.pegawai_id in guru:
            hasil.setdefault(satu.pegawai_id, {})[baku_mapel(satu.nama)] = satu
    return hasil


def _polos(nilai: Any) -> Any:
    if isinstance(nilai, bool):
        return "Y" if nilai else "T"
    return nilai if nilai is None or isinstance(nilai, int) else str(nilai).replace("_", " ")


def _isi_templat() -> Iterator[Sequence[Any]]:
    yield from _templat(Jangkauan(semua=True, rentang=()))


def _isi_templat_untuk(pengguna: Pengguna) -> Iterator[Sequence[Any]]:
    yield from _templat(Jangkauan.milik(pengguna, Izin.IMPOR_SEKTOR))


def _templat(jangkauan: Jangkauan) -> Iterator[Sequence[Any]]:
    """The last semester of every school within reach; one without any is a line to fill in."""
    rombel = jangkauan.saring(Rombel.objects.terbaru()).select_related("unit")
    kelas: dict[int, list[Rombel]] = defaultdict(list)
    for satu in rombel.order_by("unit__kiri", "tingkat", "nama"):
        kelas[satu.unit_id].append(satu)
    jam: dict[int, list[Pembelajaran]] = defaultdict(list)
    pelajaran = Pembelajaran.objects.filter(rombel__in=rombel.order_by().values("pk"))
    for p in pelajaran.select_related("pegawai").order_by("rombel", "mapel", "pk"):
        jam[p.rombel_id].append(p)
    tugas = {
        (t.unit_id, t.semester, t.pegawai_id): t
        for t in TugasGuru.objects.select_related("pegawai")
    }
    sertifikat = {
        pk: (nama, nomor)
        for pk, nama, nomor in RiwayatSertifikat.objects.filter(jenis="pendidik")
        .order_by("pk")
        .values_list("pegawai", "nama", "nomor")
    }
    sekolah = jangkauan.saring(UnitKerja.objects.filter(ditutup=None), prefix="")
    for unit in sekolah.filter(jenis__in=sorted(TINGKAT_SEKOLAH)).order_by("kiri"):
        yield from _baris_templat(unit, kelas[unit.pk], jam, tugas, sertifikat)


def _baris_templat(
    unit: UnitKerja, kelas: Sequence[Rombel], jam: Any, tugas: Any, sertifikat: Any
) -> Iterator[Sequence[Any]]:
    if not kelas:
        yield unit.siasn_id, unit.nama, *[None] * 11
        return
    semester, terpakai = kelas[0].semester, set()
    for r in kelas:
        awal = (unit.siasn_id, unit.nama, r.semester, r.nama, r.tingkat, r.murid)
        if not jam[r.pk]:
            yield *awal, *[None] * 7
        for p in jam[r.pk]:
            duty = tugas.get((unit.pk, semester, p.pegawai_id))
            terpakai.add(p.pegawai_id)
            yield (
                *awal, p.mapel, p.jtm, p.pegawai.nip if p.pegawai else None,
                "Y" if p.non_asn else "T", *sertifikat.get(p.pegawai_id, (None, None)),
                duty.get_tugas_display() if duty else None,
            )  # fmt: skip
    for (di, kapan, guru), duty in tugas.items():
        if (di, kapan) == (unit.pk, semester) and guru not in terpakai:
            nip = duty.pegawai.nip
            isi = sertifikat.get(guru, (None, None))
            yield (unit.siasn_id, unit.nama, semester, *[None] * 5, nip, None, *isi,
                   duty.get_tugas_display())  # fmt: skip


IMPOR_ROMBEL = JenisImpor(
    kode="rombel",
    label="Rombel dan pembelajaran sekolah",
    keterangan=(
        "Data sekolah seperti Dapodik: rombel, murid, mata pelajaran, jam tatap muka, guru "
        "dengan sertifikat dan tugas tambahannya."
    ),
    izin=Izin.IMPOR_SEKTOR,
    kolom=ROMBEL,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    isi_templat_untuk=_isi_templat_untuk,
    petunjuk=PETUNJUK,
    urutan=80,
)
