"""Kind ``padanan``: decisions on old and local names, made in a workbook of ours.

Our template carries every name that waits, with its proposals, and every decision in force. A row
without a target decides nothing; what is empty ends nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import UnitKerja
from organisasi.services.baris_impor import BarisImpor, baca, hitung, tolak_ganda
from pegawai.kernel.jenjang import kunci_nama
from pegawai.models import Jabatan, JenisJabatan, MacamPadanan, Padanan
from pegawai.selectors.padanan import jabatan_sasaran
from penilaian.columns.padanan import PADANAN
from penilaian.policies import padanan as policies
from penilaian.selectors.padanan import isi_templat
from penilaian.services.padanan import (
    Dasar,
    Keputusan,
    id_kelompok,
    tetapkan_banyak,
)
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

ABAIKAN = "-"
Nama = tuple[str, str]  # kind, and the key of the name within it


@dataclass
class Acuan:
    """The register as the rows ask for it."""

    jabatan: dict[str, Jabatan]
    sasaran: dict[str, list[Jabatan]]
    unit: dict[str, list[UnitKerja]]
    kelompok: dict[str, str]
    berlaku: dict[Nama, Padanan] = field(default_factory=dict)

    @classmethod
    def muat(cls) -> Acuan:
        """Names by what their spellings share; the JF without jenjang by id and by name."""
        sasaran: dict[str, list[Jabatan]] = {}
        rumpun = set()
        for j in jabatan_sasaran():
            sasaran.setdefault(kunci_nama(j.nama), []).append(j)
            if j.jenis == JenisJabatan.FUNGSIONAL and j.jenjang and j.rumpun:
                rumpun.add(j.rumpun)
        unit: dict[str, list[UnitKerja]] = {}
        for u in UnitKerja.objects.filter(ditutup__isnull=True):
            unit.setdefault(u.kunci, []).append(u)
            unit.setdefault(kunci_nama(u.nama), []).append(u)
        kelompok = {id_kelompok(r): r for r in rumpun}
        kelompok |= {kunci_nama(f"{r} (semua jenjang)"): r for r in rumpun}
        acuan = cls(
            {j.kunci: j for j in Jabatan.objects.select_related("padanan")},
            sasaran,
            unit,
            kelompok,
        )
        for p in Padanan.objects.berlaku().with_names():
            kunci = p.dari.kunci if p.dari is not None else p.kunci
            acuan.berlaku[p.macam, kunci] = p
        return acuan


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find both names of each row, ask the policies, compare with the decisions in force."""
    acuan, hasil = Acuan.muat(), Hasil(muatan=[])
    semua = [*baca(tabel, konteks, boleh_kosong=("dari_nama",))]
    for baris in semua:
        _kenali(baris, acuan)
    tolak_ganda(semua, _nama, kolom="DARI NAMA", kode="nama_ganda", apa="Nama")
    for baris in semua:
        if not baris.ditolak and _diputuskan(baris):
            _sasaran(baris, acuan)
        if not baris.ditolak and _diputuskan(baris):
            _tanya(baris, acuan, konteks)
    for baris in hitung(hasil, semua):
        _banding(hasil, baris, acuan, konteks)
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """All decisions in one go; one that became impossible meanwhile refuses them all."""
    dasar = Dasar(per=konteks.per, oleh=konteks.oleh, alasan=f"Impor {konteks.nama_berkas}"[:255])
    for satu in tetapkan_banyak(hasil.muatan, dasar=dasar):
        if satu.tolak is not None:
            raise satu.tolak


def _nama(baris: BarisImpor) -> Nama | None:
    return baris.isi.get("_nama")


def _diputuskan(baris: BarisImpor) -> bool:
    return bool(baris.isi.get("ke_id") or baris.isi.get("ke_nama"))


def _kenali(baris: BarisImpor, acuan: Acuan) -> None:
    """Which name the row speaks of: a jabatan by its id, a text by its letters."""
    isi = baris.isi
    kunci, teks = kunci_id(isi.get("dari_id")), kunci_nama(isi.get("dari_nama") or "")
    macam = isi.get("macam") or (MacamPadanan.JABATAN.value if kunci else MacamPadanan.NAMA.value)
    isi["macam"] = macam
    if macam != MacamPadanan.JABATAN:
        if teks:
            isi["_nama"] = (macam, teks)
        else:
            baris.tolak("DARI NAMA", "wajib_kosong", "DARI NAMA wajib diisi.")
    elif not kunci:
        baris.tolak("DARI ID", "wajib_kosong", "DARI ID wajib diisi untuk MACAM jabatan.")
    elif kunci not in acuan.jabatan:
        pesan = "Tidak ada jabatan dengan ID ini di register."
        baris.tolak("DARI ID", "jabatan_tidak_dikenal", pesan)
    else:
        isi["_nama"] = (macam, kunci)


def _sasaran(baris: BarisImpor, acuan: Acuan) -> None:
    """What the row matches its name to; an id stands before a name."""
    isi = baris.isi
    teks: str = isi.get("ke_id") or isi.get("ke_nama") or ""
    kolom = "KE ID" if isi.get("ke_id") else "KE NAMA"
    if teks.strip() == ABAIKAN:
        isi["_ke"] = None
        return
    if isi["macam"] == MacamPadanan.UNIT:
        calon: list[Any] = acuan.unit.get(kunci_id(teks) or "") or acuan.unit.get(
            kunci_nama(teks), []
        )
    else:
        calon = _jabatan_bernama(teks, acuan)
    if len(calon) == 1:
        isi["_ke"] = calon[0]
    elif calon:
        pesan = f"Ada {len(calon)} yang bernama begitu; isi KE ID."
        baris.tolak(kolom, "sasaran_ganda", pesan)
    else:
        pesan = "Sasaran ini tidak ada di register. Salin ID-nya dari referensi."
        baris.tolak(kolom, "sasaran_tidak_dikenal", pesan)


def _jabatan_bernama(teks: str, acuan: Acuan) -> list[Any]:
    kunci = kunci_id(teks) or ""
    if kunci in acuan.jabatan and not acuan.jabatan[kunci].kelompok:
        return [acuan.jabatan[kunci]]
    rumpun = acuan.kelompok.get(kunci) or acuan.kelompok.get(kunci_nama(teks))
    return [rumpun] if rumpun else acuan.sasaran.get(kunci_nama(teks), [])


def _tanya(baris: BarisImpor, acuan: Acuan, konteks: Konteks) -> None:
    """The policies of the act itself, before it is done."""
    isi, ke = baris.isi, baris.isi["_ke"]
    umum: dict[str, Any] = {"per": konteks.per, "alasan": isi.get("alasan") or konteks.nama_berkas}
    macam, kunci = isi["_nama"]
    if isinstance(ke, str):
        # The group may not be registered yet; what is asked of it holds for any group.
        ke = Jabatan(nama=f"{ke} (semua jenjang)", jenis=JenisJabatan.FUNGSIONAL, kelompok=True)
    if macam == MacamPadanan.JABATAN:
        dari = acuan.jabatan[kunci]
        tolakan = policies.padankan_jabatan.reasons(dari, ke, konteks.oleh, **umum)
    elif macam == MacamPadanan.UNIT:
        tolakan = policies.padankan_unit.reasons(ke, konteks.oleh, kunci=kunci, **umum)
    else:
        tolakan = policies.padankan_nama.reasons(ke, konteks.oleh, kunci=kunci, **umum)
    for kalimat in tolakan:
        baris.tolak("KE NAMA", "padanan_ditolak", kalimat)


def _banding(hasil: Hasil, baris: BarisImpor, acuan: Acuan, konteks: Konteks) -> None:
    isi = baris.isi
    lama = acuan.berlaku.get(isi["_nama"])
    if not _diputuskan(baris) or (lama is not None and _sama(lama, isi["_ke"])):
        hasil.sama += 1
        return
    macam, kunci = isi["_nama"]
    ke = isi["_ke"]
    dari = acuan.jabatan[kunci] if macam == MacamPadanan.JABATAN else isi["dari_nama"]
    hasil.muatan.append(
        Keputusan(
            MacamPadanan(macam),
            dari if isinstance(dari, str) else dari.pk,
            ke_id=None if ke is None or isinstance(ke, str) else ke.pk,
            rumpun=ke if isinstance(ke, str) else "",
            abaikan=ke is None,
            alasan=isi.get("alasan") or "",
        )
    )
    kini = "tanpa sasaran" if ke is None else _sebut(ke)
    nama = f"{dari} → {kini}"
    if lama is None:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, nama, baris.nomor))
        return
    hasil.berubah += 1
    hasil.perubahan["KE NAMA"] = hasil.perubahan.get("KE NAMA", 0) + 1
    rincian = (("KE NAMA", lama.sasaran, kini),)
    hasil.rincian.append(Perubahan("berubah", kunci, nama, baris.nomor, rincian))


def _sama(lama: Padanan, ke: Any) -> bool:
    if ke is None:
        return lama.abaikan
    if isinstance(ke, str):
        ada = lama.ke_jabatan
        return ada is not None and ada.kelompok and ada.rumpun == ke
    return bool((lama.ke_unit or lama.ke_jabatan) == ke)


def _sebut(ke: Any) -> str:
    return f"{ke} (semua jenjang)" if isinstance(ke, str) else str(ke)


IMPOR_PADANAN = JenisImpor(
    kode="padanan",
    label="Padanan nama",
    keterangan="Keputusan padanan nama jabatan dan unit, dari templat yang sudah berisi usulan.",
    izin=Izin.PADANAN_PUTUSKAN,
    kolom=PADANAN,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=isi_templat,
    urutan=65,
)
