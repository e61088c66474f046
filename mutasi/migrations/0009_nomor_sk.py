"""How decrees are numbered: two constants."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)
KANTOR = "Kebijakan instansi (bawaan)"
KETENTUAN = [
    (
        "nomor_sk_cara",
        "bagian hukum",
        "",
        LAMA,
        KANTOR,
        "Pilihan: bagian hukum (nomor dan tanggal dimasukkan Bagian Hukum); deret sendiri (nomor "
        "urut tanpa celah, diberikan saat SK ditetapkan).",
    ),
    (
        "nomor_sk_pola",
        "800.1.3/{urut}/{tahun}",
        "",
        LAMA,
        KANTOR,
        "Hanya untuk deret sendiri. Memuat {urut} dan {tahun}; boleh memuat {bulan}.",
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
    dependencies = [
        ("mutasi", "0008_surat_tanpa_kesediaan"),
        ("organisasi", "0006_sektor_dan_sotk"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
