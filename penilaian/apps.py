"""Constants, criteria, needs and scores: the judging."""

from django.apps import AppConfig


class PenilaianConfig(AppConfig):
    name = "penilaian"
