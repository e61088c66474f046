#!/usr/bin/env python3
"""The two commands of SERASI on Linux, macOS and Windows; standard library only.

    python3 kelola.py jalan     environment, packages, database, demonstration data, worker, server
    python3 kelola.py uji       the whole test suite, on SQLite and on PostgreSQL

What an office can meet (Python, disk, network, port) ends as one sentence and exit status 2.
Nothing here may need more than Python 3.6 to parse, so that an old Python can say what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that meets an old Python
    sys.stderr.write(
        "SERASI memerlukan Python 3.11 atau lebih baru, sedangkan ini Python {}.{}: "
        "pasang Python yang lebih baru, lalu jalankan misalnya `python3.12 kelola.py jalan`.\n"
        "".format(*sys.version_info[:2])
    )
    sys.exit(2)

import argparse
import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

AKAR = Path(__file__).resolve().parent
VENV = AKAR / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DATA = AKAR / "data"
# Each lock holds all of the one before it.
KUNCI = ("kunci.txt", "kunci-dev.txt", "kunci-e2e.txt")
kabar = partial(print, flush=True)

DISK_PENUH = (
    "Ruang disk habis: kosongkan sedikitnya 1 GB di disk tempat SERASI berada, "
    "lalu jalankan perintah yang sama lagi."
)
TANPA_PIP = (
    "Python ini tidak membawa pip: pasang python3-venv (Debian/Ubuntu: "
    "`sudo apt install python3-venv`), lalu jalankan perintah yang sama lagi."
)
# What pip and uv say, and the sentence it becomes; the first that fits is taken.
KELUHAN = (
    (r"no space left|errno 28|os error 28|disk quota exceeded", DISK_PENUH),
    (
        r"do not match the hash|hash(es)? mismatch|hashes are required|must have a hash|"
        r"invalid (requirement|hash)|couldn't parse|pinned with ==",
        "Isi {kunci} tidak cocok dengan paketnya (hash berbeda atau berkas rusak): jangan dipakai, "
        "ambil ulang SERASI dari sumbernya, lalu jalankan perintah yang sama lagi.",
    ),
    (
        r"connection|name resolution|getaddrinfo|timed out|timeout|network is unreachable|"
        r"dns error|error sending request|failed to fetch|proxyerror|ssl: cert",
        "Paket tidak dapat diunduh karena jaringan tidak tersambung: sambungkan internet, atau "
        "unduh paket di komputer lain dan jalankan dengan RODA=folder (docs/operasi.md).",
    ),
    (
        r"permission denied|os error 13|access is denied",
        "Folder .venv tidak boleh ditulisi: jalankan sebagai pemilik folder SERASI, "
        "atau hapus folder .venv, lalu jalankan perintah yang sama lagi.",
    ),
    (
        r"no matching distribution|no (usable )?wheels|package registry|no solution found",
        "Ada paket yang tidak tersedia untuk Python {python} di sistem ini: {saran}.",
    ),
)


class Berhenti(Exception):
    """The command cannot go on; one sentence says what is wrong and what to do."""

    def __init__(self, kalimat: str, status: int = 2) -> None:
        super().__init__(kalimat)
        self.status = status


def _dengar(*perintah: object) -> subprocess.CompletedProcess[str]:
    """Run and keep everything that was said, in one text."""
    kata = [str(bagian) for bagian in perintah]
    wadah: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(kata, check=False, text=True, errors="replace", cwd=AKAR, **wadah)


def _venv_siap() -> bool:
    """Whether .venv holds a Python that starts and is new enough."""
    tanya = "import sys; sys.exit(sys.version_info < (3, 11))"
    return PYTHON.exists() and _dengar(PYTHON, "-c", tanya).returncode == 0


def buat_venv() -> None:
    """Make .venv; where ensurepip is missing (bare Debian), make it without pip."""
    if _venv_siap():
        return
    kabar("Menyiapkan lingkungan Python di .venv ...")
    if importlib.util.find_spec("venv") is None:
        raise Berhenti(TANPA_PIP)
    perintah = (sys.executable, "-m", "venv", "--clear", VENV)
    dengan_pip = importlib.util.find_spec("ensurepip") and not shutil.which("uv")
    if dengan_pip and _dengar(*perintah).returncode == 0:
        return
    hasil = _dengar(*perintah, "--without-pip")
    if hasil.returncode != 0:
        _gagal_pasang(hasil.stdout, KUNCI[0])


def pemasang() -> list[object]:
    """The command that installs into .venv: uv, the pip inside, or a pip outside."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--python", PYTHON, "--no-build"]
    pilihan = ["install", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    pilihan += ["--no-compile", "--retries", "2", "--progress-bar", "off"]
    if _dengar(PYTHON, "-m", "pip", "--version").returncode == 0:
        return [PYTHON, "-m", "pip", *pilihan]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", PYTHON, *pilihan]
    raise Berhenti(TANPA_PIP)


def _gagal_pasang(keluaran: str, kunci: str) -> NoReturn:
    """Turn what an installer said into one sentence."""
    saran = "pakai Python 3.11 sampai 3.14 pada Linux, Windows, atau Mac Apple Silicon"
    if os.environ.get("RODA"):
        saran = "lengkapi folder RODA di komputer dengan Python dan sistem yang sama"
    isi = {"kunci": kunci, "python": "{}.{}".format(*sys.version_info), "saran": saran}
    for pola, kalimat in KELUHAN:
        if re.search(pola, keluaran, re.IGNORECASE):
            raise Berhenti(kalimat.format(**isi))
    catatan = Path(tempfile.gettempdir()) / "serasi-pasang.log"
    catatan.write_text(keluaran, encoding="utf-8")
    raise Berhenti(
        f"Pemasangan paket gagal: baca sebabnya di {catatan}, "
        "lalu hapus folder .venv dan jalankan perintah yang sama lagi."
    )


def siapkan(kunci: str) -> None:
    """Make .venv hold what the lock says; nothing is done when it already does."""
    nama_kunci = KUNCI[: KUNCI.index(kunci) + 1]
    sidik = {nama: hashlib.sha256((AKAR / nama).read_bytes()).hexdigest() for nama in nama_kunci}
    cap = VENV / "serasi-kunci.json"
    terpasang: dict[str, str] = {}
    with contextlib.suppress(OSError, ValueError):
        terpasang = json.loads(cap.read_text(encoding="utf-8"))
    if terpasang.get(kunci) == sidik[kunci] and _venv_siap():
        return
    buat_venv()
    perintah = [*pemasang(), "--require-hashes", "-r", kunci]
    roda = os.environ.get("RODA")
    if roda:
        if not Path(roda).is_dir():
            raise Berhenti(f"Folder RODA={roda} tidak ada: isi RODA dengan folder paket (.whl).")
        perintah += ["--no-index", "--find-links", Path(roda).resolve()]
    kabar(f"Memasang paket dari {roda or 'internet'}: sekali saja, sekitar satu menit ...")
    hasil = _dengar(*perintah)
    if hasil.returncode != 0:
        _gagal_pasang(hasil.stdout, kunci)
    cap.write_text(json.dumps(terpasang | sidik), encoding="utf-8")


def periksa_alamat(alamat: str, port: int) -> None:
    """Refuse what is not this computer, and a port that somebody else holds."""
    if not re.fullmatch(r"localhost|::1|127(\.\d{1,3}){3}", alamat):
        raise Berhenti(
            f"`jalan` hanya melayani komputer ini, bukan {alamat}: untuk dipakai lewat jaringan, "
            "pasang seperti tertulis di docs/operasi.md (dengan HTTPS)."
        )
    keluarga = socket.AF_INET6 if ":" in alamat else socket.AF_INET
    with socket.socket(keluarga, socket.SOCK_STREAM) as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(os.name != "nt"))
        try:
            soket.bind((alamat, port))
        except (OSError, OverflowError):
            raise Berhenti(
                f"Port {port} di {alamat} tidak dapat dipakai (ada program lain di sana, mungkin "
                "SERASI yang masih berjalan): hentikan program itu, atau pilih yang lain dengan "
                f"`--port {port + 1 if port < 65535 else 8001}`."
            ) from None


def kunci_rahasia() -> Path:
    """The file with SECRET_KEY, made once, readable by its owner alone."""
    berkas = DATA / "SECRET_KEY"
    if not berkas.exists() or not berkas.stat().st_size:
        baru = DATA / "SECRET_KEY.baru"
        baru.touch(mode=0o600)
        baru.write_text(secrets.token_urlsafe(50), encoding="ascii")
        baru.replace(berkas)
    return berkas


def lingkungan(basis_data: Path, alamat: str) -> dict[str, str]:
    """The environment of one's own computer: an embedded database, plain http on the loopback."""
    env = {k: v for k, v in os.environ.items() if k not in ("SECRET_KEY", "DEBUG", "KUNCI_SANDI")}
    env.update(
        DATABASE_URL="sqlite:///" + urllib.parse.quote(basis_data.as_posix(), safe="/:"),
        SECRET_KEY_FILE=str(kunci_rahasia()),
        BERKAS_DIR=str(DATA / ("berkas-" + basis_data.name.split(".")[0])),
        ALLOWED_HOSTS=",".join(dict.fromkeys(("127.0.0.1", "localhost", alamat))),
        LOKAL="1",
        DEBUG="0",
        PYTHONUNBUFFERED="1",
        PYTHONUTF8="1",
        PYTHONWARNINGS="ignore:No directory at",  # staticfiles/, which nothing here collects
    )
    return env


def manage(env: dict[str, str], *perintah: str) -> None:
    """Run a command of manage.py; its own words have told the rest when it fails."""
    status = subprocess.call([str(PYTHON), "manage.py", *perintah], cwd=AKAR, env=env)
    if status and shutil.disk_usage(AKAR).free < 20_000_000:
        raise Berhenti(DISK_PENUH)
    if status:
        sebab = "`manage.py {}` gagal dengan status {}".format(" ".join(perintah), status)
        raise Berhenti(sebab + ": sebabnya tertulis di atas ini.", status=1)


def siapkan_basis_data(kosong: bool, alamat: str) -> tuple[dict[str, str], list[str]]:
    """A migrated database, and the command that tells people how to enter it.

    The demonstration grows beside its place and moves there when complete, so that one that was
    interrupted is begun again and never mistaken for a whole one.
    """
    DATA.mkdir(mode=0o700, exist_ok=True)
    basis_data = DATA / ("kantor.sqlite3" if kosong else "serasi.sqlite3")
    env = lingkungan(basis_data, alamat)
    if kosong or basis_data.exists():
        manage(env, "migrate", "--verbosity", "0")
        return env, ["kunci_awal"] if kosong else ["demo", "--akun"]
    baru = basis_data.with_name("serasi.sqlite3.baru")
    for sisa in DATA.glob(baru.name + "*"):
        sisa.unlink()
    kabar("Membuat basis data dan data contoh; sekali saja ...")
    for perintah in (["migrate", "--verbosity", "0"], ["demo"]):
        manage(lingkungan(baru, alamat), *perintah)
    for bagian in DATA.glob(baru.name + "*"):  # with a WAL that was not yet folded in
        bagian.replace(DATA / bagian.name.replace(".baru", ""))
    return env, []  # the accounts were printed on the way


def _anak(env: dict[str, str], *perintah: str) -> subprocess.Popen[bytes]:
    """A child in a group of its own: Ctrl+C reaches this program alone, which then ends it."""
    windows = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    grup: dict[str, Any] = {"start_new_session": True, "creationflags": windows}
    return subprocess.Popen([str(PYTHON), *perintah], cwd=AKAR, env=env, **grup)


def hentikan(server: subprocess.Popen[bytes], worker: subprocess.Popen[bytes]) -> None:
    """End the children politely, then firmly; a second signal skips the politeness."""
    # waitress finishes what it is answering on SIGINT only.
    sinyal = {server: signal.SIGINT, worker: signal.SIGTERM}
    for proses in sinyal:
        if proses.poll() is None:
            proses.send_signal(getattr(signal, "CTRL_BREAK_EVENT", sinyal[proses]))
    tenggat = time.monotonic() + 15
    for proses in sinyal:
        try:
            proses.wait(max(0.1, tenggat - time.monotonic()))
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            proses.kill()
            proses.wait()


def _menjawab(alamat: str, port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((alamat, port), timeout=1):
        return True
    return False


def layani(env: dict[str, str], alamat: str, port: int, sapaan: list[str]) -> None:
    """Server and worker until a signal; a worker that died is started again."""
    henti = threading.Event()

    def sinyal(*_: object) -> None:
        if henti.is_set():
            raise KeyboardInterrupt
        henti.set()

    for nama in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        nomor = getattr(signal, nama, None)
        # nohup has said that the end of the terminal is nothing to us.
        if nomor and (nama != "SIGHUP" or signal.getsignal(nomor) != signal.SIG_IGN):
            signal.signal(nomor, sinyal)
    tuan = f"[{alamat}]:{port}" if ":" in alamat else f"{alamat}:{port}"
    pelayan = f"-m waitress --listen={tuan} --threads=8 config.wsgi:application"
    server = _anak(env, *pelayan.split())
    worker = _anak(env, "manage.py", "pekerja")
    try:
        if sapaan:  # an office that is open already has no first key, and need not say so
            diam = subprocess.DEVNULL if "kunci_awal" in sapaan else None
            kata = [str(PYTHON), "manage.py", *sapaan]
            subprocess.call(kata, cwd=AKAR, env=env, stderr=diam)  # while the server starts
        siap, mulai, jeda = False, time.monotonic(), 1.0
        while not henti.wait(0.2):
            if server.poll() is not None:
                sebab = f"Peladen berhenti dengan status {server.returncode}"
                raise Berhenti(sebab + ": sebabnya tertulis di atas ini.", status=1)
            if not siap and _menjawab(alamat, port):
                siap = True
                kabar(f"\nSERASI siap: http://{tuan}/   (hentikan dengan Ctrl+C)\n")
            if worker.poll() is not None:
                jeda = 1.0 if time.monotonic() - mulai > 60 else min(jeda * 2, 30)
                kabar(f"Pekerja berhenti dengan status {worker.returncode}; dinyalakan lagi.")
                if henti.wait(jeda):
                    break
                worker, mulai = _anak(env, "manage.py", "pekerja"), time.monotonic()
    finally:
        kabar("Menghentikan SERASI ...")
        hentikan(server, worker)


def jalan(pilihan: argparse.Namespace) -> int:
    periksa_alamat(pilihan.alamat, pilihan.port)
    siapkan(KUNCI[0])
    os.umask(0o077)
    env, sapaan = siapkan_basis_data(pilihan.kosong, pilihan.alamat)
    layani(env, pilihan.alamat, pilihan.port, sapaan)
    return 0


def uji(tambahan: list[str]) -> int:
    """The suite, on SQLite and on PostgreSQL."""
    siapkan(KUNCI[2 if "--panjang" in tambahan else 1])
    sys.path.insert(0, str(AKAR))
    from tests.helpers import dua_pangkalan

    return dua_pangkalan.uji(PYTHON, tambahan)


class Pengurai(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Berhenti(f"Perintah tidak dimengerti ({message}): lihat `python3 kelola.py --help`.")


def _perintah() -> Pengurai:
    pengurai = Pengurai(prog="kelola.py", description="SERASI: menjalankan dan menguji.")
    sub = pengurai.add_subparsers(dest="perintah", required=True, metavar="PERINTAH")
    p = sub.add_parser("jalan", help="menjalankan SERASI di komputer ini")
    p.add_argument("--kosong", action="store_true", help="kantor kosong, tanpa data contoh")
    p.add_argument("--port", type=int, default=8000, help="port (bawaan: 8000)")
    p.add_argument("--alamat", default="127.0.0.1", help="alamat loopback (bawaan: 127.0.0.1)")
    p = sub.add_parser("uji", help="menguji SERASI; pilihan lain diteruskan ke pytest")
    p.add_argument("--panjang", action="store_true", help="juga uji yang terlalu lama tiap kali")
    p = sub.add_parser("siapkan", help="hanya memasang paket ke .venv")
    p.add_argument("--dev", action="store_true", help="juga alat uji dan pemeriksa")
    p.add_argument("--peramban", action="store_true", help="juga alat uji peramban")
    return pengurai


def _kerjakan(argumen: list[str]) -> int:
    if argumen[:1] == ["uji"] and not {"-h", "--help"} & set(argumen):
        return uji(argumen[1:])
    pilihan = _perintah().parse_args(argumen)
    if pilihan.perintah == "jalan":
        return jalan(pilihan)
    siapkan(KUNCI[2 if pilihan.peramban else int(pilihan.dev)])
    return 0


def utama(argumen: list[str]) -> int:
    """Run one command; every expected trouble is one sentence on standard error and status 2."""
    try:
        return _kerjakan(argumen)
    except Berhenti as henti:
        kalimat, status = str(henti), henti.status
    except FileNotFoundError as galat:
        kalimat, status = f"{galat.filename} tidak ada: ambil ulang SERASI secara utuh.", 2
    except PermissionError as galat:
        kalimat, status = f"{galat.filename} tidak boleh ditulisi: jalankan sebagai pemiliknya.", 2
    except OSError as galat:
        if galat.errno not in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise
        kalimat, status = DISK_PENUH, 2
    except KeyboardInterrupt:
        return 130
    print(kalimat, file=sys.stderr)
    return status


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(utama(sys.argv[1:]))
