"""The sample file of task rows through the machine: exactly what its oracle says."""

from __future__ import annotations

from datetime import date

import pytest

from pegawai.models import Formasi, Pegawai, Penugasan, StatusPegawai
from penilaian.services.analisis import analisis_kebutuhan
from tests.helpers.berkas_impor import HARI_INI, alamat, jumlah, terapkan
from tests.helpers.bersama import SHARED, SIASN, oracle, perlu_bersama

pytestmark = [pytest.mark.django_db, perlu_bersama]


def test_sample_file_gives_the_findings_needs_and_classes_of_the_oracle() -> None:
    nyata = SHARED / "data" / "nyata"
    terapkan("unor", SIASN / "HierarkiUnor.xlsx")
    terapkan("jabatan-struktural", SIASN / "Referensi-Jabatan-Struktural.xlsx")
    terapkan("jabatan-fungsional", nyata / "Referensi-Jabatan-Fungsional.xlsx")
    terapkan("jabatan-pelaksana", nyata / "Referensi-Jabatan-Pelaksana.xlsx")
    terapkan("kebutuhan", SIASN / "kebutuhan.xlsx")
    ramalan = oracle()["abk"]
    _isi_orang({(p["unor_id"], p["jabatan_id"]) for p in ramalan["per_posisi"]})

    hasil = terapkan("abk", SIASN / "abk_tugas.xlsx")

    assert (hasil.baris, hasil.diterima) == (ramalan["baris_data"], ramalan["diterima"])
    assert hasil.peringatan == []
    assert alamat(hasil.galat) == sorted(tuple(t[:3]) for t in ramalan["temuan"])
    analisis = analisis_kebutuhan(per=HARI_INI)
    abk = {(f["unor_id"], f["jabatan_id"]): f for f in analisis["formasi"] if f["sumber"] == "abk"}
    kunci = ("kebutuhan_mentah", "kebutuhan", "bezetting", "ej", "kelas")
    assert {posisi: tuple(f[k] for k in kunci) for posisi, f in abk.items()} == {
        (p["unor_id"], p["jabatan_id"]): tuple(
            p[k] for k in ("mentah", "bulat", "bezetting", "ej", "kelas")
        )
        for p in ramalan["per_posisi"]
    }
    assert analisis["total"]["kebutuhan"] == oracle()["kebutuhan"]["kebutuhan"]
    assert jumlah(terapkan("abk", SIASN / "abk_tugas.xlsx"))[2:] == (0, 0, ramalan["diterima"], 0)


def _isi_orang(posisi: set[tuple[str, str]]) -> None:
    """Holders of these posts as the oracle counts them, by number only."""
    posts = {
        (f.unit.siasn_id, f.jabatan.siasn_id): f
        for f in Formasi.objects.select_related("unit", "jabatan")
    }
    orang: list[Pegawai] = []
    tempat: list[Formasi] = []
    for unor, jabatan, *banyak in oracle()["bezetting"]["per_posisi_status"]:
        if (unor, jabatan) not in posisi:
            continue
        for status, n in zip(("PNS", "PPPK", "PPPK_PW"), banyak, strict=True):
            for _ in range(n):
                nip = f"{len(orang):018d}"
                orang.append(Pegawai(nip=nip, nama="X", status=StatusPegawai(status)))
                tempat.append(posts[unor, jabatan])
    Pegawai.objects.bulk_create(orang)
    Penugasan.objects.bulk_create(
        Penugasan(
            pegawai=p, jenis="D", unit=f.unit, jabatan=f.jabatan, formasi=f,
            mulai=date(2020, 1, 1),
        )
        for p, f in zip(orang, tempat, strict=True)
    )  # fmt: skip
