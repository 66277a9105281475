"""Signed copies: attached by HR for what they saw, of that content only, read by who may print the paper."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import JenisDokumen, Predikat, Rating, StatusPenilaian
from kinerja.models import SalinanTertanda
from kinerja.services.dokumen import Dokumen, find_paper
from kinerja.services.salinan import attach_signed
from kinerja.tests.bantu_dokumen import SAAT, Dunia, luar
from kinerja.tests.teks_pdf import teks_pdf
from pegawai.models import Bukti
from pegawai.services import brankas
from pegawai.tests.berkas_bukti import foto, pdf, unggahan
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db
TAHUNAN = JenisDokumen.EVALUASI_TAHUNAN


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def dokumen(d: Dunia) -> Dokumen:
    return find_paper(jenis=TAHUNAN, pk=d.tahunan.pk, pengguna=d.hr)


def lampirkan(d: Dunia, actor: Any = None, *, berkas: Any = None, sidik: str = "") -> SalinanTertanda:
    return attach_signed(
        jenis=TAHUNAN,
        pk=d.tahunan.pk,
        sidik=sidik or dokumen(d).sidik,
        berkas=berkas or unggahan(),
        actor=actor or d.hr,
        at=SAAT,
        kanal="admin",
    )


def konsep(d: Dunia, yang: str = "tahunan") -> bool:
    return "KONSEP" in teks_pdf(d.ambil(yang).content)


def salinan(d: Dunia, pengguna: Any) -> Any:
    client = Client()
    client.force_login(pengguna)
    return client.get(reverse("kinerja:salinan", args=[TAHUNAN.value, d.tahunan.pk]))


def test_with_its_signed_copy_a_paper_is_no_konsep_and_the_others_stay_one(d: Dunia) -> None:
    assert konsep(d)
    lampirkan(d)
    assert (konsep(d), konsep(d, "periodik"), konsep(d, "konversi")) == (False, True, True)


def test_when_the_paper_says_something_else_it_is_a_konsep_again(d: Dunia) -> None:
    lampirkan(d)
    d.tahunan.rating_perilaku, d.tahunan.predikat = Rating.DI_ATAS_EKSPEKTASI, Predikat.SANGAT_BAIK
    d.tahunan.save()
    assert konsep(d)
    assert salinan(d, d.hr).status_code == 404


def test_a_new_title_of_the_person_does_not_take_the_signature_away(d: Dunia) -> None:
    lampirkan(d)
    d.orang.gelar_belakang = "M.Si."
    d.orang.save()
    assert not konsep(d)


def test_only_hr_of_the_person_attaches(d: Dunia) -> None:
    sidik = dokumen(d).sidik
    for pengguna in (d.diri, d.atasan):
        with pytest.raises(TidakBoleh):
            lampirkan(d, pengguna, sidik=sidik)
    for pengguna in luar(d):
        with pytest.raises(TidakDitemukan):
            lampirkan(d, pengguna, sidik=sidik)
    assert not Bukti.objects.exists()


def test_hr_attaches_nothing_to_their_own_papers(d: Dunia) -> None:
    PeranPabrik(instansi=d.orang.instansi, pengguna=d.diri)
    with pytest.raises(TidakBoleh):
        lampirkan(d, d.diri)


def test_a_copy_of_what_hr_did_not_see_is_refused(d: Dunia) -> None:
    sidik = dokumen(d).sidik
    d.tahunan.umpan_balik = "Berubah."
    d.tahunan.save()
    with pytest.raises(Bentrok):
        lampirkan(d, sidik=sidik)


def test_an_appraisal_that_is_not_announced_takes_no_copy(d: Dunia) -> None:
    sidik = dokumen(d).sidik
    d.tahunan.status = StatusPenilaian.DIKIRIM
    d.tahunan.save()
    with pytest.raises(TidakDitemukan):
        lampirkan(d, sidik=sidik)


def test_the_same_file_twice_is_one_copy_and_another_one_replaces_it(
    d: Dunia, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        pertama = lampirkan(d)
        assert lampirkan(d).pk == pertama.pk
        lampirkan(d, berkas=unggahan(isi=pdf(b"/Lang (id)")))
    bukti = Bukti.objects.get()
    assert SalinanTertanda.objects.get().bukti == bukti
    assert bukti.berkas in set(brankas.daftar())
    assert Jejak.objects.filter(tindakan="lampirkan_salinan").count() == 2


@pytest.mark.parametrize("isi", [b"bukan pdf", b""])
def test_a_file_that_is_no_paper_is_refused_and_nothing_is_kept(d: Dunia, isi: bytes) -> None:
    with pytest.raises(DomainError):
        lampirkan(d, berkas=SimpleUploadedFile("a.pdf", isi))
    assert not SalinanTertanda.objects.exists()


def test_a_photograph_will_do(d: Dunia) -> None:
    lampirkan(d, berkas=SimpleUploadedFile("a.jpg", foto()))
    assert not konsep(d)


def test_who_may_print_the_paper_reads_its_copy_and_nobody_else(d: Dunia) -> None:
    lampirkan(d)
    assert [salinan(d, p).status_code for p in (d.diri, d.atasan, d.hr)] == [200] * 3
    assert [salinan(d, p).status_code for p in luar(d)] == [404] * 5
    assert Jejak.objects.filter(tindakan="unduh_bukti", subjek_id=d.orang.pk).count() == 3


def test_an_unknown_kind_of_paper_has_no_copy(d: Dunia) -> None:
    client = Client()
    client.force_login(d.hr)
    assert client.get(reverse("kinerja:salinan", args=["apa", 1])).status_code == 404
    assert salinan(d, d.hr).status_code == 404


# -- the page of HR ---------------------------------------------------------------------------------


def halaman(pengguna: Any, d: Dunia, **isi: Any) -> Any:
    client = Client()
    client.force_login(pengguna)
    alamat = reverse("admin:kinerja_dokumen", args=[d.orang.pk])
    return client.post(alamat, isi) if isi else client.get(alamat)


def test_the_page_lists_every_paper_and_attaches_in_one_step(d: Dunia) -> None:
    satu = dokumen(d)
    teks = halaman(d.hr, d).content.decode()
    assert teks.count("KONSEP</span>") == 5
    jawaban = halaman(d.hr, d, dokumen=f"{satu.jenis}:{satu.pk}:{satu.sidik}", berkas=unggahan())
    assert jawaban.status_code == 302
    teks = halaman(d.hr, d).content.decode()
    assert teks.count("KONSEP</span>") == 4
    assert reverse("kinerja:salinan", args=[satu.jenis.value, satu.pk]) in teks


def test_a_form_without_file_or_of_an_older_page_says_what_to_do(d: Dunia) -> None:
    satu = dokumen(d)
    kunci = f"{satu.jenis}:{satu.pk}:{satu.sidik}"
    assert "Pilih berkas salinan" in halaman(d.hr, d, dokumen=kunci).content.decode()
    lama = halaman(d.hr, d, dokumen=f"{satu.jenis}:{satu.pk}:beda", berkas=unggahan())
    assert "Muat ulang halaman" in lama.content.decode()
    rusak = halaman(d.hr, d, dokumen=kunci, berkas=SimpleUploadedFile("a.pdf", b"rusak"))
    assert rusak.status_code == 200
    assert not SalinanTertanda.objects.exists()


def test_the_page_is_for_hr_of_the_person(d: Dunia) -> None:
    lain = hr_dari(InstansiPabrik(kode="nabire"))
    assert halaman(lain, d).status_code == 404
    assert halaman(PenggunaPabrik(is_superuser=True, is_staff=True), d).status_code == 200


def test_hr_of_themself_sees_their_papers_without_the_form(d: Dunia) -> None:
    d.diri.is_staff = True
    d.diri.save()
    PeranPabrik(instansi=d.orang.instansi, pengguna=d.diri)
    teks = halaman(d.diri, d).content.decode()
    assert "Unduh PDF" in teks
    assert "Lampirkan salinan" not in teks


def test_who_has_no_paper_yet_is_told_when_they_come(d: Dunia) -> None:
    kosong = Dunia.__new__(Dunia)
    kosong.orang = d.atasan.pegawai
    assert "Belum ada dokumen" in halaman(d.hr, kosong).content.decode()
