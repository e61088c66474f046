"""The parts of oversight but ranking and speed: departures, no consent, heads, requests, BKN,
windows. Each in a constant number of queries."""

from __future__ import annotations

from datetime import date
from typing import Any

from mutasi.kernel.jendela import di_jendela, kalimat_jendela, menjelang
from mutasi.kernel.jenis import NAMA_JENJANG, STRUKTURAL
from mutasi.kernel.kesediaan_dasar import JUDUL_DASAR, KodeDasar
from mutasi.models import (
    DokumenMasuk,
    HasilPertek,
    JawabanTelaah,
    JenisDokumenMasuk,
    Kesediaan,
    Persetujuan,
    PertekBkn,
    TelaahUnit,
    Titipan,
    UsulanMutasi,
)
from mutasi.selectors.kesediaan_usulan import DISAMARKAN
from mutasi.selectors.meja_simpangan import rekomendasi_tpk
from mutasi.selectors.pengawasan import (
    BERAKHIR_TANPA,
    Bagian,
    Baris,
    Masa,
    dengan_nama,
    kasus,
    ke_mana,
    keadaan,
    siapa,
    terbuka,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna


def bagian_tpk(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Decisions that depart from what the TPK or the PyB said, with their reasons."""
    rows = {u.pk: u for u in dengan_nama(kasus(pengguna, masa, per=per))}
    lain = Persetujuan.objects.sah().filter(usulan__in=list(rows), menyimpang=True)
    putusan = list(lain.select_related("diputus_oleh").order_by("-diputus_pada", "-pk"))
    kata = rekomendasi_tpk([p.usulan_id for p in putusan])
    baris = [
        Baris((
            siapa(rows[p.usulan_id]), ke_mana(rows[p.usulan_id]),
            kata[p.usulan_id].sebutan if p.usulan_id in kata else "tanpa sidang TPK",
            p.get_aksi_display(), p.diputus_oleh.nama, p.diputus_pada, p.alasan,
            keadaan(rows[p.usulan_id]),
        ), p.usulan_id)
        for p in putusan
    ]  # fmt: skip
    return Bagian(
        "tpk", "Menyimpang dari TPK",
        "Keputusan PyB atau PPK yang lain daripada rekomendasi TPK (W10), dengan alasan tertulis.",
        ("Pegawai", "Jabatan", "Kata TPK", "Keputusan", "Oleh", "Pada", "Alasan", "Keadaan"),
        tuple(baris), "Tidak ada keputusan yang menyimpang dari TPK.",
    )  # fmt: skip


def bagian_sepihak(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Moves without the employee's consent, by their ground."""
    sepihak = dengan_nama(kasus(pengguna, masa, per=per)).exclude(dasar_tanpa_kesediaan="")
    rows = list(sepihak.order_by("-tmt", "pk"))
    jawaban = {
        k.usulan_id: k.get_jawaban_display()
        for k in Kesediaan.objects.filter(usulan__in=[u.pk for u in rows])
        .order_by("dijawab_pada", "pk")
    }  # fmt: skip
    peka = not Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).semua
    baris = []
    for u in rows:
        tutup = peka and u.dasar_tanpa_kesediaan == KodeDasar.K3
        dasar = DISAMARKAN if tutup else _dasar(u)
        sel = (siapa(u), ke_mana(u), dasar, "" if tutup else u.uraian_tanpa_kesediaan,
               str(u.surat_tanpa_kesediaan.get("nomor", "")),
               jawaban.get(u.pk, "tidak menjawab"), u.tmt, keadaan(u))  # fmt: skip
        baris.append(Baris(sel, u.pk))
    return Bagian(
        "tanpa-kesediaan", "Tanpa kesediaan pegawai",
        "Perpindahan yang berjalan tanpa kesediaan, dengan dasar K1–K5.",
        ("Pegawai", "Jabatan", "Dasar", "Uraian", "Surat", "Jawaban pegawai", "TMT", "Keadaan"),
        tuple(baris), "Tidak ada perpindahan tanpa kesediaan.",
    )  # fmt: skip


def _dasar(u: UsulanMutasi) -> str:
    judul = JUDUL_DASAR.get(KodeDasar(u.dasar_tanpa_kesediaan), "")
    return f"{u.dasar_tanpa_kesediaan} {judul}".strip()


def bagian_unit(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Heads objected, and the case went on."""
    rows = {
        u.pk: u
        for u in dengan_nama(kasus(pengguna, masa, per=per)).exclude(status__in=BERAKHIR_TANPA)
    }
    telaah = TelaahUnit.objects.filter(usulan__in=list(rows), jawaban=JawabanTelaah.KEBERATAN)
    baris = [
        Baris((
            siapa(rows[t.usulan_id]), ke_mana(rows[t.usulan_id]), t.get_sisi_display(),
            t.unit.nama, t.alasan, t.dijawab_oleh.nama if t.dijawab_oleh else "",
            t.dijawab_pada, keadaan(rows[t.usulan_id]),
        ), t.usulan_id)
        for t in telaah.select_related("unit", "dijawab_oleh").order_by("-dijawab_pada", "-pk")
    ]  # fmt: skip
    return Bagian(
        "keberatan-unit", "Keberatan kepala unit dilewati",
        "Kepala unit asal atau tujuan berkeberatan, dan perpindahannya tetap berjalan.",
        ("Pegawai", "Jabatan", "Sisi", "Unit", "Keberatannya", "Oleh", "Pada", "Keadaan"),
        tuple(baris), "Tidak ada keberatan kepala unit yang dilewati.",
    )  # fmt: skip


def bagian_titipan(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Outside requests, and what became of the person afterwards, as far as it is announced."""
    rows = Titipan.objects.for_user(pengguna, per=per).filter(
        tanggal__gte=masa.dari, tanggal__lte=masa.sampai
    )
    rows = rows.select_related("pegawai", "formasi__jabatan", "formasi__unit", "dicatat_oleh")
    semua = list(rows.defer("pegawai__siasn", "pegawai__nik_sandi"))
    sesudah = _sesudah(pengguna, {t.pegawai_id for t in semua}, per=per)
    baris = []
    for t in semua:
        u = next((u for u in sesudah.get(t.pegawai_id, ()) if u.dibuat_pada.date() >= t.tanggal),
                 None)  # fmt: skip
        jabatan = f"{t.formasi.jabatan.nama}, {t.formasi.unit.nama}" if t.formasi else ""
        akibat = f"{keadaan(u)}: {ke_mana(u)}" if u else "tidak ada usulan yang diumumkan"
        sel = (t.tanggal, siapa(t), t.pihak, t.kedudukan, t.isi, jabatan, t.dicatat_oleh.nama,
               akibat)  # fmt: skip
        baris.append(Baris(sel, u.pk if u else None))
    return Bagian(
        "titipan", "Titipan",
        "Permintaan pihak luar tentang seseorang, dan apa yang terjadi dengannya sesudah itu.",
        ("Diterima", "Tentang", "Peminta", "Kedudukan", "Yang diminta", "Jabatan", "Dicatat oleh",
         "Sesudahnya"),
        tuple(baris), "Tidak ada titipan yang tercatat dalam masa ini.",
    )  # fmt: skip


def _sesudah(pengguna: Pengguna, orang: set[int], *, per: date) -> dict[int, list[Any]]:
    """The announced or ended cases of these people, oldest first."""
    hasil: dict[int, list[Any]] = {}
    rows = dengan_nama(terbuka(pengguna, per=per)).filter(pegawai__in=orang)
    for u in rows.order_by("dibuat_pada", "pk"):
        hasil.setdefault(u.pegawai_id, []).append(u)
    return hasil


def bagian_pertek(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """BKN was silent, and the silence counted as approval."""
    rows = {u.pk: u for u in dengan_nama(kasus(pengguna, masa, per=per))}
    pertek = PertekBkn.objects.filter(usulan__in=list(rows), hasil=HasilPertek.OTOMATIS)
    baris = [
        Baris((
            siapa(rows[p.usulan_id]), ke_mana(rows[p.usulan_id]), p.nomor_imut, p.diusulkan,
            p.otomatis_pada, keadaan(rows[p.usulan_id]),
        ), p.usulan_id)
        for p in pertek.order_by("-diusulkan", "-pk")
    ]  # fmt: skip
    return Bagian(
        "pertek-otomatis", "Pertek disetujui otomatis",
        "BKN tidak menjawab dalam waktunya, sehingga usul dianggap disetujui.",
        ("Pegawai", "Jabatan", "Nomor I-MUT", "Diusulkan", "Otomatis pada", "Keadaan"),
        tuple(baris), "Tidak ada pertek yang disetujui otomatis.",
    )  # fmt: skip


def bagian_jendela(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Moves inside a political window or shortly before one, and whether Mendagri agreed."""
    k = tetapan_jalan(per=per)
    rows = dengan_nama(kasus(pengguna, masa, per=per)).exclude(status__in=BERAKHIR_TANPA)
    kena: list[tuple[UsulanMutasi, str]] = []
    for u in rows.order_by("-tmt", "pk"):
        jendela, mulai = di_jendela(u.tmt, k), menjelang(u.tmt, k)
        if jendela is not None:
            kena.append((u, f"di dalam jendela {kalimat_jendela(jendela)}"))
        elif mulai is not None:
            kena.append((u, f"{(mulai - u.tmt).days} hari sebelum jendela dimulai"))
    izin = _izin_mendagri([u for u, _ in kena])
    baris = [
        Baris((
            siapa(u), ke_mana(u), NAMA_JENJANG[u.jenjang], u.tmt, letak,
            izin.get(u.pk) or ("belum tercatat" if u.jenjang in _TERBATAS else "tidak diwajibkan"),
            keadaan(u),
        ), u.pk)
        for u, letak in kena
    ]  # fmt: skip
    return Bagian(
        "jendela", "Dekat jendela politik",
        "Perpindahan di dalam jendela Pilkada atau sesudah pelantikan kepala daerah (H12), atau "
        "menjelang salah satunya.",
        ("Pegawai", "Jabatan", "Jenjang", "TMT", "Letak", "Izin Mendagri", "Keadaan"),
        tuple(baris), "Tidak ada perpindahan di dalam atau menjelang jendela politik.",
    )  # fmt: skip


_TERBATAS = frozenset(j.value for j in STRUKTURAL)


def _izin_mendagri(rows: list[UsulanMutasi]) -> dict[Any, str]:
    dokumen = DokumenMasuk.objects.filter(
        usulan__in=[u.pk for u in rows], jenis=JenisDokumenMasuk.IZIN_MENDAGRI, ditolak=False,
        diganti_pada__isnull=True,
    )  # fmt: skip
    return {d.usulan_id: f"{d.nomor}, {d.tanggal:%d-%m-%Y}" for d in dokumen.order_by("pk")}
