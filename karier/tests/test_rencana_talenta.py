"""*Susun rencana untuk terpilih*: from a cell of the talent map to a proposal that the person may take in."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from karier.enums import StatusRekomendasi
from karier.models import HasilEvaluasi, Rekomendasi, RencanaPengembangan
from karier.services.rencana_isi import established_for
from karier.services.rencana_talenta import waiting_without_plan
from karier.tests.dunia_talenta import Dunia, lengkapi
from karier.tests.jalan import PER, jalankan_sampai_selesai
from karier.tests.pabrik_rencana import rencana_pabrik
from karier.tests.pembaca import halaman, sebagai
from pegawai.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
PETA = "admin:karier_komitetalenta_peta"
TOMBOL = "Susun rencana untuk terpilih"


@pytest.fixture
def d() -> Dunia:
    """Two people of box 9 with a gap, besides three without one."""
    return dunia_berkesenjangan(2)


def dunia_berkesenjangan(banyak: int) -> Dunia:
    d = Dunia()
    d.celah = [tambah(d, n) for n in range(banyak)]
    hitung(d)
    return d


def tambah(d: Dunia, n: int) -> Pegawai:
    return lengkapi(d.orang(f"Bercelah {n}", fungsional=True, atasan=d.atasan), level=2)


def hitung(d: Dunia) -> None:
    d.run = jalankan_sampai_selesai(d.instansi)
    HasilEvaluasi.objects.filter(run=d.run, kotak__isnull=False).update(kotak=9)


def buka(d: Dunia) -> str:
    jawaban = masuk(d.hr).get(reverse(PETA), {"kotak": 9})
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def terpilih(isi: str) -> str:
    cocok = re.search(r'name="pilihan" value="([^"]*)"', isi)
    assert cocok is not None
    return cocok[1]


def test_from_the_cell_to_what_the_person_may_take_in(d: Dunia) -> None:
    hr, orang = masuk(d.hr), d.celah[0]
    isi = buka(d)
    assert "2 pegawai dalam daftar di atas belum mempunyai rencana" in isi
    alamat = reverse("admin:karier_rekomendasi_banyak", args=["tetapkan"])
    tanya = hr.post(alamat, {"pilihan": terpilih(isi)})
    assert "Tetapkan" in teks(tanya)
    assert established_for(orang.pk, 2027) == []
    kunci = re.search(r'name="kunci" value="([^"]*)"', tanya.content.decode())
    assert kunci is not None
    kirim = {"pilihan": terpilih(isi), "kunci": kunci[1], "alasan": "Disiapkan untuk 2027"}
    for _ in range(2):
        assert hr.post(alamat, kirim).status_code == 302
    # The person reads it, and nothing stands in a plan before they press.
    assert established_for(orang.pk, 2027)
    assert not RencanaPengembangan.objects.exists()
    mulai = halaman(sebagai(orang), "karier:rencana_tahun", 2027)
    assert "Pengelola kepegawaian menetapkan rekomendasi pengembangan untuk Anda" in mulai
    r = rencana_pabrik(orang)
    assert r.butir.filter(rekomendasi__pegawai=orang).exists()
    assert "Tidak ada rekomendasi yang menunggu" in buka(d)


def test_whoever_has_a_plan_and_whoever_reads_is_left_out(d: Dunia) -> None:
    semua = [p.pk for p in (*d.asn, *d.celah)]
    assert {u.pegawai_id for u in waiting_without_plan(semua, d.hr, per=PER)} == {p.pk for p in d.celah}
    rencana_pabrik(d.celah[0])
    assert {u.pegawai_id for u in waiting_without_plan(semua, d.hr, per=PER)} == {d.celah[1].pk}
    d.hr.pegawai = d.celah[1]
    assert waiting_without_plan(semua, d.hr, per=PER) == []


def test_neither_box_one_nor_a_reader_without_authority_gets_the_button(d: Dunia) -> None:
    assert TOMBOL in buka(d)
    HasilEvaluasi.objects.filter(run=d.run).update(kotak=1)
    assert TOMBOL not in masuk(d.hr).get(reverse(PETA), {"kotak": 1}).content.decode()
    luar = d.akun(d.anggota[0])
    assert waiting_without_plan([p.pk for p in d.celah], luar, per=PER) == []


def test_the_map_asks_no_more_for_more_people(d: Dunia) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            buka(d)
        return len(catatan)

    buka(d)
    sedikit = kueri()
    for n in range(10, 14):
        tambah(d, n)
    hitung(d)
    assert Rekomendasi.objects.filter(status=StatusRekomendasi.MENUNGGU).count() > 4
    assert kueri() == sedikit
