"""What can be done with a session now, why not, and what its minutes still lack."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mutasi.alur import StatusUsulan
from mutasi.kernel.keterangan import KETERANGAN, Golongan
from mutasi.kernel.sidang import cela_putusan
from mutasi.models import AgendaSidang, SidangTPK, StatusSidang
from mutasi.policies import sidang as policies
from mutasi.selectors.sidang import tertahan
from mutasi.selectors.sidang_suara import aturan_sidang, kehadiran, nama_butir, suara_butir
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.models import Pengguna

SEBUT = 5  # items named in one sentence; the rest are counted


def boleh(sidang: SidangTPK, siapa: Pengguna, *, per: date) -> dict[str, Any]:
    """Buttons of the moment with their reasons; only those of this state are asked."""
    if sidang.status == StatusSidang.DIJADWALKAN:
        return {
            "kelola": policies.siapkan.allows(sidang, siapa, per=per),
            "larangan_buka": policies.buka.reasons(sidang, siapa, per=per),
        }
    if sidang.status == StatusSidang.BERLANGSUNG:
        kelola = policies.siapkan.allows(sidang, siapa, per=per)
        return {
            "kelola": kelola,
            "boleh_hadir": policies.catat_hadir.allows(sidang, siapa, per=per),
            "kurang": kekurangan(sidang) if kelola else [],
        }
    if sidang.status == StatusSidang.DITANDATANGANI:
        return {
            "boleh_tanda": policies.tandatangani.allows(sidang, siapa, per=per),
            "larangan_tutup": policies.tutup.reasons(sidang, siapa, per=per),
            "pimpin": policies.tutup_hak.allows(sidang, siapa, per=per),
            "boleh_perbaiki": policies.perbaiki.allows(sidang, siapa, per=per),
        }
    return {
        "boleh_teruskan": policies.teruskan.allows(sidang, siapa, per=per),
        "tertahan": tertahan(sidang),
    }


def kekurangan(sidang: SidangTPK) -> list[str]:
    """What keeps the minutes from being frozen, a sentence each; the page shows the same."""
    butir = list(AgendaSidang.objects.filter(sidang=sidang).select_related("usulan"))
    if not butir:
        return ["Agenda sidang masih kosong."]
    aturan, kursi = aturan_sidang(sidang), kehadiran(sidang)
    suara = suara_butir([b.pk for b in butir])
    min_huruf = tetapan_jalan(per=sidang.tanggal).min_huruf_alasan
    berubah, belum, cela = [], [], []
    for b in butir:
        nama = nama_butir(kursi, suara[b.pk], aturan)
        if b.usulan.status != StatusUsulan.SIDANG_TPK or b.usulan.versi != b.versi:
            berubah.append(b.urutan)
        elif not b.putusan:
            belum += [b.urutan] if nama.sah else []
        elif salah := cela_putusan(
            rekomendasi_dari(b), b.alasan, b.keterangan, nama, min_huruf=min_huruf
        ):
            cela.append(f"Butir {b.urutan}: {' '.join(salah)}")
    hasil = []
    if berubah:
        hasil.append(f"{_sebut(berubah)} berubah atau ditarik; keluarkan dari agenda.")
    if belum:
        hasil.append(f"{_sebut(belum)} belum diputuskan.")
    return hasil + cela[:SEBUT]


def rekomendasi_dari(butir: AgendaSidang) -> str:
    """The recommendation among the remarks of a decided name."""
    return next((k for k in butir.keterangan if KETERANGAN[k].golongan is Golongan.REKOMENDASI), "")


def _sebut(nomor: Iterable[int]) -> str:
    urut = sorted(nomor)
    kata = ", ".join(str(n) for n in urut[:SEBUT])
    return f"Butir {kata}" + (f" dan {len(urut) - SEBUT} lainnya" if len(urut) > SEBUT else "")
