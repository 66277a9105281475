"""The status list of SIASN: JSON or CSV, each row by itself; an SK that contradicts what stands."""

from datetime import date

import pytest

from asn_karier.lib.errors import DomainError, TidakBoleh
from karier.enums import JenisKeputusan, StatusRekomendasi, StatusUsul
from karier.services.foto_ulang import kirim_foto
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.tests.bantu import memenuhi, putuskan, satu
from karier.tests.bulan import (
    TMT,
    baris_siasn,
    baris_sk,
    hitung_pada,
    pukul,
    status_siasn,
    tumpukan,
    usul,
)
from karier.tests.jalan import PER, jalankan_sampai_selesai
from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import RiwayatPangkat
from pegawai.services.impor import periksa, upload
from pegawai.services.pangkat import PangkatBaru, record_pangkat
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PenggunaPabrik,
    RiwayatPangkatPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db
SAAT = pukul(date(2026, 12, 18))


@pytest.fixture
def orang():
    """Three people proposed for January."""
    semua = [memenuhi(nama=f"Orang {n}") for n in range(3)]
    instansi = semua[0].instansi
    nyatakan_lengkap(instansi)
    jalankan_sampai_selesai(instansi)
    for o in semua:
        putuskan(o, hr_dari(instansi), JenisKeputusan.TETAPKAN)
    return semua


@pytest.fixture
def hr(orang):
    return hr_dari(orang[0].instansi)


def bawa(orang, hr, *baris, **lain):
    return status_siasn(orang[0].instansi, hr, *baris, saat=SAAT, **lain)


def ditolak(impor):
    return {b.pegawai_id: b.galat[0]["masalah"] for b in impor.baris.filter(status=StatusBaris.DITOLAK)}


@pytest.mark.parametrize("nama", ["status.json", "status.csv"])
def test_the_list_moves_everybody_at_once_and_again_changes_nothing(orang, hr, nama):
    bts, tms, sk = orang
    baris = (
        baris_siasn(bts, 67, ALASAN="SK jabatan buram", no_pertek="P-1"),
        baris_siasn(tms, 6, statusUsulanNama="Tidak Memenuhi Syarat"),
        baris_sk(sk),
    )
    impor = bawa(orang, hr, *baris, nama=nama)
    assert impor.status == StatusImpor.DITERAPKAN
    assert ditolak(impor) == {}
    assert tumpukan(bts.instansi, hr, PER) == {"bts": 1, "tms": 1, "sk": 1}
    assert (usul(bts).alasan, usul(bts).nomor_pertek) == ("SK jabatan buram", "P-1")
    assert usul(tms).alasan == "Tidak Memenuhi Syarat (rincian tidak ada dalam berkas)"
    assert satu(tms).status == StatusRekomendasi.DITOLAK
    assert sk.riwayat_pangkat.get(tmt=TMT).golongan == 11
    lagi = bawa(orang, hr, *baris, nama=nama)
    assert set(lagi.baris.values_list("status", flat=True)) == {StatusBaris.SAMA}
    assert RiwayatPangkat.objects.filter(tmt=TMT).count() == 1


def test_who_was_refused_may_be_ready_for_another_month(orang, hr):
    bawa(orang, hr, baris_siasn(orang[1], 6))
    hari = date(2026, 12, 20)
    hitung_pada(orang[0].instansi, hari)
    assert tumpukan(orang[0].instansi, hr, hari) == {"siap": 1}


def test_the_weekly_list_leaves_the_paper_and_the_photograph_that_an_officer_asked_for(orang, hr):
    """It says BTS and nothing more; a pertek of its own is taken over all the same."""
    bts = orang[0]
    bawa(orang, hr, baris_siasn(bts, 67))
    u, sendiri = usul(bts), PenggunaPabrik(pegawai=bts)
    minta = Jawaban(StatusUsul.BTS, SAAT.date(), alasan="Ijazah buram", dokumen="ijazah")
    catat_jawaban(usul_id=u.pk, jawaban=minta, versi=u.versi, actor=hr, at=SAAT)
    foto = kirim_foto(
        usul_id=u.pk, berkas=unggahan(), versi=usul(bts).versi, actor=sendiri, at=SAAT, kanal="portal"
    ).foto_ulang
    lagi = bawa(orang, hr, baris_siasn(bts, 67))
    assert set(lagi.baris.values_list("status", flat=True)) == {StatusBaris.SAMA}
    bawa(orang, hr, baris_siasn(bts, 67, no_pertek="P-2"))
    u = usul(bts)
    assert (u.alasan, u.dokumen, u.foto_ulang, u.nomor_pertek) == ("Ijazah buram", "ijazah", foto, "P-2")


def test_rows_that_do_not_fit_are_refused_one_by_one(orang, hr):
    a, b, c = orang
    asing = memenuhi(instansi=InstansiPabrik(kode="nabire"))
    RiwayatPangkatPabrik(pegawai=b, golongan=11, tmt=date(2026, 6, 1))
    impor = bawa(
        orang,
        hr,
        baris_siasn(a, 67, tmtKp="01-02-2027"),
        baris_sk(b),
        baris_sk(c, golonganBaruId="34"),
        baris_sk(asing),
    )
    masalah = ditolak(impor)
    assert masalah[a.pk] == "tidak ada usul TMT 1 Februari 2027 untuk pegawai ini"
    assert "III/c TMT 1 Juni 2026 tercatat sudah lebih dahulu" in masalah[b.pk]
    assert "tidak sama dengan golongan yang diusulkan" in masalah[c.pk]
    assert masalah[None] == "NIP ini tidak ada di instansi ini"
    assert tumpukan(a.instansi, hr, PER) == {"diusulkan": 3}


@pytest.mark.parametrize(
    ("isian", "masalah"),
    [
        ({"statusUsulan": 99}, "usul ini sudah dihapus di SIASN"),
        ({"statusUsulan": 77}, "status usulan 77 tidak dikenal"),
        ({"statusUsulan": "x"}, "bukan bilangan yang wajar"),
        ({"statusUsulan": 32, "golonganBaruId": "33", "tgl_sk": "2026-12-20"}, "kosong"),
        ({"golonganBaruId": "19"}, "bukan kode golongan SIASN"),
        ({"tmtKp": ""}, "kosong"),
    ],
)
def test_a_row_with_a_fault_says_which(orang, hr, isian, masalah):
    impor = bawa(orang, hr, {**baris_siasn(orang[0], 67), **isian})
    assert ditolak(impor) == {orang[0].pk: masalah}


@pytest.mark.parametrize("isi", [b"{", b'{"data": 3}', b'["a"]', b"[" * 5000])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(orang, hr, isi):
    impor = upload(
        instansi=orang[0].instansi, jenis="status_kp", nama_berkas="a.json", isi=isi, actor=hr, at=SAAT
    )
    impor = periksa(impor.pk)
    assert impor.status == StatusImpor.DITOLAK
    assert "JSON" in impor.pesan


def test_an_officer_does_not_bring_the_answer_about_themself(orang, hr):
    akun = hr_dari(orang[0].instansi, pegawai=orang[0])
    impor = bawa(orang, akun, baris_sk(orang[0]), baris_sk(orang[1]))
    assert ditolak(impor) == {orang[0].pk: "Data Anda sendiri harus diubah oleh petugas lain"}
    assert usul(orang[1]).status == StatusUsul.SK_TERBIT


# -- the writer of pangkat ------------------------------------------------------------------------


def test_the_same_sk_again_fills_in_and_doubles_nothing(orang, hr):
    baru = PangkatBaru(orang[0].pk, 11, TMT, "SK/1")
    for isi in (baru, baru._replace(nomor_sk="", masa_kerja_tahun=16, masa_kerja_bulan=2)):
        record_pangkat(pangkat=[isi], actor=hr, at=SAAT, sumber="Uji")
    satu_baris = orang[0].riwayat_pangkat.get(tmt=TMT)
    assert (satu_baris.nomor_sk, satu_baris.masa_kerja_tahun) == ("SK/1", 16)


@pytest.mark.parametrize(
    ("golongan", "tmt", "letak"),
    [
        (11, date(2021, 4, 1), "pada TMT yang sama"),
        (10, TMT, "sudah lebih dahulu"),
        (11, date(2020, 1, 1), "dengan TMT yang lebih baru"),
    ],
)
def test_an_sk_that_contradicts_the_history_is_refused(orang, hr, golongan, tmt, letak):
    with pytest.raises(DomainError, match=letak):
        record_pangkat(
            pangkat=[PangkatBaru(orang[0].pk, golongan, tmt, "SK/1")], actor=hr, at=SAAT, sumber="Uji"
        )


def test_nobody_records_their_own_sk(orang):
    akun = hr_dari(orang[0].instansi, pegawai=orang[0])
    with pytest.raises(TidakBoleh):
        record_pangkat(pangkat=[PangkatBaru(orang[0].pk, 11, TMT, "SK/1")], actor=akun, at=SAAT, sumber="Uji")
