"""Naming the committee of talent: with a letter, by others, for a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from asn_karier.lib.errors import TidakDitemukan
from karier.enums import PeranKomite
from karier.models import AnggotaKomite
from karier.services.komite import create_committee, end_member, name_member
from karier.services.sidang import open_session
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import PER, SAAT
from karier.tests.pembaca import sebagai
from karier.tests.test_sidang import d, kode

__all__ = ["d"]
pytestmark = pytest.mark.django_db


def test_hr_names_others_by_a_letter_and_never_themself(d: Dunia) -> None:
    assert AnggotaKomite.objects.filter(komite=d.komite, penunjuk=d.hr.pegawai).count() == 4
    isi = {"komite_id": d.komite.pk, "peran": PeranKomite.ANGGOTA, "mulai": PER, "at": SAAT}
    assert kode(lambda: name_member(pegawai=d.hr.pegawai, actor=d.hr, **isi)) == "diri_sendiri"
    assert kode(lambda: name_member(pegawai=d.anggota[0], actor=d.hr, **isi)) == "sudah_anggota"
    with pytest.raises(TidakDitemukan):
        name_member(pegawai=d.asn[0], actor=d.akun(d.atasan), **isi)
    isi["mulai"] = d.komite.sampai + timedelta(days=1)
    assert kode(lambda: name_member(pegawai=d.asn[0], actor=d.hr, **isi)) == "sesudah_komite"
    sk = {"nomor_sk": "821/1/2026", "tanggal_sk": PER, "mulai": PER, "sampai": PER, "at": SAAT}
    assert kode(lambda: create_committee(instansi=d.instansi, actor=d.hr, **sk)) == "komite_sudah_ada"
    terbalik = {**sk, "sampai": date(2025, 1, 1)}
    assert kode(lambda: create_committee(instansi=d.instansi, actor=d.hr, **terbalik)) == "rentang_terbalik"


def test_who_is_not_of_the_instansi_or_left_is_not_named(d: Dunia) -> None:
    d.kurang.kedudukan_hukum = 99
    d.kurang.save()
    assert kode(lambda: d.tunjuk(d.kurang, PeranKomite.ANGGOTA)) == "bukan_bertugas"


def test_a_duty_that_ended_opens_nothing(d: Dunia) -> None:
    tugas = d.komite.anggota.get(pegawai=d.anggota[2])
    end_member(anggota_id=tugas.pk, actor=d.hr, at=SAAT, hari=PER)
    assert kode(lambda: end_member(anggota_id=tugas.pk, actor=d.hr, at=SAAT, hari=PER)) == "sudah_berakhir"
    assert not AnggotaKomite.objects.milik(d.akun(d.anggota[2])).exists()
    assert kode(lambda: end_member(anggota_id=0, actor=d.hr, at=SAAT, hari=PER)) == "anggota_tidak_ditemukan"


def test_who_has_left_the_service_makes_no_quorum(d: Dunia) -> None:
    dua = [d.komite.anggota.get(pegawai=p).pk for p in d.anggota[:2]]
    d.anggota[1].kedudukan_hukum = 99
    d.anggota[1].save()
    ketua = d.akun(d.anggota[0])
    isi = {"komite_id": d.komite.pk, "tanggal": PER, "unit": None, "actor": ketua, "at": SAAT}
    assert kode(lambda: open_session(hadir=dua, **isi)) == "kuorum_kurang"
    form = sebagai(ketua).get(reverse("karier:sidang_buka", args=[d.komite.pk])).context["form"]
    assert dua[0] in form.initial["hadir"]
    assert dua[1] not in form.initial["hadir"]
