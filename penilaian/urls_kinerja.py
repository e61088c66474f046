"""Doors of measuring: periods, indicators, innovations, teams, units, feedback, competences."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
