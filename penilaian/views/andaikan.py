"""What if: other hours, volumes and switches, answered without saving anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.forms.andaikan import AndaianForm
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors.andaikan import halaman_andai
from toolkit.pages import page_of, render_page


@require_safe
def andaikan(request: HttpRequest) -> HttpResponse:
    """Before and after, from the dials in the address."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = AndaianForm(request.GET, pengguna=request.user, per=per)
    hasil = halaman_andai(request.user, form, per=per)
    context = {"per": per, "form": form, "h": hasil, "page": page_of(request, hasil.berubah)}
    return render_page(request, "penilaian/andaikan.html", context, fragment="hasil")
