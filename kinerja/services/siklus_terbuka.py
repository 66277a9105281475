"""A cycle in which people rate and fill in, held until the transaction of the writer ends."""

from __future__ import annotations

from asn_karier.lib.db import kunci_siklus
from asn_karier.lib.errors import DomainError
from kinerja.enums import BERJALAN, StatusSiklus, SumberKinerja
from kinerja.models import SiklusPenilaian


def hold_open_cycle(siklus: SiklusPenilaian, *, dinilai_ulang: bool = False) -> SiklusPenilaian:
    """The cycle as it stands now; it is not closed or announced before this transaction ends.

    Call it before any row is locked. `dinilai_ulang`: an objection asks for it, so a closed one will do.
    Raises DomainError `dinilai_di_ekinerja`, `siklus_ditutup`, `siklus_belum_dibuka`.
    """
    kunci_siklus(siklus.pk, bersama=True)
    kini: SiklusPenilaian = SiklusPenilaian.objects.get(pk=siklus.pk)
    if kini.sumber == SumberKinerja.EKINERJA:
        raise DomainError(
            "dinilai_di_ekinerja",
            f"{kini.nama} diisi di e-Kinerja BKN.",
            tindakan="Nilai di sana. Hasilnya diimpor ke sini, sehingga tidak diketik dua kali.",
        )
    if kini.status in BERJALAN or (dinilai_ulang and kini.status == StatusSiklus.DITUTUP):
        return kini
    if kini.status == StatusSiklus.DITUTUP:
        raise DomainError(
            "siklus_ditutup",
            f"{kini.nama} sudah ditutup.",
            tindakan="Hubungi pengelola kepegawaian bila masih ada yang perlu dinilai.",
        )
    raise DomainError(
        "siklus_belum_dibuka",
        f"{kini.nama} belum dibuka.",
        tindakan="Anda dapat menilai setelah pengelola kepegawaian membuka siklus.",
    )
