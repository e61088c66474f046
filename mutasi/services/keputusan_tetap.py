"""Setting a decree: the rules asked once more, the paper frozen, every case moved; all or nothing.

The same act carries out what kind of decree it is: a mutation moves its cases, one that replaces
another leaves them where they stand, a revocation ends them and gives the old posts back, a
correction only speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import SUDAH_BERLAKU, Aksi
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.bahan import Naskah
from mutasi.kernel.naskah.periksa import siap_terbit
from mutasi.kernel.nomor import CaraNomor
from mutasi.models import JenisKeputusan, Keputusan, StatusKeputusan, UsulanMutasi
from mutasi.policies import keputusan as policies
from mutasi.policies.jalan import bukan_diri
from mutasi.selectors.keputusan_aturan import periksa_keputusan
from mutasi.selectors.keputusan_isi import kasus_lengkap
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.keputusan import cocok, kunci, kunci_satu
from mutasi.services.naskah_pdf import Wujud, naskah_pdf
from mutasi.services.nomor import nomor_sk
from mutasi.services.pelaksanaan_pulih import pulihkan_banyak
from organisasi.models import Disposisi, Pengguna
from organisasi.services.pemberitahuan import beri_tahu_banyak
from toolkit.pdf import Pdf
from toolkit.policy import Refusal, WrongMoment

J = JenisKeputusan


def pangkal_periksa(kode: str, pangkal: str = "") -> str:
    """The check page of a code; ``pangkal``: scheme and host of this installation."""
    return f"{pangkal.rstrip('/')}{reverse('mutasi:periksa', args=[kode])}"


def alamat_periksa(k: Keputusan, pangkal: str = "") -> str:
    """Where the code on a decree leads."""
    return pangkal_periksa(k.kode, pangkal)


@transaction.atomic
def tetapkan(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, sidik: str = "", pangkal: str = ""
) -> Keputusan:
    """Set it as its signer. ``sidik``: the hash of the draft he read, refused when it is another.

    All cases of the decree move, or none.
    """
    k = kunci(keputusan_id)
    cara = tetapan_jalan(per=per).nomor_sk_cara
    policies.tetapkan.check(k, oleh, per=per, cara=cara)
    if sidik and sidik != k.sidik:
        raise WrongMoment(
            "Draf ini berubah sejak Anda membukanya. Baca lagi sebelum menetapkan.", kode="usang"
        )
    return _tetapkan(k, oleh=oleh, per=per, pangkal=pangkal)


@transaction.atomic
def tetapkan_dari_kertas(
    keputusan_id: UUID, disposisi_id: int, *, oleh: Pengguna, per: date, pangkal: str = ""
) -> Keputusan:
    """Record that the signer set it on paper: his the decision, ``oleh`` only wrote it down."""
    rows = Disposisi.objects.select_for_update(of=("self",)).select_related("pejabat__pengguna")
    disposisi = rows.get(pk=disposisi_id)
    k = kunci(keputusan_id)
    cara = tetapan_jalan(per=per).nomor_sk_cara
    policies.tetapkan_kertas.check(k, disposisi, oleh, per=per, cara=cara)
    pejabat = disposisi.pejabat.pengguna
    policies.tetapkan.check(k, pejabat, per=disposisi.tanggal, cara=cara)
    return _tetapkan(k, oleh=pejabat, per=per, pangkal=pangkal, disposisi=disposisi, pencatat=oleh)


def _tetapkan(
    k: Keputusan, *, oleh: Pengguna, per: date, pangkal: str,
    disposisi: Disposisi | None = None, pencatat: Pengguna | None = None,
) -> Keputusan:  # fmt: skip
    pada = disposisi.tanggal if disposisi else per
    lama = kunci(k.ubah_dari_id) if k.ubah_dari_id else None
    usulan = _kunci_baris(k, oleh=oleh, per=pada, pencatat=pencatat)
    cocok(k, per=per)
    if not k.nomor and tetapan_jalan(per=per).nomor_sk_cara is CaraNomor.DERET:
        k.nomor, k.tanggal = nomor_sk(tetapan_jalan(per=per).nomor_sk_pola, per), per
        k.dinomori_pada, k.dinomori_oleh = timezone.now(), oleh
    naskah = replace(beku.baca(k.isi), nomor=k.nomor, tanggal=k.tanggal)
    _wajib(k, naskah, usulan, per=per)
    k.isi = beku.kanonik(naskah)
    k.sidik = beku.sidik(k.isi)
    _simpan_pdf(k, naskah_pdf(k.isi, Wujud(draf=False, url=alamat_periksa(k, pangkal))))
    k.status = StatusKeputusan.DITETAPKAN
    k.ditetapkan_pada, k.ditetapkan_oleh = timezone.now(), oleh
    k.save(update_fields=[
        "nomor", "tanggal", "dinomori_pada", "dinomori_oleh", "isi", "sidik", "pdf", "pdf_sha256",
        "status", "ditetapkan_pada", "ditetapkan_oleh",
    ])  # fmt: skip
    _jalankan(k, lama, usulan, oleh=oleh, per=per, disposisi=disposisi, pencatat=pencatat)
    _kabari(k, usulan)
    catat(
        tindakan.KEPUTUSAN_DITETAPKAN, k, oleh=pencatat or oleh,
        sesudah={"nomor": k.nomor, "tanggal": k.tanggal, "sidik": k.sidik,
                 "pdf_sha256": k.pdf_sha256, "orang": len(usulan),
                 **({"disposisi": disposisi.nomor} if disposisi else {})},
    )  # fmt: skip
    return k


def _aksi(k: Keputusan) -> Aksi | None:
    """What the decree does to its cases by the table; None: nothing."""
    if k.jenis == J.MUTASI and k.ubah_dari_id is None:
        return Aksi.TETAPKAN
    return Aksi.CABUT if k.jenis == J.PENCABUTAN else None


def _kunci_baris(
    k: Keputusan, *, oleh: Pengguna, per: date, pencatat: Pengguna | None
) -> list[UsulanMutasi]:
    """Hold every case, the table asked for each; a refusal says which row it is about."""
    aksi = _aksi(k)
    urutan = dict(k.baris.values_list("usulan", "urutan"))
    if not urutan:
        raise Refusal("Draf ini tidak memuat seorang pun.", kode="kosong")
    for pk in sorted(urutan):
        try:
            if aksi is None:
                _ikut(k, kunci_satu(pk), oleh=oleh, per=per)
            else:
                jalan.mulai(pk, aksi, oleh=oleh, per=per)
            _bukan_pencatat(pk, pencatat)
        except Refusal as tolak:
            raise type(tolak)(f"Baris {urutan[pk]}: {tolak.kalimat}") from tolak
    return sorted(kasus_lengkap(urutan), key=lambda u: urutan[u.pk])


def _ikut(k: Keputusan, usulan: UsulanMutasi, *, oleh: Pengguna, per: date) -> None:
    kerabat = jalan.berkerabat(usulan, oleh)
    if k.jenis == J.RALAT:
        for tolak in bukan_diri(usulan, oleh, kerabat=kerabat):
            raise tolak
        return
    policies.ganti_usulan.check(usulan, oleh, per=per, kerabat=kerabat)


def _bukan_pencatat(pk: UUID, pencatat: Pengguna | None) -> None:
    """Who writes down what another decided is as little concerned as he."""
    if pencatat is None:
        return
    usulan = kunci_satu(pk)
    for tolak in bukan_diri(usulan, pencatat, kerabat=jalan.berkerabat(usulan, pencatat)):
        raise tolak


def _wajib(k: Keputusan, naskah: Naskah, usulan: Sequence[UsulanMutasi], *, per: date) -> None:
    """Refuse with every rule that stops the decree, and with what the paper lacks."""
    if kurang := siap_terbit(naskah):
        raise WrongMoment(" ".join(kurang[:5]), kode="naskah")
    if k.jenis != J.MUTASI:
        return
    hasil = periksa_keputusan(k, usulan, per=per)
    if tolak := (*hasil.halangan, *hasil.perhatian):
        raise WrongMoment(" ".join(t.kalimat for t in tolak), kode=tolak[0].putusan.kode)


def _simpan_pdf(k: Keputusan, pdf: Pdf) -> None:
    k.pdf_sha256 = pdf.sha256
    k.pdf.save(f"{pdf.sha256[:16]}.pdf", ContentFile(pdf.isi), save=False)


def _jalankan(
    k: Keputusan, lama: Keputusan | None, usulan: Sequence[UsulanMutasi], *, oleh: Pengguna,
    per: date, disposisi: Disposisi | None, pencatat: Pengguna | None,
) -> None:  # fmt: skip
    aksi = _aksi(k)
    ids = [u.pk for u in usulan]
    if aksi is Aksi.CABUT:
        berlaku = [u.pk for u in usulan if u.status in SUDAH_BERLAKU]
        if berlaku:
            pulihkan_banyak(berlaku, keputusan=k, oleh=oleh, per=per)
    for u in usulan:
        if aksi is None:
            break
        u.tmt, kolom = (k.tmt, ["tmt"]) if aksi is Aksi.TETAPKAN else (u.tmt, [])
        jalan.maju(
            u, aksi, oleh=oleh, alasan=k.alasan, disposisi=disposisi, pencatat=pencatat,
            catatan={"nomor": k.nomor, "tanggal": k.tanggal, "tmt": k.tmt}, kolom=kolom,
        )  # fmt: skip
    if lama is None or k.jenis == J.RALAT:
        return
    if k.jenis == J.MUTASI:
        UsulanMutasi.objects.filter(pk__in=ids).update(tmt=k.tmt)
        _akhiri(lama, StatusKeputusan.DIGANTI)
    elif not lama.baris.exclude(usulan__status="dicabut").exists():
        _akhiri(lama, StatusKeputusan.DICABUT)


def _akhiri(lama: Keputusan, status: StatusKeputusan) -> None:
    """The old decree says so; nothing else of it changes (H27)."""
    lama.status = status
    lama.save(update_fields=["status"])


_JUDUL = {
    J.MUTASI: "Keputusan tentang jabatan Anda telah ditetapkan",
    J.PENCABUTAN: "Keputusan tentang jabatan Anda dicabut",
    J.RALAT: "Keputusan tentang jabatan Anda diralat",
}


def _kabari(k: Keputusan, usulan: Sequence[UsulanMutasi]) -> None:
    """Everybody named hears of it; what it says stands on his own page."""
    akun = {u.pegawai.pengguna_id for u in usulan} - {None}
    beri_tahu_banyak(
        [pk for pk in sorted(akun, key=str) if pk is not None],
        kunci=f"sk-{k.pk}", judul=_JUDUL[J(k.jenis)],
        isi="Unduh petikan atau bacalah keputusannya di halaman Anda.",
        tautan=reverse("mutasi:petikan-saya"),
    )  # fmt: skip
