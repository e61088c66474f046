"""Constants of what may follow from a result: grounds for recognition and for coaching."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)
KANTOR = "Kebijakan instansi (bawaan)"
PERMEN_6 = "PermenPANRB 6/2022; kebijakan instansi (bawaan)"
USUL = "Hanya dasar usul: pejabat yang berwenang menerima atau tidak, dengan alasan."
KETENTUAN = [
    ("penghargaan_predikat", ["SANGAT BAIK"], "predikat", LAMA, PERMEN_6, USUL),
    (
        "penghargaan_inovasi_minimal",
        1,
        "inovasi",
        LAMA,
        KANTOR,
        "Predikat itu menjadi dasar usul penghargaan bila disertai inovasi terverifikasi sebanyak "
        f"ini. {USUL}",
    ),
    (
        "penghargaan_kenaikan_skor",
        5,
        "poin",
        LAMA,
        KANTOR,
        "Kenaikan dari skor sendiri pada periode sebelumnya, dihitung dengan kriteria yang sama. "
        f"{USUL}",
    ),
    (
        "pembinaan_predikat",
        ["BUTUH PERBAIKAN", "KURANG", "SANGAT KURANG"],
        "predikat",
        LAMA,
        PERMEN_6,
        USUL,
    ),
    (
        "pembinaan_penurunan_skor",
        10,
        "poin",
        LAMA,
        KANTOR,
        "Penurunan dari skor sendiri pada periode sebelumnya, dihitung dengan kriteria yang sama. "
        f"{USUL}",
    ),
]


def isi(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c)
        for k, n, s, m, d, c in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan").objects
    for kode, _nilai, _satuan, mulai, *_ in KETENTUAN:
        baris.filter(kode=kode, mulai=mulai, ditetapkan_oleh=None).delete()


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0018_ketentuan_simulasi")]

    operations = [migrations.RunPython(isi, kosongkan)]
