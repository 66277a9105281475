"""Recognition: proposed by one, confirmed by another, public only while its owner says so."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.pdf import render_pdf
from kinerja.enums import StatusPengakuan, SumberPengakuan
from kinerja.models import KisahPublik, Pengakuan
from kinerja.reports.piagam import isi_piagam
from kinerja.services.pengakuan import IsiPengakuan, decide, propose, publish_story, revoke_story
from kinerja.services.pengakuan_baca import deciders, own_recognitions, public_stories, waiting_for
from kinerja.tests.pabrik_umpan_balik import SAAT, KisahPabrik, PengakuanPabrik
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db
ISI = IsiPengakuan(
    SumberPengakuan.PROYEK, "Antrean menjadi 20 menit", "Menata ulang loket.", date(2026, 10, 1)
)


@pytest.fixture
def kepala():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Kepala"))


@pytest.fixture
def atasan(kepala):
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, atasan=kepala.pegawai, nama="Atasan"))


@pytest.fixture
def diri(atasan):
    unit = UnitKerjaPabrik(instansi=atasan.pegawai.instansi, nama="Puskesmas Contoh")
    return PenggunaPabrik(pegawai=PegawaiPabrik(atasan=atasan.pegawai, unit=unit, nama="Diri"))


@pytest.fixture
def rekan(diri):
    return PenggunaPabrik(pegawai=PegawaiPabrik(unit=diri.pegawai.unit, nama="Rekan"))


@pytest.fixture
def luar():
    return PenggunaPabrik(pegawai=PegawaiPabrik(nama="Luar"))


def usul(actor, untuk, **lain):
    return propose(
        pegawai_id=untuk.pegawai.pk, actor=actor, **({"isi": ISI, "kunci": uuid4(), "at": SAAT} | lain)
    )


def putus(p, actor, *, tetap=True, alasan="", versi=1):
    return decide(pengakuan_id=p.pk, tetap=tetap, alasan=alasan, versi=versi, actor=actor, at=SAAT)


def test_a_colleague_proposes_and_the_atasan_establishes(rekan, diri, atasan):
    p = putus(usul(rekan, diri), atasan)
    assert (p.status, p.penetap_id) == (StatusPengakuan.DITETAPKAN, atasan.pegawai.pk)
    assert own_recognitions(diri.pegawai) == [p]


def test_what_the_atasan_proposes_the_leader_above_establishes(atasan, kepala, diri):
    p = usul(atasan, diri)
    with pytest.raises(TidakBoleh):
        putus(p, atasan)
    assert putus(p, kepala).status == StatusPengakuan.DITETAPKAN


def test_at_the_top_nobody_stands_above_and_the_leader_establishes(kepala, atasan):
    assert putus(usul(kepala, atasan), kepala).penetap_id == kepala.pegawai.pk


def test_nobody_recognises_themself(diri):
    with pytest.raises(TidakDitemukan):
        usul(diri, diri)
    for siapa in ("pengusul", "penetap"):
        with pytest.raises(IntegrityError), transaction.atomic():
            PengakuanPabrik(pegawai=diri.pegawai, **{siapa: diri.pegawai})


def test_a_person_in_a_circle_of_atasan_does_not_decide_their_own(rekan, diri, atasan):
    atasan.pegawai.atasan = diri.pegawai
    atasan.pegawai.save()
    p = usul(rekan, diri)
    assert waiting_for(diri) == []
    with pytest.raises(TidakDitemukan):
        putus(p, diri)


def test_a_subordinate_does_not_propose_their_leader(diri, atasan):
    with pytest.raises(TidakBoleh):
        usul(diri, atasan)


def test_a_stranger_neither_proposes_nor_decides_nor_sees(rekan, diri, luar):
    with pytest.raises(TidakDitemukan):
        usul(luar, diri)
    with pytest.raises(TidakDitemukan):
        putus(usul(rekan, diri), luar)


def test_a_proposal_is_told_to_nobody_but_who_proposed_and_who_decides(rekan, diri, atasan, kepala):
    usul(rekan, diri)
    hr = hr_dari(diri.pegawai.instansi)
    orang = (rekan, atasan, kepala, diri, hr, PenggunaPabrik(is_superuser=True))
    assert [Pengakuan.objects.visible_to(o).count() for o in orang] == [1, 1, 1, 0, 0, 0]


def test_what_is_established_is_read_by_hr(rekan, diri, atasan, luar):
    putus(usul(rekan, diri), atasan)
    orang = (diri, hr_dari(diri.pegawai.instansi), luar)
    assert [Pengakuan.objects.visible_to(o).count() for o in orang] == [1, 1, 0]


def test_a_refusal_has_a_reason_and_the_person_does_not_learn_of_it(rekan, diri, atasan):
    p = usul(rekan, diri)
    with pytest.raises(DomainError, match="alasan"):
        putus(p, atasan, tetap=False)
    putus(p, atasan, tetap=False, alasan="Proyeknya belum selesai.")
    assert Pengakuan.objects.visible_to(diri).count() == 0


def test_what_was_decided_is_not_decided_again(rekan, diri, atasan, kepala):
    p = putus(usul(rekan, diri), atasan)
    with pytest.raises(Bentrok):
        putus(p, kepala, tetap=False, alasan="Lain", versi=2)


def test_a_leader_who_is_not_on_duty_does_not_decide(rekan, diri, atasan):
    p = usul(rekan, diri)
    atasan.pegawai.kedudukan_hukum = KedudukanHukum.CLTN
    atasan.pegawai.save()
    with pytest.raises(TidakBoleh):
        putus(p, atasan)


def test_a_second_click_proposes_once(rekan, diri):
    kunci = uuid4()
    assert usul(rekan, diri, kunci=kunci).pk == usul(rekan, diri, kunci=kunci).pk
    with pytest.raises(Bentrok):
        usul(rekan, diri, kunci=kunci, isi=ISI._replace(judul="Lain"))


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (ISI._replace(uraian=" "), "uraian_kosong"),
        (ISI._replace(tanggal=date(2026, 11, 21)), "tanggal_belum_tiba"),
    ],
)
def test_a_proposal_tells_what_and_when(rekan, diri, isi, kode):
    with pytest.raises(DomainError) as salah:
        usul(rekan, diri, isi=isi)
    assert salah.value.kode == kode


def test_the_page_names_who_decides(rekan, diri, atasan, kepala, luar):
    assert deciders(diri.pegawai, rekan.pegawai) == [kepala.pegawai, atasan.pegawai]
    assert deciders(diri.pegawai, atasan.pegawai) == [kepala.pegawai]
    assert deciders(atasan.pegawai, kepala.pegawai) == [kepala.pegawai]
    assert deciders(luar.pegawai, rekan.pegawai) == []


def test_a_piagam_is_a_paper(diri):
    isi = isi_piagam(PengakuanPabrik(pegawai=diri.pegawai))
    assert isi["nama"] == "Diri"
    assert render_pdf("piagam", isi).startswith(b"%PDF")


# -- the public story ---------------------------------------------------------------------------


def setuju(p, actor, **lain):
    isi = {"nama": False, "unit": False, "setuju": True} | lain
    return publish_story(pengakuan_id=p.pk, actor=actor, at=SAAT, **isi)


def tampil(diri):
    return public_stories(diri.pegawai.instansi, sebelum=None, banyak=9)


def test_nothing_is_public_without_an_explicit_yes(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    with pytest.raises(DomainError) as salah:
        setuju(p, diri, nama=True, unit=True, setuju=False)
    assert (salah.value.kode, tampil(diri)) == ("belum_setuju", [])


@pytest.mark.parametrize(
    ("pilihan", "harapan"),
    [
        ({}, ("", "")),
        ({"nama": True}, ("Diri", "")),
        ({"nama": True, "unit": True}, ("Diri", "Puskesmas Contoh")),
    ],
)
def test_the_public_reads_what_was_ticked_and_no_more(diri, pilihan, harapan):
    setuju(PengakuanPabrik(pegawai=diri.pegawai), diri, **pilihan)
    [satu] = tampil(diri)
    assert (satu.nama, satu.unit) == harapan


def test_nobody_consents_for_another(diri, atasan, luar):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    for orang in (atasan, luar, hr_dari(diri.pegawai.instansi)):
        with pytest.raises(TidakDitemukan):
            setuju(p, orang)
        with pytest.raises(TidakDitemukan):
            revoke_story(pengakuan_id=p.pk, actor=orang, at=SAAT)


def test_a_proposal_is_never_public(diri):
    with pytest.raises(TidakDitemukan):
        setuju(PengakuanPabrik(pegawai=diri.pegawai, usul=True), diri)


def test_a_consent_taken_back_leaves_no_text(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    setuju(p, diri, nama=True)
    for _ in range(2):
        revoke_story(pengakuan_id=p.pk, actor=diri, at=SAAT)
    kisah = KisahPublik.objects.get()
    assert (tampil(diri), kisah.nama, kisah.kisah, kisah.dicabut_pada) == ([], "", "", SAAT)


def test_consent_is_given_anew_after_it_was_taken_back(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    setuju(p, diri)
    assert setuju(p, diri).pk == KisahPublik.objects.get().pk
    with pytest.raises(Bentrok):
        setuju(p, diri, nama=True)
    revoke_story(pengakuan_id=p.pk, actor=diri, at=SAAT)
    setuju(p, diri, nama=True)
    assert [k.nama for k in tampil(diri)] == ["Diri"]


def test_one_consent_holds_at_a_time_in_the_database_too(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    KisahPabrik(pengakuan=p)
    with pytest.raises(IntegrityError), transaction.atomic():
        KisahPabrik(pengakuan=p)


def test_stories_of_a_trial_instansi_are_not_public(client):
    coba = InstansiPabrik(kode="coba", uji_coba=True)
    KisahPabrik(pengakuan__pegawai=PegawaiPabrik(instansi=coba, atasan=PegawaiPabrik(instansi=coba)))
    assert client.get(reverse("publik:kisah", args=[coba.kode])).status_code == 404


def test_each_government_tells_its_own_stories(diri):
    lain = InstansiPabrik(kode="lain")
    KisahPabrik(pengakuan__pegawai=PegawaiPabrik(instansi=lain, atasan=PegawaiPabrik(instansi=lain)))
    assert tampil(diri) == []
