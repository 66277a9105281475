"""Cycles and results of the demo regency, whose source of performance is e-Kinerja BKN."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import F, Max

from kinerja.enums import PERLU_ATASAN, Predikat, StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.services.contoh_tim import repair_chain
from kinerja.services.hasil import mark_read, reply
from kinerja.services.keberatan import ajukan_keberatan
from kinerja.services.refleksi import tulis_refleksi
from kinerja.services.siklus import check_data, close_siklus, create_siklus, open_siklus
from kinerja.services.tindak_lanjut import proposals
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.querysets import BERTUGAS
from pegawai.services.akun import buat_akun


class TokohHasil(NamedTuple):
    """Who objected, and who decides."""

    pegawai: Pegawai
    pemutus: Pegawai


def open_years(*, instansi: Instansi, actor: Pengguna, at: datetime) -> None:
    """The last imported year is closed with its results; every year since then up to this one is open.

    The circle of the chain, which would keep them shut, is repaired as HR does; its other faults stay.
    """
    kini = _hari(instansi, at).year
    repair_chain(instansi=instansi, actor=actor, at=at)
    lalu = _imported(instansi)
    tahun = range(kini if lalu is None else lalu, kini + 1)
    for satu in tahun:
        siklus = _open(instansi, satu, actor, _new_year(instansi, satu + 1 if satu == lalu else satu, at))
        if satu == lalu:
            close_siklus(siklus=siklus, actor=actor, at=_new_year(instansi, satu + 1, at, hari=31))


def _open(instansi: Instansi, tahun: int, actor: Pengguna, at: datetime) -> SiklusPenilaian:
    siklus = create_siklus(instansi=instansi, tahun=tahun, actor=actor, at=at)
    check_data(siklus=siklus, actor=actor, at=at)
    return open_siklus(siklus=siklus, actor=actor, at=at)


def _imported(instansi: Instansi) -> int | None:
    semua = Penilaian.objects.filter(pegawai__instansi=instansi, status=StatusPenilaian.DITETAPKAN)
    tahun: int | None = semua.aggregate(t=Max("tahun"))["t"]
    return tahun


def _hari(instansi: Instansi, at: datetime) -> date:
    return at.astimezone(ZoneInfo(instansi.zona_waktu)).date()


def _new_year(instansi: Instansi, tahun: int, at: datetime, hari: int = 2) -> datetime:
    """Nine o'clock on that day of January, never in the future."""
    return min(datetime(tahun, 1, hari, 9, tzinfo=ZoneInfo(instansi.zona_waktu)), at)


def tell_results(*, instansi: Instansi, at: datetime) -> TokohHasil | None:
    """Somebody under Baik has read the result, answered, and objects; follow-up is proposed to their atasan.

    None where nobody has such a result and a chain of two leaders on duty.
    """
    hasil = _low_result(instansi, at)
    if hasil is None or hasil.pegawai.atasan is None or hasil.pegawai.atasan.atasan is None:
        return None
    akun = _account(hasil.pegawai, at)
    mark_read(hasil=hasil, versi=hasil.versi, actor=akun, at=at - timedelta(days=6))
    kata = "Saya membaca hasil ini. Dua kegiatan pindah ke unit lain pada pertengahan tahun."
    reply(hasil=hasil, isi=kata, actor=akun, at=at - timedelta(days=5))
    keberatan = ajukan_keberatan(
        hasil=hasil,
        alasan="Kegiatan yang dipindahkan ke unit lain masih dihitung sebagai target saya.",
        versi=hasil.versi,
        actor=akun,
        at=at - timedelta(days=2),
    )
    _reflect(hasil.pegawai.atasan, at)
    return TokohHasil(hasil.pegawai, keberatan.pemutus or hasil.pegawai.atasan.atasan)


def _low_result(instansi: Instansi, at: datetime) -> Any:
    """The first for whom the rule proposes what waits for the atasan."""
    orang = Pegawai.objects.filter(
        instansi=instansi,
        kedudukan_hukum__in=BERTUGAS,
        atasan__kedudukan_hukum__in=BERTUGAS,
        atasan__atasan__kedudukan_hukum__in=BERTUGAS,
    ).exclude(atasan=F("pk"))
    semua = Penilaian.objects.filter(
        pegawai__in=orang,
        tahun=_imported(instansi),
        status=StatusPenilaian.DITETAPKAN,
        predikat__lt=Predikat.BAIK,
    )
    relasi = ("pegawai__instansi", "pegawai__unit", "pegawai__atasan__atasan", "penilai", "ditetapkan_oleh")
    for hasil in semua.select_related(*relasi).order_by("pk"):
        if {u.jenis for u in proposals(hasil, per=at.date())} & set(PERLU_ATASAN):
            return hasil
    return None


def _account(pegawai: Pegawai, at: datetime) -> Pengguna:
    ada: Pengguna | None = Pengguna.objects.filter(pegawai=pegawai).first()
    return ada or buat_akun(pegawai=pegawai, actor=None, at=at)


def _reflect(pegawai: Pegawai, at: datetime) -> None:
    siklus = SiklusPenilaian.objects.filter(instansi=pegawai.instansi, status=StatusSiklus.DIBUKA)
    terbuka = siklus.order_by("-tahun").first()
    if terbuka is not None:
        tulis_refleksi(
            siklus_id=terbuka.pk,
            isi="Saya membagi kegiatan menurut bulan agar hambatan terlihat lebih awal.",
            versi=0,
            actor=_account(pegawai, at),
            at=at - timedelta(days=1),
            kanal="portal",
        )
