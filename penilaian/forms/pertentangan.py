"""The filters of contradictions; all of them live in the address."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import RiwayatKinerja
from penilaian.forms.saringan import Saringan
from penilaian.kernel.kinerja import PredikatOrganisasi
from penilaian.selectors.pertentangan import MACAM

TAHUN_LALU = 5


class SaringanTahun(Saringan):
    """The year of the predicates; the last full one unless asked for another."""

    tahun = forms.ChoiceField(label="Tahun", required=False)

    bawaan_lain: ClassVar[dict[str, str]] = {}

    def __init__(self, data: QueryDict, *args: Any, per: date, **kwargs: Any) -> None:
        # What the address leaves open is shown as chosen, for it is what the page speaks of.
        self.bawaan = per.year - 1
        lengkap = data.copy()
        for nama, nilai in ({"tahun": str(self.bawaan)} | self.bawaan_lain).items():
            lengkap.setdefault(nama, nilai)
        super().__init__(lengkap, *args, **kwargs)
        tahun: Any = self.fields["tahun"]
        tahun.choices = [(str(n), str(n)) for n in range(per.year, per.year - TAHUN_LALU - 1, -1)]

    def isi(self) -> dict[str, Any]:
        """What the address asks for, without the nonsense in it."""
        self.is_valid()
        return getattr(self, "cleaned_data", {})

    @property
    def nomor_tahun(self) -> int:
        """The year asked for."""
        return int(self.isi().get("tahun") or self.bawaan)


class AndaiForm(SaringanTahun):
    """Year, and the predicate supposed for every organisation, for none is recorded."""

    andai = forms.ChoiceField(
        label="Andai predikat organisasi", required=False,
        choices=[(p.value, p.value.title()) for p in PredikatOrganisasi],
    )  # fmt: skip

    bawaan_lain: ClassVar[dict[str, str]] = {"andai": PredikatOrganisasi.BAIK.value}

    @property
    def predikat(self) -> str:
        """The pattern to compare with."""
        return str(self.isi().get("andai") or PredikatOrganisasi.BAIK.value)


class SaringanPertentangan(SaringanTahun):
    """The rows: kind, OPD, predicate, name."""

    macam = forms.ChoiceField(
        label="Pertentangan", required=False, choices=[("", "Semua predikat"), *MACAM.items()]
    )
    opd = forms.ChoiceField(label="Perangkat daerah", required=False)
    predikat = forms.ChoiceField(
        label="Predikat", required=False,
        choices=[("", "Semua"), *RiwayatKinerja.Predikat.choices],
    )  # fmt: skip
    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)

    def __init__(
        self, data: QueryDict, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any
    ) -> None:
        super().__init__(data, *args, per=per, **kwargs)
        opd: Any = self.fields["opd"]
        terlihat = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).saring(
            UnitKerja.objects.all(), prefix=""
        )
        rows = UnitKerja.objects.filter(pk__in=terlihat.order_by().values("opd")).order_by("nama")
        opd.choices = [("", "Semua"), *((str(pk), n) for pk, n in rows.values_list("pk", "nama"))]
