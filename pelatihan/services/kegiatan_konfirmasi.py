"""Flow 13: an operator enters an activity for somebody without signal; HR sees it once the person said yes.

The yes is a code that the person reads out, a sheet that they signed, or their own press in the portal.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import Bentrok
from pegawai.enums import CaraKonfirmasi
from pegawai.services.kode_konfirmasi import boleh_menyampaikan, hapus_kode, kode_baru, salah_kode
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import ambil_terkunci, catat_kegiatan, simpan_foto

_MINTA_BARU: Final = "Minta pegawai membuka lagi Catatan JP dan menekan Tampilkan kode."


@transaction.atomic
def terbitkan_kode(*, kegiatan_id: int, actor: Any, at: datetime, kanal: str, keperluan: str = "") -> str:
    """A new code for the person, or read out to them by HR who did not enter it and knows who it is."""
    kegiatan = ambil_terkunci(KegiatanMandiri.objects.visible_to(actor), kegiatan_id)
    _harus_menunggu(kegiatan)
    if kegiatan.pegawai_id != actor.pegawai_id:
        _pastikan_boleh_menyampaikan(kegiatan, actor, keperluan)
    kode = kode_baru(kegiatan, ruang=_ruang(kegiatan), at=at)
    catat_kegiatan(kegiatan, "terbitkan_kode", actor, kanal)
    return kode


def _pastikan_boleh_menyampaikan(kegiatan: KegiatanMandiri, actor: Any, keperluan: str) -> None:
    ambil_terkunci(KegiatanMandiri.objects.dikelola(actor), kegiatan.pk)
    boleh_menyampaikan(pengisi_id=kegiatan.oleh_id, actor=actor, keperluan=keperluan)


@transaction.atomic
def setujui_isian(*, kegiatan_id: int, actor: Any, at: datetime, kanal: str) -> KegiatanMandiri:
    """The person's own press; twice is once."""
    kegiatan = ambil_terkunci(KegiatanMandiri.objects.filter(pegawai=actor.pegawai_id or 0), kegiatan_id)
    if kegiatan.status == StatusKegiatan.MENUNGGU:
        return kegiatan
    _harus_menunggu(kegiatan)
    _sahkan(kegiatan, CaraKonfirmasi.SENDIRI, actor, at, kanal)
    return kegiatan


def konfirmasi_dengan_kode(
    *, kegiatan_id: int, kode: str, actor: Any, at: datetime, kanal: str
) -> KegiatanMandiri:
    """The code that the person read out, typed by whoever entered it. A wrong one is counted."""
    with transaction.atomic():
        kegiatan = _yang_diisikan(kegiatan_id, actor)
        salah = salah_kode(kegiatan, kode, ruang=_ruang(kegiatan), at=at, baru=_MINTA_BARU)
        if salah is None:
            _sahkan(kegiatan, CaraKonfirmasi.KODE, actor, at, kanal)
    # Raised after the count is kept: inside, the transaction would forget it.
    if salah is not None:
        raise salah
    return kegiatan


@transaction.atomic
def konfirmasi_dengan_kertas(
    *, kegiatan_id: int, berkas: Any, actor: Any, at: datetime, kanal: str
) -> KegiatanMandiri:
    """A sheet that the person signed, photographed; HR looks at the signature when verifying."""
    kegiatan = _yang_diisikan(kegiatan_id, actor)
    kegiatan.kertas = simpan_foto(berkas=berkas, actor=actor, at=at)
    _sahkan(kegiatan, CaraKonfirmasi.KERTAS, actor, at, kanal)
    return kegiatan


def _sahkan(kegiatan: KegiatanMandiri, cara: CaraKonfirmasi, actor: Any, at: datetime, kanal: str) -> None:
    kegiatan.status, kegiatan.cara, kegiatan.dikirim_pada = StatusKegiatan.MENUNGGU, cara, at
    kegiatan.versi += 1
    hapus_kode(kegiatan)
    kegiatan.save()
    catat_kegiatan(kegiatan, "konfirmasi_kegiatan", actor, kanal)


def _yang_diisikan(kegiatan_id: int, actor: Any) -> KegiatanMandiri:
    """What `actor` entered for somebody whom they still serve."""
    milik = KegiatanMandiri.objects.visible_to(actor).filter(oleh=actor).exclude(pegawai=actor.pegawai_id)
    kegiatan = ambil_terkunci(milik, kegiatan_id)
    _harus_menunggu(kegiatan)
    return kegiatan


def _harus_menunggu(kegiatan: KegiatanMandiri) -> None:
    if kegiatan.status != StatusKegiatan.MENUNGGU_KONFIRMASI:
        raise Bentrok("tidak_menunggu", "Laporan ini tidak menunggu konfirmasi lagi.")


def _ruang(kegiatan: KegiatanMandiri) -> str:
    return f"kegiatan:{kegiatan.pk}"
