"""Signing in with NIP and password; guesses are counted in the database."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.models import Pengguna, PercobaanMasuk
from pegawai.services.masuk import (
    LAMA_KUNCI,
    PALING_BANYAK,
    TerkunciSementara,
    account_name,
    clear_attempts,
    reserve_attempt,
)
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

SANDI = "kereta-sawah-pelangi"
NIP = "199003152014032001"
SIANG = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def akun(db: None) -> Pengguna:
    pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(nip=NIP, pelaksana=True))
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def _masuk(client: Client, nama: str = NIP, sandi: str = SANDI) -> object:
    return client.post(reverse("account_login"), {"login": nama, "password": sandi})


def _sudah_masuk(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "tulisan", [NIP, "19900315 201403 2 001", "19900315.201403.2.001", f"  {NIP} ", "19900315-201403-2-001"]
)
def test_a_nip_may_be_typed_with_spaces_and_dots(akun: Pengguna, client: Client, tulisan: str) -> None:
    _masuk(client, tulisan)
    assert _sudah_masuk(client)


def test_a_name_that_is_no_nip_keeps_its_characters() -> None:
    assert account_name(" hr.batanghari ") == "hr.batanghari"


def test_signing_in_leaves_a_trail(akun: Pengguna, client: Client) -> None:
    _masuk(client)
    jejak = Jejak.objects.get(tindakan="masuk")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.kanal) == (akun.pk, akun.pk, "web")


def test_a_wrong_password_and_an_unknown_nip_get_the_same_answer(akun: Pengguna, client: Client) -> None:
    salah = _masuk(client, NIP, "bukan-sandi-ini").content.decode()
    asing = _masuk(client, "199003152014032009", "bukan-sandi-ini").content.decode()
    assert "NIP atau kata sandi tidak cocok. Periksa 18 angka NIP" in salah
    assert _tanpa_isian(salah, NIP) == _tanpa_isian(asing, "199003152014032009")


def _tanpa_isian(halaman: str, nip: str) -> str:
    baris = [b for b in halaman.splitlines() if "csrfmiddlewaretoken" not in b]
    return "\n".join(baris).replace(nip, "")


def test_a_wrong_password_and_an_unknown_nip_cost_the_same(
    akun: Pengguna, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode",
        lambda self, password, salt: hashed.append(password) or f"md5${salt}$x",
    )
    _masuk(client, NIP, "a" * 12)
    _masuk(client, "199003152014032009", "b" * 12)
    assert hashed == ["a" * 12, "b" * 12]


def test_the_eleventh_attempt_is_refused_and_says_when_to_try_again(akun: Pengguna, client: Client) -> None:
    for _ in range(PALING_BANYAK):
        _masuk(client, sandi="bukan-sandi-ini")
    jawaban = _masuk(client).content.decode()
    assert not _sudah_masuk(client)
    assert "Terlalu banyak percobaan masuk dengan NIP ini. Coba lagi pukul" in jawaban


def test_the_hour_of_the_next_try_carries_its_zone() -> None:
    kunci = TerkunciSementara(SIANG.astimezone(ZoneInfo("Asia/Jayapura")))
    assert kunci.tindakan.startswith("Coba lagi pukul 14.00 WIT,")


@pytest.mark.parametrize("sandi", [SANDI, "bukan-sandi-ini"])
def test_a_nip_of_the_wrong_length_is_counted_for_the_reader(
    akun: Pengguna, client: Client, sandi: str
) -> None:
    jawaban = _masuk(client, "19900315 201403 2", sandi).content.decode()
    assert '<a href="#id_login">NIP terdiri atas 18 angka. Yang diisi 15 angka.</a>' in jawaban


def test_the_length_is_said_of_what_was_typed_and_not_of_an_account(db: None, client: Client) -> None:
    """A name made of digits opens with its password; without it the answer is that of a stranger."""
    pengguna = PenggunaPabrik(username="2026")
    pengguna.set_password(SANDI)
    pengguna.save()
    salah = _masuk(client, "2026", "bukan-sandi-ini").content.decode()
    asing = _masuk(client, "2027", "bukan-sandi-ini").content.decode()
    assert _tanpa_isian(salah, "2026") == _tanpa_isian(asing, "2027")
    _masuk(client, "2026")
    assert _sudah_masuk(client)


def test_an_office_account_can_type_its_name_on_a_phone(client: Client, db: None) -> None:
    """A keyboard of digits only would keep hr.batanghari out."""
    isi = client.get(reverse("account_login")).content.decode()
    assert "NIP atau nama akun" in isi
    assert "inputmode" not in isi


def test_flushing_the_cache_unlocks_nobody(akun: Pengguna, client: Client) -> None:
    for _ in range(PALING_BANYAK):
        _masuk(client, sandi="bukan-sandi-ini")
    cache.clear()
    _masuk(client)
    assert not _sudah_masuk(client)


def test_an_unknown_name_is_locked_like_a_known_one(akun: Pengguna, client: Client) -> None:
    for _ in range(PALING_BANYAK):
        _masuk(client, "199003152014032009", "bukan-sandi-ini")
    assert "Coba lagi pukul" in _masuk(client, "199003152014032009").content.decode()


def test_other_people_can_sign_in_while_one_name_is_locked(akun: Pengguna, client: Client) -> None:
    for _ in range(PALING_BANYAK):
        _masuk(client, "199003152014032009", "bukan-sandi-ini")
    _masuk(client)
    assert _sudah_masuk(client)


def test_a_success_clears_the_count(akun: Pengguna, client: Client) -> None:
    _masuk(client, sandi="bukan-sandi-ini")
    _masuk(client)
    assert not PercobaanMasuk.objects.exists()


def test_the_name_itself_is_not_stored(akun: Pengguna, client: Client) -> None:
    _masuk(client, sandi="bukan-sandi-ini")
    assert NIP not in PercobaanMasuk.objects.get().kunci


def test_an_inactive_account_does_not_open(akun: Pengguna, client: Client) -> None:
    Pengguna.objects.update(is_active=False)
    _masuk(client)
    assert not _sudah_masuk(client)


def test_an_open_session_ends_when_the_account_is_closed(akun: Pengguna, client: Client) -> None:
    _masuk(client)
    Pengguna.objects.update(is_active=False)
    assert client.get(reverse("pegawai:data_saya")).status_code == 302


def test_changing_the_password_ends_the_other_sessions(akun: Pengguna, client: Client) -> None:
    lain = Client()
    _masuk(client)
    _masuk(lain)
    baru = "rumah-angin-timur-laut"
    isian = {"oldpassword": SANDI, "password1": baru, "password2": baru}
    client.post(reverse("account_change_password"), isian)
    assert client.get(reverse("pegawai:data_saya")).status_code == 200
    assert lain.get(reverse("pegawai:data_saya")).status_code == 302


def test_the_session_gets_a_new_key_at_sign_in(akun: Pengguna, client: Client) -> None:
    client.get(reverse("account_login"))
    session = client.session
    session["apa"] = "saja"
    session.save()
    sebelum = session.session_key
    client.cookies["sessionid"] = sebelum
    _masuk(client)
    assert client.session.session_key != sebelum


@pytest.mark.parametrize("jalan", ["/akun/daftar/", "/accounts/signup/", "/akun/signup/"])
def test_there_is_no_page_for_signing_up(client: Client, jalan: str) -> None:
    assert client.get(jalan).status_code == 404


# -- the count itself ---------------------------------------------------------------------------


@pytest.mark.django_db
class TestHitungan:
    def _habiskan(self, at: datetime = SIANG) -> None:
        for _ in range(PALING_BANYAK):
            reserve_attempt(nama=NIP, at=at)

    def test_the_lock_opens_after_a_quarter_of_an_hour(self) -> None:
        self._habiskan()
        with pytest.raises(TerkunciSementara):
            reserve_attempt(nama=NIP, at=SIANG + LAMA_KUNCI - timedelta(seconds=1))
        reserve_attempt(nama=NIP, at=SIANG + LAMA_KUNCI)

    def test_the_message_names_the_minute_on_the_readers_clock(self) -> None:
        self._habiskan(SIANG.astimezone(UTC))
        with pytest.raises(TerkunciSementara) as terkunci:
            reserve_attempt(nama=NIP, at=SIANG)
        assert "Coba lagi pukul 12.15" in terkunci.value.tindakan

    def test_after_a_lock_one_more_guess_locks_again(self) -> None:
        self._habiskan()
        reserve_attempt(nama=NIP, at=SIANG + LAMA_KUNCI)
        with pytest.raises(TerkunciSementara):
            reserve_attempt(nama=NIP, at=SIANG + LAMA_KUNCI + timedelta(minutes=14))

    def test_a_refused_attempt_does_not_make_the_lock_longer(self) -> None:
        self._habiskan()
        for menit in (5, 10, 14):
            with pytest.raises(TerkunciSementara):
                reserve_attempt(nama=NIP, at=SIANG + timedelta(minutes=menit))
        reserve_attempt(nama=NIP, at=SIANG + LAMA_KUNCI)

    def test_an_hour_of_silence_starts_a_new_count(self) -> None:
        self._habiskan()
        self._habiskan(SIANG + timedelta(hours=1))
        assert PercobaanMasuk.objects.get().gagal == PALING_BANYAK

    def test_guesses_spread_over_two_hours_are_still_counted_together(self) -> None:
        for ke in range(PALING_BANYAK):
            reserve_attempt(nama=NIP, at=SIANG + timedelta(minutes=12 * ke))
        with pytest.raises(TerkunciSementara):
            reserve_attempt(nama=NIP, at=SIANG + timedelta(minutes=12 * PALING_BANYAK - 1))

    def test_a_success_forgets_counts_of_days_ago(self) -> None:
        reserve_attempt(nama="lama", at=SIANG - timedelta(days=2))
        reserve_attempt(nama="baru", at=SIANG)
        clear_attempts(nama=NIP, at=SIANG)
        assert PercobaanMasuk.objects.count() == 1


@pytest.fixture
def _tutup_koneksi() -> Iterator[None]:
    yield
    connections.close_all()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_tutup_koneksi")
def test_guesses_made_at_the_same_moment_are_all_counted() -> None:
    """Counting after the check would let every thread pass; counting before lets exactly ten."""
    lolos: list[int] = []
    mulai = threading.Barrier(4)

    def tebak() -> None:
        mulai.wait()
        for _ in range(5):
            try:
                reserve_attempt(nama=NIP, at=SIANG)
            except TerkunciSementara:
                continue
            lolos.append(1)
        connection.close()

    utas = [threading.Thread(target=tebak) for _ in range(4)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert len(lolos) == PALING_BANYAK
