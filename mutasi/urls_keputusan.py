"""Doors of decrees, papers, inauguration, carrying out, oversight."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
