"""What participants think of a class (level 1): written by each, read without names and from five on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.errors import Bentrok, DomainError
from pegawai.services.profil import day_of
from pelatihan.enums import MENGIKUTI
from pelatihan.models import Pendaftaran, ReaksiPeserta
from pelatihan.rules.evaluasi import reaction_days
from pelatihan.services.materi import seat_locked

SKALA: Final = ("manfaat", "materi", "pengajar", "penyelenggaraan")
SARAN_TERPANJANG: Final = 1000


def given(pendaftaran: Pendaftaran) -> bool:
    return ReaksiPeserta.objects.filter(pendaftaran=pendaftaran).exists()


def why_not(pendaftaran: Pendaftaran, *, at: datetime) -> str:
    """Why this participant is not asked now, in a sentence; empty when they are."""
    masa, hari = reaction_days(pendaftaran.angkatan.selesai), day_of(pendaftaran.pegawai, at)
    if pendaftaran.status not in MENGIKUTI:
        return "Umpan balik diisi peserta yang mengikuti kelas ini."
    if hari < masa.dari:
        return f"Umpan balik dibuka {kata.tanggal(masa.dari)}, hari terakhir pelatihan."
    if hari > masa.sampai:
        return f"Umpan balik untuk kelas ini ditutup {kata.tanggal(masa.sampai)}."
    return ""


@transaction.atomic
def send_reaction(
    *, pendaftaran_id: int, skala: Mapping[str, int], saran: str, actor: Any, at: datetime
) -> ReaksiPeserta:
    """Say what one thinks, once; the same again is the same. `skala`: 1-5 for each of `SKALA`.

    No line on the trail: it would tell who wrote when. TidakDitemukan without a seat, Bentrok when other
    words were sent, DomainError outside the two weeks after the class.
    """
    kursi = seat_locked(pengguna=actor, pendaftaran_id=pendaftaran_id)
    isi: dict[str, Any] = {nama: skala[nama] for nama in SKALA} | {"saran": saran.strip()}
    ada = ReaksiPeserta.objects.filter(pendaftaran=kursi).first()
    if ada is not None:
        if any(getattr(ada, nama) != nilai for nama, nilai in isi.items()):
            raise Bentrok("umpan_balik_sudah", "Umpan balik Anda untuk kelas ini sudah terkirim.")
        return ada
    if alasan := why_not(kursi, at=at):
        raise DomainError("umpan_balik_tidak_terbuka", alasan)
    if not all(1 <= isi[nama] <= 5 for nama in SKALA) or len(isi["saran"]) > SARAN_TERPANJANG:
        raise DomainError("umpan_balik_tidak_cocok", "Pilih satu jawaban untuk tiap pernyataan.")
    return ReaksiPeserta.objects.create(pendaftaran=kursi, pada=at, **isi)
