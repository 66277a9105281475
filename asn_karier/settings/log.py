"""One line of JSON per event, without personal data."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any, Final

#: NIK has 16 digits, NIP has 18. A database error quotes the row it refused, so a log could hold them.
_PERSON_NUMBER: Final = re.compile(r"(?<!\d)\d{16}(?:\d{2})?(?!\d)")


class LineFormatter(logging.Formatter):
    """JSON on one line; a newline in a message cannot forge a second event."""

    def format(self, record: logging.LogRecord) -> str:
        """Time in UTC, level, logger and message; numbers of persons are masked."""
        fields: dict[str, Any] = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "tingkat": record.levelname,
            "asal": record.name,
            "proses": record.process,
            "pesan": record.getMessage(),
        }
        if record.exc_info:
            fields["galat"] = self.formatException(record.exc_info)
        return _PERSON_NUMBER.sub("[disamarkan]", json.dumps(fields, ensure_ascii=False))


def logging_to_stderr(level: str) -> dict[str, Any]:
    """LOGGING that sends every logger to standard error at `level`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"baris": {"()": LineFormatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "baris"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Django mails its errors to ADMINS by default; here they are lines like all others.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "level": level, "propagate": True},
        },
    }
