"""The one-time page that opens an empty office."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from organisasi.forms import KantorForm
from organisasi.selectors import kantor_kosong
from organisasi.services import kantor as acts


@login_not_required
def kantor_baru(request: HttpRequest) -> HttpResponse:
    """Agency and first administrator; afterwards this page leads to the login."""
    if not kantor_kosong():
        return redirect("account_login")
    form = KantorForm(request.POST or None)
    if form.is_valid():
        isi = form.cleaned_data
        kantor = acts.KantorBaru(
            nama=isi["nama_instansi"], jenis=isi["jenis"], wilayah=isi["wilayah"],
            nama_pengguna=isi["nama_pengguna"], nama_admin=isi["nama"], sandi=isi["sandi"],
        )  # fmt: skip
        acts.dirikan_kantor(kantor, kunci=isi["kunci"], per=timezone.localdate())
        messages.success(request, "SERASI sudah dibuka. Masuklah dengan akun Anda.")
        return redirect("account_login")
    return render(request, "organisasi/kantor_baru.html", {"form": form})
