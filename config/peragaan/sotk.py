"""A structure that is only planned, so that one sees where everybody would fall."""

from __future__ import annotations

from datetime import date

from organisasi.models import Pengguna, UnitKerja
from pegawai.kernel.masa import tambah_bulan
from penilaian.models import KotakSotk, RencanaSotk
from penilaian.services import sotk_bentuk as bentuk
from penilaian.services import sotk_susun as susun

CABANG = "Dinas Sosial"
DASAR = "Rancangan Perbup tentang Dinas Sosial"


def rencana_sotk(*, per: date) -> RencanaSotk | None:
    """Two bidang of one department merge, one is split, one loses a subbagian; a draft.

    By the account of Bagian Organisasi; nothing in an agency without that department.
    """
    cabang = UnitKerja.objects.filter(nama=CABANG).first()
    ortala = Pengguna.objects.filter(nama_pengguna="organisasi").first()
    if cabang is None or ortala is None:
        return None
    rencana = susun.buat_sotk(
        cabang.pk, nama="Penataan Dinas Sosial", berlaku=tambah_bulan(per, 3), dasar=DASAR,
        per=per, oleh=ortala,
    )  # fmt: skip
    bidang = list(rencana.kotak.filter(jenis="bidang").order_by("urutan"))
    subbagian = rencana.kotak.filter(jenis="subbagian").order_by("urutan").last()
    if len(bidang) >= 3:
        _gabung(rencana, bidang[0], bidang[1], per, ortala)
        bentuk.pecah_kotak(
            rencana.pk, bidang[2].pk, lama_id=bidang[2].asal_id or 0,
            nama=["Bidang Perlindungan Sosial"], per=per, oleh=ortala,
        )  # fmt: skip
    if subbagian is not None:
        bentuk.hapus_kotak(rencana.pk, subbagian.pk, per=per, oleh=ortala)
    return rencana


def _gabung(
    rencana: RencanaSotk, kotak: KotakSotk, lain: KotakSotk, per: date, oleh: Pengguna
) -> None:
    bentuk.gabung_kotak(rencana.pk, kotak.pk, lama=[lain.asal_id or 0], per=per, oleh=oleh)
    nama = "Bidang Pemberdayaan dan Pelayanan Sosial"
    susun.ganti_nama_kotak(rencana.pk, kotak.pk, nama=nama, per=per, oleh=oleh)
    susun.ubah_pimpinan(
        rencana.pk, kotak.pk, jabatan=f"Kepala {nama}", eselon_id="32", per=per, oleh=oleh
    )
