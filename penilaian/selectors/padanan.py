"""Names that wait for a decision, what each distorts, what each proposal would do, decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from pegawai.kernel.jenjang import kunci_nama
from pegawai.models import Jabatan, JenisJabatan, Jenjang, MacamPadanan, Padanan, Penugasan
from pegawai.selectors.padanan import KELOMPOK, UsulanSasaran, jabatan_sasaran, usulan_untuk
from penilaian.kernel.padanan import Akibat, Post, akibat
from penilaian.models import Kebutuhan, Posisi
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan

_KOLOM = ("pk", "siasn_id", "nama", "jenis", "jenjang")
_JUMLAH = {
    "posts": Count("pk"),
    "pemangku": Sum("isi"),
    "butuh": Sum("butuh"),
    "kurang": Sum("kurang"),
    "lebih": Sum("lebih"),
    "tanpa": Sum("isi", filter=Q(butuh__isnull=True)),
}


@dataclass
class NamaLuar:
    """A name outside the reference and what hangs on it while nobody decided."""

    pk: int
    siasn_id: str
    nama: str
    jenis: str
    jenjang: str
    posts: int = 0
    pemangku: int = 0
    butuh: int = 0
    kurang: int = 0
    lebih: int = 0
    tanpa: int = 0
    usulan: list[UsulanBerakibat] = field(default_factory=list)
    dicentang: bool = False
    dipilih: str = ""

    @property
    def semu(self) -> int:
        """How much it distorts: shortage without holders, excess, holders without any need."""
        return self.kurang + self.lebih + self.tanpa

    @property
    def sebutan(self) -> str:
        """Kind and level in words."""
        bagian = (
            JenisJabatan(self.jenis).label if self.jenis else "",
            Jenjang(self.jenjang).label if self.jenjang else "",
        )
        return ", ".join(b for b in bagian if b) or "Jenis belum diketahui"


@dataclass(frozen=True)
class UsulanBerakibat:
    """A proposal with what it would do."""

    sasaran: str
    nama: str
    skor: int
    akibat: Akibat


@dataclass(frozen=True)
class Menunggu:
    """The answer of the page: how many names, people and needs wait, and the list."""

    baris: list[NamaLuar]
    nama: int
    pemangku: int
    butuh: int
    diputuskan: int
    aturan: Ketentuan


def jabatan_luar() -> QuerySet[Jabatan]:
    """Names outside the reference in force; seats of units are no names."""
    return (
        Jabatan.objects.filter(Q(di_luar_referensi=True) | Q(aktif=False))
        .filter(kelompok=False, unit__isnull=True)
        .exclude(jenis=JenisJabatan.STRUKTURAL)
    )


def _diputuskan() -> QuerySet[Padanan]:
    return Padanan.objects.berlaku().filter(macam=MacamPadanan.JABATAN)


def belum_diputuskan() -> QuerySet[Jabatan]:
    """Those without a decision in force."""
    return jabatan_luar().exclude(pk__in=_diputuskan().values("dari"))


def menunggu(*, per: date, q: str = "", jenis: str = "", skor: int = 0) -> Menunggu:
    """Every name that waits, the most distorting first; narrowed by words, kind, best proposal."""
    aturan = ketentuan(per=per)
    diputus = Exists(_diputuskan().filter(dari=OuterRef("pk")))
    rows = list(jabatan_luar().annotate(diputus=diputus).order_by().values_list("diputus", *_KOLOM))
    nama = {baris.pk: baris for sudah, *isi in rows if not sudah for baris in (NamaLuar(*isi),)}
    jumlah = _posts(aturan).filter(jabatan__in=belum_diputuskan()).order_by().values("jabatan")
    for row in jumlah.annotate(**{f"n_{k}": v for k, v in _JUMLAH.items()}):
        for kunci in _JUMLAH:
            setattr(nama[row["jabatan"]], kunci, row[f"n_{kunci}"] or 0)
    return Menunggu(
        baris=_urut(_pilih(nama.values(), q, jenis, skor)),
        nama=len(nama),
        pemangku=sum(b.pemangku for b in nama.values()),
        butuh=sum(b.butuh for b in nama.values()),
        diputuskan=len(rows) - len(nama),
        aturan=aturan,
    )


def _pilih(semua: Iterable[NamaLuar], q: str, jenis: str, skor: int) -> list[NamaLuar]:
    kata = kunci_nama(q).split()
    pilih = [
        b
        for b in semua
        if (not jenis or b.jenis == jenis) and all(k in kunci_nama(b.nama) for k in kata)
    ]
    if skor:
        usulan = usulan_untuk(pilih, n=1)
        pilih = [b for b in pilih if any(u.skor >= skor for u in usulan[b.pk])]
    return pilih


def _urut(baris: list[NamaLuar]) -> list[NamaLuar]:
    return sorted(baris, key=lambda b: (-b.semu, -b.pemangku, -b.butuh, b.nama, b.pk))


def satu_nama(jabatan: Jabatan, *, per: date) -> NamaLuar:
    """One name with what hangs on it now, whether decided or not."""
    baris = NamaLuar(jabatan.pk, jabatan.siasn_id, jabatan.nama, jabatan.jenis, jabatan.jenjang)
    posts = _posts(ketentuan(per=per)).filter(jabatan=jabatan).order_by()
    for kunci, nilai in posts.aggregate(**{f"n_{k}": v for k, v in _JUMLAH.items()}).items():
        setattr(baris, kunci.removeprefix("n_"), nilai or 0)
    return baris


def lengkapi(
    baris: Sequence[NamaLuar], *, aturan: Ketentuan, n: int = 3, tambahan: Sequence[Any] = ()
) -> None:
    """Give the names of one page their best proposals (and ``tambahan``) with their effects."""
    usulan = {
        pk: [*semua, *(t for t in tambahan if t.sasaran not in {u.sasaran for u in semua})]
        for pk, semua in usulan_untuk(baris, n=n).items()
    }
    hitung = Penghitung(usulan, [u for semua in usulan.values() for u in semua], aturan=aturan)
    for satu in baris:
        satu.usulan = [hitung.berakibat(satu.pk, u) for u in usulan[satu.pk]]


class Penghitung:
    """Effects of many proposals in two queries, by the posts of the units concerned."""

    def __init__(
        self, asal: Iterable[int], usulan: Iterable[UsulanSasaran], *, aturan: Ketentuan
    ) -> None:
        asal, usulan = set(asal), list(usulan)
        self._rumpun = {u.sasaran.removeprefix(KELOMPOK) for u in usulan if _kelompok(u.sasaran)}
        jabatan = {int(u.sasaran) for u in usulan if not _kelompok(u.sasaran)}
        keluarga = Q(jabatan__rumpun__in=self._rumpun, jabatan__jenis=JenisJabatan.FUNGSIONAL) & Q(
            dihitung_ke__isnull=True
        )
        unit = Posisi.objects.filter(jabatan__in=asal).order_by().values("unit")
        self._milik: dict[int, list[Post]] = defaultdict(list)
        self._keluarga: dict[str, list[Post]] = defaultdict(list)
        rows = _posts(aturan).filter(
            Q(jabatan__in=asal) | (Q(jabatan__in=jabatan) | keluarga) & Q(unit__in=unit)
        )
        isi = list(rows.order_by().values_list("pk", "unit", "jabatan", "jabatan__rumpun", "isi"))
        butuh = _butuh(rows)
        for pk, di_unit, milik, rumpun, banyak in isi:
            post = Post(di_unit, banyak, butuh.get(pk, {}))
            self._milik[milik].append(post)
            if rumpun in self._rumpun and milik not in asal:
                self._keluarga[rumpun].append(post)

    def berakibat(self, asal: int, usulan: UsulanSasaran) -> UsulanBerakibat:
        """The proposal with what it would do for this name."""
        if _kelompok(usulan.sasaran):
            sasaran = self._keluarga[usulan.sasaran.removeprefix(KELOMPOK)]
        else:
            sasaran = self._milik[int(usulan.sasaran)]
        hasil = akibat(self._milik[asal], sasaran)
        return UsulanBerakibat(usulan.sasaran, usulan.nama, usulan.skor, hasil)


def _kelompok(sasaran: str) -> bool:
    return sasaran.startswith(KELOMPOK)


def _posts(aturan: Ketentuan) -> Any:
    return Posisi.objects.with_kebutuhan(
        eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi
    )


def _butuh(posts: Any) -> Mapping[int, Mapping[str, tuple[tuple[Decimal, int], ...]]]:
    hasil: dict[int, dict[str, tuple[tuple[Decimal, int], ...]]] = defaultdict(dict)
    rows = Kebutuhan.objects.filter(formasi__in=posts.order_by().values("pk")).order_by("pk")
    for post, sumber, mentah, jumlah in rows.values_list("formasi", "sumber", "mentah", "jumlah"):
        hasil[post][sumber] = (*hasil[post].get(sumber, ()), (mentah, jumlah))
    return hasil


def cari_sasaran(jabatan: Jabatan, q: str, *, n: int = 12) -> list[UsulanSasaran]:
    """Targets whose names hold these words: groups first, then the nomenclature by name."""
    kata = kunci_nama(q).split()
    if not kata:
        return []
    rows = jabatan_sasaran().exclude(pk=jabatan.pk)
    rumpun = jabatan_sasaran().exclude(jenjang="").exclude(rumpun="")
    for satu in kata:
        rows = rows.filter(nama__icontains=satu)
        rumpun = rumpun.filter(rumpun__icontains=satu)
    keluarga = rumpun.order_by("rumpun").values_list("rumpun", flat=True)
    keluarga = keluarga.annotate(n=Count("jenjang", distinct=True)).filter(n__gt=1)[:4]
    hasil = [UsulanSasaran(f"{KELOMPOK}{r}", f"{r} (semua jenjang)", 0) for r in keluarga]
    isi = rows.order_by("nama", "pk").values_list("pk", "nama")[: n - len(hasil)]
    return hasil + [UsulanSasaran(str(pk), nama, 0) for pk, nama in isi]


def keputusan(*, keadaan: str = "", macam: str = "", q: str = "") -> QuerySet[Padanan]:
    """Decisions, the youngest first: those in force, or those that ended."""
    rows = Padanan.objects.with_names()
    rows = rows.exclude(selesai=None) if keadaan == "berakhir" else rows.berlaku()
    if macam in MacamPadanan.values:
        rows = rows.filter(macam=macam)
    for kata in q.split():
        rows = rows.filter(
            Q(dari__nama__icontains=kata)
            | Q(teks__icontains=kata)
            | Q(ke_jabatan__nama__icontains=kata)
            | Q(ke_unit__nama__icontains=kata)
        )
    return rows.order_by("-diputuskan_pada", "-pk")


def riwayat_nama(jabatan: Jabatan) -> list[Padanan]:
    """Every decision ever made about one jabatan."""
    return list(Padanan.objects.with_names().filter(dari=jabatan).order_by("-pk"))


def terpadan(padanan: Padanan) -> dict[str, int]:
    """How many people and how much need a decision on a jabatan of the register moved."""
    if padanan.dari is None or padanan.ke_jabatan is None:
        return {"orang": 0, "butuh": 0}
    butuh = Kebutuhan.objects.filter(asal__jabatan=padanan.dari).aggregate(n=Sum("jumlah"))["n"]
    orang = Penugasan.objects.definitif().terbuka().filter(jabatan=padanan.dari)
    return {"orang": orang.count(), "butuh": butuh or 0}


def hasil_bernama(hasil: Iterable[Any]) -> dict[str, Any]:
    """What became of many decisions, each with the name it was about."""
    semua = list(hasil)
    jabatan = Jabatan.objects.in_bulk([h.keputusan.dari for h in semua])
    baris = [
        {"jabatan": jabatan.get(h.keputusan.dari), "padanan": h.padanan, "tolak": h.tolak}
        for h in semua
    ]
    berlaku = sum(1 for h in semua if h.padanan)
    return {"baris": baris, "berlaku": berlaku, "ditolak": len(semua) - berlaku}


def isi_templat() -> Iterator[Sequence[Any]]:
    """Rows of our template: what waits with its proposals, then the decisions in force."""
    baris = _menunggu_apa_adanya()
    usulan = usulan_untuk(baris)
    for b in baris:
        tiga = [f"{u.nama} ({u.skor})" for u in usulan[b.pk]]
        yield (
            MacamPadanan.JABATAN.value, b.siasn_id, b.nama, "", "", "",
            b.pemangku, b.butuh, *(tiga + [""] * 3)[:3],
        )  # fmt: skip
    for p in Padanan.objects.berlaku().with_names().order_by("macam", "pk"):
        ke = p.ke_jabatan or p.ke_unit
        yield (
            p.macam, p.dari.siasn_id if p.dari else "", str(p.dari or p.teks),
            ke.siasn_id if ke else "-", ke.nama if ke else "", p.alasan,
            None, None, "", "", "",
        )  # fmt: skip


def _menunggu_apa_adanya() -> list[NamaLuar]:
    """What waits by stored totals alone: the template belongs to no day and no constants."""
    # Structural seats are no names that wait: which eselon make a seat does not matter here.
    rows = Posisi.objects.with_kebutuhan(eselon_berkursi=["-"], pw_mengisi=True)
    isi = {
        row["jabatan"]: (row["n_isi"] or 0, row["n_butuh"] or 0)
        for row in rows.filter(jabatan__in=belum_diputuskan())
        .order_by()
        .values("jabatan")
        .annotate(n_isi=Sum("isi"), n_butuh=Sum("butuh"))
    }
    baris = [NamaLuar(*satu) for satu in belum_diputuskan().order_by().values_list(*_KOLOM)]
    for b in baris:
        b.pemangku, b.butuh = isi.get(b.pk, (0, 0))
    return sorted(baris, key=lambda b: (-b.pemangku - b.butuh, b.nama, b.pk))
