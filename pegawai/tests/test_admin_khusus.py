"""The HR door: who reads what is sensitive, and how a record is corrected, one's own never."""

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, KedudukanHukum, StatusDisiplin
from pegawai.kamus import LABEL
from pegawai.models import HasilUjian
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    hr_dari,
)
from pegawai.tests.test_admin import isian, ubah

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


def test_the_filter_of_an_auditor_does_not_single_out_a_penalty(client, instansi):
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    PegawaiPabrik(kedudukan_hukum=KedudukanHukum.AKTIF)
    berperan(client, JenisPeran.AUDITOR, instansi)
    for nilai, jumlah in ((KedudukanHukum.AKTIF, 2), (KedudukanHukum.HUKUMAN_DISIPLIN, 0)):
        cl = client.get(reverse(DAFTAR), {"kedudukan_hukum__exact": nilai.value}).context["cl"]
        assert cl.result_count == jumlah


def koreksi(client, hukuman, **lain):
    url = reverse("admin:pegawai_hukumandisiplin_change", args=[hukuman.pk])
    isi = {
        "status": StatusDisiplin.DIBATALKAN.value, "tingkat": hukuman.tingkat, "jenis": hukuman.jenis,
        "mulai": f"{hukuman.mulai:%d-%m-%Y}", "nomor_sk": hukuman.nomor_sk, "alasan": "Putusan 5/2026",
    }  # fmt: skip
    return client.post(url, {**isi, **lain})


def test_a_corrected_history_row_keeps_its_reason_and_leaves_a_trail(client, hr):
    hukuman = HukumanDisiplinPabrik()
    versi = hukuman.pegawai.versi
    assert "Tuliskan alasan perubahan" in koreksi(client, hukuman, alasan="").content.decode()
    assert koreksi(client, hukuman).status_code == 302
    assert hukuman.history.first().history_change_reason == "Putusan 5/2026"
    assert Jejak.objects.get(tindakan="ubah_catatan").keperluan == "Putusan 5/2026"
    hukuman.pegawai.refresh_from_db()
    assert hukuman.pegawai.versi == versi + 1


def test_nobody_writes_in_their_own_records(client, hr):
    diri = PegawaiPabrik()
    hr.pegawai = diri
    hr.save()
    hukuman = HukumanDisiplinPabrik(pegawai=diri)
    assert koreksi(client, hukuman).status_code == 403
    assert client.post(ubah(diri), isian(diri, nama="Lain")).status_code == 403
    isi = {"pegawai": diri.nip, "jenis": "1", "tanggal": "01-04-2026", "lulus": "on"}
    jawaban = client.post(reverse("admin:pegawai_hasilujian_add"), isi)
    assert "tentang diri Anda sendiri" in jawaban.content.decode()
    assert not HasilUjian.objects.exists()


def test_a_corrected_examination_keeps_what_stood_there(client, hr):
    ujian = HasilUjianPabrik(lulus=False)
    isi = {"jenis": ujian.jenis, "tanggal": f"{ujian.tanggal:%d-%m-%Y}", "lulus": "on", "alasan": "Surat 3"}
    client.post(reverse("admin:pegawai_hasilujian_change", args=[ujian.pk]), isi)
    teks = client.get(reverse("admin:pegawai_pegawai_history", args=[ujian.pegawai_id])).content.decode()
    assert "lulus tidak menjadi ya" in teks
    assert "Alasan: Surat 3" in teks


def test_the_history_says_words_not_codes(client, hr, instansi):
    pegawai, atasan = PegawaiPabrik(kedudukan_hukum=KedudukanHukum.AKTIF), PegawaiPabrik(nama="Rohana")
    luar = PegawaiPabrik(nama="Orang Luar", instansi=InstansiPabrik(kode="lain"))
    for siapa in (atasan, luar):
        pegawai.atasan, pegawai.kedudukan_hukum = siapa, KedudukanHukum.TUGAS_BELAJAR
        pegawai.save()
    teks = client.get(reverse("admin:pegawai_pegawai_history", args=[pegawai.pk])).content.decode()
    assert "atasan penilai kosong menjadi Rohana" in teks
    assert "kedudukan hukum Aktif menjadi Tugas belajar" in teks
    assert "Rohana menjadi (di luar lingkup Anda)" in teks
    assert "Orang Luar" not in teks
