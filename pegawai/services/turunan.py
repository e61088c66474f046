"""What is derived from assignments: stored totals of posts, and the copies people carry for lists."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from pegawai.models import Formasi, Penugasan, StatusPegawai

_KOLOM = {
    StatusPegawai.PNS: "pns",
    StatusPegawai.PPPK: "pppk",
    StatusPegawai.PPPK_PW: "pppk_pw",
}


def efektif(per: date) -> Q:
    """Who really works in the post: legal standing says so, here, and not past the BUP."""
    return (
        Q(pegawai__kedudukan__efektif=True, pegawai__instansi_kerja_lain="")
        & (Q(pegawai__tmt_pensiun__isnull=True) | Q(pegawai__tmt_pensiun__gt=per))
    )


def segarkan_isi(formasi_id: Collection[int] | None, *, per: date) -> int:
    """Recount the stored totals of these posts (None: of all); returns how many changed."""
    terbuka = Penugasan.objects.definitif().terbuka().filter(formasi__isnull=False)
    posts = Formasi.objects.all()
    if formasi_id is not None:
        terbuka = terbuka.filter(formasi__in=list(formasi_id))
        posts = posts.filter(pk__in=list(formasi_id))
    hitung: dict[int, dict[str, int]] = {}
    for post, status, isi, bekerja in (
        terbuka.order_by()
        .values_list("formasi", "pegawai__status")
        .annotate(isi=Count("pk"), bekerja=Count("pk", filter=efektif(per)))
    ):
        kolom = _KOLOM[StatusPegawai(status)]
        hitung.setdefault(post, {}).update({f"isi_{kolom}": isi, f"efektif_{kolom}": bekerja})
    nama = [f"{awal}_{kolom}" for awal in ("isi", "efektif") for kolom in _KOLOM.values()]
    berubah = []
    for post in posts.only("pk", *nama):
        baru = {n: hitung.get(post.pk, {}).get(n, 0) for n in nama}
        if any(getattr(post, n) != v for n, v in baru.items()):
            for n, v in baru.items():
                setattr(post, n, v)
            berubah.append(post)
    Formasi.objects.bulk_update(berubah, nama, batch_size=200)
    return len(berubah)
