"""Import in the browser: upload, look at every row, apply; a refusal says what to do and changes nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, StatusBaris, StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor, Pegawai, UnitKerja
from pegawai.services.impor_kerja import periksa, terapkan
from pegawai.tests.berkas_buatan import baris_siasn, csv_siasn
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pegawai.tests.siasn_buatan import cek, masukkan

pytestmark = pytest.mark.django_db(transaction=True)
UNGGAH = "admin:pegawai_impor_add"
POHON = "Id,NamaUnor,DiatasanId\nA1,Dinas Kesehatan,\nA2,Puskesmas Muara Bulian,A1\n"


@pytest.fixture
def instansi(client):
    instansi = InstansiPabrik(kode="batanghari")
    client.force_login(hr_dari(instansi))
    return instansi


def unggah(client, instansi, isi=POHON, jenis="unit", nama="unor.csv"):
    berkas = SimpleUploadedFile(nama, isi if isinstance(isi, bytes) else isi.encode())
    return client.post(reverse(UNGGAH), {"jenis": jenis, "instansi": instansi.pk, "berkas": berkas})


def halaman(client, impor, **saring):
    return client.get(reverse("admin:pegawai_impor_change", args=[impor.pk]), saring)


def test_a_file_is_uploaded_checked_shown_and_applied(client, instansi):
    jawaban = unggah(client, instansi)
    impor = Impor.objects.get()
    assert jawaban.url == reverse("admin:pegawai_impor_change", args=[impor.pk])
    assert 'http-equiv="refresh"' in halaman(client, impor).content.decode()
    periksa(impor.pk)
    isi = halaman(client, impor)
    assert {t["kode"]: t["jumlah"] for t in isi.context["tab"]}["baru"] == len(isi.context["baris"]) == 2
    assert "Simpan 2 baris yang benar" in isi.content.decode()
    assert not UnitKerja.objects.exists()
    client.post(isi.context["url_terapkan"])
    terapkan(impor.pk)
    impor.refresh_from_db()
    assert (impor.status, UnitKerja.objects.count()) == (StatusImpor.DITERAPKAN, 2)
    assert "url_terapkan" not in halaman(client, impor).context


def test_every_tab_holds_as_many_rows_as_it_says(client, instansi):
    unggah(client, instansi)
    impor = periksa(Impor.objects.get().pk)
    for tab in halaman(client, impor).context["tab"]:
        assert len(client.get(tab["url"]).context["baris"]) == tab["jumlah"]


def test_a_long_tab_is_paged_to_its_end(client, instansi, monkeypatch):
    monkeypatch.setattr("pegawai.admin.impor.BARIS_SEHALAMAN", 3)
    unggah(client, instansi, "Id,NamaUnor,DiatasanId\n" + "".join(f"U{i},Unit {i},\n" for i in range(8)))
    impor = periksa(Impor.objects.get().pk)
    url, nomor = reverse("admin:pegawai_impor_change", args=[impor.pk]), []
    while url:
        konteks = client.get(url).context
        nomor += [b["nomor"] for b in konteks["baris"]]
        url = konteks["halaman"].berikut
    assert len(nomor) == len(set(nomor)) == impor.ringkasan["baru"]
    assert len(nomor) == 8


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        (b"", "kosong.csv"),
        (b"PK\x03\x04rusak", "data.xlsx"),
        (b"bukan buku kerja", "data.xlsx"),
        (b"MZ", "a.exe"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_on_the_page(client, instansi, isi, nama):
    jawaban = unggah(client, instansi, isi, nama=nama)
    if jawaban.status_code == 302:  # looked like the right kind; the check refuses it
        impor = periksa(Impor.objects.get().pk)
        assert impor.status == StatusImpor.DITOLAK
        assert impor.pesan in halaman(client, impor).content.decode().replace("&#x27;", "'").replace(
            "&quot;", '"'
        )
        return
    assert jawaban.status_code == 200
    assert jawaban.context["form"].errors["berkas"]
    assert not Impor.objects.exists()


def test_an_import_is_withdrawn_before_it_is_applied(client, instansi):
    unggah(client, instansi)
    impor = periksa(Impor.objects.get().pk)
    client.post(halaman(client, impor).context["url_batalkan"])
    impor.refresh_from_db()
    assert (impor.status, impor.baris.count()) == (StatusImpor.DIBATALKAN, 0)
    daftar = client.get(reverse("admin:pegawai_impor_changelist"), {"status__exact": "dibatalkan"})
    for isi in (halaman(client, impor), daftar):
        teks = isi.content.decode()
        assert "Dibatalkan" in teks
        assert impor.nama_berkas in teks
    assert '<span class="tanda ">Dibatalkan</span>' in halaman(client, impor).content.decode()


def test_an_import_of_another_instansi_does_not_exist(client, instansi):
    unggah(client, instansi)
    impor = periksa(Impor.objects.get().pk)
    client.force_login(hr_dari(InstansiPabrik(kode="lain")))
    assert halaman(client, impor).status_code == 404
    for langkah in ("terapkan", "batalkan", "ulangi", "galat"):
        url = reverse(f"admin:pegawai_impor_{langkah}", args=[impor.pk])
        assert (client.get(url) if langkah == "galat" else client.post(url)).status_code == 404


def test_a_file_for_a_foreign_instansi_is_refused(client, instansi):
    assert unggah(client, InstansiPabrik(kode="lain")).status_code == 200
    assert not Impor.objects.exists()


def test_an_auditor_looks_at_an_import_and_applies_nothing(client, instansi):
    unggah(client, instansi)
    impor = periksa(Impor.objects.get().pk)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=instansi)
    client.force_login(auditor)
    assert "url_terapkan" not in halaman(client, impor).context
    assert client.post(reverse("admin:pegawai_impor_terapkan", args=[impor.pk])).status_code == 404
    assert client.get(reverse(UNGGAH)).status_code == 404


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_rows_about_a_penalty_are_shown_to_hr_only_and_logged(client, instansi, jenis, terlihat):
    orang = PegawaiPabrik(instansi=instansi)
    impor = Impor.objects.create(
        instansi=instansi, jenis="data_awal", nama_berkas="awal.xlsx", sidik="0" * 64,
        status=StatusImpor.DIPERIKSA, ringkasan={"baru": 1, "ditolak": 1},
    )  # fmt: skip
    for status, isi in ((StatusBaris.BARU, {"beda": []}), (StatusBaris.DITOLAK, {"galat": [{"isi": "x"}]})):
        BarisImpor.objects.create(
            impor=impor, nomor=2, lembar="Disiplin", status=status, pegawai=orang, nama="Terhukum", **isi
        )
    pembaca = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pembaca, jenis=jenis, instansi=instansi)
    client.force_login(pembaca)
    galat = client.get(reverse("admin:pegawai_impor_galat", args=[impor.pk]))
    for teks in (
        halaman(client, impor, tab="baru").content.decode(),
        halaman(client, impor, tab="ditolak").content.decode(),
        b"".join(galat.streaming_content).decode(),
    ):
        assert ("Terhukum" in teks) is terlihat
    jejak = Jejak.objects.filter(subjek_id=orang.pk, pelaku_id=pembaca.pk)
    assert sorted(jejak.values_list("tindakan", flat=True)) == (
        ["lihat_daftar", "lihat_daftar", "unduh"] if terlihat else []
    )
    jumlah = {t["kode"]: t["jumlah"] for t in halaman(client, impor).context["tab"]}
    assert jumlah["baru"] == jumlah["ditolak"] == int(terlihat)


def ekspor(instansi, **ubah):
    """A checked SIASN export about one stored person that differs by `ubah`."""
    masukkan(instansi, baris_siasn(1))
    return cek(instansi, csv_siasn(baris_siasn(1, **ubah)), actor=None)


def masuk_sebagai(client, jenis, instansi):
    pembaca = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pembaca, jenis=jenis, instansi=instansi)
    client.force_login(pembaca)


TERHUKUM = {"KEDUDUKAN_HUKUM_ID": "07", "KEDUDUKAN_HUKUM_NAMA": "Hukuman Disiplin"}


@pytest.mark.parametrize(("jenis", "terlihat"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_a_standing_that_becomes_a_penalty_is_no_change_for_an_auditor(client, instansi, jenis, terlihat):
    impor = ekspor(instansi, **TERHUKUM)
    masuk_sebagai(client, jenis, instansi)
    isi = halaman(client, impor, tab="berubah")
    jumlah = {t["kode"]: t["jumlah"] for t in isi.context["tab"]}
    assert (jumlah["berubah"], jumlah["sama"]) == ((1, 0) if terlihat else (0, 1))
    for tab in ("berubah", "sama"):
        teks = halaman(client, impor, tab=tab).content.decode()
        assert ("hukuman disiplin" in teks) is (terlihat and tab == "berubah")
        assert len(halaman(client, impor, tab=tab).context["baris"]) == jumlah[tab]
    for url in ("admin:pegawai_impor_changelist", UNGGAH):
        teks = client.get(reverse(url)).content.decode()
        assert ("1 berubah" in teks) is terlihat


def test_the_other_differences_of_such_a_row_stay(client, instansi):
    impor = ekspor(instansi, **TERHUKUM, NAMA="ORANG LAIN")
    masuk_sebagai(client, JenisPeran.AUDITOR, instansi)
    isi = halaman(client, impor, tab="berubah")
    assert [p["kolom"] for p in isi.context["baris"][0]["perubahan"]] == ["Nama"]
    assert "1 berubah" in halaman(client, impor).context["impor"]["ringkasan"]


def test_the_end_of_a_penalty_reads_as_the_end_of_active_service(client, instansi):
    masukkan(instansi, baris_siasn(1, **TERHUKUM))
    impor = cek(instansi, csv_siasn(baris_siasn(1, KEDUDUKAN_HUKUM_ID="02", KEDUDUKAN_HUKUM_NAMA="CLTN")))
    masuk_sebagai(client, JenisPeran.AUDITOR, instansi)
    (beda,) = halaman(client, impor, tab="berubah").context["baris"][0]["perubahan"]
    assert (beda["lama"], beda["baru"]) == ("Aktif", "Cuti di luar tanggungan negara (CLTN)")


def test_a_file_is_checked_again_with_a_button_and_shows_what_changed_meanwhile(client, instansi):
    impor = ekspor(instansi, NAMA="ORANG LAIN")
    Pegawai.objects.update(nama="ORANG LAIN")
    isi = halaman(client, impor)
    assert "Periksa ulang" in isi.content.decode()
    client.post(isi.context["url_ulangi"])
    periksa(impor.pk)
    jumlah = {t["kode"]: t["jumlah"] for t in halaman(client, impor).context["tab"]}
    assert (jumlah["berubah"], jumlah["sama"]) == (0, 1)


def test_a_refused_file_can_be_checked_again_a_saved_or_running_one_cannot(client, instansi):
    impor = ekspor(instansi, NAMA="ORANG LAIN")
    for status, tahap, boleh in (
        (StatusImpor.DITOLAK, "", True),
        (StatusImpor.GAGAL, "", True),
        (StatusImpor.DITERAPKAN, "", False),
        (StatusImpor.DIPERIKSA, TahapImpor.TERAPKAN, False),
    ):
        Impor.objects.filter(pk=impor.pk).update(status=status, tahap=tahap)
        assert ("Periksa ulang" in halaman(client, impor).content.decode()) is boleh, status
    masuk_sebagai(client, JenisPeran.AUDITOR, instansi)
    Impor.objects.filter(pk=impor.pk).update(status=StatusImpor.DITOLAK, tahap="")
    assert "Periksa ulang" not in halaman(client, impor).content.decode()


def test_a_half_saved_file_is_only_continued(client, instansi):
    impor = ekspor(instansi, NAMA="ORANG LAIN")
    ringkasan = impor.ringkasan | {"sampai_baris": 1}
    Impor.objects.filter(pk=impor.pk).update(status=StatusImpor.GAGAL, ringkasan=ringkasan)
    assert "Periksa ulang" not in halaman(client, impor).content.decode()
    url = reverse("admin:pegawai_impor_ulangi", args=[impor.pk])
    assert "tidak dapat diperiksa ulang" in client.post(url, follow=True).content.decode()
    assert impor.baris.count() == 1


@pytest.mark.parametrize("langkah", ["terapkan", "batalkan", "ulangi"])
def test_a_wish_is_posted_never_followed_as_a_link(client, instansi, langkah):
    unggah(client, instansi)
    url = reverse(f"admin:pegawai_impor_{langkah}", args=[Impor.objects.get().pk])
    assert client.get(url).status_code == 405


def test_the_template_of_the_first_data_is_a_workbook(client, instansi):
    jawaban = client.get(reverse("admin:pegawai_impor_contoh", args=["data_awal"]))
    assert jawaban.content.startswith(b"PK")
    assert client.get(reverse("admin:pegawai_impor_contoh", args=["tidak-ada"])).status_code == 404


def test_the_worklist_counts_files_that_wait(client, instansi):
    unggah(client, instansi)
    periksa(Impor.objects.get().pk)
    butir = [b for k in client.get(reverse("admin:index")).context["antrean"] for b in k.butir]
    tugas = next(b for b in butir if b.judul == "Impor menunggu disimpan")
    assert client.get(tugas.url).context["cl"].result_count == tugas.jumlah == 1


def test_a_warning_in_the_preview_says_what_to_do(client, instansi):
    impor = Impor.objects.create(
        instansi=instansi, jenis="data_awal", nama_berkas="awal.xlsx", sidik="0" * 64,
        status=StatusImpor.DIPERIKSA, ringkasan={"baru": 1},
    )  # fmt: skip
    ingat = {"kolom": "STATUS", "sel": "B2", "isi": "", "masalah": "ada yang terbuka", "perbaikan": "Tutup."}
    BarisImpor.objects.create(impor=impor, nomor=2, status=StatusBaris.BARU, peringatan=[ingat])
    assert "STATUS: ada yang terbuka. Tutup." in halaman(client, impor).content.decode()
