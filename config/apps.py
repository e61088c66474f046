"""The composing layer as an app: hands each lower room what only the whole can know."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        """Give the import machine its list of kinds, and the worker its list of jobs."""
        from config import impor, pekerjaan
        from organisasi.impor import daftarkan as daftarkan_impor
        from organisasi.services.proses import daftarkan as daftarkan_pekerjaan

        daftarkan_impor(impor.SEMUA)
        daftarkan_pekerjaan(pekerjaan.SEMUA)
