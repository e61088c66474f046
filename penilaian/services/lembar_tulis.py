"""Sums of a needs sheet written as needs, missing posts made; no act of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from organisasi.models import Pengguna
from pegawai.services.tempat import ada_padanan
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.selectors.lembar import Akibat, Posisi
from penilaian.services.formasi import formasi_di
from penilaian.services.kebutuhan import Ketetapan, tegaskan_kebutuhan, tulis_kebutuhan
from penilaian.services.terhitung import selaraskan


def tulis_posisi(akibat: Akibat, *, per: date, dasar: str, oleh: Pengguna) -> None:
    """Make posts, write new and changed figures, confirm the same ones for the later day."""
    tulis = {**akibat.baru, **{u.posisi: u.baru for u in akibat.berubah}}
    posts = formasi_di(tulis)
    if ada_padanan():
        selaraskan(per=hari_pemangku())
    ketetapan = [
        Ketetapan(posts[posisi].pk, str(posts[posisi]), jumlah) for posisi, jumlah in tulis.items()
    ]
    sumber = SumberKebutuhan.PENETAPAN
    tulis_kebutuhan(ketetapan, sumber=sumber, per=per, dasar=dasar, oleh=oleh)
    tegaskan_kebutuhan(_lebih_tua(akibat.sama, per), per=per, dasar=dasar)


def _lebih_tua(sama: Iterable[Posisi], per: date) -> list[int]:
    pilih = set(sama)
    rows = Kebutuhan.objects.filter(sumber=SumberKebutuhan.PENETAPAN, per__lt=per).order_by()
    isi = rows.values_list("pk", "asal__unit", "asal__jabatan")
    return [pk for pk, unit, jabatan in isi if (unit, jabatan) in pilih]
