"""The same act on many cases of a file: each row a transaction, each with its own answer.

All rows are judged together by the rules, so that 300 cases cost a constant number of questions to
the register; a row that changed since is judged anew under its lock.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mutasi.alur import ALUR, Aksi
from mutasi.kernel.aturan.dasar import Titik
from mutasi.models import UsulanMutasi
from mutasi.selectors.alasan_berkas import kode_diminta
from mutasi.selectors.alternatif_beku import alternatif_banyak
from mutasi.selectors.aturan_usulan import SEBERKAS, kunci, nilai_usulan
from mutasi.services import penyampaian, usulan, usulan_batal
from mutasi.services.jalan import HasilBaris, tiap_baris
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, WrongMoment

Tindakan = Callable[..., object]
# The acts that can be done on many, and what is said of a row that went through.
MASSAL: Mapping[Aksi, tuple[Tindakan, str]] = {
    Aksi.AJUKAN: (usulan.ajukan, "Diajukan."),
    Aksi.VERIFIKASI: (usulan.verifikasi, "Diverifikasi."),
    Aksi.KEMBALIKAN: (usulan_batal.kembalikan, "Dikembalikan kepada pengusul."),
    Aksi.PERIKSA: (usulan.periksa, "Diteruskan."),
    Aksi.BERITAHUKAN: (penyampaian.beritahukan, "Diberitahukan."),
    Aksi.KAJI: (usulan.kaji, "Diteruskan ke kajian."),
    Aksi.KAJI_ULANG: (usulan.kaji_ulang, "Dikaji ulang."),
    Aksi.SERAHKAN: (usulan.serahkan, "Diserahkan."),
    Aksi.TARIK: (usulan_batal.tarik, "Ditarik."),
    Aksi.BATALKAN: (usulan_batal.batalkan, "Dibatalkan."),
    Aksi.GUGURKAN: (usulan_batal.gugurkan, "Digugurkan."),
}
# They run the pair rules.
MENILAI = frozenset({Aksi.AJUKAN, Aksi.VERIFIKASI})


def lakukan(
    aksi: Aksi, usulan_ids: Collection[UUID], *, oleh: Pengguna, per: date, **isi: Any
) -> list[HasilBaris]:
    """Do it on the chosen cases, in the order of their file; who is refused stops nobody else.

    ``isi`` is what the act itself asks (``alasan``, ``catatan``, ``cara``).
    """
    tindakan, berhasil = MASSAL[aksi]
    pk = list(dict.fromkeys(usulan_ids))
    ada = {u.pk: u for u in UsulanMutasi.objects.with_names().filter(pk__in=pk).order_by("pk")}
    urut = sorted(ada.values(), key=lambda u: (str(u.berkas_id), u.urutan))
    lain_lain: dict[UUID, dict[str, Any]] = {}
    saatnya = [u for u in urut if u.status in ALUR[aksi].dari]
    if aksi in MENILAI:
        lain_lain = {pk: {"putusan": p} for pk, p in putusan_usulan(saatnya, per=per).items()}
    elif aksi is Aksi.SERAHKAN:
        semua = nilai_usulan(saatnya, Titik.SIDANG, per=per)
        lain = alternatif_banyak(saatnya, per=per)
        lain_lain = {pk: {"siap": n, "lain": lain.get(pk, {})} for pk, n in semua.items()}

    def satu(usulan_id: UUID) -> object:
        if usulan_id not in ada:
            raise OutOfReach
        siap = lain_lain.get(usulan_id, {})
        if siap and _berubah(ada[usulan_id]):
            siap = {}
        return tindakan(usulan_id, oleh=oleh, per=per, **isi, **siap)

    hilang = [satu_pk for satu_pk in pk if satu_pk not in ada]
    ids = [*(u.pk for u in urut), *hilang]
    return tiap_baris(ids, satu, berhasil=berhasil, oleh=oleh, per=per)


def _berubah(usulan: UsulanMutasi) -> bool:
    """Whether the case is another than the one that was judged; held from here on."""
    rows = UsulanMutasi.objects.select_for_update().only("versi", "status", "sejak")
    return kunci(rows.get(pk=usulan.pk)) != kunci(usulan)


@transaction.atomic
def tulis_alasan(
    usulan_ids: Collection[UUID], alasan: Mapping[str, str], *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """One reason per rule, kept on each of the cases that wants it and has none yet; once per
    file where one reason answers the whole file."""
    rows = UsulanMutasi.objects.with_names().filter(pk__in=list(usulan_ids))
    urut = list(rows.order_by("berkas", "urutan"))
    diminta, berkas = kode_diminta(urut, per=per), {u.pk: u.berkas_id for u in urut}
    terjawab: set[tuple[UUID, str]] = set()

    def satu(usulan_id: UUID) -> None:
        perlu = {kode for kode in diminta[usulan_id] if alasan.get(kode, "").strip()}
        if not perlu:
            raise WrongMoment("Usulan ini tidak meminta alasan itu, atau sudah beralasan.")
        bersama = {(berkas[usulan_id], kode) for kode in perlu & SEBERKAS}
        for kode in sorted(perlu - {kode for _, kode in bersama & terjawab}):
            usulan.tulis_alasan_w(usulan_id, oleh=oleh, per=per, kode=kode, alasan=alasan[kode])
        terjawab.update(bersama)

    return tiap_baris([u.pk for u in urut], satu, berhasil="Alasannya tercatat.")
