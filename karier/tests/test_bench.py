"""What the bench measures: its loop over objects decides and stores what a run does, byte for byte."""

from datetime import date
from typing import Any

import pytest
from django.db import connection  # noqa: F401 - the condition of skipif reads it

from asn_karier.lib.aturan import aturan_dari_versi
from bench import data, naif
from karier.enums import JALUR_RUN, JenisRekomendasi, StatusRun
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.keputusan import unpack_lain
from karier.services.hasil import MODULO, digest_tersimpan
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.models import Instansi

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="its people are made inside PostgreSQL"),
]
BANYAK = 200
RAGAM = 1_000
STATUS = ("kp", "penyesuaian", "jenjang", "kesiapan", "satyalancana", "kgb")
UKURAN = ("mencapai_bup", "kgb_berikut", "tmt_pensiun", "ipasn", "sumbu_x", "sumbu_y", "kotak")


def test_one_person_at_a_time_stores_what_the_engine_stores() -> None:
    run = _run(BANYAK)
    kami, usul = _baris(run), _rekomendasi()
    Rekomendasi.objects.all().delete()
    lain = RunEvaluasi.objects.get(pk=run.pk)
    lain.pk, lain.nomor = None, run.nomor + 1
    lain.save()
    aturan = aturan_dari_versi(run.versi_aturan)
    sidik = sum(naif.evaluasi_satu(b["pegawai_id"], lain, aturan) for b in kami) % MODULO
    assert len(kami) == BANYAK
    assert _baris(lain) == kami
    assert _rekomendasi() == usul
    assert f"{sidik:032x}" == run.digest == digest_tersimpan(lain.pk)


def test_the_people_of_the_bench_are_of_many_kinds() -> None:
    semua = _baris(_run(RAGAM))
    for nama in STATUS:
        assert len({b[f"{nama}_status"] for b in semua}) >= 3, nama
    lain = [unpack_lain(b["lain"]) for b in semua]
    for nama in UKURAN:
        assert len({int(n.baris[nama]) for n in lain}) >= 4, nama
    assert len({b["kebutuhan"] for b in semua}) >= 3
    assert {b["kp_jalur"] for b in semua} == set(JALUR_RUN)
    assert {r[1] for r in _rekomendasi()} == set(JenisRekomendasi)


def _run(banyak: int) -> RunEvaluasi:
    """A finished run of the engine over so many people of the bench."""
    data.isi(banyak)
    run = jalankan_sampai_selesai(Instansi.objects.get(kode="bench"), date.fromisoformat(data.PER))
    assert run.status == StatusRun.SELESAI
    return run


def _baris(run: RunEvaluasi) -> list[dict[str, Any]]:
    """Every column of the stored rows but the run."""
    kolom = [f.attname for f in HasilEvaluasi._meta.concrete_fields if f.attname != "run_id"]
    baris = HasilEvaluasi.objects.filter(run=run).order_by("pegawai_id").values(*kolom)
    return [{n: bytes(v) if isinstance(v, memoryview) else v for n, v in b.items()} for b in baris]


def _rekomendasi() -> list[tuple[Any, ...]]:
    kolom = ("pegawai_id", "jenis", "sasaran", "periode", "status")
    return sorted(Rekomendasi.objects.values_list(*kolom))
