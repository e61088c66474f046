"""Doors of scores: runs, results, one's own score, objections."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
