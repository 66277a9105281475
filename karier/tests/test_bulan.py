"""A simulated month: not due, warned, mended, ready, proposed, returned, sent again, SK, new pangkat."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from asn_karier.lib.outbox import drain
from karier.enums import StatusPeringatan, StatusRekomendasi, StatusUsul
from karier.models import PeringatanKenaikan, Rekomendasi, SuratPengantar
from karier.services.keadaan import read_outcomes
from karier.services.lembar import find_proposal
from karier.tests.bantu import memenuhi, satu
from karier.tests.bulan import (
    DAFTAR,
    TMT,
    baris_siasn,
    baris_sk,
    hitung_pada,
    pukul,
    status_siasn,
    tumpukan,
    usul,
)
from kinerja.models import Penilaian
from kinerja.tests.pabrik import predikat_tahun
from pegawai.models import RiwayatPangkat
from pegawai.tests.pabrik import hr_dari, nyatakan_lengkap

pytestmark = pytest.mark.django_db
BELUM, SIAP, KEMBALI, TERBIT, LAGI = (
    date(2026, 11, 10),
    date(2026, 11, 21),
    date(2026, 12, 18),
    date(2026, 12, 28),
    date(2027, 1, 5),
)


def dibaca_pegawai(orang):
    keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=TMT)[orang.pk]
    return find_proposal(keadaan, zona_waktu="Asia/Jakarta")


def usulkan_di_peramban(client, hr):
    """Choose all, propose, yes."""
    with time_machine.travel(pukul(SIAP), tick=False):
        client.force_login(hr)
        daftar = client.get(f"{reverse(DAFTAR)}?semua=1")
        pilih = [b["pilih"] for b in daftar.context["baris"]]
        konfirmasi = client.post(daftar.context["pilih"]["url"], {"pilih": pilih})
        isi = {n: konfirmasi.context[n] for n in ("pilihan", "kunci", "periode", "instansi")}
        return client.post(reverse("admin:karier_kp_tetapkan"), isi)


def kirim_ulang(client, hr, orang):
    with time_machine.travel(pukul(KEMBALI), tick=False):
        client.force_login(hr)
        url = reverse("admin:karier_kp_jawaban", args=[usul(orang).pk, "kirim"])
        assert client.post(url, {"versi": usul(orang).versi}).status_code == 302


def periksa_sk(orang):
    """The new pangkat, the recommendation, the proposal and the portal say the same."""
    baru = RiwayatPangkat.objects.get(pegawai=orang, tmt=TMT)
    assert (baru.golongan, baru.nomor_sk, baru.masa_kerja_tahun) == (11, "SK/KP/77", 16)
    assert baru.history.count() == 1
    assert satu(orang).status == StatusRekomendasi.TERLAKSANA
    assert (usul(orang).status, usul(orang).nomor_sk) == (StatusUsul.SK_TERBIT, "SK/KP/77")
    assert dibaca_pegawai(orang).status == "SK terbit"


def siaga(orang):
    """Where the warning of the person stands, once what the runs delivered has arrived."""
    drain()
    return PeringatanKenaikan.objects.get(pegawai=orang).status


def tunggu_predikat(orang, hr):
    """Not due in December, and warned: the predikat of 2025 is missing. Then it is recorded, in time."""
    Penilaian.objects.filter(pegawai=orang, tahun=2025).delete()
    hitung_pada(orang.instansi, BELUM)
    assert tumpukan(orang.instansi, hr, BELUM) == {"belum-waktunya": 1}
    assert siaga(orang) == StatusPeringatan.TERBUKA
    predikat_tahun(orang, 2025)
    hitung_pada(orang.instansi, SIAP)
    assert siaga(orang) == StatusPeringatan.TERSELAMATKAN


@pytest.mark.lambat
def test_a_person_goes_the_whole_way_and_the_next_run_agrees(client):
    orang = memenuhi(pangkat__tmt=date(2023, 1, 1))
    instansi, hr = orang.instansi, hr_dari(orang.instansi)
    nyatakan_lengkap(instansi)

    tunggu_predikat(orang, hr)

    # Ready for January, proposed in the browser: choose all, propose, yes.
    assert tumpukan(instansi, hr, SIAP) == {"siap": 1}
    hasil = usulkan_di_peramban(client, hr)
    surat = SuratPengantar.objects.get()
    assert hasil.url == reverse("admin:karier_kp_surat", args=[surat.pk])
    assert tumpukan(instansi, hr, SIAP) == {"diusulkan": 1}
    assert dibaca_pegawai(orang).status == "Sudah diusulkan"

    # BKN sends it back; the person reads why.
    status_siasn(instansi, hr, baris_siasn(orang, 67, ALASAN="SK jabatan buram"), saat=pukul(KEMBALI))
    assert tumpukan(instansi, hr, KEMBALI, TMT) == {"bts": 1}
    dibaca = dibaca_pegawai(orang)
    assert dibaca.status == "Dikembalikan BKN – berkas perlu diperbaiki (BTS)"
    assert "SK jabatan buram" in dibaca.kalimat

    # Mended and sent again, by hand.
    kirim_ulang(client, hr, orang)
    assert tumpukan(instansi, hr, KEMBALI, TMT) == {"diusulkan": 1}

    # The SK writes the new pangkat.
    status_siasn(instansi, hr, baris_sk(orang), saat=pukul(TERBIT))
    periksa_sk(orang)

    # The next run finds it in the records and proposes nothing anew.
    hitung_pada(instansi, LAGI)
    assert tumpukan(instansi, hr, LAGI) == {"belum-waktunya": 1}
    assert tumpukan(instansi, hr, LAGI, TMT) == {"sk": 1}
    assert siaga(orang) == StatusPeringatan.NAIK
    assert [r.status for r in Rekomendasi.objects.filter(pegawai=orang, jenis="kenaikan_pangkat")] == [
        StatusRekomendasi.TERLAKSANA
    ]
