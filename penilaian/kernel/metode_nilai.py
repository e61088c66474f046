"""How people are judged, in words: what docs/aturan prints, beside the code that computes it."""

from __future__ import annotations

from penilaian.kernel.metode import Penjelasan

_TEPAT = "tidak dibulatkan sebelum dibandingkan dengan batas"

PENJELASAN_NILAI: tuple[Penjelasan, ...] = (
    Penjelasan(
        "Nilai kinerja PP 30/2019",
        "PP 30/2019 Pasal 41",
        (
            "nilai = (bobot SKP x nilai SKP + bobot perilaku x nilai perilaku) / 100",
            "Sangat Baik hanya dengan ide atau cara baru; tanpa itu paling tinggi Baik",
        ),
        _TEPAT,
        ("pp30_bobot_skp", "pp30_batas_predikat", "pp30_nilai_maks"),
    ),
    Penjelasan(
        "Predikat kinerja menurut matriks",
        "PermenPANRB 6/2022",
        (
            "predikat = kotak (hasil kerja, perilaku kerja)",
            "predikat tercatat yang lain dari matriks ditampilkan keduanya",
        ),
        "tabel",
        ("matriks_predikat",),
    ),
    Penjelasan(
        "Distribusi predikat satu unit (peringatan)",
        "SE MenPANRB tentang penetapan predikat kinerja",
        (
            "bagian = pegawai berpredikat itu / pegawai berpredikat",
            "unit kecil boleh meleset sebanyak toleransi, kecuali pada batas nol persen",
        ),
        _TEPAT,
        (
            "distribusi_istimewa", "distribusi_baik", "distribusi_butuh_perbaikan",
            "distribusi_kurang", "distribusi_sangat_kurang", "distribusi_unit_kecil",
            "distribusi_toleransi_orang",
        ),
    ),
    Penjelasan(
        "Kehadiran dan pita PP 94/2021 (peringatan bagi atasan)",
        "PP 94/2021; Peraturan BKN 6/2022",
        (
            "kehadiran = hari hadir / hari kerja; ketepatan = hari tepat waktu / hari hadir",
            "hari = hari tanpa alasan + menit terlambat dan pulang cepat setahun / menit sehari",
            "pita = baris terakhir yang dicapai hari, atau baris paling berat bila berturut-turut",
        ),
        "persen 4 desimal; hari dari menit dibulatkan ke bawah, sisanya ditampilkan",
        (
            "pp94_hari", "pp94_tingkat", "pp94_jenis", "pp94_bulan", "pp94_hari_berturut",
            "pp94_menit_sehari", "tl_batas_menit", "psw_batas_menit",
        ),
    ),
    Penjelasan(
        "Job person match (JPM)",
        "PermenPANRB 38/2017; Peraturan BKN 26/2019",
        (
            "JPM = jumlah dari yang lebih kecil antara level dicapai dan standar / jumlah standar",
            "JPM penuh = jumlah level dicapai / jumlah standar; hanya ditampilkan",
            "berbobot = bobot teknis x JPM teknis + sisanya x JPM manajerial dan sosial kultural",
            "kompetensi yang belum dinilai membuat JPM belum lengkap, bukan nol",
        ),
        f"{_TEPAT}; dicetak 2 desimal",
        (
            "jpm_batas_syarat", "jpm_batas_pemetaan", "jpm_bobot_teknis", "level_standar",
            "asesmen_berlaku_bulan", "jp_minimal_setahun",
        ),
    ),
    Penjelasan(
        "Hasil tim kerja dan bagian anggotanya",
        "Kebijakan instansi; PermenPANRB 6/2022",
        (
            "capaian target = realisasi / target, atau target / realisasi bila turun lebih baik, "
            "paling tinggi batas capaian",
            "hasil tim = jumlah (bobot target x capaian target), bobot berjumlah 100",
            "hasil anggota = rata-rata hasil timnya, ditimbang porsi x hari menjadi anggota",
            "realisasi yang belum dicatat membuat hasilnya belum lengkap, tidak pernah nol",
        ),
        "capaian target 2 desimal, hasil tim tepat, hasil anggota 4 desimal",
        ("tim_batas_capaian", "tim_pengali_ketua"),
    ),
    Penjelasan(
        "Kotak talenta",
        "PermenPANRB 3/2020",
        (
            "kotak diimpor dari SIMATA; di sampingnya kotak menurut (kinerja, potensial)",
            "sumbu dari angka: mulai batas pertama, mulai batas kedua, di bawahnya",
        ),
        _TEPAT,
        (
            "talenta_kotak", "talenta_rekomendasi", "talenta_batas_kinerja",
            "talenta_batas_potensial",
        ),
    ),
    Penjelasan(
        "Usul penghargaan dan pembinaan",
        "PermenPANRB 6/2022; PP 30/2019",
        (
            "penghargaan: predikat tinggi dengan inovasi terverifikasi, skor naik dari periode "
            "sendiri sebelumnya, atau predikat naik",
            "pembinaan: predikat di bawah Baik, skor turun, atau pita PP 94/2021 tercapai",
            "skor dibandingkan hanya bila dihitung dengan versi kriteria yang sama",
            "usul diterima atau tidak oleh pejabat, dengan alasan",
        ),
        _TEPAT,
        (
            "penghargaan_predikat", "penghargaan_inovasi_minimal", "penghargaan_kenaikan_skor",
            "pembinaan_predikat", "pembinaan_penurunan_skor",
        ),
    ),
    Penjelasan(
        "Jam keberatan dan perbaikan data",
        "PP 30/2019 Pasal 59; UU 27/2022 Pasal 30",
        (
            "diterima = hari diakui, paling lambat hari disampaikan + terima otomatis",
            "batas = hari diterima + jangka waktu; hari diterima tidak dihitung",
            "batas pada hari libur bergeser ke hari kerja berikutnya bila demikian ditetapkan",
            "perbaikan data = waktu permintaan + jam; malam dan hari libur dihitung",
        ),
        "hari terakhir masih tepat waktu",
        (
            "keberatan_hari", "keberatan_satuan_hari", "keberatan_geser_libur",
            "keberatan_tanggapan_hari", "keberatan_putus_hari", "keberatan_ingatkan_hari",
            "terima_otomatis_hari", "perbaikan_data_jam",
        ),
    ),
    Penjelasan(
        "Kriteria dan sebaran yang diumumkan",
        "Kebijakan instansi",
        (
            "hari berlaku = paling cepat hari terbit + jeda",
            "sebaran kelompok yang lebih kecil dari batas tidak ditampilkan",
            "simulasi draf: jarak = rata-rata perubahan golongan teratas - terbawah; peringatan",
        ),
        "bilangan bulat; rata-rata perubahan 2 desimal",
        ("kriteria_jeda_terbit_hari", "kelompok_minimal", "simulasi_awas_jarak"),
    ),
)  # fmt: skip
