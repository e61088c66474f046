"""The dictionary of PermenPANRB 38/2017: eight managerial competences and perekat bangsa."""

from django.db import migrations

DASAR = "PermenPANRB 38/2017 Lampiran"
# Code, name, kind, what it is, the sentences of levels 1 to 5.
KAMUS = [
    (
        "M.01", "Integritas", "manajerial",
        "Konsisten berperilaku selaras dengan nilai, norma, dan etika organisasi, jujur, serta "
        "bertanggung jawab atas tindakan dan keputusannya.",
        [
            "Mampu bertindak sesuai nilai, norma, etika organisasi dalam kapasitas pribadi",
            "Mampu mengingatkan, mengajak rekan kerja untuk bertindak sesuai nilai, norma, dan "
            "etika organisasi",
            "Mampu memastikan, menanamkan keyakinan bersama agar anggota yang dipimpin bertindak "
            "sesuai nilai, norma, dan etika organisasi, dalam lingkup formal",
            "Mampu menciptakan situasi kerja yang mendorong kepatuhan pada nilai, norma, dan etika "
            "organisasi",
            "Mampu menjadi teladan dalam penerapan standar keadilan dan etika di tingkat nasional",
        ],
    ),
    (
        "M.02", "Kerja sama", "manajerial",
        "Menjalin, membina, dan mempertahankan hubungan kerja yang efektif, saling menghargai, "
        "menuju tujuan bersama.",
        [
            "Berpartisipasi dalam kelompok kerja",
            "Menumbuhkan tim kerja yang partisipatif dan efektif",
            "Efektif membangun tim kerja untuk peningkatan kinerja organisasi",
            "Membangun komitmen tim, sinergi",
            "Menciptakan situasi kerja sama secara konsisten, baik di dalam maupun di luar "
            "instansi",
        ],
    ),
    (
        "M.03", "Komunikasi", "manajerial",
        "Menerangkan pandangan dan gagasan secara jelas, sistematis, dan logis, serta mendengarkan "
        "pihak lain.",
        [
            "Menyampaikan informasi dengan jelas, lengkap, pemahaman yang sama",
            "Aktif menjalankan komunikasi secara formal dan informal; bersedia mendengarkan orang "
            "lain, menginterpretasikan pesan dengan respons yang sesuai, mampu menyusun materi "
            "presentasi, pidato, naskah, laporan, dan lain-lain",
            "Berkomunikasi secara asertif, terampil berkomunikasi lisan dan tertulis untuk "
            "menyampaikan informasi yang sensitif, rumit, kompleks",
            "Mampu mengemukakan pemikiran multidimensi secara lisan dan tertulis untuk mendorong "
            "kesepakatan dengan tujuan meningkatkan kinerja secara keseluruhan",
            "Menggagas sistem komunikasi yang terbuka secara strategis untuk mencari solusi dengan "
            "tujuan meningkatkan kinerja",
        ],
    ),
    (
        "M.04", "Orientasi pada hasil", "manajerial",
        "Mempertahankan komitmen pribadi yang tinggi untuk menyelesaikan tugas, dapat diandalkan, "
        "dan bertanggung jawab.",
        [
            "Bertanggung jawab untuk memenuhi standar kerja",
            "Berupaya meningkatkan hasil kerja pribadi yang lebih tinggi dari standar yang "
            "ditetapkan, mencari dan mencoba metode alternatif untuk peningkatan kinerja",
            "Menetapkan target kerja yang menantang bagi unit kerja, memberi apresiasi dan teguran "
            "untuk mendorong kinerja",
            "Mendorong unit kerja mencapai target yang ditetapkan atau melebihi hasil kerja "
            "sebelumnya",
            "Meningkatkan mutu pencapaian kerja organisasi",
        ],
    ),
    (
        "M.05", "Pelayanan publik", "manajerial",
        "Melaksanakan tugas pemerintahan, pembangunan, dan pelayanan publik secara profesional, "
        "transparan, netral, dan tidak diskriminatif.",
        [
            "Menjalankan tugas mengikuti standar pelayanan",
            "Mampu menyelia dan menjelaskan proses pelaksanaan tugas pemerintahan dan pelayanan "
            "publik secara transparan",
            "Mampu memanfaatkan kekuatan kelompok serta memperbaiki standar pelayanan publik di "
            "lingkup unit kerja",
            "Mampu memonitor, mengevaluasi, memperhitungkan, dan mengantisipasi dampak isu jangka "
            "panjang, kesempatan, atau kekuatan politik dalam pelayanan kebutuhan pemangku "
            "kepentingan yang transparan, objektif, dan profesional",
            "Mampu memastikan kebijakan pelayanan publik yang menjamin terselenggaranya pelayanan "
            "yang objektif, netral, tidak memihak, tidak diskriminatif, serta tidak terpengaruh "
            "kepentingan pribadi, kelompok, atau partai politik",
        ],
    ),
    (
        "M.06", "Pengembangan diri dan orang lain", "manajerial",
        "Meningkatkan pengetahuan dan keterampilan diri, serta mendorong dan memfasilitasi "
        "pembelajaran orang lain.",
        [
            "Pengembangan diri",
            "Meningkatkan kemampuan bawahan dengan memberikan contoh dan penjelasan cara "
            "melaksanakan suatu pekerjaan",
            "Memberikan umpan balik, membimbing",
            "Menyusun program pengembangan jangka panjang dalam rangka mendorong manajemen "
            "pembelajaran",
            "Menciptakan situasi yang mendorong organisasi untuk mengembangkan kemampuan belajar "
            "secara berkelanjutan dalam rangka mendukung pencapaian hasil",
        ],
    ),
    (
        "M.07", "Mengelola perubahan", "manajerial",
        "Menyesuaikan diri dengan situasi baru, serta mengarahkan dan memimpin perubahan.",
        [
            "Mengikuti perubahan dengan arahan",
            "Proaktif beradaptasi mengikuti perubahan",
            "Membantu orang lain mengikuti perubahan, mengantisipasi perubahan secara tepat",
            "Memimpin perubahan pada unit kerja",
            "Memimpin, menggalang, dan menggerakkan dukungan pemangku kepentingan untuk "
            "menjalankan perubahan secara berkelanjutan pada tingkat instansi atau nasional",
        ],
    ),
    (
        "M.08", "Pengambilan keputusan", "manajerial",
        "Membuat keputusan yang baik secara tepat waktu dan dengan keyakinan diri setelah "
        "mempertimbangkan prinsip kehati-hatian.",
        [
            "Mengumpulkan informasi untuk bertindak sesuai kewenangan",
            "Menganalisis masalah secara mendalam",
            "Membandingkan berbagai alternatif, menyeimbangkan risiko keberhasilan dalam "
            "implementasi",
            "Menyelesaikan masalah yang mengandung risiko tinggi, mengantisipasi dampak keputusan, "
            "membuat tindakan pengamanan; mitigasi risiko",
            "Menghasilkan solusi dan mengambil keputusan untuk mengatasi permasalahan jangka "
            "panjang atau strategis, berdampak nasional",
        ],
    ),
    (
        "S.01", "Perekat bangsa", "sosial",
        "Mempromosikan sikap toleransi, keterbukaan, dan peka terhadap perbedaan, serta menjadi "
        "perekat persatuan.",
        [
            "Peka memahami dan menerima kemajemukan",
            "Aktif mengembangkan sikap saling menghargai, menekankan persamaan dan persatuan",
            "Mempromosikan, mengembangkan sikap toleransi dan persatuan",
            "Mendayagunakan perbedaan secara konstruktif dan kreatif untuk meningkatkan "
            "efektivitas organisasi",
            "Wakil pemerintah untuk membangun hubungan sosial psikologis",
        ],
    ),
]  # fmt: skip


def isi(apps, schema_editor):
    kompetensi = apps.get_model("penilaian", "Kompetensi")
    kompetensi.objects.bulk_create(
        kompetensi(kode=kode, nama=nama, jenis=jenis, uraian=uraian, tingkat=tingkat, dasar=DASAR)
        for kode, nama, jenis, uraian, tingkat in KAMUS
    )


def kosongkan(apps, schema_editor):
    kompetensi = apps.get_model("penilaian", "Kompetensi")
    kompetensi.objects.filter(kode__in=[satu[0] for satu in KAMUS]).delete()


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0016_keberatan_didengar")]

    operations = [migrations.RunPython(isi, kosongkan)]
