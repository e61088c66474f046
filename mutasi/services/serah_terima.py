"""The handover checklist at the old post."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import SerahTerima
from mutasi.policies import pelaksanaan as policies
from mutasi.services import jalan
from organisasi.models import Pengguna


@transaction.atomic
def tandai_serah_terima(
    butir_id: int, *, oleh: Pengguna, per: date, catatan: str = ""
) -> SerahTerima:
    """Tick off one item, once; ``catatan`` says where the paper is or what is still open."""
    butir = (
        SerahTerima.objects.select_for_update(of=("self",))
        .select_related("usulan__pegawai", "usulan__dari__unit", "usulan__berkas")
        .get(pk=butir_id)
    )
    kerabat = jalan.berkerabat(butir.usulan, oleh)
    policies.serah_terima.check(butir, oleh, per=per, kerabat=kerabat)
    butir.catatan = catatan.strip()
    butir.selesai_pada, butir.selesai_oleh = timezone.now(), oleh
    butir.save(update_fields=["catatan", "selesai_pada", "selesai_oleh"])
    catat(tindakan.SERAH_TERIMA, butir.usulan, oleh=oleh, sesudah={"butir": butir.butir})
    return butir
