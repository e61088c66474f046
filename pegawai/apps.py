"""Posts, employees and their histories: the knowing."""

from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
