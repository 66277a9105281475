"""A trial is measured and ends; what is evidence, what the instansi reads, what the table refuses."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from kinerja.services import usul_perbaikan as layanan
from kinerja.services.usul_perbaikan_baca import (
    measured_ideas,
    tried_by,
    tried_in,
)
from kinerja.services.usul_perbaikan_jawab import (
    Hasil,
    close_trial,
    report_effect,
)
from kinerja.tests.halaman_usul_perbaikan import alamat, masuk
from kinerja.tests.langkah_usul_perbaikan import ISI
from kinerja.tests.pabrik_usul_perbaikan import (
    SAAT,
    IkutUsulPabrik,
    Rantai,
    UsulPerbaikanPabrik,
    rantai_pabrik,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


@pytest.fixture
def usul(r: Rantai) -> UsulPerbaikan:
    return layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=SAAT)


# -- measured ----------------------------------------------------------------------------------------------


@pytest.fixture
def diuji(r: Rantai) -> UsulPerbaikan:
    satu: UsulPerbaikan = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    return satu


NANTI = SAAT + timedelta(days=20)


def tutup(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"hasil": Hasil(Decimal(20), "Cepat."), "lanjut": True, "versi": u.versi, "at": NANTI, **lain}
    return close_trial(usul_id=u.pk, actor=actor, **isi)


def test_the_author_notes_the_number_and_the_leader_says_what_follows(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    u = report_effect(usul_id=diuji.pk, hasil=Hasil(Decimal(21)), versi=1, actor=r.diri, at=NANTI)
    assert u.status == StatusUsul.DICOBA
    assert measured_ideas([r.orang.pk])[r.orang.pk] == []
    with pytest.raises(TidakBoleh):
        tutup(u, r.diri)
    u = tutup(u, r.atasan)
    [bukti] = measured_ideas([r.orang.pk])[r.orang.pk]
    assert "Lama menunggu: 45 menit menjadi 20 menit. Membaik." in bukti.teks
    assert (u.status, u.dilihat_pada) == (StatusUsul.DITERUSKAN, None)


def test_it_goes_on_only_with_a_number_but_may_end_without(r: Rantai, diuji: UsulPerbaikan) -> None:
    with pytest.raises(DomainError, match="Isi angka sesudahnya"):
        tutup(diuji, r.atasan, hasil=Hasil(None))
    u = tutup(diuji, r.atasan, hasil=Hasil(None), lanjut=False)
    assert u.status == StatusUsul.DIHENTIKAN
    assert measured_ideas([r.orang.pk])[r.orang.pk] == []
    with pytest.raises(Bentrok, match="tidak dicoba"):
        tutup(diuji, r.atasan)


def test_a_number_is_asked_of_who_notes_one_and_not_before_the_beginning(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    with pytest.raises(DomainError, match="Isi angka sesudahnya"):
        report_effect(usul_id=diuji.pk, hasil=Hasil(None), versi=1, actor=r.diri, at=NANTI)
    with pytest.raises(DomainError, match="belum mulai"):
        report_effect(usul_id=diuji.pk, hasil=Hasil(Decimal(1)), versi=1, actor=r.diri, at=SAAT)


def test_who_is_only_asked_along_notes_no_number(r: Rantai, diuji: UsulPerbaikan) -> None:
    ajakan = IkutUsulPabrik(usul=diuji, pegawai=r.rekan.pegawai, diajak=True)
    satu = reverse("kinerja:usul_perbaikan_ukur", args=[diuji.pk])
    ukur = {"usul_id": diuji.pk, "hasil": Hasil(Decimal(20)), "versi": 1, "actor": r.rekan, "at": NANTI}
    assert satu not in masuk(r.rekan).get(alamat("satu", diuji)).content.decode()
    with pytest.raises(TidakBoleh):
        report_effect(**ukur)
    IkutUsul.objects.filter(pk=ajakan.pk).update(ikut_pada=NANTI)
    assert satu in masuk(r.rekan).get(alamat("satu", diuji)).content.decode()
    assert report_effect(**ukur).angka_sesudah == 20


def test_an_ended_one_with_a_number_is_evidence_too_of_all_who_said_yes(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    IkutUsulPabrik(usul=diuji, pegawai=r.rekan.pegawai)
    lain = IkutUsulPabrik(usul=diuji, diajak=True).pegawai
    tutup(diuji, r.atasan, lanjut=False)
    hasil = measured_ideas([r.orang.pk, r.rekan.pegawai_id, lain.pk])
    assert [len(hasil[pk]) for pk in (r.orang.pk, r.rekan.pegawai_id, lain.pk)] == [1, 1, 0]


def test_evidence_costs_two_queries_however_many_there_are(r: Rantai) -> None:
    for _ in range(8):
        IkutUsulPabrik(usul=UsulPerbaikanPabrik(pegawai=r.orang, terukur=True), pegawai=r.rekan.pegawai)
    with CaptureQueriesContext(
        connection,
    ) as q:
        assert len(measured_ideas([r.orang.pk, r.rekan.pegawai_id])[r.rekan.pegawai_id]) == 8
    assert len(q) == 2


# -- read by the instansi ----------------------------------------------------------------------------------


def test_everybody_of_the_instansi_reads_what_was_tried_and_how_often_it_was_copied(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    UsulPerbaikanPabrik(pegawai=r.rekan.pegawai, asal=u)
    UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    UsulPerbaikanPabrik(pegawai__instansi__kode="nabire", dicoba=True)
    [satu] = tried_in(r.orang.instansi_id)
    assert (satu.pk, satu.disalin) == (u.pk, 1)  # type: ignore[attr-defined]
    assert tried_in(r.orang.instansi_id, sebelum=u.pk) == []


def test_who_was_given_a_chance_is_told_since_a_day(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    assert tried_by([r.orang.pk], sejak=SAAT) == [(r.orang.pk, u.dijawab_pada)]
    assert tried_by([r.orang.pk], sejak=NANTI) == []


# -- the table holds on its own ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "isi",
    [
        {"status": StatusUsul.DICOBA},
        {"status": StatusUsul.BELUM_DAPAT},
        {"status": StatusUsul.DITARIK},
        {"status": StatusUsul.DITERUSKAN},
        {"masalah": ""},
    ],
)
def test_no_state_without_what_belongs_to_it(usul: UsulPerbaikan, isi: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        UsulPerbaikan.objects.filter(pk=usul.pk).update(**isi)


def test_no_table_takes_an_answer_to_oneself(usul: UsulPerbaikan) -> None:
    u = UsulPerbaikanPabrik(pegawai=usul.pegawai, terukur=True)
    for ruas in ("penjawab", "penutup"):
        with pytest.raises(IntegrityError), transaction.atomic():
            UsulPerbaikan.objects.filter(pk=u.pk).update(**{ruas: u.pegawai_id})
