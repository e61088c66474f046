"""Running cases against the facts of today: what changed since they were verified is said.

Called after every import of people and once a day. Nothing is undone here: who works on the case
is told, and looks (``usulan_batal.gugurkan``, ``ubah_isi``, or a fresh look at handing over).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from jejak.catat import catat
from mutasi.alur import SEBELUM_SK, StatusUsulan
from mutasi.kernel.jenis import DI_TEMPAT, SAMPINGAN, JenisMutasi, Sumber
from mutasi.models import BekuanUsulan, UsulanMutasi
from mutasi.services import jalan
from mutasi.services.usulan_kabar import kabari, pemegang
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from mutasi.tindakan_jalan import FAKTA_BERUBAH
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.models.pengguna import TEKNIS
from pegawai.models import Pegawai, StatusPegawai
from penilaian.kernel.kata import tanggal
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.syarat import MENURUT_KODE

S = StatusUsulan
# Before it is verified nobody has looked at the facts yet.
DIAMATI = tuple(s for s in SEBELUM_SK if s not in (S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN))
TETAP = frozenset({*(j.value for j in DI_TEMPAT), *(j.value for j in SAMPINGAN)})


def periksa_fakta(*, per: date) -> int:
    """Mark the cases whose facts changed, tell BKD once per fact; how many were newly marked."""
    usulan = list(
        UsulanMutasi.objects.filter(status__in=SEBELUM_SK)
        .exclude(status=S.DRAF)
        .with_names()
        .order_by("pk")
    )
    diamati = [u for u in usulan if u.status in DIAMATI]
    putusan = putusan_usulan(diamati, per=per) if diamati else {}
    beku = _bekuan(u.pk for u in diamati)
    jumlah = 0
    for satu in usulan:
        kini = list(fakta(satu, putusan.get(satu.pk, ()), beku.get(satu.pk, {}), per=per))
        jumlah += _tandai(satu.pk, kini, per=per) if kini else 0
    return jumlah


def fakta(
    usulan: UsulanMutasi, putusan: Iterable[Putusan], beku: Mapping[str, str], *, per: date
) -> Iterator[tuple[str, str]]:
    """(code, sentence) of everything that is not as it was, or never may be.

    ``beku``: the verdicts as they were frozen. Of a rule only its title is said: its words may tell
    of discipline.
    """
    orang = usulan.pegawai
    yield from _orang(usulan, orang)
    if usulan.status not in DIAMATI:
        return
    if usulan.sumber != Sumber.SOTK and orang.formasi_id != usulan.dari_id:
        yield "jabatan", "Jabatan pegawai di register berubah sejak usulan ditulis."
    for p in putusan:
        dulu = beku.get(p.kode)
        if p.putusan is Hasil.TIDAK_LOLOS and dulu is not None and dulu != p.putusan.value:
            yield p.kode, f"{p.kode} tidak lagi terpenuhi: {MENURUT_KODE[p.kode].judul}."
        elif p.putusan is Hasil.BUTUH_IZIN and dulu is not None and dulu != p.putusan.value:
            yield p.kode, f"{p.kode} sekarang memerlukan izin: {MENURUT_KODE[p.kode].judul}."


def _orang(usulan: UsulanMutasi, orang: Pegawai) -> Iterator[tuple[str, str]]:
    """He left, is missing, or will be gone before the day."""
    if orang.berhenti is not None:
        sebab = f" ({orang.alasan_berhenti})" if orang.alasan_berhenti else ""
        yield "berhenti", f"Pegawai tercatat berhenti sejak {tanggal(orang.berhenti)}{sebab}."
    elif orang.hilang_sejak is not None:
        yield "hilang", f"Pegawai tidak ada di berkas sejak {tanggal(orang.hilang_sejak)}."
    if orang.tmt_pensiun is not None and orang.tmt_pensiun <= usulan.tmt and _tetap(usulan):
        yield "pensiun", f"Pegawai pensiun {tanggal(orang.tmt_pensiun)}, sebelum TMT."
    kontrak = orang.status in (StatusPegawai.PPPK, StatusPegawai.PPPK_PW)
    if kontrak and orang.akhir_kontrak is not None and orang.akhir_kontrak < usulan.tmt:
        yield "kontrak", f"Kontrak berakhir {tanggal(orang.akhir_kontrak)}, sebelum TMT."


def _tetap(usulan: UsulanMutasi) -> bool:
    """The day of retirement of the present post decides where he stays in it; of another post H17
    judges."""
    return usulan.jenis in TETAP or usulan.jenis == JenisMutasi.ANTAR_KELUAR


def _bekuan(usulan: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """The latest frozen verdicts per case: code -> verdict."""
    hasil = {}
    rows = BekuanUsulan.objects.filter(usulan__in=list(usulan)).order_by("dibuat_pada", "pk")
    for pk, isi in rows.values_list("usulan", "isi"):
        hasil[pk] = {p["kode"]: p["putusan"] for p in json.loads(isi).get("putusan", ())}
    return hasil


@transaction.atomic
def _tandai(usulan_id: UUID, kini: list[tuple[str, str]], *, per: date) -> bool:
    """Keep what is new about it; whether there was anything new."""
    usulan = jalan.kunci(usulan_id)
    ada = {satu["kode"] for satu in usulan.fakta_berubah}
    baru: list[dict[str, Any]] = [
        {"kode": kode, "bunyi": bunyi, "sejak": per.isoformat()}
        for kode, bunyi in kini
        if kode not in ada
    ]
    if not baru or usulan.status not in SEBELUM_SK:
        return False
    usulan.fakta_berubah = [*usulan.fakta_berubah, *baru]
    usulan.save(update_fields=["fakta_berubah"])
    kode = "-".join(satu["kode"] for satu in baru)
    penerima = [*pemegang(usulan, Izin.USULAN_PERIKSA, per=per), usulan.diajukan_oleh_id]
    kabari(usulan, penerima, f"fakta-{kode}-{per}", "Data pegawai pada satu usulan berubah",
           "Buka usulannya untuk melihat apa yang berubah.")  # fmt: skip
    sistem = Pengguna.objects.get(nama_pengguna=TEKNIS)
    catat(FAKTA_BERUBAH, usulan, oleh=sistem, sesudah={"kode": [s["kode"] for s in baru]})
    return True
