"""The composing layer as an app: hands each lower room what only the whole can know."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        """Give the import machine its list of kinds."""
        from config.impor import SEMUA
        from organisasi.impor import daftarkan

        daftarkan(SEMUA)
