"""A mypy plugin: ``request.user`` is a ``Pengguna``, for LoginRequiredMiddleware lets no other in.

Without it every view would have to deny, line by line, the anonymous user it never meets. The few
pages with ``login_not_required`` ask ``request.user.is_authenticated``, which works as before.
"""

from collections.abc import Callable

from mypy.checker import TypeChecker
from mypy.plugin import AttributeContext, Plugin
from mypy.types import Instance, Type
from mypy_django_plugin.lib.helpers import lookup_fully_qualified_typeinfo

PENGGUNA = "organisasi.models.pengguna.Pengguna"


def _pengguna(konteks: AttributeContext) -> Type:
    assert isinstance(konteks.api, TypeChecker)
    jenis = lookup_fully_qualified_typeinfo(konteks.api, PENGGUNA)
    return Instance(jenis, []) if jenis else konteks.default_attr_type


class MasukDahulu(Plugin):
    """Stands before the plugin of django-stubs, which would say ``Pengguna | AnonymousUser``."""

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Answer for the one attribute."""
        return _pengguna if fullname == "django.http.request.HttpRequest.user" else None


def plugin(_version: str) -> type[Plugin]:
    """What mypy calls."""
    return MasukDahulu
