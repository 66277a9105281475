"""The pages of a class: a person applies in three presses, the atasan says yes in two, HR does the rest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.tests.formulir import terbaca
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Narasumber, Pendaftaran, SuratTugas
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran


@pytest.fixture
def kelas() -> Angkatan:
    """Registration is open today, the class begins in three days."""
    mulai = timezone.localdate() + timedelta(days=3)
    satu: Angkatan = AngkatanPabrik(mulai=mulai, selesai=mulai, daftar_sampai=mulai, biaya=0)
    return satu


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Bu Atasan"))
    return akun


@pytest.fixture
def diri(atasan: Pengguna) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(
        pegawai=PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Pelamar Contoh")
    )
    return akun


@pytest.fixture
def meja(client: Client) -> Pengguna:
    hr = hr_dari(InstansiPabrik(kode="batanghari"))
    client.force_login(hr)
    return hr


def _isi(client: Client, alamat: str) -> str:
    return client.get(alamat).content.decode()


def _peserta(kelas: Angkatan, status: S, orang: Pegawai | None = None) -> Pendaftaran:
    p: Pendaftaran = PendaftaranPabrik(angkatan=kelas, pegawai=orang or PegawaiPabrik(), status=status)
    return p


def test_a_person_reads_what_matters_and_applies(client: Client, kelas: Angkatan, diri: Pengguna) -> None:
    lain = _peserta(AngkatanPabrik(nama="Kelas Lama", mulai=kelas.mulai), S.DISETUJUI, diri.pegawai)
    client.force_login(diri)
    alamat = reverse("pelatihan:daftar", args=[kelas.pk])
    halaman = _isi(client, alamat)
    for kata in ("Tanpa biaya", "Bu Atasan, lalu", "2 dari 2 kursi", str(lain.angkatan), "Kirim pendaftaran"):
        assert kata in halaman
    jawaban = client.post(alamat, {"alasan": "Tugas saya"}, follow=True)
    assert "Menunggu atasan" in jawaban.content.decode()
    # Whoever comes back sees their own class, not the form.
    p = Pendaftaran.objects.get(angkatan=kelas)
    assert client.get(alamat)["Location"] == reverse("pelatihan:kelas", args=[p.pk])


def test_a_full_class_names_the_place_on_the_list(client: Client, kelas: Angkatan, diri: Pengguna) -> None:
    for status in (S.DISETUJUI, S.DISETUJUI, S.DAFTAR_TUNGGU):
        _peserta(kelas, status)
    client.force_login(diri)
    alamat = reverse("pelatihan:daftar", args=[kelas.pk])
    assert "daftar tunggu ke-2" in _isi(client, alamat)
    assert "Daftar tunggu ke-2" in client.post(alamat, {}, follow=True).content.decode()
    assert "Daftar tunggu ke-2" in _isi(client, reverse("pelatihan:kelas_saya"))


def test_too_long_a_reason_stays_typed(client: Client, kelas: Angkatan, diri: Pengguna) -> None:
    client.force_login(diri)
    jawaban = client.post(reverse("pelatihan:daftar", args=[kelas.pk]), {"alasan": "a" * 301})
    assert "Sekarang 301" in jawaban.content.decode()
    assert "a" * 301 in jawaban.content.decode()


def test_the_atasan_goes_from_beranda_to_yes_in_two_presses_and_back(
    client: Client, kelas: Angkatan, atasan: Pengguna, diri: Pengguna
) -> None:
    p = _peserta(kelas, S.MENUNGGU_ATASAN, diri.pegawai)
    client.force_login(atasan)
    daftar = reverse("pelatihan:persetujuan")
    assert f'<a href="{daftar}">Putuskan 1 pendaftaran pelatihan</a>' in _isi(
        client, reverse("karier:beranda")
    )
    setujui = reverse("pelatihan:persetujuan_setujui", args=[p.pk])
    assert setujui in _isi(client, daftar)
    halaman = client.post(setujui, {"versi": p.versi}, follow=True).content.decode()
    assert "Urungkan" in halaman
    p.refresh_from_db()
    assert p.status == S.MENUNGGU_BKPSDM
    client.post(reverse("pelatihan:persetujuan_urungkan", args=[p.pk]), {"versi": p.versi})
    p.refresh_from_db()
    assert p.status == S.MENUNGGU_ATASAN


def test_a_cancelled_class_stands_on_beranda_with_its_reason(
    client: Client, kelas: Angkatan, meja: Pengguna, diri: Pengguna
) -> None:
    p = _peserta(kelas, S.DISETUJUI, diri.pegawai)
    batal = reverse("admin:pelatihan_angkatan_batal", args=[kelas.pk])
    assert "Tuliskan alasan pembatalan" in client.post(batal, {}).content.decode()
    client.post(batal, {"alasan": "Narasumber sakit"})
    client.force_login(diri)
    beranda = _isi(client, reverse("karier:beranda"))
    assert "Dibatalkan penyelenggara" in beranda
    assert "Narasumber sakit" in beranda
    assert "Narasumber sakit" in _isi(client, reverse("pelatihan:kelas", args=[p.pk]))


def test_presence_by_the_code_of_the_room(
    client: Client, kelas: Angkatan, meja: Pengguna, diri: Pengguna
) -> None:
    p, sesi = _peserta(kelas, S.DISETUJUI, diri.pegawai), SesiPabrik(angkatan=kelas)
    buka = reverse("admin:pelatihan_sesiangkatan_kode", args=[sesi.pk])
    assert "Isi 1 sampai" in client.post(buka, {"menit": "900"}).content.decode()
    client.post(buka, {"menit": "30"})
    sesi.refresh_from_db()
    assert sesi.kode_hadir in _isi(client, buka)
    # A second press, or the page that was open before: the code in the room stays.
    assert "baru saja dibuat" in client.post(buka, {"menit": "30"}, follow=True).content.decode()
    assert sesi.kode_hadir in _isi(client, buka)
    lembar = client.get(reverse("admin:pelatihan_sesiangkatan_pdf", args=[sesi.pk]))
    assert lembar.content.startswith(b"%PDF")
    client.force_login(diri)
    hadir = reverse("pelatihan:hadir", args=[kelas.pk])
    assert f'value="{sesi.kode_hadir}"' in _isi(client, f"{hadir}?kode={sesi.kode_hadir}")
    assert "tidak cocok" in client.post(hadir, {"kode": "XXXXXX"}).content.decode()
    halaman = client.post(hadir, {"kode": sesi.kode_hadir}, follow=True).content.decode()
    assert "Kehadiran Anda tercatat: Pembukaan" in halaman
    assert "Kode kehadiran" not in halaman  # nothing is left to type
    assert p.kehadiran.count() == 1


# -- the desk -----------------------------------------------------------------------------------------


def test_the_worklist_counts_what_its_list_shows(client: Client, kelas: Angkatan, meja: Pengguna) -> None:
    for status in (S.MENUNGGU_BKPSDM, S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU):
        _peserta(kelas, status)
    asing = InstansiPabrik(kode="nabire")
    _peserta(AngkatanPabrik(instansi=asing), S.MENUNGGU_BKPSDM, PegawaiPabrik(instansi=asing))
    meja_kerja = client.get(reverse("admin:index"))
    (tugas,) = [
        t for k in meja_kerja.context["antrean"] for t in k.butir if t.judul == "Pendaftaran menunggu BKPSDM"
    ]
    daftar = client.get(tugas.url)
    assert tugas.jumlah == daftar.context["cl"].result_count == 2
    # Many are approved at once on the page of their class, one press from here.
    assert reverse("admin:pelatihan_angkatan_kelas", args=[kelas.pk]) in daftar.content.decode()


def test_many_approved_then_one_letter(client: Client, kelas: Angkatan, meja: Pengguna) -> None:
    satu, dua = _peserta(kelas, S.MENUNGGU_BKPSDM), _peserta(kelas, S.MENUNGGU_BKPSDM)
    _peserta(AngkatanPabrik(nama="Kelas Bentrok", mulai=kelas.mulai), S.DISETUJUI, dua.pegawai)
    halaman = _isi(client, reverse("admin:pelatihan_angkatan_kelas", args=[kelas.pk]))
    assert "Kelas Bentrok" in halaman
    setujui = reverse("admin:pelatihan_angkatan_setujui", args=[kelas.pk])
    sesudah = client.post(setujui, {"pilih": [satu.pk, dua.pk]}, follow=True).content.decode()
    assert "1 pendaftaran disetujui" in sesudah
    assert f"{dua.pegawai.nama_gelar}: Jadwalnya bentrok" in sesudah
    putus = reverse("admin:pelatihan_pendaftaran_change", args=[dua.pk])
    isi = {"putusan": "setuju", "alasan": "", "versi": dua.versi}
    assert "Tuliskan alasan bila tetap disetujui" in client.post(putus, isi).content.decode()
    client.post(putus, isi | {"alasan": "Kelas lain daring"})
    surat = reverse("admin:pelatihan_angkatan_surat", args=[kelas.pk])
    hari = f"{timezone.localdate():%d-%m-%Y}"
    client.post(
        surat,
        {
            "nomor": "800.1.11/7/2027",
            "tanggal": hari,
            "penanda_tangan": PenandaTanganPabrik().pk,
            "peserta": [satu.pk, dua.pk],
        },
    )
    pdf = client.get(reverse("admin:pelatihan_pendaftaran_surat", args=[SuratTugas.objects.get().pk]))
    assert pdf.content.startswith(b"%PDF")
    assert set(kelas.pendaftaran.values_list("status", flat=True)) == {S.SURAT_TUGAS}


def test_a_class_that_is_over_is_still_found(client: Client, kelas: Angkatan, diri: Pengguna) -> None:
    client.force_login(diri)
    tautan = reverse("pelatihan:kelas_saya")
    _peserta(kelas, S.SELESAI, diri.pegawai)
    assert tautan in _isi(client, reverse("karier:pelatihan"))


def test_a_list_of_nip_says_who_is_not_found(client: Client, kelas: Angkatan, meja: Pengguna) -> None:
    orang = PegawaiPabrik()
    alamat = reverse("admin:pelatihan_angkatan_daftarkan", args=[kelas.pk])
    pendek = client.post(alamat, {"nip": "123", "alasan": "Penugasan"}).content.decode()
    assert "Yang diisi 3" in pendek
    isi = {"nip": f"{orang.nip}\n199001012015011001", "alasan": "Penugasan"}
    sesudah = client.post(alamat, isi, follow=True).content.decode()
    assert "1 pegawai didaftarkan" in sesudah
    assert "199001012015011001: NIP tidak ditemukan" in sesudah


def test_a_mark_out_of_range_is_said_at_its_row_and_nothing_is_lost(client: Client, meja: Pengguna) -> None:
    hari = timezone.localdate()
    kelas = AngkatanPabrik(mulai=hari, selesai=hari, daftar_sampai=hari)
    p = _peserta(kelas, S.DISETUJUI)
    alamat = reverse("admin:pelatihan_angkatan_hasil", args=[kelas.pk])
    isi: dict[str, Any] = {f"{p.pk}-status": "selesai", f"{p.pk}-nilai_pra": "40,5"}
    jawaban = client.post(alamat, isi | {f"{p.pk}-nilai_pasca": "120"}).content.decode()
    assert "Nilai 0 sampai 100" in jawaban
    assert 'value="40,5"' in jawaban
    client.post(alamat, isi | {f"{p.pk}-nilai_pasca": "80"})
    p.refresh_from_db()
    assert (p.status, str(p.nilai_pra), str(p.nilai_pasca)) == (S.SELESAI, "40.50", "80.00")


def test_the_grid_keeps_what_the_desk_ticks(client: Client, kelas: Angkatan, meja: Pengguna) -> None:
    p, sesi = _peserta(kelas, S.DISETUJUI), SesiPabrik(angkatan=kelas)
    alamat = reverse("admin:pelatihan_angkatan_hadir", args=[kelas.pk])
    client.post(alamat, {"hadir": [f"{p.pk}-{sesi.pk}", "x-y"]})
    assert f'name="semula" value="{p.pk}-{sesi.pk}"' in _isi(client, alamat)


def test_hr_makes_a_class_with_a_session_and_its_speakers(client: Client, meja: Pengguna) -> None:
    kelas, orang = AngkatanPabrik(), PegawaiPabrik()
    alamat = reverse("admin:pelatihan_angkatan_change", args=[kelas.pk])
    isi = {n: getattr(kelas, n) for n in ("nama", "mulai", "selesai", "daftar_sampai", "kursi", "biaya")}
    sesi = {"urut": 1, "judul": "Pagi", "mulai": "08-02-2027 08.30", "selesai": "08-02-2027 10.00"}
    baris = {"sesi-TOTAL_FORMS": 1, "sesi-INITIAL_FORMS": 0} | {f"sesi-0-{n}": v for n, v in sesi.items()}
    assert client.post(alamat, isi | baris | terbaca(client, alamat)).status_code == 302
    pagi = kelas.sesi.get()
    assert f"{timezone.localtime(pagi.mulai, timezone.get_current_timezone()):%H.%M}" == "08.30"
    alamat = reverse("admin:pelatihan_sesiangkatan_change", args=[pagi.pk])
    kosong = {"narasumber-TOTAL_FORMS": 2, "narasumber-INITIAL_FORMS": 0}
    tamu = {"narasumber-0-nip": orang.nip, "narasumber-1-nama": "Tamu", "narasumber-1-asal": "Universitas"}
    jawaban = client.post(alamat, sesi | kosong | tamu | terbaca(client, alamat))
    assert jawaban["Location"] == reverse("admin:pelatihan_angkatan_kelas", args=[kelas.pk])
    assert sorted(str(n) for n in pagi.narasumber.all()) == sorted([str(orang), "Tamu"])
    dua = {"narasumber-0-nip": orang.nip, "narasumber-0-nama": "Tamu"}
    jawaban = client.post(alamat, sesi | kosong | dua | terbaca(client, alamat)).content.decode()
    assert "satu saja" in jawaban


def test_a_class_that_is_over_leads_to_all_that_came_of_it(client: Client, meja: Pengguna) -> None:
    """Its certificates, levels 1 to 3, and, from the app above, what followed."""
    kelas = AngkatanPabrik(status=StatusAngkatan.SELESAI)
    _peserta(kelas, S.SELESAI)
    isi = _isi(client, reverse("admin:pelatihan_angkatan_kelas", args=[kelas.pk]))
    for nama in ("pelatihan_sertifikat_terbitkan", "pelatihan_evaluasi_kelas", "karier_dampak_angkatan"):
        alamat = reverse(f"admin:{nama}", args=[kelas.pk])
        assert f'href="{alamat}"' in isi
        assert client.get(alamat).status_code == 200


def test_the_auditor_is_led_nowhere_they_may_not_go(client: Client, kelas: Angkatan) -> None:
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(instansi=kelas.instansi, jenis=JenisPeran.AUDITOR, pengguna=akun)
    client.force_login(akun)
    isi = _isi(client, reverse("admin:pelatihan_angkatan_changelist"))
    assert reverse("admin:pelatihan_angkatan_change", args=[kelas.pk]) in isi
    assert reverse("admin:pelatihan_angkatan_kelas", args=[kelas.pk]) not in isi


def test_the_page_pelatihan_leads_to_needs_certificates_and_what_one_teaches(
    client: Client, kelas: Angkatan, diri: Pengguna
) -> None:
    client.force_login(diri)
    isi = _isi(client, reverse("karier:pelatihan"))
    nama = ("kebutuhan", "sertifikat", "kelas_saya")
    assert all(f'href="{reverse(f"pelatihan:{n}")}"' in isi for n in nama)
    assert reverse("pelatihan:mengajar") not in _isi(client, reverse("pelatihan:kelas_saya"))
    Narasumber.objects.create(sesi=SesiPabrik(angkatan=kelas), pegawai=diri.pegawai)
    assert f'href="{reverse("pelatihan:mengajar")}"' in _isi(client, reverse("pelatihan:kelas_saya"))
