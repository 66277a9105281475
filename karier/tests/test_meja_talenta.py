"""The desk of talent: who named whom, a release that says why it cannot be pressed, lists still empty."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from karier.enums import PeranKomite
from karier.services.komite import end_member, name_member
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import SAAT
from pegawai.models import Pengguna
from pegawai.tests.pabrik import hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def rilis(d: Dunia, sidang_id: int, akun: Pengguna) -> str:
    return teks(masuk(akun).get(reverse("admin:karier_komitetalenta_rilis", args=[sidang_id])))


def test_a_release_that_cannot_be_pressed_says_why(d: Dunia) -> None:
    sidang = d.sidang()
    d.tetapkan(sidang, *d.asn)
    assert "Berita acara sidang ini belum ditulis." in rilis(d, sidang.pk, d.hr)
    d.berita(sidang)
    tanpa_nama = hr_dari(d.instansi)
    isi = rilis(d, sidang.pk, tanpa_nama)
    assert "Rilis dilakukan pejabat bernama" in isi
    assert "Rilis 3 kotak" not in isi
    assert "Rilis 3 kotak" in rilis(d, sidang.pk, d.hr)


def test_nothing_left_says_nothing_about_a_box_of_whoever_has_none(d: Dunia) -> None:
    sidang = d.dirilis()
    assert "Tidak ada yang menunggu rilis Anda." in rilis(d, sidang.pk, d.hr)
    assert "kotak Anda sendiri" not in rilis(d, sidang.pk, hr_dari(d.instansi))


def test_a_member_named_by_an_office_account_is_shown_as_named_by_it(d: Dunia) -> None:
    kantor = hr_dari(d.instansi, nama="Petugas BKPSDM")
    name_member(
        komite_id=d.komite.pk, pegawai=d.kurang, peran=PeranKomite.SEKRETARIAT, mulai=date(2026, 1, 5),
        actor=kantor, at=SAAT,
    )  # fmt: skip
    isi = teks(masuk(d.hr).get(reverse("admin:karier_komitetalenta_change", args=[d.komite.pk])))
    assert "Petugas BKPSDM" in isi
    assert "Pengelola sistem" not in isi
    assert "5 Januari 2026 sampai 31 Desember 2028" in isi


def test_a_duty_that_ends_on_its_first_day_has_no_backward_range(d: Dunia) -> None:
    anggota = d.komite.anggota.get(pegawai=d.anggota[2])
    end_member(anggota_id=anggota.pk, actor=d.hr, at=SAAT, hari=anggota.mulai)
    isi = teks(masuk(d.hr).get(reverse("admin:karier_komitetalenta_change", args=[d.komite.pk])))
    assert "Mulai 5 Januari 2026, diakhiri sebelum genap sehari" in isi
    assert "sampai 4 Januari 2026" not in isi


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [
        ("karier_minatdibagikan", "hanya yang mereka bagikan sendiri yang tampil di sini"),
        ("karier_penugasan", "pegawai menyatakan bersedia di portal, dan atasannya melepas"),
    ],
)
def test_an_empty_list_says_how_it_fills(d: Dunia, nama: str, kalimat: str) -> None:
    assert kalimat in teks(masuk(d.hr).get(reverse(f"admin:{nama}_changelist")))
