"""What a session says of each name: votes, standing aside, the recommendation and its ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import StatusUsulan
from mutasi.kernel.sidang import cela_putusan, lengkapi_keterangan, putusan_dari
from mutasi.models import AgendaSidang, KehadiranSidang, MacamSuara, SidangTPK, SuaraSidang
from mutasi.policies import sidang as policies
from mutasi.selectors.sidang_suara import (
    aturan_sidang,
    kehadiran,
    kursi_sendiri,
    nama_butir,
    suara_butir,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services.jalan import HasilBaris, berkerabat, tiap_baris
from mutasi.services.sidang import catat_menyingkir
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import yang_berhubungan
from toolkit.policy import Refusal, WrongMoment

BERUBAH = (
    "Usulan ini berubah atau tidak lagi menunggu sidang sejak masuk agenda. Keluarkan dari agenda."
)


@dataclass(frozen=True)
class IsiPutusan:
    """What is recorded of a name. ``rekomendasi``: a code of the vocabulary; ``suara``: by member
    (vote, note); ``sepakat``: who came and said nothing agrees."""

    rekomendasi: str
    alasan: str
    keterangan: tuple[str, ...] = ()
    syarat: str = ""
    alternatif: Pegawai | None = None
    alasan_alternatif: str = ""
    suara: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    sepakat: bool = False


def kunci_butir(butir_id: int) -> AgendaSidang:
    """The item with its case, its session held first."""
    sidang = AgendaSidang.objects.values_list("sidang", flat=True).get(pk=butir_id)
    SidangTPK.objects.locked(sidang)
    rows = AgendaSidang.objects.select_related("sidang__tim", "usulan__pegawai")
    butir = rows.filter(pk=butir_id).first()
    if butir is None:
        raise WrongMoment("Nama ini baru saja dikeluarkan dari agenda.")
    return butir


@transaction.atomic
def catat_putusan(butir_id: int, isi: IsiPutusan, *, oleh: Pengguna, per: date) -> AgendaSidang:
    """Record votes and recommendation together; the name stands as written or not at all."""
    butir = kunci_butir(butir_id)
    kerabat = berkerabat(butir.usulan, oleh)
    policies.putuskan.check(butir, oleh, per=per, kerabat=kerabat)
    _periksa_berlaku(butir)
    kursi = kehadiran(butir.sidang)
    _periksa_alternatif(butir, isi, kursi)
    _tulis_suara(butir, isi, kursi, oleh)
    aturan = aturan_sidang(butir.sidang)
    suara = suara_butir([butir.pk])[butir.pk]
    nama = nama_butir(kursi, suara, aturan)
    kata = {pk: s.suara for pk, s in suara.items()}
    keterangan = lengkapi_keterangan({isi.rekomendasi, *isi.keterangan}, kata)
    min_huruf = tetapan_jalan(per=butir.sidang.tanggal).min_huruf_alasan
    cela = cela_putusan(isi.rekomendasi, isi.alasan, keterangan, nama, min_huruf=min_huruf)
    if cela:
        raise Refusal(" ".join(cela), kode="putusan")
    lama = butir.putusan
    butir.putusan, butir.alasan = putusan_dari(isi.rekomendasi), isi.alasan.strip()
    butir.keterangan, butir.syarat = keterangan, isi.syarat
    butir.alternatif, butir.alasan_alternatif = isi.alternatif, isi.alasan_alternatif
    butir.dicatat_pada, butir.dicatat_oleh = timezone.now(), oleh
    butir.save(update_fields=KOLOM)
    catat(
        tindakan.SIDANG_DICATAT, butir.sidang, oleh=oleh, sebelum={"putusan": lama},
        sesudah={"usulan": str(butir.usulan_id), "versi": butir.versi, "putusan": butir.putusan,
                 "keterangan": keterangan, "suara": nama.putusan.kalimat},
    )  # fmt: skip
    return butir


def coba_putusan(butir_id: int, isi: IsiPutusan, *, oleh: Pengguna, per: date) -> str:
    """Record it; what is wrong with what was typed comes back as a sentence, to be mended there."""
    try:
        catat_putusan(butir_id, isi, oleh=oleh, per=per)
    except Refusal as penolakan:
        if penolakan.kode not in ISIAN:
            raise
        return penolakan.kalimat
    return ""


ISIAN = frozenset({"putusan", "suara", "alternatif"})
KOLOM = [
    "putusan", "alasan", "keterangan", "syarat", "alternatif", "alasan_alternatif", "dicatat_pada",
    "dicatat_oleh",
]  # fmt: skip


def putuskan_banyak(
    sidang_id: UUID, butir: Iterable[int], isi: IsiPutusan, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """The same recommendation and ground for several names, each told for itself."""
    pilih = AgendaSidang.objects.filter(sidang=sidang_id, pk__in=list(butir)).order_by("urutan")
    menurut = dict(pilih.values_list("usulan", "pk"))

    def satu(usulan: UUID) -> None:
        pk = menurut[usulan]
        catat_putusan(pk, replace(isi, suara=_suara_kini(pk)), oleh=oleh, per=per)

    return tiap_baris(menurut, satu, berhasil="putusan tercatat")


def _suara_kini(butir: int) -> dict[int, tuple[str, str]]:
    """What members said already stays when many names are decided at once."""
    rows = SuaraSidang.objects.filter(agenda=butir).exclude(suara=MacamSuara.MUNDUR)
    return {a: (s, c) for a, s, c in rows.values_list("anggota", "suara", "catatan")}


def _periksa_berlaku(butir: AgendaSidang) -> None:
    usulan = butir.usulan
    if usulan.status != StatusUsulan.SIDANG_TPK or usulan.versi != butir.versi:
        raise WrongMoment(BERUBAH)


def _periksa_alternatif(
    butir: AgendaSidang, isi: IsiPutusan, kursi: Iterable[KehadiranSidang]
) -> None:
    lain = isi.alternatif
    if lain is None:
        return
    if lain.pk == butir.usulan.pegawai_id:
        raise Refusal("Pilihan pengganti adalah orang lain.", kode="alternatif")
    if not isi.alasan_alternatif.strip():
        raise Refusal("Tulis alasan memilih penggantinya.", kode="alternatif")
    hadir = {k.anggota.pengguna_id for k in kursi if k.hadir}
    akun = dict(Pegawai.objects.filter(pengguna__in=hadir).values_list("pk", "pengguna__nama"))
    kena = ({lain.pk} | yang_berhubungan(lain.pk, akun)) & akun.keys()
    mundur = SuaraSidang.objects.filter(agenda=butir, suara=MacamSuara.MUNDUR)
    kena -= set(mundur.values_list("anggota__pengguna__pegawai", flat=True))
    if kena:
        nama = ", ".join(sorted(akun[satu] for satu in kena))
        raise Refusal(
            f"{nama} mempunyai benturan kepentingan dengan pilihan pengganti; catat lebih dahulu "
            "bahwa ia menyingkir dari nama ini.",
            kode="alternatif",
        )


def _tulis_suara(
    butir: AgendaSidang, isi: IsiPutusan, kursi: Iterable[KehadiranSidang], oleh: Pengguna
) -> None:
    """Replace the votes of those who may vote; who stood aside stays aside."""
    lama = SuaraSidang.objects.filter(agenda=butir)
    mundur = set(lama.filter(suara=MacamSuara.MUNDUR).values_list("anggota", flat=True))
    pemilih = {k.anggota_id for k in kursi if k.hadir and k.anggota.bersuara} - mundur
    kini, baru = timezone.now(), []
    for anggota in sorted(pemilih):
        bawaan = (str(MacamSuara.SETUJU.value), "") if isi.sepakat else ("", "")
        suara, catatan = isi.suara.get(anggota, bawaan)
        suara = suara or bawaan[0]
        if suara == MacamSuara.TIDAK and not catatan.strip():
            raise Refusal("Pendapat berbeda memuat alasannya.", kode="suara")
        if suara:
            baru.append(SuaraSidang(
                agenda=butir, anggota_id=anggota, suara=suara, catatan=catatan.strip(),
                dicatat_pada=kini, dicatat_oleh=oleh,
            ))  # fmt: skip
    lama.exclude(suara=MacamSuara.MUNDUR).delete()
    SuaraSidang.objects.bulk_create(baru)


@transaction.atomic
def catat_suara(
    butir_id: int, *, suara: str, catatan: str, oleh: Pengguna, per: date
) -> AgendaSidang:
    """A member says for himself how he stands to the recommendation."""
    butir = kunci_butir(butir_id)
    policies.bersuara.check(butir, oleh, per=per)
    _periksa_berlaku(butir)
    if suara == MacamSuara.TIDAK and not catatan.strip():
        raise Refusal("Pendapat berbeda memuat alasannya.", kode="suara")
    kursi = kursi_sendiri(butir.sidang, oleh)
    SuaraSidang.objects.update_or_create(
        agenda=butir, anggota=kursi.anggota,
        defaults={"suara": suara, "catatan": catatan.strip(), "dicatat_pada": timezone.now(),
                  "dicatat_oleh": oleh},
    )  # fmt: skip
    catat(
        tindakan.SIDANG_DICATAT, butir.sidang, oleh=oleh,
        sesudah={"usulan": str(butir.usulan_id), "suara": suara},
    )  # fmt: skip
    return butir


@transaction.atomic
def mundur(butir_id: int, *, alasan: str, oleh: Pengguna, per: date) -> AgendaSidang:
    """Stand aside from one name; what was recorded of it is open again for the others."""
    butir = kunci_butir(butir_id)
    policies.mundur.check(butir, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasan menyingkir dari nama ini.", kode="tanpa_alasan")
    kursi = kursi_sendiri(butir.sidang, oleh)
    catat_menyingkir([(butir.pk, kursi.anggota_id)], alasan.strip()[:1000], oleh=oleh)
    butir.putusan, butir.dicatat_pada, butir.dicatat_oleh = "", None, None
    butir.save(update_fields=["putusan", "dicatat_pada", "dicatat_oleh"])
    catat(
        tindakan.SIDANG_DICATAT, butir.sidang, oleh=oleh,
        sesudah={"usulan": str(butir.usulan_id), "suara": str(MacamSuara.MUNDUR.value)},
    )  # fmt: skip
    return butir
