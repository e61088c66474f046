"""What one row must fulfil: its number, its days, its codes, what its columns say of each other.

Every rule walks over columns and reports at the cell a person should look at; none stops another.
Codes and levels are part of the interface (docs/antarmuka.md, section 3).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pegawai.columns_pegawai import LAHIR, NIK, NIP, NIP_LAMA, TMT
from pegawai.kernel import nik as kernel_nik
from pegawai.kernel import nip as kernel_nip
from pegawai.kernel.cela import Cela
from pegawai.kernel.masa import tambah_bulan
from pegawai.kernel.nip import JenisNomor, Kelamin
from pegawai.models import StatusPegawai
from pegawai.services.impor_pegawai_acuan import Acuan
from pegawai.services.impor_pegawai_baca import Bacaan
from toolkit import nilai
from toolkit.nilai import kunci_id

KELAMIN = {
    "M": Kelamin.LAKI_LAKI,
    "L": Kelamin.LAKI_LAKI,
    "F": Kelamin.PEREMPUAN,
    "P": Kelamin.PEREMPUAN,
}
LULUS_PALING_AWAL = 1940
_KOLOM_CELA = {"nip_vs_tanggal_lahir": LAHIR, "umur_tak_wajar": LAHIR}


def periksa_baris(bacaan: Bacaan, acuan: Acuan, per: date) -> None:
    """All rules over all rows, in the order of the columns they speak of."""
    glued = _ketik_tangan(bacaan)
    _kolom_tertukar(bacaan)
    _status(bacaan, acuan)
    _kelamin(bacaan)
    _nomor(bacaan, acuan, per)
    _nip_lama(bacaan)
    _nik(bacaan)
    _hari(bacaan, acuan, per)
    _kode(bacaan, acuan)
    _angka(bacaan, per)
    _tempat(bacaan, acuan, glued)
    _ganda(bacaan)


def _ketik_tangan(bacaan: Bacaan) -> set[int]:
    """Rows typed into SIASN by hand: words but no ids at all."""
    kunci = [h for h in ("PNS ID", "UNOR ID", "JABATAN ID") if bacaan.ada(h)]
    if "PNS ID" not in kunci or len(kunci) == 1:
        return set()
    baris = zip(*(bacaan.kolom(h) for h in kunci), strict=True)
    hasil = {i for i, ids in enumerate(baris) if not any(ids)}
    for i in sorted(hasil):
        bacaan.lapor(
            i,
            "PNS ID",
            "baris_ketik_tangan",
            "Baris ini tidak memuat id SIASN sama sekali (diketik tangan). Namanya dicatat, tetapi "
            "tidak dihitung di formasi mana pun. Lengkapi datanya di SIASN.",
        )
    return hasil


def _kolom_tertukar(bacaan: Bacaan) -> None:
    """A place where the day of birth belongs, and the day where the place belongs."""
    tempat = bacaan.mentah.get("TEMPAT LAHIR NAMA")
    if tempat is None:
        return
    letak = {nomor: i for i, nomor in enumerate(bacaan.nomor)}
    for p, masalah in enumerate(bacaan.masalah):
        if masalah.kode != "tanggal_tidak_sah" or masalah.kolom != LAHIR:
            continue
        i = letak[masalah.baris]
        if isinstance(masalah.nilai, str) and nilai.tanggal(tempat[i])[0] is not None:
            bacaan.masalah[p] = masalah.__class__(
                masalah.baris,
                LAHIR,
                masalah.nilai,
                "kolom_tertukar",
                "Isi kolom TEMPAT LAHIR NAMA dan TANGGAL LAHIR tertukar. Tukar kembali isinya.",
            )


def _status(bacaan: Bacaan, acuan: Acuan) -> None:
    """One file, one status; a standing nobody knows is a warning."""
    for i, kode in enumerate(bacaan.kolom("KEDUDUKAN HUKUM ID")):
        if kode is None:
            continue
        if kode not in acuan.kedudukan:
            bacaan.lapor(
                i,
                "KEDUDUKAN HUKUM ID",
                "kedudukan_tidak_dikenal",
                f"Kode kedudukan hukum {kode[:20]} tidak dikenal, jadi dianggap kosong. "
                "Periksa kodenya.",
            )
        elif acuan.status_kedudukan.get(kode, bacaan.status) != bacaan.status:
            lain = StatusPegawai(acuan.status_kedudukan[kode]).label
            bacaan.lapor(
                i,
                "KEDUDUKAN HUKUM ID",
                "status_campur",
                f"Baris ini berstatus {lain}, sedangkan berkas ini berisi {bacaan.status.label}. "
                "Impor tiap status dari berkasnya sendiri.",
                "tolak",
            )


def _kelamin(bacaan: Bacaan) -> None:
    for i, kode in enumerate(bacaan.kolom("JENIS KELAMIN")):
        if kode is not None and kode not in KELAMIN:
            bacaan.lapor(
                i,
                "JENIS KELAMIN",
                "kelamin_tidak_dikenal",
                f"Jenis kelamin '{kode[:20]}' tidak dikenal. Isi dengan M (laki-laki) atau "
                "F (perempuan).",
                "tolak",
            )


def _nomor(bacaan: Bacaan, acuan: Acuan, per: date) -> None:
    """The NIP itself, and what the other columns say against it."""
    pns = bacaan.status == StatusPegawai.PNS
    jenis = JenisNomor.NIP if pns else JenisNomor.NI_PPPK
    termuda = acuan.ketentuan["lahir_paling_akhir"]
    kelamin = bacaan.kolom("JENIS KELAMIN")
    tmt = bacaan.kolom("TMT CPNS") if pns else [None] * len(bacaan.nomor)
    lahir = bacaan.kolom(LAHIR)
    for i, isi in enumerate(bacaan.kolom(NIP)):
        nomor = kernel_nip.baca(isi)
        if isinstance(nomor, Cela):
            bacaan.nip.append(None)
            bacaan.lapor(i, NIP, nomor.kode, nomor.pesan, nomor.tingkat)
            if lahir[i] is not None and lahir[i].year > termuda:
                _umur(bacaan, i, lahir[i])
            continue
        bacaan.nip.append(nomor.angka)
        if lahir[i] != nomor.lahir or KELAMIN.get(kelamin[i]) != nomor.kelamin or tmt[i]:
            cela = kernel_nip.silang(
                nomor, lahir=lahir[i], kelamin=KELAMIN.get(kelamin[i]), tmt_cpns=tmt[i]
            )
            for satu in cela:
                kolom = _KOLOM_CELA.get(satu.kode, NIP)
                bacaan.lapor(i, kolom, satu.kode, satu.pesan, satu.tingkat)
        if (lahir[i] or nomor.lahir).year > termuda:
            _umur(bacaan, i, lahir[i] or nomor.lahir)
        if nomor.jenis is not jenis:
            pesan = f"Nomor ini berbentuk {nomor.jenis}, padahal berkas ini berisi "
            pesan += f"{bacaan.status.label}. Periksa nomornya."
            bacaan.lapor(i, NIP, "nip_vs_status", pesan)


def _umur(bacaan: Bacaan, i: int, lahir: date) -> None:
    cela = kernel_nip.umur_tak_wajar(lahir)
    bacaan.lapor(i, LAHIR if bacaan.ada(LAHIR) else NIP, cela.kode, cela.pesan, cela.tingkat)


def _nip_lama(bacaan: Bacaan) -> None:
    for i, isi in enumerate(bacaan.kolom(NIP_LAMA)):
        if isi is not None and len(isi) == 8 and isi.isdigit():
            bacaan.lapor(
                i,
                NIP_LAMA,
                "nip_lama_8_digit",
                "NIP lama hanya 8 digit: nol di depan hilang. Dicatat dengan nol di depan.",
            )


def _nik(bacaan: Bacaan) -> None:
    for i, isi in enumerate(bacaan.kolom(NIK)):
        if isi is not None and not (len(isi) == 16 and isi.isdecimal()):
            for cela in kernel_nik.periksa(isi):
                bacaan.lapor(i, NIK, cela.kode, cela.pesan, cela.tingkat)


def _hari(bacaan: Bacaan, acuan: Acuan, per: date) -> None:
    """Days that cannot be: too far ahead, or in the wrong order."""
    batas = tambah_bulan(per, acuan.ketentuan["tmt_masa_depan_bulan"])
    for header in TMT:
        kolom = bacaan.kolom(header)
        jauh = {v for v in set(kolom) if v is not None and v > batas}
        for i, hari in enumerate(kolom) if jauh else ():
            if hari in jauh:
                bacaan.lapor(
                    i,
                    header,
                    "tmt_masa_depan",
                    f"{header} {hari:%d-%m-%Y} lebih dari setahun setelah tanggal berkas "
                    f"({per:%d-%m-%Y}). Periksa tahunnya.",
                    "tolak",
                )
    for i, (cpns, pns) in enumerate(
        zip(bacaan.kolom("TMT CPNS"), bacaan.kolom("TMT PNS"), strict=True)
    ):
        if cpns is not None and pns is not None and cpns > pns:
            bacaan.lapor(
                i,
                "TMT PNS",
                "tmt_cpns_setelah_pns",
                f"TMT PNS {pns:%d-%m-%Y} lebih awal daripada TMT CPNS {cpns:%d-%m-%Y}. "
                "Perbaiki salah satunya.",
                "tolak",
            )


def _kode(bacaan: Bacaan, acuan: Acuan) -> None:
    """Codes of grade and education."""
    dikenal = {kode for status, kode in acuan.golongan if status == bacaan.status}
    for header in ("GOL AWAL ID", "GOL AKHIR ID"):
        for i, kode in enumerate(bacaan.kolom(header)):
            if kode is not None and kode not in dikenal:
                bacaan.lapor(
                    i,
                    header,
                    "golongan_tidak_dikenal",
                    f"Kode golongan {kode[:20]} tidak ada untuk {bacaan.status.label}. "
                    "Isi dengan kode golongan SIASN (11 sampai 45).",
                    "tolak",
                )
    for i, kode in enumerate(bacaan.kolom("TINGKAT PENDIDIKAN ID")):
        if kode is not None and kode not in acuan.tingkat:
            bacaan.lapor(
                i,
                "TINGKAT PENDIDIKAN ID",
                "tingkat_pendidikan_tidak_dikenal",
                f"Kode tingkat pendidikan {kode[:20]} tidak dikenal, jadi dianggap kosong. "
                "Periksa kodenya.",
            )


def _angka(bacaan: Bacaan, per: date) -> None:
    """Years and months nobody has."""
    wajar = range(LULUS_PALING_AWAL, per.year + 2)
    for i, tahun in enumerate(bacaan.kolom("TAHUN LULUS")):
        if tahun is not None and tahun not in wajar:
            bacaan.lapor(
                i,
                "TAHUN LULUS",
                "tahun_lulus_janggal",
                f"Tahun lulus {tahun} tidak wajar, jadi dianggap kosong. Perbaiki di SIASN.",
            )
    for header, batas in (("MK TAHUN", 60), ("MK BULAN", 11)):
        for i, lama in enumerate(bacaan.kolom(header)):
            if lama is not None and not 0 <= lama <= batas:
                bacaan.lapor(
                    i,
                    header,
                    "masa_kerja_janggal",
                    f"{header} {lama} tidak wajar, jadi dianggap kosong. Perbaiki di SIASN.",
                )


def _tempat(bacaan: Bacaan, acuan: Acuan, glued: set[int]) -> None:
    """Where the person sits: unit, jabatan, agency."""
    gabungan = {p.baris for p in bacaan.masalah if p.kode == "sel_gabung" and p.kolom == "UNOR ID"}
    ada_unor, ada_jabatan = bacaan.ada("UNOR ID"), bacaan.ada("JABATAN ID")
    unor, nama = bacaan.kolom("UNOR ID"), bacaan.kolom("UNOR NAMA")
    jabatan = bacaan.kolom("JABATAN ID")
    asing_unor = _asing(unor, acuan.unit)
    asing_jabatan = _asing(jabatan, acuan.jabatan)
    for i, (u, n, j) in enumerate(zip(unor, nama, jabatan, strict=True)):
        if i in glued:
            continue
        if u is None:
            if ada_unor and bacaan.nomor[i] not in gabungan:
                bacaan.lapor(i, "UNOR ID", "unor_kosong", _UNOR_KOSONG)
        else:
            if u in asing_unor:
                bacaan.lapor(i, "UNOR ID", "unor_tidak_dikenal", _UNOR_ASING)
            if n is None and bacaan.ada("UNOR NAMA"):
                bacaan.lapor(i, "UNOR NAMA", "unor_nama_kosong", _UNOR_TANPA_NAMA)
        if j is None:
            if ada_jabatan:
                bacaan.lapor(i, "JABATAN ID", "jabatan_kosong", _JABATAN_KOSONG)
        elif j in asing_jabatan:
            bacaan.lapor(i, "JABATAN ID", "jabatan_di_luar_referensi", _JABATAN_ASING)
    _instansi(bacaan)


def _instansi(bacaan: Bacaan) -> None:
    induk, kerja = bacaan.kolom("INSTANSI INDUK ID"), bacaan.kolom("INSTANSI KERJA ID")
    for i, (a, b) in enumerate(zip(induk, kerja, strict=True)):
        if a != b and a is not None and b is not None:
            bacaan.lapor(
                i,
                "INSTANSI KERJA ID",
                "instansi_kerja_lain",
                "Bekerja di instansi lain daripada instansi induknya. Tetap dihitung di "
                "formasinya, tetapi tidak sebagai pegawai yang efektif di sini.",
            )


_UNOR_KOSONG = (
    "UNOR ID kosong, jadi pegawai ini tidak dihitung di unit mana pun. Lengkapi di SIASN."
)
_UNOR_ASING = (
    "Unit ini tidak ada di hierarki unor yang berlaku (mungkin sudah ditutup), jadi pegawai ini "
    "tidak dihitung di unit mana pun. Impor hierarki terbaru, atau pindahkan pegawainya di SIASN."
)
_UNOR_TANPA_NAMA = "Nama unor kosong; yang dipakai nama dari hierarki. Lengkapi di SIASN."
_JABATAN_KOSONG = (
    "JABATAN ID kosong, jadi pegawai ini tidak dihitung di formasi mana pun. Lengkapi di SIASN."
)
_JABATAN_ASING = (
    "Jabatan ini tidak ada di referensi jabatan yang diimpor (nomenklatur lama?). Dicatat sebagai "
    "di luar referensi. Perbarui referensinya, atau sesuaikan jabatannya di SIASN."
)


def _asing(kolom: list[Any], dikenal: Any) -> set[Any]:
    return {v for v in set(kolom) if v is not None and kunci_id(v) not in dikenal}


def _ganda(bacaan: Bacaan) -> None:
    """One number twice: the first good row stands, later ones are refused and name it."""
    pertama: dict[str, int] = {}
    for i, nip in enumerate(bacaan.nip):
        if nip is None:
            continue
        if nip in pertama:
            bacaan.lapor(
                i,
                NIP,
                "nip_ganda",
                f"NIP ini sudah ada di baris {bacaan.nomor[pertama[nip]]} dan yang diterima baris "
                "itu. Hapus salah satunya.",
                "tolak",
            )
        elif i not in bacaan.ditolak:
            pertama[nip] = i
