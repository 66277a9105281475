"""Rating anew after an objection: the pejabat penilai opens the appraisal again, nobody else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import DINILAI_ULANG, StatusKeberatan, StatusPenilaian, SumberPenilaian
from kinerja.models import Keberatan, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.hasil import Hasil
from kinerja.services.keberatan import ambil_terkunci, catat_keberatan
from kinerja.services.penilai import rated_anew_by


def waits_for_rating(keberatan: Keberatan) -> bool:
    """Whether the pejabat penilai has not rated anew yet; an import of a newer result ends it too."""
    hasil = keberatan.hasil
    lama = hasil.versi == keberatan.versi_hasil or hasil.status == StatusPenilaian.DRAF
    return keberatan.putusan in DINILAI_ULANG and lama


def rated_elsewhere(hasil: Hasil) -> bool:
    """Whether the result came from outside: it is put right there and imported again."""
    return hasil.sumber != SumberPenilaian.DI_SINI


@transaction.atomic
def reopen_for_objection(*, keberatan_id: int, actor: Any, at: datetime) -> Hasil:
    """Set the appraisal back to a draft for its pejabat penilai to rate anew. History keeps the old one.

    Drafts of angka kredit made of it go (a signed conversion stays until there is a new predikat, see
    `angka_kredit`). Until it is announced again it is no fact and nobody but the rater reads it. Raises
    TidakBoleh for anyone but its pejabat penilai (`rated_anew_by`), Bentrok when it is open or changed
    already, DomainError `dinilai_di_ekinerja` for an imported result.
    """
    keberatan = Keberatan.objects.filter(pk=keberatan_id).first() or ambil_terkunci(keberatan_id)
    rated_anew_by(hasil=keberatan.hasil, actor=actor)
    keberatan = ambil_terkunci(keberatan_id)
    if keberatan.status != StatusKeberatan.DIPUTUSKAN or keberatan.putusan not in DINILAI_ULANG:
        raise DomainError("tidak_dinilai_ulang", "Keberatan ini tidak meminta penilaian ulang.")
    hasil: Hasil = type(keberatan.hasil).objects.select_for_update().get(pk=keberatan.hasil.pk)
    if rated_elsewhere(hasil):
        raise DomainError(
            "dinilai_di_ekinerja",
            "Hasil ini berasal dari luar sistem ini.",
            tindakan="Perbaiki di e-Kinerja BKN. Hasil barunya diimpor ke sini.",
        )
    if keberatan.dinilai_ulang_pada is not None and hasil.status == StatusPenilaian.DRAF:
        return hasil
    if hasil.versi != keberatan.versi_hasil or hasil.status != StatusPenilaian.DITETAPKAN:
        raise Bentrok("sudah_dinilai_ulang", "Penilaian ini sudah berubah sesudah keberatan diajukan.")
    _buka(hasil)
    keberatan.dinilai_ulang_pada = at
    keberatan.save(update_fields=["dinilai_ulang_pada"])
    tahun = hasil.tahun if isinstance(hasil, Penilaian) else hasil.siklus.tahun
    konversikan(pegawai_ids=[hasil.pegawai_id], tahun=tahun, at=at)
    catat_keberatan(keberatan, "buka_nilai_ulang", actor)
    return hasil


def _buka(hasil: Hasil) -> None:
    hasil.status = StatusPenilaian.DRAF
    hasil.ditetapkan_oleh, hasil.ditetapkan_pada, hasil.diumumkan_pada = None, None, None
    hasil.versi += 1
    hasil.diubah_pada = sekarang()
    hasil._change_reason = "Dinilai ulang sesudah keberatan"  # type: ignore[union-attr]
    hasil.save()
