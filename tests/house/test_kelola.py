"""What kelola.py promises about packages: trouble is one sentence with status 2."""

from __future__ import annotations

import ast
import errno
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kelola
from tests.helpers.rumah_kelola import masuk_rumah_kosong, satu_kalimat

AKAR = Path(kelola.__file__).parent
hanya_posix = pytest.mark.skipif(os.name == "nt", reason="programs are shell scripts here")

PIP_HASH = """
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated
    asgiref==3.13.0: Expected sha256 0000  Got f9596a24
"""
UV_HASH = (
    "error: Failed to download `asgiref==3.13.0`\n  cause: Hash mismatch for `asgiref==3.13.0`"
)
UV_TANPA_HASH = "error: In `--require-hashes` mode, all requirements must have a hash, but none"
UV_RUSAK = "error: Invalid hash digest length (expected 64 hexadecimal characters, found 20)"
PIP_JARINGAN = """
WARNING: Retrying after connection broken by 'NewConnectionError('Failed to establish a new
connection: [Errno -3] Temporary failure in name resolution')': /simple/asgiref/
ERROR: No matching distribution found for asgiref==3.13.0
"""
UV_JARINGAN = "error: Request failed after 3 retries\n  cause: error sending request\n dns error"
PIP_PENUH = (
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
)
UV_PENUH = "error: failed to write to file: No space left on device (os error 28)"
PIP_TIADA = "ERROR: No matching distribution found for pandas==3.1.1"
UV_TIADA = "error: No solution found when resolving dependencies\n  cause: no usable wheels"
PIP_IZIN = "ERROR: Could not install packages: [Errno 13] Permission denied: '/x/.venv/lib'"


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return masuk_rumah_kosong(tmp_path, monkeypatch)


@pytest.fixture
def uv_palsu(rumah: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], Path]:
    """Put a uv on the PATH that says this, ends so, and writes down how it was called."""

    def pasang(kata: str, status: int) -> Path:
        (rumah / "kata").write_text(kata, encoding="utf-8")
        uv = rumah / "uv"
        uv.write_text(
            f'#!/bin/sh\necho "$@" >> {rumah}/panggilan\ncat {rumah}/kata\nexit {status}\n',
            encoding="utf-8",
        )
        uv.chmod(0o755)
        monkeypatch.setattr(kelola.shutil, "which", lambda nama: str(uv) if nama == "uv" else None)
        return rumah / "panggilan"

    return pasang


def tanpa_modul(monkeypatch: pytest.MonkeyPatch, *nama: str) -> None:
    """A Python without these modules, as a bare Debian has it."""
    asli = kelola.importlib.util.find_spec
    monkeypatch.setattr(
        kelola.importlib.util, "find_spec", lambda n: None if n in nama else asli(n)
    )


def test_file_parses_on_python_36_and_imports_only_the_standard_library() -> None:
    pohon = ast.parse((AKAR / "kelola.py").read_text(encoding="utf-8"), feature_version=(3, 6))

    impor = {
        nama.name.split(".")[0]
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Import)
        for nama in simpul.names
    }
    impor |= {
        simpul.module.split(".")[0]
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.ImportFrom) and simpul.module
    }
    assert impor - {"tests"} <= sys.stdlib_module_names


def test_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 6, 15, "final", 0))

    with pytest.raises(SystemExit) as berhenti:
        runpy.run_path(str(AKAR / "kelola.py"))

    assert berhenti.value.code == 2
    assert "memerlukan Python 3.11 atau lebih baru, sedangkan ini Python 3.6" in satu_kalimat(
        capsys.readouterr().err
    )


# Packages.


@hanya_posix
@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        pytest.param(PIP_HASH, "Isi kunci.txt tidak cocok dengan paketnya", id="pip, other hash"),
        pytest.param(UV_HASH, "Isi kunci.txt tidak cocok dengan paketnya", id="uv, other hash"),
        pytest.param(UV_TANPA_HASH, "Isi kunci.txt tidak cocok", id="uv, hash is missing"),
        pytest.param(UV_RUSAK, "Isi kunci.txt tidak cocok", id="uv, half a lock"),
        pytest.param(PIP_JARINGAN, "jaringan tidak tersambung", id="pip, no network"),
        pytest.param(UV_JARINGAN, "jaringan tidak tersambung", id="uv, no network"),
        pytest.param(PIP_PENUH, "Ruang disk habis", id="pip, disk is full"),
        pytest.param(UV_PENUH, "Ruang disk habis", id="uv, disk is full"),
        pytest.param(PIP_TIADA, "pakai Python 3.11 sampai 3.14", id="pip, no wheel"),
        pytest.param(UV_TIADA, "pakai Python 3.11 sampai 3.14", id="uv, no wheel"),
        pytest.param(PIP_IZIN, "Folder .venv tidak boleh ditulisi", id="not the owner"),
        pytest.param("Segfault", "baca sebabnya di", id="something else"),
    ],
)
def test_failed_installation_is_one_sentence(
    uv_palsu: Callable[[str, int], Path],
    capsys: pytest.CaptureFixture[str],
    kata: str,
    kalimat: str,
) -> None:
    uv_palsu(kata, 1)

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert kalimat in satu_kalimat(capsys.readouterr().err)


@hanya_posix
def test_incomplete_folder_of_wheels_says_so(
    uv_palsu: Callable[[str, int], Path],
    rumah: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    panggilan = uv_palsu(UV_TIADA, 1)
    monkeypatch.setenv("RODA", str(rumah))

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert "lengkapi folder RODA" in satu_kalimat(capsys.readouterr().err)
    assert f"--no-index --find-links {rumah}" in panggilan.read_text(encoding="utf-8")


@hanya_posix
def test_folder_of_wheels_that_does_not_exist_is_named(
    uv_palsu: Callable[[str, int], Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    uv_palsu("", 0)
    monkeypatch.setenv("RODA", "/tidak/ada")

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert "Folder RODA=/tidak/ada tidak ada" in satu_kalimat(capsys.readouterr().err)


@hanya_posix
def test_nothing_is_installed_twice_until_the_lock_changes(
    uv_palsu: Callable[[str, int], Path], rumah: Path
) -> None:
    panggilan = uv_palsu("", 0)

    assert kelola.utama(["siapkan", "--dev"]) == 0
    assert kelola.utama(["siapkan", "--dev"]) == 0
    assert kelola.utama(["siapkan"]) == 0  # the longer lock holds the shorter one
    assert panggilan.read_text(encoding="utf-8").count("\n") == 1

    (rumah / "kunci.txt").write_text("asgiref==3.13.1 --hash=sha256:11\n", encoding="utf-8")
    assert kelola.utama(["siapkan"]) == 0
    assert (
        panggilan.read_text(encoding="utf-8")
        .splitlines()[1]
        .endswith("--require-hashes -r kunci.txt")
    )


@hanya_posix
def test_broken_environment_is_made_anew(uv_palsu: Callable[[str, int], Path], rumah: Path) -> None:
    uv_palsu("", 0)
    kelola.utama(["siapkan"])
    python = rumah / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/usr/bin/python-yang-sudah-dihapus")

    assert kelola.utama(["siapkan"]) == 0

    assert subprocess.call([str(python), "-c", ""]) == 0


@hanya_posix
def test_python_without_pip_and_ensurepip_is_told_what_to_install(
    rumah: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tanpa_modul(monkeypatch, "ensurepip", "pip")

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert "sudo apt install python3-venv" in satu_kalimat(capsys.readouterr().err)


@hanya_posix
def test_without_ensurepip_the_pip_outside_installs_into_the_environment(
    rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tanpa_modul(monkeypatch, "ensurepip")
    monkeypatch.setattr(
        kelola.importlib.util, "find_spec", lambda n: None if n == "ensurepip" else n
    )

    kelola.buat_venv()

    assert kelola.pemasang()[:5] == [sys.executable, "-m", "pip", "--python", kelola.PYTHON]


def test_missing_lock_is_named(rumah: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rumah / "kunci.txt").unlink()

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert "kunci.txt tidak ada" in satu_kalimat(capsys.readouterr().err)


@pytest.mark.parametrize("nomor", [errno.ENOSPC, errno.EDQUOT])
def test_disk_that_fills_up_under_our_own_hands_is_one_sentence(
    rumah: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    nomor: int,
) -> None:
    def penuh(*_: object) -> None:
        raise OSError(nomor, os.strerror(nomor))

    monkeypatch.setattr(kelola, "siapkan", penuh)

    status = kelola.utama(["siapkan"])

    assert status == 2
    assert "Ruang disk habis" in satu_kalimat(capsys.readouterr().err)


def test_unknown_command_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status = kelola.utama(["terbang"])

    assert status == 2
    assert "Perintah tidak dimengerti" in satu_kalimat(capsys.readouterr().err)
