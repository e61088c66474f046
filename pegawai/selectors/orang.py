"""The file of one person: facts, one timeline of all histories, what cannot be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from jejak.selectors import Catatan, riwayat
from organisasi.izin import Izin
from organisasi.models import Jangkauan, RiwayatUnit
from organisasi.selectors import semua_ketentuan
from pegawai.kernel.masa import bulan_penuh, umur
from pegawai.models import (
    Identitas,
    JenisPenugasan,
    Jenjang,
    Pegawai,
    Penugasan,
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatSertifikat,
    RiwayatStatus,
    StatusPegawai,
)

JEJAK_TAMPIL = 10
MACAM = {
    "penugasan": "Penugasan",
    "status": "Status",
    "pangkat": "Pangkat",
    "pendidikan": "Pendidikan",
    "kinerja": "Kinerja",
    "pelatihan": "Pelatihan",
    "sertifikat": "Sertifikat",
    "disiplin": "Disiplin",
}


@dataclass(frozen=True)
class Kejadian:
    """One row of the timeline."""

    macam: str
    pk: int
    mulai: date | None
    selesai: date | None
    judul: str
    uraian: str
    sumber: str
    kode: str

    @property
    def nama_macam(self) -> str:
        """The kind in words; an assignment says which."""
        if self.macam == "penugasan" and self.kode != JenisPenugasan.DEFINITIF:
            return str(JenisPenugasan(self.kode).label)
        if self.macam == "sertifikat":
            return str(RiwayatSertifikat.Jenis(self.kode).label)
        return MACAM[self.macam]

    def berlaku(self, per: date) -> bool:
        """Not over on the day."""
        return self.selesai is None or self.selesai > per


@dataclass(frozen=True)
class Perhatian:
    """Why a fact cannot be trusted, and what to do."""

    judul: str
    saran: str


@dataclass(frozen=True)
class Berkas:
    """Everything the page of one person shows."""

    orang: Pegawai
    per: date
    umur: int | None
    bulan_jabatan: int | None
    bulan_pensiun: int | None
    maks_bulan: int
    awas_bulan: int
    identitas: list[Kejadian]
    riwayat: list[Kejadian]
    lain: list[Kejadian]
    perhatian: list[Perhatian]
    jejak: tuple[Catatan, ...]
    lihat_disiplin: bool
    lihat_jejak: bool
    alasan_tmt: str

    @property
    def masa_jabatan(self) -> str:
        """How long in the post, in words."""
        return masa(self.bulan_jabatan)

    @property
    def masa_pensiun(self) -> str:
        """How long until retirement, in words."""
        return masa(self.bulan_pensiun)

    @property
    def lewat_masa(self) -> bool:
        """Longer in the post than the constant says."""
        return self.bulan_jabatan is not None and self.bulan_jabatan >= self.maks_bulan

    @property
    def dekat_masa(self) -> bool:
        """Soon longer in the post than the constant says."""
        bulan = self.bulan_jabatan
        return bulan is not None and self.awas_bulan <= bulan < self.maks_bulan


def masa(bulan: int | None) -> str:
    """Whole months in words: 5 tahun 3 bulan."""
    if bulan is None:
        return ""
    tahun, sisa = divmod(bulan, 12)
    if not bulan:
        return "kurang dari sebulan"
    return " ".join([f"{tahun} tahun"] * bool(tahun) + [f"{sisa} bulan"] * bool(sisa))


def satu_orang(pengguna: Any, *, per: date) -> QuerySet[Pegawai]:
    """The people whose file this user may open, with what the file shows."""
    return _lengkap(Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per))


def milik_sendiri(pengguna: Any) -> Pegawai | None:
    """One's own file."""
    return _lengkap(Pegawai.objects.filter(pengguna=pengguna)).first()


def _lengkap(rows: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
    return rows.select_related(
        "unit__opd", "unit__wilayah", "jabatan", "golongan", "golongan_awal", "kedudukan",
        "tingkat_pendidikan", "pendidikan",
    )  # fmt: skip


def berkas(orang: Pegawai, *, per: date, lihat_disiplin: bool, lihat_jejak: bool = False) -> Berkas:
    """The whole file in a handful of queries, however long the history."""
    ketentuan = semua_ketentuan(per=per)
    kejadian = _kejadian(orang, lihat_disiplin)
    identitas = [k for k in kejadian if k.macam == "identitas"]
    semua = [k for k in kejadian if k.macam != "identitas"]
    return Berkas(
        orang=orang,
        per=per,
        umur=umur(orang.lahir, per) if orang.lahir else None,
        bulan_jabatan=_bulan(orang.tmt_hitung, per),
        bulan_pensiun=_bulan(per, orang.tmt_pensiun),
        maks_bulan=ketentuan["maks_bulan_jabatan"],
        awas_bulan=ketentuan["awas_bulan_jabatan"],
        identitas=identitas,
        riwayat=semua,
        lain=[k for k in semua if k.macam == "penugasan" and k.kode != "D" and k.berlaku(per)],
        perhatian=_perhatian(orang, per),
        jejak=riwayat(orang, jumlah=JEJAK_TAMPIL).baris if lihat_jejak else (),
        lihat_disiplin=lihat_disiplin,
        lihat_jejak=lihat_jejak,
        alasan_tmt=koreksi_tmt(orang).get("alasan", "") if orang.tmt_dikoreksi else "",
    )


def koreksi_tmt(orang: Pegawai) -> dict[str, Any]:
    """The correction of the TMT as its form holds it; empty without one."""
    terbuka = Penugasan.objects.definitif().terbuka().filter(pegawai=orang)
    baris = terbuka.values_list("tmt_hitung", "alasan_tmt_hitung").first()
    return {"tmt_hitung": baris[0], "alasan": baris[1]} if baris and baris[0] else {}


def _bulan(dari: date | None, sampai: date | None) -> int | None:
    return bulan_penuh(dari, sampai) if dari and sampai and dari <= sampai else None


def _teks(kolom: str) -> Any:
    return Coalesce(Cast(kolom, CharField()), Value(""))


def _baris(
    rows: QuerySet[Any], macam: str, judul: Any, uraian: Any = "", kode: Any = "", **lain: Any
) -> QuerySet[Any]:
    kolom = {
        "k_macam": Value(macam, output_field=CharField()),
        "k_pk": F("pk"),
        "k_mulai": lain.get("mulai", F("mulai")),
        "k_selesai": lain.get("selesai", F("selesai")),
        "k_judul": judul,
        "k_uraian": uraian or Value("", output_field=CharField()),
        "k_sumber": lain.get("sumber", F("sumber")),
        "k_kode": kode or Value("", output_field=CharField()),
    }
    return rows.order_by().annotate(**kolom).values_list(*kolom)


def _gabung(*bagian: str) -> Any:
    """Texts with a dot between them, empty ones included as empty."""
    isi: list[Any] = []
    for nama in bagian:
        isi += [Value(" · "), _teks(nama)] if isi else [_teks(nama)]
    return Concat(*isi, output_field=CharField())


def _kejadian(orang: Pegawai, lihat_disiplin: bool) -> list[Kejadian]:
    """Every history of the person in one query, newest first; unknown days last."""
    milik = {"pegawai": orang}
    jabatan = Coalesce(F("jabatan__nama"), F("jabatan_nama"), output_field=CharField())
    # An office that was renamed since bears the name it had when the assignment ended.
    dulu = RiwayatUnit.objects.filter(unit=OuterRef("unit"), selesai__gte=OuterRef("selesai"))
    nama = Subquery(dulu.order_by("selesai", "pk").values("nama")[:1])
    unit = Coalesce(nama, F("unit__nama"), F("unor_nama"), output_field=CharField())
    tanpa_hari = Cast(Value(None), DateField())
    kosong = Value("", output_field=CharField())
    pelatihan = RiwayatPelatihan.objects.filter(**milik)
    pendidikan = RiwayatPendidikan.objects.filter(**milik)
    kinerja = RiwayatKinerja.objects.filter(**milik)
    identitas = Identitas.objects.filter(**milik)
    tanpa_kurun = {"mulai": tanpa_hari, "selesai": tanpa_hari}
    status = _gabung("status", "kedudukan__nama")
    pangkat = _gabung("golongan__nama", "golongan__pangkat")
    ijazah = _gabung("tingkat__nama", "pendidikan__nama")
    rating = _gabung("hasil", "perilaku")
    izin = _gabung("nomor", "rumpun", "jenjang")
    sertifikat = RiwayatSertifikat.objects.filter(**milik)
    bagian = [
        _baris(RiwayatStatus.objects.filter(**milik), "status", status),
        _baris(RiwayatPangkat.objects.filter(**milik), "pangkat", pangkat),
        _baris(pendidikan, "pendidikan", ijazah, kode=_teks("tahun_lulus")),
        _baris(pelatihan, "pelatihan", F("nama"), _teks("penyelenggara"), _teks("jam")),
        _baris(kinerja, "kinerja", F("predikat"), rating, _teks("tahun"), **tanpa_kurun),
        _baris(sertifikat, "sertifikat", F("nama"), izin, F("jenis")),
        _baris(identitas, "identitas", F("nomor"), kode=F("jenis"), sumber=kosong),
    ]
    if lihat_disiplin:
        disiplin = RiwayatDisiplin.objects.filter(**milik)
        bagian.append(_baris(disiplin, "disiplin", F("jenis"), F("nomor_sk"), F("tingkat")))
    pertama = _baris(Penugasan.objects.filter(**milik), "penugasan", jabatan, unit, F("jenis"))
    baris = [_rapikan(*satu) for satu in pertama.union(*bagian, all=True)]
    return sorted(baris, key=_urutan, reverse=True)


def _rapikan(
    macam: str, pk: int, mulai: Any, selesai: Any, judul: str, uraian: str, *lain: str
) -> Kejadian:
    """Codes become words, and a dot with nothing beside it goes."""
    if macam == "kinerja":
        rating = dict(RiwayatKinerja.Rating.choices)
        judul = str(dict(RiwayatKinerja.Predikat.choices).get(judul, judul))
        hasil, perilaku = (str(rating.get(r, r)) for r in uraian.split(" · "))
        uraian = f"hasil {hasil.lower()}, perilaku {perilaku.lower()}" if hasil else ""
    if macam == "status":
        status, kedudukan = judul.split(" · ", 1)
        judul = f"{dict(StatusPegawai.choices).get(status, status)} · {kedudukan}"
    if macam == "sertifikat":
        nomor, rumpun, jenjang = uraian.rsplit(" · ", 2)
        jf = " ".join(filter(None, (rumpun, str(dict(Jenjang.choices).get(jenjang, "")))))
        uraian = " · ".join(filter(None, (nomor, f"untuk {jf}" if jf else "")))
    return Kejadian(macam, pk, mulai, selesai, judul.strip(" ·"), uraian.strip(" ·"), *lain)


def _urutan(satu: Kejadian) -> tuple[date, int]:
    if satu.macam == "kinerja":
        return date(int(satu.kode), 12, 31), satu.pk
    return satu.mulai or date.min, satu.pk


def _perhatian(p: Pegawai, per: date) -> list[Perhatian]:
    """What cannot be trusted, with what to do about it."""
    if p.berhenti is not None:
        return []
    tutup = p.unit is not None and p.unit.ditutup is not None and p.unit.ditutup <= per
    semua = [
        (
            p.hilang_sejak is not None,
            "Tidak ada di berkas SIASN terakhir",
            "Bila sudah pensiun, pindah, atau meninggal, catat pemberhentiannya. Sampai saat itu "
            "ia tetap dihitung mengisi formasi.",
        ),
        (
            p.unit_id is None,
            "Unitnya tidak ada di pohon unit",
            "Impor hierarki unit terbaru. Bila unitnya ditutup, perbaiki penempatan di SIASN.",
        ),
        (tutup, "Unitnya sudah ditutup", "Perbaiki penempatan di SIASN, lalu impor lagi."),
        (
            p.jabatan_id is None,
            "Jabatannya tidak dikenal",
            "Perbaiki jabatan di SIASN; jabatan yang diketik tangan tidak dapat dihitung.",
        ),
        (
            p.jabatan is not None and p.jabatan.di_luar_referensi,
            "Jabatannya di luar referensi",
            "Impor referensi jabatan terbaru, atau periksa ID jabatan di SIASN.",
        ),
        (
            p.bup is None,
            "Batas usia pensiun tidak diketahui",
            "Lengkapi BUP jabatan melalui impor syarat jabatan.",
        ),
        (
            p.tmt_pensiun is not None and p.tmt_pensiun < per,
            "Sudah melewati batas usia pensiun",
            "Periksa SK pensiun atau perpanjangan, lalu catat pemberhentian atau perbaiki SIASN.",
        ),
        (p.nik_valid is False, "NIK belum valid menurut SIASN", "Perbarui NIK melalui MyASN."),
        (
            bool(p.instansi_kerja_lain),
            f"Bekerja di instansi lain: {p.instansi_kerja_lain}",
            "Dihitung mengisi formasi, tetapi tidak dalam bezetting efektif.",
        ),
    ]
    return [Perhatian(judul, saran) for ada, judul, saran in semua if ada]


def boleh_jejak(pengguna: Any, orang: Pegawai, *, per: date) -> bool:
    """Whether the trail of this person is shown."""
    kiri = orang.unit.kiri if orang.unit else None
    return Jangkauan.milik(pengguna, Izin.JEJAK_LIHAT, per=per).memuat(kiri)
