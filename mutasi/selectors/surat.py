"""The papers beside the decree: which a file can have now, and what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mutasi.alur import AKHIR, BER_SK, StatusUsulan
from mutasi.kernel.naskah.bahan import Naskah, Orang, Penanda, Rujukan
from mutasi.kernel.naskah.berita_acara import BeritaAcaraSumpah, Disumpah, Pendamping
from mutasi.kernel.naskah.kata import panjang
from mutasi.kernel.naskah.surat import (
    BarisUsulan,
    BerkasLampiran,
    NotaDinas,
    Pemberitahuan,
    Pernyataan,
    Perubahan,
    SuratUsulan,
    Undangan,
)
from mutasi.models import (
    BarisKeputusan,
    BerkasMutasi,
    DokumenMasuk,
    JenisDokumenMasuk,
    JenisKeputusan,
    JenisSurat,
    Pelantikan,
    PenyampaianUsulan,
    StatusKeputusan,
    Surat,
    UsulanMutasi,
)
from mutasi.selectors.keputusan_isi import (
    baris_lampiran,
    daerah,
    kasus_lengkap,
    pemerintah,
    rujukan,
)
from mutasi.selectors.lambang import kop
from organisasi.models import Pengguna

J = JenisSurat
PER_ORANG = (J.SPP, J.SPMJ, J.SPMT, J.PEMBERITAHUAN)
PELANTIKAN = (J.UNDANGAN, J.BA_SUMPAH)
DISUSUN = (J.USULAN, J.NOTA_DINAS, *PELANTIKAN, *PER_ORANG)  # the minutes of the TPK: at its close
# Kind of letter -> kind of paper, where Word templates know it.
WORD = {
    J.USULAN: "surat_usulan", J.NOTA_DINAS: "nota_dinas", J.UNDANGAN: "undangan",
    J.SPP: "pernyataan", J.SPMJ: "pernyataan", J.SPMT: "pernyataan",
}  # fmt: skip
_DILANTIK = frozenset(BER_SK[1:]) | {StatusUsulan.SELESAI}


@dataclass(frozen=True)
class IsiSurat:
    """What a person writes into a letter; the rest comes from the file.

    ``isi``, ``penutup`` and ``kepada`` have one entry per line.
    """

    nomor: str
    tanggal: date
    penanda: Penanda
    kepada: tuple[str, ...] = ()
    di: str = ""
    sifat: str = "Biasa"
    hal: str = ""
    isi: tuple[str, ...] = ()
    penutup: tuple[str, ...] = ()
    dari: str = ""
    pukul: str = ""
    narahubung: str = ""
    tunjangan: str = ""


@dataclass(frozen=True)
class Pilihan:
    """A letter a file could have: about whom or what, and why not yet."""

    jenis: JenisSurat
    alasan: str
    usulan: tuple[UsulanMutasi, ...] = ()
    pelantikan: tuple[Pelantikan, ...] = ()


def surat_terlihat(pengguna: Pengguna, *, per: date) -> QuerySet[Surat]:
    """Letters of files and cases one may see, newest first."""
    berkas = BerkasMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    rows = Surat.objects.filter(Q(usulan__isnull=True) | Q(usulan__in=tampak), berkas__in=berkas)
    return rows.select_related("berkas", "usulan__pegawai", "dibuat_oleh").defer("isi")


def pilihan(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> tuple[Pilihan, ...]:
    """What can be made for a file today."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(berkas=berkas)
    tampak = list(rows.select_related("pegawai").order_by("urutan"))
    lantik = tuple(
        Pelantikan.objects.filter(keputusan__berkas=berkas, dibatalkan_pada__isnull=True)
        .select_related("keputusan").order_by("-tanggal")
    )  # fmt: skip
    jalan = tuple(u for u in tampak if u.status not in AKHIR)
    diberi = set(
        PenyampaianUsulan.objects.filter(usulan__berkas=berkas).values_list("usulan", flat=True)
    )
    ber_sk = tuple(u for u in tampak if u.status in (*BER_SK, StatusUsulan.SELESAI))
    dilantik = tuple(u for u in ber_sk if u.status in _DILANTIK and "lantik" in u.gerbang)
    kabar = tuple(u for u in tampak if u.pk in diberi)
    tanpa = "Belum ada usulan yang berjalan." if not jalan else ""
    lantikan = "" if lantik else "Pelantikan belum dijadwalkan."
    return (
        Pilihan(J.USULAN, tanpa), Pilihan(J.NOTA_DINAS, tanpa),
        Pilihan(J.UNDANGAN, lantikan, pelantikan=lantik),
        Pilihan(J.BA_SUMPAH, lantikan, pelantikan=lantik),
        Pilihan(J.SPP, "" if dilantik else "Belum ada yang dilantik.", dilantik),
        Pilihan(J.SPMJ, "" if ber_sk else "SK belum ditetapkan.", ber_sk),
        Pilihan(J.SPMT, "" if ber_sk else "SK belum ditetapkan.", ber_sk),
        Pilihan(J.PEMBERITAHUAN, "" if kabar else "Belum ada pegawai yang diberitahu.", kabar),
    )  # fmt: skip


def susun_surat(
    jenis: JenisSurat, berkas: BerkasMutasi, isi: IsiSurat, *, usulan: UsulanMutasi | None = None,
    pelantikan: Pelantikan | None = None,
) -> Naskah:  # fmt: skip
    """The paper; KeyError for a kind that is not written here."""
    if usulan is not None:
        usulan = kasus_lengkap([usulan.pk])[0]
    return _SUSUN[jenis](jenis, berkas, isi, usulan, pelantikan)


def _dasar(isi: IsiSurat) -> dict[str, Any]:
    return {
        "instansi": pemerintah(), "kop": kop("daerah", pemerintah().upper()),
        "penanda": isi.penanda, "nomor": isi.nomor, "tanggal": isi.tanggal, "tempat": daerah(),
    }  # fmt: skip


def _surat(isi: IsiSurat, bawaan: Iterable[str], hal: str) -> dict[str, Any]:
    return {
        **_dasar(isi), "kepada": isi.kepada, "di": isi.di, "sifat": isi.sifat,
        "hal": isi.hal or hal, "isi": isi.isi or tuple(bawaan), "penutup": isi.penutup,
    }  # fmt: skip


def berjalan(berkas: BerkasMutasi) -> list[UsulanMutasi]:
    """The cases of a file that have not ended, with all that a paper says of them."""
    return kasus_lengkap(berkas.usulan.exclude(status__in=AKHIR).values_list("pk", flat=True))


def _usulan(_: Any, berkas: BerkasMutasi, isi: IsiSurat, *__: Any) -> Naskah:
    semua = berjalan(berkas)
    bawaan = (
        f"Bersama ini kami sampaikan usul mutasi {len(semua)} orang pegawai di lingkungan "
        f"{pemerintah()} sebagaimana daftar nominatif terlampir untuk memperoleh pertimbangan "
        "teknis.",
    )
    return SuratUsulan(
        **_surat(isi, bawaan, "Usul pertimbangan teknis mutasi pegawai"),
        banyak_lampiran="1 (satu) berkas", daftar=daftar_nominatif(semua),
        berkas=tuple(_lampiran(semua)), narahubung=isi.narahubung,
    )  # fmt: skip


def daftar_nominatif(semua: Sequence[UsulanMutasi]) -> tuple[BarisUsulan, ...]:
    """One row per person, as a proposal lists them."""
    hasil = []
    for n, u in enumerate(semua, 1):
        b = baris_lampiran(n, u, tmt=u.tmt)
        pangkat = ", ".join(filter(None, (b.pangkat, b.golongan)))
        lama = ", ".join(filter(None, (b.lama.jabatan, b.lama.unit))) if b.lama else "-"
        baru = ", ".join(filter(None, (b.baru.jabatan, b.baru.unit)))
        hasil.append(BarisUsulan(n, b.nama, b.nip, pangkat, lama, baru, u.alasan[:480]))
    return tuple(hasil)


def _lampiran(semua: Sequence[UsulanMutasi]) -> Iterable[BerkasLampiran]:
    """D01-D11: for how many of the people each lies with the proposal."""
    rows = DokumenMasuk.objects.filter(
        usulan__in=[u.pk for u in semua], diganti_pada__isnull=True, ditolak=False
    )
    ada: dict[str, set[Any]] = {}
    for jenis, pk in rows.values_list("jenis", "usulan"):
        ada.setdefault(jenis, set()).add(pk)
    for satu in JenisDokumenMasuk:
        if satu.value.startswith("D"):
            banyak = len(ada.get(satu.value, ()))
            yield BerkasLampiran(satu.value, satu.label, f"{banyak} dari {len(semua)} orang")


def _nota(_: Any, berkas: BerkasMutasi, isi: IsiSurat, *__: Any) -> Naskah:
    banyak = berkas.usulan.exclude(status__in=AKHIR).count()
    bawaan = (
        f"Bersama ini disampaikan berkas mutasi nomor {berkas.nomor} yang memuat {banyak} usulan "
        "untuk mendapat arahan lebih lanjut.",
    )
    return NotaDinas(
        **_surat(isi, bawaan, f"Berkas mutasi {berkas.nomor}"), dari=isi.dari or isi.penanda.jabatan
    )


def _peserta(pelantikan: Pelantikan) -> list[UsulanMutasi]:
    return kasus_lengkap(pelantikan.peserta.values_list("usulan", flat=True))


def _orang(u: UsulanMutasi, jabatan: str = "", unit: str = "") -> Orang:
    b = baris_lampiran(1, u, tmt=u.tmt)
    pangkat = ", ".join(filter(None, (b.pangkat, b.golongan)))
    return Orang(b.nama, b.nip, pangkat, jabatan or b.baru.jabatan, unit or b.baru.unit)


def _undangan(_: Any, __: Any, isi: IsiSurat, ___: Any, p: Pelantikan) -> Naskah:
    bawaan = (
        "Mengharap dengan hormat kehadiran Saudara pada pelantikan dan pengambilan sumpah/janji "
        "jabatan yang akan diselenggarakan pada:",
    )
    return Undangan(
        **_surat(isi, bawaan, "Undangan pelantikan"), hari=p.tanggal, pukul=isi.pukul or "09.00",
        ruang=p.tempat, acara="Pelantikan dan pengambilan sumpah/janji jabatan",
        diundang=tuple(_orang(u) for u in _peserta(p)),
    )  # fmt: skip


def _sumpah(_: Any, __: Any, isi: IsiSurat, ___: Any, p: Pelantikan) -> Naskah:
    hadir = p.peserta.exclude(hadir=False).values_list("usulan", flat=True)
    semua = kasus_lengkap(hadir)
    saksi = [Pendamping(nama, "Saksi") for nama in (p.saksi_satu, p.saksi_dua) if nama]
    sk = rujukan(p.keputusan)
    return BeritaAcaraSumpah(
        **{**_dasar(isi), "tanggal": p.tanggal}, ruang=p.tempat, pukul=isi.pukul or "09.00",
        dasar=(f"{sk.kalimat}, tanggal {panjang(sk.tanggal)};",),
        disumpah=tuple(
            Disumpah(_orang(u), baris_lampiran(1, u, tmt=u.tmt).baru) for u in semua
        ),
        rohaniwan=(Pendamping(p.rohaniwan, "Rohaniwan"),) if p.rohaniwan else (),
        saksi=tuple(saksi),
    )  # fmt: skip


def sk_usulan(u: UsulanMutasi) -> Rujukan | None:
    """The decree in force of a case, as a paper cites it."""
    baris = (
        BarisKeputusan.objects.filter(
            usulan=u, keputusan__status=StatusKeputusan.DITETAPKAN,
            keputusan__jenis=JenisKeputusan.MUTASI,
        ).select_related("keputusan").order_by("-keputusan__tanggal").first()
    )  # fmt: skip
    return rujukan(baris.keputusan) if baris else None


def _pernyataan(jenis: JenisSurat, _: Any, isi: IsiSurat, u: UsulanMutasi, __: Any) -> Naskah:
    sk = sk_usulan(u)
    if sk is None:
        raise KeyError("sk")
    penyata = Orang(isi.penanda.nama, isi.penanda.nip, isi.penanda.pangkat, isi.penanda.jabatan)
    return Pernyataan(
        **_dasar(isi), macam=jenis.value.upper(), pernyata=penyata,  # type: ignore[arg-type]
        pegawai=_orang(u), keputusan=sk, mulai=mulai_surat(jenis, u), tunjangan=isi.tunjangan,
    )  # fmt: skip


def mulai_surat(jenis: JenisSurat, u: UsulanMutasi) -> date:
    """The day from which a statement letter says its person works in the new post."""
    if jenis == J.SPMT and hasattr(u, "spmt"):
        hari: date = u.spmt.mulai
        return hari
    lantik = u.pelantikan.filter(hadir=True).select_related("pelantikan").first()
    return lantik.pelantikan.tanggal if jenis == J.SPP and lantik else u.tmt


def _pemberitahuan(_: Any, __: Any, isi: IsiSurat, u: UsulanMutasi, ___: Any) -> Naskah:
    kabar = PenyampaianUsulan.objects.filter(usulan=u).order_by("-disampaikan_pada").first()
    if kabar is None:
        raise KeyError("pemberitahuan")
    lembar = json.loads(kabar.isi)
    return Pemberitahuan(
        **_dasar(isi), pegawai=_orang(u, *_kini(u)), narahubung=isi.narahubung,
        pengantar=f"Anda diusulkan pindah ke {lembar['ke']}. Alasannya: {lembar['alasan']}",
        perubahan=tuple(
            Perubahan(p["hal"], p["lama"], p["baru"], p["penjelasan"])
            for p in lembar["perubahan"]
        ),
        hak=isi.isi or HAK, jawab_sampai=u.tenggat,
        minta_jawaban=u.status == StatusUsulan.MENUNGGU_KESEDIAAN,
    )  # fmt: skip


HAK = (
    "Membaca alasan dan dasar perpindahan ini di halaman Anda.",
    "Menyatakan bersedia, netral, atau berkeberatan dengan alasan; diam bukan persetujuan.",
    "Mengajukan keberatan tertulis atas keputusan sesudah ditetapkan (UU 30/2014).",
)


def _kini(u: UsulanMutasi) -> tuple[str, str]:
    lama = baris_lampiran(1, u, tmt=u.tmt).lama
    return (lama.jabatan, lama.unit) if lama else ("", "")


_SUSUN: dict[JenisSurat, Any] = {
    J.USULAN: _usulan, J.NOTA_DINAS: _nota, J.UNDANGAN: _undangan, J.BA_SUMPAH: _sumpah,
    J.SPP: _pernyataan, J.SPMJ: _pernyataan, J.SPMT: _pernyataan, J.PEMBERITAHUAN: _pemberitahuan,
}  # fmt: skip
