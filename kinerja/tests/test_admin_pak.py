"""A PAK at the HR desk: two decimals on the page, whole hundredths in the record."""

import pytest
from django.urls import reverse

from kinerja.models import PenetapanAngkaKredit
from kinerja.tests.pabrik import PakPabrik
from pegawai.enums import Jenjang
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang(client):
    orang = PegawaiPabrik(fungsional=True)
    client.force_login(hr_dari(orang.instansi))
    return orang


def isian(orang, **lain):
    isi = {
        "pegawai": orang.nip, "nomor": "PAK/1", "sampai": "2025-06-30", "jenjang": Jenjang.AHLI_MUDA.value,
        "angka_kredit": "50,63", "sumber": "berkas", "alasan": "Salah ketik",
    }  # fmt: skip
    return isi | lain


def terbaca(pak):
    return {
        "nomor": pak.nomor,
        "sampai": pak.sampai.isoformat(),
        "diubah_dibaca": pak.diubah_pada.isoformat(),
    }


def test_a_new_pak_is_typed_with_a_comma_and_stored_exactly(client, orang):
    jawaban = client.post(reverse("admin:kinerja_penetapanangkakredit_add"), isian(orang))
    assert jawaban.status_code == 302
    assert PenetapanAngkaKredit.objects.get().jumlah_senti == 5063


@pytest.mark.parametrize("senti", [4250, 10000, 5, 123456])
def test_a_pak_opened_and_saved_as_it_stands_keeps_its_value(client, orang, senti):
    pak = PakPabrik(pegawai=orang, jumlah_senti=senti)
    url = reverse("admin:kinerja_penetapanangkakredit_change", args=[pak.pk])
    form = client.get(url).context["adminform"].form
    cetak = f"{senti // 100},{senti % 100:02d}"
    assert f'value="{cetak}"' in form["angka_kredit"].as_widget()
    assert client.post(url, isian(orang, angka_kredit=cetak, **terbaca(pak))).status_code == 302
    pak.refresh_from_db()
    assert pak.jumlah_senti == senti


@pytest.mark.parametrize("isi", ["-1", "12,345", "banyak", ""])
def test_angka_kredit_that_is_no_amount_is_refused_at_its_field(client, orang, isi):
    jawaban = client.post(reverse("admin:kinerja_penetapanangkakredit_add"), isian(orang, angka_kredit=isi))
    assert jawaban.status_code == 200
    assert jawaban.context["adminform"].form.errors["angka_kredit"]
    assert not PenetapanAngkaKredit.objects.exists()


def test_a_corrected_pak_keeps_the_old_figure_and_the_reason_in_its_history(client, orang):
    pak = PakPabrik(pegawai=orang, jumlah_senti=4250)
    url = reverse("admin:kinerja_penetapanangkakredit_change", args=[pak.pk])

    client.post(url, isian(orang, **terbaca(pak)))

    baru, lama = pak.history.all()
    assert (lama.jumlah_senti, baru.jumlah_senti) == (4250, 5063)
    assert baru.history_change_reason == "Salah ketik"
