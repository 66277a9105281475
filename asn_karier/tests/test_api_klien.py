"""Programs of agencies: each reads its own scope and nothing else, whatever it sends."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from asn_karier.api.skema import AWALAN, openapi
from asn_karier.lib.api import KODE
from asn_karier.lib.models import Jejak
from asn_karier.tests.dunia import TANDA, TANDA_INSTANSI, TANDA_KHUSUS, Dunia, buat_dunia
from asn_karier.tests.kebijakan import KUNCI
from asn_karier.tests.kebijakan.api import KLIEN, KOLOM_KLIEN
from asn_karier.tests.rute import semua_rute
from pegawai.enums import CakupanApi, KedudukanHukum
from pegawai.models import Instansi, KlienApi, LajuApi, Pegawai, UnitKerja
from pegawai.services.klien import MASA_RAHASIA_LAMA, revoke_klien, rotate_secret
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_klien import Program, klien_baru, token_untuk

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


class Kedatangan:
    """The world, and the programs that come to it."""

    def __init__(self) -> None:
        self.dunia: Dunia = buat_dunia()
        sini, sana = self.dunia.instansi, Instansi.objects.get(kode="nabire")
        self.penuh = klien_baru(sini)
        lain_unit = UnitKerja.objects.get(nama="Kantor Lain")
        dicabut = klien_baru(sini)
        token = token_untuk(dicabut.klien)
        revoke_klien(klien=dicabut.klien, actor=None, alasan="uji")
        self.klien = {
            "penuh": self.penuh.klien,
            "tanpa_cakupan": self.penuh.klien,
            "lain": klien_baru(sana).klien,
            "unit_lain": klien_baru(sini, unit=lain_unit).klien,
        }
        self.token_dicabut = token

    def program(self, siapa: str, nama: str) -> Client:
        if siapa == "dicabut":
            return Client(headers={"authorization": f"Bearer {self.token_dicabut}"})
        cakupan = None
        if siapa == "tanpa_cakupan":
            cakupan = {c.value for c in CakupanApi} - _diminta(nama)
        return Program(self.klien[siapa], cakupan)


def _diminta(nama: str) -> set[str]:
    """The last scope that an address asks for, as OpenAPI says."""
    jalan = next(j for n, j in _jalan_openapi() if n == nama)
    operasi = next(iter(openapi()["paths"][jalan].values()))
    return {operasi["security"][0]["Klien"][-1]}


def _jalan_openapi() -> list[tuple[str, str]]:
    """Name and OpenAPI path of every address that answers programs."""
    hasil = []
    for r in semua_rute():
        if r.nama.startswith("api_") and not r.nama.startswith(("api_dokumen", "api_openapi")):
            pola = r.pola.replace("<uuid:id>", "{id}").replace("<slug:", "{").replace(">", "}")
            hasil.append((r.nama, f"/{pola}"))
    return hasil


@pytest.fixture(scope="module")
def k(django_db_setup: None, django_db_blocker: Any) -> Iterator[Kedatangan]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield Kedatangan()
        transaction.set_rollback(True)


def _alamat(k: Kedatangan, nama: str) -> str:
    return reverse(nama, args=KUNCI[nama](k.dunia) if nama in KUNCI else [])


def _minta(k: Kedatangan, siapa: str, nama: str) -> Any:
    program, alamat = k.program(siapa, nama), _alamat(k, nama)
    if nama == "api_pegawai_cari":
        return program.post(alamat, {"nip": [k.dunia.diri.nip]}, content_type="application/json")
    return program.get(alamat)


# -- the table ----------------------------------------------------------------------------------


def test_every_address_for_programs_stands_in_the_policy_and_in_openapi() -> None:
    jalan = dict(_jalan_openapi())
    assert sorted(jalan.values()) == sorted(openapi()["paths"])
    berklien = {
        nama
        for nama, j in jalan.items()
        if any("Klien" in aman for o in openapi()["paths"][j].values() for aman in o.get("security", []))
    }
    assert berklien == set(KLIEN)
    assert all(j.startswith(AWALAN) for j in jalan.values())


@pytest.mark.parametrize("nama", sorted(KLIEN))
def test_every_program_gets_what_the_table_says_and_reads_no_more(k: Kedatangan, nama: str) -> None:
    salah = []
    for siapa, harapan in zip(KOLOM_KLIEN, KLIEN[nama], strict=True):
        jawaban = _minta(k, siapa, nama)
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
        assert publik in _minta(k, "penuh", f"api_{nama}").content.decode(), nama
    for nama in ("riwayat_disiplin", "hasil", "rekomendasi"):
        assert publik in _minta(k, "penuh", f"api_{nama}").content.decode(), nama
    assert TANDA_KHUSUS in _minta(k, "penuh", "api_riwayat_disiplin").content.decode()


@pytest.mark.parametrize("metode", ["post", "put", "patch", "delete"])
def test_no_method_but_reading_is_taken(k: Kedatangan, metode: str) -> None:
    program = k.program("penuh", "api_pegawai")
    for nama in KLIEN:
        if nama != "api_pegawai_cari" or metode != "post":
            status = getattr(program, metode)(_alamat(k, nama)).status_code
            assert status == 405, f"{metode} {nama}: {status}"


def test_a_method_in_disguise_a_suffix_and_a_slash_open_nothing(k: Kedatangan) -> None:
    program = k.program("lain", "api_pegawai")
    diri = _alamat(k, "api_pegawai_satu")
    assert program.post(diri, headers={"x-http-method-override": "GET"}).status_code == 405
    assert program.get(diri, {"_method": "DELETE"}).status_code == 400
    for alamat in (f"{diri}.json", f"{diri}/", f"{AWALAN}/pegawai.json", f"{AWALAN}/pegawai/"):
        assert program.get(alamat).status_code == 404
    assert program.head(diri).status_code == 404
    assert TANDA not in program.options(diri).content.decode()


# -- tokens and secrets -------------------------------------------------------------------------


def _kode(jawaban: Any) -> tuple[int, str]:
    isi = jawaban.json()
    assert jawaban["Content-Type"] == "application/problem+json"
    assert isi["cara_memperbaiki"]
    assert isi["id_permintaan"]
    return jawaban.status_code, isi["kode"]


def test_a_401_says_what_is_missing(k: Kedatangan) -> None:
    alamat, klien = _alamat(k, "api_pegawai"), k.penuh.klien
    lama = token_untuk(klien, umur=timedelta(seconds=-1))
    for kepala, kode in (
        ("", "tanpa_token"),
        ("Bearer", "skema_token"),
        ("Basic YTpi", "skema_token"),
        ("Bearer bukan-token", "token_tidak_dikenal"),
        (f"Bearer {lama}", "token_kedaluwarsa"),
        (f"Bearer {k.token_dicabut}", "token_tidak_dikenal"),
    ):
        jawaban = Client(headers={"authorization": kepala} if kepala else {}).get(alamat)
        assert _kode(jawaban) == (401, kode), kepala
        assert jawaban["WWW-Authenticate"].startswith("Bearer")


def _minta_token(klien: KlienApi, rahasia: str, **isi: str) -> Any:
    sandi = base64.b64encode(f"{klien.client_id}:{rahasia}".encode()).decode()
    isi = {"grant_type": "client_credentials", **isi}
    return Client(headers={"authorization": f"Basic {sandi}"}).post(reverse("api_token"), isi)


def test_the_token_endpoint_gives_a_short_token_for_the_scopes_of_the_program() -> None:
    kunci = klien_baru(PegawaiPabrik().instansi, [CakupanApi.PEGAWAI, CakupanApi.REFERENSI])
    isi = _minta_token(kunci.klien, kunci.rahasia).json()
    assert (isi["expires_in"], set(isi["scope"].split())) == (3600, {"pegawai:baca", "referensi:baca"})
    kepala = {"authorization": f"Bearer {isi['access_token']}"}
    assert Client(headers=kepala).get(reverse("api_pegawai")).status_code == 200
    # Kept as a hash: whoever reads the table can use nothing of it.
    assert not get_access_token_model().objects.filter(token__contains=isi["access_token"]).exists()
    assert kunci.rahasia not in KlienApi.objects.get(pk=kunci.klien.pk).client_secret
    sempit = _minta_token(kunci.klien, kunci.rahasia, scope="referensi:baca").json()
    assert sempit["scope"] == "referensi:baca"
    assert _minta_token(kunci.klien, kunci.rahasia, scope="disiplin:baca").json()["error"] == "invalid_scope"
    for jenis in ("password", "authorization_code", "refresh_token", "implicit"):
        ditolak = _minta_token(kunci.klien, kunci.rahasia, grant_type=jenis)
        assert (ditolak.status_code, ditolak.json()["error"]) == (400, "unsupported_grant_type")


def test_the_old_secret_works_for_seven_days_and_a_revoked_program_not_at_all(time_machine: Any) -> None:
    saat = timezone.now()
    time_machine.move_to(saat)
    kunci = klien_baru(PegawaiPabrik().instansi)
    sejak = kunci.klien.rahasia_dibuat_pada.isoformat()
    baru = rotate_secret(klien=kunci.klien, sejak=sejak, actor=None, at=saat)
    assert [_minta_token(kunci.klien, r).status_code for r in (kunci.rahasia, baru.rahasia)] == [200, 200]
    time_machine.move_to(saat + MASA_RAHASIA_LAMA)
    assert [_minta_token(kunci.klien, r).status_code for r in (kunci.rahasia, baru.rahasia)] == [401, 200]
    token = token_untuk(kunci.klien)
    revoke_klien(klien=kunci.klien, actor=None, alasan="uji")
    assert _minta_token(kunci.klien, baru.rahasia).status_code == 401
    sisa = Client(headers={"authorization": f"Bearer {token}"}).get(reverse("api_pegawai"))
    assert sisa.status_code == 401


@pytest.mark.parametrize("cara", ["akun", "aktif", "lewat"])
def test_a_token_dies_with_its_program_at_the_next_request(cara: str) -> None:
    klien = klien_baru(PegawaiPabrik().instansi).klien
    program = Program(klien)
    assert program.get(reverse("api_pegawai")).status_code == 200
    if cara == "akun":
        klien.user.is_active = False
        klien.user.save()
    elif cara == "aktif":
        KlienApi.objects.filter(pk=klien.pk).update(aktif=False)
    else:
        KlienApi.objects.filter(pk=klien.pk).update(berlaku_sampai=timezone.now())
    assert _kode(program.get(reverse("api_pegawai"))) == (401, "aplikasi_tidak_aktif")


def test_a_scope_taken_from_the_program_is_taken_from_its_tokens() -> None:
    klien = klien_baru(PegawaiPabrik().instansi).klien
    program = Program(klien)
    KlienApi.objects.filter(pk=klien.pk).update(cakupan="referensi:baca")
    assert _kode(program.get(reverse("api_pegawai"))) == (403, "cakupan_kurang")


def test_too_many_requests_and_too_many_tokens_are_told_when_to_come_back(
    settings: Any, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    settings.ASN_API_PER_MENIT = 2
    kunci = klien_baru(PegawaiPabrik().instansi)
    program = Program(kunci.klien)
    status = [program.get(reverse("api_pegawai")) for _ in range(3)]
    assert [j.status_code for j in status] == [200, 200, 429]
    assert 1 <= int(status[2]["Retry-After"]) <= 60
    assert _minta_token(kunci.klien, kunci.rahasia).status_code == 200
    LajuApi.objects.all().update(banyak=10_000)
    ditolak = _minta_token(kunci.klien, kunci.rahasia)
    assert _kode(ditolak) == (429, "terlalu_sering")
    assert "Retry-After" in ditolak


# -- lists --------------------------------------------------------------------------------------


def test_a_list_is_read_to_its_end_by_cursors_that_nobody_else_can_use(k: Kedatangan) -> None:
    program, alamat = k.program("penuh", "api_pegawai"), _alamat(k, "api_pegawai")
    dibaca, kursor = [], None
    while True:
        isi = program.get(alamat, {"batas": 1, **({"kursor": kursor} if kursor else {})}).json()
        dibaca += [b["id"] for b in isi["data"]]
        kursor = isi["kursor_berikut"] or kursor
        if isi["kursor_berikut"] is None:
            break
    semua = Pegawai.objects.of_instansi(k.dunia.instansi.pk).order_by("pk")
    assert dibaca == [str(p) for p in semua.values_list("publik", flat=True)]
    for orang, isian in (("lain", {}), ("penuh", {"jenis": "PNS"}), ("penuh", {"batas": 2})):
        jawaban = k.program(orang, "api_pegawai").get(alamat, {"kursor": kursor, **isian})
        # A page of another size is the same list.
        assert jawaban.status_code == (200 if isian == {"batas": 2} else 400)
    for palsu in ("WzFd", f"{kursor}x", "a:b", "\x00", "%", "9" * 399):
        assert program.get(alamat, {"kursor": palsu}).status_code == 400


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
    jawaban = k.program("penuh", "api_pegawai").get(_alamat(k, "api_pegawai"), isian)
    assert _kode(jawaban) == (400, "masukan_salah")
    assert list(jawaban.json()["bidang"]) == list(isian)


def test_a_page_is_never_larger_than_the_limit(k: Kedatangan) -> None:
    jawaban = k.program("penuh", "api_pegawai").get(_alamat(k, "api_pegawai"), {"batas": 999_999_999})
    assert jawaban.status_code == 200


def test_filters_narrow_to_the_unit_and_below(k: Kedatangan) -> None:
    program, unit = k.program("penuh", "api_pegawai"), k.dunia.diri.unit
    isi = program.get(_alamat(k, "api_pegawai"), {"unit": unit.siasn_id, "golongan": "III/c"}).json()
    assert [b["id"] for b in isi["data"]] == [str(k.dunia.diri.publik)]
    assert isi["data"][0]["golongan"]["kode"] == "III/c"


def test_a_nip_is_found_in_a_body_only(k: Kedatangan) -> None:
    program, alamat = k.program("penuh", "api_pegawai_cari"), reverse("api_pegawai_cari")
    nip = k.dunia.diri.nip
    isi = program.post(alamat, {"nip": [nip, "199001012015011009"]}, content_type="application/json").json()
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
        assert program.post(alamat, salah, content_type="application/json").status_code == 400
    assert program.get(f"{AWALAN}/pegawai/{nip}").status_code == 404


def test_an_answer_that_did_not_change_is_not_sent_again(k: Kedatangan) -> None:
    program = k.program("penuh", "api_pegawai")
    for nama in ("api_pegawai", "api_pegawai_satu", "api_hasil", "api_referensi"):
        alamat = _alamat(k, nama)
        pertama = program.get(alamat)
        assert pertama["Cache-Control"] == "private, no-cache"
        kedua = program.get(alamat, headers={"if-none-match": pertama["ETag"]})
        assert (kedua.status_code, kedua.content) == (304, b"")
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(nama="Nama Baru")
    diri = _alamat(k, "api_pegawai_satu")
    lama = program.get(diri)["ETag"]
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(nama=f"Diri {TANDA}")
    assert program.get(diri, headers={"if-none-match": lama}).status_code == 200


def test_a_penalty_is_seen_with_the_scope_only_and_found_by_no_filter_without(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    Pegawai.objects.filter(pk=k.dunia.diri.pk).update(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    tanpa = Program(k.penuh.klien, {"pegawai:baca", "hasil:baca"})
    alamat, publik = _alamat(k, "api_pegawai"), str(k.dunia.diri.publik)
    for program, kode in ((k.program("penuh", "api_pegawai"), "HUKUMAN_DISIPLIN"), (tanpa, "AKTIF")):
        assert program.get(_alamat(k, "api_pegawai_satu")).json()["kedudukan"] == kode
        for dicari in ("HUKUMAN_DISIPLIN", "AKTIF"):
            isi = program.get(alamat, {"kedudukan": dicari}).json()
            assert (publik in [b["id"] for b in isi["data"]]) is (dicari == kode)
    transaction.savepoint_rollback(titik)


def test_outcomes_without_the_scope_are_judged_by_what_everybody_may_read(k: Kedatangan) -> None:
    tanpa = Program(k.penuh.klien, {"hasil:baca"})
    alamat, isian = _alamat(k, "api_hasil"), {"pegawai": str(k.dunia.diri.publik)}
    penuh = k.program("penuh", "api_hasil").get(alamat, isian).json()["data"][0]
    sempit = tanpa.get(alamat, isian).json()["data"][0]
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
        isi = program.get(_alamat(k, nama)).json()
        orang = {b.get("pegawai", b.get("id")) for b in isi.get("data", [isi])}
        jejak = Jejak.objects.filter(kanal="api", pelaku_id=k.penuh.klien.user_id)
        terbaca = Pegawai.objects.filter(pk__in=jejak.values("subjek_id"))
        assert {str(p.publik) for p in terbaca} == orang, nama
        assert {j.keperluan for j in jejak} == {k.penuh.klien.name}


def test_an_answer_costs_as_many_queries_for_many_as_for_few(k: Kedatangan) -> None:
    titik = transaction.savepoint()
    program = k.program("penuh", "api_pegawai")
    sedikit = {nama: _biaya(program, _alamat(k, nama)) for nama in KLIEN if nama != "api_pegawai_cari"}
    for _ in range(9):
        PegawaiPabrik(fungsional=True, instansi=k.dunia.instansi, unit=k.dunia.diri.unit)
    banyak = {nama: _biaya(program, _alamat(k, nama)) for nama in sedikit}
    assert {n: (sedikit[n], banyak[n]) for n in sedikit if banyak[n] > sedikit[n]} == {}
    assert max(banyak.values()) <= 12, banyak
    transaction.savepoint_rollback(titik)


def _biaya(program: Client, alamat: str) -> int:
    program.get(alamat)
    with CaptureQueriesContext(connection) as tangkap:
        assert program.get(alamat).status_code == 200
    return len(tangkap.captured_queries)


# -- documentation ------------------------------------------------------------------------------


def test_every_code_that_the_api_uses_is_explained() -> None:
    halaman = Client().get(reverse("api_dokumen_galat")).content.decode()
    assert all(f'id="{kode}"' in halaman for kode in KODE)


def test_pages_for_programmers_are_light_and_need_no_script() -> None:
    for nama in ("api_dokumen", "api_dokumen_panduan", "api_dokumen_rujukan", "api_dokumen_kode"):
        jawaban = Client(headers={"accept-encoding": "gzip"}).get(reverse(nama))
        assert jawaban.status_code == 200
        assert len(jawaban.content) < 20_000, nama
    assert b"<script" not in Client().get(reverse("api_dokumen")).content
