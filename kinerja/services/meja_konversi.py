"""Conversions of angka kredit that wait for the signature of an atasan penilai."""

from datetime import date
from typing import Any, NamedTuple

from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities


class BarisKonversi(NamedTuple):
    """A draft conversion of one direct report; `lalu` is the form signed before its ground changed."""

    siapa: Identitas
    konversi: KonversiAngkaKredit
    lalu: KonversiAngkaKredit | None


def conversion_desk(*, pengguna: Any, per: date) -> list[BarisKonversi]:
    """Conversions that wait for the signature of `pengguna`, whatever their year; three queries."""
    bawahan = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    menunggu = list(
        KonversiAngkaKredit.objects.filter(status=StatusKonversi.DRAF, pegawai__in=bawahan)
        .select_related("siklus")
        .order_by("pegawai__nama", "pegawai_id", "tahun", "mulai")
    )
    siapa = identities(Pegawai.objects.filter(pk__in={k.pegawai_id for k in menunggu}), per=per)
    lalu = _pernah_ditandatangani(menunggu)
    return [BarisKonversi(siapa[k.pegawai_id], k, lalu.get(k.pk)) for k in menunggu]


def _pernah_ditandatangani(konversi: list[KonversiAngkaKredit]) -> dict[int, KonversiAngkaKredit]:
    """The last signed form of each, by id of the conversion."""
    sejarah = KonversiAngkaKredit.history.filter(
        id__in=[k.pk for k in konversi], status=StatusKonversi.DITANDATANGANI
    )
    return {k.id: k for k in sejarah.order_by("history_id")}
