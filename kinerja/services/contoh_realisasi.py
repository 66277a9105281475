"""Realisations and reflections of the demo that is typed here: every state of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from kinerja.models import SKP, PengisianRealisasi, SiklusPenilaian
from kinerja.services.contoh_skp import agreed_plan
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.pemberitahuan import plan_filling
from kinerja.services.realisasi import is_due, kembalikan_realisasi, kirim_realisasi, simpan_isian
from kinerja.services.realisasi_isi import IsianIndikator
from kinerja.services.realisasi_isi import plan_of as indicators
from kinerja.services.realisasi_konfirmasi import minta_konfirmasi, terbitkan_kode
from kinerja.services.refleksi import tulis_refleksi
from kinerja.services.tenggat import filling_deadline
from pegawai.models import Pegawai, Pengguna

KALIMAT: Final = (
    "Target triwulan tercapai. Daftar kunjungan ada pada buku unit.",
    "Tiga kampung belum terlayani karena cuaca, dijadwalkan bulan berikut.",
    "Semua berkas selesai, dua di antaranya dibantu rekan.",
)
REFLEKSI: Final = (
    "Saya menata ulang jadwal kunjungan sehingga warga tidak menunggu.",
    "Laporan bulan pertama terlambat. Sekarang saya menyusunnya setiap Jumat.",
    "Saya belajar memakai lembar data bersama dan mengajarkannya kepada dua rekan.",
)


def fill_past_quarter(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """Everybody sent in time, with a reflection."""
    akhir = siklus.masa.sampai
    for n, orang in enumerate(p.utama.orang):
        pada = p.jam(akhir + timedelta(days=1 + n % 10))
        _send(p, orang, siklus, n, pada)
        reflect(p, orang, siklus, n, pada)


def fill_last_quarter(p: Pelaku, siklus: SiklusPenilaian, operator: Pengguna) -> None:
    """Sent, but: one draft, one returned, one late with a reason, one filled in by an operator."""
    pertama, draf, kembali, telat, diisikan, *lain = p.utama.orang
    pada = p.jam(min(siklus.masa.sampai, p.hari - timedelta(days=2)))
    for n, orang in enumerate([pertama, *lain]):
        _send(p, orang, siklus, n, pada)
        reflect(p, orang, siklus, n, pada)
    _save(p, draf, siklus, 1, pada)
    _send(p, kembali, siklus, 1, pada)
    _return(p, kembali, siklus)
    _send(p, telat, siklus, 2, _sesudah(p, siklus, telat), alasan="Tugas di distrik tanpa sinyal dua pekan.")
    _fill_for(p, diisikan, siklus, operator, pada)


def fill_present_quarter(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """The quarter runs: some have begun, one has chosen the hour at which they will."""
    for n, orang in enumerate(p.utama.orang[1:4]):
        _save(p, orang, siklus, n, p.at)
    reflect(p, p.utama.orang[1], siklus, 2, p.at)
    plan_reminder(p, p.utama.orang[0], siklus)


def plan_reminder(p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian) -> None:
    """Three days from now at ten, or an hour before their last day ends."""
    batas = filling_deadline(siklus, orang)
    zona = ZoneInfo(batas.zona_waktu)
    pada = datetime.combine(p.hari + timedelta(days=3), time(10), tzinfo=zona)
    plan_filling(pegawai=orang, siklus=siklus, pada=min(pada, batas.akhir - timedelta(hours=1)), at=p.at)


def reflect_year(p: Pelaku, siklus: SiklusPenilaian) -> None:
    for n, orang in enumerate(p.utama.orang[:6]):
        reflect(p, orang, siklus, n, p.lalu(22))


def reflect(p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian, n: int, at: datetime) -> None:
    tulis_refleksi(
        siklus_id=siklus.pk,
        isi=REFLEKSI[n % len(REFLEKSI)],
        versi=0,
        actor=p.sebagai(orang),
        at=at,
        kanal="portal",
    )


def _save(
    p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian, n: int, at: datetime, oleh: Pengguna | None = None
) -> PengisianRealisasi | None:
    skp = agreed_plan(orang, siklus.tahun)
    if skp is None or not is_due(skp, siklus):
        return None
    return simpan_isian(
        skp_id=skp.pk,
        siklus_id=siklus.pk,
        isian=list(_words(skp, n)),
        versi=0,
        sejak=at,
        actor=oleh or p.sebagai(orang),
        at=at,
        kanal="portal",
    )


def _words(skp: SKP, n: int) -> Iterable[IsianIndikator]:
    """A quarter of what was planned, a little more or less."""
    for i in indicators(skp):
        angka = None if i.target_angka is None else (i.target_angka / 4).quantize(Decimal(1)) + n % 2
        yield IsianIndikator(i.pk, KALIMAT[n % len(KALIMAT)], angka)


def _send(p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian, n: int, at: datetime, alasan: str = "") -> None:
    isi = _save(p, orang, siklus, n, at)
    if isi is not None:
        kirim_realisasi(
            skp_id=isi.skp_id,
            siklus_id=siklus.pk,
            versi=isi.versi,
            alasan=alasan,
            actor=p.sebagai(orang),
            at=at,
            kanal="portal",
        )


def _sesudah(p: Pelaku, siklus: SiklusPenilaian, orang: Pegawai) -> datetime:
    """The first hour that is too late."""
    return min(filling_deadline(siklus, orang).akhir + timedelta(hours=1), p.at)


def _return(p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian) -> None:
    for isi in PengisianRealisasi.objects.filter(skp__pegawai=orang, siklus=siklus):
        kembalikan_realisasi(
            pengisian_id=isi.pk,
            catatan="Sebutkan kampung yang belum terlayani.",
            versi=isi.versi,
            actor=p.atasan(orang),
            at=p.lalu(1),
            kanal="portal",
        )


def _fill_for(p: Pelaku, orang: Pegawai, siklus: SiklusPenilaian, operator: Pengguna, at: datetime) -> None:
    """The operator has written it down and waits for the code, which the person has on their page."""
    isi = _save(p, orang, siklus, 1, at, oleh=operator)
    if isi is not None:
        minta_konfirmasi(pengisian_id=isi.pk, alasan="", actor=operator, at=at, kanal="admin")
        terbitkan_kode(pengisian_id=isi.pk, actor=p.sebagai(orang), at=p.at, kanal="portal")
