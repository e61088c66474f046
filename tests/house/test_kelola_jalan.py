"""`kelola.py jalan` starts, keeps running, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import environ
import pytest

import kelola
from tests.helpers import pangkalan_pg
from tests.helpers.rumah_kelola import masuk_rumah_kosong, satu_kalimat

AKAR = Path(kelola.__file__).parent
hanya_posix = pytest.mark.skipif(os.name == "nt", reason="programs are shell scripts here")


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return masuk_rumah_kosong(tmp_path, monkeypatch)


@pytest.fixture
def port_dipakai() -> Iterator[int]:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        yield soket.getsockname()[1]


def test_busy_port_is_refused_before_anything_is_made(
    rumah: Path, port_dipakai: int, capsys: pytest.CaptureFixture[str]
) -> None:
    status = kelola.utama(["jalan", "--port", str(port_dipakai)])

    assert status == 2
    kalimat = satu_kalimat(capsys.readouterr().err)
    assert f"Port {port_dipakai} di 127.0.0.1 tidak dapat dipakai" in kalimat
    assert f"--port {port_dipakai + 1}" in kalimat
    assert not (rumah / ".venv").exists()


@pytest.mark.parametrize("alamat", ["0.0.0.0", "192.168.1.7", "kantor.go.id", "::", "127.1.evil"])  # noqa: S104
def test_address_of_the_network_is_refused(
    rumah: Path, capsys: pytest.CaptureFixture[str], alamat: str
) -> None:
    status = kelola.utama(["jalan", "--alamat", alamat])

    assert status == 2
    assert "hanya melayani komputer ini" in satu_kalimat(capsys.readouterr().err)


@hanya_posix
def test_secret_key_is_made_once_and_for_its_owner_alone(rumah: Path) -> None:
    kelola.DATA.mkdir()

    pertama = kelola.kunci_rahasia().read_text(encoding="ascii")
    kedua = kelola.kunci_rahasia().read_text(encoding="ascii")

    assert pertama == kedua
    assert len(pertama) >= 50
    assert (kelola.DATA / "SECRET_KEY").stat().st_mode & 0o777 == 0o600


def test_path_with_odd_letters_arrives_unchanged(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kelola, "DATA", rumah / "Bagian A & B 100% #1 + é")
    kelola.DATA.mkdir()
    basis_data = kelola.DATA / "kantor.sqlite3"

    env = kelola.lingkungan(basis_data, "127.0.0.1")

    assert environ.Env.db_url_config(env["DATABASE_URL"])["NAME"] == str(basis_data)


def test_environment_of_a_server_does_not_reach_the_demonstration(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kelola.DATA.mkdir()
    monkeypatch.setenv("DATABASE_URL", "postgres://produksi/serasi")
    monkeypatch.setenv("SECRET_KEY", "milik produksi")
    monkeypatch.setenv("DEBUG", "1")

    env = kelola.lingkungan(kelola.DATA / "serasi.sqlite3", "127.0.0.1")

    assert env["DATABASE_URL"].endswith("/data/serasi.sqlite3")
    assert "SECRET_KEY" not in env
    assert (env["DEBUG"], env["LOKAL"], env["ALLOWED_HOSTS"]) == ("0", "1", "127.0.0.1,localhost")


@pytest.fixture
def manage_palsu(rumah: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Write down which command met which database; each one leaves its word in the file."""
    panggilan: list[tuple[str, str]] = []

    def manage(env: dict[str, str], *perintah: str) -> None:
        berkas = Path(str(environ.Env.db_url_config(env["DATABASE_URL"])["NAME"]))
        panggilan.append((perintah[0], berkas.name))
        with berkas.open("a", encoding="utf-8") as isi:
            isi.write(perintah[0] + " ")

    monkeypatch.setattr(kelola, "manage", manage)
    return panggilan


def test_first_start_fills_the_demonstration_and_the_second_keeps_it(
    rumah: Path, manage_palsu: list[tuple[str, str]]
) -> None:
    _, pertama = kelola.siapkan_basis_data(False, "127.0.0.1")
    _, kedua = kelola.siapkan_basis_data(False, "127.0.0.1")

    assert (pertama, kedua) == ([], ["demo", "--akun"])
    assert (rumah / "data" / "serasi.sqlite3").read_text(
        encoding="utf-8"
    ) == "migrate demo migrate "
    assert [p for p, _ in manage_palsu] == ["migrate", "demo", "migrate"]


def test_interrupted_demonstration_is_begun_again(
    rumah: Path, manage_palsu: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    utuh = kelola.manage

    def mati_di_tengah(env: dict[str, str], *perintah: str) -> None:
        utuh(env, *perintah)
        if perintah == ("demo",):
            raise KeyboardInterrupt

    monkeypatch.setattr(kelola, "manage", mati_di_tengah)
    with pytest.raises(KeyboardInterrupt):
        kelola.siapkan_basis_data(False, "127.0.0.1")
    assert not (rumah / "data" / "serasi.sqlite3").exists()
    monkeypatch.setattr(kelola, "manage", utuh)

    kelola.siapkan_basis_data(False, "127.0.0.1")

    assert (rumah / "data" / "serasi.sqlite3").read_text(encoding="utf-8") == "migrate demo "
    assert sorted(b.name for b in (rumah / "data").iterdir()) == ["SECRET_KEY", "serasi.sqlite3"]


def test_empty_office_has_a_database_and_files_of_its_own(
    rumah: Path, manage_palsu: list[tuple[str, str]]
) -> None:
    env, sapaan = kelola.siapkan_basis_data(True, "127.0.0.1")

    assert sapaan == ["kunci_awal"]
    assert manage_palsu == [("migrate", "kantor.sqlite3")]
    assert env["DATABASE_URL"].endswith("/data/kantor.sqlite3")
    assert env["BERKAS_DIR"] == str(rumah / "data" / "berkas-kantor")


def test_command_that_fails_on_a_full_disk_says_so(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kelola.subprocess, "call", lambda *_, **__: 1)
    monkeypatch.setattr(kelola.shutil, "disk_usage", lambda _: type("Sisa", (), {"free": 4096}))

    with pytest.raises(kelola.Berhenti, match="Ruang disk habis"):
        kelola.manage({}, "migrate")


def test_command_that_fails_otherwise_is_named(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kelola.subprocess, "call", lambda *_, **__: 4)

    with pytest.raises(kelola.Berhenti, match="`manage.py demo` gagal dengan status 4") as galat:
        kelola.manage({}, "demo")

    assert galat.value.status == 1


PERINTAH_PALSU = """
import os, signal, sys, time
perintah = sys.argv[1:]
def ucapkan(*kata):  # a line in one piece: several processes share this pipe
    os.write(1, (" ".join(map(str, kata)) + "\\n").encode())
ucapkan("perintah", *perintah, os.getpid())
if perintah[0] == "pekerja":
    signal.signal(signal.SIGTERM, lambda *_: (ucapkan("pekerja pamit"), sys.exit(0)))
    time.sleep(60)
"""
APLIKASI_PALSU = """
def application(environ, mulai):
    mulai("200 OK", [("Content-Type", "text/plain")])
    return [b"halo"]
"""


@pytest.fixture
def tiruan(tmp_path: Path) -> Path:
    """A tree with the real kelola.py, an environment that stands, and a SERASI of ten lines."""
    shutil.copy(AKAR / "kelola.py", tmp_path)
    (tmp_path / "kunci.txt").touch()
    (tmp_path / "manage.py").write_text(PERINTAH_PALSU, encoding="utf-8")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "wsgi.py").write_text(APLIKASI_PALSU, encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    cap = {"kunci.txt": kelola.hashlib.sha256(b"").hexdigest()}
    (tmp_path / ".venv" / "serasi-kunci.json").write_text(json.dumps(cap), encoding="utf-8")
    return tmp_path


def _sampai(proses: subprocess.Popen[str], kata: str) -> str:
    """Read what it says up to this word."""
    assert proses.stdout
    semua = ""
    for baris in proses.stdout:
        semua += baris
        if kata in baris:
            return semua
    raise AssertionError(f"{kata!r} tidak pernah muncul:\n{semua}")


def _hidup(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@hanya_posix
@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM])
def test_server_and_worker_start_restart_and_stop_together(
    tiruan: Path, sinyal: signal.Signals
) -> None:
    port = pangkalan_pg._port_bebas()
    perintah = [sys.executable, "kelola.py", "jalan", "--kosong", "--port", str(port)]
    with subprocess.Popen(
        perintah, cwd=tiruan, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as proses:
        penjaga = threading.Timer(30, proses.kill)
        penjaga.start()
        try:
            awal = _sampai(proses, f"SERASI siap: http://127.0.0.1:{port}/")
            worker = re.search(r"perintah pekerja (\d+)", awal)
            assert worker
            os.kill(int(worker.group(1)), signal.SIGKILL)
            lagi = re.search(r"pekerja (\d+)", _sampai(proses, "perintah pekerja"))
            assert lagi
            time.sleep(0.1)  # until the stub has put its handler in place

            proses.send_signal(sinyal)
            akhir, _ = proses.communicate(timeout=30)
        finally:
            penjaga.cancel()
            proses.kill()

    assert proses.returncode == 0
    assert "perintah kunci_awal" in awal
    assert "pekerja pamit" in akhir
    assert not _hidup(int(lagi.group(1)))
    assert not kelola._menjawab("127.0.0.1", port)
    assert (tiruan / "data" / "SECRET_KEY").exists()


@hanya_posix
def test_server_that_cannot_start_ends_everything_with_status_1(tiruan: Path) -> None:
    (tiruan / "config" / "wsgi.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    port = pangkalan_pg._port_bebas()

    hasil = subprocess.run(
        [sys.executable, "kelola.py", "jalan", "--kosong", "--port", str(port)],
        cwd=tiruan,
        text=True,
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert hasil.returncode == 1
    assert "Peladen berhenti dengan status 7" in hasil.stderr
