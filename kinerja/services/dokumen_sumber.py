"""What papers of angka kredit are made of: the last PAK, the conversions after it, the PAK before."""

from __future__ import annotations

from typing import Any

from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit
from kinerja.querysets import paper_readers
from kinerja.reports.angka_kredit import Akumulasi, Penetapan
from pegawai.models import Pegawai


def accumulation_of(pengguna: Any, pegawai: Pegawai | int) -> Akumulasi | None:
    """The accumulation of one person; None when there is nothing to add up, or not for `pengguna`."""
    pk = pegawai.pk if isinstance(pegawai, Pegawai) else pegawai
    satu = Pegawai.objects.select_related("instansi", "unit").filter(pk=pk)
    orang = paper_readers(satu, pengguna).first()
    if orang is None:
        return None
    pak = PenetapanAngkaKredit.objects.filter(pegawai=orang).order_by("-sampai").first()
    semua = KonversiAngkaKredit.objects.filter(pegawai=orang).select_related("ditandatangani_oleh")
    sesudah = [k for k in semua.order_by("mulai") if pak is None or k.mulai > pak.sampai]
    sah = [k for k in sesudah if k.status == StatusKonversi.DITANDATANGANI]
    if pak is None and not sah:
        return None
    return Akumulasi(orang, pak, sah, len(sesudah) - len(sah))


def pak_with_before(pak: PenetapanAngkaKredit) -> Penetapan:
    """A PAK beside the one before it in the same jenjang and what was signed between them."""
    semua = PenetapanAngkaKredit.objects.filter(pegawai=pak.pegawai_id, jenjang=pak.jenjang)
    lalu = semua.filter(sampai__lt=pak.sampai).order_by("-sampai").first()
    konversi = KonversiAngkaKredit.objects.filter(
        pegawai=pak.pegawai_id,
        jenjang=pak.jenjang,
        status=StatusKonversi.DITANDATANGANI,
        mulai__lte=pak.sampai,
    )
    if lalu is not None:
        konversi = konversi.filter(mulai__gt=lalu.sampai)
    return Penetapan(pak, lalu, list(konversi.order_by("mulai")))
