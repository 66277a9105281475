"""Many proposals at once: who goes, who stays behind and why, once, and back again."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import JalurPangkat, JenisKeputusan, StatusRekomendasi, StatusUsul
from karier.models import KeputusanRekomendasi, Rekomendasi, SuratPengantar, UsulKenaikanPangkat
from karier.services.berkas_kp import berkas_zip
from karier.services.bulan_kp import aturan_bulan, buka_bulan, daftar_periode
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.services.surat import IsianSurat, buat_surat, isi_surat, tandai_diunduh, urungkan_surat
from karier.services.usul_bersama import (
    BERUBAH,
    DIRI_SENDIRI,
    Pilihan,
    baca_pilihan,
    pilah_usulan,
    tetapkan_usulan,
)
from karier.tests.bantu import gagalkan, memenuhi, putuskan, satu
from karier.tests.bulan import TMT, tumpukan, usul
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    RiwayatPangkatPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
PDF = b"%PDF-1.4 contoh"


@pytest.fixture
def empat():
    """Four ready people after a run."""
    orang = [memenuhi(nama=f"Orang {n}") for n in range(4)]
    nyatakan_lengkap(orang[0].instansi)
    jalankan_sampai_selesai(orang[0].instansi)
    return orang


@pytest.fixture
def hr(empat):
    return hr_dari(empat[0].instansi)


def pilihan(*orang: Pegawai):
    return [Pilihan(satu(o).pk, satu(o).versi) for o in orang]


def isian(orang, hr, **lain):
    dipilih = lain.pop("pilihan") if "pilihan" in lain else pilihan(*orang)
    awal = {"instansi": orang[0].instansi, "periode": TMT, "pilihan": dipilih}
    return {**awal, "actor": hr, "at": SAAT, **lain}


def tetapkan(orang, hr, kunci="k", **lain):
    return tetapkan_usulan(kunci=kunci, **isian(orang, hr, **lain))


def sebab(orang, hr, **lain):
    pilahan = pilah_usulan(**isian(orang, hr, **lain))
    return {r.pegawai_id: s for r, s in pilahan.ditinggal}, len(pilahan.dapat)


def test_everybody_ready_goes_under_one_letter(empat, hr):
    surat = tetapkan(empat, hr)
    assert surat.anggota.count() == 4
    assert {r.status for r in Rekomendasi.objects.filter(jenis="kenaikan_pangkat")} == {"ditetapkan"}
    assert KeputusanRekomendasi.objects.filter(jenis=JenisKeputusan.TETAPKAN, oleh=hr).count() == 4
    assert {u.history.count() for u in surat.anggota.all()} == {1}


def test_who_stays_behind_is_named_with_the_reason(empat, hr):
    diri, dihukum, kurang, _ = empat
    akun = hr_dari(diri.instansi, pegawai=diri)
    HukumanDisiplinPabrik(pegawai=dihukum)
    gagalkan(kurang)
    alasan, dapat = sebab(empat, akun)
    assert dapat == 1
    assert alasan[diri.pk] == DIRI_SENDIRI
    assert "hukuman disiplin" in alasan[dihukum.pk]
    assert "predikat kinerja" in alasan[kurang.pk]
    assert tetapkan(empat, akun).anggota.count() == 1


def test_a_choice_made_before_somebody_else_decided_is_stale(empat, hr):
    dipilih = pilihan(*empat)
    putuskan(empat[0], hr, JenisKeputusan.TUNDA)
    alasan, dapat = sebab(empat, hr, pilihan=dipilih)
    assert (alasan, dapat) == ({empat[0].pk: BERUBAH}, 3)


def test_the_same_confirm_page_sent_twice_makes_one_letter(empat, hr):
    dipilih = pilihan(*empat)
    pertama = tetapkan(empat, hr, pilihan=dipilih)
    assert tetapkan(empat, hr, pilihan=dipilih) == pertama
    with pytest.raises(DomainError, match="Tidak seorang pun"):
        tetapkan(empat, hr, kunci="lain", pilihan=dipilih)
    assert SuratPengantar.objects.count() == 1
    assert UsulKenaikanPangkat.objects.count() == 4


def test_a_closed_window_takes_nobody(empat, hr):
    with pytest.raises(DomainError, match="ditutup pada 15 Desember 2026"):
        tetapkan(empat, hr, at=SAAT + timedelta(days=40))


@pytest.mark.parametrize(("banyak", "kode"), [(0, "pilihan_kosong"), (501, "pilihan_terlalu_banyak")])
def test_none_and_too_many_are_refused(empat, hr, banyak, kode):
    with pytest.raises(DomainError) as salah:
        tetapkan(empat, hr, pilihan=[Pilihan(n, 1) for n in range(banyak)])
    assert salah.value.kode == kode


def test_only_hr_of_the_whole_instansi_makes_a_letter(empat, hr):
    unit = UnitKerjaPabrik(instansi=empat[0].instansi)
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, instansi=unit.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    sana = hr_dari(InstansiPabrik(kode="nabire"))
    for siapa in (operator, sana, PenggunaPabrik(pegawai=empat[0])):
        with pytest.raises(TidakDitemukan):
            tetapkan(empat, siapa)
    assert not SuratPengantar.objects.exists()


def test_people_of_another_instansi_in_the_choice_are_not_there(empat, hr):
    sana = InstansiPabrik(kode="nabire")
    lain = memenuhi(instansi=sana)
    nyatakan_lengkap(sana)
    jalankan_sampai_selesai(sana)
    pilahan = pilah_usulan(**isian([*empat, lain], hr))
    assert (pilahan.dipilih, len(pilahan.dapat), pilahan.ditinggal) == (5, 4, [])


def test_forty_people_cost_the_same_queries_as_four(empat, hr):
    dipilih = pilihan(*empat)
    with CaptureQueriesContext(connection) as sedikit:
        tetapkan(empat, hr, pilihan=dipilih)
    banyak = [memenuhi() for _ in range(40)]
    jalankan_sampai_selesai(empat[0].instansi)
    dipilih = pilihan(*banyak)
    with CaptureQueriesContext(connection) as tangkap:
        surat = tetapkan(banyak, hr, kunci="k2", pilihan=dipilih)
    assert surat.anggota.count() == 40
    assert len(tangkap) <= len(sedikit)


@pytest.mark.parametrize("teks", ["", "x", "1", "1.", ".1", "1.x", "٣.1", f"{'9' * 19}.1"])
def test_a_choice_that_is_not_one_is_passed_over(teks):
    assert baca_pilihan([teks, "3.1", "3.2"]) == [Pilihan(3, 2)]


# -- back again ---------------------------------------------------------------------------------


def test_the_whole_batch_comes_back_and_may_be_proposed_again(empat, hr):
    surat = tetapkan(empat, hr)
    assert urungkan_surat(surat_id=surat.pk, versi=1, alasan="Salah periode", actor=hr, at=SAAT) == 4
    assert tumpukan(surat.instansi, hr, SAAT.date()) == {"siap": 4}
    kedua = tetapkan(empat, hr, kunci="k2")
    assert kedua.anggota.count() == 4
    assert UsulKenaikanPangkat.objects.count() == 4


def test_a_stale_undo_changes_nothing(empat, hr):
    surat = tetapkan(empat, hr)
    isi_surat(surat_id=surat.pk, isian=IsianSurat("1", SAAT.date()), berkas=None, versi=1, actor=hr, at=SAAT)
    with pytest.raises(Bentrok):
        urungkan_surat(surat_id=surat.pk, versi=1, alasan="x", actor=hr, at=SAAT)
    urungkan_surat(surat_id=surat.pk, versi=2, alasan="x", actor=hr, at=SAAT)
    with pytest.raises(DomainError, match="sudah diurungkan"):
        urungkan_surat(surat_id=surat.pk, versi=3, alasan="x", actor=hr, at=SAAT)


def test_after_the_window_a_batch_taken_back_lapses(empat, hr):
    surat = tetapkan(empat, hr)
    lewat = SAAT + timedelta(days=40)
    urungkan_surat(surat_id=surat.pk, versi=1, alasan="Ditarik", actor=hr, at=lewat)
    assert {satu(o).status for o in empat} == {StatusRekomendasi.GUGUR}


def test_an_answer_of_bkn_or_the_final_download_ends_the_undo(empat, hr):
    surat = tetapkan(empat, hr)
    u = usul(empat[0])
    jawaban = Jawaban(StatusUsul.BTS, SAAT.date(), alasan="SK jabatan", dokumen="sk_jabatan")
    catat_jawaban(usul_id=u.pk, jawaban=jawaban, versi=u.versi, actor=hr, at=SAAT)
    with pytest.raises(DomainError, match="sudah menjawab usul 1 pegawai"):
        urungkan_surat(surat_id=surat.pk, versi=1, alasan="x", actor=hr, at=SAAT)
    isi_surat(
        surat_id=surat.pk,
        isian=IsianSurat("800/1", SAAT.date()),
        berkas=io.BytesIO(PDF),
        versi=1,
        actor=hr,
        at=SAAT,
    )
    surat.refresh_from_db()
    assert surat.final
    tandai_diunduh(surat=surat, actor=hr, at=SAAT)
    surat.refresh_from_db()
    with pytest.raises(DomainError, match="final sudah diunduh"):
        urungkan_surat(surat_id=surat.pk, versi=surat.versi, alasan="x", actor=hr, at=SAAT)


def test_nobody_takes_back_a_batch_with_their_own_proposal(empat, hr):
    surat = tetapkan(empat, hr)
    akun = hr_dari(empat[0].instansi, pegawai=empat[0])
    with pytest.raises(TidakBoleh):
        urungkan_surat(surat_id=surat.pk, versi=1, alasan="x", actor=akun, at=SAAT)


def test_the_papers_are_drafts_until_number_and_signed_copy(empat, hr):
    surat = tetapkan(empat, hr)
    with zipfile.ZipFile(io.BytesIO(berkas_zip(surat, hr))) as arsip:
        assert sorted(arsip.namelist()) == [
            "nominatif-KONSEP.pdf", "nominatif-KONSEP.xlsx", "surat-pengantar-KONSEP.pdf"
        ]  # fmt: skip
    with pytest.raises(DomainError, match="harus berkas PDF"):
        isi_surat(
            surat_id=surat.pk, isian=IsianSurat("1", SAAT.date()), berkas=io.BytesIO(b"GIF"), versi=1,
            actor=hr, at=SAAT,
        )  # fmt: skip
    surat = isi_surat(
        surat_id=surat.pk, isian=IsianSurat("1", SAAT.date()), berkas=io.BytesIO(PDF), versi=1,
        actor=hr, at=SAAT,
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(berkas_zip(surat, hr))) as arsip:
        assert arsip.read("surat-pengantar-bertanda-tangan.pdf") == PDF
        assert "nominatif.xlsx" in arsip.namelist()


# -- one by one ---------------------------------------------------------------------------------


def test_a_single_decision_makes_a_proposal_and_an_undo_takes_it_back(empat, hr):
    putuskan(empat[0], hr, JenisKeputusan.TETAPKAN)
    assert usul(empat[0]).status == StatusUsul.DIUSULKAN
    putuskan(empat[0], hr, JenisKeputusan.URUNGKAN)
    assert usul(empat[0]).status == StatusUsul.DIURUNGKAN
    assert usul(empat[0]).history.count() == 2


def test_proposals_decided_one_by_one_get_a_letter_once(empat, hr):
    for o in empat[:2]:
        putuskan(o, hr, JenisKeputusan.TETAPKAN)
    instansi = empat[0].instansi
    hari, aturan = aturan_bulan(instansi, SAAT)
    periode = next(p for p in daftar_periode(hari, aturan) if p.sasaran)
    bulan = buka_bulan(instansi=instansi, periode=periode, pengguna=hr, hari_ini=hari, aturan=aturan)
    surat = buat_surat(bulan=bulan, kunci="a", actor=hr, at=SAAT)
    assert surat.anggota.count() == 2
    assert buat_surat(bulan=bulan, kunci="a", actor=hr, at=SAAT) == surat
    with pytest.raises(DomainError, match="sudah ada dalam surat"):
        buat_surat(bulan=bulan, kunci="b", actor=hr, at=SAAT)
    with pytest.raises(TidakDitemukan):
        buat_surat(bulan=bulan, kunci="c", actor=hr_dari(InstansiPabrik(kode="nabire")), at=SAAT)


def test_who_was_proposed_before_proposals_had_rows_gets_one(empat, hr):
    for o in empat[:2]:
        putuskan(o, hr, JenisKeputusan.TETAPKAN)
    Rekomendasi.objects.filter(pk=satu(empat[1]).pk).update(status=StatusRekomendasi.TERLAKSANA)
    UsulKenaikanPangkat.objects.all().delete()
    import_module("karier.migrations.0009_usul").usul_dari_keputusan(apps, None)
    assert [usul(o).status for o in empat[:2]] == [StatusUsul.DIUSULKAN, StatusUsul.SK_TERBIT]
    assert usul(empat[0]).jalur == JalurPangkat.REGULER


def test_a_run_that_finds_the_golongan_closes_the_proposal_and_opens_it_again(empat, hr):
    tetapkan(empat[:1], hr)
    riwayat = RiwayatPangkatPabrik(pegawai=empat[0], golongan=11, tmt=TMT)
    jalankan_sampai_selesai(empat[0].instansi)
    assert (satu(empat[0]).status, usul(empat[0]).status) == ("terlaksana", "sk_terbit")
    riwayat.delete()
    jalankan_sampai_selesai(empat[0].instansi)
    assert (satu(empat[0]).status, usul(empat[0]).status) == ("ditetapkan", "diusulkan")


def test_a_pppk_is_never_among_the_ready(empat, hr):
    PegawaiPabrik(pppk=True)
    jalankan_sampai_selesai(empat[0].instansi)
    assert tumpukan(empat[0].instansi, hr, date(2026, 11, 21)) == {"siap": 4}
