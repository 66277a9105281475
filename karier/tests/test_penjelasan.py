"""*Jelaskan ke pegawai*: what is sent, to whom, once, and only from the latest outcome."""

import re

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError
from karier.enums import AlasanPenjelasan as Alasan
from karier.models import Penjelasan
from karier.services.penjelasan import Jawaban, explanation_pdf, send_explanation
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def atasan():
    return PegawaiPabrik(struktural=True, nama="Atasan Contoh")


@pytest.fixture
def orang(atasan):
    """Without predikat and under a penalty."""
    orang = PegawaiPabrik(pelaksana=True, nama="Saya Contoh", atasan=atasan)
    HukumanDisiplinPabrik(pegawai=orang)
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def hr(orang):
    return hr_dari(orang.instansi)


@pytest.fixture
def run(orang):
    return jalankan_sampai_selesai(orang.instansi)


def kirim(run, orang, hr, *, alasan=Alasan.SYARAT, catatan=""):
    return send_explanation(run=run, pegawai=orang, alasan=alasan, catatan=catatan, actor=hr, at=SAAT)


def test_every_unmet_requirement_stands_there_with_its_article_and_who_mends(run, orang, hr):
    syarat = {s["kode"]: s for s in kirim(run, orang, hr).isi["syarat"]}
    assert {"hukuman_disiplin", "predikat_2_tahun"} <= set(syarat)
    for s in syarat.values():
        assert s["dasar_hukum"]
        assert s["pelaku_teks"]
        assert s["nilai_teks"] or s["perlu_teks"]


def test_three_clicks_from_the_person_to_the_answer_and_one_to_have_read_it(client, run, orang, hr):
    client.force_login(hr)
    halaman = client.get(reverse("admin:karier_runevaluasi_orang", args=[run.pk, orang.pk])).content.decode()
    url = reverse("admin:karier_penjelasan_kirim", args=[run.pk, orang.pk])
    assert url in halaman  # 1: Jelaskan ke pegawai; 2: the reason, chosen already; 3: Kirim
    form = client.get(url).context["form"]
    jawaban = client.post(url, {"alasan": form.fields["alasan"].initial})
    penjelasan = Penjelasan.objects.get()
    assert jawaban["Location"] == reverse("admin:karier_penjelasan_change", args=[penjelasan.pk])
    client.force_login(PenggunaPabrik(pegawai=orang))
    baca = reverse("karier:penjelasan", args=[penjelasan.pk])
    for halaman in ("karier:beranda", "karier:syarat"):
        assert baca in client.get(reverse(halaman)).content.decode()
    assert "Saya sudah membaca" in client.get(baca).content.decode()
    dibaca = reverse("karier:penjelasan_dibaca", args=[penjelasan.pk])
    client.post(dibaca)
    penjelasan.refresh_from_db()
    pertama = penjelasan.dibaca_pada
    assert pertama is not None
    client.post(dibaca)
    penjelasan.refresh_from_db()
    assert penjelasan.dibaca_pada == pertama
    assert baca not in client.get(reverse("karier:beranda")).content.decode()


def test_two_presses_are_one_answer_and_other_words_are_another(run, orang, hr):
    assert kirim(run, orang, hr).pk == kirim(run, orang, hr).pk
    kirim(run, orang, hr, catatan="Bawa ijazah asli.")
    assert Penjelasan.objects.count() == 2


def test_an_answer_stays_as_it_was_sent_when_a_newer_run_says_otherwise(run, orang, hr):
    penjelasan = kirim(run, orang, hr)
    orang.hukuman_disiplin.all().delete()
    jalankan_sampai_selesai(orang.instansi)
    penjelasan.refresh_from_db()
    assert "hukuman_disiplin" in {s["kode"] for s in penjelasan.isi["syarat"]}
    with pytest.raises(Bentrok, match="lebih baru"):
        kirim(run, orang, hr, catatan="Sekali lagi.")


def test_a_reason_that_the_outcome_does_not_support_is_refused(orang, hr):
    predikat_tahun(orang, 2024, 2025)
    run = jalankan_sampai_selesai(orang.instansi)
    assert Alasan.DATA not in Jawaban(run, orang).pilihan
    with pytest.raises(DomainError, match="tidak sesuai"):
        kirim(run, orang, hr, alasan=Alasan.DATA)
    with pytest.raises(DomainError, match="disampaikan BKN"):
        kirim(run, orang, hr, alasan=Alasan.DIKEMBALIKAN)


def test_nobody_answers_themself(run, orang, hr):
    hr.pegawai = orang
    hr.save()
    with pytest.raises(DomainError, match="petugas lain"):
        kirim(run, orang, hr)


def test_neither_the_leader_nor_another_instansi_opens_it(client, run, orang, atasan, hr):
    pk = kirim(run, orang, hr).pk
    for siapa in (PenggunaPabrik(pegawai=atasan), hr_dari(InstansiPabrik(kode="nabire"))):
        client.force_login(siapa)
        for nama in ("karier:penjelasan", "karier:penjelasan_unduh"):
            assert client.get(reverse(nama, args=[pk])).status_code == 404


def test_the_paper_is_one_page_whatever_its_length(run, orang, hr):
    orang.nama, orang.gelar_belakang = "Wirawan " * 15, "M.Kes., " * 10
    orang.save()
    penjelasan = kirim(run, orang, hr, catatan="Lengkapi berkas. " * 29)
    penjelasan.isi["syarat"] = penjelasan.isi["syarat"] * 4
    assert len(re.findall(rb"/Type\s*/Page\b", explanation_pdf(penjelasan))) == 1
