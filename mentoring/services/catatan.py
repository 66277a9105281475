"""Notes of a pair: shared ones read by both, private ones by who wrote them. Nobody else, by no door.

Nothing here leaves a line on the trail: that a note exists is private too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.sandi import buka_catatan, kunci_sandi
from mentoring.models import CatatanBersama, CatatanPribadi
from mentoring.services.berdua import hold_running

CATATAN_TERPANJANG: Final = 2000
_C = TypeVar("_C", CatatanBersama, CatatanPribadi)


class Catatan(NamedTuple):
    pk: int
    isi: str
    penulis: str
    milik: bool
    pada: datetime


@transaction.atomic
def add_shared(*, pasangan_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> CatatanBersama:
    """A note for both. A second click writes no second one; Bentrok for other words of the same page.

    TidakDitemukan for who is none of the two, DomainError once the pair has ended, or for no words.
    """
    return _add(CatatanBersama, pasangan_id, isi, kunci, actor, at)


@transaction.atomic
def add_private(*, pasangan_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> CatatanPribadi:
    """A note for oneself, refused like `add_shared`."""
    return _add(CatatanPribadi, pasangan_id, isi, kunci, actor, at)


def delete_note(*, catatan_id: int, pribadi: bool, actor: Any) -> int:
    """Remove one's own note for good; of which pair it was. TidakDitemukan for everybody else's."""
    model: Any = CatatanPribadi if pribadi else CatatanBersama
    milik = model.objects.visible_to(actor).filter(pk=catatan_id, penulis=actor.pegawai_id)
    catatan = milik.first()
    if catatan is None:
        raise TidakDitemukan("catatan_tidak_ditemukan", "Catatan itu tidak ditemukan.")
    pasangan_id: int = catatan.pasangan_id
    catatan.delete()
    return pasangan_id


def read_shared(*, pengguna: Any, pasangan_id: int) -> list[Catatan]:
    """What the two wrote for each other, the newest first; one query."""
    return _read(CatatanBersama.objects.visible_to(pengguna), pengguna, pasangan_id)


def read_private(*, pengguna: Any, pasangan_id: int) -> list[Catatan]:
    """What the reader wrote for themself, the newest first; one query."""
    return _read(CatatanPribadi.objects.visible_to(pengguna), pengguna, pasangan_id)


def clean_words(isi: str, *, terpanjang: int = CATATAN_TERPANJANG) -> str:
    """The words of a note; DomainError for none, or too many."""
    teks = isi.strip()
    if not teks:
        raise DomainError("catatan_kosong", "Isi catatan.")
    if len(teks) > terpanjang:
        batas, kini = (f"{n:,}".replace(",", ".") for n in (terpanjang, len(teks)))
        raise DomainError("catatan_panjang", f"Catatan paling banyak {batas} huruf. Sekarang {kini}.")
    return teks


def _add(model: type[_C], pasangan_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> _C:
    pasangan = hold_running(pasangan_id=pasangan_id, pengguna=actor)
    teks = clean_words(isi)
    ada = model._default_manager.filter(penulis=actor.pegawai_id, kunci=kunci).first()
    if ada is None:
        return model._default_manager.create(
            pasangan=pasangan, penulis_id=actor.pegawai_id, sandi=kunci_sandi(teks), kunci=kunci, pada=at
        )
    if ada.pasangan_id != pasangan.pk or buka_catatan(ada.sandi) != teks:
        raise Bentrok(
            "sudah_terkirim",
            "Catatan dari halaman ini sudah tersimpan. Isian yang sekarang berbeda.",
            tindakan="Tekan Simpan catatan sekali lagi bila ini catatan yang lain.",
        )
    return ada


def _read(terbaca: Any, pengguna: Any, pasangan_id: int) -> list[Catatan]:
    semua = terbaca.filter(pasangan=pasangan_id).select_related("penulis").order_by("-pada", "-pk")
    diri = pengguna.pegawai_id
    return [
        Catatan(c.pk, buka_catatan(c.sandi), c.penulis.nama_gelar, c.penulis_id == diri, c.pada)
        for c in semua
    ]
