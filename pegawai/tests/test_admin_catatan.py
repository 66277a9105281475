"""The HR door: correcting a row of a history: with a reason, never one's own, nothing overwritten."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Jejak
from pegawai.enums import KedudukanHukum, StatusDisiplin
from pegawai.models import HasilUjian
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    RiwayatJabatanPabrik,
    hr_dari,
)
from pegawai.tests.test_admin import isian, ubah

pytestmark = pytest.mark.django_db
SAAT_BASIS_DATA = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def hr(client, instansi):
    pengguna = hr_dari(instansi)
    client.force_login(pengguna)
    return pengguna


def dibaca(catatan):
    """The hidden field of the form: the version of the row that the officer saw."""
    return {"diubah_dibaca": catatan.diubah_pada.isoformat()}


def koreksi(client, hukuman, **lain):
    url = reverse("admin:pegawai_hukumandisiplin_change", args=[hukuman.pk])
    isi = {
        "status": StatusDisiplin.DIBATALKAN.value, "tingkat": hukuman.tingkat, "jenis": hukuman.jenis,
        "mulai": f"{hukuman.mulai:%d-%m-%Y}", "nomor_sk": hukuman.nomor_sk, "alasan": "Putusan 5/2026",
        **dibaca(hukuman),
    }  # fmt: skip
    return client.post(url, {**isi, **lain})


def test_a_stale_correction_is_refused_keeps_what_was_typed_and_says_who_changed_what(client, hr):
    hukuman = HukumanDisiplinPabrik(jenis="Penundaan")
    isi = {"status": StatusDisiplin.DIJATUHKAN.value}
    assert koreksi(client, hukuman, **isi, sampai="31-12-2027").status_code == 302
    jawaban = koreksi(client, hukuman, **isi, sampai="30-06-2027", jenis="Penurunan jabatan")
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert f"{hr} mengubah catatan ini" in teks
    assert "sampai 30 Juni 2027 menjadi 31 Desember 2027" in teks
    assert 'value="Penurunan jabatan"' in teks
    hukuman.refresh_from_db()
    assert (hukuman.sampai, hukuman.jenis) == (date(2027, 12, 31), "Penundaan")
    # The page that comes back has seen the new row: pressing Simpan again is a decision.
    segar = dict(dibaca(hukuman))
    assert f'value="{segar["diubah_dibaca"]}"' in teks
    assert koreksi(client, hukuman, **isi, sampai="30-06-2027", **segar).status_code == 302


def test_a_form_without_the_version_it_saw_is_refused(client, hr):
    hukuman = HukumanDisiplinPabrik()
    assert koreksi(client, hukuman, diubah_dibaca="").status_code == 200
    hukuman.refresh_from_db()
    assert hukuman.status == StatusDisiplin.DIJATUHKAN


def test_a_post_that_was_completed_meanwhile_is_no_conflict(client, hr, instansi):
    """`complete_jabatan` stamps the rows of its holders; what stands in them is the same."""
    riwayat = RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=instansi))
    lama = dibaca(riwayat)
    type(riwayat).objects.filter(pk=riwayat.pk).update(diubah_pada=timezone.now())
    url = reverse("admin:pegawai_riwayatjabatan_change", args=[riwayat.pk])
    isi = {
        "jabatan": f"{riwayat.jabatan} [{riwayat.jabatan_id}]", "tmt": f"{riwayat.tmt:%d-%m-%Y}",
        "nomor_sk": "SK 2", "alasan": "SK 2", **lama,
    }  # fmt: skip
    assert client.post(url, isi).status_code == 302


def test_a_correction_is_stamped_by_the_clock_of_the_transaction(client, hr, time_machine):
    hukuman = HukumanDisiplinPabrik()
    time_machine.move_to("2020-01-01T00:00:00+00:00")
    with patch("pegawai.admin.riwayat.sekarang", return_value=SAAT_BASIS_DATA):
        koreksi(client, hukuman)
    hukuman.refresh_from_db()
    assert hukuman.diubah_pada == SAAT_BASIS_DATA


def test_hr_is_told_how_an_examination_ends(client, hr):
    teks = client.get(reverse("admin:pegawai_hukumandisiplin_add")).content.decode()
    assert "catat putusannya" in teks
    assert "Dibatalkan" in teks


def test_the_end_of_an_examination_is_not_taken_for_the_end_of_its_penalty(client, hr):
    periksa = HukumanDisiplinPabrik(pemeriksaan=True, sampai=date(2026, 9, 30))
    isi = {"status": StatusDisiplin.DIJATUHKAN.value, "tingkat": "S", "sampai": "30-09-2026"}
    assert "hari terakhir pemeriksaan. Isi" in koreksi(client, periksa, **isi).content.decode()
    periksa.refresh_from_db()
    assert periksa.status == StatusDisiplin.DALAM_PEMERIKSAAN
    assert koreksi(client, periksa, **isi | {"sampai": ""}).status_code == 302
    periksa.refresh_from_db()
    assert (periksa.status, periksa.sampai) == (StatusDisiplin.DIJATUHKAN, None)


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
    isi |= dibaca(ujian)
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
