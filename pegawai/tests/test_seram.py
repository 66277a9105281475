"""Two at the same moment: whoever is second is told, and nothing is lost, doubled or guessed for free.

Only PostgreSQL lets two writers in at once; SQLite has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.situs.usang import SIDIK
from asn_karier.lib.tests.formulir import terbaca
from asn_karier.lib.tests.lomba import BERSAMA, berlomba, bertemu, kode_atau_hasil
from pegawai.admin.organisasi import InstansiAdmin
from pegawai.admin.riwayat import RiwayatAdmin
from pegawai.enums import CaraKenal, JenisPeran, StatusUsulan
from pegawai.models import (
    Instansi,
    KodeAktivasi,
    LajuApi,
    Pengguna,
    Peran,
    PermintaanFaktor,
    RiwayatPangkat,
    UsulanPerubahan,
)
from pegawai.services import aktivasi, usulan
from pegawai.services.aktivasi import plan_activation, print_slips
from pegawai.services.akun import buat_akun, grant_peran
from pegawai.services.bantuan import decide_factor_removal
from pegawai.services.klien import rotate_secret
from pegawai.services.kode import find_code
from pegawai.services.laju import take_turn
from pegawai.services.masuk import PALING_BANYAK, reserve_attempt
from pegawai.services.usulan_konfirmasi import PERCOBAAN, konfirmasi_dengan_kode, terbitkan_kode
from pegawai.services.usulan_putus import kembalikan_usulan, terima_usulan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik
from pegawai.tests.pabrik_akun import Kantor, berpengaman, buat_kantor
from pegawai.tests.pabrik_klien import klien_baru
from pegawai.tests.pabrik_usulan import ajukan
from pegawai.tests.test_usulan_konfirmasi import lain_dari

pytestmark = BERSAMA
SAAT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


@pytest.fixture
def k() -> Kantor:
    return buat_kantor()


def bersama(*kerja: Callable[[], Any]) -> list[Any]:
    """What each got, begun together; a refusal is its code."""
    return berlomba(*(kode_atau_hasil(k) for k in kerja))


# -- accounts and codes -------------------------------------------------------------------------


def test_slips_of_a_unit_and_of_one_inside_it_leave_one_account_and_one_code_per_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    k = buat_kantor()
    monkeypatch.setattr(aktivasi, "plan_activation", bertemu(aktivasi.plan_activation))
    anak = UnitKerjaPabrik(induk=k.unit)
    orang = [PegawaiPabrik(instansi=k.instansi, unit=anak) for _ in range(4)]
    cetak = [
        lambda u=unit, a=siapa: [s.kode for s in print_slips(unit=u, actor=a, at=SAAT)]
        for unit, siapa in ((k.unit, k.hr), (anak, k.operator))
    ]
    slip = [kode for hasil in bersama(*cetak) if hasil != "tidak_ada_slip" for kode in hasil]
    assert Pengguna.objects.filter(pegawai__in=orang).count() == 4
    terbuka = KodeAktivasi.objects.filter(pengguna__pegawai__in=orang, ditutup_pada=None)
    assert terbuka.count() == 4
    assert len(slip) == len(set(slip)) == KodeAktivasi.objects.filter(ditutup_pada=None).count() == 5


def test_an_account_made_after_the_slips_were_planned_is_used_not_made_again(
    k: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rencana_lalu_akun(**isi: Any) -> Any:
        rencana = plan_activation(**isi)
        berlomba(lambda: buat_akun(pegawai=k.diri, actor=k.hr, at=SAAT))
        return rencana

    monkeypatch.setattr(aktivasi, "plan_activation", rencana_lalu_akun)
    assert len(print_slips(unit=k.unit, actor=k.operator, at=SAAT)) == 1
    assert KodeAktivasi.objects.get().pengguna == Pengguna.objects.get(pegawai=k.diri)


def test_guesses_made_at_once_are_no_more_than_guesses_made_in_turn() -> None:
    k = buat_kantor()
    kode = print_slips(unit=k.unit, actor=k.operator, at=SAAT)[0].kode
    salah = "A" * len(kode)
    hasil = bersama(*[lambda: find_code(nama=k.diri.nip, teks=salah, at=SAAT)] * (PALING_BANYAK + 3))
    assert Counter(hasil) == {"kode_tidak_cocok": PALING_BANYAK, "masuk_terkunci": 3}
    assert bersama(lambda: find_code(nama=k.diri.nip, teks=kode, at=SAAT)) == ["masuk_terkunci"]
    nama = [lambda: reserve_attempt(nama="siapa pun", at=SAAT)] * (PALING_BANYAK + 2)
    assert Counter(bersama(*nama)) == {None: PALING_BANYAK, "masuk_terkunci": 2}


def test_a_window_of_requests_lets_in_exactly_as_many_as_it_says() -> None:
    ambil = [lambda: take_turn(siapa="uji", batas=4, jendela=timedelta(minutes=1), at=SAAT)] * 7
    assert Counter(bersama(*ambil)) == {None: 4, "terlalu_sering": 3}
    assert LajuApi.objects.get().banyak == 4


def test_a_recovery_code_used_by_two_at_once_opens_for_one() -> None:
    hr = buat_kantor().hr
    berpengaman(hr)
    kode = RecoveryCodes.activate(hr).get_unused_codes()[0]

    def pakai() -> bool:
        cadangan = Authenticator.objects.get(user=hr, type=Authenticator.Type.RECOVERY_CODES)
        return bool(cadangan.wrap().validate_code(kode))

    assert sorted(bersama(pakai, pakai, pakai)) == [False, False, True]


def test_two_deciding_about_a_second_factor_and_two_giving_a_role() -> None:
    k = buat_kantor()
    akun = PenggunaPabrik(pegawai=k.diri)
    berpengaman(akun)
    minta = PermintaanFaktor.objects.create(
        pegawai=k.diri, cara=CaraKenal.KTP, catatan="KTP", diminta_oleh=k.operator, diminta_pada=SAAT
    )
    putus = [
        lambda s=setuju, a=siapa: (
            decide_factor_removal(pk=minta.pk, setuju=s, alasan="Bukan orangnya", actor=a, at=SAAT).status
        )
        for setuju, siapa in ((True, k.hr), (False, k.hr_kedua))
    ]
    hasil = bersama(*putus)
    minta.refresh_from_db()
    assert sorted(hasil) == sorted([minta.status, "permintaan_selesai"])
    beri = [
        lambda a=siapa: (
            grant_peran(
                pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=k.instansi, mulai=date(2026, 1, 1), actor=a
            ).jenis
        )
        for siapa in (k.hr, k.hr_kedua)
    ]
    assert sorted(bersama(*beri)) == ["auditor", "peran_sudah_ada"]
    assert Peran.objects.filter(pengguna=akun).count() == 1


def test_a_secret_rotated_by_two_is_rotated_once_and_the_old_one_stays() -> None:
    kunci = klien_baru(InstansiPabrik(kode="batanghari"))
    sejak = kunci.klien.rahasia_dibuat_pada.isoformat()
    ganti = [lambda: rotate_secret(klien=kunci.klien, sejak=sejak, actor=None, at=SAAT).klien.pk] * 2
    assert sorted(bersama(*ganti), key=str) == [kunci.klien.pk, "rahasia_sudah_diganti"]
    lama = kunci.klien.client_secret
    kunci.klien.refresh_from_db()
    assert kunci.klien.rahasia_lama == lama


# -- corrections --------------------------------------------------------------------------------


def test_one_request_sent_twice_at_once_is_one(k: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    akun = PenggunaPabrik(pegawai=k.diri)
    monkeypatch.setattr(usulan, "_pastikan_tempat", bertemu(usulan._pastikan_tempat))
    hasil = bersama(*[lambda: ajukan(k.diri, akun).status] * 2)
    assert Counter(hasil) == {StatusUsulan.MENUNGGU: 1, "usulan_terbuka": 1}
    assert UsulanPerubahan.objects.count() == 1


def test_of_accepting_and_sending_back_at_once_one_counts(k: Kantor) -> None:
    satu = ajukan(k.diri, PenggunaPabrik(pegawai=k.diri))
    isi = {"usulan_id": satu.pk, "versi": satu.versi, "catatan": "Sesuai", "at": SAAT, "kanal": "admin"}
    hasil = bersama(
        lambda: terima_usulan(**isi, actor=k.hr).status,
        lambda: kembalikan_usulan(**isi, actor=k.hr_kedua).status,
        lambda: terima_usulan(**isi, actor=k.hr_kedua).status,
    )
    satu.refresh_from_db()
    k.diri.refresh_from_db()
    assert Counter(hasil) == {satu.status: 1, "usulan_berubah": 2}
    diterima = satu.status == StatusUsulan.DITERIMA
    assert (k.diri.no_hp == "081234567890", k.diri.versi) == (diterima, 2 if diterima else 1)


def test_guesses_at_a_confirmation_are_counted_when_they_come_together(k: Kantor) -> None:
    akun = PenggunaPabrik(pegawai=k.diri)
    satu = ajukan(k.diri, k.operator)
    kini = timezone.now()
    kode = terbitkan_kode(usulan_id=satu.pk, actor=akun, at=kini, kanal="portal")

    def tebak(teks: str) -> Any:
        return konfirmasi_dengan_kode(
            usulan_id=satu.pk, kode=teks, actor=k.operator, at=kini, kanal="admin"
        ).status

    hasil = bersama(*[lambda: tebak(lain_dari(kode))] * (PERCOBAAN + 2))
    assert Counter(hasil) == {"kode_tidak_cocok": PERCOBAAN - 1, "kode_habis": 1, "kode_belum_ada": 2}
    assert bersama(lambda: tebak(kode)) == ["kode_belum_ada"]
    baru = terbitkan_kode(usulan_id=satu.pk, actor=akun, at=kini, kanal="portal")
    assert Counter(bersama(*[lambda: tebak(baru)] * 2)) == {StatusUsulan.MENUNGGU: 1, "usulan_berubah": 1}


# -- forms of the desk --------------------------------------------------------------------------


def _masuk(akun: Pengguna) -> Client:
    client = Client()
    client.force_login(akun)
    return client


def test_two_browsers_saving_one_form_at_once_lose_nothing(
    k: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InstansiAdmin, "save_form", bertemu(InstansiAdmin.save_form))
    alamat = reverse("admin:pegawai_instansi_change", args=[k.instansi.pk])
    peramban = [_masuk(k.hr), _masuk(k.hr_kedua)]
    tanda = terbaca(peramban[0], alamat)
    assert tanda == terbaca(peramban[1], alamat)
    assert tanda[SIDIK]
    isi = {
        "nama": k.instansi.nama,
        "jenis": k.instansi.jenis,
        "zona_waktu": "Asia/Jakarta",
        "mfa_asn": "sukarela",
    }
    kirim = [
        lambda c=c, n=n: (c.post(alamat, {**isi, **tanda, "pengelola": n}).status_code, n)
        for c, n in zip(peramban, ("BKD", "BKPP"), strict=True)
    ]
    hasil = dict(bersama(*kirim))
    assert sorted(hasil) == [200, 302]
    assert Instansi.objects.get(pk=k.instansi.pk).pengelola == hasil[302]


def test_two_browsers_adding_the_same_row_at_once_add_it_once(
    k: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have looked, and found nothing in the way."""
    monkeypatch.setattr(RiwayatAdmin, "save_form", bertemu(RiwayatAdmin.save_form))
    alamat = reverse("admin:pegawai_riwayatpangkat_add")
    isi = {"pegawai": f"{k.diri.nama_gelar} ({k.diri.nip})", "pangkat": "1-10", "tmt": "01-04-2021"}
    peramban = [_masuk(k.hr), _masuk(k.hr_kedua)]
    hasil = {j.status_code: j for j in bersama(*[lambda c=c: c.post(alamat, isi) for c in peramban])}
    assert RiwayatPangkat.objects.filter(pegawai=k.diri).count() == 1
    assert sorted(hasil) == [200, 302]
    terulang = hasil[200].content.decode()  # the second reads why, beside what they typed
    assert "sudah ada" in terulang.lower()
    assert 'value="01-04-2021"' in terulang
