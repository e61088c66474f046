"""Doors of login, passwords and second factor; the work is done by allauth."""

urlpatterns: list[object] = []
