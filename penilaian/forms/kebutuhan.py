"""Shapes of what a person typed on the pages of needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet, Subquery
from django.http import QueryDict

from organisasi.models import JenisUnit, Pengguna, UnitKerja, Wilayah
from pegawai.models import JenisJabatan
from penilaian.forms.saringan import Saringan, opd_terlihat
from penilaian.models import Posisi
from penilaian.selectors.macam_jabatan import MACAM, posisi_bermacam
from penilaian.selectors.perubahan import awal_hari
from penilaian.selectors.unit_tersentuh import unit_tersentuh
from toolkit.cari import memuat
from toolkit.templatetags.tampilan import tanggal

KEADAAN = [
    ("", "Semua"),
    ("kurang", "Kekurangan"),
    ("lebih", "Kelebihan"),
    ("pas", "Pas"),
    ("tanpa", "Belum ada kebutuhan"),
    ("kosong", "Tanpa pemangku"),
]
_SARING: dict[str, Q] = {
    "kurang": Q(beda__lt=0),
    "lebih": Q(beda__gt=0),
    "pas": Q(beda=0),
    "tanpa": Q(butuh__isnull=True),
    "kosong": Q(isi_pns=0, isi_pppk=0, isi_pppk_pw=0),
}
URUTAN = {
    "": ["unit__kiri", "jabatan__nama", "pk"],
    "kurang": ["-kurang", "unit__kiri", "pk"],
    "lebih": ["-lebih", "unit__kiri", "pk"],
    "jabatan": ["jabatan__nama", "unit__kiri", "pk"],
}
_BELUM_DIKATAKAN = {
    "opd": Q(unit__opd__isnull=True),
    "jenis_jabatan": Q(jabatan__jenis=""),
}
BELUM = "-"  # "not said yet" as a filter value: urusan, kecamatan, rumpun without a value


class NomorField(forms.IntegerField):
    """The number of a row, from the address; none that a database could not hold."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class SaringanPosisi(Saringan):
    """The filters of the list of posts; they live in the address."""

    q = forms.CharField(label="Jabatan atau unit", required=False, max_length=100)
    opd = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Semua",
    )
    keadaan = forms.ChoiceField(label="Keadaan", choices=KEADAAN, required=False)
    jenis_jabatan = forms.ChoiceField(
        label="Jenis jabatan", choices=[("", "Semua"), *JenisJabatan.choices], required=False
    )
    macam = forms.ChoiceField(
        label="Macam jabatan", choices=[("", "Semua"), *MACAM], required=False
    )
    jenis_unit = forms.ChoiceField(
        label="Jenis unit", choices=[("", "Semua"), *JenisUnit.choices], required=False
    )
    rumpun = forms.CharField(label="Rumpun jabatan", required=False, max_length=120)
    urusan = forms.CharField(label="Urusan", required=False, max_length=100)
    kecamatan = forms.CharField(label="Kecamatan", required=False, max_length=100)
    urut = forms.ChoiceField(
        label="Urutkan",
        choices=[
            ("", "Unit"),
            ("kurang", "Kekurangan terbesar"),
            ("lebih", "Kelebihan terbesar"),
            ("jabatan", "Jabatan"),
        ],
        required=False,
    )
    # Doors of the pictures and of other pages; they have no field of their own on the screen.
    unit = NomorField()  # this office alone
    di_bawah = NomorField()  # and all below it
    sejak = forms.DateField(required=False, widget=forms.HiddenInput)  # need decided since then

    def __init__(self, *args: Any, pengguna: Pengguna, per: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna, self.per = pengguna, per
        opd: Any = self.fields["opd"]
        opd.queryset = opd_terlihat(pengguna, per=per)

    def saring(self, rows: QuerySet[Posisi]) -> QuerySet[Posisi]:
        """Narrow and order the posts; a filter that makes no sense filters nothing."""
        self.is_valid()
        isi = getattr(self, "cleaned_data", {})
        rows = rows.filter(memuat(isi.get("q") or "", "jabatan__nama", "unit__nama"))
        if isi.get("opd"):
            rows = rows.filter(unit__opd=isi["opd"])
        if isi.get("keadaan"):
            rows = rows.filter(_SARING[isi["keadaan"]])
        if isi.get("jenis_jabatan"):
            rows = rows.filter(jabatan__jenis=isi["jenis_jabatan"])
        if isi.get("macam"):
            rows = rows.filter(posisi_bermacam(isi["macam"], per=self.per))
        if isi.get("jenis_unit"):
            rows = rows.filter(unit__jenis=isi["jenis_unit"])
        rows = self._saring_letak(rows, isi)
        for nama, kosong in _BELUM_DIKATAKAN.items():
            if self.data.get(nama) == BELUM and nama in self.fields:
                rows = rows.filter(kosong)
        if isi.get("sejak"):
            rows = rows.filter(**{"terpakai__ditetapkan_pada__gte": awal_hari(isi["sejak"])})
        for nama, kolom in (("rumpun", "jabatan__rumpun"), ("urusan", "unit__urusan")):
            if isi.get(nama):
                rows = rows.filter(**{kolom: "" if isi[nama] == BELUM else isi[nama]})
        if isi.get("kecamatan"):
            rows = rows.filter(_kecamatan(isi["kecamatan"]))
        return rows.order_by(*URUTAN[isi.get("urut") or ""])

    def _saring_letak(self, rows: QuerySet[Posisi], isi: dict[str, Any]) -> QuerySet[Posisi]:
        if isi.get("unit"):
            rows = rows.filter(unit=isi["unit"])
        if isi.get("di_bawah"):
            induk = UnitKerja.objects.filter(pk=isi["di_bawah"])
            rows = rows.filter(
                unit__kiri__gte=Subquery(induk.values("kiri")),
                unit__kiri__lte=Subquery(induk.values("kanan")),
            )
        return rows

    @property
    def keterangan(self) -> list[tuple[str, str]]:
        """(words, query without it) of each narrowing that has no field on the screen."""
        self.is_valid()
        isi = getattr(self, "cleaned_data", {})
        kata = {}
        for nama, pola in (("unit", "di {} sendiri"), ("di_bawah", "di {} dan bawahannya")):
            if isi.get(nama):
                unit = unit_tersentuh(self.pengguna, isi[nama], per=self.per)
                kata[nama] = pola.format(unit or "unit yang tidak dikenal")
        if isi.get("sejak"):
            kata["sejak"] = f"yang kebutuhannya ditetapkan sejak {tanggal(isi['sejak'])}"
        if self.data.get("opd") == BELUM:
            kata["opd"] = "tanpa perangkat daerah"
        if self.data.get("jenis_jabatan") == BELUM:
            kata["jenis_jabatan"] = "yang jenis jabatannya belum diketahui"
        return [(teks, self._tanpa(nama)) for nama, teks in kata.items()]

    def _tanpa(self, *nama: str) -> str:
        sisa = QueryDict(mutable=True)
        for kunci, nilai in self.data.items():
            if kunci not in (*nama, "hal"):
                sisa[kunci] = nilai
        return sisa.urlencode()


def _kecamatan(teks: str) -> Q:
    if teks == BELUM:
        return Q(unit__wilayah__isnull=True)
    if teks.isdecimal() and len(teks) < 19:
        return Q(unit__wilayah_id=int(teks))
    return Q(unit__wilayah__in=Wilayah.objects.filter(nama__icontains=teks))
