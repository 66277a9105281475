"""Finished classes of the demo: who was there, marks, opinions, certificates, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from asn_karier.lib.dates import add_months
from karier.services.contoh_belajar_kelas import (
    Rancangan,
    announce_class,
    attend,
    fill_class,
    signer_of,
    tuesday,
)
from kinerja.services.contoh_tim import Pelaku
from pegawai.models import Pegawai
from pelatihan.enums import StatusPendaftaran, TahapKuis
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.services.angkatan import HasilKelas, record_results
from pelatihan.services.kuis import Soal, answer_quiz, digest, questions_of
from pelatihan.services.materi import finish_lesson
from pelatihan.services.penerapan import record_behaviour
from pelatihan.services.reaksi import SKALA, send_reaction
from pelatihan.services.sertifikat import issue_certificates, revoke_certificate

SARAN: Final = (
    "Contoh kasusnya dari loket kami sendiri, jadi mudah dipakai.",
    "Latihan berpasangan paling berguna.",
    "Waktu latihannya perlu lebih lama.",
    "Materinya ringan di ponsel. Terima kasih.",
    "",
    "Mohon ada lanjutan untuk petugas puskesmas.",
    "Ruangannya panas pada siang hari.",
    "",
)
#: (how far it is used 1-5, what the atasan has seen, what stands in the way)
TERLIHAT: Final = (
    (4, "Keluhan di loket dua dicatat dan dijawab hari itu juga.", ""),
    (3, "Sudah mengulangi inti keluhan sebelum menjawab.", "Pada Senin pagi antrean terlalu panjang."),
    (5, "Ia mengajarkan cara mencatat keluhan kepada dua rekan.", ""),
    (2, "Baru sekali mencoba saat piket.", "Belum ada buku catatan di loketnya."),
    (4, "Janji kepada warga selalu disertai hari dan jam.", ""),
    (3, "Mengusulkan papan syarat setelah tiga keluhan yang sama.", "Anggaran papan menunggu tahun depan."),
    (4, "Mengabari warga sebelum berkasnya terlambat.", ""),
    (1, "Belum bertugas di loket sejak pelatihan.", "Sedang membantu ujian sekolah."),
)
LAMA: Final = "Menangani Keluhan Warga"
BARU: Final = "Lokakarya Kerja Sama Antarunit"
#: Months since the older class: its atasan are asked about it now.
BULAN_LAMA: Final = 4


def finish_old_class(p: Pelaku, orang: Sequence[Pegawai], guru: Pegawai) -> Angkatan:
    """Months ago: quiz, presence, opinions, results of each kind, certificates, one of them revoked."""
    mulai = tuesday(add_months(p.hari, -BULAN_LAMA))
    kelas = announce_class(p, Rancangan(LAMA, mulai, mulai + timedelta(days=1), 30), guru)
    masuk = fill_class(p, kelas, orang)
    absen = masuk[-1]
    hadir = [m for m in masuk if m != absen]
    _answer_all(p, kelas, hadir, TahapKuis.PRA, mulai)
    _learn(p, kelas, hadir)
    _answer_all(p, kelas, hadir, TahapKuis.PASCA, kelas.selesai)
    for n, satu in enumerate(hadir[: max(6, len(hadir) - 1)]):
        say_opinion(p, satu, n)
    _results(p, kelas, {hadir[-1].pk: StatusPendaftaran.TIDAK_LULUS, absen.pk: StatusPendaftaran.TIDAK_HADIR})
    _certify(p, kelas)
    return kelas


def finish_new_class(p: Pelaku, orang: Sequence[Pegawai]) -> Angkatan:
    """It ended days ago and was paid for: opinions come in, certificates wait for HR."""
    mulai = tuesday(p.hari - timedelta(days=11))
    kelas = announce_class(p, Rancangan(BARU, mulai, mulai + timedelta(days=1), 20))
    masuk = fill_class(p, kelas, orang)
    for n, satu in enumerate(masuk[1:3]):
        say_opinion(p, satu, n)
    _results(p, kelas, {masuk[-1].pk: StatusPendaftaran.TIDAK_HADIR})
    return kelas


# -- what participants do -------------------------------------------------------------------------------


def _learn(p: Pelaku, kelas: Angkatan, hadir: Sequence[Pendaftaran]) -> None:
    """Presence of every day, and all lessons read in the evening of the first."""
    for sesi in kelas.sesi.select_related("angkatan"):
        attend(p, sesi, [p.sebagai(m.pegawai) for m in hadir])
    for m in hadir:
        read_lessons(p, m, kelas.pelatihan.materi.count(), kelas.mulai)


def read_lessons(p: Pelaku, kursi: Pendaftaran, banyak: int, hari: date) -> None:
    """The first so many lessons."""
    for urut in range(1, banyak + 1):
        finish_lesson(pendaftaran_id=kursi.pk, urut=urut, actor=p.sebagai(kursi.pegawai), at=p.jam(hari, 19))


def _answer_all(
    p: Pelaku, kelas: Angkatan, hadir: Sequence[Pendaftaran], tahap: TahapKuis, hari: date
) -> None:
    for n, satu in enumerate(hadir):
        answer(p, satu, kelas, n, tahap, hari)


def answer(p: Pelaku, kursi: Pendaftaran, kelas: Angkatan, n: int, tahap: TahapKuis, hari: date) -> None:
    """Before the class few answers are right, afterwards most; the `n`-th person errs in their own way."""
    soal = questions_of(kelas.pelatihan_id)
    answer_quiz(
        pendaftaran_id=kursi.pk,
        tahap=tahap,
        jawaban=[_choice(s, n + ke, tahap) for ke, s in enumerate(soal)],
        sidik=digest(soal),
        actor=p.sebagai(kursi.pegawai),
        at=p.jam(hari, 8 if tahap == TahapKuis.PRA else 16),
    )


def _choice(soal: Soal, giliran: int, tahap: TahapKuis) -> int:
    tahu = giliran % 5 < 2 if tahap == TahapKuis.PRA else giliran % 6 > 0
    benar: int = soal["jawaban"]
    return benar if tahu else benar % len(soal["pilihan"]) + 1


def say_opinion(p: Pelaku, kursi: Pendaftaran, n: int) -> None:
    """Four scales and perhaps a sentence, the day after the class."""
    send_reaction(
        pendaftaran_id=kursi.pk,
        skala={nama: 3 + (n + ke) % 3 for ke, nama in enumerate(SKALA)},
        saran=SARAN[n % len(SARAN)],
        actor=p.sebagai(kursi.pegawai),
        at=p.jam(kursi.angkatan.selesai + timedelta(days=1), 10),
    )


# -- what HR and the atasan do --------------------------------------------------------------------------


def _results(p: Pelaku, kelas: Angkatan, lain: dict[int, StatusPendaftaran]) -> None:
    """Everybody passed but `lain`; marks stay as the quiz gave them."""
    semua = kelas.pendaftaran.filter(status=StatusPendaftaran.SURAT_TUGAS)
    hasil = {
        m.pk: HasilKelas(lain.get(m.pk, StatusPendaftaran.SELESAI), *_marks(m, n, lain))
        for n, m in enumerate(semua.order_by("urut"))
    }
    record_results(angkatan_id=kelas.pk, hasil=hasil, actor=p.hr, at=p.jam(kelas.selesai + timedelta(days=2)))


def _marks(
    m: Pendaftaran, n: int, lain: dict[int, StatusPendaftaran]
) -> tuple[Decimal | None, Decimal | None]:
    """Of a class without a quiz here, those of a paper one."""
    if m.nilai_pra is not None or lain.get(m.pk) == StatusPendaftaran.TIDAK_HADIR:
        return m.nilai_pra, m.nilai_pasca
    return Decimal(45 + 5 * (n % 4)), Decimal(70 + 5 * (n % 5))


def _certify(p: Pelaku, kelas: Angkatan) -> None:
    """All who passed; the last one was issued by mistake."""
    tanggal = kelas.selesai + timedelta(days=4)
    terbit = issue_certificates(
        angkatan_id=kelas.pk,
        penanda_tangan=signer_of(p, tanggal),
        tanggal=tanggal,
        actor=p.hr,
        at=p.jam(tanggal),
    )
    salah = max(terbit, key=lambda s: s.pendaftaran.urut)
    revoke_certificate(
        nomor=salah.nomor,
        alasan="Nama pada sertifikat keliru; diganti dengan yang benar",
        actor=p.hr,
        at=p.jam(tanggal + timedelta(days=10)),
    )


def tell_behaviour(p: Pelaku, kelas: Angkatan, ditanya: Pegawai) -> None:
    """The atasan say what they see; nobody has yet said it about `ditanya`."""
    lulus = kelas.pendaftaran.filter(status=StatusPendaftaran.SELESAI).exclude(pegawai=ditanya)
    for n, satu in enumerate(lulus.select_related("pegawai").order_by("urut")):
        nilai, contoh, hambatan = TERLIHAT[n % len(TERLIHAT)]
        record_behaviour(
            pendaftaran_id=satu.pk,
            diterapkan=nilai,
            contoh=contoh,
            hambatan=hambatan,
            actor=p.atasan(satu.pegawai),
            at=p.lalu(6),
        )
