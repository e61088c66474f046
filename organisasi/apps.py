"""Offices, users, roles over offices: who may."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "organisasi"

    def ready(self) -> None:
        """Hear of the second factor from allauth (see masuk.py)."""
        from organisasi.masuk import dengarkan

        dengarkan()
