"""The letter that sends people to a class: one number, one signer, everybody chosen on it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError
from pegawai.models import PejabatPenandaTangan
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran, SuratTugas
from pelatihan.services.kursi import hold_class
from pelatihan.services.langkah import MEJA, as_hr, move
from pelatihan.services.persetujuan import BERJALAN

NOMOR_TERPANJANG: Final = 80


@transaction.atomic
def issue_surat_tugas(
    *,
    angkatan_id: int,
    nomor: str,
    tanggal: date,
    penanda_tangan: PejabatPenandaTangan,
    pendaftaran_ids: Collection[int],
    actor: Any,
    at: datetime,
) -> SuratTugas:
    """One letter for everybody chosen who is approved and has none. The same letter again is once.

    Bentrok for a number that this class has used, or when nobody chosen waits for a letter any more;
    DomainError without a number, or for a signer of another government or another day. The officer's own
    enrolment waits for a colleague.
    """
    isi, angkatan = _nomor(nomor), hold_class(angkatan_id)
    as_hr(angkatan, actor)
    lama = SuratTugas.objects.filter(angkatan=angkatan, nomor=isi).first()
    if lama is not None:
        return _same_letter(lama, pendaftaran_ids, actor)
    if angkatan.status not in BERJALAN:
        raise Bentrok("kelas_berakhir", f"Kelas ini {angkatan.get_status_display().lower()}.")
    require_signer(angkatan, penanda_tangan, tanggal)
    orang = _waiting(angkatan, pendaftaran_ids, actor)
    surat = SuratTugas.objects.create(
        angkatan=angkatan,
        nomor=isi,
        tanggal=tanggal,
        penanda_tangan=penanda_tangan,
        dibuat_oleh=actor,
        dibuat_pada=at,
    )
    for p in orang:
        p.surat_tugas = surat
        move(p, StatusPendaftaran.SURAT_TUGAS, oleh=actor, at=at, kanal=MEJA)
    _catat(surat, actor, len(orang))
    return surat


def _nomor(teks: str) -> str:
    isi = " ".join(teks.split())
    if not isi or len(isi) > NOMOR_TERPANJANG:
        raise DomainError("nomor_surat", f"Isi nomor surat, paling banyak {NOMOR_TERPANJANG} huruf.")
    return isi


def _same_letter(lama: SuratTugas, pendaftaran_ids: Collection[int], actor: Any) -> SuratTugas:
    """A second press; of those chosen nobody waits for a letter any more but whom the first left out too."""
    dikirim = set(lama.pendaftaran.values_list("pk", flat=True))
    if dikirim <= set(pendaftaran_ids) and not _chosen(lama.angkatan, pendaftaran_ids, actor).exists():
        return lama
    raise Bentrok(
        "nomor_terpakai", f"Nomor {lama.nomor} sudah dipakai kelas ini.", tindakan="Isi nomor lain."
    )


def require_signer(angkatan: Angkatan, pejabat: PejabatPenandaTangan, tanggal: date) -> None:
    """DomainError for somebody who signs nothing of this government on that day."""
    berlaku = PejabatPenandaTangan.objects.filter(instansi=angkatan.instansi_id).pada(tanggal)
    if not berlaku.filter(pk=pejabat.pk).exists():
        raise DomainError(
            "penanda_tangan",
            "Pejabat itu tidak menandatangani surat instansi ini pada tanggal tersebut.",
            tindakan="Pilih pejabat lain, atau periksa tanggal suratnya.",
        )


def _chosen(angkatan: Angkatan, pendaftaran_ids: Collection[int], actor: Any) -> QuerySet[Pendaftaran]:
    """Of those chosen who waits for a letter; the officer's own waits for a colleague."""
    menunggu = Pendaftaran.objects.filter(
        angkatan=angkatan, pk__in=pendaftaran_ids, status=StatusPendaftaran.DISETUJUI
    )
    return menunggu if actor.pegawai_id is None else menunggu.exclude(pegawai=actor.pegawai_id)


def _waiting(angkatan: Angkatan, pendaftaran_ids: Collection[int], actor: Any) -> list[Pendaftaran]:
    semua = _chosen(angkatan, pendaftaran_ids, actor).select_for_update(of=("self",), no_key=True)
    orang = list(semua.order_by("urut"))
    if not orang:
        raise Bentrok(
            "surat_kosong",
            "Tidak ada peserta terpilih yang menunggu surat tugas.",
            tindakan="Pilih peserta yang disetujui. Surat Anda sendiri diterbitkan rekan Anda.",
        )
    return orang


def _catat(surat: SuratTugas, actor: Any, banyak: int) -> None:
    catat(
        pengguna=actor,
        tindakan="terbitkan_surat_tugas",
        subjek_jenis="surat_tugas",
        subjek_id=surat.pk,
        kanal=MEJA,
        rincian={"angkatan": surat.angkatan_id, "nomor": surat.nomor, "jumlah": banyak},
    )
