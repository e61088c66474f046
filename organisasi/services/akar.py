"""Publishing the head of the trail so that somebody outside holds it: mail to the Inspektorat.

The public page shows every head as well; but a page can be taken down, and a mail that has arrived
cannot be called back.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse

from jejak.akar import HARIAN, terbitkan_akar
from jejak.models import AkarJejak
from organisasi.selectors_jejak import penerima_akar
from organisasi.services.pemberitahuan import beri_tahu_banyak

ISI = (
    "Simpan akar ini di luar SERASI. Siapa pun yang memegangnya dapat membuktikan bahwa {n} "
    "catatan pertama jejak tidak diubah atau dihapus sejak {waktu}. Sebab terbit: {sebab}."
)


@transaction.atomic
def umumkan_akar(*, per: date, sebab: str = HARIAN) -> AkarJejak:
    """Publish the head over the trail of now and mail it to the Inspektorat, once per head.

    Acts that must be beyond removal at once (a closed session) call it last, in their own
    transaction: if they are rolled back, nothing was published and nobody is told. ``sebab`` names
    the occasion and is public. Without a new entry the last head stands and nobody hears of it
    twice.
    """
    akar = terbitkan_akar(sebab=sebab)
    beri_tahu_banyak(
        penerima_akar(per).values_list("pk", flat=True),
        kunci=f"akar-jejak-{akar.urutan}",
        # The mail carries this line only, so the whole head is in it.
        judul=f"Akar jejak {akar}",
        isi=ISI.format(n=akar.urutan, waktu=f"{akar.waktu:%Y-%m-%d %H:%M} UTC", sebab=akar.sebab),
        tautan=reverse("organisasi:akar"),
    )
    return akar
