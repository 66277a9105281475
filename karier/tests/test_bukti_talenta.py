"""Evidence beside the components of the talent map: who reads which line, and that it gives no points."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from karier.enums import StatusPenugasan, StatusPesertaPenugasan
from karier.models import HasilEvaluasi, PesertaPenugasan
from karier.services.bukti_talenta import TERBANYAK, evidence_of
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik_jalur import PenugasanPabrik
from kinerja.enums import NamaUsul
from kinerja.tests.pabrik_usul_perbaikan import UsulPerbaikanPabrik
from pegawai.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def penugasan(
    saya: Pegawai, *, dampak: str = "Warga menunggu 10 menit", selesai: date = date(2026, 5, 1)
) -> None:
    p = PenugasanPabrik(
        status=StatusPenugasan.SELESAI, dampak=dampak, mulai=date(2026, 1, 5), selesai=selesai
    )
    PesertaPenugasan.objects.create(penugasan=p, pegawai=saya, status=StatusPesertaPenugasan.SELESAI)


def test_the_person_reads_all_and_the_committee_what_is_named_to_everybody() -> None:
    d = Dunia()
    saya = d.asn[0]
    penugasan(saya)
    for nama in (NamaUsul.SEMUA, NamaUsul.ATASAN):
        UsulPerbaikanPabrik(pegawai=saya, terukur=True, nama=nama, coba=f"Papan {nama.value}.")
    sendiri = teks(masuk(d.akun(saya)).get(reverse("karier:talenta")))
    sidang = d.sidang()
    komite = masuk(d.akun(d.anggota[0]))
    dibaca = teks(komite.get(reverse("karier:sidang_orang", args=[sidang.pk, saya.pk])))
    for halaman in (sendiri, dibaca):
        assert "Warga menunggu 10 menit" in halaman
        assert "1 Mei 2026" in halaman
        assert "Papan semua." in halaman
    assert "Papan atasan." in sendiri
    assert "Papan atasan." not in dibaca
    lain = teks(komite.get(reverse("karier:sidang_orang", args=[sidang.pk, d.asn[1].pk])))
    assert "Bukti karya" not in lain


def test_evidence_moves_no_box() -> None:
    d = Dunia()
    lalu = list(HasilEvaluasi.objects.order_by("pegawai").values_list("pegawai", "kotak", "lain"))
    for orang in d.asn:
        penugasan(orang)
        UsulPerbaikanPabrik(pegawai=orang, terukur=True)
    run = jalankan_sampai_selesai(d.instansi)
    kini = HasilEvaluasi.objects.filter(run=run).order_by("pegawai").values_list("pegawai", "kotak", "lain")
    assert list(kini) == lalu


def test_the_newest_come_first_and_what_had_no_effect_is_no_line(saya: Pegawai) -> None:
    penugasan(saya, dampak="")
    for hari in range(1, TERBANYAK + 3):
        penugasan(saya, selesai=date(2026, 6, hari))
    bukti = evidence_of([saya.pk])[saya.pk]
    assert [b.hari.day for b in bukti] == list(range(TERBANYAK + 2, 2, -1))


def test_it_costs_three_queries_however_many_people_and_lines(saya: Pegawai, atasan: Pegawai) -> None:
    for banyak in (1, 4):
        for orang in (saya, atasan):
            for _ in range(banyak):
                penugasan(orang)
                UsulPerbaikanPabrik(pegawai=orang, terukur=True)
        with CaptureQueriesContext(connection) as tanya:
            bukti = evidence_of([saya.pk, atasan.pk])
        assert len(tanya) == 3
        assert len(bukti[atasan.pk]) >= 2
