"""Ideas of the demo that is typed here, in every state, through the services that people use."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from kinerja.enums import AlasanBelum, ArahUkuran, NamaUsul
from kinerja.models import UsulPerbaikan
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.usul_perbaikan import IsiUsul, ask_along, join_idea, send_idea, withdraw_idea
from kinerja.services.usul_perbaikan_baca import leaders_of
from kinerja.services.usul_perbaikan_jawab import Hasil, Uji, close_trial, decline_idea, pass_on, try_idea
from kinerja.services.usul_perbaikan_naik import raise_idea
from pegawai.models import Pegawai

_SEMUA, _ATASAN = NamaUsul.SEMUA, NamaUsul.ATASAN
MENUNGGU: Final = IsiUsul(
    "Daftar kampung tanpa sinyal disimpan di tiga buku berbeda.",
    "Satu buku bersama di meja depan, disalin ke komputer setiap Jumat.",
    "Petugas lapangan dan warga kampung.",
)
DIUJI: Final = IsiUsul(
    "Warga datang dua kali karena syarat berkas tidak terbaca dari jauh.",
    "Papan syarat dengan gambar, dipasang di luar kantor.",
    "Warga yang mengurus surat keterangan.",
)
DITERUSKAN: Final = IsiUsul(
    "Surat keterangan diketik ulang di tiga meja.",
    "Satu formulir yang berjalan dari meja ke meja.",
    "Warga yang menunggu di loket.",
    _SEMUA,
)
BELUM: Final = IsiUsul(
    "Perahu dinas dipakai bergantian tanpa jadwal.",
    "Membeli satu perahu lagi untuk kunjungan kampung.",
    "Petugas kunjungan dan warga pesisir.",
)
DIHENTIKAN: Final = IsiUsul(
    "Rapat mingguan sering melewati jam pelayanan.",
    "Rapat berdiri lima belas menit setiap pagi.",
    "Semua rekan di unit.",
)
TERLAMBAT: Final = IsiUsul(
    "Permintaan alat tulis harus ditandatangani empat orang.",
    "Dua tanda tangan untuk permintaan kecil.",
    "Rekan di semua seksi.",
    _ATASAN,
)
DITARIK: Final = IsiUsul("Kursi tunggu kurang.", "Memindahkan bangku dari gudang.", "Warga lanjut usia.")
KE_ATAS: Final = IsiUsul(
    "Data penduduk diminta ulang oleh tiga dinas.",
    "Satu kiriman bersama setiap awal bulan.",
    "Operator data dan warga yang ditanya berulang kali.",
)
UCAPAN: Final = "Terima kasih sudah memikirkan cara kerja kita."


def write_ideas(p: Pelaku) -> None:
    """What the known leader has to answer and to measure, and what everybody reads as tried."""
    satu, dua, tiga, empat, lima = p.utama.orang[:5]
    _send(p, MENUNGGU, satu, 3)
    _trial(p, DIUJI, dua, 40, ("Warga yang datang dua kali", "orang sepekan", Decimal(14)), bersama=tiga)
    u = _trial(p, DITERUSKAN, satu, 80, ("Lama menunggu satu surat", "menit", Decimal(45)))
    _close(p, u, 20, Hasil(Decimal(20), "Sekarang saya pulang sebelum perahu terakhir."), lanjut=True)
    u = _trial(p, DIHENTIKAN, tiga, 75, ("Menit rapat sepekan", "menit", Decimal(90)))
    _close(p, u, 25, Hasil(Decimal(95)), lanjut=False)
    _decline(p, _send(p, BELUM, empat, 30), 22)
    u = _send(p, TERLAMBAT, dua, 22)
    raise_idea(usul_id=u.pk, at=p.lalu(6))
    u = _send(p, DITARIK, lima, 12)
    withdraw_idea(usul_id=u.pk, actor=p.sebagai(lima), at=p.lalu(11))
    _upwards(p, p.kedua.orang[0])


def _send(p: Pelaku, isi: IsiUsul, siapa: Pegawai, lalu: int) -> UsulPerbaikan:
    kunci = uuid5(NAMESPACE_URL, f"contoh:usul:{isi.coba}")
    return send_idea(isi=isi, kunci=kunci, actor=p.sebagai(siapa), at=p.lalu(lalu))


def _trial(
    p: Pelaku,
    isi: IsiUsul,
    siapa: Pegawai,
    lalu: int,
    ukuran: tuple[str, str, Decimal],
    *,
    bersama: Pegawai | None = None,
) -> UsulPerbaikan:
    """Sent, joined by a colleague where one is named, and tried two days later for thirty days."""
    u = _send(p, isi, siapa, lalu)
    if bersama is not None:
        at = p.lalu(lalu, 11)
        ask_along(usul_id=u.pk, pegawai_id=bersama.pk, actor=p.sebagai(siapa), at=at)
        join_idea(usul_id=u.pk, actor=p.sebagai(bersama), at=at)
    mulai = p.hari - timedelta(days=lalu - 3)
    apa, satuan, angka = ukuran
    uji = Uji(mulai, apa, satuan, ArahUkuran.TURUN, angka, mulai + timedelta(days=30))
    at = p.lalu(lalu - 2)
    return try_idea(usul_id=u.pk, uji=uji, ucapan=UCAPAN, versi=u.versi, actor=p.atasan(siapa), at=at)


def _close(p: Pelaku, u: UsulPerbaikan, lalu: int, hasil: Hasil, *, lanjut: bool) -> None:
    actor = p.atasan(u.pegawai)
    close_trial(usul_id=u.pk, hasil=hasil, lanjut=lanjut, versi=u.versi, actor=actor, at=p.lalu(lalu))


def _decline(p: Pelaku, u: UsulPerbaikan, lalu: int) -> None:
    decline_idea(
        usul_id=u.pk,
        alasan=AlasanBelum.ANGGARAN,
        kata=f"{UCAPAN} Kita masukkan ke usulan anggaran tahun depan.",
        versi=u.versi,
        actor=p.atasan(u.pegawai),
        at=p.lalu(lalu),
    )


def _upwards(p: Pelaku, siapa: Pegawai) -> None:
    """Passed on by the atasan where somebody stands above; else it waits there."""
    u = _send(p, KE_ATAS, siapa, 9)
    if len(leaders_of(u)) > 1:
        alasan = "Menyangkut tiga dinas, jadi di luar wewenang unit ini."
        pass_on(usul_id=u.pk, alasan=alasan, versi=u.versi, actor=p.atasan(siapa), at=p.lalu(7))
