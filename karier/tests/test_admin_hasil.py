"""Runs and results in the HR door: counts equal their lists, decisions, files."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.lib.syarat import Status
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi, StatusRun
from karier.models import KeputusanRekomendasi, Rekomendasi, RunEvaluasi
from karier.tests.jalan import jalankan_sampai_selesai
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, predikat_tahun
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("hari_ini")]


def siap(**lain):  # fulfils every requirement of kenaikan reguler
    pegawai = PegawaiPabrik(pelaksana=True, **lain)
    predikat_tahun(pegawai, 2024, 2025, 2026)
    return pegawai


@pytest.fixture
def daerah(client):
    """People of every kind in one instansi, a finished run, and HR signed in."""
    instansi = InstansiPabrik(kode="batanghari")
    nyatakan_lengkap(instansi)
    unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Kesehatan")
    for _ in range(3):
        siap(unit=unit)
    PegawaiPabrik(pelaksana=True, unit=unit)
    jf = PegawaiPabrik(fungsional=True)
    predikat_tahun(jf, 2024, 2025, 2026)
    PakPabrik(pegawai=jf)
    KonversiPabrik(pegawai=jf)
    PegawaiPabrik(pppk=True)
    PegawaiPabrik()
    run = jalankan_sampai_selesai(instansi)
    client.force_login(hr_dari(instansi))
    return run


def hasil_url(run, **saring):
    isi = "&".join(f"{n}={v}" for n, v in saring.items())
    return f"{reverse('admin:karier_runevaluasi_hasil', args=[run.pk])}?{isi}"


def orang_pada(client, url):
    """Ids of the people on a results list, page by page."""
    ids = []
    while url:
        teks = client.get(url).content.decode()
        ids += re.findall(r"/hasil/(\d+)/", teks)
        lanjut = re.search(r'href="([^"]+)" rel="next"', teks)
        url = unescape(lanjut.group(1)) if lanjut else ""
    return ids


def test_counts_of_a_run_are_links_to_lists_with_exactly_that_many_people(client, daerah):
    jawaban = client.get(reverse("admin:karier_runevaluasi_change", args=[daerah.pk]))
    status = jawaban.context["status"]
    assert sum(s["jumlah"] for s in status) == daerah.jumlah_pegawai == 7
    for s in status:
        assert len(orang_pada(client, s["url"])) == s["jumlah"]


def test_every_choice_of_the_filter_counts_its_own_list(client, daerah):
    status = int(Status.PERLU_VERIFIKASI)
    isi = client.get(hasil_url(daerah, status=status)).context
    tautan = [(p["url"], p["jumlah"]) for p in isi["chip"]]
    for isian in isi["isian"]:
        tautan += [
            (hasil_url(daerah, status=status, **{isian["nama"]: p["nilai"]}), p["jumlah"])
            for p in isian["pilihan"]
            if p["jumlah"] is not None
        ]
    assert len(tautan) > 6
    assert [len(orang_pada(client, url)) for url, _ in tautan] == [jumlah for _, jumlah in tautan]


def test_the_list_pages_over_everybody_once(client, daerah, monkeypatch):
    monkeypatch.setattr("karier.admin.hasil.SEHALAMAN", 2)
    ids = orang_pada(client, hasil_url(daerah))
    assert sorted(map(int, ids)) == sorted(Pegawai.objects.values_list("pk", flat=True))


def test_the_list_takes_the_same_number_of_queries_for_one_row_and_for_twenty(
    client, daerah, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as sedikit:
        client.get(hasil_url(daerah, status=int(Status.MEMENUHI)))
    for _ in range(20):
        siap()
    run = jalankan_sampai_selesai(daerah.instansi)
    with django_assert_num_queries(len(sedikit)):
        client.get(hasil_url(run, status=int(Status.MEMENUHI)))


def test_everybody_on_a_page_of_results_gets_a_trail_row(client, daerah):
    client.get(hasil_url(daerah))
    terbaca = Jejak.objects.filter(tindakan="lihat_daftar", keperluan=f"Hasil {daerah}")
    assert set(terbaca.values_list("subjek_id", flat=True)) == set(
        Pegawai.objects.values_list("pk", flat=True)
    )


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_the_reason_of_a_decision_is_shown_to_hr_only(client, daerah, jenis, terlihat):
    usul = Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT).first()
    pembaca = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pembaca, jenis=jenis, instansi=daerah.instansi)
    KeputusanRekomendasi.objects.create(
        rekomendasi=usul, jenis=JenisKeputusan.TOLAK, alasan="Sedang menjalani hukuman",
        pegawai=usul.pegawai, oleh=pembaca, run=daerah,
    )  # fmt: skip
    client.force_login(pembaca)
    teks = client.get(reverse("admin:karier_rekomendasi_change", args=[usul.pk])).content.decode()
    assert ("Sedang menjalani hukuman" in teks) is terlihat


def test_a_person_page_shows_every_requirement_and_writes_a_trail(client, daerah):
    pegawai = Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT).first().pegawai
    jawaban = client.get(reverse("admin:karier_runevaluasi_orang", args=[daerah.pk, pegawai.pk]))
    assert "Masa dalam pangkat" in jawaban.content.decode()
    assert Jejak.objects.filter(tindakan="lihat_hasil", subjek_id=pegawai.pk, kanal="admin").count() == 1


def test_one_recommendation_is_decided_on_a_page_that_asks_and_then_undone(client, daerah):
    rekomendasi = Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT).first()
    url = reverse("admin:karier_rekomendasi_putuskan", args=[rekomendasi.pk, "tetapkan"])
    halaman = client.get(url)
    assert "Ya, tetapkan sebagai usulan" in halaman.content.decode()
    client.post(url, {"alasan": "", "versi": rekomendasi.versi})
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.DITETAPKAN
    urungkan = reverse("admin:karier_rekomendasi_putuskan", args=[rekomendasi.pk, "urungkan"])
    client.post(urungkan, {"alasan": "Salah orang", "versi": rekomendasi.versi})
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.MENUNGGU
    assert KeputusanRekomendasi.objects.filter(rekomendasi=rekomendasi).count() == 2


def test_a_refusal_without_a_reason_stays_on_the_page_with_the_field_named(client, daerah):
    rekomendasi = Rekomendasi.objects.first()
    url = reverse("admin:karier_rekomendasi_putuskan", args=[rekomendasi.pk, "tolak"])
    jawaban = client.post(url, {"alasan": "", "versi": rekomendasi.versi})
    assert jawaban.status_code == 200
    assert "Tuliskan alasan keputusan." in jawaban.content.decode()
    assert "<title>Galat:" in jawaban.content.decode()


def test_a_decision_over_an_old_version_is_refused_with_the_present_state(client, daerah):
    rekomendasi = Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT).first()
    url = reverse("admin:karier_rekomendasi_putuskan", args=[rekomendasi.pk, "tunda"])
    jawaban = client.post(url, {"alasan": "Menunggu berkas", "versi": rekomendasi.versi + 5})
    assert "Rekomendasi ini berubah sejak" in jawaban.content.decode()
    assert not KeputusanRekomendasi.objects.exists()


def test_the_xlsx_holds_exactly_the_filtered_people_and_everybody_gets_a_trail_row(client, daerah):
    url = reverse("admin:karier_runevaluasi_unduh", args=[daerah.pk, "xlsx"])
    jawaban = client.get(f"{url}?status={int(Status.MEMENUHI)}")
    with ZipFile(BytesIO(b"".join(jawaban.streaming_content))) as buku:
        lembar = buku.read("xl/worksheets/sheet1.xml").decode()
    nip = set(
        Pegawai.objects.filter(rekomendasi__jenis=JenisRekomendasi.KENAIKAN_PANGKAT).values_list(
            "nip", flat=True
        )
    )
    assert {n for n in Pegawai.objects.values_list("nip", flat=True) if n in lembar} == nip
    assert Jejak.objects.filter(tindakan="unduh").count() == len(nip) == 3


def test_the_csv_names_its_source_its_rules_and_guards_the_nip(client, daerah):
    url = reverse("admin:karier_runevaluasi_unduh", args=[daerah.pk, "csv"])
    teks = b"".join(client.get(url).streaming_content).decode("utf-8-sig")
    assert "Syarat kenaikan pangkat PNS, 1 Januari 2023" in teks
    assert daerah.digest in teks
    assert all(f",'{p.nip}," in f",{teks}".replace("\n", ",") for p in Pegawai.objects.all())


def test_results_do_not_exist_for_hr_of_another_instansi(client, daerah):
    client.force_login(hr_dari(InstansiPabrik(kode="lain")))
    pegawai = Pegawai.objects.filter(instansi=daerah.instansi).first()
    for nama, isi in (
        ("change", [daerah.pk]),
        ("hasil", [daerah.pk]),
        ("unduh", [daerah.pk, "csv"]),
        ("orang", [daerah.pk, pegawai.pk]),
    ):
        assert client.get(reverse(f"admin:karier_runevaluasi_{nama}", args=isi)).status_code == 404


def test_an_auditor_sees_the_counts_but_no_person(client, daerah):
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=daerah.instansi)
    client.force_login(auditor)
    jawaban = client.get(reverse("admin:karier_runevaluasi_change", args=[daerah.pk]))
    assert jawaban.status_code == 200
    assert not any(s["url"] for s in jawaban.context["status"])
    assert client.get(hasil_url(daerah)).status_code == 404
    assert client.post(reverse("admin:karier_runevaluasi_jalankan")).status_code == 404


def test_the_worklist_counts_equal_the_lists_behind_them(client, daerah):
    antrean = client.get(reverse("admin:index")).context["antrean"]
    butir = [b for kelompok in antrean for b in kelompok.butir]
    assert {"Usul KP TMT 1 Januari 2027", "Pegawai yang datanya perlu diperiksa"} <= {b.judul for b in butir}
    for b in butir:
        jawaban = client.get(b.url)
        assert jawaban.status_code == 200, b
        cl = jawaban.context.get("cl")
        jumlah = cl.result_count if cl else len(orang_pada(client, b.url))
        assert jumlah == b.jumlah, b


def test_a_run_starts_from_its_page_and_a_second_press_shows_the_same(client):
    instansi = InstansiPabrik(kode="batanghari")
    PegawaiPabrik(pelaksana=True)
    client.force_login(hr_dari(instansi))
    url = reverse("admin:karier_runevaluasi_jalankan")
    isi = {"instansi": instansi.pk, "per_tanggal": "2026-11-21"}
    pertama, kedua = client.post(url, isi), client.post(url, isi)
    run = RunEvaluasi.objects.get()
    assert run.status == StatusRun.BERJALAN
    assert pertama.url == kedua.url == reverse("admin:karier_runevaluasi_change", args=[run.pk])
    halaman = client.get(pertama.url).content.decode()
    assert 'http-equiv="refresh"' in halaman
    assert "Halaman ini boleh ditinggalkan" in halaman


def test_a_run_of_a_foreign_instansi_cannot_be_started(client):
    lain = InstansiPabrik(kode="lain")
    PegawaiPabrik(pelaksana=True, instansi=lain)
    client.force_login(hr_dari(InstansiPabrik(kode="batanghari")))
    isi = {"instansi": lain.pk, "per_tanggal": "2026-11-21"}
    jawaban = client.post(reverse("admin:karier_runevaluasi_jalankan"), isi)
    assert jawaban.status_code == 200
    assert not RunEvaluasi.objects.exists()


def test_a_date_without_rules_is_a_message_on_the_page(client):
    PegawaiPabrik(pelaksana=True)
    client.force_login(hr_dari(InstansiPabrik(kode="batanghari")))
    isi = {"instansi": InstansiPabrik(kode="batanghari").pk, "per_tanggal": f"{date(1999, 1, 1)}"}
    jawaban = client.post(reverse("admin:karier_runevaluasi_jalankan"), isi)
    assert "Belum ada aturan" in jawaban.content.decode()


def test_a_run_whose_rule_files_changed_is_explained_on_its_own_page(client, daerah):
    versi = daerah.versi_aturan
    versi["kenaikan_pangkat"]["sha256"] = "0" * 64
    RunEvaluasi.objects.filter(pk=daerah.pk).update(versi_aturan=versi)
    jawaban = client.get(hasil_url(daerah), follow=True)
    assert jawaban.redirect_chain[-1][0] == reverse("admin:karier_runevaluasi_change", args=[daerah.pk])
    assert "tidak sama dengan yang dipakai saat perhitungan" in jawaban.content.decode()


def test_the_page_of_a_person_leads_on_to_the_next_who_waits(client, daerah):
    usul = Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT)
    pertama, kedua, *_ = usul.order_by("pegawai_id").values_list("pegawai_id", flat=True)
    halaman = client.get(reverse("admin:karier_runevaluasi_orang", args=[daerah.pk, pertama]))
    lanjut = reverse("admin:karier_runevaluasi_orang", args=[daerah.pk, kedua])
    assert halaman.context["berikut"]["url"] == lanjut


def test_hr_reads_about_the_person_and_is_not_addressed_as_that_person(client, daerah):
    for pegawai_id in Pegawai.objects.values_list("pk", flat=True):
        url = reverse("admin:karier_runevaluasi_orang", args=[daerah.pk, pegawai_id])
        b = client.get(url).context["orang"]
        kalimat = [b.putusan.kalimat, b.putusan.langkah, *(s.tindakan for s in b.syarat)]
        assert not [k for k in kalimat if "Anda" in k or "Minta BKPSDM" in k]
