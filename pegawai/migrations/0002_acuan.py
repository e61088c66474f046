"""Code tables of SIASN that every import reads, and the extra gates of special offices."""

from django.db import migrations

ID = [
    "11",
    "12",
    "13",
    "14",
    "21",
    "22",
    "23",
    "24",
    "31",
    "32",
    "33",
    "34",
    "41",
    "42",
    "43",
    "44",
    "45",
]
PNS = [
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tingkat I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tingkat I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tingkat I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tingkat I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tingkat I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tingkat I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tingkat I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
]
# PPPK grades run through the same seventeen ids: 31 is IX, 32 is X (seen in real exports).
PPPK = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
]
TINGKAT = [
    ("5", "SD", "SD/MI"),
    ("10", "SMP", "SMP/MTs"),
    ("12", "SMP Kejuruan", "SMP/MTs"),
    ("15", "SMA", "SMA/SMK/D-I"),
    ("17", "SMK", "SMA/SMK/D-I"),
    ("18", "SLTA Keguruan", "SMA/SMK/D-I"),
    ("20", "D-I", "SMA/SMK/D-I"),
    ("25", "D-II", "D-II"),
    ("30", "D-III", "D-III"),
    ("35", "D-IV", "S-1/D-IV"),
    ("40", "S-1", "S-1/D-IV"),
    ("42", "Profesi", "Profesi"),
    ("45", "S-2", "S-2"),
    ("50", "S-3", "S-3"),
]
# kode, nama, status it implies, whether its holder works in the post
KEDUDUKAN = [
    ("1", "Aktif", "PNS", True),
    ("2", "CLTN", "PNS", False),
    ("3", "Tugas Belajar", "PNS", False),
    ("4", "Pemberhentian Sementara", "PNS", False),
    ("5", "Penerima Uang Tunggu", "PNS", False),
    ("6", "Prajurit Wajib", "PNS", False),
    ("7", "Pejabat Negara", "PNS", False),
    ("8", "Kepala Desa", "PNS", False),
    ("9", "Sedang dalam Proses Banding", "PNS", False),
    ("11", "Pegawai Titipan", "PNS", False),
    ("12", "Pengungsi", "PNS", False),
    ("13", "Perpanjangan CLTN", "PNS", False),
    ("14", "PNS yang Dinyatakan Hilang", "PNS", False),
    ("15", "PNS Kena Hukuman Disiplin", "PNS", True),
    ("16", "Pemindahan dalam rangka Penurunan Jabatan", "PNS", True),
    ("20", "Masa Persiapan Pensiun", "PNS", False),
    ("51", "CPNS yang Belum Menerima SK CPNS", "PNS", False),
    ("52", "Tidak Aktif", "PNS", False),
    ("66", "Diberhentikan", "PNS", False),
    ("67", "Punah", "PNS", False),
    ("70", "Pembatalan NIP", "PNS", False),
    ("71", "PPPK Aktif", "PPPK", True),
    ("77", "Pemberhentian tanpa Hak Pensiun", "PNS", False),
    ("88", "Pemberhentian dengan Hak Pensiun", "PNS", False),
    ("89", "Tidak Aktif tetapi Diusulkan Pensiun", "PNS", False),
    ("91", "Tindak Pidana", "PNS", False),
    ("92", "Pemblokiran Data PNS", "PNS", True),
    ("98", "Mencapai BUP", "PNS", False),
    ("99", "Pensiun", "PNS", False),
    ("101", "PPPK Paruh Waktu Aktif", "PPPK_PW", True),
]
HAFAL = "perlu verifikasi bagian hukum"
# kode, pola unit, pola jabatan, dokumen, penerbit, sebelum, dasar, terverifikasi
GERBANG = [
    (
        "DUKCAPIL",
        "kependudukan dan pencatatan sipil",
        "^(kepala|sekretaris)|bidang|seksi|sub ?bag",
        "Keputusan pengangkatan/pemberhentian",
        "Mendagri melalui Gubernur (SIDARA)",
        "sk",
        "UU 24/2013; Permendagri 76/2015",
        True,
    ),
    (
        "SEKDA",
        "^sekretariat daerah$",
        "^sekretaris daerah",
        "Persetujuan/koordinasi",
        "Gubernur atau Mendagri",
        "sk",
        HAFAL,
        False,
    ),
    (
        "INSPEKTUR",
        "inspektorat",
        "^inspektur",
        "Konsultasi tertulis",
        "Gubernur",
        "sk",
        f"PP 72/2019; {HAFAL}",
        False,
    ),
    (
        "SEKWAN",
        "sekretariat dprd|sekretariat dewan",
        "^sekretaris dprd|^sekretaris dewan",
        "Persetujuan pimpinan DPRD",
        "Pimpinan DPRD",
        "sk",
        f"UU 23/2014; {HAFAL}",
        False,
    ),
    (
        "CAMAT",
        "^kecamatan",
        "^camat",
        "Ijazah ilmu pemerintahan atau sertifikat kepamongprajaan",
        "Lembaga pendidikan",
        "pelantikan",
        f"UU 23/2014 Pasal 224; {HAFAL}",
        False,
    ),
    (
        "RSUD",
        "rumah sakit|rsud",
        "^direktur",
        "Kualifikasi tenaga kesehatan",
        "Kementerian Kesehatan",
        "sk",
        HAFAL,
        False,
    ),
    (
        "PUSKESMAS",
        "puskesmas",
        "^kepala",
        "Kualifikasi tenaga kesehatan",
        "Dinas Kesehatan",
        "sk",
        HAFAL,
        False,
    ),
    (
        "KEPALA_SEKOLAH",
        "^(sd|smp|sma|smk|tk)",
        "^kepala",
        "Sertifikat calon kepala sekolah",
        "Kementerian Pendidikan",
        "sk",
        f"Permendikdasmen 7/2025; {HAFAL}",
        False,
    ),
]


def isi(apps, schema_editor):
    golongan = apps.get_model("pegawai", "Golongan")
    golongan.objects.bulk_create(
        [
            golongan(status="PNS", siasn_id=i, nama=n, pangkat=p, urutan=k)
            for k, (i, (n, p)) in enumerate(zip(ID, PNS, strict=True), 1)
        ]
        + [
            golongan(status=s, siasn_id=i, nama=n, pangkat="", urutan=k)
            for s in ("PPPK", "PPPK_PW")
            for k, (i, n) in enumerate(zip(ID, PPPK, strict=True), 1)
        ]
    )
    tingkat = apps.get_model("pegawai", "TingkatPendidikan")
    tingkat.objects.bulk_create(
        tingkat(kode=k, nama=n, urutan=u, kelompok=g) for u, (k, n, g) in enumerate(TINGKAT, 1)
    )
    kedudukan = apps.get_model("pegawai", "KedudukanHukum")
    kedudukan.objects.bulk_create(
        kedudukan(kode=k, nama=n, status=s, efektif=e) for k, n, s, e in KEDUDUKAN
    )
    gerbang = apps.get_model("pegawai", "GerbangKhusus")
    gerbang.objects.bulk_create(
        gerbang(
            kode=k,
            pola_unit=u,
            pola_jabatan=j,
            dokumen=d,
            instansi=i,
            sebelum=s,
            dasar=b,
            terverifikasi=v,
        )
        for k, u, j, d, i, s, b, v in GERBANG
    )


def kosongkan(apps, schema_editor):
    for nama in ("Golongan", "TingkatPendidikan", "KedudukanHukum", "GerbangKhusus"):
        apps.get_model("pegawai", nama).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("pegawai", "0001_awal")]

    operations = [migrations.RunPython(isi, kosongkan)]
