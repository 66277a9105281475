"""Vacancies by peta jabatan, and the post at the next jenjang that they are counted for."""

from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.lib.tests.formulir import terbaca
from pegawai.enums import Eselon, JenisJabatan, Jenjang
from pegawai.models import Instansi, Jabatan, KebutuhanJabatan, Pengguna, RiwayatJabatan
from pegawai.services.jabatan import complete_jabatan, link_naik_ke
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatJabatanPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_lain import KebutuhanPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
STANDAR = {"standar-TOTAL_FORMS": 0, "standar-INITIAL_FORMS": 0}


def jf(nama: str, jenjang: Jenjang, **isian: Any) -> Jabatan:
    jabatan: Jabatan = JabatanPabrik(nama=nama, jenis=JenisJabatan.FUNGSIONAL, jenjang=jenjang, **isian)
    return jabatan


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


@pytest.fixture
def tangga() -> tuple[Jabatan, Jabatan]:
    muda = jf("Perencana Ahli Muda", Jenjang.AHLI_MUDA)
    return jf("Perencana Ahli Pertama", Jenjang.AHLI_PERTAMA, naik_ke=muda), muda


# -- the next post ------------------------------------------------------------------------------


def test_posts_are_linked_by_name_once_and_kept_as_chosen(django_assert_num_queries: Any) -> None:
    lain = jf("Perencana Utama", Jenjang.AHLI_UTAMA)
    pertama, muda = (
        jf("Perencana Ahli Pertama", Jenjang.AHLI_PERTAMA),
        jf("PERENCANA AHLI MUDA", Jenjang.AHLI_MUDA),
    )
    dipilih = jf("Auditor Ahli Pertama", Jenjang.AHLI_PERTAMA, naik_ke=lain)
    jf("Auditor Ahli Muda", Jenjang.AHLI_MUDA)
    JabatanPabrik(nama="Kepala Ahli Muda", struktural=True)
    assert link_naik_ke() == 1
    with django_assert_num_queries(1):
        assert link_naik_ke() == 0
    for jabatan in (pertama, dipilih):
        jabatan.refresh_from_db()
    assert (pertama.naik_ke, dipilih.naik_ke) == (muda, lain)


def test_a_post_that_hr_completes_is_linked(instansi: Instansi) -> None:
    muda = jf("Guru Ahli Muda", Jenjang.AHLI_MUDA)
    tanpa = jf("Guru Ahli Pertama", None)  # type: ignore[arg-type]
    RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=instansi), jabatan=tanpa)
    isi = {"jenjang": Jenjang.AHLI_PERTAMA, "kelas": None, "bup": None, "alasan": "Aturan"}
    complete_jabatan(jabatan_id=tanpa.pk, **isi, actor=hr_dari(instansi))
    tanpa.refresh_from_db()
    assert tanpa.naik_ke == muda


def test_the_administrator_chooses_the_next_post_and_its_holders_count_as_changed(client: Client) -> None:
    pertama, muda = jf("Guru Ahli Pertama", Jenjang.AHLI_PERTAMA), jf("Pendidik Muda", Jenjang.AHLI_MUDA)
    riwayat = RiwayatJabatanPabrik(pegawai=PegawaiPabrik(), jabatan=pertama)
    client.force_login(PenggunaPabrik(is_staff=True, is_superuser=True))
    isi = {
        "siasn_id": pertama.siasn_id, "nama": pertama.nama, "jenis": pertama.jenis,
        "jenjang": pertama.jenjang, "eselon": "II.b", "naik_ke": f"{muda.nama} [{muda.pk}]", **STANDAR,
    }  # fmt: skip
    url = reverse("admin:pegawai_jabatan_change", args=[pertama.pk])
    with patch("pegawai.services.jabatan.sekarang", return_value=SAAT):
        jawaban = client.post(url, isi | terbaca(client, url))
    assert jawaban.status_code == 302, jawaban.content.decode()
    pertama.refresh_from_db(), riwayat.refresh_from_db()
    assert (pertama.naik_ke, pertama.eselon_kode, riwayat.diubah_pada) == (muda, Eselon.II_B, SAAT)
    assert Jejak.objects.get(tindakan="ubah_jabatan").rincian == {"eselon": "II.b", "naik_ke": muda.pk}


def test_an_eselon_follows_its_words_at_every_save() -> None:
    jabatan = JabatanPabrik(struktural=True, eselon="IV.a")
    assert jabatan.eselon_kode == Eselon.IV_A
    jabatan.eselon = ""
    jabatan.save(update_fields=["eselon"])
    jabatan.refresh_from_db()
    assert jabatan.eselon_kode is None


# -- vacancies ----------------------------------------------------------------------------------


def kirim(client: Client, kebutuhan: KebutuhanJabatan | None = None, **isi: Any) -> Any:
    nama, args = ("change", [kebutuhan.pk]) if kebutuhan else ("add", [])
    alamat = reverse(f"admin:pegawai_kebutuhanjabatan_{nama}", args=args)
    return client.post(alamat, isi | (terbaca(client, alamat) if kebutuhan else {}))


def test_hr_states_vacancies_and_the_trail_keeps_who(
    client: Client, hr: Pengguna, instansi: Instansi, tangga: tuple[Jabatan, Jabatan]
) -> None:
    _, muda = tangga
    isi = {"instansi": instansi.pk, "jabatan": f"{muda.nama} [{muda.pk}]", "lowongan": 0}
    jawaban = kirim(client, **isi, per_tanggal="02-01-2026", sumber="SK 1/2026")
    assert jawaban.status_code == 302, jawaban.content.decode()
    satu = KebutuhanJabatan.objects.get()
    assert (satu.instansi, satu.jabatan, satu.lowongan, satu.per_tanggal) == (
        instansi,
        muda,
        0,
        date(2026, 1, 2),
    )
    jejak = Jejak.objects.get(tindakan="tambah_lowongan")
    assert jejak.rincian == {
        "instansi": instansi.pk, "jabatan": muda.pk, "lowongan": 0, "per_tanggal": "2026-01-02"
    }  # fmt: skip
    assert jejak.pelaku_id == hr.pk


def test_a_second_statement_about_the_same_post_is_refused_in_words(
    client: Client, hr: Pengguna, instansi: Instansi, tangga: tuple[Jabatan, Jabatan]
) -> None:
    KebutuhanPabrik(instansi=instansi, jabatan=tangga[1])
    isi = {"instansi": instansi.pk, "jabatan": f"{tangga[1].nama} [{tangga[1].pk}]", "lowongan": 3}
    jawaban = kirim(client, **isi, per_tanggal="02-01-2026")
    assert "sudah dicatat" in jawaban.content.decode()
    assert KebutuhanJabatan.objects.count() == 1


def test_who_may_rise_to_the_post_counts_as_changed(
    client: Client, hr: Pengguna, instansi: Instansi, tangga: tuple[Jabatan, Jabatan]
) -> None:
    pertama, muda = tangga
    calon, di_sana, di_atas = (
        RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi__kode=kode), jabatan=jabatan)
        for kode, jabatan in (("batanghari", pertama), ("nabire", pertama), ("batanghari", muda))
    )
    kebutuhan = KebutuhanPabrik(instansi=instansi, jabatan=muda)
    with patch("pegawai.services.kebutuhan.sekarang", return_value=SAAT):
        assert kirim(client, kebutuhan, lowongan=5, per_tanggal="02-02-2026").status_code == 302
    kebutuhan.refresh_from_db()
    assert (kebutuhan.lowongan, kebutuhan.jabatan, kebutuhan.diubah_pada) == (5, muda, SAAT)
    berubah = RiwayatJabatan.objects.filter(diubah_pada=SAAT)
    assert list(berubah) == [calon]
    assert {calon, di_sana, di_atas} == set(RiwayatJabatan.objects.all())
    assert Jejak.objects.filter(tindakan="ubah_lowongan", subjek_id=kebutuhan.pk).exists()


def test_another_instansi_states_nothing_here(
    client: Client, hr: Pengguna, instansi: Instansi, tangga: tuple[Jabatan, Jabatan]
) -> None:
    sana = InstansiPabrik(kode="nabire")
    isi = {"instansi": sana.pk, "jabatan": f"{tangga[1].nama} [{tangga[1].pk}]", "lowongan": 3}
    assert kirim(client, **isi, per_tanggal="02-01-2026").status_code == 200
    assert not KebutuhanJabatan.objects.exists()
