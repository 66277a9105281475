"""A certificate is issued, proves itself, fails when one letter changes, and is revoked."""

import json
import string
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.pdf import render_pdf
from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu
from pegawai.enums import KompetensiMansoskul
from pegawai.models import KenaikanKompetensi, Pegawai, PengembanganKompetensi, Pengguna
from pegawai.services.profil import moment_text
from pegawai.services.riwayat import record_jp_bulk
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import HasilPeriksa, StatusPendaftaran
from pelatihan.models import Angkatan, Sertifikat
from pelatihan.reports.sertifikat import isi_sertifikat
from pelatihan.services import sertifikat as sertifikat_layanan
from pelatihan.services.kegiatan_periksa import terima_kegiatan
from pelatihan.services.sertifikat import issue_certificates, revoke_certificate
from pelatihan.services.sertifikat_periksa import check_code, check_number, code_of
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik
from pelatihan.tests.pabrik_jp import KegiatanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db

HARI = date(2027, 2, 12)
HURUF64 = string.ascii_letters + string.digits + "-_"


@pytest.fixture
def kelas() -> Angkatan:
    """A class that leads to Komunikasi level 3, with one participant who finished and one who did not."""
    pelatihan = PelatihanPabrik(nama="Komunikasi publik", jp=8, kompetensi=None)
    KompetensiPelatihanPabrik(pelatihan=pelatihan, level=3)
    angkatan: Angkatan = AngkatanPabrik(pelatihan=pelatihan, kursi=5)
    PendaftaranPabrik(
        angkatan=angkatan,
        pegawai=PegawaiPabrik(nama="Siti Aminah", instansi=angkatan.instansi),
        status=StatusPendaftaran.SELESAI,
    )
    PendaftaranPabrik(
        angkatan=angkatan,
        pegawai=PegawaiPabrik(instansi=angkatan.instansi),
        status=StatusPendaftaran.TIDAK_HADIR,
    )
    return angkatan


@pytest.fixture
def hr(kelas: Angkatan) -> Pengguna:
    return hr_dari(kelas.instansi)


def terbitkan(kelas: Angkatan, hr: Pengguna) -> list[Sertifikat]:
    return issue_certificates(angkatan_id=kelas.pk, penanda_tangan=None, tanggal=HARI, actor=hr, at=SAAT)


@pytest.fixture
def sertifikat(kelas: Angkatan, hr: Pengguna) -> Sertifikat:
    return terbitkan(kelas, hr)[0]


def test_who_finished_gets_one_with_its_hours_and_its_level(sertifikat: Sertifikat, kelas: Angkatan) -> None:
    jp = PengembanganKompetensi.objects.get()
    assert (jp.pegawai_id, jp.nama, jp.jp, jp.tanggal_selesai, jp.nomor_sertifikat) == (
        sertifikat.pegawai_id,
        "Komunikasi publik",
        8,
        kelas.selesai,
        sertifikat.nomor,
    )
    naik = KenaikanKompetensi.objects.get()
    assert (naik.pegawai_id, naik.kompetensi, naik.level) == (
        sertifikat.pegawai_id,
        KompetensiMansoskul.KOMUNIKASI,
        3,
    )
    assert Sertifikat.objects.count() == 1  # who did not come has none


def test_issuing_again_finds_nobody_left(sertifikat: Sertifikat, kelas: Angkatan, hr: Pengguna) -> None:
    with pytest.raises(DomainError, match="Tidak ada peserta"):
        terbitkan(kelas, hr)


def test_nobody_issues_or_revokes_their_own(kelas: Angkatan, hr: Pengguna) -> None:
    pemilik = hr_dari(kelas.instansi, pegawai=Pegawai.objects.get(nama="Siti Aminah"))
    with pytest.raises(TidakBoleh, match="petugas lain"):
        terbitkan(kelas, pemilik)
    (s,) = terbitkan(kelas, hr)
    with pytest.raises(TidakBoleh, match="petugas lain"):
        revoke_certificate(nomor=s.nomor, alasan="Salah", actor=pemilik, at=SAAT)


def test_only_hr_of_the_class_issues_and_revokes(kelas: Angkatan, hr: Pengguna) -> None:
    """Also for somebody who works elsewhere by now: their new HR reads the certificate and no more."""
    baru = InstansiPabrik(kode="tempat-baru")
    for siapa in (PenggunaPabrik(), hr_dari(baru)):
        with pytest.raises(TidakBoleh, match="pengelola kepegawaian instansinya"):
            terbitkan(kelas, siapa)
    (s,) = terbitkan(kelas, hr)
    Pegawai.objects.filter(pk=s.pegawai_id).update(instansi=baru, unit=None)
    with pytest.raises(TidakBoleh, match="pengelola kepegawaian instansinya"):
        revoke_certificate(nomor=s.nomor, alasan="Salah", actor=hr_dari(baru), at=SAAT)
    client = Client()
    client.force_login(hr)
    alamat = reverse("admin:pelatihan_sertifikat_cabut", args=[s.pk])
    client.post(alamat, {"alasan": "Nilai keliru"})
    s.refresh_from_db()
    assert s.alasan_cabut == "Nilai keliru"


def test_its_signer_signs_on_that_day(kelas: Angkatan, hr: Pengguna) -> None:
    asing = PenandaTanganPabrik(instansi=InstansiPabrik(kode="tempat-lain"))
    isi = {"angkatan_id": kelas.pk, "penanda_tangan": asing, "tanggal": HARI, "actor": hr, "at": SAAT}
    with pytest.raises(DomainError, match="tidak menandatangani"):
        issue_certificates(**isi)


@bersamaan
def test_issuing_and_verifying_an_activity_do_not_wait_crosswise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both write the ledger of one person: whoever holds its lines holds the person already."""
    p = PendaftaranPabrik(pegawai=PegawaiPabrik(), status=StatusPendaftaran.SELESAI)
    KompetensiPelatihanPabrik(pelatihan=p.angkatan.pelatihan, level=3)
    PengembanganPabrik(pegawai=p.pegawai)
    kegiatan, hr = KegiatanPabrik(pegawai=p.pegawai), hr_dari(p.angkatan.instansi)
    monkeypatch.setattr(sertifikat_layanan, "record_jp_bulk", bertemu(record_jp_bulk))
    terima = {"kegiatan_id": kegiatan.pk, "versi": kegiatan.versi, "actor": hr, "at": SAAT, "kanal": "admin"}
    berlomba(lambda: terbitkan(p.angkatan, hr), lambda: terima_kegiatan(**terima))
    assert PengembanganKompetensi.objects.filter(pegawai=p.pegawai).count() == 3


def test_the_class_must_be_over(kelas: Angkatan, hr: Pengguna) -> None:
    with pytest.raises(DomainError, match="sebelum hari terakhir"):
        issue_certificates(angkatan_id=kelas.pk, penanda_tangan=None, tanggal=kelas.mulai, actor=hr, at=SAAT)


def test_its_code_proves_it_and_every_altered_letter_fails(sertifikat: Sertifikat) -> None:
    kode = code_of(sertifikat)
    asli = check_code(kode)
    assert asli.hasil is HasilPeriksa.ASLI
    assert asli.isi is not None
    assert (asli.isi.inisial, asli.isi.judul, asli.isi.jp) == ("S. A.", "Komunikasi publik", 8)
    lolos = [
        kode[:i] + huruf + kode[i + 1 :]
        for i in range(len(kode))
        for huruf in {*HURUF64[i % 7 :: 7], HURUF64[(HURUF64.find(kode[i]) + 1) % 64]} - {kode[i]}
        if check_code(kode[:i] + huruf + kode[i + 1 :]).hasil is not HasilPeriksa.BERUBAH
    ]
    assert lolos == []


def test_a_shortened_or_lengthened_code_fails(sertifikat: Sertifikat) -> None:
    kode = code_of(sertifikat)
    for lain in (kode[:-1], kode + "A", kode + "=", kode[1:], kode.replace(".", ""), kode.swapcase()):
        assert check_code(lain).hasil is HasilPeriksa.BERUBAH


def test_a_revoked_one_says_so_and_takes_hours_and_level_back(sertifikat: Sertifikat, hr: Pengguna) -> None:
    revoke_certificate(nomor=sertifikat.nomor, alasan="Nilai keliru", actor=hr, at=SAAT)
    revoke_certificate(nomor=sertifikat.nomor, alasan="Sekali lagi", actor=hr, at=SAAT)
    temuan = check_code(code_of(sertifikat))
    assert (temuan.hasil, temuan.dicabut_pada) == (HasilPeriksa.DICABUT, SAAT)
    assert check_number(sertifikat.nomor).hasil is HasilPeriksa.DICABUT
    assert not PengembanganKompetensi.objects.exists()
    assert not KenaikanKompetensi.objects.exists()
    sertifikat.refresh_from_db()
    assert sertifikat.alasan_cabut == "Nilai keliru"


def test_the_desk_shows_a_certificate_with_its_class(sertifikat: Sertifikat, hr: Pengguna) -> None:
    client = Client()
    client.force_login(hr)
    isi = client.get(reverse("admin:pelatihan_sertifikat_change", args=[sertifikat.pk])).content.decode()
    assert str(sertifikat.pendaftaran.angkatan) in isi
    assert "Pendaftaran nomor" not in isi
    # The way back from the question leads through the certificate.
    tanya = client.get(reverse("admin:pelatihan_sertifikat_cabut", args=[sertifikat.pk])).content.decode()
    remah = tanya.partition('class="breadcrumbs"')[2].partition("</nav>")[0]
    assert reverse("admin:pelatihan_sertifikat_change", args=[sertifikat.pk]) in remah


@pytest.mark.parametrize("nama", ["account_login", "publik:awal"])
def test_who_has_no_account_finds_the_check(nama: str) -> None:
    InstansiPabrik()
    isi = Client().get(reverse(nama), follow=True).content.decode()
    assert reverse("sertifikat:periksa") in isi


def test_the_public_page_tells_a_revocation_on_the_clock_of_the_issuer(
    sertifikat: Sertifikat, kelas: Angkatan, hr: Pengguna
) -> None:
    kelas.instansi.zona_waktu = "Asia/Jayapura"
    kelas.instansi.save()
    revoke_certificate(nomor=sertifikat.nomor, alasan="Nilai keliru", actor=hr, at=SAAT)
    isi = Client().get(reverse("sertifikat:periksa"), {"nomor": sertifikat.nomor}).content.decode()
    assert f"Dicabut {moment_text(SAAT, 'Asia/Jayapura')}." in isi


def test_a_row_that_was_changed_behind_our_back_is_not_genuine(sertifikat: Sertifikat) -> None:
    Sertifikat.objects.update(muatan=sertifikat.muatan.replace(",8,", ",80,"))
    assert check_number(sertifikat.nomor).hasil is HasilPeriksa.BERUBAH


def test_a_signed_code_that_is_not_recorded_here_says_so(sertifikat: Sertifikat) -> None:
    kode = code_of(sertifikat)
    Sertifikat.objects.all().delete()
    assert check_code(kode).hasil is HasilPeriksa.TAK_TERCATAT


# -- the public page -------------------------------------------------------------------------------------


def buka(**isi: str) -> Any:
    return Client().get(reverse("sertifikat:periksa"), isi)


def test_anybody_reads_initials_title_hours_and_date_and_no_name(sertifikat: Sertifikat) -> None:
    for jawaban in (buka(nomor=sertifikat.nomor), buka(k=code_of(sertifikat))):
        isi = jawaban.content.decode()
        assert all(
            t in isi for t in ("asli dan berlaku", "S. A.", "Komunikasi publik", "8 JP", "12 Februari 2027")
        )
        assert "Siti" not in isi
        assert sertifikat.pegawai.nip not in isi


def test_an_invented_number_says_nothing_about_others(sertifikat: Sertifikat) -> None:
    kosong = buka(nomor="2027-2222-2222-2222").content.decode()
    dekat = buka(nomor=sertifikat.nomor[:-1] + ("2" if sertifikat.nomor[-1] != "2" else "3")).content.decode()
    bukan = buka(nomor="<b>apa saja").content.decode()
    for isi in (kosong, dekat, bukan):
        assert "Tidak ada sertifikat dengan nomor itu" in isi
        assert "Komunikasi publik" not in isi
    assert "<b>" not in bukan


def test_somebody_who_tries_numbers_is_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelatihan.views.publik_sertifikat.PER_JAM", 2)
    assert [buka(nomor="2027-2222-2222-2222").status_code for _ in range(3)] == [200, 200, 429]


def test_it_is_checked_offline_with_the_public_key_alone(
    sertifikat: Sertifikat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "kunci.json"
    berkas.write_bytes(Client().get(reverse("sertifikat:kunci")).content)
    alamat = f"https://x.example{reverse('sertifikat:periksa')}?k={code_of(sertifikat)}"
    call_command("periksa_sertifikat", alamat, kunci=berkas)
    assert json.loads(capsys.readouterr().out)["nomor"] == sertifikat.nomor
    with pytest.raises(CommandError, match="tidak cocok"):
        call_command("periksa_sertifikat", alamat.replace("?k=W", "?k=X"), kunci=berkas)
    berkas.write_text("[]")
    with pytest.raises(CommandError, match="bukan berkas kunci"):
        call_command("periksa_sertifikat", alamat, kunci=berkas)


def test_the_holder_downloads_the_paper_and_nobody_else(sertifikat: Sertifikat) -> None:
    pemilik, lain = PenggunaPabrik(pegawai=sertifikat.pegawai), PenggunaPabrik(pegawai=PegawaiPabrik())
    client = Client()
    client.force_login(pemilik)
    assert "Komunikasi publik" in client.get(reverse("pelatihan:sertifikat")).content.decode()
    url = reverse("pelatihan:sertifikat_unduh", args=[sertifikat.nomor])
    assert client.get(url).content.startswith(b"%PDF")
    client.force_login(lain)
    assert client.get(url).status_code == 404


def test_its_paper_keeps_the_letterhead_of_who_issued_it(sertifikat: Sertifikat) -> None:
    """What is signed names the issuer; the holder works elsewhere by now."""
    dulu = isi_sertifikat(sertifikat, alamat="https://x.example")
    sertifikat.pegawai.instansi = InstansiPabrik(kode="tempat-baru", nama="Pemerintah Tempat Baru")
    sertifikat.pegawai.save()
    kini = isi_sertifikat(sertifikat, alamat="https://x.example")
    assert (kini["kop"], kini["tempat_tanggal"]) == (dulu["kop"], dulu["tempat_tanggal"])
    assert "Tempat Baru" not in str(kini)


def test_the_longest_title_still_fits_a_code(hr: Pengguna) -> None:
    """Typst refuses a QR code that holds too much, so the paper would not come out."""
    judul = "Ä" * Sertifikat._meta.get_field("judul").max_length
    angkatan = AngkatanPabrik(pelatihan=PelatihanPabrik(nama=judul, kompetensi=None))
    PendaftaranPabrik(angkatan=angkatan, pegawai=PegawaiPabrik(), status=StatusPendaftaran.SELESAI)
    (s,) = terbitkan(angkatan, hr)
    kode = code_of(s)
    asal = "https://karier.kabupaten-contoh-yang-panjang.go.id"
    alamat = f"{asal}{reverse('sertifikat:periksa')}?k={kode}"
    assert render_pdf("sertifikat", isi_sertifikat(s, alamat=alamat)).startswith(b"%PDF")
    assert check_code(parse_qs(urlsplit(alamat).query)["k"][0]).hasil is HasilPeriksa.ASLI
