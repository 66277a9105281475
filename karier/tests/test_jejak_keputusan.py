"""Decisions about many on the trail: a line for each person, which names the recommendation."""

import pytest

from asn_karier.lib.models import Jejak
from karier.models import Rekomendasi
from karier.services.jejak_keputusan import tujuan_usulan
from karier.services.surat import urungkan_surat
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.test_usul_bersama import SAAT, tetapkan
from pegawai.tests.pabrik import hr_dari, nyatakan_lengkap

pytestmark = pytest.mark.django_db


def test_the_trail_of_everybody_names_the_recommendation_and_its_letter() -> None:
    orang = [memenuhi(nama=f"Orang {n}") for n in range(2)]
    nyatakan_lengkap(orang[0].instansi)
    jalankan_sampai_selesai(orang[0].instansi)
    hr = hr_dari(orang[0].instansi)
    surat = tetapkan(orang, hr)
    urungkan_surat(surat_id=surat.pk, versi=surat.versi, alasan="Salah", actor=hr, at=SAAT)
    semua = Rekomendasi.objects.all()
    for tindakan, ke in (("rekomendasi_tetapkan", "ditetapkan"), ("rekomendasi_urungkan", "menunggu")):
        jejak = Jejak.objects.filter(tindakan=tindakan)
        assert {(j.subjek_id, j.rincian["rekomendasi"], j.rincian["perihal"]) for j in jejak} == {
            (r.pegawai_id, r.pk, f"Usul kenaikan pangkat 1 Januari 2027: {tujuan_usulan(r)}") for r in semua
        }
        assert {(j.rincian["ke"], j.rincian["surat"]) for j in jejak} == {(ke, surat.pk)}
