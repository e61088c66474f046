"""Cases on the desks after the TPK, and what a session said of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from jejak.models import IsiPeristiwa, Peristiwa
from mutasi.alur import JAUH, Aksi, StatusUsulan
from mutasi.models import (
    BerkasMutasi,
    DokumenMasuk,
    Persetujuan,
    PertekBkn,
    UsulanMutasi,
)
from mutasi.services.surat_luar import simpan
from organisasi.izin import Peran
from organisasi.models import Disposisi, Pengguna, PenugasanPeran
from organisasi.services import disposisi as acts_disposisi
from pegawai.models import Pegawai
from tests.factories import jalan as f
from tests.factories.sidang import sidangkan

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

ALASAN = "Jabatan tujuan akan dihapus pada penataan organisasi tahun depan."
PDF = b"%PDF-1.4 kertas"


def direkomendasi(k: f.Kantor, **isi: Any) -> UsulanMutasi:
    """A case the TPK recommended, at the PyB's desk: a waiting one where one fits."""
    siap = k.bawaan.get("siap", {}).get(isi.get("jenjang", "pelaksana"), [])
    if siap and not isi.keys() - {"jenjang"}:
        return f.ambil(siap.pop())
    return f.kasus(k, StatusUsulan.DIREKOMENDASI, **isi)


def berantai(k: f.Kantor) -> tuple[UsulanMutasi, UsulanMutasi]:
    """Two cases before the PPK: the second goes to the seat the first leaves."""
    depan, ikut = (
        f.jalankan(k, direkomendasi(k), StatusUsulan.MENUNGGU_PPK) for _ in range(2)
    )  # fmt: skip
    UsulanMutasi.objects.filter(pk=ikut.pk).update(ke=depan.dari_id)
    return depan, f.ambil(ikut)


def pilihan_kedua(k: f.Kantor, **isi: Any) -> UsulanMutasi:
    """A case the TPK recommended only in place of another."""
    u = f.kasus(k, StatusUsulan.SIDANG_TPK, **isi)
    sidangkan(k, [u], "alternatif")
    return f.ambil(u)


def kertas(
    pejabat: Pengguna, peran: Peran, berkas: str, *, catat: Pengguna, sah: Pengguna | None,
    tanggal: date = f.PER,
) -> Disposisi:  # fmt: skip
    """A disposition on paper about a file, confirmed by a second person if one is given."""
    tugas = PenugasanPeran.objects.get(pengguna=pejabat, peran=peran)
    isi = acts_disposisi.IsiDisposisi(
        "900/5", tanggal, tugas, "Usul mutasi", f"Setuju seluruh nama di berkas {berkas}.", PDF
    )
    baris = acts_disposisi.catat_disposisi(isi, oleh=catat, per=f.PER)
    return acts_disposisi.sahkan_disposisi(baris.pk, oleh=sah) if sah else baris


def meja(dunia: Dunia) -> None:
    """One case before the PPK with a letter and a pertek, and the paper of the PPK."""
    kini = timezone.now()
    orang = Pegawai.objects.filter(formasi__isnull=False, pengguna__isnull=True).latest("pk")
    berkas = BerkasMutasi.objects.create(
        nomor="B-MEJA-1", nama="Rombongan meja", sumber="bkd", tmt=dunia.per, dibuat_pada=kini,
        dibuat_oleh=dunia.analis,
    )  # fmt: skip
    u = UsulanMutasi.objects.create(
        berkas=berkas, urutan=1, pegawai=orang, dari=orang.formasi, ke=dunia.posisi[0],
        jenis="rotasi", jenjang="jf", sumber="bkd", alasan="Kebutuhan.", tmt=dunia.per,
        status=StatusUsulan.MENUNGGU_PPK, tahap="terbatas", gerbang=["pyb", "bkn"],
        terjauh=JAUH[StatusUsulan.MENUNGGU_PPK], sejak=kini, dibuat_pada=kini,
        dibuat_oleh=dunia.analis, diajukan_pada=kini, diajukan_oleh=dunia.analis,
    )  # fmt: skip
    berkas_ = simpan(PDF, "dokumen-masuk", per=dunia.per)
    surat = DokumenMasuk.objects.create(
        usulan=u, jenis="lain", nomor="1", tanggal=dunia.per, penerbit="BKN", dicatat_pada=kini,
        dicatat_oleh=dunia.analis, berkas=berkas_.nama, berkas_sha256=berkas_.sidik,
    )  # fmt: skip
    pertek = PertekBkn.objects.create(
        usulan=u, versi=1, nomor_imut="IM-1", diusulkan=dunia.per, batas=dunia.per,
        otomatis_pada=dunia.per, hasil="terbit", nomor="P-1", tanggal=dunia.per,
        berkas=berkas_.nama, berkas_sha256=berkas_.sidik, dibuat_pada=kini,
        dibuat_oleh=dunia.analis, dijawab_pada=kini, dijawab_oleh=dunia.analis,
    )  # fmt: skip
    dunia.catat("mutasi", "meja-dokumen", pk=surat.pk)
    dunia.catat("mutasi", "meja-pertek", pk=pertek.pk)
    dunia.catat("mutasi", "meja-bkn-langkah", bagian="usul", langkah="usulkan")
    kertas_ = Disposisi.objects.filter(pejabat__peran=Peran.PPK).earliest("pk")
    dunia.catat("mutasi", "meja-kertas-catat", pk=kertas_.pk)


def gandakan(u: UsulanMutasi, banyak: int, *, awal: int = 1) -> None:
    """So many more cases like this one, each with a person of its own; ``awal`` numbers them."""
    contoh = u.pegawai
    orang = [
        Pegawai(
            nip=f"19900101201501{n:04d}"[:18], nama=f"PEGAWAI ROMBONGAN KE {n}",
            lahir=contoh.lahir, kelamin="P", status=contoh.status, kedudukan=contoh.kedudukan,
            golongan=contoh.golongan, unit=contoh.unit, jabatan=contoh.jabatan,
        )
        for n in range(awal, awal + banyak)
    ]  # fmt: skip
    Pegawai.objects.bulk_create(orang)
    kolom = [f.attname for f in UsulanMutasi._meta.concrete_fields]
    isi = {k: getattr(u, k) for k in kolom if k not in ("id", "pegawai_id", "urutan")}
    baru = [UsulanMutasi(**isi, pegawai=o, urutan=99 + n) for n, o in enumerate(orang, awal)]
    UsulanMutasi.objects.bulk_create(baru)
    setuju = Persetujuan.objects.filter(usulan=u, aksi=Aksi.SETUJUI_PYB).get()
    kolom = [f.attname for f in Persetujuan._meta.concrete_fields]
    isi = {k: getattr(setuju, k) for k in kolom if k not in ("id", "usulan_id")}
    Persetujuan.objects.bulk_create(Persetujuan(**isi, usulan=b) for b in baru)


def jejak_terakhir(tindakan: str) -> dict[str, Any]:
    """The content of the last such entry of the trail, with the key of whoever it names."""
    entri = Peristiwa.objects.filter(tindakan=tindakan).latest("urutan")
    return IsiPeristiwa.objects.get(urutan=entri.urutan).data | {"oleh": entri.pelaku_id}
