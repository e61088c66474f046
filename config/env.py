"""The one place that reads the environment; loud about what is missing.

Production is the default. Looseness must be asked for: ``DEBUG=1`` for a developer, ``LOKAL=1``
for plain http on the loopback address (what ``kelola.py jalan`` sets).
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

AKAR = Path(__file__).resolve().parent.parent

_env = environ.Env()
environ.Env.read_env(AKAR / ".env")

DEBUG: bool = _env.bool("DEBUG", default=False)
LOKAL: bool = _env.bool("LOKAL", default=DEBUG)


def _secret_key() -> str:
    file = _env.str("SECRET_KEY_FILE", default="")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    key = _env.str("SECRET_KEY", default="")
    if key:
        return key
    if DEBUG:
        # Sessions of a developer do not survive a restart; that is the price of no configuration.
        return secrets.token_urlsafe(50)
    raise ImproperlyConfigured(
        "SECRET_KEY belum diatur. Isi SECRET_KEY atau SECRET_KEY_FILE (lihat .env.example)."
    )


def _kunci_sandi() -> str:
    key = _env.str("KUNCI_SANDI", default="")
    derived = _env.str("SECRET_KEY", default="") or _env.str("SECRET_KEY_FILE", default="")
    if key or derived or not DEBUG:
        return key
    # A developer's SECRET_KEY changes at every start; what is stored must still open afterwards.
    return "hanya-untuk-pengembangan"


def _database() -> dict[str, Any]:
    default = f"sqlite:///{AKAR / 'data' / 'serasi.sqlite3'}"
    conf: dict[str, Any] = dict(_env.db_url("DATABASE_URL", default=default))
    if conf["ENGINE"].endswith("sqlite3"):
        Path(str(conf["NAME"])).parent.mkdir(parents=True, exist_ok=True)
        # IMMEDIATE: a writing transaction is alone from its first statement; WAL: readers go on.
        conf["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;",
        }
    else:
        conf["CONN_MAX_AGE"] = 60
        conf["CONN_HEALTH_CHECKS"] = True
    return conf


SECRET_KEY: str = _secret_key()
DATABASE: dict[str, Any] = _database()
ALLOWED_HOSTS: list[str] = _env.list(
    "ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"] if DEBUG else []
)
CSRF_TRUSTED_ORIGINS: list[str] = _env.list("CSRF_TRUSTED_ORIGINS", default=[])
BEHIND_PROXY: bool = _env.bool("BEHIND_PROXY", default=False)
# Encrypts NIK at rest. Empty: derived from SECRET_KEY.
KUNCI_SANDI: str = _kunci_sandi()
BERKAS_DIR: Path = Path(_env.str("BERKAS_DIR", default=str(AKAR / "data" / "berkas")))
EMAIL: dict[str, Any] = _env.email_url("EMAIL_URL", default="consolemail://")
EMAIL_FROM: str = _env.str("EMAIL_FROM", default="serasi@localhost")
LOG_LEVEL: str = _env.str("LOG_LEVEL", default="INFO")
OIDC_ISSUER: str = _env.str("OIDC_ISSUER", default="")
OIDC_CLIENT_ID: str = _env.str("OIDC_CLIENT_ID", default="")
OIDC_CLIENT_SECRET: str = _env.str("OIDC_CLIENT_SECRET", default="")
OIDC_NAME: str = _env.str("OIDC_NAME", default="SSO instansi")
