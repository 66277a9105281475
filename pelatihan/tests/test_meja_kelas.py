"""What HR still has to do after the last day of a class, and what its pages say about one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.admin import kelas as kelas_meja
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran, Sertifikat, SuratTugas
from pelatihan.services.sertifikat import issue_certificates
from pelatihan.services.surat_tugas import issue_surat_tugas
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran


@pytest.mark.parametrize(
    ("menunggu", "status", "lain"),
    [("hasil", S.SURAT_TUGAS, S.TIDAK_HADIR), ("sertifikat", S.SELESAI, S.TIDAK_LULUS)],
)
def test_what_waits_after_a_class_is_counted_and_listed(
    client: Client, menunggu: str, status: StatusPendaftaran, lain: StatusPendaftaran
) -> None:
    """Results that nobody recorded, certificates that nobody issued."""
    client.force_login(hr_dari(InstansiPabrik(kode="batanghari")))
    lalu = timezone.localdate() - timedelta(days=2)
    hari: dict[str, Any] = {"mulai": lalu, "selesai": lalu, "daftar_sampai": lalu}
    ada, lewat = (AngkatanPabrik(nama=n, **hari) for n in ("Yang menunggu", "Yang beres"))
    for angkatan, keadaan in ((ada, status), (lewat, lain)):
        PendaftaranPabrik(angkatan=angkatan, pegawai=PegawaiPabrik(pelaksana=True), status=keadaan)
    url = f"{reverse('admin:pelatihan_angkatan_changelist')}?menunggu={menunggu}"
    assert url in client.get(reverse("admin:index")).content.decode()
    daftar = client.get(url).content.decode()
    assert "Yang menunggu" in daftar
    assert "Yang beres" not in daftar


# -- the pages of one class -----------------------------------------------------------------------------


@pytest.fixture
def petugas(client: Client) -> Pengguna:
    """An officer who takes part in what they run."""
    akun = hr_dari(InstansiPabrik(kode="batanghari"), pegawai=PegawaiPabrik(nama="Petugas Peserta"))
    client.force_login(akun)
    return akun


def _berdua(status: StatusPendaftaran, petugas: Pengguna) -> tuple[Angkatan, Pendaftaran, Pendaftaran]:
    """A class of today with the officer's own enrolment and that of somebody else, both at `status`."""
    hari = timezone.localdate()
    kelas = AngkatanPabrik(mulai=hari, selesai=hari, daftar_sampai=hari, kursi=5)
    orang = (petugas.pegawai, PegawaiPabrik(nama="Rekan"))
    diri, lain = [PendaftaranPabrik(angkatan=kelas, pegawai=o, status=status) for o in orang]
    return kelas, diri, lain


def _url(nama: str, kelas: Angkatan) -> str:
    return reverse(f"admin:pelatihan_{nama}", args=[kelas.pk])


def test_the_officers_own_stands_on_no_page_that_would_leave_it_out_in_silence(
    client: Client, petugas: Pengguna
) -> None:
    kelas, _, lain = _berdua(S.DISETUJUI, petugas)
    SesiPabrik(angkatan=kelas)
    surat = client.get(_url("angkatan_surat", kelas))
    assert [pk for pk, _ in surat.context["form"].fields["peserta"].choices] == [lain.pk]
    hadir = client.get(_url("angkatan_hadir", kelas)).content.decode()
    assert "Kehadiran Anda dicatat rekan Anda" in hadir
    assert hadir.count(" disabled>") == 1
    Pendaftaran.objects.filter(angkatan=kelas).update(status=S.SELESAI)
    terbit = client.get(_url("sertifikat_terbitkan", kelas))
    assert terbit.context["menunggu"] == [lain.pegawai.nama_gelar]
    assert "Sertifikat Anda sendiri diterbitkan rekan Anda" in terbit.content.decode()
    assert "Terbitkan 1 sertifikat" in terbit.content.decode()


def test_a_letter_says_who_was_chosen_and_is_not_on_it(
    client: Client, petugas: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody withdraws between the look at the page and the letter."""
    kelas, _, lain = _berdua(S.DISETUJUI, petugas)
    mundur = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(nama="Mundur"), status=S.DISETUJUI)

    def sela(**isi: Any) -> SuratTugas:
        Pendaftaran.objects.filter(pk=mundur.pk).update(status=S.DIBATALKAN)
        return issue_surat_tugas(**isi)

    monkeypatch.setattr(kelas_meja, "issue_surat_tugas", sela)
    isi = {"nomor": "8", "tanggal": f"{timezone.localdate():%d-%m-%Y}", "peserta": [lain.pk, mundur.pk]}
    isi["penanda_tangan"] = PenandaTanganPabrik().pk
    sesudah = client.post(_url("angkatan_surat", kelas), isi, follow=True).content.decode()
    assert "Surat tugas 8 terbit." in sesudah
    assert f"{mundur.pegawai.nama_gelar}: Tidak lagi menunggu surat tugas." in sesudah


@pytest.mark.parametrize(("hari", "utama"), [(3, "Daftarkan pegawai"), (0, "Catat kehadiran")])
def test_what_comes_next_stands_first(client: Client, petugas: Pengguna, hari: int, utama: str) -> None:
    kelas, *_ = _berdua(S.SURAT_TUGAS, petugas)
    kelas.mulai = kelas.selesai = timezone.localdate() + timedelta(days=hari)
    kelas.save()
    aksi = [teks for teks, _ in client.get(_url("angkatan_kelas", kelas)).context["aksi"]]
    assert (aksi[0], "Catat hasil" in aksi) == (utama, hari == 0)  # refused before the last day


def test_certificates_come_first_as_long_as_somebody_waits_for_one(client: Client, petugas: Pengguna) -> None:
    kelas, *_ = _berdua(S.SELESAI, petugas)
    terbitkan = ("Terbitkan sertifikat", _url("sertifikat_terbitkan", kelas))
    assert client.get(_url("angkatan_kelas", kelas)).context["aksi"][0] == terbitkan
    for hr in (petugas, hr_dari(kelas.instansi, pegawai=PegawaiPabrik())):
        hari = {"tanggal": kelas.selesai, "penanda_tangan": None, "at": timezone.now()}
        issue_certificates(angkatan_id=kelas.pk, actor=hr, **hari)
    aksi = client.get(_url("angkatan_kelas", kelas)).context["aksi"]
    assert terbitkan in aksi[1:]


def test_no_certificate_is_dated_in_the_future(client: Client, petugas: Pengguna) -> None:
    kelas, *_ = _berdua(S.SELESAI, petugas)
    isi = {"penanda_tangan": PenandaTanganPabrik().pk, "tanggal": f"01-01-{timezone.localdate().year + 1}"}
    assert "Paling lambat" in client.post(_url("sertifikat_terbitkan", kelas), isi).content.decode()
    assert not Sertifikat.objects.exists()
