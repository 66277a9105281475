"""Programs of agencies: each reads its own scope and nothing else, whatever it sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.api.skema import AWALAN
from asn_karier.lib.models import Jejak
from asn_karier.tests.dunia import TANDA, TANDA_INSTANSI, TANDA_KHUSUS
from asn_karier.tests.kebijakan.api import KLIEN, KOLOM_KLIEN
from asn_karier.tests.kedatangan import Kedatangan, alamat, kode_galat, minta_program
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_klien import Program

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


@pytest.fixture(scope="module")
def k(django_db_setup: None, django_db_blocker: Any) -> Iterator[Kedatangan]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield Kedatangan()
        transaction.set_rollback(True)


# -- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", sorted(KLIEN))
def test_every_program_gets_what_the_table_says_and_reads_no_more(k: Kedatangan, nama: str) -> None:
    salah = []
    for siapa, harapan in zip(KOLOM_KLIEN, KLIEN[nama], strict=True):
        jawaban = minta_program(k, siapa, nama)
        isi = jawaban.content.decode()
        if jawaban.status_code != harapan:
            salah.append(f"{siapa}: {jawaban.status_code}, bukan {harapan}: {isi[:300]}")
        if siapa != "penuh" and TANDA in isi:
            salah.append(f"{siapa} membaca {TANDA}")
        if siapa == "lain" and TANDA_INSTANSI in isi:
            salah.append(f"{siapa} membaca {TANDA_INSTANSI}")
        if (siapa != "penuh" or "disiplin" not in nama) and TANDA_KHUSUS in isi:
            salah.append(f"{siapa} membaca {TANDA_KHUSUS}")
    assert not salah, "\n".join(salah)


def test_a_program_of_the_whole_instansi_reads_the_asn_everywhere(k: Kedatangan) -> None:
    """So that the table above would notice an answer that is empty for everybody."""
    publik = str(k.dunia.diri.publik)
    for nama in ("pegawai", "pegawai_cari", "riwayat_pangkat", "riwayat_jabatan", "riwayat_pendidikan"):
        assert publik in minta_program(k, "penuh", f"api_{nama}").content.decode(), nama
    for nama in ("riwayat_disiplin", "hasil", "rekomendasi"):
        assert publik in minta_program(k, "penuh", f"api_{nama}").content.decode(), nama
    assert TANDA_KHUSUS in minta_program(k, "penuh", "api_riwayat_disiplin").content.decode()


@pytest.mark.parametrize("metode", ["post", "put", "patch", "delete"])
def test_no_method_but_reading_is_taken(k: Kedatangan, metode: str) -> None:
    program = k.program("penuh", "api_pegawai")
    for nama in KLIEN:
        if nama != "api_pegawai_cari" or metode != "post":
            status = getattr(program, metode)(alamat(k, nama)).status_code
            assert status == 405, f"{metode} {nama}: {status}"


def test_a_method_in_disguise_a_suffix_and_a_slash_open_nothing(k: Kedatangan) -> None:
    program = k.program("lain", "api_pegawai")
    diri = alamat(k, "api_pegawai_satu")
    assert program.post(diri, headers={"x-http-method-override": "GET"}).status_code == 405
    assert program.get(diri, {"_method": "DELETE"}).status_code == 400
    for tujuan in (f"{diri}.json", f"{diri}/", f"{AWALAN}/pegawai.json", f"{AWALAN}/pegawai/"):
        assert program.get(tujuan).status_code == 404
    assert program.head(diri).status_code == 404
    assert TANDA not in program.options(diri).content.decode()


# -- lists --------------------------------------------------------------------------------------


def test_a_list_is_read_to_its_end_by_cursors_that_nobody_else_can_use(k: Kedatangan) -> None:
    program, tujuan = k.program("penuh", "api_pegawai"), alamat(k, "api_pegawai")
    dibaca, kursor = [], None
    while True:
        isi = program.get(tujuan, {"batas": 1, **({"kursor": kursor} if kursor else {})}).json()
        dibaca += [b["id"] for b in isi["data"]]
        kursor = isi["kursor_berikut"] or kursor
        if isi["kursor_berikut"] is None:
            break
    semua = Pegawai.objects.of_instansi(k.dunia.instansi.pk).order_by("pk")
    assert dibaca == [str(p) for p in semua.values_list("publik", flat=True)]
    for orang, isian in (("lain", {}), ("penuh", {"jenis": "PNS"}), ("penuh", {"batas": 2})):
        jawaban = k.program(orang, "api_pegawai").get(tujuan, {"kursor": kursor, **isian})
        # A page of another size is the same list.
        assert jawaban.status_code == (200 if isian == {"batas": 2} else 400)
    for palsu in ("WzFd", f"{kursor}x", "a:b", "\x00", "%", "9" * 399):
        assert program.get(tujuan, {"kursor": palsu}).status_code == 400


@pytest.mark.parametrize(
    "isian",
    [
        {"instansi": "nabire"},
        {"instansi_id": "1"},
        {"atasan__akun__password__startswith": "a"},
        {"kedudukan_hukum": "7"},
        {"jenis": "pns"},
        {"batas": "-1"},
        {"batas": "1e3"},
        {"unit": "tidak-ada"},
        {"fields": "*"},
        {"jenis": ["PNS", "PNS"]},
    ],
)
def test_what_a_list_does_not_know_is_refused_by_name(k: Kedatangan, isian: dict[str, Any]) -> None:
    jawaban = k.program("penuh", "api_pegawai").get(alamat(k, "api_pegawai"), isian)
    assert kode_galat(jawaban) == (400, "masukan_salah")
    assert list(jawaban.json()["bidang"]) == list(isian)


def test_a_page_is_never_larger_than_the_limit(k: Kedatangan) -> None:
    jawaban = k.program("penuh", "api_pegawai").get(alamat(k, "api_pegawai"), {"batas": 999_999_999})
    assert jawaban.status_code == 200


def test_filters_narrow_to_the_unit_and_below(k: Kedatangan) -> None:
    program, unit = k.program("penuh", "api_pegawai"), k.dunia.diri.unit
    isi = program.get(alamat(k, "api_pegawai"), {"unit": unit.siasn_id, "golongan": "III/c"}).json()
    assert [b["id"] for b in isi["data"]] == [str(k.dunia.diri.publik)]
    assert isi["data"][0]["golongan"]["kode"] == "III/c"


def test_a_nip_is_found_in_a_body_only(k: Kedatangan) -> None:
    program, tujuan = k.program("penuh", "api_pegawai_cari"), reverse("api_pegawai_cari")
    nip = k.dunia.diri.nip
    isi = program.post(tujuan, {"nip": [nip, "199001012015011009"]}, content_type="application/json").json()
    assert [b["nip"] for b in isi["data"]] == [nip]
    assert isi["tidak_ditemukan"] == ["199001012015011009"]
    for salah in (
        {},
        {"nip": nip},
        {"nip": []},
        {"nip": ["1"]},
        {"nip": [nip] * 101},
        [nip],
        {"nip": [nip], "x": 1},
    ):
        assert program.post(tujuan, salah, content_type="application/json").status_code == 400
    assert program.get(f"{AWALAN}/pegawai/{nip}").status_code == 404


def test_an_answer_that_did_not_change_is_not_sent_again(k: Kedatangan) -> None:
    program = k.program("penuh", "api_pegawai")
    for nama in ("api_pegawai", "api_pegawai_satu", "api_hasil", "api_referensi"):
        tujuan = alamat(k, nama)
        pertama = program.get(tujuan)
        assert pertama["Cache-Control"] == "private, no-cache"
        kedua = program.get(tujuan, headers={"if-none-match": pertama["ETag"]})
        assert (kedua.status_code, kedua.content) == (304, b"")
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(nama="Nama Baru")
    diri = alamat(k, "api_pegawai_satu")
    lama = program.get(diri)["ETag"]
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(nama=f"Diri {TANDA}")
    assert program.get(diri, headers={"if-none-match": lama}).status_code == 200


def test_a_penalty_is_seen_with_the_scope_only_and_found_by_no_filter_without(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    tanpa = Program(k.penuh.klien, {"pegawai:baca", "hasil:baca"})
    tujuan, publik = alamat(k, "api_pegawai"), str(k.dunia.diri.publik)
    for program, kode in ((k.program("penuh", "api_pegawai"), "HUKUMAN_DISIPLIN"), (tanpa, "AKTIF")):
        assert program.get(alamat(k, "api_pegawai_satu")).json()["kedudukan"] == kode
        for dicari in ("HUKUMAN_DISIPLIN", "AKTIF"):
            isi = program.get(tujuan, {"kedudukan": dicari}).json()
            assert (publik in [b["id"] for b in isi["data"]]) is (dicari == kode)
    transaction.savepoint_rollback(titik)


def test_outcomes_without_the_scope_are_judged_by_what_everybody_may_read(k: Kedatangan) -> None:
    tanpa = Program(k.penuh.klien, {"hasil:baca"})
    tujuan, isian = alamat(k, "api_hasil"), {"pegawai": str(k.dunia.diri.publik)}
    penuh = k.program("penuh", "api_hasil").get(tujuan, isian).json()["data"][0]
    sempit = tanpa.get(tujuan, isian).json()["data"][0]
    assert (penuh["lengkap"], sempit["lengkap"]) == (True, False)
    assert sempit["kgb_berikut"] is None
    naik = {p["jenis"]: p for p in penuh["putusan"]}, {p["jenis"]: p for p in sempit["putusan"]}
    kode = [{s["kode"] for s in n["kenaikan_pangkat"]["syarat"]} for n in naik]
    assert "hukuman_disiplin" in kode[0] - kode[1]
    assert all(p["paling_cepat"] is None for p in sempit["putusan"])


def test_every_person_in_an_answer_has_a_trail_row_in_the_name_of_the_program(k: Kedatangan) -> None:
    program = k.program("penuh", "api_pegawai")
    for nama in KLIEN:
        if "referensi" in nama or nama in ("api_perubahan", "api_pegawai_cari"):
            continue
        Jejak.objects.all().delete()
        isi = program.get(alamat(k, nama)).json()
        orang = {b.get("pegawai", b.get("id")) for b in isi.get("data", [isi])}
        jejak = Jejak.objects.filter(kanal="api", pelaku_id=k.penuh.klien.user_id)
        terbaca = Pegawai.objects.filter(pk__in=jejak.values("subjek_id"))
        assert {str(p.publik) for p in terbaca} == orang, nama
        assert {j.keperluan for j in jejak} == {k.penuh.klien.name}


def test_an_answer_costs_as_many_queries_for_many_as_for_few(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    program = k.program("penuh", "api_pegawai")
    sedikit = {nama: _biaya(program, alamat(k, nama)) for nama in KLIEN if nama != "api_pegawai_cari"}
    for _ in range(9):
        PegawaiPabrik(fungsional=True, instansi=k.dunia.instansi, unit=k.dunia.diri.unit)
    banyak = {nama: _biaya(program, alamat(k, nama)) for nama in sedikit}
    assert {n: (sedikit[n], banyak[n]) for n in sedikit if banyak[n] > sedikit[n]} == {}
    assert max(banyak.values()) <= 12, banyak
    transaction.savepoint_rollback(titik)


def _biaya(program: Client, tujuan: str) -> int:
    program.get(tujuan)
    with CaptureQueriesContext(connection) as tangkap:
        assert program.get(tujuan).status_code == 200
    return len(tangkap.captured_queries)
