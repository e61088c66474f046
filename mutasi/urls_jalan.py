"""Doors of files and cases, what the employee answers, outside requests."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
