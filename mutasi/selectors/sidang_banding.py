"""People laid side by side before a session, by the published criteria of mutasi."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mutasi.models import AgendaSidang
from mutasi.selectors.pra_sidang import jam_pelatihan
from pegawai.models import Pegawai
from penilaian.kernel.kriteria import Kriteria
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.skor import Akun, Baris
from penilaian.selectors.kecocokan import kecocokan
from penilaian.snapshots import Pasangan, perkara_pasangan


@dataclass(frozen=True)
class Banding:
    """One person before one post. ``akun`` is None where no criteria are in force."""

    orang: Pegawai
    perkara: Perkara
    akun: Akun | None
    kriteria: tuple[Kriteria, ...]

    @property
    def jabatan(self) -> str:
        """The post held now."""
        return self.orang.formasi.jabatan.nama if self.orang.formasi else ""

    @property
    def rincian(self) -> list[tuple[Kriteria, Baris]]:
        """The account line by line, beside its criteria."""
        return list(zip(self.kriteria, self.akun.baris, strict=True)) if self.akun else []


def banding_butir(butir: Sequence[AgendaSidang], *, per: date) -> dict[int, list[Banding]]:
    """Per item the person first, then the others proposed for the same post, then the one in
    reserve; constant queries for any number of items."""
    tugas: list[tuple[int, Pasangan]] = []
    sekursi: dict[int, list[AgendaSidang]] = defaultdict(list)
    for b in butir:
        if b.usulan.ke_id is not None:
            sekursi[b.usulan.ke_id].append(b)
    for b in butir:
        ke = b.usulan.ke_id
        if ke is None:
            continue
        lain = [s.usulan.pegawai_id for s in sekursi[ke] if s.pk != b.pk]
        cadangan = [b.alternatif_id] if b.alternatif_id is not None else []
        siapa = dict.fromkeys([b.usulan.pegawai_id, *lain, *cadangan])
        tugas += [(b.pk, Pasangan(pk, ke, b.usulan.tmt)) for pk in siapa]
    hasil: dict[int, list[Banding]] = {b.pk: [] for b in butir}
    for (pk, _), satu in zip(tugas, _banding([p for _, p in tugas], per), strict=True):
        if satu is not None:
            hasil[pk].append(satu)
    return hasil


def _banding(pasangan: Sequence[Pasangan], per: date) -> list[Banding | None]:
    if not pasangan:
        return []
    unik = list({(p.pegawai, p.formasi, p.tmt): p for p in pasangan}.values())
    perkara = {
        (p.pegawai, p.formasi, p.tmt): kasus
        for p, kasus in zip(unik, perkara_pasangan(unik, per=per), strict=True)
        if kasus is not None
    }
    orang = {
        o.pk: o
        for o in Pegawai.objects.filter(pk__in={p.pegawai for p in unik})
        .select_related("formasi__jabatan", "golongan").defer("siasn", "nik_sandi")
    }  # fmt: skip
    akun, kriteria = _akun(perkara, per)
    return [
        Banding(orang[p.pegawai], perkara[kunci], akun.get(kunci), kriteria)
        if (kunci := (p.pegawai, p.formasi, p.tmt)) in perkara and p.pegawai in orang
        else None
        for p in pasangan
    ]


_Kunci = tuple[int, int, date]


def _akun(
    perkara: dict[_Kunci, Perkara], per: date
) -> tuple[dict[_Kunci, Akun], tuple[Kriteria, ...]]:
    """An account belongs to a person before one post: two posts are asked in two rounds."""
    babak: list[dict[int, _Kunci]] = []
    for kunci in perkara:
        giliran = next((satu for satu in babak if kunci[0] not in satu), None)
        if giliran is None:
            babak.append(giliran := {})
        giliran[kunci[0]] = kunci
    jam = jam_pelatihan({siapa for giliran in babak for siapa in giliran}, per=per)
    hasil: dict[_Kunci, Akun] = {}
    kriteria: tuple[Kriteria, ...] = ()
    for giliran in babak:
        cocok = kecocokan({s: perkara[k] for s, k in giliran.items()}, jam, per=per)
        if cocok is None:
            break
        kriteria = cocok.kriteria
        hasil |= {kunci: cocok.akun[siapa] for siapa, kunci in giliran.items()}
    return hasil, kriteria
