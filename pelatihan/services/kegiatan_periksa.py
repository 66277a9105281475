"""HR looks at a proof: accepted into the ledger, a new photograph asked for, or not accepted.

Nobody verifies their own, nor what they entered for somebody else. JP are credited by the rules of the day
on which they are credited (`pegawai.rules.pengakuan_jp`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.enums import BentukPengembangan
from pegawai.rules.pengakuan_jp import Kegiatan, Pengakuan
from pegawai.services.jp import credit_activity
from pegawai.services.profil import day_of
from pegawai.services.riwayat import CatatanJp, record_jp_bulk
from pegawai.services.sesudah_ubah import follow_now
from pegawai.services.urutan_kunci import tahan_pendahulu
from pelatihan.enums import StatusKegiatan
from pelatihan.kamus.jp import sebab_pembatas
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import ambil_terkunci, catat_kegiatan
from pelatihan.services.kegiatan_ganda import pastikan_belum_tercatat

CATATAN_TERPANJANG: Final = 180
_JEJAK: Final = {
    StatusKegiatan.FOTO_ULANG: "minta_foto_kegiatan",
    StatusKegiatan.DITOLAK: "tolak_kegiatan",
}


@transaction.atomic
def terima_kegiatan(
    *,
    kegiatan_id: int,
    versi: int,
    actor: Any,
    at: datetime,
    kanal: str,
    jp: int | None = None,
    catatan: str = "",
) -> KegiatanMandiri:
    """Accept: the ledger gets its line in the same transaction, and the person is judged anew.

    `jp`: what the proof says, where that is not what was claimed; then `catatan` says why. The rules may
    credit less. DomainError when the ledger has the activity by now; a second press changes nothing.
    """
    kegiatan = _yang_diperiksa(kegiatan_id, actor)
    if _sudah(kegiatan, StatusKegiatan.DITERIMA, versi, actor):
        return kegiatan
    _pastikan_menunggu(kegiatan, versi)
    pastikan_belum_tercatat(
        pegawai_id=kegiatan.pegawai_id,
        isi={k: getattr(kegiatan, k) for k in ("nama", "selesai", "nomor_sertifikat")},
    )
    menurut = kegiatan.jp_diklaim if jp is None else jp
    a = aturan_per(day_of(kegiatan.pegawai, at))
    hasil = credit(kegiatan, a, jp=menurut)
    kegiatan.jp_diakui = hasil.jp
    kegiatan.alasan = _mengapa(kegiatan, menurut, catatan, hasil, a)
    _tutup(kegiatan, StatusKegiatan.DITERIMA, "terima_kegiatan", actor, at, kanal)
    record_jp_bulk(catatan=[_baris_buku(kegiatan, hasil.jp)], actor=actor, at=at)
    follow_now(pegawai_id=kegiatan.pegawai_id)
    return kegiatan


@transaction.atomic
def kembalikan_kegiatan(
    *,
    kegiatan_id: int,
    status: StatusKegiatan,
    versi: int,
    catatan: str,
    actor: Any,
    at: datetime,
    kanal: str,
) -> KegiatanMandiri:
    """FOTO_ULANG: the proof cannot be read or does not fit. DITOLAK: no activity that counts.

    `catatan` says what is wrong, or why; the person reads it. A second press changes nothing.
    """
    kegiatan = _yang_diperiksa(kegiatan_id, actor)
    if _sudah(kegiatan, status, versi, actor):
        return kegiatan
    _pastikan_menunggu(kegiatan, versi)
    kegiatan.alasan = _berisi(catatan)
    _tutup(kegiatan, status, _JEJAK[status], actor, at, kanal)
    return kegiatan


def credit(kegiatan: KegiatanMandiri, a: Aturan, *, jp: int | None = None) -> Pengakuan:
    """What the rules credit now, after what the ledger holds; one or two queries, nothing is written.

    DomainError for a claim whose cap could not be told (`pegawai.rules.pengakuan_jp.periksa`).
    """
    bentuk = BentukPengembangan(kegiatan.bentuk)
    k = Kegiatan(bentuk, kegiatan.mulai, kegiatan.selesai, kegiatan.jp_diklaim if jp is None else jp)
    return credit_activity(pegawai_id=kegiatan.pegawai_id, kegiatan=k, aturan=a)


def _yang_diperiksa(kegiatan_id: int, actor: Any) -> KegiatanMandiri:
    milik = KegiatanMandiri.objects.dikelola(actor)
    tahan_pendahulu(list(milik.filter(pk=kegiatan_id).values_list("pegawai_id", flat=True)))
    kegiatan = ambil_terkunci(milik, kegiatan_id)
    if actor.pegawai_id is not None and actor.pegawai_id == kegiatan.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat memeriksa kegiatan Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk memeriksanya.",
        )
    if kegiatan.oleh_id == actor.pk:
        raise TidakBoleh(
            "pengisi_bukan_pemeriksa",
            "Kegiatan ini Anda sendiri yang mengisikannya.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk memeriksanya.",
        )
    return kegiatan


def _sudah(kegiatan: KegiatanMandiri, status: StatusKegiatan, versi: int, actor: Any) -> bool:
    """A second press of the same decision."""
    sama = (kegiatan.status, kegiatan.versi) == (status, versi + 1)
    return sama and kegiatan.diperiksa_oleh_id == actor.pk


def _pastikan_menunggu(kegiatan: KegiatanMandiri, versi: int) -> None:
    if kegiatan.status != StatusKegiatan.MENUNGGU or kegiatan.versi != versi:
        raise Bentrok(
            "kegiatan_berubah",
            "Laporan ini berubah sejak halaman dibuka, atau sudah diperiksa.",
            tindakan="Lihat keadaannya sekarang, lalu putuskan lagi bila masih menunggu.",
        )


def _tutup(
    kegiatan: KegiatanMandiri, status: StatusKegiatan, tindakan: str, actor: Any, at: datetime, kanal: str
) -> None:
    kegiatan.status, kegiatan.versi = status, kegiatan.versi + 1
    kegiatan.diperiksa_oleh, kegiatan.diperiksa_pada = actor, at
    kegiatan.save()
    catat_kegiatan(kegiatan, tindakan, actor, kanal)


def _mengapa(kegiatan: KegiatanMandiri, menurut: int, catatan: str, hasil: Pengakuan, a: Aturan) -> str:
    """Why something else is credited than was claimed; empty when nothing is."""
    bagian = []
    if menurut != kegiatan.jp_diklaim:
        bagian.append(f"menurut bukti {menurut} JP, {_berisi(catatan)}")
    bagian.append(sebab_pembatas(BentukPengembangan(kegiatan.bentuk), hasil.sebab, a))
    return "; ".join(b for b in bagian if b)[:300]


def _berisi(catatan: str) -> str:
    isi = " ".join(catatan.split())
    if not isi:
        raise DomainError("catatan_kosong", "Tuliskan catatan untuk pegawai: apa yang kurang, atau mengapa.")
    return isi[:CATATAN_TERPANJANG]


def _baris_buku(kegiatan: KegiatanMandiri, jp: int) -> CatatanJp:
    return CatatanJp(
        pegawai_id=kegiatan.pegawai_id,
        bentuk=BentukPengembangan(kegiatan.bentuk),
        nama=kegiatan.nama,
        tanggal_mulai=None if kegiatan.mulai == kegiatan.selesai else kegiatan.mulai,
        tanggal_selesai=kegiatan.selesai,
        jp=jp,
        penyelenggara=kegiatan.penyelenggara,
        nomor_sertifikat=kegiatan.nomor_sertifikat,
        sumber=f"Laporan pegawai nomor {kegiatan.pk}",
    )
