"""One worker process of `bench.evaluasi`: ready, a line on stdin, the command itself, its peak memory.

Prints "siap", then what `manage.py evaluasi --tunggu` prints, then VmHWM in kB. The start of Python and of
Django lies before the line on stdin: workers of a usual installation run already.
"""

import sys
from pathlib import Path


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from karier.management.commands import evaluasi  # noqa: F401 - a worker has imported what it runs

    connection.ensure_connection()
    print("siap", flush=True)
    sys.stdin.readline()
    call_command("evaluasi", "--instansi", "bench", "--per", sys.argv[1], "--tunggu")
    status = Path("/proc/self/status").read_text()
    print(next(b.split()[1] for b in status.splitlines() if b.startswith("VmHWM")))


if __name__ == "__main__":
    main()
