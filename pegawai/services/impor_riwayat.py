"""Kind ``riwayat``: past posts and grades, degrees, training, sanctions, certificates.

What is in force now comes from SIASN and from decrees: no row of this file touches it. Sanctions
are read from those alone who may see and record them, and neither the findings of an import nor
the trail say what they were.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from typing import Any

from django.db.models import F, Model, QuerySet

from jejak.catat import Objek, catat_banyak
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.models import UnitKerja
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
from pegawai.columns_riwayat import PETUNJUK_RIWAYAT, RIWAYAT
from pegawai.kernel.sementara import beririsan
from pegawai.models import (
    Golongan,
    Jabatan,
    Pegawai,
    Pendidikan,
    Penugasan,
    RiwayatDisiplin,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatSertifikat,
)
from pegawai.policies import orang as policies
from pegawai.services.impor_orang import orang_dari, orang_menurut_nomor, pada_orang
from pegawai.services.impor_riwayat_macam import HEADER, KUNCI, MACAM, Acuan, Usul
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

HUKUMAN = "hukuman"
_PER_TANYA = 1_000
Rencana_ = dict[type[Model], Rencana[Any]]


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read each row as its kind says, and compare with what is written down."""
    orang, acuan = orang_menurut_nomor(), _acuan(konteks.per)
    boleh_hukuman = policies.impor_disiplin.allows(konteks.oleh, per=konteks.per)
    semua = [*baca(tabel, konteks)]
    usul: dict[int, Usul | None] = {}
    for baris in semua:
        usul[baris.nomor] = _usul(baris, orang, acuan, konteks, boleh_hukuman=boleh_hukuman)
    tolak_ganda(semua, lambda b: _kunci(usul[b.nomor]), kolom="MACAM", kode="riwayat_ganda",
                apa="Riwayat")  # fmt: skip
    lama = _lama([u for u in usul.values() if u is not None])
    _ingatkan_irisan(semua, usul, lama)
    for baris in semua:
        _tutupi_hukuman(baris)
    return _bandingkan(semua, usul, lama, kolom_ada(tabel), konteks)


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write every history with its trace."""
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    rencana: Rencana_ = hasil.muatan
    for model, satu in rencana.items():
        if model is RiwayatDisiplin:
            _simpan_hukuman(satu, nama, konteks)
            continue
        simpan(
            satu,
            model,
            oleh=konteks.oleh,
            dicatat=tindakan.RIWAYAT_DICATAT,
            diubah=tindakan.RIWAYAT_DIUBAH,
            objek=pada_orang(nama),
            sesudah=_isi_jejak,
        )


def _simpan_hukuman(rencana: Rencana[Any], nama: Mapping[int, str], konteks: Konteks) -> None:
    """Sanctions: the trail says that one was written down, not what."""
    objek = pada_orang(nama)
    baru = RiwayatDisiplin.objects.bulk_create(rencana.baru)
    for ubahan in rencana.berubah:
        RiwayatDisiplin.objects.filter(pk=ubahan.objek.pk).update(**ubahan.isi)
    berubah = [ubahan.objek for ubahan in rencana.berubah]
    for satu, baris in ((tindakan.DISIPLIN_DICATAT, baru), (tindakan.RIWAYAT_DIUBAH, berubah)):
        isi: Iterator[tuple[Objek, None, dict[str, Any]]] = (
            (objek(b), None, {"riwayat_disiplin": b.pk}) for b in baris
        )
        catat_banyak(satu, isi, oleh=konteks.oleh, alasan=konteks.nama_berkas)


def _isi_jejak(baris: Any) -> dict[str, Any]:
    return {"riwayat": str(baris), "mulai": baris.mulai, "selesai": baris.selesai}


def _acuan(per: date) -> Acuan:
    terbuka = Penugasan.objects.definitif().terbuka().order_by()
    pangkat = RiwayatPangkat.objects.filter(selesai__isnull=True).order_by()
    return Acuan(
        per=per,
        unit={u.kunci: u for u in UnitKerja.objects.order_by(F("ditutup").asc(nulls_last=True))},
        jabatan={j.kunci: j for j in Jabatan.objects.all()},
        golongan={g.nama.casefold(): g for g in Golongan.objects.all()},
        pendidikan={
            kunci_id(p.siasn_id) or "": p for p in Pendidikan.objects.select_related("tingkat")
        },
        jabatan_kini={
            p: mulai or tmt for p, mulai, tmt in terbuka.values_list("pegawai", "mulai", "tmt")
        },
        pangkat_kini=frozenset(
            (RiwayatPangkat, p, g, mulai)
            for p, g, *hari in pangkat.values_list("pegawai", "golongan", "mulai", "tmt")
            for mulai in hari
        ),
    )


def _usul(
    baris: BarisImpor,
    orang: Mapping[str, int],
    acuan: Acuan,
    konteks: Konteks,
    *,
    boleh_hukuman: bool,
) -> Usul | None:
    pegawai, macam = orang_dari(baris, orang, konteks), baris.isi.get("macam")
    if macam == HUKUMAN and not boleh_hukuman:
        pesan = "Hukuman disiplin dicatat oleh orang yang berhak melihatnya, dari akunnya sendiri."
        baris.tolak("MACAM", "bukan_hak_disiplin", pesan)
    if pegawai is None or macam is None or baris.ditolak:
        return None
    return MACAM[macam].baca(baris, pegawai, acuan)


def _kunci(usul: Usul | None) -> Hashable | None:
    return usul.kunci if usul else None


def _lama(usul: Collection[Usul]) -> dict[Hashable, Any]:
    """What is written down of these people, of these kinds."""
    lama: dict[Hashable, Any] = {}
    for model in dict.fromkeys(u.model for u in usul):
        antre = iter(sorted({u.pegawai for u in usul if u.model is model}))
        while kunci := list(islice(antre, _PER_TANYA)):
            rows = _tercatat(model).filter(pegawai__in=kunci)
            lama |= {KUNCI[model](baris): baris for baris in rows}
    return lama


def _tercatat(model: type[Model]) -> QuerySet[Any]:
    if model is Penugasan:
        rows = Penugasan.objects.definitif().filter(selesai__isnull=False)
        return rows.select_related("unit", "jabatan")
    return model._default_manager.all()


def _ingatkan_irisan(
    semua: Iterable[BarisImpor],
    usul: Mapping[int, Usul | None],
    lama: Mapping[Hashable, Any],
) -> None:
    """Two definitive posts at one time: one of the dates is wrong."""
    masa: dict[int, dict[Hashable, tuple[date, date]]] = {}
    for kunci, ada in lama.items():
        if isinstance(ada, Penugasan) and ada.mulai and ada.selesai:
            masa.setdefault(ada.pegawai_id, {})[kunci] = (ada.mulai, ada.selesai)
    jabatan = [(b, u) for b in semua if (u := usul[b.nomor]) and u.model is Penugasan]
    for baris, satu in jabatan:
        kurun = (baris.isi["mulai"], baris.isi["selesai"])
        masa.setdefault(satu.pegawai, {})[satu.kunci] = kurun
    for baris, satu in jabatan:
        mulai, selesai = baris.isi["mulai"], baris.isi["selesai"]
        lain = [kurun for k, kurun in masa[satu.pegawai].items() if k != satu.kunci]
        if any(beririsan(mulai, selesai, *kurun) for kurun in lain):
            pesan = "Beririsan dengan jabatan definitif lain orang ini. Periksa kedua tanggalnya."
            baris.ingatkan("MULAI", "masa_beririsan", pesan)


def _tutupi_hukuman(baris: BarisImpor) -> None:
    """Findings of an import are kept and shown: of a sanction they quote nothing."""
    if baris.isi.get("macam") == HUKUMAN:
        baris.masalah[:] = [replace(m, nilai=None) for m in baris.masalah]


def _bandingkan(
    semua: Iterable[BarisImpor],
    usul: Mapping[int, Usul | None],
    lama: Mapping[Hashable, Any],
    kolom: set[str],
    konteks: Konteks,
) -> Hasil:
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    hasil = Hasil()
    rencana: Rencana_ = {}
    for baris in hitung(hasil, semua):
        satu = usul[baris.nomor]
        if satu is None:
            raise ValueError("Baris diterima tanpa isi.")
        ada = lama.get(satu.kunci)
        isi = {k: nilai for k, (dari, nilai) in satu.isi.items() if dari in kolom}
        bandingkan(
            hasil,
            rencana.setdefault(satu.model, Rencana()),
            baris,
            lama=ada,
            baru=None if ada else _baru(satu, isi, konteks),
            isi=isi,
            # The cells of a sanction are in no list of changes.
            judul={} if satu.model is RiwayatDisiplin else _judul(satu),
            kunci=baris.isi["nip"],
            nama=f"{_sebutan(satu, baris)} {nama[satu.pegawai]}",
        )
    hasil.muatan = rencana
    return hasil


def _sebutan(usul: Usul, baris: BarisImpor) -> str:
    """The kind in the list of changes; of a sanction not even that."""
    return "riwayat" if usul.model is RiwayatDisiplin else str(baris.isi["macam"])


def _judul(usul: Usul) -> dict[str, str]:
    return {field: HEADER[kolom] for field, (kolom, _) in usul.isi.items()}


def _baru(usul: Usul, isi: Mapping[str, Any], konteks: Konteks) -> Any:
    return usul.model(pegawai_id=usul.pegawai, sumber=konteks.sumber, **usul.tetap, **isi)


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Everything over that is written down, except sanctions: the template is for any hand."""
    return chain(
        _templat_jabatan(), _templat_pangkat(), _templat_pendidikan(), _templat_pelatihan(),
        _templat_sertifikat(),
    )  # fmt: skip


def _lewat(rows: QuerySet[Any]) -> QuerySet[Any]:
    lewat = rows.filter(selesai__isnull=False, mulai__isnull=False, selesai__gt=F("mulai"))
    return lewat.order_by("pegawai__nip", "mulai", "pk")


def _templat_jabatan() -> Iterator[Sequence[Any]]:
    rows = _lewat(Penugasan.objects.definitif()).values_list(
        "pegawai__nip", "jabatan_nama", "jabatan__nama", "jabatan__siasn_id", "unit__siasn_id",
        "unor_id", "mulai", "selesai", "nomor_sk", "unor_nama",
    )  # fmt: skip
    for nip, tertulis, nama, kode, unit, unor, mulai, selesai, nomor, tempat in rows:
        if tertulis or nama:
            yield (nip, "jabatan", "", tertulis or nama, kode, unit or unor, mulai, selesai, nomor,
                   "", "", tempat)  # fmt: skip


def _templat_pangkat() -> Iterator[Sequence[Any]]:
    rows = _lewat(RiwayatPangkat.objects.all())
    kolom = ("pegawai__nip", "golongan__nama", "mulai", "selesai")
    for nip, golongan, mulai, selesai in rows.values_list(*kolom):
        yield nip, "pangkat", "", "", golongan, "", mulai, selesai, "", "", "", ""


def _templat_pendidikan() -> Iterator[Sequence[Any]]:
    rows = RiwayatPendidikan.objects.filter(
        selesai__isnull=False, pendidikan__isnull=False, tahun_lulus__isnull=False
    )
    kolom = ("pegawai__nip", "pendidikan__nama", "pendidikan__siasn_id", "tahun_lulus")
    for nip, nama, kode, tahun in rows.order_by("pegawai__nip", "pk").values_list(*kolom):
        yield nip, "pendidikan", "", nama, kode, "", "", "", "", tahun, "", ""


def _templat_pelatihan() -> Iterator[Sequence[Any]]:
    rows = RiwayatPelatihan.objects.filter(mulai__isnull=False).order_by("pegawai__nip", "pk")
    kolom = ("pegawai__nip", "nama", "mulai", "selesai", "jam", "penyelenggara")
    for nip, nama, mulai, selesai, jam, oleh in rows.values_list(*kolom):
        yield nip, "pelatihan", "", nama, "", "", mulai, selesai, "", "", jam, oleh


def _templat_sertifikat() -> Iterator[Sequence[Any]]:
    rows = RiwayatSertifikat.objects.filter(mulai__isnull=False).order_by("pegawai__nip", "pk")
    kolom = (
        "pegawai__nip", "jenis", "nama", "jenjang", "mulai", "selesai", "nomor", "rumpun",
    )  # fmt: skip
    for nip, jenis, nama, jenjang, mulai, selesai, nomor, rumpun in rows.values_list(*kolom):
        yield (nip, "sertifikat", jenis, nama, jenjang, "", mulai, selesai, nomor, "", "",
               rumpun)  # fmt: skip


IMPOR_RIWAYAT = JenisImpor(
    kode="riwayat",
    label="Riwayat",
    keterangan=(
        "Jabatan dan pangkat yang lalu, pendidikan, pelatihan, hukuman, sertifikat "
        "(templat SERASI)."
    ),
    izin=Izin.PEGAWAI_UBAH,
    kolom=RIWAYAT,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK_RIWAYAT,
    urutan=81,
)
