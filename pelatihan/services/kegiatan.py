"""Own activities: reported with a proof, corrected, taken back. HR verifies (`kegiatan_periksa`).

Somebody without signal may have it entered by an operator; it counts once they said yes
(`kegiatan_konfirmasi`).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import BentukPengembangan, CaraKonfirmasi
from pegawai.models import Bukti, Pegawai
from pegawai.rules.pengakuan_jp import Kegiatan, periksa
from pegawai.services import brankas
from pegawai.services.bukti import hapus_bukti, simpan_bukti
from pegawai.services.catatan_jp import JP_TERBANYAK
from pegawai.services.kode_konfirmasi import hapus_kode
from pegawai.services.profil import day_of
from pelatihan.enums import KEGIATAN_TERBUKA, StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan_ganda import pastikan_sekali

PALING_BANYAK_SEHARI: Final = 20
_ISI: Final = ("bentuk", "nama", "penyelenggara", "mulai", "selesai", "jp_diklaim", "nomor_sertifikat")


class IsiKegiatan(NamedTuple):
    """What is reported. `jp`: jam pelajaran of 45 minutes, for the whole activity."""

    bentuk: BentukPengembangan
    nama: str
    penyelenggara: str
    mulai: date
    selesai: date
    jp: int
    nomor_sertifikat: str

    def kolom(self) -> dict[str, Any]:
        """As the columns of the row hold it: single spaces, nothing longer than its column."""
        return {
            "bentuk": int(self.bentuk),
            "nama": _rapi(self.nama, 200),
            "penyelenggara": _rapi(self.penyelenggara, 150),
            "mulai": self.mulai,
            "selesai": self.selesai,
            "jp_diklaim": self.jp,
            "nomor_sertifikat": _rapi(self.nomor_sertifikat, 80),
        }


@transaction.atomic
def laporkan_kegiatan(
    *, pegawai_id: int, isi: IsiKegiatan, berkas: Any, actor: Any, at: datetime, kanal: str
) -> KegiatanMandiri:
    """Report an own activity, or one of somebody whom `actor` helps and who has to say yes first.

    The same words again are the same report. TidakDitemukan outside the scope; DomainError when the days
    or the JP cannot be so, the activity stands there already, or the proof is missing or refused.
    """
    pegawai = _orang(pegawai_id, actor)
    kolom = _wajar(isi, pegawai, at)
    sama = _terkirim_tadi(pegawai, kolom, actor)
    if sama is not None:
        return sama
    pastikan_sekali(pegawai_id=pegawai.pk, isi=kolom)
    _pastikan_wajar_banyak(pegawai, at)
    sendiri = actor.pegawai_id == pegawai.pk
    kegiatan = KegiatanMandiri(
        pegawai=pegawai,
        oleh=actor,
        cara=CaraKonfirmasi.SENDIRI if sendiri else CaraKonfirmasi.KODE,
        status=StatusKegiatan.MENUNGGU if sendiri else StatusKegiatan.MENUNGGU_KONFIRMASI,
        dikirim_pada=at,
        **kolom,
    )
    _simpan(kegiatan, berkas, actor, at, kanal, "lapor_kegiatan")
    return kegiatan


@transaction.atomic
def perbaiki_kegiatan(
    *, kegiatan_id: int, versi: int, isi: IsiKegiatan, berkas: Any, actor: Any, at: datetime, kanal: str
) -> KegiatanMandiri:
    """The person mends what HR has not decided; without `berkas` the proof stays, unless it was refused.

    What an operator entered becomes the person's own by this. Bentrok when it changed since it was read.
    """
    kegiatan = ambil_terkunci(KegiatanMandiri.objects.filter(pegawai=actor.pegawai_id or 0), kegiatan_id)
    kolom = _wajar(isi, kegiatan.pegawai, at)
    if _baru_saja(kegiatan, kolom, versi, berkas):
        return kegiatan
    pastikan_terbuka(kegiatan, versi)
    if berkas is None and kegiatan.status == StatusKegiatan.FOTO_ULANG:
        raise DomainError("bukti_kosong", "Lampirkan foto ulang sertifikat atau buktinya.")
    pastikan_sekali(pegawai_id=kegiatan.pegawai_id, isi=kolom, kecuali=kegiatan.pk)
    for nama, nilai in kolom.items():
        setattr(kegiatan, nama, nilai)
    kegiatan.oleh, kegiatan.cara = actor, CaraKonfirmasi.SENDIRI
    kegiatan.status, kegiatan.alasan, kegiatan.dikirim_pada = StatusKegiatan.MENUNGGU, "", at
    kegiatan.versi += 1
    hapus_kode(kegiatan)
    _simpan(kegiatan, berkas, actor, at, kanal, "perbaiki_kegiatan")
    return kegiatan


@transaction.atomic
def tarik_kegiatan(*, kegiatan_id: int, versi: int, actor: Any, at: datetime, kanal: str) -> KegiatanMandiri:
    """Take it back: the person until HR has decided, whoever entered it until it is confirmed."""
    kegiatan = ambil_terkunci(KegiatanMandiri.objects.visible_to(actor), kegiatan_id)
    belum_sah = kegiatan.status == StatusKegiatan.MENUNGGU_KONFIRMASI
    if actor.pegawai_id != kegiatan.pegawai_id and not (belum_sah and kegiatan.oleh_id == actor.pk):
        raise TidakBoleh("bukan_pelapor", "Laporan ini ditarik oleh pegawai yang bersangkutan.")
    if kegiatan.status == StatusKegiatan.DITARIK:
        return kegiatan
    pastikan_terbuka(kegiatan, versi)
    kegiatan.status, kegiatan.versi = StatusKegiatan.DITARIK, kegiatan.versi + 1
    hapus_kode(kegiatan)
    kegiatan.save()
    catat_kegiatan(kegiatan, "tarik_kegiatan", actor, kanal)
    return kegiatan


# -- shared with verifying and confirming ---------------------------------------------------------------


def ambil_terkunci(semua: Any, kegiatan_id: int) -> KegiatanMandiri:
    """One out of `semua` with its person held first, then itself; TidakDitemukan when it is not there."""
    pegawai_id = semua.filter(pk=kegiatan_id).values_list("pegawai_id", flat=True).first()
    if pegawai_id is None:
        raise _tiada()
    pegawai = _terkunci(pegawai_id)
    satu = semua.select_for_update(of=("self",), no_key=True).select_related("bukti")
    kegiatan: KegiatanMandiri | None = satu.filter(pk=kegiatan_id).first()
    if kegiatan is None:
        raise _tiada()
    kegiatan.pegawai = pegawai
    return kegiatan


def pastikan_terbuka(kegiatan: KegiatanMandiri, versi: int) -> None:
    """Bentrok `kegiatan_berubah` for one that was decided, or that changed since it was read."""
    if kegiatan.status not in KEGIATAN_TERBUKA or kegiatan.versi != versi:
        raise Bentrok(
            "kegiatan_berubah",
            "Laporan ini berubah sejak halaman dibuka.",
            tindakan="Keadaannya sekarang tampil di bawah; periksa lagi, lalu kirim bila masih perlu.",
        )


def catat_kegiatan(kegiatan: KegiatanMandiri, tindakan: str, actor: Any, kanal: str) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="pegawai", subjek_id=kegiatan.pegawai_id,
        kanal=kanal, keperluan=f"Kegiatan pengembangan nomor {kegiatan.pk}", rincian={"id": kegiatan.pk},
    )  # fmt: skip


def simpan_foto(*, berkas: Any, actor: Any, at: datetime) -> Bukti:
    """The proof, in the words of this page when it is too large."""
    try:
        return simpan_bukti(berkas=berkas, pengguna=actor, at=at)
    except DomainError as salah:
        if salah.kode != "bukti_besar":
            raise
        ukuran, _, _ = salah.pesan.partition(";")
        raise DomainError(
            salah.kode, f"{ukuran}. Batas 5 MB.", tindakan="Foto ulang atau kirim lewat operator unit."
        ) from salah


# -- small parts ----------------------------------------------------------------------------------------


def _orang(pegawai_id: int, actor: Any) -> Pegawai:
    if actor.pegawai_id != pegawai_id and not Pegawai.objects.dibantu(actor).filter(pk=pegawai_id).exists():
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")
    return _terkunci(pegawai_id)


def _terkunci(pegawai_id: int) -> Pegawai:
    """Of two presses the second finds what the first wrote."""
    semua = Pegawai.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "instansi")
    pegawai: Pegawai = semua.get(pk=pegawai_id)
    return pegawai


def _wajar(isi: IsiKegiatan, pegawai: Pegawai, at: datetime) -> dict[str, Any]:
    """The columns, after what can be told without looking at other activities."""
    kolom, hari_ini = isi.kolom(), day_of(pegawai, at)
    if not kolom["nama"]:
        raise DomainError("nama_kosong", "Tuliskan nama kegiatan.")
    if isi.selesai < isi.mulai:
        raise DomainError("tanggal_terbalik", "Hari terakhir tidak boleh sebelum hari pertama.")
    if isi.selesai > hari_ini:
        raise DomainError(
            "belum_selesai", "Kegiatan ini belum selesai.", tindakan="Laporkan sesudah hari terakhirnya."
        )
    if not 1 <= isi.jp <= JP_TERBANYAK:
        raise DomainError("jp_tidak_wajar", f"Isi JP 1 sampai {JP_TERBANYAK}.")
    periksa(Kegiatan(isi.bentuk, isi.mulai, isi.selesai, isi.jp), aturan_per(hari_ini))
    return kolom


def _terkirim_tadi(pegawai: Pegawai, kolom: dict[str, Any], actor: Any) -> KegiatanMandiri | None:
    """The report of a first press: the same words, not refused since."""
    lama = KegiatanMandiri.objects.filter(pegawai=pegawai, oleh=actor, status__in=KEGIATAN_TERBUKA, **kolom)
    satu: KegiatanMandiri | None = lama.exclude(status=StatusKegiatan.FOTO_ULANG).first()
    return satu


def _pastikan_wajar_banyak(pegawai: Pegawai, at: datetime) -> None:
    sehari = KegiatanMandiri.objects.filter(pegawai=pegawai, dikirim_pada__gt=at - timedelta(days=1))
    if sehari.count() >= PALING_BANYAK_SEHARI:
        raise DomainError(
            "kegiatan_terlalu_banyak",
            f"Sudah {PALING_BANYAK_SEHARI} kegiatan dilaporkan dalam 24 jam.",
            tindakan="Lanjutkan besok, atau hubungi pengelola kepegawaian.",
        )


def _baru_saja(kegiatan: KegiatanMandiri, kolom: dict[str, Any], versi: int, berkas: Any) -> bool:
    """A second press of the same correction; a new photograph is never the same."""
    sama = all(getattr(kegiatan, nama) == kolom[nama] for nama in _ISI)
    menunggu = kegiatan.status == StatusKegiatan.MENUNGGU
    return sama and menunggu and kegiatan.versi == versi + 1 and berkas is None


def _simpan(
    kegiatan: KegiatanMandiri, berkas: Any, actor: Any, at: datetime, kanal: str, tindakan: str
) -> None:
    """Last of all, so that no file is left behind by a report that was refused."""
    if berkas is None and kegiatan.bukti_id is None:
        raise DomainError("bukti_kosong", "Lampirkan bukti: foto atau PDF sertifikat.")
    lama = kegiatan.bukti if kegiatan.bukti_id is not None and berkas is not None else None
    if berkas is not None:
        kegiatan.bukti = simpan_foto(berkas=berkas, actor=actor, at=at)
    try:
        kegiatan.save()
        catat_kegiatan(kegiatan, tindakan, actor, kanal)
    except BaseException:
        if berkas is not None:
            brankas.hapus(kegiatan.bukti.berkas)
        raise
    hapus_bukti(*([lama] if lama else []))


def _rapi(teks: str, paling_panjang: int) -> str:
    """Without an apostrophe in front: files drop it, and the line would come back from SIASN as another."""
    return " ".join(teks.split()).lstrip("'")[:paling_panjang].rstrip()


def _tiada() -> TidakDitemukan:
    return TidakDitemukan("kegiatan_tidak_ditemukan", "Laporan kegiatan ini tidak ditemukan.")
