"""The page of one case: the answer first, then its road, its rules, its papers and its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mutasi.alur import AKHIR, BERJALAN, JAUH, Aksi, Gerbang, StatusUsulan
from mutasi.models import (
    AgendaSidang,
    AlasanKesediaan,
    BarisKeputusan,
    BekuanUsulan,
    DokumenMasuk,
    Kesediaan,
    PenyampaianUsulan,
    Persetujuan,
    PertekBkn,
    TelaahUnit,
    Titipan,
    UsulanMutasi,
)
from mutasi.policies.jalan import memegang, yang_terhitung
from mutasi.policies.pengganti import siapa_pengganti
from mutasi.selectors.kesediaan_usulan import kesediaan, sebut_dasar
from mutasi.selectors.usulan_jalan import Titik, jalan
from mutasi.selectors.usulan_tunggu import LANJUT, di_tangan
from mutasi.snapshots.fakta import fakta_kata
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.kata import daftar, tanggal

S = StatusUsulan
_TUNGGU_SEDIA = (S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN, S.DIKAJI)


@dataclass
class RincianUsulan:
    """Everything the page shows but the rules, which are asked beside it (``usulan_syarat``).

    ``kurang``: what is missing, in sentences with the cure.
    """

    usulan: UsulanMutasi
    jalan: list[Titik]
    telaah: list[TelaahUnit]
    penyampaian: list[PenyampaianUsulan]
    kesediaan: list[Kesediaan]
    bekuan: list[BekuanUsulan]
    keputusan: list[Persetujuan]
    dokumen: list[DokumenMasuk]
    agenda: list[AgendaSidang]
    pertek: list[PertekBkn]
    sk: list[BarisKeputusan]
    titipan: int | None
    # On what it goes on without consent, as this reader may read it.
    dasar: str
    # Words about health are for those who process or decide.
    kesehatan: bool
    kurang: list[str] = field(default_factory=list)
    pengganti: str = ""  # who takes the next step when its own holder may not

    @property
    def siapa(self) -> str:
        """With whom it lies."""
        return di_tangan(self.usulan.status)

    @property
    def berakhir(self) -> bool:
        """Nothing moves it any more."""
        return self.usulan.status in AKHIR

    @property
    def disampaikan(self) -> PenyampaianUsulan | None:
        """How he was told of the content that stands now."""
        ada = [p for p in self.penyampaian if p.versi == self.usulan.versi]
        return ada[0] if ada else None

    @property
    def menunggu_dialog(self) -> bool:
        """The latest answer says *merasa belum mampu*, and nobody has talked about it yet."""
        akhir = [k for k in self.kesediaan if k.versi == self.usulan.versi][:1]
        return any(
            k.alasan == AlasanKesediaan.BELUM_MAMPU and not hasattr(k, "dialog") for k in akhir
        )

    def pernah(self, pengguna: Pengguna) -> tuple[Aksi, ...]:
        """What this person did in it that still counts, for the ban on double roles."""
        return yang_terhitung(self.usulan, self.keputusan, pengguna)

    @property
    def lewat(self) -> int:
        """Reviews passed over in silence."""
        return sum(t.jawaban == "lewat" for t in self.telaah)


def rincian(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> RincianUsulan:
    """Read only what a case this far can have."""
    jauh = usulan.terjauh
    singgah = list(usulan.singgah.select_related("oleh"))
    hasil = RincianUsulan(
        usulan=usulan,
        jalan=jalan(usulan, usulan.gerbang, singgah),
        telaah=_bila(
            Gerbang.TELAAH in usulan.gerbang and jauh >= JAUH[S.DITELAAH_UNIT],
            lambda: usulan.telaah.filter(versi=usulan.versi)
            .select_related("unit", "dijawab_oleh"),
        ),
        penyampaian=_bila(
            jauh > JAUH[S.SIAP_DIBERITAHUKAN],
            lambda: usulan.penyampaian.select_related("disampaikan_oleh", "dicatat_oleh")
            .defer("isi"),
        ),
        kesediaan=_bila(
            Gerbang.KESEDIAAN in usulan.gerbang,
            lambda: usulan.kesediaan.select_related("dijawab_oleh", "dialog__dicatat_oleh"),
        ),
        bekuan=_bila(jauh > JAUH[S.DIAJUKAN], lambda: usulan.bekuan.defer("isi")),
        keputusan=_bila(
            jauh > JAUH[S.DIAJUKAN], lambda: usulan.persetujuan.select_related("diputus_oleh")
        ),
        dokumen=list(usulan.dokumen_masuk.filter(diganti_pada__isnull=True)
                     .select_related("dicatat_oleh")),
        agenda=_bila(
            jauh >= JAUH[S.SIDANG_TPK], lambda: usulan.agenda.select_related("sidang")
        ),
        pertek=_bila(jauh >= JAUH[S.DIUSULKAN_BKN], lambda: usulan.pertek.all()),
        sk=_bila(
            jauh >= JAUH[S.DISETUJUI_PPK],
            lambda: usulan.keputusan.select_related("keputusan").exclude(
                keputusan__status="batal"
            ),
        ),
        titipan=_titipan(usulan, pengguna, per),
        dasar=sebut_dasar(usulan, pengguna, per=per),
        kesehatan=memegang(pengguna, Izin.USULAN_PROSES, Izin.SIDANG_LIHAT, per=per),
    )  # fmt: skip
    hasil.kurang = list(_kurang(hasil, per))
    if usulan.status in LANJUT:
        hasil.pengganti = siapa_pengganti(usulan, LANJUT[usulan.status][0], per=per)
    return hasil


def _bila(ya: bool, baca: Any) -> list[Any]:
    return list(baca()) if ya else []


def _titipan(usulan: UsulanMutasi, pengguna: Pengguna, per: date) -> int | None:
    """How many outside requests are on record; None for whom that is not."""
    if not Jangkauan.milik(pengguna, Izin.TITIPAN_LIHAT, per=per).semua:
        return None
    rows = Titipan.objects.for_user(pengguna, per=per)
    return rows.filter(pegawai=usulan.pegawai_id).count()


def _kurang(r: RincianUsulan, per: date) -> Any:
    """What keeps the case from going on, each with what would cure it."""
    u = r.usulan
    if u.status not in BERJALAN:
        return
    for t in r.telaah:
        if u.status == S.DITELAAH_UNIT and t.dijawab_pada is None:
            sisi = t.get_sisi_display().lower()
            yield f"Jawaban {t.unit.nama} ({sisi}), batas {tanggal(t.batas)}."
    if (
        r.disampaikan is not None
        and r.disampaikan.dicatat_pada is None
        and u.status in _TUNGGU_SEDIA
    ):
        yield "Catatan percakapan atasan belum ada; TPK akan diperingatkan."
    yield from _kurang_sedia(r, per)
    if u.fakta_berubah:
        yield f"Data pegawai berubah sejak diperiksa: {daftar(fakta_kata(u))}. Periksa lagi."
    if u.status == S.DIUSULKAN_BKN:
        for p in r.pertek:
            if p.dijawab_pada is None:
                yield f"Jawaban BKN atas {p.nomor_imut}, batas {tanggal(p.batas)}."
    if u.tenggat and u.tenggat < per:
        yield f"Batas waktu {tanggal(u.tenggat)} sudah lewat."


def _kurang_sedia(r: RincianUsulan, per: date) -> Any:
    """The consent that is missing; once a ground is named, the act itself judges it."""
    u = r.usulan
    if r.disampaikan is None or u.status not in _TUNGGU_SEDIA or u.dasar_tanpa_kesediaan:
        return
    lanjut = kesediaan(u, per=per)
    if not lanjut.boleh:
        yield f"{lanjut.bunyi} {lanjut.perbaikan}".strip()
