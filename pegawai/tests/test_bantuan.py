"""Help with a lost password by the operator of the unit; a lost second factor takes two officers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import AkhirKode, CaraKenal, StatusPermintaan
from pegawai.models import KodeAktivasi, Pegawai, Pengguna, PermintaanFaktor
from pegawai.services.bantuan import decide_factor_removal, issue_reset_code, request_factor_removal
from pegawai.services.kode import SALAH_NIK_TERBANYAK, KodeTidakCocok, redeem_code
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_akun import (
    NIK,
    SANDI,
    SANDI_BARU,
    Kantor,
    berpengaman,
    bersandi,
    buat_kantor,
    masuk,
    operator_dari,
    sudah_masuk,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
LANGKAH_DUA = "/akun/aktivasi/sandi/"
CATATAN = "KTP ditunjukkan di kantor"


@pytest.fixture(autouse=True)
def _siang(time_machine: Any) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def k() -> Kantor:
    kantor = buat_kantor()
    bersandi(PenggunaPabrik(pegawai=kantor.diri))
    return kantor


def minta(k: Kantor, **ganti: Any) -> str:
    isi = {"pegawai": k.diri, "cara": CaraKenal.KTP, "catatan": CATATAN, "actor": k.operator, "at": AT}
    return issue_reset_code(**{**isi, **ganti})


def tukar(k: Kantor, kode: str, nik: str, client: Client | None = None) -> Any:
    client = client or Client()
    client.post("/akun/aktivasi/", {"nip": k.diri.nip, "kode": kode})
    return client.post(LANGKAH_DUA, {"nik": nik, "sandi": SANDI_BARU, "ulang": SANDI_BARU})


def akun(k: Kantor) -> Pengguna:
    return Pengguna.objects.get(pegawai=k.diri)


# -- the password --------------------------------------------------------------------------------------


def test_the_operator_helps_and_the_owner_learns_of_it(k: Kantor, client: Client) -> None:
    ponsel_lama = masuk(akun(k))
    client.force_login(k.operator)
    halaman = client.get(reverse("admin:pegawai_pegawai_change", args=[k.diri.pk])).content.decode()
    alamat = reverse("admin:pegawai_pegawai_bantu", args=[k.diri.pk])
    assert alamat in halaman
    assert (
        "Tuliskan apa yang Anda lihat"
        in client.post(alamat, {"cara": "ktp", "catatan": " "}).content.decode()
    )
    jawaban = client.post(alamat, {"cara": "ktp", "catatan": CATATAN}).content.decode()
    kode = jawaban.split('<p class="angka"><strong>')[1].split("<")[0]
    assert k.diri.nip not in jawaban
    # The old password holds until the code is used.
    assert sudah_masuk(masuk(akun(k)))

    pemilik = Client()
    tukar(k, kode, f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}", pemilik)
    assert sudah_masuk(pemilik)
    assert akun(k).check_password(SANDI_BARU)
    assert ponsel_lama.get("/data-saya/").status_code == 302

    kalimat = "Kata sandi Anda diatur ulang lewat Operator Satu pada 21 November 2026 pukul 12.00"
    assert kalimat in masuk(akun(k), SANDI_BARU).get("/data-saya/").content.decode()
    assert (
        "Membantu mengatur ulang kata sandi Anda (melihat ktp aslinya)"
        in pemilik.get("/data-saya/").content.decode()
    )
    jejak = Jejak.objects.get(tindakan="bantu_atur_ulang")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.rincian["catatan"]) == (k.operator.pk, k.diri.pk, CATATAN)


def test_the_code_alone_sets_no_password(k: Kantor) -> None:
    kode = minta(k)
    for nik in ("", "1504012345670002", "0001", "null"):
        tukar(k, kode, nik)
    assert akun(k).check_password(SANDI)
    # An empty field is no guess; three were.
    assert KodeAktivasi.objects.get().gagal == 3


def test_guessing_the_nik_ends_the_code(k: Kantor) -> None:
    kode = minta(k)
    for n in range(SALAH_NIK_TERBANYAK):
        tukar(k, kode, f"150401234567{n + 2:04d}")
    assert KodeAktivasi.objects.get().akhir == AkhirKode.TERKUNCI
    assert tukar(k, kode, NIK)["Location"] == "/akun/aktivasi/"
    assert akun(k).check_password(SANDI)


def test_without_a_recorded_nik_only_hr_helps_and_nothing_equals_nothing(k: Kantor) -> None:
    minta(k)
    pk = KodeAktivasi.objects.get().pk
    Pegawai.objects.update(nik_sandi="", nik_indeks="")
    for nik in ("", "0" * 16):
        with pytest.raises(DomainError, match="NIK tidak cocok"):
            redeem_code(pk=pk, sandi=SANDI_BARU, nik=nik, at=AT)
    k.diri.refresh_from_db()
    with pytest.raises(TidakBoleh) as salah:
        minta(k)
    assert salah.value.kode == "nik_belum_tercatat"
    kode = minta(k, actor=k.hr)
    with pytest.raises(KodeTidakCocok):
        redeem_code(pk=pk, sandi=SANDI_BARU, nik="", at=AT)
    tukar(k, kode, "")
    assert akun(k).check_password(SANDI_BARU)


def test_the_code_holds_for_a_day_and_a_new_password_ends_it(k: Kantor) -> None:
    minta(k)
    kode = KodeAktivasi.objects.get()
    with pytest.raises(KodeTidakCocok):
        redeem_code(pk=kode.pk, sandi=SANDI_BARU, nik=NIK, at=AT + timedelta(hours=24))
    pemilik = masuk(akun(k))
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    pemilik.post(reverse("account_change_password"), isi)
    kode.refresh_from_db()
    assert kode.akhir == AkhirKode.DIGANTI


def test_a_new_password_does_not_open_what_the_second_factor_guards(k: Kantor) -> None:
    berpengaman(akun(k))
    pemilik = Client()
    jawaban = tukar(k, minta(k), NIK, pemilik)
    assert jawaban["Location"] == reverse("mfa_authenticate")
    assert not sudah_masuk(pemilik)


def test_nobody_gains_authority_by_helping(k: Kantor) -> None:
    rekan = PegawaiPabrik(instansi=k.instansi, unit=k.unit)
    operator_dari(k.unit, pegawai=rekan)
    pengelola = PegawaiPabrik(instansi=k.instansi, unit=k.unit)
    PenggunaPabrik(pegawai=pengelola, is_superuser=True)
    tertutup = PegawaiPabrik(instansi=k.instansi, unit=k.unit)
    PenggunaPabrik(pegawai=tertutup, is_active=False)
    diri_hr = PegawaiPabrik(instansi=k.instansi, unit=k.unit)
    hr = hr_dari(k.instansi, pegawai=diri_hr)
    tolak: list[tuple[Any, Any, type[DomainError], str]] = [
        (k.diri, k.operator_lain, TidakDitemukan, "pegawai_tidak_ditemukan"),
        (k.diri, k.hr_asing, TidakDitemukan, "pegawai_tidak_ditemukan"),
        (k.diri, k.auditor, TidakDitemukan, "pegawai_tidak_ditemukan"),
        (k.diri, akun(k), TidakBoleh, "akun_sendiri"),
        (diri_hr, hr, TidakBoleh, "akun_sendiri"),
        (diri_hr, k.operator, TidakBoleh, "akun_berperan"),
        (rekan, k.operator, TidakBoleh, "akun_berperan"),
        (pengelola, k.hr, TidakBoleh, "akun_pengelola_sistem"),
        (tertutup, k.hr, DomainError, "akun_tidak_aktif"),
        (k.luar, k.hr, DomainError, "belum_punya_akun"),
    ]
    for orang, petugas, kelas, kode in tolak:
        with pytest.raises(kelas) as salah:
            minta(k, pegawai=orang, actor=petugas)
        assert salah.value.kode == kode
    with pytest.raises(DomainError, match="Nomor HP"):
        minta(k, cara=CaraKenal.TELEPON)
    minta(k, pegawai=rekan, actor=k.hr)
    assert KodeAktivasi.objects.count() == 1


# -- the second factor -----------------------------------------------------------------------------------


def minta_lepas(k: Kantor, actor: Pengguna) -> PermintaanFaktor:
    return request_factor_removal(pegawai=k.diri, cara=CaraKenal.KTP, catatan=CATATAN, actor=actor, at=AT)


def putus(k: Kantor, actor: Pengguna, *, setuju: bool = True, alasan: str = "", at: datetime = AT) -> Any:
    pk = PermintaanFaktor.objects.get().pk
    return decide_factor_removal(pk=pk, setuju=setuju, alasan=alasan, actor=actor, at=at)


def test_two_officers_take_a_lost_second_factor_away(k: Kantor) -> None:
    berpengaman(akun(k))
    lama = Client()
    lama.force_login(akun(k))
    operator, hr = Client(), Client()
    operator.force_login(k.operator)
    hr.force_login(k.hr)
    alamat = reverse("admin:pegawai_pegawai_lepas", args=[k.diri.pk])
    assert alamat in operator.get(reverse("admin:pegawai_pegawai_change", args=[k.diri.pk])).content.decode()
    operator.post(alamat, {"cara": "ktp", "catatan": CATATAN})
    permintaan = PermintaanFaktor.objects.get()
    assert "lepas verifikasi dua langkah" in hr.get(reverse("admin:index")).content.decode()
    putusan = reverse("admin:pegawai_permintaanfaktor_putus", args=[permintaan.pk])
    assert operator.post(putusan, {"putusan": "setuju"}).status_code == 404
    assert CATATAN in hr.get(putusan).content.decode()
    assert "Tuliskan alasan penolakannya" in hr.post(putusan, {"putusan": "tolak"}).content.decode()
    hr.post(putusan, {"putusan": "setuju"})
    assert not Authenticator.objects.exists()
    assert lama.get("/data-saya/").status_code == 302
    pemilik = masuk(akun(k))
    assert sudah_masuk(pemilik)
    kalimat = "Verifikasi dua langkah Anda dilepas lewat Operator Satu dan Petugas Satu"
    assert kalimat in pemilik.get("/data-saya/").content.decode()


def test_one_officer_is_not_two(k: Kantor) -> None:
    berpengaman(akun(k))
    minta_lepas(k, k.hr)
    with pytest.raises(TidakBoleh) as salah:
        putus(k, k.hr)
    assert salah.value.kode == "petugas_sama"
    for orang in (k.operator, k.hr_asing, k.auditor, akun(k)):
        with pytest.raises(TidakDitemukan):
            putus(k, orang)
    with pytest.raises(DomainError, match="lebih dari 3 hari"):
        putus(k, k.hr_kedua, at=AT + timedelta(days=3))
    with pytest.raises(Bentrok):
        minta_lepas(k, k.operator)
    with pytest.raises(IntegrityError), transaction.atomic():
        PermintaanFaktor.objects.update(status=StatusPermintaan.DISETUJUI, diputus_oleh=k.hr, diputus_pada=AT)
    assert Authenticator.objects.exists()
    putus(k, k.hr_kedua, setuju=False, alasan="Orangnya tidak dikenal")
    with pytest.raises(Bentrok):
        putus(k, k.hr_kedua)
    assert Authenticator.objects.exists()


def test_there_must_be_something_to_take_away(k: Kantor) -> None:
    with pytest.raises(DomainError, match="tidak memakai"):
        minta_lepas(k, k.operator)
