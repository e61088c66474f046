"""With whom somebody is compared: the family of his JF, Pelaksana, or his eselon."""

from __future__ import annotations

from pegawai.models import Jabatan, JenisJabatan, Pegawai


def kelompok_pegawai() -> dict[int, str]:
    """The group of everybody with a jabatan, by the key of the person; two queries."""
    nama = {
        jabatan.pk: kelompok_jabatan(jabatan)
        for jabatan in Jabatan.objects.order_by().only("jenis", "rumpun", "eselon_id", "nama")
    }
    rows = Pegawai.objects.order_by().values_list("pk", "jabatan_id")
    return {pk: nama[jabatan] for pk, jabatan in rows if jabatan is not None}


def kelompok_jabatan(jabatan: Jabatan) -> str:
    """The group of one jabatan."""
    if jabatan.jenis == JenisJabatan.STRUKTURAL:
        return f"Struktural eselon {jabatan.eselon}" if jabatan.eselon else "Struktural"
    if jabatan.jenis == JenisJabatan.PELAKSANA:
        return "Pelaksana"
    return (jabatan.rumpun or jabatan.nama)[:150]
