"""What BKN answered to a proposal: returned, refused, or an SK that writes the new pangkat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import F

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import StatusRekomendasi, StatusUsul
from karier.kamus import LABEL
from karier.kamus.usul import DOKUMEN
from karier.models import Rekomendasi, UsulKenaikanPangkat
from karier.services.usul import lepas_foto, simpan_usul, tahan_orang
from pegawai.services.pangkat import PangkatBaru, record_pangkat

#: What an answer makes of the recommendation.
_REKOMENDASI: Final = {
    StatusUsul.DIUSULKAN: StatusRekomendasi.DITETAPKAN,
    StatusUsul.BTS: StatusRekomendasi.DITETAPKAN,
    StatusUsul.TMS: StatusRekomendasi.DITOLAK,
    StatusUsul.SK_TERBIT: StatusRekomendasi.TERLAKSANA,
}


class Jawaban(NamedTuple):
    """One answer of BKN. `sk` only with SK_TERBIT; `masih`: the status is no news, so that what the person
    was asked for stays asked."""

    status: StatusUsul
    tanggal: date
    alasan: str = ""
    dokumen: str = ""
    nomor_pertek: str = ""
    tanggal_pertek: date | None = None
    sk: PangkatBaru | None = None
    tanggal_sk: date | None = None
    masih: bool = False


def periksa_jawaban(usul: UsulKenaikanPangkat, jawaban: Jawaban) -> None:
    """DomainError `usul_...` when this answer cannot follow on where the proposal stands."""
    if usul.status == StatusUsul.DIURUNGKAN:
        raise DomainError(
            "usul_diurungkan",
            "Usul ini sudah diurungkan di sini.",
            tindakan="Tetapkan lagi sebagai usulan bila usulnya memang dikirim.",
        )
    # An SK that a run found in the records has no number yet: the list of BKN may bring it.
    if usul.status == StatusUsul.SK_TERBIT and (usul.nomor_sk or jawaban.sk is None):
        raise DomainError(
            "usul_selesai",
            "SK untuk usul ini sudah tercatat.",
            tindakan="Perbaiki lewat riwayat pangkat bila SK-nya keliru.",
        )
    if jawaban.status in (StatusUsul.BTS, StatusUsul.TMS) and not jawaban.alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan BKN.")
    if jawaban.dokumen and jawaban.dokumen not in DOKUMEN:
        raise DomainError("dokumen_tak_dikenal", "Pilih dokumen dari daftar.")
    if jawaban.sk is not None and jawaban.sk.golongan != int(usul.rekomendasi.sasaran):
        raise DomainError(
            "usul_golongan_lain",
            "Golongan pada SK tidak sama dengan golongan yang diusulkan.",
            tindakan="Cocokkan dengan SK aslinya. Bila SK-nya benar, catat lewat riwayat pangkat.",
        )
    if jawaban.status is StatusUsul.SK_TERBIT and (jawaban.sk is None or not jawaban.sk.nomor_sk.strip()):
        raise DomainError("sk_kosong", "Nomor SK belum diisi.", tindakan="Isi nomor dan tanggal SK.")


@transaction.atomic
def catat_jawaban(
    *, usul_id: int, jawaban: Jawaban, versi: int, actor: Any, at: datetime, kanal: str = "admin"
) -> UsulKenaikanPangkat:
    """Record one answer by hand.

    TidakDitemukan outside the actor's people, TidakBoleh about oneself, Bentrok when `versi` is not the
    present one, DomainError as `periksa_jawaban` and `record_pangkat`.
    """
    tahan_orang(Rekomendasi.objects.filter(usul=usul_id))
    usul: UsulKenaikanPangkat | None = (
        UsulKenaikanPangkat.objects.dikelola(actor)
        .select_for_update(of=("self",))
        .select_related("rekomendasi")
        .filter(pk=usul_id)
        .first()
    )
    if usul is None:
        raise TidakDitemukan("usul_tidak_ditemukan", "Usul ini tidak ditemukan dalam lingkup Anda.")
    if usul.pegawai_id == actor.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat mencatat jawaban BKN untuk usul Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk mencatatnya.",
        )
    if usul.versi != versi:
        raise Bentrok(
            "versi_berubah",
            f"Usul ini berubah sejak Anda buka. Sekarang: {LABEL[StatusUsul][StatusUsul(usul.status)]}.",
            tindakan="Muat ulang halaman, periksa keadaan terbarunya, lalu catat kembali bila masih perlu.",
        )
    periksa_jawaban(usul, jawaban)
    tulis_jawaban([(usul, jawaban)], actor=actor, at=at, sumber="Catatan petugas", kanal=kanal)
    return usul


def tulis_jawaban(
    pasangan: Sequence[tuple[UsulKenaikanPangkat, Jawaban]],
    *,
    actor: Any,
    at: datetime,
    sumber: str,
    kanal: str,
) -> None:
    """Write answers that `periksa_jawaban` let pass, with what follows from them. Needs a transaction."""
    for usul, j in pasangan:
        _isi(usul, j, sumber)
    # A file that is sent again keeps the photograph it was mended with; every other news ends its use.
    berita = (usul for usul, j in pasangan if not j.masih and j.status is not StatusUsul.DIUSULKAN)
    buang = lepas_foto(berita)
    simpan_usul([usul for usul, _ in pasangan], actor=actor, at=at, alasan=sumber, buang=buang)
    for status, tujuan in _REKOMENDASI.items():
        pks = [usul.rekomendasi_id for usul, j in pasangan if j.status is status]
        if pks:
            Rekomendasi.objects.filter(pk__in=pks).exclude(status=tujuan).update(
                status=tujuan, perlu_ditinjau=False, versi=F("versi") + 1
            )
    sk = [j.sk for _, j in pasangan if j.sk is not None]
    if sk:
        record_pangkat(pangkat=sk, actor=actor, at=at, sumber=f"SK kenaikan pangkat ({sumber})")
    menurut: dict[tuple[StatusUsul, str], list[int]] = defaultdict(list)
    for usul, j in pasangan:
        menurut[j.status, j.alasan].append(usul.pegawai_id)
    for (status, alasan), ids in menurut.items():
        catat_baca(pengguna=actor, pegawai_ids=ids, kanal=kanal, tindakan=f"usul_{status}", keperluan=alasan)


def align_rekomendasi(pegawai_ids: Iterable[int]) -> None:
    """The recommendations of these people say again what their proposals say. Needs a transaction."""
    for status, tujuan in _REKOMENDASI.items():
        beda = Rekomendasi.objects.filter(
            pegawai_id__in=pegawai_ids, usul__status=status, status__in=_REKOMENDASI.values()
        ).exclude(status=tujuan)
        beda.update(status=tujuan, versi=F("versi") + 1)


def _isi(usul: UsulKenaikanPangkat, j: Jawaban, sumber: str) -> None:
    if usul.status != j.status:
        usul.status, usul.tanggal_status = j.status, j.tanggal
    usul.alasan, usul.dokumen = j.alasan.strip()[:300], j.dokumen
    usul.nomor_pertek = j.nomor_pertek or usul.nomor_pertek
    usul.tanggal_pertek = j.tanggal_pertek or usul.tanggal_pertek
    if j.sk is not None:
        usul.nomor_sk, usul.tanggal_sk = j.sk.nomor_sk, j.tanggal_sk
    usul.sumber = sumber[:120]
    usul.versi += 1
