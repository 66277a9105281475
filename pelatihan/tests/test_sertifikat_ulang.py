"""What a revocation leaves behind: who gets another certificate, and what the ledger says then."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from pegawai.models import KenaikanKompetensi, PengembanganKompetensi, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Pendaftaran, Sertifikat
from pelatihan.services.kegiatan_periksa import terima_kegiatan
from pelatihan.services.sertifikat import issue_anew, issue_certificates, revoke_certificate
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik
from pelatihan.tests.pabrik_jp import KegiatanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db
HARI = date(2027, 2, 12)


@pytest.fixture
def ikut() -> Pendaftaran:
    """Siti finished a class of eight JP that leads to level 3 of a competency."""
    pelatihan = PelatihanPabrik(nama="Komunikasi publik", jp=8, kompetensi=None)
    KompetensiPelatihanPabrik(pelatihan=pelatihan, level=3)
    p: Pendaftaran = PendaftaranPabrik(
        angkatan=AngkatanPabrik(pelatihan=pelatihan),
        pegawai=PegawaiPabrik(nama="Siti Aminah"),
        status=StatusPendaftaran.SELESAI,
    )
    return p


@pytest.fixture
def hr(ikut: Pendaftaran) -> Pengguna:
    return hr_dari(ikut.angkatan.instansi)


def _terbitkan(p: Pendaftaran, hr: Pengguna) -> Sertifikat:
    isi: dict[str, Any] = {"penanda_tangan": None, "tanggal": HARI, "actor": hr, "at": SAAT}
    return issue_certificates(angkatan_id=p.angkatan_id, **isi)[0]


def _cabut(s: Sertifikat, hr: Pengguna, alasan: str = "Nama keliru") -> None:
    revoke_certificate(nomor=s.nomor, alasan=alasan, actor=hr, at=SAAT)


def _ulang(s: Sertifikat, hr: Pengguna, **lain: Any) -> Sertifikat:
    isi = {"nomor": s.nomor, "alasan": "Nama dibetulkan", "penanda_tangan": None, "tanggal": HARI}
    return issue_anew(**isi | lain, actor=hr, at=SAAT)


def _buku() -> list[tuple[int, str, str]]:
    return list(PengembanganKompetensi.objects.values_list("jp", "nomor_sertifikat", "sumber"))


# -- another certificate ------------------------------------------------------------------------------


def test_issuing_for_the_class_leaves_out_whose_certificate_was_revoked(
    client: Client, ikut: Pendaftaran, hr: Pengguna
) -> None:
    s = _terbitkan(ikut, hr)
    _cabut(s, hr)
    baru = PendaftaranPabrik(angkatan=ikut.angkatan, pegawai=PegawaiPabrik(), status=ikut.status)
    client.force_login(hr)
    isi = client.get(reverse("admin:pelatihan_sertifikat_terbitkan", args=[ikut.angkatan_id]))
    assert isi.context["menunggu"] == [baru.pegawai.nama_gelar]
    assert "Nama keliru" in isi.content.decode()
    assert reverse("admin:pelatihan_sertifikat_ulang", args=[s.pk]) in isi.content.decode()
    assert _terbitkan(ikut, hr).pendaftaran_id == baru.pk
    with pytest.raises(DomainError, match="Tidak ada peserta"):
        _terbitkan(ikut, hr)
    meja = client.get(f"{reverse('admin:pelatihan_angkatan_changelist')}?menunggu=sertifikat")
    assert meja.context["cl"].result_count == 0


def test_hr_issues_anew_for_one_person_and_the_trail_says_why(
    client: Client, ikut: Pendaftaran, hr: Pengguna
) -> None:
    s = _terbitkan(ikut, hr)
    _cabut(s, hr)
    client.force_login(hr)
    alamat = reverse("admin:pelatihan_sertifikat_ulang", args=[s.pk])
    kirim = {"penanda_tangan": PenandaTanganPabrik().pk, "tanggal": "10-02-2027", "alasan": ""}
    assert "Tuliskan alasan menerbitkan ulang" in client.post(alamat, kirim).content.decode()
    for _ in range(2):  # a second press is the same certificate
        client.post(alamat, kirim | {"alasan": "Nama sudah benar"})
    baru = Sertifikat.objects.get(dicabut_pada=None)
    assert _buku() == [(8, baru.nomor, "Sertifikat pelatihan")]
    assert KenaikanKompetensi.objects.get().nomor_sertifikat == baru.nomor
    jejak = Jejak.objects.filter(tindakan="terbitkan_sertifikat").order_by("pk").last()
    assert (jejak.keperluan, jejak.subjek_id) == ("Nama sudah benar", ikut.pegawai_id)
    halaman = client.get(reverse("admin:pelatihan_sertifikat_terbitkan", args=[ikut.angkatan_id]))
    assert halaman.context["dicabut"] == []


def test_who_may_not_issue_may_not_issue_anew(ikut: Pendaftaran, hr: Pengguna) -> None:
    s = _terbitkan(ikut, hr)
    _cabut(s, hr)
    asing = hr_dari(InstansiPabrik(kode="tempat-lain"))
    diri = hr_dari(ikut.angkatan.instansi, pegawai=ikut.pegawai)
    for siapa, kata in ((asing, "pengelola kepegawaian instansinya"), (diri, "petugas lain")):
        with pytest.raises(TidakBoleh, match=kata):
            _ulang(s, siapa)
    for isi, kata in (
        ({"alasan": " "}, "Tuliskan alasan"),
        ({"tanggal": ikut.angkatan.mulai}, "sebelum hari terakhir"),
        (
            {"penanda_tangan": PenandaTanganPabrik(instansi=asing.peran.get().instansi)},
            "tidak menandatangani",
        ),
    ):
        with pytest.raises(DomainError, match=kata):
            _ulang(s, hr, **isi)
    Pendaftaran.objects.update(status=StatusPendaftaran.TIDAK_LULUS)
    with pytest.raises(DomainError, match="sekarang belum lulus"):
        _ulang(s, hr)
    assert not Sertifikat.objects.filter(dicabut_pada=None).exists()


# -- the ledger ---------------------------------------------------------------------------------------


def test_a_revocation_leaves_what_the_ledger_said_before(ikut: Pendaftaran, hr: Pengguna) -> None:
    """An accepted activity of the same name and last day: its JP are the person's whatever the class says."""
    hari = ikut.angkatan.selesai
    kegiatan = KegiatanPabrik(
        pegawai=ikut.pegawai, nama="Komunikasi publik", mulai=hari, selesai=hari, jp_diklaim=6
    )
    terima_kegiatan(kegiatan_id=kegiatan.pk, versi=kegiatan.versi, actor=hr, at=SAAT, kanal="admin")
    dulu, baris = _buku(), PengembanganKompetensi.objects.get().pk
    s = _terbitkan(ikut, hr)
    assert _buku() == [(8, s.nomor, "Sertifikat pelatihan")]
    _cabut(s, hr)
    assert _buku() == dulu
    _cabut(_ulang(s, hr), hr)
    assert _buku() == dulu
    assert PengembanganKompetensi.objects.get().pk == baris


def test_a_line_that_another_revoked_certificate_wrote_does_not_come_back(
    ikut: Pendaftaran, hr: Pengguna
) -> None:
    """Two runs of one programme end on the same day: one line, which the second certificate takes over."""
    lain = PendaftaranPabrik(
        angkatan=AngkatanPabrik(pelatihan=ikut.angkatan.pelatihan), pegawai=ikut.pegawai, status=ikut.status
    )
    satu, dua = _terbitkan(ikut, hr), _terbitkan(lain, hr)
    _cabut(satu, hr)
    assert _buku() == [(8, dua.nomor, "Sertifikat pelatihan")]
    _cabut(dua, hr)
    assert _buku() == []


def test_a_line_keeps_its_first_day_when_it_comes_back(ikut: Pendaftaran, hr: Pengguna) -> None:
    hari = ikut.angkatan.selesai
    lama = PengembanganPabrik(
        pegawai=ikut.pegawai, nama="Komunikasi publik", tanggal_mulai=date(2027, 2, 1), tanggal_selesai=hari,
        jp=20, sumber="Ekspor SIASN", nomor_sertifikat="12/2027",
    )  # fmt: skip
    _cabut(_terbitkan(ikut, hr), hr)
    kini = PengembanganKompetensi.objects.get(pk=lama.pk)
    assert (kini.tanggal_mulai, *_buku()[0]) == (date(2027, 2, 1), 20, "12/2027", "Ekspor SIASN")
