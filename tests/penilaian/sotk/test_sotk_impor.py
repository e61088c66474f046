"""SIASN's files after a structure came into force: nothing lost, doubled or taken back unseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from organisasi.impor import JENIS
from organisasi.models import UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Jabatan
from penilaian.services import sotk_susun as susun
from penilaian.services.sotk_berlaku import berlakukan_sotk
from penilaian.services.sotk_putus import tetapkan_sotk
from tests.helpers.berkas_impor import sistem
from tests.helpers.xlsx import buku
from tests.penilaian.sotk import dunia_sotk as dunia
from tests.penilaian.sotk.dunia_sotk import BERLAKU, DASAR, PER

pytestmark = pytest.mark.django_db

ID_SIASN = "A" * 31 + "1"


def impor(folder: Path, jenis: str, *baris: tuple[str, ...]) -> Any:
    """What the file of these rows (the header first) did."""
    path = folder / f"{jenis}.xlsx"
    path.write_bytes(buku(baris))
    return terapkan_langsung(path, JENIS[jenis], per=BERLAKU, oleh=sistem())


def test_a_new_office_takes_the_id_siasn_gives_it_and_old_names_are_pointed_out(
    pada_hari_ini: Any, tmp_path: Path
) -> None:
    d = dunia.dinas()
    r = dunia.ubah(dunia.rencana(d), d)
    jejaring = r.kotak.get(nama="Bidang Jejaring")
    susun.ubah_pimpinan(
        r.pk, jejaring.pk, jabatan="Kepala Bidang Jejaring", eselon_id="32", per=PER, oleh=d.ortala
    )
    tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=d.sekda)
    berlakukan_sotk(r.pk, per=BERLAKU, oleh=sistem())
    baru = UnitKerja.objects.get(nama="Bidang Jejaring")
    kursi = Jabatan.objects.get(unit=baru)
    banyak = UnitKerja.objects.count()
    judul = ("ID", "NAMA_UNOR", "ID_ATASAN")
    tetap = [
        (u.siasn_id, u.nama, u.induk.siasn_id if u.induk else "")
        for u in UnitKerja.objects.select_related("induk").exclude(pk=baru.pk)
    ]
    dinas, arsip = d.unit["dinas"], d.unit["arsip"]

    # SIASN has not caught up: the office is not reported gone, the old name is pointed out.
    lama = [(i, "Bidang Arsip" if i == arsip.siasn_id else n, a) for i, n, a in tetap]
    hasil = impor(tmp_path, "unor", judul, *lama)
    assert hasil.keluar == 0
    assert [m.kode for m in hasil.peringatan if m.kode != "unor_sudah_ditutup"] == ["nama_lama"]

    # It has: the office of that name below that parent is ours.
    hasil = impor(tmp_path, "unor", judul, *tetap, (ID_SIASN, "Bidang Jejaring", dinas.siasn_id))
    assert (hasil.baru, UnitKerja.objects.count()) == (0, banyak)
    baru.refresh_from_db()
    assert (baru.siasn_id, baru.kunci, baru.dibuka) == (ID_SIASN, ID_SIASN.lower(), BERLAKU)

    # And its seat with it.
    judul_kursi = ("ID", "Nama_unor", "Nama_jabatan", "Eselon_id")
    hasil = impor(
        tmp_path, "jabatan-struktural", judul_kursi,
        (ID_SIASN, "Bidang Jejaring", "Kepala Bidang Jejaring", "32"),
    )  # fmt: skip
    assert (hasil.baru, hasil.ditolak) == (0, 0)
    kursi.refresh_from_db()
    assert (kursi.siasn_id, kursi.unit, kursi.aktif) == (ID_SIASN, baru, True)
