"""Doors of sessions of the TPK and the desks after it."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
