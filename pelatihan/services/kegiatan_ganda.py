"""The same activity twice: in another report of the person, or in the ledger, whoever wrote it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Q

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from pegawai.models import PengembanganKompetensi
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri

_TIDAK_BERLAKU: Final = (StatusKegiatan.DITOLAK, StatusKegiatan.DITARIK)
#: Shorter than this it is a dash or a word, not a number.
NOMOR_TERPENDEK: Final = 4


def pastikan_sekali(*, pegawai_id: int, isi: Mapping[str, Any], kecuali: int | None = None) -> None:
    """DomainError `kegiatan_ganda` for another report or a line of the ledger about the same activity.

    Same name and last day, or same certificate number. `kecuali`: the report that is asking.
    """
    laporan = KegiatanMandiri.objects.filter(_calon(isi, "selesai"), pegawai=pegawai_id)
    for k in laporan.exclude(pk=kecuali).exclude(status__in=_TIDAK_BERLAKU):
        if _sama(isi, k.nama, k.selesai, k.nomor_sertifikat):
            raise _ganda(f"{k.nama}, {kata.tanggal(k.selesai)}", f"sudah dilaporkan ({_keadaan(k)})")
    pastikan_belum_tercatat(pegawai_id=pegawai_id, isi=isi)


def pastikan_belum_tercatat(*, pegawai_id: int, isi: Mapping[str, Any]) -> None:
    """DomainError `kegiatan_ganda` when the ledger has the activity."""
    buku = PengembanganKompetensi.objects.filter(_calon(isi, "tanggal_selesai"), pegawai=pegawai_id)
    for b in buku:
        if _sama(isi, b.nama, b.tanggal_selesai, b.nomor_sertifikat):
            asal = f" dari {b.sumber}" if b.sumber else ""
            raise _ganda(f"{b.nama}, {kata.tanggal(b.tanggal_selesai)}", f"sudah tercatat {b.jp} JP{asal}")


def _calon(isi: Mapping[str, Any], hari: str) -> Q:
    calon = Q(**{hari: isi["selesai"]})
    return calon | ~Q(nomor_sertifikat="") if certificate_key(isi["nomor_sertifikat"]) else calon


def _sama(isi: Mapping[str, Any], nama: str, selesai: Any, nomor: str) -> bool:
    nomor_isi = certificate_key(isi["nomor_sertifikat"])
    if nomor_isi and nomor_isi == certificate_key(nomor):
        return True
    return bool(selesai == isi["selesai"] and _nama(nama) == _nama(isi["nama"]))


def _nama(teks: str) -> str:
    return " ".join(teks.casefold().split())


def certificate_key(teks: str) -> str:
    """Letters and digits only; empty for what is no number."""
    polos = "".join(h for h in teks.casefold() if h.isalnum())
    return polos if len(polos) >= NOMOR_TERPENDEK and any(h.isdigit() for h in polos) else ""


def _keadaan(k: KegiatanMandiri) -> str:
    return kata.huruf_kecil_awal(k.get_status_display())


def _ganda(apa: str, bagaimana: str) -> DomainError:
    return DomainError(
        "kegiatan_ganda",
        f"Kegiatan ini {bagaimana}: {apa}.",
        tindakan="Bila kegiatannya memang lain, bedakan nama, hari terakhir, atau nomor sertifikatnya.",
    )
