"""The numbered rules at the acts of the road: what stops an act stops it in one sentence.

Every refusal names the rule, what it found, its basis and what would cure it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from mutasi.kernel.aturan.dasar import Titik
from mutasi.models import UsulanMutasi
from mutasi.selectors.aturan_usulan import Nilai, bagi_pembaca, kunci, nilai_usulan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.snapshots.kasus import TANPA_RENCANA, Rencana
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Putusan
from penilaian.selectors.putusan import Pembaca
from toolkit.policy import WrongMoment

TANPA_DATA = "Pegawai atau jabatan tujuannya tidak lagi ada di data; perbarui usulannya."


def nilai(
    usulan_ids: Iterable[UUID], titik: Titik, *, per: date, rencana: Rencana = TANPA_RENCANA
) -> dict[UUID, Nilai]:
    """The verdicts on many cases before an act, to be handed to ``pastikan`` one by one."""
    rows = UsulanMutasi.objects.with_names().select_related("pegawai__pengguna")
    usulan = list(rows.filter(pk__in=list(usulan_ids)).order_by("pk"))
    return nilai_usulan(usulan, titik, per=per, rencana=rencana) if usulan else {}


def pastikan(
    usulan_ids: Iterable[UUID],
    titik: Titik,
    *,
    oleh: Pengguna,
    per: date,
    rencana: Rencana = TANPA_RENCANA,
) -> None:
    """Refuse the act with every rule that stops any of the cases, and every reason still missing.

    Raises one ``WrongMoment``; its code is that of the first rule.
    """
    rows = UsulanMutasi.objects.with_names().filter(pk__in=list(usulan_ids))
    usulan = list(rows.order_by("berkas", "urutan"))
    semua = nilai_usulan(usulan, titik, per=per, rencana=rencana) if usulan else {}
    tolak(usulan, semua, oleh=oleh, per=per)


def pastikan_satu(
    usulan: UsulanMutasi, titik: Titik, *, oleh: Pengguna, per: date, siap: Nilai | None = None
) -> Nilai:
    """The same for one locked case. ``siap``: what was judged together with others before the
    lock; judged again when the case has changed since."""
    if siap is None or siap.kunci != kunci(usulan):
        siap = nilai_usulan([usulan], titik, per=per)[usulan.pk]
    tolak([usulan], {usulan.pk: siap}, oleh=oleh, per=per)
    return siap


def tolak(
    usulan: Iterable[UsulanMutasi], semua: Mapping[UUID, Nilai], *, oleh: Pengguna, per: date
) -> None:
    """Raise with everything that stands in the way; nothing when nothing does."""
    pembaca = Pembaca.dari(oleh, per=per)
    kata = [satu for u in usulan for satu in keberatan(u, semua[u.pk], pembaca, per=per)]
    if kata:
        kalimat_ = " ".join(dict.fromkeys(bunyi for _, bunyi in kata))
        raise WrongMoment(kalimat_, kode=kata[0][0])


def larangan(usulan: UsulanMutasi, satu: Nilai, *, oleh: Pengguna, per: date) -> str:
    """The same as one sentence, for acts that report per row; empty when nothing stands against."""
    pembaca = Pembaca.dari(oleh, per=per)
    return " ".join(bunyi for _, bunyi in keberatan(usulan, satu, pembaca, per=per))


def keberatan(
    usulan: UsulanMutasi, asli: Nilai, pembaca: Pembaca, *, per: date
) -> Iterator[tuple[str, str]]:
    """(code, sentence) of each rule that stops the act, then of each reason still to be written."""
    if asli.tanpa_data:
        yield "tanpa_data", TANPA_DATA
    baca = bagi_pembaca(asli, usulan, pembaca)
    for p in baca.halangan:
        yield p.kode, kalimat(p)
    # Even a warning whose words are shut away wants its reason; its code says enough.
    terlihat = {p.kode: p for p in baca.semua}
    for p in asli.belum_beralasan:
        yield p.kode, minta_alasan(terlihat.get(p.kode), p.kode, per=per)


def kalimat(p: Putusan) -> str:
    """Rule, finding, basis, cure."""
    dasar = f" (dasar: {p.dasar})" if p.dasar else ""
    obat = f" {p.perbaikan}" if p.perbaikan else ""
    return f"{p.kode}: {p.bunyi.rstrip('.')}{dasar}.{obat}"


def minta_alasan(p: Putusan | None, kode: str, *, per: date) -> str:
    """What a warning asks before it lets an act pass."""
    perlu = tetapan_jalan(per=per).min_huruf_alasan
    obat = f"Tulis alasannya, paling sedikit {perlu} huruf."
    if p is None:
        return f"{kode}: peringatan ini meminta alasan tertulis. {obat}"
    dasar = f" (dasar: {p.dasar})" if p.dasar else ""
    return f"{kode}: {p.bunyi.rstrip('.')}{dasar}. {obat}"
