"""Whether a message helped is said with both numbers, an interval and no more than they bear."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from kinerja.enums import JenisPesan
from kinerja.models import PaparanPesan
from kinerja.reports.dampak import effects
from kinerja.tests.pabrik_pengingat import SENIN, mengisi, siklus_berjalan, unit_berisi
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db


def papar(siklus, orang, *, pembanding, jenis=JenisPesan.BATAS):
    for p in orang:
        PaparanPesan.objects.create(pegawai=p, siklus=siklus, jenis=jenis, pembanding=pembanding, pada=SENIN)


def test_both_groups_are_counted_by_who_has_sent() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 40)
    papar(siklus, orang[:28], pembanding=False)
    papar(siklus, orang[28:], pembanding=True)
    for p in [*orang[:21], *orang[28:31]]:
        mengisi(siklus, p)
    (satu,) = effects(siklus)
    assert (satu.dikirim, satu.pembanding) == ((21, 28), (3, 12))
    assert satu.selisih is not None
    assert satu.selisih.jelas
    assert round(satu.selisih.beda) == 50


def test_with_nine_people_in_a_group_nothing_is_concluded(client) -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 30)
    papar(siklus, orang[:21], pembanding=False)
    papar(siklus, orang[21:], pembanding=True)
    assert effects(siklus)[0].selisih is None
    client.force_login(hr_dari(siklus.instansi))
    halaman = client.get(reverse("admin:kinerja_siklus_dampak", args=[siklus.pk])).content.decode()
    assert "perlu sedikitnya 10 orang di tiap kelompok" in halaman


def test_a_difference_that_may_be_chance_is_called_so(client) -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 40)
    papar(siklus, orang[:28], pembanding=False)
    papar(siklus, orang[28:], pembanding=True)
    mengisi(siklus, orang[0])
    client.force_login(hr_dari(siklus.instansi))
    halaman = client.get(reverse("admin:kinerja_siklus_dampak", args=[siklus.pk])).content.decode()
    assert "n = 28 dan 12" in halaman
    assert "Belum dapat disimpulkan." in halaman


def test_for_raters_it_counts_who_has_nobody_left_to_rate() -> None:
    siklus = siklus_berjalan(batas_penilaian=date(2026, 12, 31))
    kepala = [unit_berisi(siklus.instansi, 2)[1][0] for _ in range(3)]
    papar(siklus, kepala, pembanding=False, jenis=JenisPesan.NILAI)
    assert effects(siklus)[0].dikirim == (0, 3)


def test_a_cycle_without_measured_messages_says_so(client) -> None:
    siklus = siklus_berjalan()
    client.force_login(hr_dari(siklus.instansi))
    halaman = client.get(reverse("admin:kinerja_siklus_dampak", args=[siklus.pk])).content.decode()
    assert "Belum ada jenis pesan yang diukur" in halaman
