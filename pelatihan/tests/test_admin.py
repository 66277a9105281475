"""The catalogue and its partners at the HR desk."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.lib.tests.formulir import terbaca
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Instansi, KompetensiTeknis
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pelatihan.models import KompetensiPelatihan, Mitra, Pelatihan
from pelatihan.services.katalog_isi import copy_program, save_program
from pelatihan.services.mitra import save_mitra
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_jp import KegiatanPabrik
from pelatihan.tests.pabrik_katalog import MitraPabrik, PerjanjianPabrik

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pelatihan_pelatihan_changelist"
UBAH = "admin:pelatihan_pelatihan_change"
SALIN = "admin:pelatihan_pelatihan_salin"
MITRA = "admin:pelatihan_mitra_changelist"
SAAT = datetime(2027, 3, 4, 2, 0, tzinfo=UTC)


@pytest.fixture
def instansi(client: Client) -> Instansi:
    """HR of it sits at the desk."""
    sini: Instansi = InstansiPabrik(kode="sini")
    client.force_login(hr_dari(sini))
    return sini


@pytest.fixture
def program(instansi: Instansi) -> Pelatihan:
    pelatihan: Pelatihan = PelatihanPabrik(kompetensi=None, instansi=instansi)
    return pelatihan


def _simpan(client: Client, program: Pelatihan, **sasaran: object) -> Any:
    """The change page as HR sends it, with one row of whom the programme is meant for."""
    isi = {nama: getattr(program, nama) for nama in ("nama", "metode", "jp", "biaya")}
    isi |= {"bentuk": int(program.bentuk), "aktif": "on"}
    for awalan, banyak in (("kompetensi", 0), ("sasaran", 1)):
        isi |= {f"{awalan}-TOTAL_FORMS": banyak, f"{awalan}-INITIAL_FORMS": 0}
    isi |= {f"sasaran-0-{nama}": nilai for nama, nilai in sasaran.items()}
    alamat = reverse(UBAH, args=[program.pk])
    return client.post(alamat, isi | terbaca(client, alamat))


def _isi(client: Client, nama: str, *args: Any, **saring: Any) -> str:
    return client.get(reverse(nama, args=args), saring).content.decode()


# -- the catalogue ------------------------------------------------------------------------------


def test_hr_says_for_whom_a_programme_is_meant(client: Client, program: Pelatihan) -> None:
    jawaban = _simpan(client, program, jenis_jabatan=int(JenisJabatan.FUNGSIONAL), nama_unit="Puskesmas")
    assert jawaban.status_code == 302
    assert [str(s) for s in program.sasaran.all()] == ["Fungsional, Puskesmas"]
    assert Jejak.objects.get(tindakan="ubah_pelatihan").subjek_id == program.pk


def test_half_a_range_of_jenjang_comes_back_with_what_to_do(client: Client, program: Pelatihan) -> None:
    jawaban = _simpan(client, program, jenjang_dari=int(Jenjang.AHLI_MUDA))
    assert "Isi kedua jenjang" in jawaban.content.decode()
    assert not program.sasaran.exists()


def test_the_page_says_that_no_target_means_everybody(client: Client, program: Pelatihan) -> None:
    assert "kosong: untuk semua pegawai" in _isi(client, UBAH, program.pk)


def test_a_new_programme_gets_a_code_of_its_own(instansi: Instansi) -> None:
    hr = hr_dari(instansi)
    kode = []
    for nama in ("Menulis Surat", "Menulis: surat!"):
        p = Pelatihan(nama=nama, bentuk=16, metode="daring", jp=4, instansi=instansi)
        kode.append(save_program(pelatihan=p, actor=hr, at=SAAT, kanal="uji").kode)
    assert kode == ["menulis-surat-sini", "menulis-surat-sini-2"]
    with pytest.raises(DomainError, match="sudah ada di katalog yang sama"):
        save_program(
            pelatihan=Pelatihan(nama="MENULIS surat", instansi=instansi), actor=hr, at=SAAT, kanal="uji"
        )


def test_the_partner_of_another_government_holds_nothing_here(program: Pelatihan) -> None:
    program.mitra = MitraPabrik()
    with pytest.raises(DomainError, match="dicatat oleh instansi lain"):
        save_program(pelatihan=program, actor=hr_dari(program.instansi), at=SAAT, kanal="uji")


def test_hr_of_one_government_chooses_among_its_own_partners_and_competencies(
    client: Client, program: Pelatihan
) -> None:
    MitraPabrik(nama="Mitra kami", instansi=program.instansi)
    MitraPabrik(nama="Mitra mereka")
    for nama, milik in (("Data kami", program.instansi), ("Data mereka", InstansiPabrik()), ("Semua", None)):
        KompetensiTeknis.objects.create(kode=nama[:4], nama=nama, instansi=milik)
    for isi in (_isi(client, UBAH, program.pk), _isi(client, DAFTAR)):
        assert "Mitra kami" in isi
        assert "Data kami" in isi
        assert "mereka" not in isi


@pytest.mark.parametrize(
    ("saring", "tampil"),
    [
        ({"pemilik": "kami"}, ["Milik sini"]),
        ({"pemilik": "bersama"}, ["Milik semua"]),
        ({"bidang": "Etika"}, ["Milik sini"]),
        ({"kompetensi": "komunikasi"}, ["Milik sini"]),
        ({"kompetensi": "t0"}, []),
        ({"mitra": "x"}, []),
        ({"bentuk__exact": "16"}, ["Milik semua", "Milik sini"]),
        ({"q": "semua"}, ["Milik semua"]),
    ],
)
def test_the_list_is_cut_by_owner_field_and_competency(
    client: Client, instansi: Instansi, saring: dict[str, str], tampil: list[str]
) -> None:
    PelatihanPabrik(nama="Milik sini", instansi=instansi, bidang="Etika")
    PelatihanPabrik(nama="Milik semua", kompetensi__kompetensi="integritas")
    isi = _isi(client, DAFTAR, **saring)
    assert [n for n in ("Milik semua", "Milik sini") if f">{n}<" in isi] == tampil


# -- copying a shared one -----------------------------------------------------------------------


def test_a_shared_programme_is_read_and_not_changed(client: Client, instansi: Instansi) -> None:
    bersama = PelatihanPabrik()
    isi = _isi(client, UBAH, bersama.pk)
    assert "Salin ke katalog kami" in isi
    assert 'name="nama"' not in isi
    assert client.post(reverse(UBAH, args=[bersama.pk]), {"nama": "Lain"}).status_code == 403


def test_copying_twice_makes_one_own_programme_with_its_rows(client: Client, instansi: Instansi) -> None:
    bersama = PelatihanPabrik(kompetensi__level=4, ulang_bulan=12)
    SasaranPelatihanPabrik(pelatihan=bersama, nama_unit="Puskesmas")
    for _ in range(2):
        jawaban = client.post(reverse(SALIN, args=[bersama.pk]), {"instansi": instansi.pk})
    salinan = Pelatihan.objects.get(asal=bersama)
    assert jawaban["Location"] == reverse(UBAH, args=[salinan.pk])
    assert (salinan.instansi, salinan.ulang_bulan) == (instansi, 12)
    assert [(k.kompetensi, k.level) for k in salinan.kompetensi.all()] == [("komunikasi", 4)]
    assert [str(s) for s in salinan.sasaran.all()] == ["Puskesmas"]
    assert KompetensiPelatihan.objects.filter(pelatihan=bersama).count() == 1
    assert client.get(reverse(SALIN, args=[salinan.pk])).status_code == 404


def test_nobody_copies_for_another_government_or_what_is_not_shared(instansi: Instansi) -> None:
    hr, lain = hr_dari(instansi), InstansiPabrik()
    kepunyaan = KompetensiPelatihanPabrik(pelatihan__instansi=lain).pelatihan
    for pelatihan, tujuan in ((PelatihanPabrik(), lain), (kepunyaan, instansi)):
        with pytest.raises(TidakDitemukan):
            copy_program(pelatihan_id=pelatihan.pk, instansi_id=tujuan.pk, actor=hr, at=SAAT, kanal="uji")


# -- partners -----------------------------------------------------------------------------------


@time_machine.travel(SAAT)
def test_the_list_of_partners_warns_before_an_agreement_ends(client: Client, instansi: Instansi) -> None:
    client.force_login(hr_dari(instansi))
    for nama, *masa in (
        ("Lama", (2026, 2027)),
        ("Segera", (2026, date(2027, 5, 3))),
        ("Diperpanjang", (2026, date(2027, 5, 3)), (date(2027, 5, 4), 2029)),
        ("Tersambung", (2026, date(2027, 5, 3)), (2027, 2029)),
        ("Berjeda", (2026, date(2027, 5, 3)), (date(2027, 5, 5), 2029)),
        ("Habis", (2025, 2026)),
        ("Nanti", (2028, 2029)),
        ("Kosong",),
    ):
        mitra = MitraPabrik(nama=nama, instansi=instansi)
        for mulai, sampai in masa:
            PerjanjianPabrik(mitra=mitra, mulai=_awal(mulai), sampai=_akhir(sampai))
    assert '<span class="tanda perlu">Perjanjian berakhir 3 Mei 2027</span>' in _isi(client, MITRA)
    tampil = {
        masa: [n for n in NAMA if f">{n}<" in _isi(client, MITRA, perjanjian=masa)]
        for masa in ("berlaku", "segera_berakhir", "berakhir", "belum_mulai", "entah")
    }
    assert tampil == {
        "berlaku": ["Lama", "Diperpanjang", "Tersambung"],
        "segera_berakhir": ["Segera", "Berjeda"],
        "berakhir": ["Habis"],
        "belum_mulai": ["Nanti"],
        "entah": [],
    }
    assert "Perjanjian mitra segera berakhir" in _isi(client, "admin:index")
    Mitra.objects.filter(nama__in=("Segera", "Berjeda")).update(aktif=False)
    assert "Perjanjian mitra segera berakhir" not in _isi(client, "admin:index")


def test_a_partner_is_kept_by_hr_of_its_government(instansi: Instansi) -> None:
    mitra = MitraPabrik(instansi=instansi)
    with pytest.raises(TidakDitemukan):
        save_mitra(mitra=mitra, actor=hr_dari(InstansiPabrik()), kanal="uji")
    assert save_mitra(mitra=mitra, actor=hr_dari(instansi), kanal="uji") == mitra


NAMA = ("Lama", "Segera", "Diperpanjang", "Tersambung", "Berjeda", "Habis", "Nanti", "Kosong")


def _awal(mulai: int | date) -> date:
    return date(mulai, 1, 1) if isinstance(mulai, int) else mulai


def _akhir(sampai: int | date) -> date:
    return date(sampai, 12, 31) if isinstance(sampai, int) else sampai


def test_lists_of_the_desk_tell_money_and_hours_in_words(client: Client, instansi: Instansi) -> None:
    PelatihanPabrik(instansi=instansi, nama="Berbayar", biaya=850_000)
    PelatihanPabrik(instansi=instansi, nama="Gratis", biaya=0)
    katalog = _isi(client, "admin:pelatihan_pelatihan_changelist")
    assert "Rp 850.000" in katalog
    assert "Tanpa biaya" in katalog
    KegiatanPabrik(pegawai=PegawaiPabrik(pelaksana=True, instansi=instansi))
    kegiatan = _isi(client, "admin:pelatihan_kegiatanmandiri_changelist")
    assert "JP yang dilaporkan" in kegiatan
    assert "Jp " not in kegiatan
