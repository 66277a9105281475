"""Private notes of a leader about a direct report: for preparing a rating, for nobody else's eyes.

Nothing here leaves a line on the trail: that a note exists is private too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.sandi import buka_catatan, kunci_sandi
from kinerja.models import CatatanPimpinan
from kinerja.services.meja import direct_report

CATATAN_TERPANJANG: Final = 1000


class Catatan(NamedTuple):
    pk: int
    isi: str
    pada: datetime


@transaction.atomic
def add_note(*, pegawai_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> CatatanPimpinan:
    """Note something about a direct report; a second click makes no second row.

    TidakDitemukan for anybody whom `actor` does not rate today, Bentrok when this form wrote other words
    already.
    """
    pegawai = direct_report(pengguna=actor, pegawai_id=pegawai_id)
    teks = isi.strip()
    if not teks:
        raise DomainError("catatan_kosong", "Isi catatan.")
    if len(teks) > CATATAN_TERPANJANG:
        raise DomainError(
            "catatan_panjang", f"Catatan paling banyak 1.000 huruf. Sekarang {len(teks):,}".replace(",", ".")
        )
    ada = CatatanPimpinan.objects.filter(pimpinan=actor.pegawai_id, kunci=kunci).first()
    if ada is not None:
        return _sama(ada, pegawai.pk, teks)
    baru = CatatanPimpinan(
        pimpinan_id=actor.pegawai_id, pegawai=pegawai, sandi=kunci_sandi(teks), kunci=kunci, pada=at
    )
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError:
        return _sama(CatatanPimpinan.objects.get(pimpinan=actor.pegawai_id, kunci=kunci), pegawai.pk, teks)
    return baru


def _sama(ada: CatatanPimpinan, pegawai_id: int, teks: str) -> CatatanPimpinan:
    """What the first click wrote; Bentrok when this page sends something else now."""
    if ada.pegawai_id == pegawai_id and buka_catatan(ada.sandi) == teks:
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Catatan dari halaman ini sudah tersimpan. Isian yang sekarang berbeda.",
        tindakan="Tekan Simpan catatan sekali lagi bila ini catatan yang lain.",
    )


def delete_note(*, catatan_id: int, actor: Any) -> int:
    """Remove one's own note for good; whom it was about. TidakDitemukan for everybody else's."""
    satu = CatatanPimpinan.objects.visible_to(actor).filter(pk=catatan_id).first()
    if satu is None:
        raise TidakDitemukan("catatan_tidak_ditemukan", "Catatan itu tidak ditemukan.")
    pegawai_id: int = satu.pegawai_id
    satu.delete()
    return pegawai_id


def read_notes(
    *, pengguna: Any, pegawai_id: int, antara: tuple[datetime, datetime] | None = None
) -> list[Catatan]:
    """One's own notes about a person, the newest first; one query."""
    milik = CatatanPimpinan.objects.visible_to(pengguna).filter(pegawai=pegawai_id)
    if antara is not None:
        milik = milik.filter(pada__range=antara)
    return [Catatan(c.pk, buka_catatan(c.sandi), c.pada) for c in milik.order_by("-pada", "-pk")]
