"""One draft as its page shows it: every line with its verdict, and what the whole would do.

All lines are read and judged together in a constant number of queries; who may read them was asked
before (``rancangan_saya``). Nothing here looks at any other draft.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mutasi.kernel.dasar import sebagai_dasar
from mutasi.kernel.rantai import Kursi, Pindah, Rantai, kursi, rantai
from mutasi.kernel.status import Status, status_baris
from mutasi.models import AlasanPeringatan, BarisRancangan, Rancangan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi, JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.syarat import MENURUT_KODE, periksa
from penilaian.models import Posisi
from penilaian.snapshots import KetentuanHari, Pasangan, ketentuan_hari, perkara_pasangan

GAYA = {
    Status.GAGAL: "tanda-kurang",
    Status.TAK_TAHU: "tanda-netral tanda-tanya",
    Status.ALASAN: "tanda-awas",
    Status.IZIN: "tanda-lebih",
    Status.LOLOS: "tanda-pas",
    Status.BELUM: "tanda-netral",
}
RUANG = (Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA)


def rancangan_saya(pengguna: Pengguna, *, per: date) -> QuerySet[Rancangan]:
    """The drafts a person is named in, while his role may hold such papers; no others."""
    rows = Rancangan.objects.for_user(pengguna).select_related("dibuat_oleh")
    if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in RUANG):
        return rows.none()
    return rows


@dataclass(frozen=True)
class Tanda:
    """Something about a line that follows from the whole draft (H20, H22, the register)."""

    kode: str
    kalimat: str
    gagal: bool


@dataclass
class Baris:
    """One line of the sheet. ``nomor``: its place as people count."""

    nomor: int
    isi: BarisRancangan
    putusan: tuple[Putusan, ...] = ()
    alasan: dict[str, AlasanPeringatan] = field(default_factory=dict)
    tanda: list[Tanda] = field(default_factory=list)
    kursi_asal: Kursi | None = None
    kursi_tujuan: Kursi | None = None

    @property
    def pk(self) -> int:
        """The line's own number."""
        return self.isi.pk

    @property
    def lengkap(self) -> bool:
        """Whether there is a pair to judge."""
        return self.isi.pegawai_id is not None and self.isi.ke_id is not None

    @cached_property
    def penentu(self) -> list[Putusan]:
        """What the rules say beyond "met"."""
        return [p for p in self.putusan if p.putusan is not Hasil.LOLOS]

    @property
    def peringatan(self) -> list[Putusan]:
        """The warnings, which need a reason each."""
        return [p for p in self.putusan if p.putusan is Hasil.PERINGATAN]

    @property
    def tanpa_alasan(self) -> list[Putusan]:
        """The warnings nobody has answered yet."""
        return [p for p in self.peringatan if p.kode not in self.alasan]

    @cached_property
    def status(self) -> Status:
        """The one word under which the line stands."""
        return status_baris(
            lengkap=self.lengkap,
            hasil=[p.putusan for p in self.putusan if p.putusan is not Hasil.PERINGATAN],
            cacat=any(t.gagal for t in self.tanda),
            tanpa_alasan=len(self.tanpa_alasan),
        )

    @property
    def gaya(self) -> str:
        """The shape and colour of that word."""
        return GAYA[self.status]

    @property
    def alasan_rinci(self) -> list[AlasanPeringatan]:
        """The reasons that count for this pair."""
        return list(self.alasan.values())

    @property
    def kode(self) -> list[str]:
        """What to look at, in short: codes of failures, unknowns and unanswered warnings."""
        belum = {p.kode for p in self.tanpa_alasan}
        dari_aturan = [
            p.kode for p in self.penentu if p.putusan is not Hasil.PERINGATAN or p.kode in belum
        ]
        return list(dict.fromkeys([t.kode for t in self.tanda if t.kode] + dari_aturan))


@dataclass(frozen=True)
class Terdesak:
    """A holder whose post is given away and for whom the draft has no other (H20)."""

    pegawai: Pegawai
    formasi: Formasi


@dataclass
class Lembar:
    """The whole sheet, judged."""

    rancangan: Rancangan
    baris: list[Baris]
    kursi: dict[int, Kursi]
    posisi: dict[int, Any]
    rantai: list[Rantai]
    terdesak: list[Terdesak]

    @cached_property
    def menurut_pk(self) -> dict[int, Baris]:
        """Lines by their number."""
        return {b.pk: b for b in self.baris}

    @cached_property
    def hitungan(self) -> Counter[Status]:
        """How many lines stand under each word."""
        return Counter(b.status for b in self.baris)

    @property
    def ringkas(self) -> list[dict[str, Any]]:
        """The same for the sentence on top, from the best to the gravest."""
        urut = (Status.LOLOS, Status.ALASAN, Status.IZIN, Status.TAK_TAHU, Status.GAGAL,
                Status.BELUM)  # fmt: skip
        ada = [(satu, self.hitungan[satu]) for satu in urut if self.hitungan[satu]]
        return [{"kunci": s.name.lower(), "kata": s.value, "jumlah": n} for s, n in ada]

    @property
    def jumlah_tanpa_tujuan(self) -> int:
        """How many are released without a destination."""
        return len(self.tanpa_tujuan)

    @property
    def menjadi_lowong(self) -> list[tuple[Any, Kursi]]:
        """Posts in which the draft empties seats, with the figures."""
        kena = [(self.posisi[pk], k) for pk, k in self.kursi.items() if k.kosong]
        return sorted(kena, key=lambda satu: (satu[0].unit.kiri, satu[0].jabatan.nama))

    @property
    def rantai_baris(self) -> list[tuple[Rantai, list[Baris]]]:
        """Chains with their lines."""
        return [(r, [self.menurut_pk[pk] for pk in r.baris]) for r in self.rantai]

    @property
    def tanpa_tujuan(self) -> list[Baris]:
        """People released without a destination (H20)."""
        return [b for b in self.baris if b.isi.pegawai_id and not b.isi.ke_id]


def lembar(rancangan: Rancangan, *, per: date, dinilai: bool = True) -> Lembar:
    """Read and judge a draft; without ``dinilai`` only names and seats."""
    rows = list(_rows(rancangan))
    baris = [Baris(nomor, isi) for nomor, isi in enumerate(rows, 1)]
    aturan = ketentuan_hari(per=per)
    posisi = _posisi(rows, aturan)
    pindah = [_pindah(isi, aturan) for isi in rows]
    keadaan = {pk: (p.butuh, p.isi) for pk, p in posisi.items()}
    tempat = kursi(pindah, keadaan)
    for satu, p in zip(baris, pindah, strict=True):
        satu.kursi_asal = tempat.get(p.dari or 0)
        satu.kursi_tujuan = tempat.get(p.ke or 0)
    if dinilai:
        _nilai(rancangan, baris, pindah, aturan, per)
    terdesak = _terdesak(rows, tempat, posisi)
    _tandai(baris, pindah, terdesak)
    return Lembar(rancangan, baris, tempat, posisi, rantai(pindah), terdesak)


def _rows(rancangan: Rancangan) -> QuerySet[BarisRancangan]:
    return (
        rancangan.baris.filter(dihapus=False)
        .select_related(
            "pegawai__formasi", "dari__unit", "dari__jabatan", "ke__unit", "ke__jabatan",
            "diubah_oleh",
        )
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("urutan", "pk")
    )  # fmt: skip


def _terhitung(formasi: Formasi | None) -> int | None:
    """The post under which this one is counted."""
    return None if formasi is None else formasi.dihitung_ke_id or formasi.pk


def _asal(isi: BarisRancangan) -> Formasi | None:
    """Where the person sits now; the line keeps where he sat when it was written."""
    return isi.pegawai.formasi if isi.pegawai else None


def _pindah(isi: BarisRancangan, aturan: KetentuanHari) -> Pindah:
    paruh = isi.pegawai is not None and isi.pegawai.status == StatusPegawai.PPPK_PW
    return Pindah(
        isi.pk, isi.pegawai_id, _terhitung(_asal(isi)), _terhitung(isi.ke),
        mengisi=aturan.pw_mengisi or not paruh,
    )  # fmt: skip


def _posisi(rows: Iterable[BarisRancangan], aturan: KetentuanHari) -> dict[int, Any]:
    semua = {_terhitung(f) for isi in rows for f in (_asal(isi), isi.ke)}
    ids = {pk for pk in semua if pk is not None}
    posisi: Any = Posisi.objects.filter(pk__in=ids).with_kebutuhan(
        eselon_berkursi=list(aturan.eselon_berkursi), pw_mengisi=aturan.pw_mengisi
    )
    return {p.pk: p for p in posisi.select_related("unit__opd", "jabatan").order_by()}


def _nilai(
    rancangan: Rancangan,
    baris: Sequence[Baris],
    pindah: Sequence[Pindah],
    aturan: KetentuanHari,
    per: date,
) -> None:
    """Judge every complete line as if the lines above it had been done."""
    pergi: dict[int, set[int]] = defaultdict(set)
    for p in pindah:
        if p.dari is not None and p.pegawai is not None and p.mengisi and p.dari != p.ke:
            pergi[p.dari].add(p.pegawai)
    datang: dict[int, set[int]] = defaultdict(set)
    pasangan, penuh, ada = [], [], []
    for satu, p in zip(baris, pindah, strict=True):
        if p.ke is None or p.pegawai is None:
            continue
        dispensasi, demosi = sebagai_dasar(satu.isi.dasar)
        kosong = (rancangan.tmt,) * len(pergi[p.ke] - {p.pegawai})
        pasangan.append(
            Pasangan(
                p.pegawai, satu.isi.ke_id or p.ke, rancangan.tmt, dispensasi=dispensasi,
                dasar_demosi=demosi, akan_kosong=kosong,
            )
        )  # fmt: skip
        penuh.append(len(datang[p.ke] - {p.pegawai}))
        ada.append(satu)
        if p.mengisi and p.dari != p.ke:
            datang[p.ke].add(p.pegawai)
    if not ada:
        return
    perkara = perkara_pasangan(pasangan, per=per, aturan=aturan)
    for satu, kasus, lebih in zip(ada, perkara, penuh, strict=True):
        if kasus is not None:
            kasus = _dalam_rancangan(kasus, satu, lebih)
            satu.putusan = (*periksa(kasus), *peringatan(kasus))
    _alasan(rancangan, ada)


def _dalam_rancangan(kasus: Perkara, satu: Baris, lebih: int) -> Perkara:
    """The case amid the other lines: ``lebih`` people came to the target before; what the person
    leaves is as full as the whole draft makes it (a chain fills it again)."""
    if lebih and kasus.sasaran.isi is not None:
        kasus = replace(kasus, sasaran=replace(kasus.sasaran, isi=kasus.sasaran.isi + lebih))
    if satu.kursi_asal is not None:
        calon = replace(kasus.calon, asal_isi=satu.kursi_asal.sesudah + 1)
        kasus = replace(kasus, calon=calon)
    return kasus


def _alasan(rancangan: Rancangan, baris: Iterable[Baris]) -> None:
    """Reasons written for the very pair that stands in the line now; the latest counts."""
    menurut: dict[tuple[int, int | None, int | None], dict[str, AlasanPeringatan]] = {}
    rows = AlasanPeringatan.objects.filter(baris__rancangan=rancangan, baris__dihapus=False)
    for satu in rows.select_related("ditulis_oleh").order_by("ditulis_pada", "pk"):
        menurut.setdefault((satu.baris_id, satu.pegawai_id, satu.ke_id), {})[satu.kode] = satu
    for b in baris:
        b.alasan = menurut.get((b.pk, b.isi.pegawai_id, b.isi.ke_id), {})


def _terdesak(
    rows: Iterable[BarisRancangan], tempat: dict[int, Kursi], posisi: dict[int, Any]
) -> list[Terdesak]:
    """Officials whose one seat the draft gives to somebody else, and who stay without any."""
    penuh = [
        pk for pk, k in tempat.items()
        if k.lebih and posisi[pk].jabatan.jenis == JenisJabatan.STRUKTURAL
    ]  # fmt: skip
    if not penuh:
        return []
    pergi = {isi.pegawai_id for isi in rows if isi.pegawai_id}
    duduk = Pegawai.objects.tercatat().filter(
        Q(formasi__in=penuh) | Q(formasi__dihitung_ke__in=penuh)
    )
    return [
        Terdesak(orang, posisi[_terhitung(orang.formasi) or 0])
        for orang in duduk.select_related("formasi").defer("siasn", "nik_sandi")
        if orang.pk not in pergi
    ]


def _tandai(baris: Sequence[Baris], pindah: Sequence[Pindah], terdesak: Sequence[Terdesak]) -> None:
    """What only the whole draft can say of a line."""
    menurut: dict[int, list[int]] = defaultdict(list)
    for b in baris:
        if b.isi.pegawai_id:
            menurut[b.isi.pegawai_id].append(b.nomor)
    digeser: dict[int, list[str]] = defaultdict(list)
    for t in terdesak:
        digeser[t.formasi.pk].append(t.pegawai.nama_lengkap)
    for b, p in zip(baris, pindah, strict=True):
        isi = b.isi
        lain = [n for n in menurut.get(isi.pegawai_id or 0, []) if n != b.nomor]
        if lain:
            kata = ", ".join(str(n) for n in lain)
            b.tanda.append(Tanda("H22", f"Orang yang sama juga ada di baris {kata}.", gagal=True))
        if isi.pegawai and isi.dari_id != isi.pegawai.formasi_id:
            kalimat = "Jabatannya di register sudah berubah sejak baris ini ditulis."
            b.tanda.append(Tanda("", kalimat, gagal=False))
        if isi.pegawai_id and not isi.ke_id:
            b.tanda.append(Tanda("H20", "Dilepas tanpa jabatan tujuan.", gagal=False))
        if b.kursi_tujuan and b.kursi_tujuan.lebih:
            b.tanda.append(Tanda("H22", _kalimat_lebih(b.kursi_tujuan), gagal=True))
        for nama in digeser.get(p.ke or 0, []):
            kalimat = f"{nama} masih mendudukinya dan tidak mempunyai jabatan tujuan."
            b.tanda.append(Tanda("H20", kalimat, gagal=False))


def _kalimat_lebih(k: Kursi) -> str:
    return (
        f"Kursi diberikan melebihi kebutuhan: butuh {k.butuh}, sekarang {k.isi}, "
        f"keluar {k.keluar}, masuk {k.masuk}, menjadi {k.sesudah}."
    )


def terkait(halaman: Lembar, sejak: int) -> tuple[set[int], list[Any]]:
    """(lines to draw again, steps) after a version: those changed, and those that share a person
    or a post with what was there before or is there now."""
    langkah = list(
        halaman.rancangan.langkah.filter(nomor__gt=sejak)
        .select_related("oleh", "baris")
        .order_by("nomor")
    )
    orang, post, ubah = set(), set(), set()
    for satu in langkah:
        ubah |= {satu.baris_id, satu.sebelum.get("tukar")}
        for isi in (satu.sebelum, satu.sesudah):
            orang.add(isi.get("pegawai"))
            post |= {isi.get("ke"), isi.get("dari")}
        if satu.baris is not None:
            orang.add(satu.baris.pegawai_id)
            post |= {satu.baris.ke_id, satu.baris.dari_id}
    if any(satu.baris_id is None for satu in langkah):
        return {b.pk for b in halaman.baris}, langkah  # the day may have moved: judge all anew
    orang.discard(None)
    post.discard(None)
    setara = {_terhitung(f) for b in halaman.baris for f in (b.isi.ke, b.isi.dari)
              if f is not None and (f.pk in post or f.dihitung_ke_id in post)}  # fmt: skip
    setara |= post
    kena = {
        b.pk for b in halaman.baris
        if b.pk in ubah or b.isi.pegawai_id in orang
        or {_terhitung(b.isi.ke), _terhitung(_asal(b.isi)), b.isi.ke_id, b.isi.dari_id} & setara
    }  # fmt: skip
    return kena, langkah


def judul_aturan(kode: str) -> str:
    """The title of a rule, or nothing for what is not in the list of pair rules."""
    return MENURUT_KODE[kode].judul if kode in MENURUT_KODE else ""


def ambil(pengguna: Pengguna, pk: UUID, *, per: date) -> Rancangan | None:
    """One's own draft, or None."""
    return rancangan_saya(pengguna, per=per).filter(pk=pk).first()
