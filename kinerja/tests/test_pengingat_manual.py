"""Reminders that HR sends by hand, and the tenth that is left out of a new kind."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from asn_karier.lib.errors import TidakBoleh
from asn_karier.lib.models import Jejak
from kinerja.enums import JenisPesan, Nasib
from kinerja.kamus.pengingat import templat_wa
from kinerja.models import KirimanPesan, PaparanPesan, Pemberitahuan, UkurPesan
from kinerja.reports.pantau import read_progress
from kinerja.rules.pengingat import is_held_out
from kinerja.services.pengingat import preview_manual, send_due, send_manual
from kinerja.tests.pabrik_pengingat import (
    H14,
    mengisi,
    pilih,
    siklus_berjalan,
    tambah_pembanding,
    unit_berisi,
)
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db


# -- by hand --------------------------------------------------------------------------------------------


def test_hr_sees_what_a_press_would_do_and_a_second_press_does_nothing() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 30)
    pilih(orang[2], dimatikan=["pengelola"])
    mengisi(siklus, orang[3])
    hr, peserta = hr_dari(siklus.instansi), read_progress(siklus).peserta
    rencana = Counter(t.nasib for t in preview_manual(siklus=siklus, peserta=peserta, at=H14))
    assert sum(rencana.values()) == 29
    assert rencana[Nasib.MATI] == 1
    hasil = send_manual(siklus=siklus, peserta=peserta, actor=hr, at=H14)
    assert hasil[Nasib.KIRIM] == rencana[Nasib.KIRIM] == KirimanPesan.objects.get().jumlah
    assert send_manual(siklus=siklus, peserta=peserta, actor=hr, at=H14)[Nasib.KIRIM] == 0
    assert Jejak.objects.filter(tindakan="kirim_pengingat").count() == 1


def test_what_is_pressed_in_quiet_hours_comes_when_they_end() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 5)
    malam = datetime(2026, 12, 18, 14, 0, tzinfo=UTC)  # Friday 21.00
    send_manual(siklus=siklus, peserta=read_progress(siklus).peserta, actor=None, at=malam)
    assert set(Pemberitahuan.objects.values_list("terbit_pada", flat=True)) == {
        datetime(2026, 12, 21, 0, 0, tzinfo=UTC)
    }


def test_only_hr_of_the_instansi_sends() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 2)
    for siapa in (
        PenggunaPabrik(pegawai=orang[1]),
        PenggunaPabrik(pegawai=orang[0]),
        hr_dari(InstansiPabrik(kode="lain")),
    ):
        with pytest.raises(TidakBoleh):
            send_manual(siklus=siklus, peserta=[], actor=siapa, at=H14)


def test_the_template_of_the_operator_names_nobody() -> None:
    teks = templat_wa("Penilaian 2026", "31 Desember 2026 pukul 23.59 WIB", "https://contoh.go.id")
    assert "Batas pengisian 31 Desember 2026 pukul 23.59 WIB." in teks


# -- hold-out -------------------------------------------------------------------------------------------


def test_a_kind_is_measured_in_its_first_cycle_only() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 20)
    semua = [*orang, *tambah_pembanding(siklus, orang[0], JenisPesan.BATAS)]
    send_due(siklus=siklus, at=H14)
    tenang = {p.pk for p in semua if is_held_out(str(p.pk), JenisPesan.BATAS, siklus.pk)}
    paparan = PaparanPesan.objects.filter(jenis="batas").values_list("pegawai_id", "pembanding")
    assert {pk for pk, pembanding in paparan if pembanding} == tenang
    assert len(paparan) == len(semua)
    assert UkurPesan.objects.get(jenis="batas").siklus == siklus
    lagi = siklus_berjalan(siklus.instansi, tahun=2027, batas_pengisian=date(2027, 12, 31))
    send_due(siklus=lagi, at=datetime(2027, 12, 17, 2, tzinfo=UTC))
    assert Pemberitahuan.objects.filter(siklus=lagi, jenis="batas").count() == len(semua)
    assert not PaparanPesan.objects.filter(siklus=lagi).exists()
