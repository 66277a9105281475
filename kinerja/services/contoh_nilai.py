"""Ratings of the demo that is typed here, what calibration says of them, and what follows from results."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from kinerja.enums import Rating
from kinerja.models import EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.services.bagian import parts_to_rate
from kinerja.services.contoh_siklus import DINILAI
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.delegasi import grant_delegation
from kinerja.services.hasil import mark_read, reply
from kinerja.services.kalibrasi import UsulRating, answer, open_session, propose
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.services.siklus import close_siklus
from kinerja.services.tindak_lanjut import proposals, start_follow_up

_B, _S, _A = Rating.DI_BAWAH_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_ATAS_EKSPEKTASI
#: Ratings in turn, with the sentence that belongs to them.
PENILAIAN: Final = (
    (_S, _S, ""),
    (_A, _S, "Kunjungan ke kampung melebihi rencana."),
    (_S, _S, ""),
    (_B, _S, "Dua laporan belum selesai. Kita susun jadwalnya bersama."),
    (_S, _A, "Sabar dan jelas kepada warga."),
    (_A, _A, "Hasilnya melampaui target dan dibagikan kepada rekan."),
    (_S, _S, ""),
)


def rate_past_quarter(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """Everybody who has a leader, sent by that leader, announced at once; then HR closes the cycle."""
    akhir = siklus.masa.sampai
    for pimpinan_id in _leaders(p):
        _rate_all(p, siklus, pimpinan_id, p.jam(akhir + timedelta(days=18)))
    close_siklus(siklus=siklus, actor=p.hr, at=p.jam(akhir + timedelta(days=25), 15))


def rate_last_quarter(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """The main leader has sent three and keeps one draft, another is prepared by a delegate; more wait."""
    pimpinan, orang = p.utama
    akun = p.sebagai(pimpinan)
    isian = [_isian(siklus, o.pk, n) for n, o in enumerate(orang)]
    at = max(p.lalu(1), p.jam(siklus.akhir_pengisian + timedelta(days=1), 1))
    draf = nilai(siklus=siklus, isian=[isian[0], *isian[5:7]], actor=akun, at=at)
    kirim(siklus=siklus, terlihat=[Terlihat(b.pegawai_id, b.versi) for b in draf], actor=akun, at=at)
    nilai(siklus=siklus, isian=isian[7:8], actor=akun, at=at)
    delegate(p, siklus, isian[8:9])


def delegate(p: Pelaku, siklus: SiklusPenilaian, isian: list[Isian]) -> None:
    """A member of the team prepares for the leader; nothing about themself."""
    wakil = p.utama.orang[1]
    hari = timezone.localdate(p.at)
    grant_delegation(
        penerima=wakil,
        sampai=hari + timedelta(days=30),
        actor=p.sebagai(p.utama.pimpinan),
        at=p.at,
    )
    if isian and hari == timezone.localdate():
        nilai(siklus=siklus, isian=isian, actor=p.sebagai(wakil), at=p.at, untuk=p.utama.pimpinan.pk)


def rate_year(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """Every leader has sent; nobody reads it before the announcement."""
    for pimpinan_id in _leaders(p):
        _rate_all(p, siklus, pimpinan_id, p.lalu(DINILAI + 2))


def calibrate(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """A session with two leaders: one proposal waits for its pejabat penilai, one was answered."""
    peserta = [p.utama.pimpinan, p.kedua.pimpinan]
    sesi = open_session(siklus=siklus, unit=None, peserta=peserta, actor=p.hr, at=p.lalu(4))
    for tim, terjawab in ((p.utama, False), (p.kedua, True)):
        dinilai = Penilaian.objects.filter(
            pegawai__in=tim.orang, tahun=siklus.tahun, rating_hasil=_A
        ).earliest("pk")
        usul = UsulRating(dinilai.pk, dinilai.versi, _S, _S, "Unit lain menilai hasil setara dengan Sesuai.")
        lain = p.kedua.pimpinan if tim is p.utama else p.utama.pimpinan
        baris = propose(sesi=sesi, usul=usul, actor=p.sebagai(lain), at=p.lalu(3))
        if terjawab:
            answer(
                usul=baris,
                terima=False,
                umpan_balik="",
                alasan="Kunjungan ke empat kampung tambahan ada buktinya.",
                actor=p.sebagai(tim.pimpinan),
                at=p.lalu(2),
            )


def follow_results(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """Of the closed quarter: read, answered on both sides, and guidance begun where it was proposed."""
    dibaca = p.utama.orang[1]
    hasil = _results(siklus).get(pegawai=dibaca)
    akun, pimpinan = p.sebagai(dibaca), p.sebagai(p.utama.pimpinan)
    pada = p.jam(siklus.masa.sampai + timedelta(days=27))
    mark_read(hasil=hasil, versi=hasil.versi, actor=akun, at=pada)
    reply(hasil=hasil, isi="Terima kasih. Bulan depan saya ke dua kampung lagi.", actor=akun, at=pada)
    reply(hasil=hasil, isi="Baik. Kendaraan dinas sudah dijadwalkan.", actor=pimpinan, at=pada)
    hasil = _results(siklus).filter(pegawai__in=p.utama.orang, rating_hasil=_B).earliest("pk")
    for usul in proposals(hasil, per=pada.date())[:1]:
        start_follow_up(hasil=hasil, jenis=usul.jenis, mulai=pada.date(), actor=pimpinan, at=pada)


def _results(siklus: SiklusPenilaian) -> QuerySet[EvaluasiPeriodik]:
    semua = EvaluasiPeriodik.objects.filter(siklus=siklus)
    return semua.select_related("pegawai__atasan", "penilai", "siklus", "ditetapkan_oleh")


def _leaders(p: Pelaku) -> list[int]:
    return sorted({t.pimpinan.atasan_id or 0 for t in p.tim} | {t.pimpinan.pk for t in p.tim})


def _rate_all(p: Pelaku, siklus: SiklusPenilaian, pimpinan_id: int, at: datetime) -> None:
    akun = p.akun[pimpinan_id]
    bagian = parts_to_rate(siklus, penilai_id=pimpinan_id)
    isian = [_isian(siklus, pk, n) for n, pk in enumerate(sorted(bagian))]
    semua = nilai(siklus=siklus, isian=isian, actor=akun, at=at)
    kirim(siklus=siklus, terlihat=[Terlihat(b.pegawai_id, b.versi) for b in semua], actor=akun, at=at)


def _isian(siklus: SiklusPenilaian, pegawai_id: int, n: int) -> Isian:
    hasil, perilaku, kalimat = PENILAIAN[n % len(PENILAIAN)]
    return Isian(pegawai_id, hasil, perilaku, kalimat, None)
