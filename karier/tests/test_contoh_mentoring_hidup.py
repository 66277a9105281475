"""The pairs of the demo: one lives, one ended well with thanks, one has been silent for forty days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from karier.services.contoh_mentoring_hidup import begin_pairs, live_pairs
from kinerja.services.contoh_tim import Pelaku
from mentoring.enums import StatusPasangan, StatusPertemuan
from mentoring.models import Apresiasi, CatatanBersama, CatatanPribadi, Pasangan, Pertemuan
from mentoring.reports.hidup import silent
from mentoring.tests.pabrik import ProfilMentorPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 30, 2, tzinfo=UTC)


def test_the_three_pairs_live_through_the_services() -> None:
    orang = PegawaiPabrik.create_batch(4, fungsional=True)
    hr = hr_dari(orang[0].instansi)
    p = Pelaku(orang[0].instansi, hr, AT, {o.pk: PenggunaPabrik(pegawai=o) for o in orang}, [])
    live_pairs(p, orang[0], orang[1], orang[2:])
    hidup, usai, diam = (Pasangan.objects.get(mentee=orang[n]) for n in (0, 2, 3))
    assert [x.status for x in (hidup, usai, diam)] == [
        StatusPasangan.BERJALAN,
        StatusPasangan.SELESAI,
        StatusPasangan.BERJALAN,
    ]
    semua = Pertemuan.objects.filter(pasangan=hidup)
    assert semua.filter(status=StatusPertemuan.TERJADI).count() == 2
    assert semua.filter(status=StatusPertemuan.MENUNGGU).count() == 1
    assert hidup.sasaran.count() == 2
    assert CatatanBersama.objects.filter(pasangan=hidup).count() == 4
    assert CatatanPribadi.objects.count() == 2
    assert Apresiasi.objects.get().pasangan == usai
    assert [x.pk for x in silent(hr, per=p.hari)] == [diam.pk]


def test_without_mentors_there_is_nothing_to_tell() -> None:
    mentee = PegawaiPabrik(fungsional=True)
    isi = {"instansi": mentee.instansi, "hr": hr_dari(mentee.instansi), "mentee": mentee, "at": AT}
    begin_pairs(**isi)
    ProfilMentorPabrik()
    begin_pairs(**isi)
    assert not Pasangan.objects.exists()
    PegawaiPabrik.create_batch(2, instansi=mentee.instansi)
    begin_pairs(**isi)
    assert Pasangan.objects.count() == 3


def test_nobody_learns_what_they_could_teach() -> None:
    mentee = PegawaiPabrik(fungsional=True)
    mentor, rekan = ProfilMentorPabrik(), ProfilMentorPabrik()
    ahli, belajar, belum = PegawaiPabrik.create_batch(3, instansi=mentee.instansi)
    bawahan = PegawaiPabrik(instansi=mentee.instansi, atasan=mentor.pegawai)
    for orang, level in ((ahli, 5), (belajar, 2), (bawahan, 1)):
        AsesmenPabrik(pegawai=orang, orientasi_hasil=level, kerja_sama=level)
    begin_pairs(instansi=mentee.instansi, hr=hr_dari(mentee.instansi), mentee=mentee, at=AT)
    assert {(p.mentor_pegawai, p.mentee) for p in Pasangan.objects.all()} == {
        (mentor.pegawai, mentee), (mentor.pegawai, belajar), (mentor.pegawai, belum),
    }, rekan  # fmt: skip
