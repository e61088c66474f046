"""The dials and filters of the projection; they live in the address."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from penilaian.forms.kebutuhan import BELUM
from penilaian.forms.saringan import Saringan, opd_terlihat
from penilaian.kernel.proyeksi_posisi import Penggerak
from toolkit.cari import memuat

TUMBUH_MIN, TUMBUH_MAKS = Decimal(-20), Decimal(50)


class SaringanProyeksi(Saringan):
    """What grows, what ends, and which posts are looked at."""

    tumbuh = forms.DecimalField(
        label="Pertumbuhan kebutuhan (% setahun)",
        required=False,
        min_value=TUMBUH_MIN,
        max_value=TUMBUH_MAKS,
        decimal_places=2,
        localize=True,
    )
    opd = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Semua",
    )
    unit = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    rumpun = forms.CharField(label="Rumpun jabatan", required=False, max_length=120)
    q = forms.CharField(label="Jabatan", required=False, max_length=100)
    kontrak = forms.BooleanField(label="Kontrak diperpanjang", required=False)

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opd: Any = self.fields["opd"]
        opd.queryset = opd_terlihat(pengguna, per=per)
        self._terlihat = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
        self.is_valid()
        self.isi: dict[str, Any] = getattr(self, "cleaned_data", {})
        self.satu_unit = self._unit()

    def _unit(self) -> UnitKerja | None:
        """The branch asked for; one out of reach is no filter, as any word nobody knows."""
        pk = self.isi.get("unit")
        return self._terlihat.filter(pk=pk).first() if pk and pk < 2**31 else None

    @property
    def penggerak(self) -> Penggerak:
        """The dials as the kernel reads them."""
        return Penggerak.isi(
            self.isi.get("tumbuh") or 0, kontrak_diperpanjang=bool(self.isi.get("kontrak"))
        )

    @property
    def tersaring(self) -> bool:
        """Whether only a part of the reach is looked at."""
        return bool(self.satu_unit or any(self.isi.get(nama) for nama in ("opd", "rumpun", "q")))

    def saring(self, rows: Any) -> Any:
        """Narrow the posts."""
        if self.isi.get("opd"):
            rows = rows.filter(unit__opd=self.isi["opd"])
        if self.satu_unit is not None:
            rows = rows.filter(
                unit__kiri__gte=self.satu_unit.kiri, unit__kiri__lte=self.satu_unit.kanan
            )
        if self.isi.get("rumpun"):
            rumpun = self.isi["rumpun"]
            rows = rows.filter(jabatan__rumpun="" if rumpun == BELUM else rumpun)
        return rows.filter(memuat(self.isi.get("q") or "", "jabatan__nama"))
