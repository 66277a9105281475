"""Flow 13: an operator fills in for somebody without signal; without the person's yes nothing is sent.

The yes is a code that the person reads out, a sheet that they signed, or their own press in the portal
(`realisasi.kirim_realisasi`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import Bentrok, TidakDitemukan
from kinerja.enums import StatusPengisian
from kinerja.models import PengisianRealisasi
from kinerja.services.realisasi import (
    ambil,
    catat_pengisian,
    siap_dikirim,
    tandai_dikirim,
    yang_diisi,
)
from pegawai.enums import CaraKonfirmasi
from pegawai.models import Bukti
from pegawai.services.bukti import hapus_bukti, simpan_bukti
from pegawai.services.kode_konfirmasi import (
    boleh_menyampaikan,
    hapus_kode,
    kode_baru,
    salah_kode,
)

_MINTA_BARU: Final = "Minta pegawai membuka lagi Kinerja saya dan menekan Tampilkan kode."


@transaction.atomic
def minta_konfirmasi(
    *, pengisian_id: int, alasan: str, actor: Any, at: datetime, kanal: str
) -> PengisianRealisasi:
    """Check at once what the person could not send: a gap, or no reason for being late."""
    pengisian = _yang_diisikan(pengisian_id, actor)
    siap_dikirim(pengisian, pengisian.skp, alasan)
    pengisian.save(update_fields=["alasan_terlambat"])
    catat_pengisian(pengisian, "minta_konfirmasi", actor, kanal)
    return pengisian


@transaction.atomic
def terbitkan_kode(*, pengisian_id: int, actor: Any, at: datetime, kanal: str, keperluan: str = "") -> str:
    """A new code for the person, or read out to them by HR who did not fill it in and knows who it is."""
    pengisian = _menunggu(PengisianRealisasi.objects.visible_to(actor), pengisian_id)
    if pengisian.skp.pegawai_id != actor.pegawai_id:
        _pastikan_boleh_menyampaikan(pengisian, actor, keperluan)
    kode = kode_baru(pengisian, ruang=_ruang(pengisian), at=at)
    catat_pengisian(pengisian, "terbitkan_kode", actor, kanal)
    return kode


def _pastikan_boleh_menyampaikan(pengisian: PengisianRealisasi, actor: Any, keperluan: str) -> None:
    if not PengisianRealisasi.objects.dikelola(actor).filter(pk=pengisian.pk).exists():
        raise _tiada()
    boleh_menyampaikan(pengisi_id=pengisian.diisikan_oleh_id, actor=actor, keperluan=keperluan)


def konfirmasi_dengan_kode(
    *, pengisian_id: int, kode: str, actor: Any, at: datetime, kanal: str
) -> PengisianRealisasi:
    """The code that the person read out, typed by whoever filled it in: now it is with the atasan.

    A wrong one is counted whatever happens next.
    """
    with transaction.atomic():
        pengisian = _yang_diisikan(pengisian_id, actor)
        salah = salah_kode(pengisian, kode, ruang=_ruang(pengisian), at=at, baru=_MINTA_BARU)
        if salah is None:
            _sahkan(pengisian, CaraKonfirmasi.KODE, actor, at, kanal)
    # Raised after the count is kept: inside, the transaction would forget it.
    if salah is not None:
        raise salah
    return pengisian


@transaction.atomic
def konfirmasi_dengan_kertas(
    *, pengisian_id: int, berkas: Any, actor: Any, at: datetime, kanal: str
) -> PengisianRealisasi:
    """A sheet that the person signed, photographed."""
    pengisian = _yang_diisikan(pengisian_id, actor)
    siap_dikirim(pengisian, pengisian.skp, pengisian.alasan_terlambat)
    pengisian.kertas = simpan_bukti(berkas=berkas, pengguna=actor, at=at)
    _sahkan(pengisian, CaraKonfirmasi.KERTAS, actor, at, kanal)
    return pengisian


@transaction.atomic
def tolak_isian(*, pengisian_id: int, actor: Any, at: datetime, kanal: str) -> None:
    """The person never asked for it: what was filled in for them goes, with its evidence."""
    pengisian = _menunggu(PengisianRealisasi.objects.milik(actor), pengisian_id)
    berkas: list[Bukti] = [b.berkas for b in pengisian.bukti_dukung.select_related("berkas") if b.berkas]
    pengisian.bukti_dukung.all().delete()
    hapus_bukti(*berkas)
    pengisian.realisasi.all().delete()
    pengisian.status, pengisian.diisikan_oleh, pengisian.isi_pada = StatusPengisian.DRAF, None, None
    pengisian.alasan_terlambat, pengisian.versi = "", pengisian.versi + 1
    hapus_kode(pengisian)
    pengisian.save()
    catat_pengisian(pengisian, "tolak_isian", actor, kanal)


def _sahkan(
    pengisian: PengisianRealisasi, cara: CaraKonfirmasi, actor: Any, at: datetime, kanal: str
) -> None:
    siap_dikirim(pengisian, pengisian.skp, pengisian.alasan_terlambat)
    tandai_dikirim(pengisian, cara=cara, at=at)
    catat_pengisian(pengisian, "konfirmasi_realisasi", actor, kanal)


def _yang_diisikan(pengisian_id: int, actor: Any) -> PengisianRealisasi:
    """What `actor` filled in for somebody whom they still serve, with everything held; the cycle runs."""
    ada = PengisianRealisasi.objects.dibantu(actor).filter(pk=pengisian_id).first()
    if ada is None:
        raise _tiada()
    skp, siklus = yang_diisi(skp_id=ada.skp_id, siklus_id=ada.siklus_id, actor=actor)
    pengisian = ambil(skp, siklus)
    _harus_menunggu(pengisian)
    return pengisian


def _menunggu(semua: Any, pengisian_id: int) -> PengisianRealisasi:
    terkunci = semua.select_for_update(of=("self",), no_key=True).select_related("skp", "siklus")
    pengisian: PengisianRealisasi | None = terkunci.filter(pk=pengisian_id).first()
    if pengisian is None:
        raise _tiada()
    _harus_menunggu(pengisian)
    return pengisian


def _harus_menunggu(pengisian: PengisianRealisasi) -> None:
    if pengisian.status != StatusPengisian.MENUNGGU_KONFIRMASI:
        raise Bentrok("tidak_menunggu", "Realisasi ini tidak menunggu konfirmasi lagi.")


def _tiada() -> TidakDitemukan:
    return TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")


def _ruang(pengisian: PengisianRealisasi) -> str:
    return f"realisasi:{pengisian.pk}"
