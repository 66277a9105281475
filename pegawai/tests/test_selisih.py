"""Selisih dengan SIASN: what is found, what taking it over changes, what is skipped, who may."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, StatusBaris, StatusImpor
from pegawai.models import Impor, Pegawai, RiwayatJabatan
from pegawai.rules.siasn import KOLOM_65, KOLOM_69
from pegawai.services.impor import periksa, upload
from pegawai.services.selisih import latest_comparison
from pegawai.services.selisih_tindakan import (
    DIRI,
    DITANGANI,
    USANG,
    propose_to_bkn,
    use_siasn,
    withdraw_proposal,
)
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn, nip
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.siasn_buatan import masukkan

pytestmark = pytest.mark.django_db
DINAS, BADAN = "C" * 32, "D" * 32


@pytest.fixture
def instansi():
    instansi = InstansiPabrik(kode="uji")
    UnitKerjaPabrik(instansi=instansi, siasn_id=DINAS, nama="Dinas")
    UnitKerjaPabrik(instansi=instansi, siasn_id=BADAN, nama="Badan")
    masukkan(instansi, *(baris_siasn(n, UNOR_ID=DINAS) for n in range(1, 5)))
    return instansi


@pytest.fixture
def hr(instansi):
    return hr_dari(instansi)


def cocokkan(instansi, *baris, kolom=KOLOM_69, hr=None):
    isi = csv_siasn(*baris, kolom=kolom)
    impor = upload(
        instansi=instansi, jenis="selisih", nama_berkas="baru.csv", isi=isi, actor=hr or hr_dari(instansi),
        at=AT,
    )  # fmt: skip
    return periksa(impor.pk)


def baru():
    """The same four, but one renamed, one in a new post and unit, one gone, one new."""
    return (
        baris_siasn(1, UNOR_ID=DINAS, NAMA="ORANG SATU", TEMPAT_LAHIR_NAMA="Jambi"),
        baris_siasn(
            2, UNOR_ID=BADAN, JABATAN_ID="E" * 32, JABATAN_NAMA="Arsiparis", TMT_JABATAN="01-10-2026"
        ),
        baris_siasn(3, UNOR_ID=DINAS),
        baris_siasn(7, UNOR_ID=DINAS),
    )


def orang(nomor):
    return Pegawai.objects.get(nip=nip(nomor))


def pakai(impor, hr, *kolom):
    ids = impor.baris.filter(lembar__in=kolom).values_list("pk", flat=True)
    return use_siasn(impor_id=impor.pk, baris_ids=ids, sejak=AT, actor=hr, at=AT)


@pytest.mark.parametrize("kolom", [KOLOM_65, KOLOM_69], ids=["65", "69"])
def test_a_comparison_lists_every_difference_and_changes_nothing(instansi, kolom):
    sebelum = list(Pegawai.objects.order_by("pk").values())
    impor = cocokkan(instansi, *baru(), kolom=kolom)
    assert impor.status == StatusImpor.DIPERIKSA
    beda = impor.baris.filter(status=StatusBaris.BERUBAH).values_list("kunci", "lembar")
    assert sorted(beda) == [
        (nip(1), "Nama"), (nip(1), "Tempat lahir"), (nip(2), "Jabatan"), (nip(2), "Unit kerja"),
    ]  # fmt: skip
    assert impor.baris.get(status=StatusBaris.TIDAK_ADA).kunci == nip(4)
    assert impor.baris.get(status=StatusBaris.BARU).kunci == nip(7)
    assert impor.ringkasan["orang_sama"] == 1
    assert list(Pegawai.objects.order_by("pk").values()) == sebelum


def test_what_is_chosen_is_taken_over_and_what_is_not_stays(instansi, hr):
    impor = cocokkan(instansi, *baru())
    assert pakai(impor, hr, "Nama").dipakai == 1
    assert (orang(1).nama, orang(1).tempat_lahir) == ("ORANG SATU", "Contoh")
    sisa = impor.baris.filter(status=StatusBaris.BERUBAH).values_list("lembar", flat=True)
    assert sorted(sisa) == ["Jabatan", "Tempat lahir", "Unit kerja"]
    # The other difference of the same person is not stale because of ours.
    hasil = pakai(impor, hr, "Tempat lahir")
    assert (hasil.dipakai, hasil.dilewati) == (1, [])
    riwayat = orang(1).history.latest("history_id")
    assert riwayat.history_change_reason == "Selisih SIASN: baru.csv"
    assert riwayat.history_user == hr
    assert Jejak.objects.filter(tindakan="pakai_siasn", subjek_id=orang(1).pk).count() == 2


def test_the_post_alone_leaves_the_unit_of_the_person(instansi, hr):
    impor = cocokkan(instansi, *baru())
    pakai(impor, hr, "Jabatan")
    assert orang(2).unit.nama == "Dinas"
    baris = RiwayatJabatan.objects.filter(pegawai=orang(2)).latest("tmt")
    assert (baris.jabatan.nama, baris.unit.nama) == ("Arsiparis", "Badan")
    pakai(impor, hr, "Unit kerja")
    assert orang(2).unit.nama == "Badan"


def test_all_of_a_person_is_one_change_and_a_second_press_finds_it_done(instansi, hr):
    impor, versi = cocokkan(instansi, *baru()), orang(1).versi
    assert pakai(impor, hr, "Nama", "Tempat lahir", "Jabatan", "Unit kerja").dipakai == 4
    assert orang(1).versi == versi + 1
    hasil = pakai(impor, hr, "Nama", "Tempat lahir", "Jabatan", "Unit kerja")
    assert (hasil.dipakai, hasil.sudah_sama, hasil.dilewati) == (0, 0, [])
    lagi = cocokkan(instansi, *baru())
    assert not lagi.baris.filter(status=StatusBaris.BERUBAH).exists()


def test_who_changed_since_is_skipped_and_named(instansi, hr):
    impor = cocokkan(instansi, *baru())
    Pegawai.objects.filter(nip=nip(1)).update(versi=9, gelar_depan="Ir.")
    hasil = pakai(impor, hr, "Nama", "Unit kerja")
    assert hasil.dilewati == [("ORANG SATU", "Nama", USANG)]
    assert (hasil.dipakai, orang(1).nama, orang(2).unit.nama) == (1, "ORANG 1", "Badan")
    assert impor.baris.get(lembar="Nama").status == StatusBaris.BERUBAH


def test_ones_own_data_is_left_to_another_officer(instansi, hr):
    hr.pegawai = orang(1)
    hr.save()
    impor = cocokkan(instansi, *baru())
    assert pakai(impor, hr, "Nama").dilewati == [("ORANG SATU", "Nama", DIRI)]
    assert orang(1).nama == "ORANG 1"


def test_a_row_that_the_database_refuses_takes_nobody_else_with_it(instansi, hr):
    impor = cocokkan(instansi, *baru())
    baris = impor.baris.get(lembar="Tempat lahir")
    baris.data["orang"] = {"nip": nip(3)}  # as if two had come by one number since
    baris.save()
    hasil = pakai(impor, hr, "Tempat lahir", "Unit kerja")
    assert [(n, k) for n, k, _ in hasil.dilewati] == [("ORANG SATU", "Tempat lahir")]
    assert (hasil.dipakai, orang(2).unit.nama) == (1, "Badan")


def test_a_proposal_to_bkn_goes_into_the_next_comparison_and_can_be_taken_back(instansi, hr):
    impor = cocokkan(instansi, *baru())
    ids = [impor.baris.get(lembar="Nama").pk]
    assert propose_to_bkn(impor_id=impor.pk, baris_ids=ids, actor=hr, at=AT) == 1
    assert propose_to_bkn(impor_id=impor.pk, baris_ids=ids, actor=hr, at=AT) == 0
    lagi = cocokkan(instansi, *baru())
    baris = lagi.baris.get(lembar="Nama")
    assert (baris.status, baris.ditangani_oleh) == (StatusBaris.MENUNGGU_BKN, hr)
    assert orang(1).nama == "ORANG 1"
    with pytest.raises(Bentrok, match="lebih baru"):
        use_siasn(impor_id=impor.pk, baris_ids=ids, sejak=AT, actor=hr, at=AT)
    assert withdraw_proposal(impor_id=lagi.pk, baris_ids=[baris.pk], actor=hr, at=AT) == 1


def test_what_a_colleague_gave_to_bkn_after_the_list_was_opened_is_not_taken_over(instansi, hr):
    impor = cocokkan(instansi, *baru())
    ids = list(impor.baris.filter(lembar="Nama").values_list("pk", flat=True))
    propose_to_bkn(impor_id=impor.pk, baris_ids=ids, actor=hr_dari(instansi), at=AT + timedelta(minutes=1))
    hasil = pakai(impor, hr, "Nama")
    assert (hasil.dipakai, [sebab for *_, sebab in hasil.dilewati]) == (0, [DITANGANI])
    assert orang(1).nama == "ORANG 1"
    kini = use_siasn(
        impor_id=impor.pk, baris_ids=ids, sejak=AT + timedelta(minutes=2), actor=hr, at=AT
    )  # fmt: skip
    assert (kini.dipakai, orang(1).nama) == (1, "ORANG SATU")


# -- the page -------------------------------------------------------------------------------------


def url(impor, nama="change", *lain):
    return reverse(f"admin:pegawai_pencocokan_{nama}", args=[impor.pk, *lain])


def test_from_the_file_to_all_taken_over_in_the_browser(client, instansi, hr):
    client.force_login(hr)
    berkas = SimpleUploadedFile("baru.csv", csv_siasn(*baru()))
    jawaban = client.post(
        reverse("admin:pegawai_pencocokan_add"), {"instansi": instansi.pk, "berkas": berkas}
    )
    impor = Impor.objects.get(jenis="selisih")
    assert jawaban["Location"] == url(impor)
    assert 'http-equiv="refresh"' in client.get(url(impor)).content.decode()
    periksa(impor.pk)
    isi = client.get(url(impor)).context
    assert isi["jumlah"] == len(isi["baris"]) == 4
    antrean = client.get(reverse("admin:index")).context["antrean"]
    tugas = next(t for k in antrean for t in k.butir if t.judul == "Selisih SIASN")
    assert (tugas.jumlah, tugas.url) == (4, url(impor))
    pilih = {"semua": "1", "bagian": "berubah"}
    pastikan = client.post(url(impor, "tindak", "pakai"), pilih)
    assert pastikan.context["judul"] == "Pakai data SIASN untuk 4 selisih?"
    pilih |= dict(pastikan.context["saringan"])
    assert orang(1).nama == "ORANG 1"
    for teks in ("4 selisih memakai data SIASN.", "Belum ada selisih yang dipilih"):
        jawaban = client.post(url(impor, "tindak", "pakai"), {**pilih, "yakin": "1"}, follow=True)
        assert teks in jawaban.content.decode()
    assert orang(1).nama == "ORANG SATU"
    assert "Tidak ada selisih. Terakhir dicocokkan" in jawaban.content.decode()


def test_every_number_is_that_of_its_list(client, instansi, hr):
    client.force_login(hr)
    isi = client.get(url(cocokkan(instansi, *baru()))).context
    tautan = [(t["url"], t["jumlah"]) for t in isi["tab"]] + [(b["url"], b["jumlah"]) for b in isi["batang"]]
    assert sum(n for _, n in tautan) == 4 + 2 + 4
    for alamat, jumlah in tautan:
        halaman = client.get(alamat).context
        assert len(halaman["baris"]) == halaman["jumlah"] == jumlah
    unduh = client.get(isi["unduh"][1]["url"])
    assert b"".join(unduh.streaming_content).decode().count("\r\n'1985") == 4


def test_the_list_is_paged_to_its_end_and_filtered_by_unit(client, instansi, hr, monkeypatch):
    monkeypatch.setattr("pegawai.admin.selisih.SEHALAMAN", 3)
    client.force_login(hr)
    impor = cocokkan(instansi, *baru())
    alamat, pk = url(impor), []
    while alamat:
        isi = client.get(alamat).context
        pk += [b["pk"] for b in isi["baris"]]
        alamat = isi["halaman"].berikut
    assert len(pk) == len(set(pk)) == 4
    badan = UnitKerjaPabrik(instansi=instansi, nama="Kosong")
    assert client.get(url(impor), {"unit": badan.pk}).context["jumlah"] == 0
    assert client.get(url(impor), {"unit": 999_999}).status_code == 404


def test_only_hr_of_the_instansi_reads_and_acts(client, instansi, hr):
    impor = cocokkan(instansi, *baru())
    auditor, operator = PenggunaPabrik(is_staff=True), PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=instansi, jenis=JenisPeran.AUDITOR)
    unit = orang(1).unit
    PeranPabrik(pengguna=operator, instansi=instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    asn = PenggunaPabrik(pegawai=orang(1))
    for siapa in (auditor, operator, asn, hr_dari(InstansiPabrik(kode="lain"))):
        client.force_login(siapa)
        assert client.get(url(impor)).status_code in (302, 403, 404)
        client.post(
            url(impor, "tindak", "pakai"), {"semua": "1", "yakin": "1", "sejak": "2027-01-01T00:00+07:00"}
        )
        # Nor under another name: a comparison is no import.
        assert client.get(reverse("admin:pegawai_impor_change", args=[impor.pk])).status_code != 200
    assert orang(1).nama == "ORANG 1"


def test_a_comparison_waits_for_nobody_to_save_it(client, instansi, hr):
    client.force_login(hr)
    impor = cocokkan(instansi, *baru())
    assert latest_comparison(instansi.pk) == impor
    antrean = client.get(reverse("admin:index")).context["antrean"]
    assert "Impor menunggu disimpan" not in [t.judul for k in antrean for t in k.butir]
    assert client.post(reverse("admin:pegawai_impor_terapkan", args=[impor.pk])).status_code == 404
    assert (
        "selisih"
        not in client.get(reverse("admin:pegawai_impor_add")).context["form"].fields["jenis"].choices
    )


def test_the_document_behind_our_side_is_named(client, instansi, hr):
    client.force_login(hr)
    orang(2).riwayat_jabatan.update(nomor_sk="821/17")
    PegawaiPabrik(instansi=instansi)
    isi = client.get(url(cocokkan(instansi, *baru()))).context["baris"]
    dasar = {b["data"]: (b["dasar"], b["wenang"]) for b in isi}
    assert dasar["Jabatan"][0] == "SK 821/17"
    assert "hanya BKN" in dasar["Nama"][1]
    assert "peremajaan" in dasar["Unit kerja"][1]
