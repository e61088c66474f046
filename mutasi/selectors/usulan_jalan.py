"""The road of one case as it is drawn: where it was, where it lies, what is still before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mutasi.alur import ALUR, GERBANG_STATUS, Aksi, Gerbang, StatusUsulan, tujuan
from mutasi.models import Singgah, UsulanMutasi
from mutasi.selectors.usulan_tunggu import LANJUT

S = StatusUsulan


@dataclass(frozen=True)
class Titik:
    """One stop. ``nanti``: not reached yet; ``kini``: here it lies."""

    status: StatusUsulan
    nanti: bool
    kini: bool = False
    masuk: datetime | None = None
    keluar: datetime | None = None
    siapa: str = ""
    tindakan: str = ""
    alasan: str = ""
    tenggat: date | None = None
    gerbang: str = ""

    @property
    def hari(self) -> int | None:
        """Full days it lay there, or lies there."""
        if self.masuk is None or self.keluar is None:
            return None
        return (self.keluar - self.masuk).days


def jalan(usulan: UsulanMutasi, gerbang: Sequence[str], singgah: Sequence[Singgah]) -> list[Titik]:
    """Every stay with who moved the case there, then the stops ahead."""
    lalu = [_lalu(satu) for satu in singgah]
    depan = [
        Titik(status, nanti=True, siapa=LANJUT[status][1] if status in LANJUT else "",
              gerbang=_gerbang(status))
        for status in ke_depan(StatusUsulan(usulan.status), gerbang)
    ]  # fmt: skip
    return [*lalu, *depan]


def _lalu(satu: Singgah) -> Titik:
    return Titik(
        StatusUsulan(satu.status), nanti=False, kini=satu.keluar_pada is None,
        masuk=satu.masuk_pada, keluar=satu.keluar_pada, siapa=satu.oleh.nama,
        tindakan=Aksi(satu.aksi).label if satu.aksi else "menulis",
        alasan=satu.alasan, tenggat=satu.tenggat, gerbang=_gerbang(satu.status),
    )  # fmt: skip


def _gerbang(status: str) -> str:
    perlu = GERBANG_STATUS.get(StatusUsulan(status))
    return str(perlu.label) if perlu else ""


def ke_depan(status: StatusUsulan, gerbang: Sequence[str]) -> list[StatusUsulan]:
    """The straight road from a state to its end, by the gates the case has to pass."""
    hasil: list[StatusUsulan] = []
    kini = status
    while (aksi := _lanjut(kini, gerbang)) is not None:
        kini = tujuan(aksi, gerbang)
        if kini in hasil:
            break
        hasil.append(kini)
    return hasil


def _lanjut(status: StatusUsulan, gerbang: Sequence[str]) -> Aksi | None:
    if status is S.SK_DITETAPKAN and Gerbang.LANTIK not in gerbang:
        return Aksi.LAKSANAKAN
    aksi = LANJUT[status][0] if status in LANJUT else None
    return aksi if aksi and status in ALUR[aksi].dari else None
