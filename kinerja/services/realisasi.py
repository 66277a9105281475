"""Realisation of one period: typed by the person (or for them), sent to the atasan, returned with notes.

Nothing closes silently: after the last day it is sent with a reason; only HR closing the cycle ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.db import kunci_siklus
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import BERJALAN, PENGISIAN_TERBUKA, StatusPengisian, SumberKinerja
from kinerja.models import SKP, Indikator, PengisianRealisasi, SiklusPenilaian
from kinerja.models.realisasi import ALASAN_TERPANJANG
from kinerja.services.realisasi_isi import IsianIndikator, differs, leave_out_the_gone, write_rows
from kinerja.services.tenggat import Tenggat, filling_deadline
from pegawai.enums import CaraKonfirmasi
from pegawai.models import Pegawai
from pegawai.services.kode_konfirmasi import hapus_kode

_CATATAN_TERPANJANG: Final = 1000


@transaction.atomic
def simpan_isian(
    *,
    skp_id: int,
    siklus_id: int,
    isian: Sequence[IsianIndikator],
    versi: int | None,
    sejak: datetime,
    actor: Any,
    at: datetime,
    kanal: str,
) -> PengisianRealisasi:
    """Keep what was typed; nobody else reads it before it is sent.

    `versi`: what the page began with (0 or None: nothing yet). `sejak`: since when the server has these
    words (an autosaved draft), at most `at`. By somebody who serves the person (operator, HR) it waits for
    the person's yes. The same words again are no change. TidakDitemukan outside the scope, Bentrok when it
    changed, was sent, or the cycle is closed.
    """
    skp, siklus = yang_diisi(skp_id=skp_id, siklus_id=siklus_id, actor=actor)
    pengisian = _pengisian(skp, siklus, actor, at)
    sama = not differs(pengisian, isian)
    if pengisian.pk and versi_lain(pengisian, versi) and not sama:
        raise berubah()
    _jadi_milik(pengisian, actor)
    if not sama or pengisian.isi_pada is None:
        pengisian.isi_pada = min(sejak, at)
    pengisian.versi += 1 if pengisian.pk and not sama else 0
    hapus_kode(pengisian)
    pengisian.save()
    write_rows(pengisian, skp, {i.indikator_id: i for i in isian})
    catat_pengisian(pengisian, "isi_realisasi", actor, kanal)
    return pengisian


@transaction.atomic
def kirim_realisasi(
    *, skp_id: int, siklus_id: int, versi: int, alasan: str, actor: Any, at: datetime, kanal: str
) -> PengisianRealisasi:
    """Hand it to the atasan; also the person's yes, in the portal, to what an operator filled in.

    Bentrok `sudah_dikirim` for a second click; DomainError `realisasi_kosong`, `alasan_terlambat` (late
    without a reason), `skp_belum_dikirim`.
    """
    skp, siklus = yang_diisi(skp_id=skp_id, siklus_id=siklus_id, actor=actor)
    if skp.pegawai_id != actor.pegawai_id:
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")
    pengisian = ambil(skp, siklus)
    if versi_lain(pengisian, versi):
        raise berubah()
    siap_dikirim(pengisian, skp, alasan)
    tandai_dikirim(pengisian, cara=CaraKonfirmasi.SENDIRI, at=at)
    catat_pengisian(pengisian, "kirim_realisasi", actor, kanal)
    return pengisian


@transaction.atomic
def kembalikan_realisasi(
    *, pengisian_id: int, catatan: str, versi: int, actor: Any, at: datetime, kanal: str
) -> PengisianRealisasi:
    """The atasan of today sends it back with a note; the person improves it and sends it again."""
    semua = PengisianRealisasi.objects.dinilai_oleh(actor).filter(pk=pengisian_id)
    siklus = held_cycle(semua.values_list("siklus_id", flat=True).first() or 0)
    terkunci = semua.select_related("skp").select_for_update(of=("self",), no_key=True)
    pengisian: PengisianRealisasi | None = terkunci.first()
    if pengisian is None or siklus is None:
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")
    pengisian.siklus = siklus
    harus_berjalan(siklus)
    if versi_lain(pengisian, versi):
        raise berubah()
    if not catatan.strip():
        raise DomainError("catatan_kosong", "Tuliskan apa yang perlu diperbaiki.")
    pengisian.status, pengisian.catatan = (
        StatusPengisian.DIKEMBALIKAN,
        catatan.strip()[:_CATATAN_TERPANJANG],
    )
    pengisian.dikembalikan_oleh, pengisian.dikembalikan_pada = actor, at
    pengisian.versi += 1
    pengisian.save()
    catat_pengisian(pengisian, "kembalikan_realisasi", actor, kanal)
    return pengisian


# -- what every step asks -----------------------------------------------------------------------------


def yang_diisi(*, skp_id: int, siklus_id: int, actor: Any) -> tuple[SKP, SiklusPenilaian]:
    """The plan and the cycle, held in this order of locks: cycle, plan; for the person or who serves them."""
    siklus = held_cycle(siklus_id)
    rencana = SKP.objects.select_for_update(of=("self",), no_key=True)
    skp = rencana.select_related("pegawai__unit", "pegawai__instansi").filter(pk=skp_id).first()
    if skp is None or siklus is None or not is_due(skp, siklus) or not _boleh_mengisi(skp, actor):
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")
    harus_berjalan(siklus)
    return skp, siklus


def held_cycle(siklus_id: int) -> SiklusPenilaian | None:
    """Closing waits for who is in the middle of sending, and who comes after it finds it closed.

    Held together with everybody else who fills in: people do not wait for each other.
    """
    kunci_siklus(siklus_id, bersama=True)
    siklus: SiklusPenilaian | None = SiklusPenilaian.objects.filter(pk=siklus_id).first()
    return siklus


def is_due(skp: SKP, siklus: SiklusPenilaian) -> bool:
    """Whether a cycle asks for the realisation of this plan: typed here, same instansi, days in common."""
    masa = siklus.masa
    return (
        siklus.sumber == SumberKinerja.DI_SINI
        and siklus.instansi_id == skp.pegawai.instansi_id
        and skp.mulai <= masa.sampai
        and skp.sampai >= masa.mulai
    )


def _boleh_mengisi(skp: SKP, actor: Any) -> bool:
    if skp.pegawai_id == actor.pegawai_id:
        return True
    if actor.pegawai_id and actor.pegawai_id == skp.pegawai.atasan_id:
        raise TidakBoleh(
            "penilai_bukan_pengisi",
            "Atasan penilai tidak mengisikan realisasi pegawai yang dinilainya.",
            tindakan="Mintalah operator unit atau pengelola kepegawaian lain.",
        )
    return bool(Pegawai.objects.dibantu(actor).filter(pk=skp.pegawai_id).exists())


def harus_berjalan(siklus: SiklusPenilaian) -> None:
    if siklus.status not in BERJALAN:
        raise Bentrok(
            "siklus_ditutup",
            f"{siklus.nama} tidak menerima isian lagi.",
            tindakan="Hubungi pengelola kepegawaian bila masih perlu dikirim.",
        )


def ambil(skp: SKP, siklus: SiklusPenilaian) -> PengisianRealisasi:
    """What was filled in, held; Bentrok when it lies with the atasan already."""
    semua = PengisianRealisasi.objects.select_for_update(of=("self",), no_key=True)
    pengisian: PengisianRealisasi | None = semua.filter(skp=skp, siklus=siklus).first()
    if pengisian is None:
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini belum diisi.")
    pengisian.skp, pengisian.siklus = skp, siklus
    harus_terbuka(pengisian)
    return pengisian


def harus_terbuka(pengisian: PengisianRealisasi) -> None:
    if pengisian.status not in PENGISIAN_TERBUKA:
        raise Bentrok("sudah_dikirim", "Realisasi ini sudah dikirim ke atasan.")


def _pengisian(skp: SKP, siklus: SiklusPenilaian, actor: Any, at: datetime) -> PengisianRealisasi:
    """The row to write into; held with the plan, so that of two first saves the second finds it."""
    if not PengisianRealisasi.objects.filter(skp=skp, siklus=siklus).exists():
        return PengisianRealisasi(skp=skp, siklus=siklus, dibuat_pada=at)
    pengisian = ambil(skp, siklus)
    if skp.pegawai_id != actor.pegawai_id and pengisian.diisikan_oleh_id != actor.pk:
        raise Bentrok(
            "diisi_sendiri",
            "Pegawai ini atau petugas lain sudah mulai mengisi realisasi ini.",
            tindakan="Mintalah pegawai melanjutkannya sendiri, atau hubungi petugas itu.",
        )
    return pengisian


def _jadi_milik(pengisian: PengisianRealisasi, actor: Any) -> None:
    """What the person writes stands above what somebody entered for them and nobody confirmed."""
    if pengisian.skp.pegawai_id == actor.pegawai_id:
        if pengisian.status == StatusPengisian.MENUNGGU_KONFIRMASI:
            pengisian.status, pengisian.diisikan_oleh = StatusPengisian.DRAF, None
        return
    pengisian.status, pengisian.diisikan_oleh = StatusPengisian.MENUNGGU_KONFIRMASI, actor


def siap_dikirim(pengisian: PengisianRealisasi, skp: SKP, alasan: str) -> None:
    """DomainError in the words of the page for the first thing that is missing; keeps the reason."""
    if skp.dikirim_pada is None:
        raise DomainError(
            "skp_belum_dikirim",
            "SKP ini belum dikirim ke atasan.",
            tindakan="Kirim SKP dahulu, lalu kirim realisasinya.",
        )
    terisi = {r.indikator_id for r in pengisian.realisasi.all() if r.terisi}
    kosong = Indikator.objects.filter(hasil_kerja__skp=skp).exclude(pk__in=terisi).first()
    if kosong is not None:
        raise DomainError("realisasi_kosong", f"Isi realisasi untuk “{kosong.iki}”.")
    if not is_late(pengisian, filling_deadline(pengisian.siklus, skp.pegawai)):
        return
    if not alasan.strip():
        raise DomainError("alasan_terlambat", "Batas pengisian sudah lewat. Tuliskan alasannya.")
    pengisian.alasan_terlambat = alasan.strip()[:ALASAN_TERPANJANG]


def is_late(pengisian: PengisianRealisasi, tenggat: Tenggat) -> bool:
    """Whether what stands there came after the last day. What was sent before and returned is not late."""
    if pengisian.dikirim_pada is not None or pengisian.isi_pada is None:
        return False
    return tenggat.lewat(pengisian.isi_pada)


def tandai_dikirim(pengisian: PengisianRealisasi, *, cara: CaraKonfirmasi, at: datetime) -> None:
    leave_out_the_gone(pengisian)
    pengisian.status, pengisian.cara, pengisian.dikirim_pada = StatusPengisian.DIKIRIM, cara, at
    pengisian.catatan = ""
    pengisian.versi += 1
    hapus_kode(pengisian)
    pengisian.save()


def versi_lain(pengisian: PengisianRealisasi, versi: int | None) -> bool:
    return pengisian.versi != versi


def berubah() -> Bentrok:
    return Bentrok(
        "versi_lama",
        "Realisasi ini berubah sejak Anda membukanya. Isian Anda belum hilang.",
        tindakan="Bandingkan, lalu simpan lagi.",
    )


def catat_pengisian(pengisian: PengisianRealisasi, tindakan: str, actor: Any, kanal: str) -> None:
    """A line on the trail of the person: that it happened, not what it says."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=pengisian.skp.pegawai_id,
        kanal=kanal,
        keperluan=f"Realisasi {pengisian.siklus.nama}"[:200],
        rincian={"pengisian": pengisian.pk, "status": pengisian.status},
    )
