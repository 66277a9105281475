"""`python -m karier.tests.layanan.digest N`: N people in a fresh database, one run, its digest."""

import sys

import django
from django.core.management import call_command


def main(banyak: int) -> str:
    """Migrate and fill the database that the environment names, evaluate everyone in this process."""
    django.setup()
    from karier.tests.bantu import jalankan
    from karier.tests.layanan.orang import PER, buat_orang

    call_command("migrate", verbosity=0)
    return jalankan(buat_orang(banyak), PER).digest


if __name__ == "__main__":
    sys.stdout.write(main(int(sys.argv[1])) + "\n")
