"""The minutes of a session as a paper and as the plain facts its members sign."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from django.utils import timezone

from jejak.kernel.kanonik import kanonik, polos
from mutasi.kernel.jenis import NAMA_JENIS
from mutasi.kernel.keterangan import bunyi_keterangan
from mutasi.kernel.kuorum import kuorum
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.bahan import Penanda, Tempat
from mutasi.kernel.naskah.berita_acara import (
    Anggota,
    BahasanJabatan,
    BeritaAcaraTpk,
    CalonDibahas,
    PendapatLain,
    Penyingkiran,
)
from mutasi.kernel.naskah.kata import panjang
from mutasi.models import AgendaSidang, AlasanUsulan, KehadiranSidang, SidangTPK, Titipan
from mutasi.models.sidang import KedudukanTim, MacamSuara, PutusanSidang, SuaraSidang
from mutasi.selectors.keputusan_isi import pemerintah
from mutasi.selectors.lambang import kop
from mutasi.selectors.sidang_banding import Banding, banding_butir
from mutasi.selectors.sidang_suara import (
    anggota_kernel,
    aturan_sidang,
    kehadiran,
    nama_butir,
    suara_butir,
)
from organisasi.selectors import instansi
from pegawai.models import Pegawai

DASAR = (
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana "
    "telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020",
    "Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai Negeri Sipil",
    "Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi",
)
MAKS_SEL = 500  # letters of one cell of the printed minutes
TANPA_PUTUSAN = "Belum dapat diputuskan sidang ini; usulannya menunggu sidang berikutnya."


def butir_sidang(sidang: SidangTPK) -> list[AgendaSidang]:
    """The agenda in its order, with the names."""
    rows = AgendaSidang.objects.filter(sidang=sidang).select_related(
        "usulan__berkas", "usulan__pegawai__formasi__jabatan", "usulan__pegawai__golongan",
        "usulan__dari__jabatan", "usulan__dari__unit", "usulan__ke__jabatan",
        "usulan__ke__unit__opd", "alternatif__formasi__jabatan", "dicatat_oleh",
    )  # fmt: skip
    return list(rows.order_by("urutan", "pk"))


def isi_berita_acara(sidang: SidangTPK) -> str:
    """Canonical JSON of what is signed: the paper, and per case what the session said of it."""
    return kanonik(polos({"agenda": putusan_kini(sidang), "naskah": beku.kanonik(naskah(sidang))}))


def putusan_kini(sidang: SidangTPK) -> list[dict[str, Any]]:
    """What the database holds of each name now, in a form that can be compared."""
    rows = list(AgendaSidang.objects.filter(sidang=sidang).order_by("urutan", "pk"))
    suara = suara_butir([satu.pk for satu in rows])
    return [
        {
            "usulan": str(satu.usulan_id), "versi": satu.versi, "putusan": satu.putusan,
            "alasan": satu.alasan, "keterangan": satu.keterangan, "syarat": satu.syarat,
            "alternatif": satu.alternatif_id, "alasan_alternatif": satu.alasan_alternatif,
            "suara": [
                [s.anggota.pengguna_id, s.suara, s.catatan]
                for _, s in sorted(suara[satu.pk].items())
            ],
        }
        for satu in rows
    ]  # fmt: skip


def naskah(sidang: SidangTPK) -> BeritaAcaraTpk:
    """The paper without number and head of the trail, which it gets when the session is closed."""
    kursi, butir = kehadiran(sidang), butir_sidang(sidang)
    aturan = aturan_sidang(sidang)
    orang = _pegawai_anggota(kursi)
    ketua = next((k for k in kursi if k.anggota.kedudukan == KedudukanTim.KETUA), kursi[0])
    sah = kuorum([anggota_kernel(k.anggota, k.hadir) for k in kursi], aturan.pecahan)
    suara = suara_butir([b.pk for b in butir])
    nama = str(instansi() or "")
    selesai = sidang.disusun_pada or timezone.now()
    return BeritaAcaraTpk(
        instansi=nama, kop=kop("daerah", pemerintah().upper(), NAMA_TIM.upper()),
        penanda=_penanda(ketua, orang), tanggal=sidang.tanggal, tempat=sidang.tempat,
        ruang=f"{sidang.tempat} ({sidang.cara})", mulai=_pukul(sidang.dibuka_pada),
        selesai=_pukul(selesai), dasar=DASAR,
        sk_tpk=f"Nomor {sidang.tim.nomor_sk} tanggal {panjang(sidang.tim.tanggal_sk)}",
        anggota=tuple(_anggota(k) for k in kursi),
        kuorum=f"{sah.kalimat} {aturan.kalimat}",
        penyingkiran=tuple(_menyingkir(butir, suara)),
        agenda=tuple(_agenda(butir)),
        jabatan=tuple(_bahasan(butir, kursi, suara, aturan, per=sidang.tanggal)),
        permintaan_luar=tuple(_titipan(butir)),
    )  # fmt: skip


NAMA_TIM = "Tim Penilai Kinerja Pegawai Negeri Sipil"


def _pukul(saat: Any) -> str:
    return f"{timezone.localtime(saat):%H.%M}" if saat else "-"


def _pegawai_anggota(kursi: list[KehadiranSidang]) -> dict[int, Pegawai]:
    rows = Pegawai.objects.filter(pengguna__in=[k.anggota.pengguna_id for k in kursi])
    rows = rows.select_related("golongan").defer("siasn", "nik_sandi")
    return {o.pengguna_id: o for o in rows if o.pengguna_id is not None}


def _penanda(ketua: KehadiranSidang, orang: dict[int, Pegawai]) -> Penanda:
    satu = orang.get(ketua.anggota.pengguna_id)
    jabatan = f"Ketua {ketua.anggota.tim.get_macam_display()}"
    if satu is None:
        return Penanda(jabatan, ketua.anggota.pengguna.nama)
    pangkat = satu.golongan.pangkat if satu.golongan else ""
    return Penanda(jabatan, satu.nama_lengkap, nip=satu.nip, pangkat=pangkat)


def _anggota(k: KehadiranSidang) -> Anggota:
    tanpa = "" if k.anggota.bersuara else "tanpa suara"
    keterangan = "; ".join(filter(None, (tanpa, k.keterangan)))
    return Anggota(
        k.anggota.pengguna.nama, k.anggota.jabatan, k.anggota.get_kedudukan_display(), k.hadir,
        keterangan,
    )  # fmt: skip


def _menyingkir(
    butir: list[AgendaSidang], suara: dict[int, dict[int, SuaraSidang]]
) -> list[Penyingkiran]:
    return [
        Penyingkiran(s.anggota.pengguna.nama, f"butir {b.urutan}", s.catatan[:MAKS_SEL])
        for b in butir
        for s in suara[b.pk].values()
        if s.suara == MacamSuara.MUNDUR
    ]


def _agenda(butir: list[AgendaSidang]) -> list[str]:
    """What was to be discussed, counted by file and kind."""
    hitung = Counter((b.usulan.berkas.nomor, NAMA_JENIS[b.usulan.jenis]) for b in butir)
    return [f"{jenis}, berkas {nomor}: {n} nama" for (nomor, jenis), n in hitung.items()]


def _titipan(butir: list[AgendaSidang]) -> list[str]:
    """Requests from outside about these people: counted, without what was asked."""
    nomor = {b.usulan.pegawai_id: b.urutan for b in butir}
    rows = Titipan.objects.filter(pegawai__in=nomor).order_by()
    hitung = Counter(nomor[pegawai] for pegawai in rows.values_list("pegawai", flat=True))
    return [f"Butir {n}: {kali} permintaan tercatat." for n, kali in sorted(hitung.items())]


def _bahasan(
    butir: list[AgendaSidang], kursi: list[KehadiranSidang],
    suara: dict[int, dict[int, SuaraSidang]], aturan: Any, *, per: date,
) -> list[BahasanJabatan]:  # fmt: skip
    banding = banding_butir(butir, per=per)
    peringatan = _peringatan(butir)
    hasil = []
    for b in butir:
        nama = nama_butir(kursi, suara[b.pk], aturan)
        calon = banding[b.pk]
        kriteria = calon[0].kriteria if calon and calon[0].akun is not None else ()
        alternatif = b.alternatif.nip if b.alternatif else ""
        maju = b.putusan == PutusanSidang.REKOMENDASI
        hasil.append(BahasanJabatan(
            tempat=_tempat(b), lowong=_lowong(calon), syarat=_syarat(calon),
            kriteria=tuple(k.bunyi[:MAKS_SEL] for k in kriteria),
            calon=tuple(_calon(b, calon)), utama=b.usulan.pegawai.nip if maju else "",
            cadangan=alternatif, alasan=b.alasan or TANPA_PUTUSAN,
            ketentuan=tuple(filter(None, (b.syarat, _pengganti(b)))),
            peringatan=tuple(peringatan[b.usulan_id]),
            pendapat_lain=tuple(
                PendapatLain(s.anggota.pengguna.nama, s.catatan[:MAKS_SEL])
                for s in suara[b.pk].values() if s.suara == MacamSuara.TIDAK
            ),
            putusan=bunyi_keterangan(b.keterangan) if b.putusan else "", suara=nama.kalimat,
        ))  # fmt: skip
    return hasil


def _pengganti(b: AgendaSidang) -> str:
    return f"Pilihan pengganti: {b.alasan_alternatif}" if b.alasan_alternatif else ""


def _tempat(b: AgendaSidang) -> Tempat:
    post = b.usulan.ke
    if post is None:
        return Tempat(b.usulan.tujuan_luar, "di luar instansi")
    kelas = str(post.jabatan.kelas) if post.jabatan.kelas else ""
    return Tempat(post.jabatan.nama, post.unit.nama, b.usulan.get_jenjang_display(), kelas)


def _lowong(calon: list[Banding]) -> str:
    if not calon:
        return "tidak dihitung sebagai formasi"
    s = calon[0].perkara.sasaran
    butuh = "belum ditetapkan" if s.butuh is None else str(s.butuh)
    return f"kebutuhan {butuh}, terisi {'belum tercatat' if s.isi is None else s.isi}"


def _syarat(calon: list[Banding]) -> tuple[str, ...]:
    if not calon:
        return ()
    s = calon[0].perkara.sasaran
    hasil = []
    if s.pangkat_terendah:
        hasil.append(f"Pangkat paling rendah {s.pangkat_terendah}")
    if s.bidang_pendidikan:
        hasil.append(f"Pendidikan: {s.bidang_pendidikan}"[:MAKS_SEL])
    if s.pengisian:
        hasil.append(f"Pengisian: {s.pengisian}")
    return tuple(hasil)


def _calon(b: AgendaSidang, calon: list[Banding]) -> list[CalonDibahas]:
    if not calon:
        o = b.usulan.pegawai
        return [CalonDibahas(o.nama_lengkap, o.nip, o.formasi.jabatan.nama if o.formasi else "")]
    return [
        CalonDibahas(
            s.orang.nama_lengkap, s.orang.nip, s.jabatan,
            tuple(nilai_baris(baris) for _, baris in s.rincian),
        )
        for s in calon
    ]  # fmt: skip


def nilai_baris(baris: Any) -> str:
    """Points of one criterion, as the minutes write them."""
    if not baris.terukur:
        return "belum dinilai"
    return f"{baris.sumbangan:.2f}".replace(".", ",")


def _peringatan(butir: list[AgendaSidang]) -> dict[Any, list[str]]:
    """The warnings of each case with the reasons they were passed with."""
    hasil: dict[Any, list[str]] = defaultdict(list)
    rows = AlasanUsulan.objects.filter(usulan__in=[b.usulan_id for b in butir])
    for satu in rows.order_by("kode", "pk"):
        hasil[satu.usulan_id].append(f"{satu.kode}: {satu.alasan}"[:MAKS_SEL])
    return hasil
