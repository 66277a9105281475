"""Failed sign-ins, counted in the database: flushing the cache or the broker unlocks nobody."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import indeks_buta
from pegawai.models import PercobaanMasuk
from pegawai.rules.nip import Nip

#: Free guesses; afterwards one every LAMA_KUNCI, until HENING passes without any or one succeeds.
PALING_BANYAK: Final = 10
LAMA_KUNCI: Final = timedelta(minutes=15)
HENING: Final = timedelta(hours=1)
DILUPAKAN: Final = timedelta(days=1)

#: What is guessed: each room counts by itself, so that tries at one lock nobody out of another.
MASUK: Final = "masuk"
AKTIVASI: Final = "aktivasi"
PENGAMAN: Final = "pengaman"
PESAN_TERKUNCI: Final = {
    MASUK: "Terlalu banyak percobaan masuk dengan NIP ini.",
    AKTIVASI: "Terlalu banyak percobaan kode untuk NIP ini.",
    PENGAMAN: "Terlalu banyak kode yang tidak cocok untuk akun ini.",
}


class TerkunciSementara(DomainError):  # noqa: N818 - named in the language of the domain
    """Too many attempts for this name. `sampai`: when the next one is accepted."""

    def __init__(self, sampai: datetime, ruang: str = MASUK) -> None:
        super().__init__(
            "masuk_terkunci",
            PESAN_TERKUNCI[ruang],
            tindakan=f"Coba lagi pukul {sampai:%H.%M %Z}, atau hubungi pengelola kepegawaian Anda.",
        )
        self.sampai = sampai


def account_name(teks: str) -> str:
    """The account name behind what a person typed: a NIP loses its spaces and dots."""
    try:
        return Nip.parse(teks).angka
    except DomainError:
        return teks.strip()


def length_problem(teks: str) -> str:
    """What to say of digits that are no whole NIP; empty for a whole NIP and for a name."""
    try:
        Nip.parse(teks)
    except DomainError as salah:
        return f"{salah.pesan}." if salah.kode == "nip_panjang" else ""
    return ""


def reserve_attempt(*, nama: str, at: datetime, ruang: str = MASUK) -> None:
    """Count one attempt for `nama` before its secret is looked at; raises TerkunciSementara.

    Counting first bounds guesses made at the same moment too. `at` carries the zone that the message
    shows. Unknown names are counted like known ones: the answer must not tell them apart.
    """
    with transaction.atomic():
        percobaan, _ = PercobaanMasuk.objects.select_for_update().get_or_create(
            kunci=_key(ruang, nama), defaults={"terakhir": at}
        )
        if at - percobaan.terakhir >= HENING:
            percobaan.gagal = 0
        terbuka = percobaan.terakhir + LAMA_KUNCI
        if percobaan.gagal >= PALING_BANYAK and at < terbuka:
            raise TerkunciSementara(terbuka.astimezone(at.tzinfo), ruang)
        percobaan.gagal = min(percobaan.gagal + 1, PALING_BANYAK)
        percobaan.terakhir = at
        percobaan.save(update_fields=["gagal", "terakhir"])


def clear_attempts(*, nama: str, at: datetime, ruang: str = MASUK) -> None:
    """The right secret was given: the count starts anew. Long forgotten counts go with it."""
    PercobaanMasuk.objects.filter(Q(kunci=_key(ruang, nama)) | Q(terakhir__lt=at - DILUPAKAN)).delete()


def _key(ruang: str, nama: str) -> str:
    # The prefix keeps this hash apart from the index of NIK, which has the same key.
    return indeks_buta(f"{ruang}:{nama.casefold()}")
