"""The composing layer as an app: hands each lower room what only the whole can know."""

from importlib import import_module

from django.apps import AppConfig

TINDAKAN = (
    "organisasi.tindakan",
    "organisasi.tindakan_latar",
    "pegawai.tindakan",
    "penilaian.tindakan",
    "penilaian.tindakan_nilai",
    "mutasi.tindakan",
    "mutasi.tindakan_jalan",
)


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        """Give the import machine its list of kinds, the worker its list of jobs, and the trail
        every act there is: what it does not know as secret it would show."""
        from config import impor, pekerjaan
        from organisasi.impor import daftarkan as daftarkan_impor
        from organisasi.services.proses import daftarkan as daftarkan_pekerjaan

        for modul in TINDAKAN:
            import_module(modul)
        daftarkan_impor(impor.SEMUA)
        daftarkan_pekerjaan(pekerjaan.SEMUA)
