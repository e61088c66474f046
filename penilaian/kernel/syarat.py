"""The pair rules, person by post, in the order of their codes: the one list.

Not here: plan rules (H20, H22), the criteria rule (H23) and case rules (H13-H16, H24-H27), which
belong to a plan, to published criteria and to the road of a proposal.
"""

from __future__ import annotations

from collections.abc import Iterable

from penilaian.kernel.perkara import Perkara
from penilaian.kernel.putusan import Putusan, Syarat
from penilaian.kernel.syarat_izin import h12, h18
from penilaian.kernel.syarat_jf import h19
from penilaian.kernel.syarat_kursi import h03, h04, h17, h21
from penilaian.kernel.syarat_masa import h05, h06, h09
from penilaian.kernel.syarat_status import h01, h02, h07, h08, h10, h11

SYARAT: tuple[Syarat, ...] = (
    h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h17, h18, h19, h21,
)  # fmt: skip
MENURUT_KODE: dict[str, Syarat] = {satu.kode: satu for satu in SYARAT}


def periksa(perkara: Perkara, kode: Iterable[str] | None = None) -> tuple[Putusan, ...]:
    """The verdicts on one case, all rules or those named, in the order of the list."""
    dipilih = SYARAT if kode is None else [MENURUT_KODE[satu] for satu in kode]
    return tuple(satu(perkara) for satu in dipilih)
