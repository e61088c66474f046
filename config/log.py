"""The request id on every log line. Loaded before the apps, so it imports nothing of theirs."""

import logging

from toolkit.permintaan import ID_PERMINTAAN


class AddRequestId(logging.Filter):
    """Puts the request id on every log line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.id_permintaan = ID_PERMINTAAN.get()
        return True
