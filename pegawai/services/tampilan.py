"""Saved views of the list of people: a name for a filter, one's own or shared in the instansi."""

from __future__ import annotations

from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.models import Instansi, TampilanTersimpan

NAMA_TERPANJANG: Final = 60
SARINGAN_TERPANJANG: Final = 500


def save_tampilan(*, nama: str, saringan: str, bagikan: bool, actor: Any) -> TampilanTersimpan:
    """Store a view; DomainError `tampilan_...`. Only HR of an instansi shares one with its colleagues."""
    nama = " ".join(nama.split())
    if not nama or len(nama) > NAMA_TERPANJANG:
        raise DomainError("tampilan_nama", f"Isi nama tampilan, paling banyak {NAMA_TERPANJANG} huruf.")
    if not saringan or len(saringan) > SARINGAN_TERPANJANG:
        raise DomainError("tampilan_saringan", "Saring dahulu daftarnya, lalu simpan tampilannya.")
    instansi = Instansi.objects.dikelola(actor).first() if bagikan else None
    if bagikan and instansi is None:
        raise DomainError("tampilan_bagikan", "Tampilan dibagikan oleh pengelola kepegawaian instansi.")
    try:
        with transaction.atomic():
            return TampilanTersimpan.objects.create(
                pemilik=actor, instansi=instansi, nama=nama, saringan=saringan
            )
    except IntegrityError as galat:
        raise Bentrok("tampilan_ada", f"Anda sudah punya tampilan bernama «{nama}».") from galat


def delete_tampilan(*, pk: int, actor: Any) -> str:
    """Remove one's own view; somebody else's looks as if it were not there."""
    milik = TampilanTersimpan.objects.filter(pk=pk, pemilik=actor).first()
    if milik is None:
        raise TidakDitemukan("tampilan_tiada", "Tampilan ini tidak ditemukan.")
    nama: str = milik.nama
    milik.delete()
    return nama
