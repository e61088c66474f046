"""Acts on one case from its writing to its handing over to the TPK.

Each locks the case, asks the table (``jalan.mulai``), adds what is its own, writes its facts and
moves it (``jalan.maju``). What sends a case back or ends it stands in ``usulan_batal``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi.alur import Aksi, Gerbang, StatusUsulan, tujuan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import Sumber, Tahap
from mutasi.kernel.waktu import batas_telaah, gaji_mulai, kesediaan_sampai
from mutasi.models import AlasanUsulan, JawabanKesediaan, Kesediaan, UsulanMutasi
from mutasi.policies import berkas as policies_berkas
from mutasi.policies import usulan as policies
from mutasi.policies.jalan import pegawai_dari
from mutasi.policies.pengganti import sebagai
from mutasi.selectors.alternatif_beku import alternatif_banyak
from mutasi.selectors.aturan_usulan import Nilai
from mutasi.selectors.kesediaan_usulan import kesediaan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import aturan_jalan, jalan, usulan_aturan
from mutasi.services.berkas import kunci_berkas, tulis_berkas
from mutasi.services.telaah import minta_telaah
from mutasi.services.usulan_isi import (
    Isi,
    gerbang_wajib,
    isikan,
    kesalahan_tmt,
    tulis,
)
from mutasi.services.usulan_kabar import kabari_meja
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from mutasi.tindakan_jalan import ALASAN_DITULIS, USULAN_DITULIS
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.selectors import libur
from pegawai.models import Formasi, Pegawai
from penilaian.kernel.kata import tanggal
from penilaian.kernel.putusan import Putusan
from toolkit.policy import Refusal, WrongMoment

Dinilai = Sequence[Putusan] | None


@transaction.atomic
def tulis_usulan(
    berkas_id: UUID, *, oleh: Pengguna, per: date, pk: UUID | None = None, **isi: Unpack[Isi]
) -> UsulanMutasi:
    """Add a case to a file, as a draft; under the key ``pk`` when one was drawn before. Nobody
    writes one about himself or his kin."""
    berkas = kunci_berkas(berkas_id)
    policies_berkas.ubah_berkas.check(berkas, oleh, per=per)
    sumber = berkas.sumber if berkas.sumber in (Sumber.UNIT, Sumber.SOTK) else Sumber.BKD.value
    usulan = tulis(berkas, oleh=oleh, per=per, sumber=sumber, pk=pk, **isi)
    policies.tulis_tentang.check(usulan, oleh)
    return usulan


@transaction.atomic
def ubah_draf(usulan_id: UUID, *, oleh: Pengguna, per: date, **isi: Unpack[Isi]) -> UsulanMutasi:
    """Write on before it is handed in, or after it was returned."""
    usulan = jalan.kunci(usulan_id)
    policies.ubah_draf.check(usulan, oleh, per=per)
    berubah = isikan(usulan, **isi)
    if berubah:
        usulan.save()
        catat(USULAN_DITULIS, usulan, oleh=oleh, sesudah={"bidang": sorted(berubah)})
    return usulan


@transaction.atomic
def ajukan(usulan_id: UUID, *, oleh: Pengguna, per: date, putusan: Dinilai = None) -> UsulanMutasi:
    """Hand in: the gates of kind and level in force on the day are frozen; the maker is ``oleh``.

    Handed in again after a return it is a new version, and what was decided on the old one is void.
    """
    usulan = mulai_pengusul(usulan_id, Aksi.AJUKAN, oleh=oleh, per=per)
    return _ajukan(usulan, oleh=oleh, per=per, putusan=putusan)


def mulai_pengusul(usulan_id: UUID, aksi: Aksi, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    """Whoever asked for himself needs no right; all others ask the table."""
    usulan = jalan.kunci(usulan_id)
    if policies.permintaan_sendiri(usulan, oleh):
        policies.langkah_sendiri.check(usulan, aksi, oleh, per=per)
        return usulan
    return jalan.mulai(usulan_id, aksi, oleh=oleh, per=per)


def _ajukan(
    usulan: UsulanMutasi, *, oleh: Pengguna, per: date, putusan: Dinilai = None
) -> UsulanMutasi:
    k = tetapan_jalan(per=per)
    if salah := list(kesalahan_tmt(usulan, k, per=per)):
        raise WrongMoment(" ".join(salah), kode="tmt")
    kini = timezone.now()
    if usulan.status == StatusUsulan.DIKEMBALIKAN:
        gugurkan_persetujuan(usulan, "Diajukan lagi sesudah dikembalikan.")
        usulan.versi += 1
    if putusan is None:
        putusan = putusan_usulan([usulan], per=per)[usulan.pk]
    usulan.gerbang = urut_gerbang(usulan, putusan, per=per)
    usulan.diajukan_pada, usulan.diajukan_oleh = kini, oleh
    if usulan.sumber in (Sumber.UNIT, Sumber.PEGAWAI):
        # It comes from outside BKD: everybody there who works on cases may take it up.
        jalan.buka_sampai(usulan, Tahap.TERBATAS)
    jalan.maju(
        usulan, Aksi.AJUKAN, oleh=oleh,
        catatan={"gerbang": usulan.gerbang, "gaji_mulai": gaji_mulai(usulan.tmt, k)},
        kolom=["gerbang", "diajukan_pada", "diajukan_oleh", "versi"],
    )  # fmt: skip
    judul = "Ada usulan mutasi yang menunggu verifikasi"
    kabari_meja(usulan, Izin.USULAN_PROSES, "ajukan", judul, per=per)
    return usulan


def urut_gerbang(usulan: UsulanMutasi, putusan: Sequence[Putusan], *, per: date) -> list[str]:
    """The gates of the matrix, and that of permits where a rule asks for one."""
    ada = {*gerbang_wajib(usulan, per=per), *usulan_aturan.gerbang_izin(putusan)}
    return [satu.value for satu in Gerbang if satu.value in ada]


@transaction.atomic
def ajukan_dari_unit(*, oleh: Pengguna, per: date, **isi: Unpack[Isi]) -> UsulanMutasi:
    """A head proposes a move of his person, or somebody for a post in his office: a file of its
    own, handed in at once."""
    orang = Pegawai.objects.select_related("unit").filter(pk=isi.get("pegawai") or 0).first()
    if orang is None:
        raise Refusal("Pilih pegawai dari daftar.", kode="isi")
    ke = Formasi.objects.select_related("unit").filter(pk=isi.get("ke") or 0).first()
    policies.ajukan_unit.check(orang, ke, oleh, per=per)
    usulan = _berkas_sendiri("Usulan kepala unit", Sumber.UNIT, oleh=oleh, per=per, isi=isi)
    return _ajukan(usulan, oleh=oleh, per=per)


@transaction.atomic
def ajukan_sendiri(*, oleh: Pengguna, per: date, **isi: Unpack[Isi]) -> UsulanMutasi:
    """An employee asks for himself: a file of its own, handed in at once.

    His signed wish is an answer "ingin" to what he asked for. It is taken whether or not another
    case about him runs that he was not told of, and waits for verification beside it.
    """
    orang = pegawai_dari(oleh)
    policies.ajukan_sendiri.check(orang, oleh)
    isi["pegawai"] = orang.pk if orang else 0
    usulan = _berkas_sendiri("Permintaan sendiri", Sumber.PEGAWAI, oleh=oleh, per=per, isi=isi)
    usulan = _ajukan(usulan, oleh=oleh, per=per)
    if Gerbang.KESEDIAAN in usulan.gerbang:
        Kesediaan.objects.create(
            usulan=usulan, versi=usulan.versi, jawaban=JawabanKesediaan.INGIN,
            uraian="Permintaan sendiri.", dijawab_pada=timezone.now(), dijawab_oleh=oleh,
            berlaku_sampai=kesediaan_sampai(per, tetapan_jalan(per=per)),
        )  # fmt: skip
    return usulan


def _berkas_sendiri(
    nama: str, sumber: Sumber, *, oleh: Pengguna, per: date, isi: Isi
) -> UsulanMutasi:
    tmt = isi.get("tmt")
    if tmt is None:
        raise Refusal("Tulis TMT yang diusulkan.", kode="isi")
    berkas = tulis_berkas(oleh=oleh, per=per, nama=nama, tmt=tmt, sumber=sumber)
    return tulis(berkas, oleh=oleh, per=per, sumber=sumber, **isi)


@transaction.atomic
def verifikasi(
    usulan_id: UUID, *, oleh: Pengguna, per: date, catatan: str, putusan: Dinilai = None
) -> UsulanMutasi:
    """The analyst's look: the pair rules run, what fails refuses, what warns has its reason; the
    look is frozen."""
    usulan = jalan.mulai(usulan_id, Aksi.VERIFIKASI, oleh=oleh, per=per)
    periksa_isi(usulan, "verifikasi", oleh=oleh, per=per, catatan=catatan, putusan=putusan)
    jalan.maju(
        usulan, Aksi.VERIFIKASI, oleh=oleh, alasan=catatan,
        kolom=["catatan_verifikasi", "fakta_berubah", "gerbang"],
    )  # fmt: skip
    return usulan


def periksa_isi(
    usulan: UsulanMutasi, untuk: str, *, oleh: Pengguna, per: date, catatan: str,
    putusan: Dinilai = None,
) -> None:  # fmt: skip
    """Run the rules on the present content of a locked case, and freeze the look.

    A permit that became necessary since it was handed in joins the gates.
    """
    if not catatan.strip():
        raise Refusal("Tulis catatan verifikasinya.", kode="tanpa_catatan")
    if putusan is None:
        putusan = putusan_usulan([usulan], per=per)[usulan.pk]
    usulan_aturan.wajib_lolos(usulan, putusan)
    ada = {*usulan.gerbang, *usulan_aturan.gerbang_izin(putusan)}
    usulan.gerbang = [satu.value for satu in Gerbang if satu.value in ada]
    usulan.catatan_verifikasi, usulan.fakta_berubah = catatan, []
    usulan_aturan.bekukan(usulan, untuk, putusan, oleh=oleh)


@transaction.atomic
def tulis_alasan_w(
    usulan_id: UUID, *, oleh: Pengguna, per: date, kode: str, alasan: str
) -> AlasanUsulan:
    """Why a warning is accepted, or by which paper a rule was judged that the data cannot judge."""
    usulan = jalan.kunci(usulan_id)
    policies.tulis_alasan.check(usulan, oleh, per=per)
    perlu = int(tetapan_jalan(per=per).min_huruf_alasan)
    if len(alasan.strip()) < perlu:
        raise Refusal(f"Tulis alasannya paling sedikit {perlu} huruf.", kode="alasan_pendek")
    baris = AlasanUsulan.objects.create(
        usulan=usulan, kode=kode, ke=usulan.ke, alasan=alasan.strip(),
        ditulis_pada=timezone.now(), ditulis_oleh=oleh,
    )  # fmt: skip
    catat(ALASAN_DITULIS, usulan, oleh=oleh, sesudah={"kode": kode})
    return baris


@transaction.atomic
def periksa(usulan_id: UUID, *, oleh: Pengguna, per: date, catatan: str = "") -> UsulanMutasi:
    """Kabid passes it on: to the heads of both offices where the matrix asks them, who have until
    a day to answer; else on to the employee or the study."""
    usulan = jalan.mulai(usulan_id, Aksi.PERIKSA, oleh=oleh, per=per)
    batas = None
    if tujuan(Aksi.PERIKSA, usulan.gerbang) is StatusUsulan.DITELAAH_UNIT:
        batas = batas_telaah(per, tetapan_jalan(per=per), libur(per))
        minta_telaah(usulan, batas=batas, per=per)
    peran = sebagai(usulan, Aksi.PERIKSA, oleh, per=per)
    jalan.maju(usulan, Aksi.PERIKSA, oleh=oleh, alasan=catatan, tenggat=batas, peran=peran)
    return usulan


@transaction.atomic
def kaji(usulan_id: UUID, *, oleh: Pengguna, per: date, catatan: str = "") -> UsulanMutasi:
    """Kabid takes it into the study: with consent, or with the ground that stands in for it."""
    usulan = jalan.mulai(usulan_id, Aksi.KAJI, oleh=oleh, per=per)
    sepihak = wajib_sedia(usulan, per=per)
    jalan.maju(usulan, Aksi.KAJI, oleh=oleh, alasan=catatan, catatan={"sepihak": sepihak})
    return usulan


def wajib_sedia(usulan: UsulanMutasi, *, per: date) -> str:
    """The code of the ground when it goes on without consent, else empty; without both it stops."""
    lanjut = kesediaan(usulan, per=per)
    if not lanjut.boleh:
        raise WrongMoment(f"{lanjut.bunyi} {lanjut.perbaikan}".strip(), kode="kesediaan")
    return usulan.dasar_tanpa_kesediaan if lanjut.sepihak else ""


@transaction.atomic
def kaji_ulang(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> UsulanMutasi:
    """Back into the study, from a session that put it off or from BKN."""
    usulan = jalan.mulai(usulan_id, Aksi.KAJI_ULANG, oleh=oleh, per=per)
    return jalan.maju(usulan, Aksi.KAJI_ULANG, oleh=oleh, alasan=alasan)


@transaction.atomic
def serahkan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, catatan: str = "", siap: Nilai | None = None,
    lain: Mapping[str, Any] | None = None,
) -> UsulanMutasi:  # fmt: skip
    """The head of BKPSDM hands it over: all rules and consent once more on the facts of today, and
    what the TPK will see is frozen. ``lain``: who else could fill the post, found for many cases
    together (``alternatif_beku``)."""
    usulan = jalan.mulai(usulan_id, Aksi.SERAHKAN, oleh=oleh, per=per)
    sepihak = wajib_sedia(usulan, per=per)
    putusan = aturan_jalan.pastikan_satu(usulan, Titik.SIDANG, oleh=oleh, per=per, siap=siap).semua
    usulan.fakta_berubah = []
    if lain is None:
        lain = alternatif_banyak([usulan], per=per).get(usulan.pk, {})
    usulan_aturan.bekukan(
        usulan, "tpk", putusan, oleh=oleh, sepihak=sepihak, telaah=_telaah(usulan),
        kesediaan=_kesediaan(usulan), alternatif=lain,
    )  # fmt: skip
    peran = sebagai(usulan, Aksi.SERAHKAN, oleh, per=per)
    return jalan.maju(
        usulan, Aksi.SERAHKAN, oleh=oleh, alasan=catatan, peran=peran, kolom=["fakta_berubah"]
    )


def _telaah(usulan: UsulanMutasi) -> list[dict[str, str]]:
    rows = usulan.telaah.filter(versi=usulan.versi).order_by("sisi")
    return [{"sisi": t.sisi, "jawaban": t.jawaban, "alasan": t.alasan} for t in rows]


def _kesediaan(usulan: UsulanMutasi) -> dict[str, str]:
    akhir = usulan.kesediaan.filter(versi=usulan.versi).order_by("-dijawab_pada", "-pk").first()
    if akhir is None:
        return {}
    return {"jawaban": akhir.jawaban, "alasan": akhir.alasan, "uraian": akhir.uraian,
            "berlaku_sampai": tanggal(akhir.berlaku_sampai)}  # fmt: skip


def gugurkan_persetujuan(usulan: UsulanMutasi, sebab: str) -> int:
    """Void what was decided on the content of a locked case, as it stood; how many."""
    kini = timezone.now()
    return usulan.persetujuan.filter(gugur_pada__isnull=True).update(
        gugur_pada=kini, sebab_gugur=sebab[:255]
    )
