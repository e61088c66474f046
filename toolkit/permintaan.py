"""The id of the request being answered; empty outside a request (commands, worker)."""

from contextvars import ContextVar

ID_PERMINTAAN: ContextVar[str] = ContextVar("id_permintaan", default="")
