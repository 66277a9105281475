"""The list of people as a file, exactly as filtered."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Tabel
from asn_karier.lib.situs import KANAL
from pegawai.models import Pegawai
from pegawai.reports import nominatif

KEPALA: Final = (*nominatif.KEPALA, "NIP atasan penilai")


def tabel_nominatif(daftar: QuerySet[Any], *, pengguna: Any) -> Tabel:
    """The list as PegawaiAdmin annotates it; everybody gets a trail row before the first byte leaves."""
    ids = list(daftar.order_by().values_list("pk", flat=True))
    catat_baca(pengguna=pengguna, pegawai_ids=ids, kanal=KANAL, tindakan="unduh", keperluan="Nominatif")
    waktu = kata.waktu(timezone.localtime())
    keterangan = (
        ("Isi", f"Nominatif pegawai, {len(ids)} orang"),
        ("Sumber", "Data kepegawaian Karier ASN (impor SIASN dan perbaikan pengelola)"),
        ("Diunduh", f"{waktu} oleh {pengguna}"),
    )
    # An atasan outside the scope stays a blank: their NIP is not the downloader's to read.
    atasan = Pegawai.objects.visible_to(pengguna).filter(pk=OuterRef("atasan_id")).order_by()
    beratasan = daftar.annotate(nip_atasan=Subquery(atasan.values("nip")[:1]))
    baris = nominatif.baris_nominatif(beratasan, "nip_atasan")
    return Tabel("nominatif-pegawai", KEPALA, baris, keterangan, lembar="Nominatif")
