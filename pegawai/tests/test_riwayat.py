"""When a write is stamped: by the clock of its transaction, whatever moment the caller took before it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from asn_karier.lib.db import sekarang
from pegawai import facts
from pegawai.enums import BentukPengembangan
from pegawai.models import Pegawai, PengembanganKompetensi, RiwayatPangkat
from pegawai.services.pegawai import change_pegawai
from pegawai.services.riwayat import record_jp_bulk, save_rows
from pegawai.tests.pabrik import PegawaiPabrik, RiwayatPangkatPabrik, hr_dari

pytestmark = pytest.mark.django_db
#: Taken by a writer that then waited.
DULU = datetime(2026, 1, 1, tzinfo=UTC)


def berubah_sejak(saat: datetime, orang: Pegawai) -> set[int]:
    return {b["pegawai_id"] for b in facts.diubah_pada(saat, orang.instansi_id)}


def test_a_line_of_the_ledger_written_after_a_reading_is_seen_as_changed() -> None:
    orang = PegawaiPabrik()
    Pegawai.objects.update(diubah_pada=DULU)
    dibaca = sekarang()
    catatan = {"pegawai_id": orang.pk, "nama": "Kursus", "tanggal_selesai": date(2026, 5, 1), "jp": 4}
    record_jp_bulk(catatan=[{**catatan, "bentuk": BentukPengembangan.KURSUS}], actor=None, at=DULU)  # type: ignore[typeddict-item]
    assert berubah_sejak(dibaca, orang) == {orang.pk}
    assert PengembanganKompetensi.objects.get().diubah_pada > dibaca


def test_a_changed_history_row_is_stamped_now_and_its_history_dated_by_the_caller() -> None:
    pangkat = RiwayatPangkatPabrik(pegawai=PegawaiPabrik(), diubah_pada=DULU)
    Pegawai.objects.update(diubah_pada=DULU)
    dibaca = sekarang()
    pangkat.nomor_sk = "SK 2"
    save_rows(baru=[], berubah=[pangkat], kolom=["nomor_sk"], actor=None, at=DULU, alasan="uji")
    assert berubah_sejak(dibaca, pangkat.pegawai) == {pangkat.pegawai_id}
    assert RiwayatPangkat.history.get(history_type="~").history_date == DULU


def test_a_corrected_person_is_stamped_now() -> None:
    orang = PegawaiPabrik()
    dibaca = sekarang()
    orang.nama = "Nama Baru"
    change_pegawai(
        pegawai=orang, versi=orang.versi, alasan="SK 1", actor=hr_dari(orang.instansi), kanal="uji"
    )
    assert berubah_sejak(dibaca, orang) == {orang.pk}
