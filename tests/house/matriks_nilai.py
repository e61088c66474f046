"""The rows of the matrix about criteria, measuring, scores, objections and competences."""

from __future__ import annotations

from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, masuk, milik_lain, oleh, publik

# What is measured of a person: who records it, and who sees what comes of it.
_CATAT = (Izin.INDIKATOR_CATAT, Izin.NILAI_LIHAT)
_UKUR = {
    "periode": oleh(*_CATAT),
    "periode-buka": oleh(Izin.NILAI_HITUNG, metode=FORMULIR),
    "periode-tutup": oleh(Izin.NILAI_HITUNG, metode=FORMULIR),
    "bukti": oleh(*_CATAT, lingkup=True),
    "inovasi": oleh(*_CATAT, Izin.INOVASI_VERIFIKASI),
    "inovasi-saya": masuk(FORMULIR),
    "inovasi-rincian": oleh(*_CATAT, Izin.INOVASI_VERIFIKASI, lingkup=True),
    "inovasi-putuskan": oleh(Izin.INOVASI_VERIFIKASI, metode=POST, lingkup=True),
    "pertentangan": oleh(Izin.NILAI_LIHAT),
    "pertentangan-baris": oleh(Izin.NILAI_LIHAT),
    "indikator": oleh(*_CATAT),
    "indikator-orang": oleh(*_CATAT, lingkup=True),
    "indikator-catat": oleh(Izin.INDIKATOR_CATAT, metode=FORMULIR, lingkup=True),
}

# Teams: the list shows one's own teams without any right; a page opens by the team's unit.
_TIM_LIHAT = (Izin.TIM_KELOLA, Izin.NILAI_LIHAT)
_TIM = {
    "tim": masuk(),
    "tim-bentuk": oleh(Izin.TIM_KELOLA, metode=FORMULIR),
    "tim-rincian": oleh(*_TIM_LIHAT, lingkup=True),
    **{
        f"tim-{nama}": oleh(Izin.TIM_KELOLA, metode=FORMULIR, lingkup=True)
        for nama in (
            "ubah",
            "bubarkan",
            "anggota",
            "anggota-ubah",
            "anggota-akhiri",
            "target-baru",
            "target",
            "realisasi",
        )
    },
    "tim-target-hapus": oleh(Izin.TIM_KELOLA, metode=POST, lingkup=True),
    "indikator-unit": oleh(*_TIM_LIHAT),
    "indikator-unit-baru": oleh(Izin.TIM_KELOLA, metode=FORMULIR),
    "indikator-unit-rincian": oleh(*_TIM_LIHAT, lingkup=True),
    "indikator-unit-ubah": oleh(Izin.TIM_KELOLA, metode=FORMULIR, lingkup=True),
    "indikator-unit-capaian": oleh(Izin.TIM_KELOLA, metode=FORMULIR, lingkup=True),
}

# Runs are about everybody, so their lists show what lies within reach; an account is one person's.
_NILAI = {
    "penilaian": oleh(Izin.NILAI_LIHAT),
    **{
        f"penilaian-{nama}": oleh(Izin.NILAI_LIHAT)
        for nama in ("rincian", "unduh", "beda", "beda-unduh")
    },
    "penilaian-hitung": oleh(Izin.NILAI_HITUNG, metode=FORMULIR),
    "penilaian-sampaikan": oleh(Izin.NILAI_SAMPAIKAN, metode=FORMULIR),
    "hasil": oleh(Izin.NILAI_LIHAT, lingkup=True),
    "hasil-json": oleh(Izin.NILAI_LIHAT, lingkup=True),
    "penilai-tetapkan": oleh(Izin.NILAI_HITUNG, metode=FORMULIR, lingkup=True),
}

# One's own score: the addresses name a period; of others' there is no address.
_NILAI_SAYA = {
    "nilai-saya": masuk(),
    "nilai-saya-tim": masuk(),
    "nilai-saya-kompetensi": masuk(),
    "nilai-saya-periode": milik_lain(),
    "nilai-saya-hasil": milik_lain(),
    "nilai-saya-akui": milik_lain(POST),
    "nilai-saya-unduh": milik_lain(),
}
# Published criteria are open to the whole world; a draft has its own tests.
_MEMBUAT = (Izin.KRITERIA_SUSUN, Izin.KRITERIA_PERIKSA, Izin.KRITERIA_TERBITKAN)
_KRITERIA = {
    "kriteria": publik(),
    **{f"kriteria-{nama}": publik() for nama in ("rincian", "json", "pdf", "banding")},
    **{
        f"kriteria-{nama}": oleh(Izin.KRITERIA_SUSUN, metode=FORMULIR)
        for nama in ("baru", "ubah", "jawab", "sosialisasi")
    },
    "kriteria-versi-baru": oleh(Izin.KRITERIA_SUSUN, metode=POST),
    "kriteria-buang": oleh(Izin.KRITERIA_SUSUN, metode=POST),
    "kriteria-langkah": oleh(*_MEMBUAT),
    # Which step is whose, the step says; here the form is sent back before.
    "kriteria-putuskan": oleh(*_MEMBUAT, metode=POST),
    "kriteria-tanya": masuk(POST),
    "kriteria-simulasi": oleh(*_MEMBUAT),
    "kriteria-simulasi-jalankan": oleh(*_MEMBUAT, metode=POST),
}
# Parties have tests of their own; to colleagues and other heads a case does not exist.
_BERKEBERATAN = (Izin.KEBERATAN_LIHAT, Izin.KEBERATAN_CATAT)
_KEBERATAN = {
    "keberatan": oleh(*_BERKEBERATAN),
    "keberatan-saya": masuk(),
    "keberatan-menunggu": masuk(),
    "keberatan-ajukan": milik_lain(FORMULIR),
    "keberatan-pilih": oleh(Izin.KEBERATAN_CATAT),
    "keberatan-surat": oleh(Izin.KEBERATAN_CATAT, metode=FORMULIR, lingkup=True),
    "keberatan-rincian": oleh(*_BERKEBERATAN, lingkup=True),
    "keberatan-cetak": oleh(*_BERKEBERATAN, lingkup=True),
    "keberatan-keterangan": oleh(Izin.KEBERATAN_CATAT, metode=POST, lingkup=True),
    "keberatan-periksa": oleh(Izin.KEBERATAN_CATAT, metode=POST, lingkup=True),
    "keberatan-cabut": milik_lain(POST),
    "keberatan-putus": milik_lain(FORMULIR),
    "keberatan-putusan-surat": oleh(Izin.KEBERATAN_CATAT, metode=FORMULIR, lingkup=True),
    # Confirming what came on paper is the right of who confirms dispositions.
    "keberatan-sahkan": oleh(Izin.DISPOSISI_SAHKAN, metode=POST),
    "keberatan-kembalikan": oleh(Izin.DISPOSISI_SAHKAN, metode=POST),
    "keberatan-tunjuk": oleh(Izin.NILAI_SAMPAIKAN, metode=FORMULIR),
}
# Overview and completeness are bounded by reach. Feedback and counselling open to those they
# concern, whatever role somebody else holds: tests/penilaian/menilai.
_MENILAI = {
    **{nama: oleh(*_CATAT) for nama in ("kinerja", "kelengkapan", "kelengkapan-orang")},
    "kelengkapan-unduh": oleh(*_CATAT),
    "sebaran": oleh(Izin.NILAI_LIHAT),
    "menilai": oleh(Izin.NILAI_LIHAT),
    "menilai-sebaran": oleh(Izin.NILAI_LIHAT),
    "menilai-orang": oleh(Izin.NILAI_LIHAT, lingkup=True),
    "tindak-lanjut": oleh(Izin.NILAI_LIHAT),
    "tindak-lanjut-hitung": oleh(Izin.NILAI_HITUNG, metode=POST),
    "tindak-lanjut-putuskan": oleh(Izin.TINDAK_LANJUT_PUTUSKAN, metode=FORMULIR, lingkup=True),
    "umpan": milik_lain(FORMULIR),
    "umpan-saya": masuk(FORMULIR),
    "konseling": masuk(FORMULIR),
    "konseling-rincian": milik_lain(),
    "konseling-langkah": milik_lain(POST),
}
# Competences: who sees scores; boxes have a right of their own, which heads of units lack.
_KOMPETENSI = {
    **{
        nama: oleh(Izin.NILAI_LIHAT)
        for nama in (
            "kompetensi",
            "kompetensi-daftar",
            "kompetensi-pendidikan",
            "kamus-kompetensi",
            "standar-kompetensi",
            "standar-jabatan",
        )
    },
    "kompetensi-orang": oleh(Izin.NILAI_LIHAT, lingkup=True),
    "kompetensi-kecocokan": oleh(Izin.NILAI_LIHAT, lingkup=True),
    **{
        nama: oleh(Izin.KOMPETENSI_KELOLA, metode=FORMULIR)
        for nama in ("kamus-tambah", "kamus-ubah", "standar-catat", "standar-akhiri")
    },
    "talenta": oleh(Izin.TALENTA_LIHAT),
    "talenta-daftar": oleh(Izin.TALENTA_LIHAT),
}

NILAI: dict[str, Pintu] = {
    **_KOMPETENSI,
    **_KEBERATAN,
    **_MENILAI,
    **_KRITERIA,
    **_TIM,
    **_NILAI_SAYA,
    **_NILAI,
    **_UKUR,
}
