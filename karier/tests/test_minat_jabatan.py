"""Interests: one's own list, what is shared of it, and that the table itself tells nothing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from karier.models import MinatDibagikan, MinatJabatan
from karier.services import minat_jabatan
from karier.services.minat_jabatan import (
    TERBANYAK,
    add_interest,
    interests_of,
    is_interested,
    remove_interest,
    share_interest,
    shared_with,
    withdraw_interest,
)
from karier.tests.pabrik_jalur import SAAT
from karier.tests.pembaca import akun_dari, halaman, sebagai
from karier.tests.test_karier_saya import ada_di
from pegawai.models import Pegawai
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def catat(saya: Pegawai, nama: str) -> int:
    pos = ada_di(saya, nama=nama)
    add_interest(pegawai=saya, jabatan_id=pos.pk, actor=akun_dari(saya))
    return pos.pk


def test_a_list_of_ones_own_twice_is_once(saya: Pegawai) -> None:
    pk = catat(saya, "Pengelola Arsip")
    add_interest(pegawai=saya, jabatan_id=pk, actor=akun_dari(saya))
    (minat,) = interests_of(pegawai=saya, actor=akun_dari(saya))
    assert (minat.jabatan.nama, minat.dibagikan) == ("Pengelola Arsip", False)
    remove_interest(pegawai=saya, jabatan_id=pk, actor=akun_dari(saya))
    remove_interest(pegawai=saya, jabatan_id=pk, actor=akun_dari(saya))
    assert interests_of(pegawai=saya, actor=akun_dari(saya)) == []


def test_nobody_else_opens_it_whatever_their_role(saya: Pegawai) -> None:
    pk = catat(saya, "Pengelola Arsip")
    admin = PenggunaPabrik(is_staff=True, is_superuser=True)
    for siapa in (akun_dari(saya.atasan), hr_dari(saya.instansi), admin):
        for buka in (
            lambda a: interests_of(pegawai=saya, actor=a),
            lambda a: is_interested(pegawai=saya, jabatan_id=pk, actor=a),
            lambda a: remove_interest(pegawai=saya, jabatan_id=pk, actor=a),
            lambda a: withdraw_interest(pegawai=saya, jabatan_id=pk, actor=a),
            lambda a: add_interest(pegawai=saya, jabatan_id=pk, actor=a),
        ):
            with pytest.raises(TidakBoleh):
                buka(siapa)


def test_the_table_tells_neither_whose_nor_which_nor_how_many(saya: Pegawai) -> None:
    catat(saya, "Satu")
    satu = MinatJabatan.objects.get()
    kunci, panjang = satu.kunci, len(satu.isi)
    for n in range(5):
        catat(saya, f"Lain {n}")
    lagi = MinatJabatan.objects.get()
    assert (lagi.kunci, len(lagi.isi)) == (kunci, panjang)
    assert kunci != str(saya.pk)
    assert [f.name for f in MinatJabatan._meta.get_fields()] == ["kunci", "isi"]
    assert str(lagi) == "Minat jabatan"


def test_no_line_of_the_trail_tells_of_it(saya: Pegawai) -> None:
    client, pos = sebagai(saya), ada_di(saya, nama="Pengelola Arsip")
    sebelum = Jejak.objects.count()
    for nama in ("tambah", "bagikan", "tarik", "hapus"):
        assert client.post(reverse(f"karier:minat_{nama}"), {"jabatan": pos.pk}).status_code == 302
    assert Jejak.objects.count() == sebelum


def test_only_what_is_shared_is_read_by_atasan_and_hr_until_it_is_taken_back(saya: Pegawai) -> None:
    bagi, _ = catat(saya, "Yang Dibagikan"), catat(saya, "Yang Disimpan")
    share_interest(pegawai=saya, jabatan_id=bagi, actor=akun_dari(saya), at=SAAT)
    share_interest(pegawai=saya, jabatan_id=bagi, actor=akun_dari(saya), at=SAAT)
    pimpinan = sebagai(saya.atasan)
    isi = halaman(pimpinan, "karier:minat_tim")
    assert f'href="{reverse("karier:rencana_tim")}"' in isi  # what a leader can do about it
    assert "Yang Dibagikan" in isi
    assert "Yang Disimpan" not in isi
    assert [m.jabatan_id for m in shared_with(hr_dari(saya.instansi))] == [bagi]
    assert list(shared_with(akun_dari(PegawaiPabrik()))) == []
    assert list(shared_with(akun_dari(saya))) == []
    sebagai(saya).post(reverse("karier:minat_tarik"), {"jabatan": bagi})
    assert "Yang Dibagikan" not in halaman(pimpinan, "karier:minat_tim")
    assert is_interested(pegawai=saya, jabatan_id=bagi, actor=akun_dari(saya))


def test_what_is_not_on_the_list_is_not_shared(saya: Pegawai) -> None:
    with pytest.raises(TidakDitemukan):
        share_interest(pegawai=saya, jabatan_id=JabatanPabrik().pk, actor=akun_dari(saya), at=SAAT)
    assert not MinatDibagikan.objects.exists()
    assert sebagai(saya).post(reverse("karier:minat_bagikan"), {"jabatan": "x"}).status_code == 404


def test_a_full_list_says_what_to_do(saya: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    assert TERBANYAK == 20
    monkeypatch.setattr(minat_jabatan, "TERBANYAK", 1)
    catat(saya, "Satu")
    with pytest.raises(DomainError, match="paling banyak"):
        catat(saya, "Dua")
    isi = sebagai(saya).post(
        reverse("karier:minat_tambah"), {"jabatan": ada_di(saya, nama="Tiga").pk}, follow=True
    )
    assert "Hapus satu yang tidak lagi Anda minati." in isi.content.decode()
