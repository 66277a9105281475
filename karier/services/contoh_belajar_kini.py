"""Classes of the demo that run now or are to come, with enrolments in every state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from karier.services.contoh_belajar_diri import PROGRAM
from karier.services.contoh_belajar_kelas import (
    Rancangan,
    announce_class,
    apply_all,
    approve,
    attend,
    fill_class,
    let_atasan_decide,
    open_class_of,
    prepare_class,
    tuesday,
)
from karier.services.contoh_belajar_lalu import answer, read_lessons
from kinerja.services.contoh_tim import Pelaku
from pegawai.models import Pegawai
from pelatihan.enums import TahapKuis
from pelatihan.models import Angkatan, Pelatihan
from pelatihan.services.angkatan import cancel_class, close_registration
from pelatihan.services.kehadiran import open_code
from pelatihan.services.minat import await_class
from pelatihan.services.pendaftaran import withdraw

KINI: Final = "Sandi dan Pengelabuan Daring"
PENUH: Final = "Coaching Capaian Unit"
BATAL: Final = "Dialog Keberagaman"
DISIAPKAN: Final = "Laporan Keuangan Perangkat Daerah"
TERBUKA: Final = "Komunikasi Lisan untuk Petugas Layanan"
BERBIAYA: Final = "Menjadi Pembimbing Rekan Baru"
#: Days that the running class has run, and days that it has left.
SEJAK, SISA = 2, 2
KURSI_PENUH: Final = 3


def run_class(p: Pelaku, orang: Sequence[Pegawai]) -> Angkatan:
    """It runs: letters, the quiz before, presence of the first days; today's code is good right now."""
    mulai, selesai = p.hari - timedelta(days=SEJAK), p.hari + timedelta(days=SISA)
    kelas = announce_class(p, Rancangan(KINI, mulai, selesai, 40))
    masuk = fill_class(p, kelas, orang)
    close_registration(angkatan_id=kelas.pk, actor=p.hr, at=p.jam(mulai - timedelta(days=2)))
    for n, satu in enumerate(masuk):
        answer(p, satu, kelas, n, TahapKuis.PRA, mulai)
        read_lessons(p, satu, n % 3, mulai)
    read_lessons(p, masuk[0], 1, mulai)
    sesi = list(kelas.sesi.select_related("angkatan").order_by("urut"))
    for satu in sesi[:SEJAK]:
        attend(p, satu, [p.sebagai(m.pegawai) for m in masuk[:-1]])
    open_code(sesi_id=sesi[SEJAK].pk, menit=240, actor=p.hr, at=p.at)
    return kelas


def fill_open_class(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """Two wait for their atasan, one for HR; one is approved, one refused, one went back."""
    kelas = open_class_of(p, TERBUKA)
    masuk = apply_all(p, kelas, orang[:6], p.lalu(4))
    _, _, bkpsdm, setuju, tolak, batal = masuk
    let_atasan_decide(p, [bkpsdm, setuju], p.lalu(3))
    let_atasan_decide(
        p,
        [tolak],
        p.lalu(3),
        setuju=False,
        alasan="Bulan itu loket hanya dijaga dua orang. Silakan ikut angkatan berikutnya.",
    )
    approve(p, kelas, [setuju], p.lalu(2))
    withdraw(pendaftaran_id=batal.pk, versi=batal.versi, actor=p.sebagai(batal.pegawai), at=p.lalu(2, 14))


def pay_for_class(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """Rupiah are committed for two; the third waits for HR."""
    kelas = open_class_of(p, BERBIAYA)
    masuk = apply_all(p, kelas, orang[:3], p.lalu(5))
    let_atasan_decide(p, masuk, p.lalu(4))
    approve(p, kelas, masuk[:2], p.lalu(3))


def fill_to_the_last_seat(p: Pelaku, orang: Sequence[Pegawai]) -> Angkatan:
    """More people than seats: whoever came late waits."""
    mulai = tuesday(p.hari + timedelta(days=17))
    kelas = announce_class(p, Rancangan(PENUH, mulai, mulai + timedelta(days=1), KURSI_PENUH, "Kecil"))
    masuk = apply_all(p, kelas, orang[: KURSI_PENUH + 2], p.lalu(6))
    let_atasan_decide(p, masuk[:KURSI_PENUH], p.lalu(5))
    approve(p, kelas, masuk[:2], p.lalu(4))
    return kelas


def call_off_class(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """It was announced and then not held."""
    mulai = tuesday(p.hari + timedelta(days=18))
    kelas = announce_class(p, Rancangan(BATAL, mulai, mulai, 60))
    apply_all(p, kelas, orang[:3], p.lalu(5))
    cancel_class(
        angkatan_id=kelas.pk,
        alasan="Narasumber berhalangan. Pelatihan ini dibuka lagi bulan depan.",
        actor=p.hr,
        at=p.lalu(2),
    )


def open_local_class(p: Pelaku) -> None:
    """What the technical gaps of the government ask for has a class, too."""
    mulai = tuesday(p.hari + timedelta(days=22))
    announce_class(p, Rancangan(PROGRAM[0][0], mulai, mulai + timedelta(days=1), 30, "I"))


def prepare_next_class(p: Pelaku) -> None:
    """HR still works on it; nobody else sees it."""
    mulai = tuesday(p.hari + timedelta(days=70))
    prepare_class(p, Rancangan(DISIAPKAN, mulai, mulai + timedelta(days=2), 25))


def wait_for_classes(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """Some wait for what has no class; what the first of them waited for besides has opened since."""
    for nama, siapa in ((PROGRAM[1][0], orang), (PROGRAM[0][0], orang[:1])):
        pelatihan = Pelatihan.objects.untuk(p.instansi.pk).get(nama=nama)
        for satu in siapa:
            await_class(pelatihan_id=pelatihan.pk, pegawai=satu, actor=p.sebagai(satu), at=p.lalu(20))
