"""Which gates each kind and level of a move passes, with the legal basis: the first matrix."""

from datetime import date

from django.db import migrations

MULAI = date(2017, 4, 7)
PP = "PP 11/2017 Pasal 190-194 jo PP 17/2020; PerBKN 5/2019"
PERIKSA = "Perlu verifikasi Bagian Hukum."
STRUKTURAL = ("jpt", "administrator", "pengawas")
STAF = ("jf", "pelaksana")
SEMUA = STRUKTURAL + STAF
AKHIR = ["spmt", "siasn", "evaluasi"]
# For structural posts nobody is asked before the session by default; for the others heads and the
# employee are. Only those who are inaugurated pass "lantik" (PP 11/2017; PerKa BKN 7/2017).
DIAM = ["tpk", "pyb", "bkn", "lantik", *AKHIR]
BERTANYA = ["telaah", "beritahu", "kesediaan", "tpk", "pyb"]
MATRIKS = [
    # kinds, levels, gates, basis
    (("rotasi", "promosi", "demosi"), STRUKTURAL, DIAM, PP),
    (("rotasi", "promosi", "demosi"), ("jf",), [*BERTANYA, "bkn", "lantik", *AKHIR], PP),
    (("rotasi", "promosi", "demosi"), ("pelaksana",), [*BERTANYA, *AKHIR], PP),
    (("permintaan_sendiri",), STRUKTURAL, ["telaah", "beritahu", *DIAM], PP),
    (("permintaan_sendiri",), ("jf",), ["telaah", "beritahu", *DIAM], PP),
    (("permintaan_sendiri",), ("pelaksana",), ["telaah", "beritahu", "tpk", "pyb", *AKHIR], PP),
    (("antar_masuk", "antar_keluar"), SEMUA,
     ["telaah", "beritahu", "kesediaan", "pyb", "antar", "bkn", *AKHIR],
     "PP 11/2017 Pasal 192-194; SE BKN 3/SE/VIII/2019"),
    (("pppk",), SEMUA, ["telaah", "beritahu", "kesediaan", "pyb", "spmt", "siasn", "evaluasi"],
     "PermenPANRB 6/2024 Pasal 59; keterangan BKN Januari 2026"),
    (("guru",), SEMUA, ["telaah", "beritahu", "kesediaan", "tpk", "pyb", *AKHIR],
     "Permendikdasmen 1/2025; Kepmendikdasmen 82/O/2025"),
    (("pengukuhan", "nomenklatur"), STRUKTURAL, ["pyb", "bkn", "lantik", "siasn"],
     "PP 11/2017 Pasal 144; Perda dan Perbup SOTK"),
    (("pengukuhan", "nomenklatur"), STAF, ["beritahu", "pyb", "siasn"],
     "Perda dan Perbup SOTK"),
    (("penyetaraan",), SEMUA, ["beritahu", "pyb", "bkn", "lantik", *AKHIR],
     "PermenPANRB 17/2021"),
    (("plt", "plh", "pj"), SEMUA, ["pyb"], "SE BKN 1/SE/I/2021"),
    (("tugas_tambahan",), SEMUA, ["beritahu", "kesediaan", "pyb"], "Kebijakan instansi (bawaan)"),
    (("perpanjangan_jpt",), SEMUA, ["tpk", "pyb", "bkn", "siasn"], "PP 11/2017 Pasal 133"),
    (("kembali",), STRUKTURAL, DIAM, "PP 11/2017; PerBKN 5/2019"),
    (("kembali",), STAF, ["telaah", "beritahu", "pyb", *AKHIR], "PP 11/2017; PerBKN 5/2019"),
]  # fmt: skip


def isi(apps, schema_editor):
    """One row per kind and level."""
    aturan = apps.get_model("mutasi", "AturanAlur")
    aturan.objects.bulk_create(
        aturan(
            jenis=jenis, jenjang=jenjang, gerbang=gerbang, mulai=MULAI, dasar=dasar,
            catatan=PERIKSA,
        )
        for jenis_semua, jenjang_semua, gerbang, dasar in MATRIKS
        for jenis in jenis_semua
        for jenjang in jenjang_semua
    )  # fmt: skip


def kosongkan(apps, schema_editor):
    """Back to none."""
    apps.get_model("mutasi", "AturanAlur").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0004_jalan_usulan_sampai_keputusan")]

    operations = [migrations.RunPython(isi, kosongkan)]
