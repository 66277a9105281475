"""What BKN answered, as the person and their HR read it on the sheet."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.exceptions import ObjectDoesNotExist

from asn_karier.lib import kata
from karier.enums import StatusUsul
from karier.kamus import Pembaca
from karier.kamus.usul import dokumen_terpisah, teks_status
from karier.models import Rekomendasi
from karier.models.usul import DATA_IDENTITAS


class Usulan(NamedTuple):
    status: str
    kelas: str
    kalimat: str
    tanggal: str


def answer_of_bkn(rekomendasi: Rekomendasi, pembaca: Pembaca) -> Usulan | None:
    """None while BKN has said nothing yet."""
    try:
        usul: Any = rekomendasi.usul
    except ObjectDoesNotExist:
        return None
    status = StatusUsul(usul.status)
    tanggal = f"Tercatat {kata.tanggal(usul.tanggal_status)}"
    if status is StatusUsul.BTS:
        return Usulan(teks_status(status), "perlu", _kembali(usul, pembaca), tanggal)
    if status is StatusUsul.TMS:
        return Usulan(teks_status(status, usul.alasan), "salah", _ditolak(pembaca), tanggal)
    if status is StatusUsul.SK_TERBIT:
        sk = f" Nomor SK: {usul.nomor_sk}." if usul.nomor_sk else ""
        return Usulan(teks_status(status), "ok", f"SK kenaikan pangkat sudah terbit.{sk}", tanggal)
    return None


def _kembali(usul: Any, pembaca: Pembaca) -> str:
    nama = dokumen_terpisah(usul.dokumen, usul.alasan)
    dokumen = f" Dokumen: {nama}." if nama else ""
    alasan = f"Alasan BKN: {usul.alasan.rstrip('.')}.{dokumen}"
    if pembaca is Pembaca.PEGAWAI:
        return f"{alasan} {_langkah_pegawai(usul)}; usul Anda tetap berjalan."
    return f"{alasan} Perbaiki berkasnya lalu kirim ulang; usulnya tetap berjalan."


def _langkah_pegawai(usul: Any) -> str:
    """What the person does next about a file that BKN sent back."""
    if usul.foto_ulang_id:
        return "Foto baru sudah Anda kirim, dan BKPSDM mengirim ulang berkas Anda ke BKN"
    if usul.meminta_foto:
        return "Kirim foto dokumen itu yang baru"
    if usul.dokumen == DATA_IDENTITAS:
        return "Periksa data Anda dan usulkan perbaikan lewat Ada data yang keliru?"
    return "Tanyakan kepada BKPSDM apa yang perlu Anda kirim ulang"


def _ditolak(pembaca: Pembaca) -> str:
    if pembaca is Pembaca.PEGAWAI:
        return "BKN tidak menyetujui usul ini. Setelah syaratnya terpenuhi, Anda dapat diusulkan lagi."
    return "BKN tidak menyetujui usul ini. Setelah syaratnya terpenuhi, pegawai ini dapat diusulkan lagi."
