"""Who prints which paper of performance, and who compares with SIASN."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Q

from kinerja.enums import StatusKonversi
from pegawai.querysets import (
    MilikPegawaiQuerySet,
)


def paper_readers(orang: Any, pengguna: Any) -> Any:
    """Of `orang` those whose papers `pengguna` may print: oneself, whom one rates, whom one serves as HR.

    Fewer than may see the person: no auditor, operator, mentor or program prints what somebody signed.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return orang.none()
    boleh = Q(pk__in=orang.dikelola(pengguna)) | Q(pk__in=orang.dinilai_oleh(pengguna))
    if pengguna.pegawai_id:
        boleh |= Q(pk=pengguna.pegawai_id)
    return orang.filter(boleh)


class BerkertasQuerySet(MilikPegawaiQuerySet):
    """Rows that stand on a paper of the person."""

    def dapat_dicetak(self, pengguna: Any) -> Self:
        """With the person, for who may print their papers."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(pegawai__in=paper_readers(pegawai.all(), pengguna))


class KonversiQuerySet(BerkertasQuerySet):
    def dapat_dicetak(self, pengguna: Any) -> Self:
        """Signed ones only: a draft counts as nothing and has no paper."""
        return super().dapat_dicetak(pengguna).filter(status=StatusKonversi.DITANDATANGANI)


class MilikPengelolaQuerySet(MilikPegawaiQuerySet):
    """What only HR of the person reads."""

    def visible_to(self, pengguna: Any) -> Self:
        return self.dikelola(pengguna)
