"""The HR door: who reads what is sensitive, on pages, in lists, in the history and on the trail."""

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPegawai, JenisPeran, KedudukanHukum, StatusKepegawaian
from pegawai.kamus import LABEL
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    hr_dari,
)
from pegawai.tests.test_admin import kirim, ubah
from pegawai.tests.test_admin_catatan import dibaca, koreksi

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pegawai_pegawai_changelist"


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def hr(client, instansi):
    pengguna = hr_dari(instansi)
    client.force_login(pengguna)
    return pengguna


def berperan(client, jenis, instansi):
    pengguna = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pengguna, jenis=jenis, instansi=instansi)
    client.force_login(pengguna)


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_discipline_is_shown_to_hr_only(client, instansi, jenis, terlihat):
    hukuman = HukumanDisiplinPabrik(jenis="Pemotongan tunjangan enam bulan")
    berperan(client, jenis, instansi)
    teks = client.get(ubah(hukuman.pegawai)).content.decode()
    assert ("Pemotongan tunjangan" in teks) is terlihat
    riwayat = client.get(reverse("admin:pegawai_pegawai_history", args=[hukuman.pegawai_id]))
    assert ("Hukuman disiplin" in riwayat.content.decode()) is terlihat
    daftar = client.get(reverse("admin:pegawai_hukumandisiplin_changelist"))
    assert daftar.status_code == (200 if terlihat else 403)


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_examinations_are_shown_to_hr_only(client, instansi, jenis, terlihat):
    ujian = HasilUjianPabrik(nomor="UD-77/2026")
    berperan(client, jenis, instansi)
    assert ("UD-77/2026" in client.get(ubah(ujian.pegawai)).content.decode()) is terlihat
    daftar = client.get(reverse("admin:pegawai_hasilujian_changelist"))
    assert daftar.status_code == (200 if terlihat else 403)
    baris = client.get(reverse("admin:pegawai_hasilujian_change", args=[ujian.pk]))
    assert baris.status_code == (200 if terlihat else 404)


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_a_standing_that_tells_of_a_penalty_is_shown_to_hr_only(client, instansi, jenis, terlihat):
    pegawai = PegawaiPabrik(kedudukan_hukum=KedudukanHukum.AKTIF)
    pegawai.kedudukan_hukum = KedudukanHukum.HUKUMAN_DISIPLIN
    pegawai._change_reason = "SK hukuman 9/2026"
    pegawai.save()
    berperan(client, jenis, instansi)
    riwayat = client.get(reverse("admin:pegawai_pegawai_history", args=[pegawai.pk])).content.decode()
    unduh = client.get(reverse("admin:pegawai_pegawai_unduh", args=["csv"]))
    kata = LABEL[KedudukanHukum][KedudukanHukum.HUKUMAN_DISIPLIN]
    for teks in (
        client.get(reverse(DAFTAR)).content.decode(),
        client.get(ubah(pegawai)).content.decode(),
        b"".join(unduh.streaming_content).decode(),
        riwayat,
    ):
        assert (kata in teks) is terlihat
    assert ("SK hukuman 9/2026" in riwayat) is terlihat


def riwayat(client, pegawai):
    return client.get(reverse("admin:pegawai_pegawai_history", args=[pegawai.pk])).content.decode()


def test_a_hidden_change_leaves_no_empty_line_in_the_history(client, instansi):
    pegawai = PegawaiPabrik(kedudukan_hukum=KedudukanHukum.AKTIF)
    ubah_kedudukan(pegawai, KedudukanHukum.HUKUMAN_DISIPLIN)
    berperan(client, JenisPeran.AUDITOR, instansi)
    assert "Data utama. Dicatat" in riwayat(client, pegawai)
    assert "Data utama. Diubah" not in riwayat(client, pegawai)


def test_what_follows_a_penalty_reads_as_the_end_of_active_service(client, instansi):
    pegawai = PegawaiPabrik(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    ubah_kedudukan(pegawai, KedudukanHukum.CLTN)
    berperan(client, JenisPeran.AUDITOR, instansi)
    assert "kedudukan hukum Aktif menjadi Cuti di luar tanggungan negara" in riwayat(client, pegawai)
    assert "SK 1/2026" not in riwayat(client, pegawai)


def ubah_kedudukan(pegawai, kedudukan):
    pegawai.kedudukan_hukum = kedudukan
    pegawai._change_reason = "SK 1/2026"
    pegawai.save()


def test_a_ppk_under_a_penalty_reads_like_every_other_ppk(client, instansi):
    isi = {"jenis": JenisPegawai.PPPK, "status": StatusKepegawaian.PPPK, "tmt_cpns": None, "tmt_pns": None}
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN, **isi)
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.PPPK_AKTIF, **isi)
    berperan(client, JenisPeran.AUDITOR, instansi)
    nilai = {"kedudukan_hukum__exact": KedudukanHukum.PPPK_AKTIF.value}
    assert client.get(reverse(DAFTAR), nilai).context["cl"].result_count == 2


def jejak(client, **cari):
    return client.get(reverse("admin:inti_jejak_changelist"), cari).content.decode()


def test_the_trail_of_sensitive_changes_is_for_hr_of_the_person(client, hr, instansi):
    hukuman, ujian = HukumanDisiplinPabrik(), HasilUjianPabrik()
    koreksi(client, hukuman)
    isi = {"jenis": ujian.jenis, "tanggal": f"{ujian.tanggal:%d-%m-%Y}", "alasan": "Surat ujian 3"}
    client.post(reverse("admin:pegawai_hasilujian_change", args=[ujian.pk]), {**isi, **dibaca(ujian)})
    pegawai = PegawaiPabrik()
    kirim(client, pegawai, kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN.value, alasan="SK hukuman 9")
    pegawai.refresh_from_db()
    kirim(client, pegawai, nama="Nama Baru", alasan="SK nama 8")
    for teks in ("Putusan 5/2026", "Surat ujian 3", "SK hukuman 9", "SK nama 8"):
        assert teks in jejak(client)
    berperan(client, JenisPeran.AUDITOR, instansi)
    for teks in ("Putusan 5/2026", "Surat ujian 3", "SK hukuman 9"):
        assert teks not in jejak(client)
    assert "SK nama 8" in jejak(client)
    baris = Jejak.objects.get(keperluan="SK hukuman 9")
    assert client.get(reverse("admin:inti_jejak_change", args=[baris.pk])).status_code == 404


def test_the_moment_of_a_hidden_change_is_not_shown(client, instansi):
    pegawai = PegawaiPabrik()
    for jenis, terlihat in ((JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)):
        berperan(client, jenis, instansi)
        assert ("diubah pada" in client.get(ubah(pegawai)).content.decode().lower()) is terlihat


def test_the_filter_of_an_auditor_does_not_single_out_a_penalty(client, instansi):
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.AKTIF)
    berperan(client, JenisPeran.AUDITOR, instansi)
    for nilai, jumlah in ((KedudukanHukum.AKTIF, 2), (KedudukanHukum.HUKUMAN_DISIPLIN, 0)):
        cl = client.get(reverse(DAFTAR), {"kedudukan_hukum__exact": nilai.value}).context["cl"]
        assert cl.result_count == jumlah


@pytest.mark.parametrize(("jenis", "jumlah"), [(JenisPeran.HR_INSTANSI, 1), (JenisPeran.AUDITOR, 0)])
def test_an_examination_past_its_end_without_a_decision_is_on_the_worklist_of_hr(
    client, instansi, jenis, jumlah
):
    lewat = {"pemeriksaan": True, "mulai": date(2020, 1, 1), "sampai": date(2020, 2, 1)}
    HukumanDisiplinPabrik(**lewat)
    HukumanDisiplinPabrik(pemeriksaan=True, mulai=date(2020, 1, 1))
    diputus = HukumanDisiplinPabrik(**lewat, nomor_sk="P/1").pegawai
    HukumanDisiplinPabrik(pegawai=diputus, ringan=True, mulai=date(2020, 2, 2), sampai=date(2020, 3, 1))
    berperan(client, jenis, instansi)
    butir = [b for k in client.get(reverse("admin:index")).context["antrean"] for b in k.butir]
    tugas = [b for b in butir if b.judul == "Pemeriksaan disiplin belum diputus"]
    assert sum(t.jumlah for t in tugas) == jumlah
    daftar = client.get(reverse(DAFTAR), {"temuan": "pemeriksaan_belum_diputus"}).context["cl"]
    assert daftar.result_count == jumlah
    pilihan = client.get(reverse(DAFTAR)).content.decode()
    assert ("Pemeriksaan disiplin belum diputus" in pilihan) is bool(jumlah)
