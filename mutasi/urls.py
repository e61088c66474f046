"""Doors of mutasi."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "mutasi"
urlpatterns: list[URLPattern] = []
