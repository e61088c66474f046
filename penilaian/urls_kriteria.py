"""Doors of published criteria."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
