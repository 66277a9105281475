"""Evidence of a realisation: one press, no word lost, opened by two people and nobody else."""

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.models import (
    BuktiDukung,
    HasilKerja,
    Indikator,
    Realisasi,
)
from kinerja.services.realisasi_baca import as_sent
from kinerja.services.realisasi_bukti import TERBANYAK, tambah_bukti
from kinerja.tests.dunia_realisasi import akun, client, pagi, siklus, skp, url
from kinerja.tests.pabrik_realisasi import SAAT, diketik, isi, kirim
from pegawai.models import Bukti
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "client", "pagi", "siklus", "skp", "url"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


# -- evidence -----------------------------------------------------------------------------------------------


def test_evidence_is_put_beside_a_hasil_kerja_with_one_press_and_no_word_is_lost(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    berkas = {f"berkas_{hasil}": unggahan("rekap.jpg", foto())}
    assert client.post(url, diketik(skp, langkah="unggah", **berkas)).status_code == 302
    assert BuktiDukung.objects.get().berkas.nama == "rekap.jpg"
    assert Realisasi.objects.get().teks == "Selesai"
    client.post(
        url, diketik(skp, langkah="unggah", versi="1", **{f"tautan_{hasil}": "https://contoh.go.id/a"})
    )
    assert BuktiDukung.objects.count() == 2


def test_a_file_that_is_refused_is_said_at_its_field_and_the_words_are_kept(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    besar = unggahan("besar.pdf", b"%PDF-" + b"0" * (5 * 1024 * 1024))
    teks = client.post(url, diketik(skp, langkah="unggah", **{f"berkas_{hasil}": besar})).content.decode()
    assert "paling besar 5 MB. Kecilkan atau foto ulang" in teks
    assert "Selesai</textarea>" in teks
    salah = unggahan("x.exe", b"MZ")
    teks = client.post(url, diketik(skp, versi="1", **{f"berkas_{hasil}": salah})).content.decode()
    assert "Berkas harus PDF, JPG, atau PNG" in teks


def test_the_same_evidence_twice_is_one_and_there_is_a_cap(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    for nama in ("a.pdf", "b.pdf"):
        client.post(url, diketik(skp, langkah="unggah", versi="1", **{f"berkas_{hasil}": unggahan(nama)}))
    assert (BuktiDukung.objects.count(), Bukti.objects.count()) == (1, 1)
    for ke in range(TERBANYAK):
        jawaban = client.post(
            url,
            diketik(skp, langkah="unggah", versi="1", **{f"tautan_{hasil}": f"https://contoh.go.id/{ke}"}),
        )
    assert f"Paling banyak {TERBANYAK} bukti" in jawaban.content.decode()
    assert BuktiDukung.objects.count() == TERBANYAK


@pytest.mark.parametrize("tautan", ["javascript:alert(1)", "ftp://x.go.id/a", "bukan tautan"])
def test_a_link_that_is_none_is_refused(client, skp, url, tautan):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, diketik(skp, langkah="unggah", **{f"tautan_{hasil}": tautan}))
    assert not BuktiDukung.objects.exists()


def test_removing_evidence_removes_the_file_and_a_second_press_nothing_more(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, diketik(skp, langkah="unggah", **{f"berkas_{hasil}": unggahan()}))
    pk = BuktiDukung.objects.get().pk
    for _ in "ab":
        assert client.post(url, diketik(skp, langkah=f"hapus-{pk}", versi="1")).status_code == 302
    assert not Bukti.objects.exists()


def test_evidence_is_opened_by_the_person_and_when_sent_by_who_rates_them_and_by_nobody_else(
    client, akun, skp, siklus, url
):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, diketik(skp, langkah="unggah", **{f"berkas_{hasil}": unggahan()}))
    bukti = reverse("kinerja:realisasi_bukti", args=[BuktiDukung.objects.get().pk])
    atasan = masuk(PenggunaPabrik(pegawai=akun.pegawai.atasan))
    luar = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    hr = masuk(hr_dari(akun.pegawai.instansi, pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    assert [c.get(bukti).status_code for c in (client, atasan, luar, hr)] == [200, 404, 404, 404]
    kirim(skp, siklus, akun)
    assert [c.get(bukti).status_code for c in (client, atasan, luar, hr)] == [200, 200, 404, 404]
    assert client.get(bukti)["Content-Disposition"].startswith("attachment")


def test_what_left_the_plan_is_not_sent_behind_the_back_of_its_owner(akun, skp, siklus):
    """Its owner sees neither the words nor the evidence any more, so that the leader does not either."""
    lama = skp.hasil_kerja.get()
    baru = HasilKerja.objects.create(skp=skp, rhk="Yang tetap", urutan=2)
    Indikator.objects.create(hasil_kerja=baru, iki="Jumlah kunjungan", target="3 kali")
    isi(skp, siklus, akun, teks="Sudah.")
    tempat = {"skp_id": skp.pk, "siklus_id": siklus.pk, "actor": akun, "at": SAAT, "kanal": "portal"}
    for hasil in (lama, baru):
        tambah_bukti(hasil_kerja_id=hasil.pk, tautan=f"https://contoh.go.id/{hasil.pk}", **tempat)
    tambah_bukti(hasil_kerja_id=lama.pk, berkas=unggahan("rekap.jpg", foto()), **tempat)
    lama.delete()
    p = kirim(skp, siklus, akun)
    assert [(k.rhk, len(k.baris), len(k.bukti)) for k in as_sent(p)] == [("Yang tetap", 1, 1)]
    assert not Bukti.objects.exists()
