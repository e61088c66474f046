"""Offices, users, roles over offices: who may."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "organisasi"
