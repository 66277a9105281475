"""Import in the browser: upload, look at every row, apply; a refusal says what to do and changes nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, StatusBaris, StatusImpor
from pegawai.models import BarisImpor, Impor, UnitKerja
from pegawai.services.impor_kerja import periksa, terapkan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

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
    assert (impor.status, impor.baris.count()) == (StatusImpor.DITOLAK, 0)


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
