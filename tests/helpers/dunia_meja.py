"""Cases on the desks after the TPK, and what a session said of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from jejak.models import IsiPeristiwa, Peristiwa
from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import AgendaSidang, PutusanSidang, SidangTPK, TimPenilai, UsulanMutasi
from mutasi.services import jalan
from organisasi.izin import Peran
from organisasi.models import Disposisi, Pengguna, PenugasanPeran
from organisasi.services import disposisi as acts_disposisi
from tests.factories import jalan as f

ALASAN = "Jabatan tujuan akan dihapus pada penataan organisasi tahun depan."
PDF = b"%PDF-1.4 kertas"


def direkomendasi(k: f.Kantor, **isi: Any) -> UsulanMutasi:
    """A case the TPK recommended, at the PyB's desk."""
    return dari_sidang(k, f.kasus(k, StatusUsulan.SIDANG_TPK, **isi))


def dari_sidang(k: f.Kantor, u: UsulanMutasi, *, keterangan: str = "direkomendasikan",
                putusan: str = PutusanSidang.REKOMENDASI) -> UsulanMutasi:  # fmt: skip
    """What a session says of it, written down; the case goes on."""
    agenda(k, u, keterangan=keterangan, putusan=putusan)
    terkunci = jalan.kunci(u.pk)
    jalan.maju(terkunci, Aksi.REKOMENDASIKAN, oleh=k.sekda, alasan="Paling sesuai.")
    return f.ambil(u)


def agenda(k: f.Kantor, u: UsulanMutasi, *, keterangan: str, putusan: str) -> AgendaSidang:
    """A line of minutes, without the session around it."""
    kini = timezone.now()
    tim = k.bawaan.get("tim") or TimPenilai.objects.create(
        nomor_sk="188/1", tanggal_sk=f.PER, mulai=f.PER, dicatat_pada=kini, dicatat_oleh=k.sekda
    )
    k.bawaan["tim"] = tim
    sidang = SidangTPK.objects.create(
        tim=tim, tanggal=f.PER, tempat="Ruang rapat", dibuat_pada=kini, dibuat_oleh=k.kabid
    )
    return AgendaSidang.objects.create(
        sidang=sidang, usulan=u, urutan=1, versi=u.versi, putusan=putusan,
        alasan="Paling sesuai.", keterangan=[keterangan], dicatat_pada=kini, dicatat_oleh=k.kabid,
    )  # fmt: skip


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


def jejak_terakhir(tindakan: str) -> dict[str, Any]:
    """The content of the last such entry of the trail, with the key of whoever it names."""
    entri = Peristiwa.objects.filter(tindakan=tindakan).latest("urutan")
    return IsiPeristiwa.objects.get(urutan=entri.urutan).data | {"oleh": entri.pelaku_id}
