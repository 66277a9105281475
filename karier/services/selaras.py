"""Recommendations in step with a run: set-based, inside the transaction of the Potongan."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import F, Max, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.db import copy_in, sekarang
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, JenisRekomendasi, Kerahasiaan, StatusRekomendasi, StatusUsul
from karier.kamus import judul_syarat
from karier.models import Rekomendasi, RunEvaluasi, UsulKenaikanPangkat
from karier.rules.daftar import MENURUT_JENIS
from karier.services.dukungan import (
    PEMISAH_JALUR,
    Dukungan,
    Kunci,
    dukungan,
    golongan_didukung,
    tahun_depan,
    yang_menuju,
)
from karier.services.hasil import Hitungan
from karier.services.usul import lepas_foto, simpan_usul
from pegawai.enums import JenisPegawai, KedudukanHukum
from pegawai.models import RiwayatPangkat

_TERBUKA: Final = (StatusRekomendasi.MENUNGGU, StatusRekomendasi.GUGUR)
_BELUM_DIUSULKAN: Final = (StatusRekomendasi.MENUNGGU, StatusRekomendasi.DITUNDA)
_DIUSULKAN: Final = (StatusRekomendasi.DITETAPKAN, StatusRekomendasi.TERLAKSANA)
_LEWAT: Final = "Periode yang dituju sudah lewat."
_TERTUTUP: Final = "Waktu pengusulan untuk periode ini sudah ditutup."
_SUDAH_DIUSULKAN: Final = "Usul kenaikan pangkat lain bagi pegawai ini sudah ditetapkan."
_KALAH: Final = "Ijazahnya membuka kenaikan pangkat ke golongan yang lebih tinggi."
_MEDAN: Final = (
    "pegawai",
    "jenis",
    "sasaran",
    "periode",
    "status",
    "perlu_ditinjau",
    "run_pertama",
    "run_terakhir",
    "alasan_gugur",
    "dibuat_pada",
    "versi",
)


class _Ada(NamedTuple):
    """A recommendation that exists already."""

    pk: int
    kunci: Kunci
    status: StatusRekomendasi
    perlu_ditinjau: bool


def selaraskan(*, run: RunEvaluasi, h: Hitungan) -> None:
    """Bring the recommendations of the people of `h` in line with their outcome.

    Part of the transaction of the Potongan; a fixed number of queries. Decided ones stay decided:
    one that lost its support is marked for review, and the mark goes when the support is back. While
    a proposal for a golongan is under way, no other period is recommended for the same golongan;
    that proposal becomes TERLAKSANA once that golongan is in the records.
    """
    if len(h) == 0:
        return
    semua, d = _yang_ada(run, h), dukungan(run, h)
    ada = _laksanakan(run, h, semua)
    didukung = d.semua - _terhalang(ada, d.semua)
    _perbarui(run, h, ada, Dukungan(didukung, d.kalah))
    baru = (didukung - d.kalah).difference(a.kunci for a in semua)
    if baru:
        _tambah(run, baru)


def _yang_ada(run: RunEvaluasi, h: Hitungan) -> list[_Ada]:
    """Recommendations this run can judge: of its own periods, unproposed ones that are too late, proposals.

    The target of a run is the first period whose window is open or still to come: whatever lies
    before it can no longer be sent.
    """
    sekarang_ini = Q(jenis=JenisRekomendasi.KENAIKAN_PANGKAT, periode=run.tmt_sasaran) | Q(
        jenis=JenisRekomendasi.PENGEMBANGAN, periode=tahun_depan(run)
    )
    lewat = Q(status__in=_BELUM_DIUSULKAN) & (
        Q(periode__lte=run.per_tanggal)
        | Q(jenis=JenisRekomendasi.KENAIKAN_PANGKAT, periode__lt=run.tmt_sasaran)
    )
    diusulkan = Q(jenis=JenisRekomendasi.KENAIKAN_PANGKAT, status__in=_DIUSULKAN)
    baris = Rekomendasi.objects.filter(
        sekarang_ini | lewat | diusulkan,
        pegawai_id__gte=int(h.ids[0]),
        pegawai_id__lte=int(h.ids[-1]),
        pegawai__instansi_id=run.instansi_id,
    ).values_list("pk", "pegawai_id", "jenis", "sasaran", "periode", "status", "perlu_ditinjau")
    return [
        _Ada(pk, Kunci(*kunci), StatusRekomendasi(status), tinjau) for pk, *kunci, status, tinjau in baris
    ]


def _laksanakan(run: RunEvaluasi, h: Hitungan, ada: list[_Ada]) -> list[_Ada]:
    """Proposals follow the golongan in the records, also back when an SK turns out to be entered wrongly.

    Returns what is left to judge: a decision whose golongan is or was reached needs no review any more.
    """
    golongan = dict(zip(h.ids.tolist(), h.fakta.golongan.isi(0).tolist(), strict=True))
    tercapai = {a.pk for a in ada if _tercapai(a, golongan)}
    batal = _tanpa_sk([a for a in ada if a.status is StatusRekomendasi.TERLAKSANA and a.pk not in tercapai])
    selesai = {a.pk for a in ada if a.status is StatusRekomendasi.DITETAPKAN} & tercapai
    tenang = {a.pk for a in ada if a.perlu_ditinjau} & tercapai - selesai
    _ubah(selesai, status=StatusRekomendasi.TERLAKSANA, perlu_ditinjau=False, versi=F("versi") + 1)
    _ubah(batal, status=StatusRekomendasi.DITETAPKAN, versi=F("versi") + 1)
    _ubah(tenang, perlu_ditinjau=False, versi=F("versi") + 1)
    _ikuti(run, selesai, StatusUsul.SK_TERBIT)
    _ikuti(run, batal, StatusUsul.DIUSULKAN)
    kembali = [a._replace(status=StatusRekomendasi.DITETAPKAN) if a.pk in batal else a for a in ada]
    return [a for a in kembali if a.pk not in tercapai and a.status is not StatusRekomendasi.TERLAKSANA]


def _ikuti(run: RunEvaluasi, rekomendasi_ids: Iterable[int], status: StatusUsul) -> None:
    """The proposal says the same as its recommendation, with history: reports count from there."""
    pks = list(rekomendasi_ids)
    if not pks:
        return
    semua = UsulKenaikanPangkat.objects.filter(rekomendasi_id__in=pks).exclude(status=status)
    baris = list(semua.select_for_update().order_by("pegawai_id", "pk"))
    for usul in baris:
        usul.status, usul.tanggal_status = status, run.per_tanggal
        usul.alasan = usul.dokumen = ""
        usul.versi += 1
    simpan_usul(baris, actor=None, at=timezone.now(), alasan="Perhitungan", buang=lepas_foto(baris))


def _tanpa_sk(terlaksana: list[_Ada]) -> set[int]:
    """Of promotions once carried out: those whose golongan stands in no SK any more.

    Who was demoted later keeps the promotion in the history; that proposal is done and blocks no new one.
    """
    if not terlaksana:
        return set()
    riwayat = RiwayatPangkat.objects.filter(
        pegawai_id__in={a.kunci.pegawai_id for a in terlaksana}, skala=JenisPegawai.PNS
    )
    pernah = dict(riwayat.order_by().values_list("pegawai_id").annotate(Max("golongan")))
    return {a.pk for a in terlaksana if not _tercapai(a, pernah)}


def _tercapai(a: _Ada, golongan: dict[int, int]) -> bool:
    """Whether the person of a decision about kenaikan pangkat has the golongan; unknown is not reached."""
    return (
        a.kunci.jenis == JenisRekomendasi.KENAIKAN_PANGKAT
        and a.status not in _TERBUKA
        and golongan.get(a.kunci.pegawai_id, 0) >= int(a.kunci.sasaran)
    )


def _terhalang(ada: list[_Ada], didukung: set[Kunci]) -> set[Kunci]:
    """What a proposal under way stands against: its own golongan in another period, and any other golongan
    while it is supported itself, for a person is proposed once.
    """
    naik, usul = JenisRekomendasi.KENAIKAN_PANGKAT, StatusRekomendasi.DITETAPKAN
    diusulkan = {a.kunci for a in ada if a.status is usul and a.kunci.jenis == naik}
    calon = {k for k in didukung if k.jenis == naik}
    tujuan = {_tujuan(k) for k in diusulkan}
    berjalan = {pegawai for pegawai, _ in tujuan.intersection(map(_tujuan, calon))}
    return {k for k in calon - diusulkan if _tujuan(k) in tujuan or k.pegawai_id in berjalan}


def _tujuan(k: Kunci) -> tuple[int, str]:
    return k.pegawai_id, k.sasaran


def _perbarui(run: RunEvaluasi, h: Hitungan, ada: list[_Ada], d: Dukungan) -> None:
    bukti: list[_Ada] = []
    hidup: list[_Ada] = []
    tinjau: list[_Ada] = []
    gugur: dict[str, list[int]] = defaultdict(list)
    terhukum = _terhukum(h)
    for a in ada:
        # A lower golongan is not offered any more; one that somebody decided for keeps its ground.
        if a.kunci in d.semua and not (a.status in _TERBUKA and a.kunci in d.kalah):
            (hidup if a.status is StatusRekomendasi.GUGUR or a.perlu_ditinjau else bukti).append(a)
        elif a.status is StatusRekomendasi.MENUNGGU or (
            a.status is StatusRekomendasi.DITUNDA and _terlambat(run, a.kunci)
        ):
            gugur[_alasan_gugur(run, h, a.kunci, d.kalah)].append(a.pk)
        elif a.status not in _TERBUKA and not a.perlu_ditinjau and _goyah(run, a, terhukum):
            tinjau.append(a)
    _ubah((a.pk for a in bukti), run_terakhir=run)
    _ubah(
        (a.pk for a in hidup if a.status is StatusRekomendasi.GUGUR),
        run_terakhir=run,
        status=StatusRekomendasi.MENUNGGU,
        alasan_gugur="",
        versi=F("versi") + 1,
    )
    _ubah(
        (a.pk for a in hidup if a.perlu_ditinjau),
        run_terakhir=run,
        perlu_ditinjau=False,
        versi=F("versi") + 1,
    )
    _ubah((a.pk for a in tinjau), run_terakhir=run, perlu_ditinjau=True, versi=F("versi") + 1)
    for alasan, pks in gugur.items():
        _ubah(
            pks,
            run_terakhir=run,
            status=StatusRekomendasi.GUGUR,
            alasan_gugur=alasan,
            versi=F("versi") + 1,
        )


def _terlambat(run: RunEvaluasi, kunci: Kunci) -> bool:
    """The period has come, or its proposal window has closed."""
    naik = kunci.jenis == JenisRekomendasi.KENAIKAN_PANGKAT
    return kunci.periode <= run.per_tanggal or (naik and kunci.periode < run.tmt_sasaran)


def _goyah(run: RunEvaluasi, a: _Ada, terhukum: dict[int, date]) -> bool:
    """Whether a decision lost its ground: judged for its own period, or by a penalty until its TMT."""
    if _periode_ini(run, a.kunci):
        return True
    menunggu_tmt = a.status is StatusRekomendasi.DITETAPKAN and run.per_tanggal < a.kunci.periode
    return menunggu_tmt and terhukum.get(a.kunci.pegawai_id, date.min) >= a.kunci.periode


def _terhukum(h: Hitungan) -> dict[int, date]:
    """Until when people are under a penalty that blocks; for ever while examined or standing so."""
    f = h.fakta
    tanpa_akhir = f.dalam_pemeriksaan.tercatat(1) | f.kedudukan_hukum.tercatat(
        KedudukanHukum.HUKUMAN_DISIPLIN
    )
    sampai = f.hukdis_sampai.sebagai_tanggal()
    kena = np.flatnonzero(tanpa_akhir | ~np.isnat(sampai))
    return {int(h.ids[i]): date.max if tanpa_akhir[i] else sampai[i].item() for i in kena}


def _periode_ini(run: RunEvaluasi, kunci: Kunci) -> bool:
    """Only a run for the same period can say that a decision lost its support."""
    naik = kunci.jenis == JenisRekomendasi.KENAIKAN_PANGKAT
    return kunci.periode == (run.tmt_sasaran if naik else tahun_depan(run))


def _ubah(pks: Iterable[int], **isian: Any) -> None:
    daftar = list(pks)
    if daftar:
        Rekomendasi.objects.filter(pk__in=daftar).update(**isian)


def _tambah(run: RunEvaluasi, baru: Iterable[Kunci]) -> None:
    saat = sekarang()
    tetap = (StatusRekomendasi.MENUNGGU.value, False, run.pk, run.pk, "", saat, 1)
    copy_in(
        Rekomendasi,
        _MEDAN,
        ((*kunci, *tetap) for kunci in sorted(baru)),
    )


def _alasan_gugur(run: RunEvaluasi, h: Hitungan, kunci: Kunci, kalah: set[Kunci]) -> str:
    """Why an open recommendation lost its support, without what only a few may read."""
    if kunci.periode <= run.per_tanggal:
        return _LEWAT
    if _terlambat(run, kunci):
        return _TERTUTUP
    if kunci.jenis == JenisRekomendasi.PENGEMBANGAN:
        return "Kesenjangan kompetensi ini tertutup, bukan lagi yang terbesar, atau asesmennya sudah lama."
    i = int(np.searchsorted(h.ids, kunci.pegawai_id))
    if int(kunci.sasaran) in golongan_didukung(h, i):
        return _KALAH if kunci in kalah else _SUDAH_DIUSULKAN
    sebab = [_satu_sebab(jenis, p, i) for jenis, p in yang_menuju(h, i, int(kunci.sasaran))]
    return f"{PEMISAH_JALUR.join([sebab[0], *map(kata.huruf_kecil_awal, sebab[1:])])}."


def _satu_sebab(jenis: JenisPutusan, putusan: Any, indeks: int) -> str:
    """Why one decision does not support its golongan, as the part of a sentence."""
    posisi, status = int(putusan.alasan[indeks]), int(putusan.status[indeks])
    if status == Status.MEMENUHI:
        return "Golongan yang dituju berubah"
    if posisi < 0:
        return "Pegawai tidak lagi dinilai pada jalur ini"
    baris = next(b for b in MENURUT_JENIS[jenis] if b.posisi == posisi)
    if baris.kerahasiaan is Kerahasiaan.KHUSUS:
        return "Ada syarat yang ditangani pengelola kepegawaian"
    keadaan = "belum terpenuhi" if status == Status.BELUM else "perlu diverifikasi"
    return f"{judul_syarat(baris.kode)}: {keadaan}"
