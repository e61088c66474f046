"""What holds for every request: an id, no caching, an access log, GET without writes, refusals."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from jejak import akses
from organisasi.selectors import langkah_pertama
from toolkit.constraints import sentence_of
from toolkit.permintaan import ID_PERMINTAAN
from toolkit.policy import Refusal
from toolkit.readonly import readonly

GetResponse = Callable[[HttpRequest], HttpResponse]

# A GET changes no fact of the domain. What it may write: the plumbing of sessions and logins, and
# the access log (which is written after the response, in a short transaction of its own).
BOLEH_SAAT_GET = frozenset(
    {
        "django_session",
        "axes_accessattempt",
        "axes_accesslog",
        "axes_accessfailurelog",
        "axes_accessattemptexpiration",
        "account_emailaddress",
        "mfa_authenticator",
        "socialaccount_socialaccount",
        "socialaccount_socialtoken",
        "jejak_aksesdata",
    }
)
# Login plumbing that changes accounts during a GET: the callback of the office's own OIDC server.
GET_BERSURAT = ("/akun/oidc/",)
AMAN = ("GET", "HEAD", "OPTIONS")


class RequestId:
    """One id per request: in the log, in the trail, on the error page, in the answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = ID_PERMINTAAN.set(secrets.token_hex(6))
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = ID_PERMINTAAN.get()
            return response
        finally:
            ID_PERMINTAAN.reset(token)


class NoStore:
    """Many computers are shared: pages behind the login stay in no cache and no back button."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store, private"
        return response


class AccessLog:
    """Writes who looked at whose data, after the answer was made."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with akses.pengumpul():
            response = self.get_response(request)
            if response.status_code < 400:
                akses.tuliskan()
        return response


class ReadOnlyGet:
    """The connection refuses writes while a GET is answered."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in AMAN or request.path.startswith(GET_BERSURAT):
            return self.get_response(request)
        with readonly(BOLEH_SAAT_GET):
            return self.get_response(request)


class Refusals:
    """A refusal becomes a page, or a notice for htmx; a broken constraint speaks its sentence.

    An address with a NUL is refused before any page reads it: PostgreSQL takes no such text.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            return refusal_page(request, 400, "Alamat halaman ini memuat tanda yang tidak dikenal.")
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Refusal):
            return refusal_page(request, error.status, error.kalimat)
        if isinstance(error, Http404):
            return refusal_page(request, 404, "Halaman atau data ini tidak ditemukan.")
        if isinstance(error, OperationalError) and SEDANG_DITULIS.search(str(error)):
            # SQLite has one writer, and a large import is writing; of two acts that wait for each
            # other PostgreSQL lets one go.
            return refusal_page(request, 503, SIBUK)
        if isinstance(error, IntegrityError):
            sentence = sentence_of(error)
            if sentence:
                return refusal_page(request, 409, sentence)
        return None


class FirstSteps:
    """First an empty office is set up, a printed password replaced, a second factor added."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        step = langkah_pertama(request.user, name)
        if step is None:
            return None
        target, sentence = step
        if request.path == reverse(target):
            return None
        if sentence:
            messages.info(request, sentence)
        return redirect(target)


SEDANG_DITULIS = re.compile("locked|deadlock detected")
SIBUK = "Basis data sedang dipakai menulis (biasanya impor besar). Coba lagi sebentar lagi."
JUDUL = {
    403: "Anda tidak berhak melakukan ini",
    404: "Tidak ditemukan",
    409: "Belum dapat dilakukan",
    503: "Sedang sibuk",
}


def refusal_page(request: HttpRequest, status: int, kalimat: str) -> HttpResponse:
    """The sentence as a page; for htmx as a notice that lands in ``#pemberitahuan``."""
    context = {"judul": JUDUL.get(status, "Permintaan ditolak"), "kalimat": kalimat}
    if getattr(request, "htmx", False):
        response = render(request, "galat.html#notis", context, status=status)
        response["HX-Retarget"] = "#pemberitahuan"
        response["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "galat.html", context, status=status)
