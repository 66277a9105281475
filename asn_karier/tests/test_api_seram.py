"""A program that lies: cursors of others and made by hand, marks of answers it never got, a key for play."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import signing
from django.db import transaction
from django.test import Client
from django.urls import reverse

from asn_karier.api.dokumen import PER_JAM
from asn_karier.tests.dunia import TANDA, TANDA_INSTANSI
from asn_karier.tests.kebijakan.api import KLIEN
from asn_karier.tests.kedatangan import Kedatangan, alamat, kode_galat
from pegawai.enums import JenisPerubahan
from pegawai.models import Pegawai, Perubahan
from pegawai.services.klien import create_sandbox_key
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik
from pegawai.tests.pabrik_klien import Program

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
DAFTAR = sorted(n for n in KLIEN if n not in ("api_pegawai_cari", "api_pegawai_satu", "api_referensi"))


@pytest.fixture(scope="module")
def k(django_db_setup: None, django_db_blocker: Any) -> Iterator[Kedatangan]:
    with django_db_blocker.unblock(), transaction.atomic():
        k = Kedatangan()
        for n in range(3):
            PegawaiPabrik(
                fungsional=True, instansi=k.dunia.instansi, unit=k.dunia.diri.unit, nama=f"Rekan {n}"
            )
        yield k
        transaction.set_rollback(True)


def _palsu(isi: list[Any], garam: str = "asn.kursor") -> list[str]:
    """A place as our own signer writes it, with a signature that is none, is another's, or is cut off."""
    padat = base64.urlsafe_b64encode(zlib.compress(json.dumps(isi).encode())).rstrip(b"=").decode()
    asli = signing.Signer(salt=garam).sign_object(isi, compress=True)
    return [padat, f".{padat}:", f"{padat}:AAAA", asli, asli.rpartition(":")[0], f"{asli}:{asli}"]


@pytest.mark.parametrize("nama", DAFTAR)
def test_no_list_takes_a_cursor_made_by_hand(k: Kedatangan, nama: str) -> None:
    program, isian = k.program("penuh", nama), "sejak" if nama == "api_perubahan" else "kursor"
    for isi in ([0], [0, 0, 740_000], [-1], ["1"], [2**63]):
        for palsu in _palsu(isi):
            jawaban = program.get(alamat(k, nama), {isian: palsu})
            assert kode_galat(jawaban)[0] == 400, (nama, palsu)


def test_a_cursor_is_worth_nothing_on_another_list_or_in_the_feed(k: Kedatangan) -> None:
    program = k.program("penuh", "api_pegawai")
    kursor = program.get(alamat(k, "api_pegawai"), {"batas": 1}).json()["kursor_berikut"]
    umpan = program.get(alamat(k, "api_perubahan")).json()["kursor"]
    assert kursor
    for nama in DAFTAR:
        isian = "sejak" if nama == "api_perubahan" else "kursor"
        for teks in {kursor, umpan} - ({umpan} if isian == "sejak" else set()):
            if (nama, teks) != ("api_pegawai", kursor):
                assert kode_galat(program.get(alamat(k, nama), {isian: teks}))[0] == 400, nama


def test_a_place_in_the_feed_of_one_program_is_none_for_another_of_the_same_instansi(k: Kedatangan) -> None:
    umpan = k.program("penuh", "api_perubahan").get(alamat(k, "api_perubahan")).json()["kursor"]
    for siapa in ("lain", "unit_lain"):
        jawaban = k.program(siapa, "api_perubahan").get(alamat(k, "api_perubahan"), {"sejak": umpan})
        assert kode_galat(jawaban) == (400, "kursor_salah")


def test_the_feed_of_another_unit_and_of_another_instansi_does_not_name_the_person(k: Kedatangan) -> None:
    """Every kind of change, written straight into the feed."""
    sejak = {
        s: k.program(s, "api_perubahan").get(alamat(k, "api_perubahan")).json()["kursor"]
        for s in ("penuh", "lain", "unit_lain")
    }
    titik = transaction.savepoint()
    contoh = Perubahan.objects.filter(publik=k.dunia.diri.publik).order_by("-pk").first()
    assert contoh is not None
    for jenis in JenisPerubahan:
        if jenis != JenisPerubahan.UNIT:
            contoh.pk, contoh.jenis = None, jenis
            contoh._state.adding = True
            contoh.save()
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(nama=f"Lain {TANDA}")
    didengar = {
        s: k.program(s, "api_perubahan").get(alamat(k, "api_perubahan"), {"sejak": kursor}).content.decode()
        for s, kursor in sejak.items()
    }
    transaction.savepoint_rollback(titik)
    publik = str(k.dunia.diri.publik)
    # PostgreSQL shows changes after their transaction ended only; SQLite at once.
    assert {s for s, isi in didengar.items() if publik in isi} <= {"penuh"}


def test_the_mark_of_somebody_else_s_answer_tells_nothing(k: Kedatangan) -> None:
    """With it a stranger gets what they would have got without it: never a 304 that says "that is it"."""
    for nama in sorted(set(KLIEN) - {"api_pegawai_cari"}):
        tanda = k.program("penuh", nama).get(alamat(k, nama))["ETag"]
        for siapa in ("lain", "unit_lain"):
            program = k.program(siapa, nama)
            polos = program.get(alamat(k, nama))
            jawaban = program.get(alamat(k, nama), headers={"if-none-match": tanda})
            sama = polos.headers.get("ETag") == tanda  # the same words, which it may read anyway
            assert jawaban.status_code == (304 if sama else polos.status_code), (nama, siapa)
            assert TANDA not in polos.content.decode()
            dicabut = k.program("dicabut", nama).get(alamat(k, nama), headers={"if-none-match": tanda})
            assert dicabut.status_code == 401


def test_an_answer_may_not_be_kept_for_somebody_else(k: Kedatangan) -> None:
    for nama in sorted(set(KLIEN) - {"api_pegawai_cari"}):
        jawaban = k.program("penuh", nama).get(alamat(k, nama))
        assert "private" in jawaban["Cache-Control"], nama
        assert "Authorization" in jawaban["Vary"], nama


def test_a_key_for_play_reads_the_fictional_instansi_and_nothing_real(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    rekaan = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="uji-coba", uji_coba=True))
    main = create_sandbox_key(at=k.dunia.diri.diubah_pada).klien
    program, nyata = Program(main), str(k.dunia.diri.publik)
    for nama in sorted(KLIEN):
        if nama == "api_pegawai_cari":
            cari = {"nip": [k.dunia.diri.nip, rekaan.nip]}
            jawaban = program.post(alamat(k, nama), cari, content_type="application/json")
            assert jawaban.json()["tidak_ditemukan"] == [k.dunia.diri.nip]
        else:
            jawaban = program.get(alamat(k, nama))
        isi = jawaban.content.decode()
        assert jawaban.status_code == (404 if nama == "api_pegawai_satu" else 200), nama
        assert not [t for t in (nyata, TANDA, TANDA_INSTANSI) if t in isi], nama
    for isian in ({"pegawai": nyata}, {"unit": k.dunia.diri.unit.siasn_id}):
        assert program.get(alamat(k, "api_hasil"), isian).status_code in (400, 404)
    transaction.savepoint_rollback(titik)


def test_an_address_made_up_in_a_header_gives_nobody_another_turn(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    InstansiPabrik(kode="uji-coba", uji_coba=True)
    status = [
        Client(headers={"x-forwarded-for": f"10.0.0.{n}"}).post(reverse("api_dokumen_kunci")).status_code
        for n in range(PER_JAM + 1)
    ]
    transaction.savepoint_rollback(titik)
    assert status == [200] * PER_JAM + [429]
