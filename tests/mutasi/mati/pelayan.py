"""The real web server and the real worker on the day the cases are decided or take effect.

Each is started by ``manage.py shell`` so that its clock stands where the test needs it; what
serves, decides and carries out is the product, reached through its pages.
"""

from __future__ import annotations

import json

import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.urls import reverse

from mutasi.models import Keputusan, StatusKeputusan, UsulanMutasi
from mutasi.services.pelaksanaan import antrekan
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.mutasi.mati.perjalanan import HARI_H, PAGI, _menunggu, _siapa, _susun

SIANG = f"{HARI_H.isoformat()} 12:00 +0700"


@time_machine.travel(PAGI, tick=True)
def layani(port: int) -> None:
    """The web server, as production runs it, on the day of the decisions."""
    import waitress

    from config.wsgi import application

    print("mulai", flush=True)  # noqa: T201 - the parent waits for it
    waitress.serve(application, listen=f"127.0.0.1:{port}", threads=4, _quiet=True)


@time_machine.travel(PAGI, tick=True)
def tamu() -> None:
    """What a browser of the PPK holds, for the parent."""
    bupati = _siapa(Peran.PPK, "Bupati")
    sesi = SessionStore()
    sesi["_auth_user_id"] = str(bupati.pk)
    sesi["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    sesi["_auth_user_hash"] = bupati.get_session_auth_hash()
    sesi.set_expiry(86_400)
    sesi.create()
    print(json.dumps({"sesi": sesi.session_key}))  # noqa: T201


@time_machine.travel(PAGI)
def tugas() -> None:
    """The next presses of the PPK: cases to approve, decrees to set (drafted here when due)."""
    setuju = [str(pk) for pk in _menunggu("menunggu_ppk")]
    if not setuju:
        _susun(_siapa(Peran.ANALIS_BKD, "Penyusun BKD"))
    draf = Keputusan.objects.filter(status=StatusKeputusan.DRAF).order_by("disusun_pada")
    tetapkan = [[reverse("mutasi:keputusan-tetapkan", args=[k.pk]), k.sidik] for k in draf]
    isi = {"putuskan": reverse("mutasi:meja-ppk-putuskan"), "setuju": setuju, "tetapkan": tetapkan}
    print(json.dumps(isi))  # noqa: T201


@time_machine.travel(SIANG, tick=True)
def antre() -> None:
    """Queue the carrying out once more when cases are left and no job waits for them."""
    sisa = UsulanMutasi.objects.filter(status="sk_ditetapkan").exists()
    oleh = Pengguna.objects.filter(penugasan__peran=Peran.ANALIS_BKD).order_by("pk").first()
    assert oleh is not None
    if sisa and not oleh.proses.berjalan().exists():
        antrekan(oleh=oleh, per=HARI_H, tautan=reverse("mutasi:pelaksanaan"))
    print(json.dumps({"sisa": sisa}))  # noqa: T201


@time_machine.travel(SIANG, tick=True)
def kerja(sekali: bool = False) -> None:
    """The worker on the day the decrees take effect."""
    print("mulai", flush=True)  # noqa: T201
    call_command("pekerja", *(["--sekali"] if sekali else []))
