"""The road after the PPK for random walks: decree, inauguration, the day itself, SPMT, revocation.

One case per decree: decrees of many have tests of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

from mutasi.alur import BER_SK, SUDAH_BERLAKU, Gerbang, StatusUsulan
from mutasi.kernel.jenis import SAMPINGAN
from mutasi.models import BarisKeputusan, StatusKeputusan, UsulanMutasi
from mutasi.services import keputusan as acts
from mutasi.services import siasn, spmt
from mutasi.services.keputusan_baru import susun_pencabutan
from mutasi.services.keputusan_tetap import tetapkan
from mutasi.services.pelaksanaan import laksanakan
from mutasi.services.pelantikan import Acara, catat_pelantikan, jadwalkan_pelantikan
from pegawai.models import Penugasan
from tests.factories import keputusan as fk
from tests.factories.jalan import PER, Kantor

S = StatusUsulan
SESUDAH_TMT = date(2026, 8, 3)  # a case may have been moved to the first of August
_nomor = count(1)


def _tetapkan(k: Kantor, u: UsulanMutasi) -> None:
    fk.ditetapkan(k, [u], tmt=u.tmt)


def _sesudah_sk(k: Kantor, u: UsulanMutasi) -> None:
    if Gerbang.LANTIK not in u.gerbang:
        _berlakukan(k, u)
        return
    sk = BarisKeputusan.objects.get(usulan=u, keputusan__status=StatusKeputusan.DITETAPKAN)
    acara = jadwalkan_pelantikan(
        sk.keputusan_id, oleh=k.analis, per=PER,
        acara=Acara(date(2026, 6, 10), "Pendopo", date(2026, 6, 8), "Bupati"),
    )  # fmt: skip
    catat_pelantikan(
        acara.pk, oleh=k.analis, per=date(2026, 6, 10),
        hadir=list(acara.peserta.values_list("pk", flat=True)),
    )  # fmt: skip


def _berlakukan(k: Kantor, u: UsulanMutasi) -> None:
    laksanakan(u.pk, per=SESUDAH_TMT)


def _spmt(k: Kantor, u: UsulanMutasi) -> None:
    spmt.catat_spmt(
        u.pk, oleh=k.kepala_tujuan, per=SESUDAH_TMT, nomor="800/1/SPMT", tanggal=SESUDAH_TMT,
        mulai=SESUDAH_TMT,
    )  # fmt: skip


def _siasn(k: Kantor, u: UsulanMutasi) -> None:
    siasn.sinkronkan(u.pk, oleh=k.operator, per=SESUDAH_TMT, siasn_id=f"riwayat-{u.pk}")


SESUDAH_PPK: dict[StatusUsulan, Callable[[Kantor, UsulanMutasi], None]] = {
    S.DISETUJUI_PPK: _tetapkan,
    S.SK_DITETAPKAN: _sesudah_sk,
    S.DILANTIK: _berlakukan,
    S.BERLAKU: _spmt,
    S.SPMT: _siasn,
}


def cabut(k: Kantor, u: UsulanMutasi) -> None:
    """Revoke the decree in force about the case."""
    baris = BarisKeputusan.objects.get(
        usulan=u, keputusan__status=StatusKeputusan.DITETAPKAN, keputusan__jenis="mutasi"
    )
    per = SESUDAH_TMT if u.status in SUDAH_BERLAKU else PER
    baru = susun_pencabutan(
        baris.keputusan_id, oleh=k.penyusun, per=per, alasan="Dasar keputusan itu keliru.",
        penandatangan_id=fk.penanda_ppk(k).pk, berlaku=per,
    )  # fmt: skip
    acts.nomori(baru.pk, oleh=k.hukum, per=per, nomor=f"821.9/{next(_nomor)}/2026", tanggal=per)
    tetapkan(baru.pk, oleh=k.bupati, per=per)


def fakta_sk(u: UsulanMutasi) -> None:
    """A decree stands behind every state after it, and the register says what the state says."""
    if u.status in BER_SK:
        baris = BarisKeputusan.objects.filter(
            usulan=u, keputusan__status=StatusKeputusan.DITETAPKAN, keputusan__jenis="mutasi"
        )
        assert baris.count() == 1, "not exactly one decree in force"
    if u.status == S.DICABUT:
        assert u.keputusan.filter(keputusan__jenis="pencabutan").exists(), "revoked by no decree"
    if u.jenis in SAMPINGAN or u.ke_id is None:
        return
    di_sana = Penugasan.objects.definitif().filter(
        pegawai=u.pegawai_id, formasi=u.ke_id, selesai=None
    )
    if u.ke_id != u.dari_id:
        assert di_sana.exists() is (u.status in SUDAH_BERLAKU), (u.status, "register")
