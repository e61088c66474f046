"""What the acts on a draft of criteria must know besides the draft itself."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max

from jejak.models import Peristiwa
from penilaian import tindakan_nilai as tindakan
from penilaian.models import SetKriteria
from penilaian.selectors.tetapan import tetapan_penilaian


def penyusun_draf(satu: SetKriteria) -> frozenset[str]:
    """Everybody who ever wrote on this version, as the trail names them: who began it, and whoever
    saved it since."""
    jejak = Peristiwa.objects.atas(SetKriteria._meta.label_lower, satu.pk).filter(
        tindakan=tindakan.KRITERIA_DISUSUN.kode
    )
    ids = jejak.order_by().values_list("pelaku_id", flat=True).distinct()
    return frozenset({satu.dibuat_oleh.id_pelaku, *ids})


def paling_awal(*, per: date) -> date:
    """The first day a version published today may count from."""
    return per + timedelta(days=tetapan_penilaian(per=per).kriteria_jeda_terbit_hari)


def mulai_terakhir(kode: str) -> date | None:
    """When the latest published version of a code begins; None: none was published."""
    rows = SetKriteria.objects.terbit().filter(kode=kode)
    terakhir: date | None = rows.aggregate(m=Max("berlaku_mulai"))["m"]
    return terakhir
