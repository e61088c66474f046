"""Measured values: recorded by hand, corrected as the next version, never overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.ukuran import Masa, Nilai, periksa
from penilaian.models import MacamBukti, PeriodeKinerja
from penilaian.policies.indikator import catat_indikator
from penilaian.selectors.nilai_tercatat import Tersimpan, nilai_tercatat, polos
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.bukti import simpan_bukti
from penilaian.services.indikator_tulis import Ganti, Pencatatan, tulis_nilai
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class IsiIndikator:
    """What a form says: values by code (None: withdrawn), where they come from, why corrected."""

    nilai: Mapping[str, Nilai | None]
    sumber: str
    berkas: UploadedFile | None = None
    alasan: str = ""
    stempel: str | None = None  # of the values the form was filled in over; None: not asked


def stempel(tercatat: Mapping[str, Tersimpan], kode: Mapping[str, object] | tuple[str, ...]) -> str:
    """Tells two states of a group of values apart."""
    pk = sorted(tercatat[satu].pk for satu in kode if satu in tercatat)
    return f"{len(pk)}-{sum(pk)}"


@transaction.atomic
def catat_nilai(
    pegawai_id: int, periode_id: int, isi: IsiIndikator, *, per: date, oleh: Pengguna
) -> int:
    """Record the values that differ; returns how many.

    A value in force is changed or withdrawn only with a reason. WrongMoment for what cannot be
    true, and when somebody else was faster.
    """
    periode = PeriodeKinerja.objects.select_for_update().get(pk=periode_id)
    pegawai = Pegawai.objects.select_related("unit").get(pk=pegawai_id)
    catat_indikator.check(pegawai, periode, oleh, per=per)
    lama = nilai_tercatat(periode, [pegawai.pk]).get(pegawai.pk, {})
    if isi.stempel is not None and isi.stempel != stempel(lama, isi.nilai):
        raise WrongMoment(
            "Nilai ini baru saja diubah orang lain. Buka lagi halamannya, lalu periksa.",
            kode="sudah_berubah",
        )
    ganti = [
        Ganti(pegawai.pk, kode, nilai, lama.get(kode))
        for kode, nilai in isi.nilai.items()
        if (lama[kode].nilai if kode in lama else None) != nilai
    ]
    _periksa(lama, ganti, isi, periode)
    if not ganti:
        return 0
    bukti = None
    if isi.berkas is not None:
        bukti = simpan_bukti(isi.berkas, macam=MacamBukti.INDIKATOR, pegawai=pegawai, oleh=oleh)
    catatan = Pencatatan(periode, isi.sumber, oleh, bukti=bukti, alasan=isi.alasan)
    tulis_nilai(ganti, catatan, nama={pegawai.pk: pegawai.nama})
    return len(ganti)


def _periksa(
    lama: Mapping[str, Tersimpan], ganti: list[Ganti], isi: IsiIndikator, periode: PeriodeKinerja
) -> None:
    """Together with what is recorded already the values can be true; corrections have a reason."""
    jadi = polos(dict(lama)) | {g.indikator: g.nilai for g in ganti if g.nilai is not None}
    for dicabut in (g.indikator for g in ganti if g.nilai is None):
        jadi.pop(dicabut, None)
    k = tetapan_penilaian(per=periode.selesai)
    salah = [c for c in periksa(jadi, Masa(periode.mulai, periode.selesai), k) if c.menolak]
    if salah and ganti:
        raise WrongMoment(" ".join(c.bunyi for c in salah), kode=salah[0].kode)
    if any(g.lama is not None for g in ganti) and not isi.alasan.strip():
        raise WrongMoment("Sebutkan alasan koreksinya.", kode="alasan")
