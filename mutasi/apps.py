"""Plans, proposals and decrees: the deciding."""

from django.apps import AppConfig


class MutasiConfig(AppConfig):
    name = "mutasi"
