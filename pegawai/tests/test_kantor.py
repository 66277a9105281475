"""The office on paper, and who signs on which day."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.models import PejabatPenandaTangan
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik

pytestmark = pytest.mark.django_db


def test_whoever_is_in_office_on_the_day_signs() -> None:
    lama = PenandaTanganPabrik(mulai=date(2024, 1, 1), sampai=date(2026, 6, 30))
    baru = PenandaTanganPabrik(instansi=lama.instansi, mulai=date(2026, 7, 1), nama="Pengganti")
    per = {h: list(PejabatPenandaTangan.objects.pada(h)) for h in (date(2026, 6, 30), date(2026, 7, 1))}
    assert per == {date(2026, 6, 30): [lama], date(2026, 7, 1): [baru]}


def test_paper_leaves_room_for_what_nobody_has_filled_in() -> None:
    instansi = InstansiPabrik(kode="batanghari", nama="Pemerintah Contoh")
    assert kop_surat(instansi)["kantor"] == "BKPSDM"
    assert tempat_tanggal(instansi, None) == "................, ................"
    assert tanda_tangan(None)["nip"] == ""
    pejabat = PenandaTanganPabrik.build(atas_nama="Bupati Contoh", pangkat="")
    assert tanda_tangan(pejabat)["jabatan"] == "a.n. Bupati Contoh\nKepala BKPSDM"


def test_hr_names_a_signer_and_a_wrong_nip_is_explained(client: Client) -> None:
    instansi = InstansiPabrik(kode="batanghari")
    client.force_login(hr_dari(instansi))
    url = reverse("admin:pegawai_pejabatpenandatangan_add")
    isi: dict[str, Any] = {"instansi": instansi.pk, "nama": "A", "jabatan": "Kepala", "mulai": "2026-01-01"}
    assert "18 angka" in client.post(url, {**isi, "nip": "123"}).content.decode()
    client.post(url, {**isi, "nip": "19691127 199808 1 001"})
    assert PejabatPenandaTangan.objects.get().nip == "196911271998081001"
    assert Jejak.objects.filter(tindakan="tambah_penanda_tangan").count() == 1
