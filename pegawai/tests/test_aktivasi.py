"""Activation in bulk: slips of a unit, and the first password of each of its people."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.models import KodeAktivasi, Pengguna
from pegawai.rules.kode_sekali import tulis
from pegawai.services.aktivasi import Slip, helped_unit, plan_activation, print_slips
from pegawai.services.kode import KodeTidakCocok, find_code, redeem_code
from pegawai.services.masuk import PALING_BANYAK
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik
from pegawai.tests.pabrik_akun import SANDI, Kantor, bersandi, buat_kantor, operator_dari, sudah_masuk

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
#: As `buat_akun` leaves it.
TANPA = "!belum"
LANGKAH_SATU, LANGKAH_DUA = "/akun/aktivasi/", "/akun/aktivasi/sandi/"


@pytest.fixture
def k() -> Kantor:
    return buat_kantor()


@pytest.fixture(autouse=True)
def _siang(time_machine: Any) -> None:
    time_machine.move_to(AT, tick=False)


def cetak(k: Kantor, **lain: Any) -> list[Slip]:
    return print_slips(unit=k.unit, actor=k.operator, at=AT, **lain)


def ketik(client: Client, nip: str, kode: str) -> Any:
    return client.post(LANGKAH_SATU, {"nip": nip, "kode": kode})


def isi(jawaban: Any, *buang: str) -> str:
    """The page without its token and without what was typed."""
    teks = "\n".join(b for b in jawaban.content.decode().splitlines() if "csrfmiddlewaretoken" not in b)
    for kata in buang:
        teks = teks.replace(kata, "")
    return teks


# -- the plan and the paper ----------------------------------------------------------------------


def test_the_plan_counts_everybody_of_the_unit_and_says_who_is_left_out(k: Kantor) -> None:
    bawah = UnitKerjaPabrik(instansi=k.instansi, induk=k.unit, jalur=f"{k.unit.jalur}000001")
    PenggunaPabrik(pegawai=PegawaiPabrik(instansi=k.instansi, unit=bawah), password=TANPA)
    bersandi(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=k.instansi, unit=k.unit)))
    PenggunaPabrik(pegawai=PegawaiPabrik(instansi=k.instansi, unit=k.unit), is_active=False, password=TANPA)
    operator_dari(k.unit, pegawai=PegawaiPabrik(instansi=k.instansi, unit=k.unit), password=TANPA)
    PegawaiPabrik(instansi=k.instansi, unit=k.unit, nip="999999999999999999")
    PenggunaPabrik(username=PegawaiPabrik(instansi=k.instansi, unit=k.unit).nip)
    r = plan_activation(unit=k.unit, actor=k.operator, at=AT)
    assert (r.tanpa_akun, r.belum_dipakai, r.sudah_dipakai, r.cetak) == (1, 1, 1, 2)
    assert r.dilewati == {"ditutup": 1, "berperan": 1, "nip": 1, "nama": 1}
    # HR hands out the slip of an operator; nobody their own.
    assert plan_activation(unit=k.unit, actor=k.hr, at=AT).cetak == 3


def test_slips_are_codes_for_new_accounts_and_no_code_is_stored(k: Kantor) -> None:
    (slip,) = cetak(k)
    akun = Pengguna.objects.get(pegawai=k.diri)
    kode = KodeAktivasi.objects.get()
    assert (akun.username, akun.has_usable_password()) == (k.diri.nip, False)
    assert slip.kode not in str(KodeAktivasi.objects.values().get())
    assert (kode.pengguna, kode.dibuat_oleh, kode.berlaku_sampai) == (
        akun,
        k.operator,
        AT + timedelta(days=30),
    )
    assert slip.nip == f"{k.diri.nip[:4]}{'•' * 11}{k.diri.nip[-3:]}"
    jejak = Jejak.objects.get(tindakan="cetak_slip_aktivasi")
    assert (jejak.subjek_id, jejak.pelaku_id) == (k.diri.pk, k.operator.pk)


def test_a_valid_slip_is_not_printed_again_unless_asked_and_a_double_click_loses_nothing(k: Kantor) -> None:
    cetakan = uuid4()
    pertama = cetak(k, cetakan=cetakan)[0].kode
    with pytest.raises(DomainError, match="Tidak ada slip"):
        cetak(k, cetakan=uuid4())
    kedua = cetak(k, cetakan=cetakan)[0].kode
    ketiga = cetak(k, ulang=True)[0].kode
    for lama in (pertama, kedua):
        with pytest.raises(KodeTidakCocok):
            find_code(nama=k.diri.nip, teks=lama, at=AT)
    assert find_code(nama=k.diri.nip, teks=ketiga, at=AT)
    assert KodeAktivasi.objects.filter(ditutup_pada=None).count() == 1


@pytest.mark.parametrize(
    ("siapa", "status"),
    [("operator", 200), ("hr", 200), ("operator_lain", 404), ("hr_asing", 404), ("auditor", 403)],
)
def test_only_hr_and_the_operator_of_the_unit_print_it(
    k: Kantor, client: Client, siapa: str, status: int
) -> None:
    client.force_login(getattr(k, siapa))
    alamat = reverse("admin:pegawai_pegawai_aktivasi")
    assert client.get(alamat, {"unit": k.unit.pk}).status_code == status
    jawaban = client.post(alamat, {"unit": k.unit.pk, "cetakan": str(uuid4())})
    assert jawaban.status_code == status
    assert (jawaban.headers["Content-Type"] == "application/pdf") is (status == 200)
    assert KodeAktivasi.objects.exists() is (status == 200)
    assert "no-store" in jawaban.headers["Cache-Control"]


def test_strange_units_and_strange_words_are_no_error(k: Kantor, client: Client) -> None:
    client.force_login(k.operator)
    alamat = reverse("admin:pegawai_pegawai_aktivasi")
    assert k.unit.nama in client.get(alamat).content.decode()
    assert k.unit_lain.nama not in client.get(alamat).content.decode()
    for unit in ("x", "-1", "9" * 30):
        assert client.get(alamat, {"unit": unit}).status_code == 404
    assert client.post(alamat, {"unit": k.unit.pk, "cetakan": "bukan"})["Content-Type"] == "application/pdf"
    assert client.post(alamat, {"unit": k.unit.pk}).status_code == 302
    with pytest.raises(TidakDitemukan):
        helped_unit(pk=k.unit.pk, actor=k.auditor)


def test_a_unit_beyond_the_limit_asks_for_one_below(
    k: Kantor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pegawai.services.aktivasi.UNIT_TERBESAR", 0)
    client.force_login(k.operator)
    alamat = reverse("admin:pegawai_pegawai_aktivasi")
    assert "Pilih satu unit di bawahnya" in client.get(alamat, {"unit": k.unit.pk}).content.decode()
    assert client.post(alamat, {"unit": k.unit.pk}).status_code == 302


# -- the person ------------------------------------------------------------------------------------


def test_from_the_slip_to_a_password_of_ones_own(k: Kantor, client: Client) -> None:
    kode = cetak(k)[0].kode
    nip = k.diri.nip
    satu = ketik(client, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", tulis(kode).lower().replace("-", " "))
    assert (satu.status_code, satu["Location"]) == (302, LANGKAH_DUA)
    assert "Selamat datang, Diri Contoh" in client.get(LANGKAH_DUA).content.decode()
    pendek = client.post(LANGKAH_DUA, {"sandi": "pendek", "ulang": "pendek"}).content.decode()
    assert "Ada yang perlu diperbaiki" in pendek
    beda = client.post(LANGKAH_DUA, {"sandi": SANDI, "ulang": SANDI + "x"}).content.decode()
    assert "Kedua kata sandi belum sama" in beda
    client.post(LANGKAH_DUA, {"sandi": SANDI, "ulang": SANDI})
    assert sudah_masuk(client)
    assert Pengguna.objects.get(pegawai=k.diri).check_password(SANDI)
    assert Jejak.objects.filter(tindakan="aktivasi_akun").count() == 1
    assert "tidak cocok" in ketik(Client(), nip, kode).content.decode()


def test_every_wrong_try_gets_the_same_answer_after_the_same_work(k: Kantor, time_machine: Any) -> None:
    """Unknown NIP, wrong code, used, replaced, expired, an account that was closed, nothing at all."""
    benar = cetak(k)[0].kode
    salah = "A" * 12
    asing = "199003152014032009"
    akun = Pengguna.objects.get(pegawai=k.diri)

    def tutup() -> None:
        Pengguna.objects.filter(pk=akun.pk).update(is_active=False)

    def bersandi_sudah() -> None:
        Pengguna.objects.filter(pk=akun.pk).update(is_active=True)
        bersandi(Pengguna.objects.get(pk=akun.pk))

    kasus: list[tuple[str, str, Any]] = [
        (asing, salah, None),
        (k.diri.nip, salah, None),
        (k.diri.nip, "bukan kode", None),
        (asing, benar, None),
        (k.luar.nip, benar, None),
        (k.diri.nip, benar, tutup),
        (k.diri.nip, benar, bersandi_sudah),
    ]
    jawaban, kerja = set(), set()
    for nip, kode, sebelum in kasus:
        if sebelum:
            sebelum()
        with CaptureQueriesContext(connection) as q:
            halaman = ketik(Client(), nip, kode)
        jawaban.add(isi(halaman, nip, kode))
        kerja.add(sum("pegawai_kodeaktivasi" in s["sql"] for s in q.captured_queries))
    akun.set_unusable_password()
    akun.is_active = True
    akun.save()
    time_machine.move_to(AT + timedelta(days=30), tick=False)
    jawaban.add(isi(ketik(Client(), k.diri.nip, benar), k.diri.nip, benar))
    assert len(jawaban) == 1
    assert kerja == {1}


def test_the_last_second_still_counts(k: Kantor, client: Client, time_machine: Any) -> None:
    kode = cetak(k)[0].kode
    time_machine.move_to(AT + timedelta(days=30, seconds=-1), tick=False)
    assert ketik(client, k.diri.nip, kode)["Location"] == LANGKAH_DUA


def test_tries_are_counted_in_the_database_and_a_flushed_cache_unlocks_nobody(k: Kantor) -> None:
    kode = cetak(k)[0].kode
    for _ in range(PALING_BANYAK):
        ketik(Client(), k.diri.nip, "A" * 12)
        cache.clear()
    terkunci = ketik(Client(), k.diri.nip, kode).content.decode()
    assert "Terlalu banyak percobaan kode untuk NIP ini. Coba lagi pukul" in terkunci
    # Guessing a code locks nobody out of signing in.
    bersandi(Pengguna.objects.get(pegawai=k.diri))
    masuk = Client()
    masuk.post("/akun/masuk/", {"login": k.diri.nip, "password": SANDI})
    assert sudah_masuk(masuk)


def test_of_two_browsers_with_one_code_only_the_first_sets_a_password(k: Kantor) -> None:
    kode = cetak(k)[0].kode
    satu, dua = Client(), Client()
    for c in (satu, dua):
        ketik(c, k.diri.nip, kode)
    satu.post(LANGKAH_DUA, {"sandi": SANDI, "ulang": SANDI})
    jawaban = dua.post(LANGKAH_DUA, {"sandi": "sandi-orang-lain-ini", "ulang": "sandi-orang-lain-ini"})
    assert jawaban["Location"] == LANGKAH_SATU
    with pytest.raises(KodeTidakCocok):
        redeem_code(pk=KodeAktivasi.objects.get().pk, sandi="sandi-orang-lain-ini", nik="", at=AT)
    assert Pengguna.objects.get(pegawai=k.diri).check_password(SANDI)
    assert sudah_masuk(satu)
    assert not sudah_masuk(dua)


def test_the_second_page_opens_to_nobody_who_did_not_pass_the_first(k: Kantor, time_machine: Any) -> None:
    kode = cetak(k)[0].kode
    tanpa = Client().post(LANGKAH_DUA, {"sandi": SANDI, "ulang": SANDI})
    assert tanpa["Location"] == LANGKAH_SATU
    lambat = Client()
    ketik(lambat, k.diri.nip, kode)
    time_machine.move_to(AT + timedelta(minutes=15), tick=False)
    assert lambat.post(LANGKAH_DUA, {"sandi": SANDI, "ulang": SANDI})["Location"] == LANGKAH_SATU
    assert not Pengguna.objects.get(pegawai=k.diri).has_usable_password()


def test_nothing_is_equal_to_nothing(k: Kantor) -> None:
    cetak(k)
    for nama, teks in (("", ""), (k.diri.nip, ""), ("", "A" * 12), (k.diri.nip, " - ")):
        with pytest.raises(KodeTidakCocok):
            find_code(nama=nama, teks=teks, at=AT)
