"""The employee says that he has received his result; the term for an objection starts then."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.selectors import libur
from penilaian import tindakan_nilai as tindakan
from penilaian.models import HasilPenilaian
from penilaian.policies import nilai_saya as policies
from penilaian.selectors.nilai_saya import hari_sampai, jangka, terbaru
from penilaian.selectors.tetapan import tetapan_penilaian


@transaction.atomic
def akui(hasil_id: int, *, oleh: Pengguna, per: date) -> HasilPenilaian:
    """Set the day of receipt, once."""
    rows = HasilPenilaian.objects.disampaikan().select_related("penilaian__periode", "pegawai")
    hasil = rows.select_for_update(of=("self",)).get(pk=hasil_id)
    awal = hari_sampai(hasil)
    waktu = jangka(hasil, tetapan_penilaian(per=awal), libur(awal), per=per)
    policies.akui.check(
        hasil, oleh, terakhir=terbaru(hasil), otomatis=waktu.otomatis, per=per
    )  # fmt: skip
    hasil.diakui_pada = per
    hasil.save(update_fields=["diakui_pada"])
    catat(tindakan.HASIL_DIAKUI, hasil, oleh=oleh, sesudah={"diakui_pada": per.isoformat()})
    return hasil
