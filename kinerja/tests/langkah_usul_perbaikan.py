"""What tests of ideas share: the words of one, its trial, and the two answers of a leader."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.enums import AlasanBelum, ArahUkuran
from kinerja.models import UsulPerbaikan
from kinerja.services.usul_perbaikan import IsiUsul
from kinerja.services.usul_perbaikan_jawab import Uji, decline_idea, try_idea
from kinerja.tests.pabrik_usul_perbaikan import SAAT

ISI = IsiUsul("Diketik tiga kali.", "Satu formulir.", "Warga di loket.")
UJI = Uji(date(2026, 11, 5), "Lama menunggu", "menit", ArahUkuran.TURUN, Decimal(45), date(2026, 12, 5))


def coba(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"uji": UJI, "ucapan": "Terima kasih.", "versi": u.versi, "at": SAAT, **lain}
    return try_idea(usul_id=u.pk, actor=actor, **isi)


def belum(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"alasan": AlasanBelum.ANGGARAN, "kata": "Tahun depan.", "versi": u.versi, "at": SAAT, **lain}
    return decline_idea(usul_id=u.pk, actor=actor, **isi)


def segar(u: UsulPerbaikan) -> UsulPerbaikan:
    return UsulPerbaikan.objects.get(pk=u.pk)
