"""A year that is typed here, its middle: realisation, also by an operator, and feedback."""

from __future__ import annotations

import pytest

from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import StatusPengisian, SumberKinerja
from kinerja.models import PengisianRealisasi
from kinerja.tests.dunia_tahun import ANGGARAN_KLIK, SESUDAH, Tahun, memberi_umpan_balik
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik_akun import operator_dari

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_realisation_is_sent_by_the_person_or_with_their_code_and_feedback_follows(
    layar: Layar, skrip: bool
) -> None:
    layar.skrip = skrip
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI)
        siklus_pabrik(dunia.instansi, ke=4)
        sendiri, dibantu = dunia.orang
        for orang in dunia.orang:
            skp_pabrik(orang)
        asn, atasan = layar.asn(sendiri), layar.pimpinan(dunia.atasan)
        _mengisi(asn)
        assert _status(sendiri) == StatusPengisian.DIKIRIM
        operator = layar.hr(operator_dari(dunia.unit, nama="Operator Satu"))
        _diisikan(operator, dibantu)
        assert _status(dibantu) == StatusPengisian.MENUNGGU_KONFIRMASI
        _mengesahkan(operator, layar.asn(dibantu))
        assert _status(dibantu) == StatusPengisian.DIKIRIM
        memberi_umpan_balik(atasan, sendiri.nama)
        atasan.buka("/kinerja/realisasi/tim/")
        asn.mulai("/")
        asn.tekan("Baca 1 umpan balik baru")
        assert "Laporan selesai lebih awal." in asn.baca()
    layar.lapor()


def _status(orang: Pegawai) -> str:
    return str(PengisianRealisasi.objects.get(skp__pegawai=orang).status)


def _mengisi(asn: Jejak) -> None:
    """Flow 2, with one piece of evidence."""
    asn.mulai("/")
    asn.tekan("Isi realisasi")
    asn.isi("Realisasi dalam angka", "12")
    asn.tekan("Tambah bukti")
    asn.isi("Tautan bukti", "https://contoh.go.id/laporan")
    asn.tekan("Periksa jawaban")
    assert "https://contoh.go.id/laporan" in asn.baca()
    asn.tekan("Kirim ke atasan")
    assert asn.klik == ANGGARAN_KLIK["isi_realisasi"] + ANGGARAN_KLIK["tiap_bukti"]


def _diisikan(operator: Jejak, orang: Pegawai) -> None:
    """Flow 13: for somebody without signal."""
    operator.mulai("/kelola/pegawai/usulanperubahan/")
    operator.tekan("Isikan untuk pegawai lain")
    operator.isi("NIP atau nama pegawai", orang.nip)
    operator.tekan("Cari")
    operator.tekan("Isikan realisasi")
    operator.isi("Realisasi dalam angka", "11")
    operator.tekan("Minta konfirmasi")
    assert operator.klik == ANGGARAN_KLIK["isikan"]


def _mengesahkan(operator: Jejak, asn: Jejak) -> None:
    """The person reads the code out; the page of the operator still stands there."""
    asn.mulai("/kinerja/")
    asn.tekan("Isi realisasi")
    asn.tekan("Periksa lalu kirim")
    asn.tekan("Tampilkan kode")
    operator.isi("Kode 6 angka", asn.halaman.locator("h2.angka").inner_text())
    operator.potret("umum-bantuan")
    operator.tekan("Sahkan dengan kode")
