"""Word templates of letters: what serves, bringing one's own, going back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms.surat import TemplatForm
from mutasi.selectors.surat_templat import daftar_templat
from mutasi.services import templat_surat as acts
from mutasi.services.naskah_word_isian import isian_word
from mutasi.views.surat import DOCX, masuk
from toolkit.pages import unduhan


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Per kind of letter: the template in use, and the variables it may name."""
    masuk(request)
    baris = [(t, isian_word(t.naskah)) for t in daftar_templat()]
    context = {"baris": baris, "form": TemplatForm()}
    return render(request, "mutasi/surat_templat.html", context)


@require_POST
def unggah(request: HttpRequest, jenis: str) -> HttpResponse:
    """Bring one's own."""
    per = masuk(request)
    form = TemplatForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Pilih berkas Word yang akan diunggah.")
        return redirect("mutasi:surat-templat")
    acts.unggah_templat(jenis, oleh=request.user, per=per, berkas=form.cleaned_data["berkas"])
    messages.success(request, "Templat tersimpan dan dipakai mulai sekarang.")
    return redirect("mutasi:surat-templat")


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the one before, or the built one."""
    acts.cabut_templat(pk, oleh=request.user, per=masuk(request))
    messages.success(request, "Templat dicabut.")
    return redirect("mutasi:surat-templat")


@require_safe
def bawaan(request: HttpRequest, jenis: str) -> HttpResponse:
    """The template to start from."""
    masuk(request)
    return unduhan(acts.bawaan(jenis), DOCX, f"templat-{jenis}.docx")
