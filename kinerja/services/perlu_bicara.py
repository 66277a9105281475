"""What the rule of *Perlu Anda ajak bicara* is told: counts per person, each read for the whole team.

Only what the leader reads anyway. Private notes, 360 feedback and discipline are not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from kinerja.enums import StatusPengisian, StatusPenilaian
from kinerja.models import (
    EvaluasiPeriodik,
    PenerimaArahan,
    Penilaian,
    RefleksiDiri,
    Tanggapan,
    TanggapanUmpanBalik,
)
from kinerja.rules.perlu_bicara import FaktaBicara, PerluBicara, perlu_bicara
from kinerja.services.arahan_baca import deadline_of, still_open
from kinerja.services.keadaan_tim import KeadaanTim, is_sent
from pegawai.querysets import BERTUGAS

#: An answer that was left alone longer than this asks for nothing any more.
LAMA: Final = timedelta(days=90)


def whom_to_talk_to(tim: KeadaanTim) -> list[PerluBicara]:
    """At most three of the team, with reasons."""
    return perlu_bicara(talk_facts(tim))


def talk_facts(tim: KeadaanTim) -> list[FaktaBicara]:
    """One row per person of the team on duty; a number of queries that does not grow with it."""
    keberatan, tindak, tanggapan = _keberatan(tim), _tindak_lanjut(tim), _tanggapan(tim)
    arahan, dinilai = _arahan(tim), _rated(tim)
    refleksi = _tanpa_refleksi(tim, dinilai)
    kembali, lewat = _realisasi(tim, dinilai)
    return [
        FaktaBicara(
            pegawai=pk,
            hari_umpan_balik=tim.hari_umpan_balik.get(pk),
            keberatan=keberatan[pk],
            tindak_lanjut=tindak[pk],
            tanggapan=tanggapan[pk],
            realisasi_dikembalikan=kembali[pk],
            realisasi_lewat=lewat[pk],
            arahan_lewat=arahan[pk],
            tanpa_refleksi=refleksi[pk],
        )
        for pk, orang in tim.orang.items()
        if orang.kedudukan_hukum in BERTUGAS
    ]


def _keberatan(tim: KeadaanTim) -> Counter[int]:
    """Objections to my ratings that I have not explained."""
    saya = tim.pengguna
    return Counter(
        k.pegawai_id for k in tim.bahan.keberatan if not any(t.oleh_id == saya.pk for t in k.keterangan.all())
    )


def _tindak_lanjut(tim: KeadaanTim) -> Counter[int]:
    """Announced results under Baik whose follow-up waits for my word."""
    return Counter(m.hasil.pegawai_id for m in tim.bahan.langkah if m.usul)


def _tanggapan(tim: KeadaanTim) -> Counter[int]:
    """Threads in which the last word is the person's: below a result, and below feedback of mine."""
    sejak = tim.at - LAMA
    hasil = Tanggapan.objects.visible_to(tim.pengguna).filter(pegawai__in=tim.orang, pada__gte=sejak)
    umpan = TanggapanUmpanBalik.objects.filter(
        umpan_balik__pemberi=tim.saya,
        umpan_balik__pegawai__in=tim.orang,
        umpan_balik__ditarik_pada=None,
        pada__gte=sejak,
    )
    return _last_words(
        ((pegawai, penilaian, evaluasi), pegawai, oleh)
        for pegawai, penilaian, evaluasi, oleh in hasil.order_by("pk").values_list(
            "pegawai", "penilaian", "evaluasi", "oleh__pegawai"
        )
    ) + _last_words(umpan.order_by("pk").values_list("umpan_balik", "umpan_balik__pegawai", "oleh"))


def _last_words(baris: Iterable[tuple[Any, int, int | None]]) -> Counter[int]:
    """Threads by person whose last row is theirs; `baris` of (thread, person, by whom), oldest first."""
    akhir = {benang: (pegawai, oleh) for benang, pegawai, oleh in baris}
    return Counter(pegawai for pegawai, oleh in akhir.values() if oleh == pegawai)


def _arahan(tim: KeadaanTim) -> Counter[int]:
    """Directions of mine that are open after the last day where the person works."""
    semua = PenerimaArahan.objects.filter(arahan__pemberi=tim.saya, pegawai__in=tim.orang)
    return Counter(
        p.pegawai_id
        for p in still_open(semua).select_related("arahan")
        if deadline_of(p.arahan, tim.orang[p.pegawai_id]).lewat(tim.at)
    )


def _realisasi(tim: KeadaanTim, dinilai: set[tuple[int, int]]) -> tuple[Counter[int], Counter[int]]:
    """What was returned, and what is late and not rated yet; nobody is told both of one sheet."""
    kembali: Counter[int] = Counter()
    lewat: Counter[int] = Counter()
    semua = [m for isian in tim.isian.values() for milik in isian.values() for m in milik]
    for m in semua:
        if m.pengisian is not None and m.pengisian.status == StatusPengisian.DIKEMBALIKAN:
            kembali[m.skp.pegawai_id] += 1
        elif not is_sent(m) and m.tenggat.lewat(tim.at) and (m.skp.pegawai_id, m.siklus.pk) not in dinilai:
            lewat[m.skp.pegawai_id] += 1
    return kembali, lewat


def _tanpa_refleksi(tim: KeadaanTim, dinilai: set[tuple[int, int]]) -> Counter[int]:
    """Running cycles whose last day is over for the person, without their words and not yet rated."""
    selesai = _written(tim) | dinilai
    return Counter(
        pk
        for siklus_id, menurut in tim.tenggat.items()
        for pk, tenggat in menurut.items()
        if tenggat.lewat(tim.at) and (pk, siklus_id) not in selesai
    )


def _written(tim: KeadaanTim) -> set[tuple[int, int]]:
    semua = RefleksiDiri.objects.filter(pegawai__in=tim.orang, siklus__in=tim.siklus)
    return set(semua.values_list("pegawai_id", "siklus_id"))


def _rated(tim: KeadaanTim) -> set[tuple[int, int]]:
    """Person and cycle of ratings that were sent: nothing can be written there any more."""
    tahunan = {s.tahun: s.pk for s in tim.siklus if s.tahunan}
    periodik = EvaluasiPeriodik.objects.filter(pegawai__in=tim.orang, siklus__in=tim.siklus)
    setahun = Penilaian.objects.filter(pegawai__in=tim.orang, tahun__in=tahunan)
    draf = StatusPenilaian.DRAF
    return set(periodik.exclude(status=draf).values_list("pegawai_id", "siklus_id")) | {
        (pk, tahunan[tahun]) for pk, tahun in setahun.exclude(status=draf).values_list("pegawai_id", "tahun")
    }
