"""The same constants in shapes a person can read and type: whole percents, flat tables, words."""

from datetime import date
from importlib import import_module

from django.db import migrations

LAMA = date(2017, 4, 7)
JUKNIS_GURU = date(2011, 10, 3)
PMK_75 = date(2014, 10, 17)
KANTOR = "Kebijakan instansi (bawaan)"
PERIKSA = "Perlu verifikasi Bagian Hukum."
TABEL = (
    "Diganti Permenkes 43/2019, lalu 19/2024; tabel keduanya belum ditemukan. Isi nilai baru bila "
    f"naskahnya ada. {PERIKSA}"
)
# What 0008 laid in a shape that the page of constants cannot change.
DIGANTI = (
    "jam_kerja_formal_minggu", "kelas_ej", "awas_beban_per_orang", "wisn_batas_bulat",
    "wisn_rasio_kritis", "jtm_tugas_tambahan", "guru_tetap_sd", "puskesmas_minimal",
    "puskesmas_tenaga_wajib",
)  # fmt: skip
TENAGA = (
    "dokter", "dokter gigi", "perawat", "bidan", "kesehatan masyarakat", "kesehatan lingkungan",
    "ATLM", "gizi", "kefarmasian", "administrasi", "pekarya",
)  # fmt: skip
PUSKESMAS = {
    "perkotaan": (1, 1, 5, 4, 2, 1, 1, 1, 1, 3, 2),
    "perkotaan_rawat_inap": (2, 1, 8, 7, 2, 1, 1, 2, 2, 3, 2),
    "perdesaan": (1, 1, 5, 4, 1, 1, 1, 1, 1, 2, 1),
    "perdesaan_rawat_inap": (2, 1, 8, 7, 1, 1, 1, 2, 1, 2, 1),
    "terpencil": (1, 1, 5, 4, 1, 1, 1, 1, 1, 2, 1),
    "terpencil_rawat_inap": (2, 1, 8, 7, 1, 1, 1, 2, 1, 2, 1),
}
KETENTUAN = [
    (
        "menit_kerja_formal_minggu",
        2_250,
        "menit per minggu",
        LAMA,
        "Keppres 68/1995; Perpres 21/2023",
        "37,5 jam, tanpa waktu istirahat.",
    ),
    (
        "kelas_ej",
        [100, 90, 70, 50],
        "persen",
        LAMA,
        "Permendagri 12/2008",
        "A di atas angka pertama; B, C, D mulai angka berikutnya; E di bawahnya. Dibandingkan "
        f"sebelum dibulatkan; A berarti beban melebihi orangnya. {PERIKSA}",
    ),
    (
        "awas_beban_per_orang",
        [50, 150],
        "persen satu orang",
        LAMA,
        KANTOR,
        "Di luar rentang ini angka beban patut diperiksa kembali.",
    ),
    (
        "wisn_batas_bulat",
        [0, 10, 20, 30, 40, 50],
        "persen satu orang",
        LAMA,
        "WHO, WISN User's Manual 2010",
        "Pecahan sesudah 0, 1, 2, 3, 4, dan 5 orang yang masih dibulatkan ke bawah; angka terakhir "
        f"berlaku juga di atas 5. Batas di bawah 1 dan di atas 5 belum ditemukan naskahnya. "
        f"{PERIKSA}",
    ),
    (
        "wisn_rasio_kritis",
        90,
        "persen",
        LAMA,
        KANTOR,
        "Rasio tersedia terhadap kebutuhan di bawah ini disebut kritis.",
    ),
    (
        "jtm_tugas_tambahan",
        {"kepala sekolah": 6, "wakil kepala sekolah": 12},
        "jam tatap muka per minggu",
        JUKNIS_GURU,
        "Peraturan Bersama Lima Menteri 2011",
        "Jam mengajar yang tersisa bagi pemegang tugas tambahan.",
    ),
    (
        "jtm_tugas_tambahan",
        {"kepala sekolah": 0, "wakil kepala sekolah": 12},
        "jam tatap muka per minggu",
        date(2018, 5, 22),
        "Permendikbud 15/2018",
        f"Kepala sekolah bertugas penuh, tidak wajib mengajar. {PERIKSA}",
    ),
    (
        "guru_tetap_sd",
        {"kepala sekolah": 1, "guru kelas per rombel": 1, "guru PJOK": 1, "guru agama": 1},
        "orang",
        JUKNIS_GURU,
        "Peraturan Bersama Lima Menteri 2011",
        "Guru agama menurut agama yang dianut murid.",
    ),
    (
        "puskesmas_tenaga_wajib",
        list(TENAGA[:9]),
        "jenis tenaga",
        LAMA,
        "Pemantauan Kementerian Kesehatan: sembilan jenis tenaga",
        PERIKSA,
    ),
    *(
        (
            f"puskesmas_minimal_{jenis}",
            dict(zip(TENAGA, orang, strict=True)),
            "orang per puskesmas",
            PMK_75,
            "Permenkes 75/2014 Lampiran",
            TABEL,
        )
        for jenis, orang in PUSKESMAS.items()
    ),
]


def _tulis(apps, baris):
    model = apps.get_model("organisasi", "NilaiKetentuan")
    model.objects.bulk_create(
        model(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c) for k, n, s, m, d, c in baris
    )


def _hapus(apps, kode):
    apps.get_model("organisasi", "NilaiKetentuan").objects.filter(
        kode__in=kode, ditetapkan_oleh=None
    ).delete()


def ganti(apps, schema_editor):
    _hapus(apps, DIGANTI)
    _tulis(apps, KETENTUAN)


def kembalikan(apps, schema_editor):
    lama = import_module("penilaian.migrations.0008_ketentuan_kebutuhan").KETENTUAN
    _hapus(apps, [baris[0] for baris in KETENTUAN])
    _tulis(apps, [baris for baris in lama if baris[0] in DIGANTI])


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0008_ketentuan_kebutuhan")]

    operations = [migrations.RunPython(ganti, kembalikan)]
