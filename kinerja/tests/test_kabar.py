"""News in the inbox: once, to whom it is about, and nothing of what it says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kinerja.enums import CaraPengumuman, JenisPesan, PutusanKeberatan
from kinerja.models import Pemberitahuan, Penilaian
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.services.pengumuman import announce
from kinerja.tests.dunia_kalibrasi import Dunia
from kinerja.tests.pabrik_keberatan import SAAT as SAAT_KEBERATAN
from kinerja.tests.pabrik_keberatan import ajukan, pihak_pabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)


def hasil() -> list[int]:
    pesan = Pemberitahuan.objects.filter(jenis=JenisPesan.HASIL).order_by("pegawai")
    return list(pesan.values_list("pegawai_id", flat=True))


def test_nobody_is_told_of_a_result_before_it_is_announced() -> None:
    d = Dunia()
    assert d.siklus.pengumuman == CaraPengumuman.BERSAMA
    assert hasil() == []
    announce(siklus=d.siklus, actor=d.hr, at=SAAT)
    assert hasil() == sorted(p.pk for p in d.orang)


def test_the_news_of_a_result_holds_neither_predikat_nor_sentence() -> None:
    d = Dunia()
    Penilaian.objects.update(umpan_balik="Laporan Anda selalu terlambat.")
    announce(siklus=d.siklus, actor=d.hr, at=SAAT)
    for pesan in Pemberitahuan.objects.all():
        teks = f"{pesan.judul} {pesan.isi} {pesan.sebab}"
        assert "terlambat" not in teks
        assert not any(p in teks for p in ("Sangat Baik", "Baik", "Kurang", "Butuh Perbaikan"))


def test_the_person_is_told_that_an_objection_was_decided_and_not_how() -> None:
    p = pihak_pabrik()
    k = ajukan(p)
    putuskan_keberatan(
        keberatan_id=k.pk, versi=1, putusan=PutusanKeberatan.TIDAK, alasan="Bukti tidak cukup.",
        actor=p.pemutus, at=SAAT_KEBERATAN,
    )  # fmt: skip
    pesan = Pemberitahuan.objects.get(jenis=JenisPesan.KEBERATAN)
    assert pesan.pegawai == p.orang
    assert k.nomor in pesan.judul
    assert "tidak cukup" not in f"{pesan.judul} {pesan.isi}"
