"""A leader who signs what the page shows."""

from datetime import date, datetime

from kinerja.models import KonversiAngkaKredit
from kinerja.services.angka_kredit import konversikan
from kinerja.services.tanda_tangan import Pilihan, fingerprint, sign_conversions
from pegawai.models import Pegawai, Pengguna


def terbaca(*konversi: KonversiAngkaKredit) -> list[Pilihan]:
    """What the confirm page of these sends along."""
    return [Pilihan(k.pk, fingerprint(k)) for k in konversi]


def teken(
    pegawai: Pegawai, atasan: Pengguna, at: datetime, mulai: date = date(2025, 1, 1)
) -> KonversiAngkaKredit:
    """The line of `pegawai` that begins on `mulai`, signed as it stands once its facts are followed."""
    konversikan(pegawai_ids=[pegawai.pk], tahun=mulai.year, at=at)
    konversi = KonversiAngkaKredit.objects.get(pegawai=pegawai, mulai=mulai)
    [hasil] = sign_conversions(pilihan=terbaca(konversi), actor=atasan, at=at)
    return hasil
