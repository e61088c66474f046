"""One case before the session: what the panel saw, the comparison, what the facts suggest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mutasi.kernel.sidang import OTOMATIS
from mutasi.models import AgendaSidang, BekuanUsulan, SidangTPK, Titipan
from mutasi.policies.jalan import memegang
from mutasi.selectors.pra_sidang import Alternatif, alternatif
from mutasi.selectors.rancangan_cari import orang_terjangkau
from mutasi.selectors.sidang_banding import Banding, banding_butir
from mutasi.selectors.titipan import titipan_untuk
from mutasi.selectors.usulan_baris import dari_bekuan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.selectors.putusan import Pembaca

_TELAAH = {"keberatan": {"asal": "keberatan_asal", "tujuan": "keberatan_tujuan"}}
_SEDIA = {"ingin": "bersedia", "bersedia": "bersedia", "keberatan": "keberatan_pegawai"}


@dataclass(frozen=True)
class Bahan:
    """What lies before the panel. ``aturan``: the rules not simply met and the warnings as they
    were frozen when the case was handed over, each with the reason written for it."""

    aturan: list[tuple[Putusan, str]]
    beku: dict[str, Any]
    sidik_beku: str
    titipan: list[Titipan]


@dataclass(frozen=True)
class Sanding:
    """The people side by side; ``lain``: the next of Cari calon, when asked for."""

    banding: list[Banding]
    lain: Alternatif | None
    boleh_cari: bool

    @property
    def kriteria(self) -> list[tuple[Any, list[Any]]]:
        """Per criterion the lines of the people compared, in their order."""
        if not self.banding or self.banding[0].akun is None:
            return []
        baris = [satu.rincian for satu in self.banding]
        return [(k, [semua[n][1] for semua in baris])
                for n, (k, _) in enumerate(self.banding[0].rincian)]  # fmt: skip


def butir_terlihat(
    pengguna: Pengguna, sidang_id: Any, butir_id: int, *, per: date
) -> QuerySet[AgendaSidang]:
    """One item of a session in sight, with all a page names."""
    terlihat = SidangTPK.objects.for_user(pengguna, per=per).order_by().values("pk")
    rows = AgendaSidang.objects.filter(sidang=sidang_id, pk=butir_id, sidang__in=terlihat)
    return rows.select_related(
        "sidang__tim", "usulan__berkas", "usulan__pegawai__golongan",
        "usulan__pegawai__unit__opd", "usulan__dari__jabatan", "usulan__dari__unit",
        "usulan__ke__jabatan", "usulan__ke__unit__opd", "alternatif__formasi__jabatan",
        "dicatat_oleh",
    )  # fmt: skip


def bahan(butir: AgendaSidang, pengguna: Pengguna, *, per: date) -> Bahan:
    """What was frozen for the panel, and outside requests about the person."""
    rows = BekuanUsulan.objects.filter(usulan=butir.usulan_id, untuk="tpk", versi=butir.versi)
    satu = rows.order_by("-pk").first()
    beku = json.loads(satu.isi) if satu else {}
    siapa = butir.usulan.pegawai_id
    return Bahan(
        _aturan(satu, beku, butir, pengguna, per), beku, satu.sidik if satu else "",
        titipan_untuk([siapa], pengguna, per=per).get(siapa, [])[:10],
    )  # fmt: skip


def banding(butir: AgendaSidang, pengguna: Pengguna, *, per: date, cari: bool = False) -> Sanding:
    """Side by side; the search for others reads the register and is done only when asked."""
    semua = _banding(butir, per)
    ke, boleh = butir.usulan.ke_id, memegang(pengguna, Izin.CALON_CARI, per=per)
    lain = None
    if cari and boleh and ke is not None:
        sudah = {s.orang.pk for s in semua}
        lain = alternatif(ke, pengguna, per=per, tmt=butir.usulan.tmt, kecuali=sudah)
    return Sanding(semua, lain, boleh and ke is not None)


def _banding(butir: AgendaSidang, per: date) -> list[Banding]:
    ke = butir.usulan.ke_id
    if ke is None:
        return []
    sekursi = AgendaSidang.objects.filter(sidang=butir.sidang_id, usulan__ke=ke)
    lain = sekursi.exclude(pk=butir.pk).select_related("usulan")
    return banding_butir([butir, *lain], per=per)[butir.pk]


def _aturan(
    satu: BekuanUsulan | None, beku: dict[str, Any], butir: AgendaSidang, pengguna: Pengguna,
    per: date,
) -> list[tuple[Putusan, str]]:  # fmt: skip
    """In the words this reader may read: discipline stays with those who may know of it."""
    if satu is None:
        return []
    pembaca, unit = Pembaca.dari(pengguna, per=per), butir.usulan.pegawai.unit
    kiri = unit.kiri if unit else None
    semua = [p for p in dari_bekuan(satu) if p.putusan is not Hasil.LOLOS]
    awas = [p for p in semua if p.putusan is Hasil.PERINGATAN]
    berat = [p for p in semua if p.putusan is not Hasil.PERINGATAN]
    alasan = beku.get("alasan") or {}
    return [
        (p, (alasan.get(p.kode) or {}).get("alasan", ""))
        for p in (*pembaca.syarat(berat, kiri), *pembaca.peringatan(awas, kiri))
    ]


def usul_keterangan(b: Bahan, butir: AgendaSidang) -> list[str]:
    """Remarks the frozen facts suggest; the secretary ticks or unticks them."""
    if butir.keterangan:
        return [satu for satu in butir.keterangan if satu not in OTOMATIS]
    hasil = []
    for telaah in b.beku.get("telaah") or []:
        if telaah["jawaban"] == "keberatan":
            hasil.append(_TELAAH["keberatan"][telaah["sisi"]])
        elif telaah["jawaban"] == "lewat":
            hasil.append("unit_diam")
    sedia = (b.beku.get("kesediaan") or {}).get("jawaban", "")
    if sedia in _SEDIA:
        hasil.append(_SEDIA[sedia])
    if butir.usulan.dasar_tanpa_kesediaan and sedia not in ("ingin", "bersedia"):
        hasil.append(butir.usulan.dasar_tanpa_kesediaan)
    return list(dict.fromkeys(hasil))


def cari_pengganti(nip: str, pengguna: Pengguna, *, per: date) -> Pegawai | None:
    """The person with this number within reach."""
    return orang_terjangkau(pengguna, per=per).filter(nip="".join(nip.split())).first()
