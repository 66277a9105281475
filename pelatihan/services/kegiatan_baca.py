"""Reports of activities as pages show them: where each stands, and what was credited and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db.models import Q, QuerySet

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError, TidakDitemukan
from pegawai.enums import BentukPengembangan, JenisBukti
from pegawai.models import Bukti, Pegawai
from pegawai.services.bukti import buka_bukti
from pegawai.services.profil import date_text, day_of
from pelatihan.enums import KEGIATAN_TERBUKA, StatusKegiatan
from pelatihan.kamus.jp import kalimat_diakui, sebab_pembatas
from pelatihan.models import KegiatanMandiri
from pelatihan.services.jp_baca import span_text
from pelatihan.services.kegiatan_periksa import credit

KELAS: Final = {
    StatusKegiatan.MENUNGGU_KONFIRMASI: "perlu",
    StatusKegiatan.MENUNGGU: "jalan",
    StatusKegiatan.DITERIMA: "ok",
    StatusKegiatan.FOTO_ULANG: "salah",
    StatusKegiatan.DITOLAK: "salah",
    StatusKegiatan.DITARIK: "",
}


class KegiatanTerbaca(NamedTuple):
    """One report. `kalimat`: what it came to or what is to be done; `diisikan`: by whom, if by another."""

    pk: int
    versi: int
    nama: str
    bentuk: str
    penyelenggara: str
    masa: str
    jp_diklaim: int
    nomor_sertifikat: str
    tanda: str
    kelas: str
    kalimat: str
    diisikan: str
    terbuka: bool
    menunggu_konfirmasi: bool
    perlu_foto: bool
    gambar: bool
    kertas: bool


def terbaca(k: KegiatanMandiri) -> KegiatanTerbaca:
    """No query when `bukti` and `oleh` came along (`dengan_relasi`)."""
    status = StatusKegiatan(k.status)
    return KegiatanTerbaca(
        pk=k.pk,
        versi=k.versi,
        nama=k.nama,
        bentuk=k.get_bentuk_display(),
        penyelenggara=k.penyelenggara,
        masa=span_text(k.mulai, k.selesai),
        jp_diklaim=k.jp_diklaim,
        nomor_sertifikat=k.nomor_sertifikat,
        tanda=f"Diterima ({k.jp_diakui} JP)" if status is StatusKegiatan.DITERIMA else k.get_status_display(),
        kelas=KELAS[status],
        kalimat=_sentence(k, status),
        diisikan="" if k.oleh.pegawai_id == k.pegawai_id else str(k.oleh),
        terbuka=status in KEGIATAN_TERBUKA,
        menunggu_konfirmasi=status is StatusKegiatan.MENUNGGU_KONFIRMASI,
        perlu_foto=status is StatusKegiatan.FOTO_ULANG,
        gambar=k.bukti.jenis == JenisBukti.JPG,
        kertas=k.kertas_id is not None,
    )


def own_words(k: KegiatanMandiri) -> KegiatanTerbaca:
    """The same, as the person reads it."""
    isi = terbaca(k)
    if not isi.menunggu_konfirmasi:
        return isi
    return isi._replace(
        tanda="Menunggu Anda", kalimat=f"Diisikan {k.oleh}. Dikirim sesudah Anda menyetujuinya."
    )


def _sentence(k: KegiatanMandiri, status: StatusKegiatan) -> str:
    if status is StatusKegiatan.DITERIMA:
        return f"{kalimat_diakui(k.jp_diklaim, k.jp_diakui or 0, k.alasan)}."
    if status is StatusKegiatan.MENUNGGU_KONFIRMASI:
        return f"Diisikan {k.oleh}. Belum dikirim: menunggu persetujuan pegawainya."
    if status is StatusKegiatan.MENUNGGU:
        return f"Dikirim {date_text(day_of(k.pegawai, k.dikirim_pada))}. Pengelola kepegawaian memeriksanya."
    if status is StatusKegiatan.DITARIK:
        return "Laporan ini ditarik."
    return k.alasan


def expected(k: KegiatanMandiri, *, at: datetime) -> str:
    """What would be credited if it were accepted now; a sentence, for the person and for HR."""
    a = aturan_per(day_of(k.pegawai, at))
    try:
        hasil = credit(k, a)
    except DomainError as salah:
        return salah.kalimat
    sebab = sebab_pembatas(BentukPengembangan(k.bentuk), hasil.sebab, a)
    return f"{kalimat_diakui(k.jp_diklaim, hasil.jp, sebab).replace('Diakui', 'Akan diakui', 1)}."


def dengan_relasi(semua: QuerySet[KegiatanMandiri]) -> QuerySet[KegiatanMandiri]:
    """With what `terbaca` reads."""
    return semua.select_related("bukti", "oleh", "pegawai__unit", "pegawai__instansi")


def own_reports(pegawai: Pegawai, tahun: int) -> list[KegiatanMandiri]:
    """Of the person: those of one year that stand or were refused, and whatever still waits; one query."""
    semua = KegiatanMandiri.objects.filter(pegawai=pegawai).exclude(status=StatusKegiatan.DITARIK)
    setahun = Q(selesai__year=tahun) | Q(status__in=KEGIATAN_TERBUKA)
    return list(dengan_relasi(semua.filter(setahun)).order_by("-dikirim_pada", "-pk"))


def own_report(pegawai: Pegawai, kegiatan_id: int) -> KegiatanMandiri:
    """TidakDitemukan for one of somebody else."""
    k = dengan_relasi(KegiatanMandiri.objects.filter(pegawai=pegawai, pk=kegiatan_id)).first()
    if k is None:
        raise TidakDitemukan("kegiatan_tidak_ditemukan", "Laporan kegiatan ini tidak ditemukan.")
    return k


def open_proof(*, kegiatan_id: int, mana: str, semua: Any, pengguna: Any, kanal: str) -> tuple[Bukti, bytes]:
    """The proof, or the signed sheet (`mana` 'kertas'), out of `semua`, after a line on the trail."""
    k = semua.select_related("bukti", "kertas").filter(pk=kegiatan_id).first()
    bukti = None if k is None else k.kertas if mana == "kertas" else k.bukti
    if k is None or bukti is None:
        raise TidakDitemukan("bukti_tidak_ditemukan", "Bukti ini tidak ditemukan.")
    keperluan = f"Kegiatan pengembangan nomor {k.pk}"
    isi = buka_bukti(
        bukti=bukti, pegawai_id=k.pegawai_id, pengguna=pengguna, kanal=kanal, keperluan=keperluan
    )
    return bukti, isi
