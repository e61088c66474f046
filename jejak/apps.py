"""The append-only trail: one door, and the database refuses the rest."""

from django.apps import AppConfig


class JejakConfig(AppConfig):
    name = "jejak"
    verbose_name = "Jejak"
