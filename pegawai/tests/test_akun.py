"""Accounts and roles."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models.functions import Now, TruncDate
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna, Peran
from pegawai.services.akun import (
    buat_akun,
    grant_peran,
    issue_password_link,
    revoke_peran,
    set_akun_aktif,
)
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


def _hari_ini() -> date:
    """The database's own day, which the querysets compare with."""
    hari: date = Pegawai.objects.annotate(h=TruncDate(Now())).values_list("h", flat=True)[0]
    return hari


# -- accounts -----------------------------------------------------------------------------------


def test_an_account_is_named_by_the_nip_and_has_no_password_yet() -> None:
    orang = PegawaiPabrik()
    akun = buat_akun(pegawai=orang, actor=None, at=AT)
    assert (akun.username, akun.pegawai, akun.has_usable_password(), akun.is_staff) == (
        orang.nip,
        orang,
        False,
        False,
    )


def test_a_person_has_one_account() -> None:
    orang = PegawaiPabrik()
    buat_akun(pegawai=orang, actor=None, at=AT)
    with pytest.raises(Bentrok) as bentrok:
        buat_akun(pegawai=orang, actor=None, at=AT)
    assert bentrok.value.kode == "akun_sudah_ada"


def test_hr_makes_accounts_for_their_own_people_only() -> None:
    orang = PegawaiPabrik()
    buat_akun(pegawai=orang, actor=hr_dari(orang.instansi), at=AT)
    with pytest.raises(TidakDitemukan):
        buat_akun(pegawai=PegawaiPabrik(), actor=hr_dari(InstansiPabrik(kode="nabire")), at=AT)


def test_making_an_account_leaves_a_trail() -> None:
    orang = PegawaiPabrik()
    hr = hr_dari(orang.instansi)
    akun = buat_akun(pegawai=orang, actor=hr, at=AT)
    jejak = Jejak.objects.get(tindakan="buat_akun")
    assert (jejak.pelaku_id, jejak.subjek_jenis, jejak.subjek_id) == (hr.pk, "pengguna", akun.pk)


def test_the_first_password_is_set_through_a_link_that_names_nobody_and_works_once(client: Client) -> None:
    orang = PegawaiPabrik(pelaksana=True)
    akun = buat_akun(pegawai=orang, actor=None, at=AT)
    tautan = issue_password_link(pengguna=akun, actor=hr_dari(orang.instansi))
    assert orang.nip not in tautan
    halaman = client.get(tautan, follow=True)
    isian = {"password1": "kereta-sawah-pelangi", "password2": "kereta-sawah-pelangi"}
    client.post(halaman.request["PATH_INFO"], isian)
    akun.refresh_from_db()
    assert akun.check_password("kereta-sawah-pelangi")
    assert "Tautan sudah tidak berlaku" in Client().get(tautan, follow=True).content.decode()


def test_the_link_is_worthless_after_three_days(time_machine: object) -> None:
    akun = buat_akun(pegawai=PegawaiPabrik(), actor=None, at=AT)
    time_machine.move_to(AT)  # type: ignore[attr-defined]
    tautan = issue_password_link(pengguna=akun, actor=None)
    time_machine.move_to(AT + timedelta(days=3, seconds=1))  # type: ignore[attr-defined]
    assert "Tautan sudah tidak berlaku" in Client().get(tautan, follow=True).content.decode()


@pytest.mark.parametrize("sandi", ["pendek", "199003152014032001", "password1234"])
def test_a_short_a_common_and_the_own_nip_are_refused_as_passwords(client: Client, sandi: str) -> None:
    akun = buat_akun(pegawai=PegawaiPabrik(nip="199003152014032001"), actor=None, at=AT)
    halaman = client.get(issue_password_link(pengguna=akun, actor=None), follow=True)
    client.post(halaman.request["PATH_INFO"], {"password1": sandi, "password2": sandi})
    akun.refresh_from_db()
    assert not akun.has_usable_password()


def test_a_password_link_is_not_made_outside_the_scope_or_for_a_closed_account() -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    with pytest.raises(TidakDitemukan):
        issue_password_link(pengguna=akun, actor=hr_dari(InstansiPabrik(kode="nabire")))
    akun.is_active = False
    with pytest.raises(DomainError, match="tidak aktif"):
        issue_password_link(pengguna=akun, actor=None)


def test_hr_cannot_make_a_password_link_for_an_account_that_is_not_a_persons() -> None:
    with pytest.raises(TidakBoleh):
        issue_password_link(pengguna=PenggunaPabrik(is_superuser=True), actor=hr_dari(InstansiPabrik()))


def test_nobody_closes_their_own_account_and_hr_closes_others() -> None:
    orang = PegawaiPabrik()
    akun, hr = PenggunaPabrik(pegawai=orang), hr_dari(orang.instansi)
    with pytest.raises(TidakBoleh):
        set_akun_aktif(pengguna=hr, aktif=False, actor=hr, alasan="uji")
    set_akun_aktif(pengguna=akun, aktif=False, actor=hr, alasan="Pindah instansi")
    akun.refresh_from_db()
    assert not akun.is_active
    assert Jejak.objects.get(tindakan="nonaktifkan_akun").rincian == {"alasan": "Pindah instansi"}


def test_an_administrators_and_a_foreign_account_are_not_hrs_to_close() -> None:
    orang = PegawaiPabrik()
    hr = hr_dari(orang.instansi)
    pengelola = PenggunaPabrik(pegawai=orang, is_superuser=True)
    for akun, galat in (
        (pengelola, TidakBoleh),
        (PenggunaPabrik(), TidakBoleh),
        (PenggunaPabrik(pegawai=PegawaiPabrik(instansi=InstansiPabrik(kode="nabire"))), TidakDitemukan),
    ):
        with pytest.raises(galat):
            set_akun_aktif(pengguna=akun, aktif=False, actor=hr, alasan="uji")
    with pytest.raises(DomainError, match="alasan"):
        set_akun_aktif(pengguna=PenggunaPabrik(), aktif=False, actor=None, alasan=" ")


def keaktifan(akun: Pengguna) -> str:
    return reverse("admin:pegawai_pengguna_keaktifan", args=[akun.pk])


def test_hr_closes_an_account_on_its_page_and_its_sessions_end_for_good(client: Client) -> None:
    orang = PegawaiPabrik(pelaksana=True)
    akun, hr = PenggunaPabrik(pegawai=orang), hr_dari(orang.instansi)
    pemilik, lain = Client(), Client()
    pemilik.force_login(akun)
    lain.force_login(hr)
    client.force_login(hr)
    halaman = client.get(reverse("admin:pegawai_pengguna_change", args=[akun.pk])).content.decode()
    assert keaktifan(akun) in halaman
    assert "Tutup akun" in halaman
    assert "Ya, tutup akun" in client.get(keaktifan(akun)).content.decode()
    assert "Tuliskan alasannya" in client.post(keaktifan(akun), {"alasan": ""}).content.decode()
    assert pemilik.get(reverse("pegawai:data_saya")).status_code == 200
    client.post(keaktifan(akun), {"alasan": "Pindah instansi", "tujuan": "tutup"})
    assert pemilik.get(reverse("pegawai:data_saya")).status_code == 302
    jejak = Jejak.objects.get(tindakan="nonaktifkan_akun")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.keperluan) == (hr.pk, akun.pk, "Pindah instansi")
    assert (
        "Buka kembali"
        in client.get(reverse("admin:pegawai_pengguna_change", args=[akun.pk])).content.decode()
    )
    client.post(keaktifan(akun), {"alasan": "Kembali", "tujuan": "buka"})
    akun.refresh_from_db()
    assert akun.is_active
    assert pemilik.get(reverse("pegawai:data_saya")).status_code == 302
    assert lain.get(reverse("admin:index")).status_code == 200


def test_pressing_twice_does_not_turn_it_back(client: Client) -> None:
    orang = PegawaiPabrik()
    akun = PenggunaPabrik(pegawai=orang)
    client.force_login(hr_dari(orang.instansi))
    for _ in range(2):
        client.post(keaktifan(akun), {"alasan": "Pindah instansi", "tujuan": "tutup"})
    akun.refresh_from_db()
    assert not akun.is_active
    assert Jejak.objects.filter(tindakan="nonaktifkan_akun").count() == 1


def test_nobody_finds_the_button_on_their_own_account(client: Client) -> None:
    orang = PegawaiPabrik()
    hr = hr_dari(orang.instansi, pegawai=orang)
    client.force_login(hr)
    halaman = client.get(reverse("admin:pegawai_pengguna_change", args=[hr.pk])).content.decode()
    assert keaktifan(hr) not in halaman
    client.post(keaktifan(hr), {"alasan": "coba", "tujuan": "tutup"})
    hr.refresh_from_db()
    assert hr.is_active


# -- roles --------------------------------------------------------------------------------------


def test_a_role_opens_the_hr_door_and_its_end_closes_it() -> None:
    orang = PegawaiPabrik()
    akun = PenggunaPabrik()
    peran = grant_peran(
        pengguna=akun,
        jenis=JenisPeran.HR_INSTANSI,
        instansi=orang.instansi,
        mulai=date(2026, 1, 1),
        actor=None,
    )
    assert akun.is_staff
    assert orang in Pegawai.objects.visible_to(akun)
    revoke_peran(peran=peran, actor=None, per=_hari_ini())
    assert orang not in Pegawai.objects.visible_to(akun)


def test_a_role_revoked_before_it_began_leaves_no_row() -> None:
    orang = PegawaiPabrik()
    peran = grant_peran(
        pengguna=PenggunaPabrik(),
        jenis=JenisPeran.AUDITOR,
        instansi=orang.instansi,
        mulai=_hari_ini(),
        actor=None,
    )
    revoke_peran(peran=peran, actor=None, per=_hari_ini())
    assert not Peran.objects.exists()
    assert not Pengguna.objects.get().is_staff


def test_nobody_gives_a_role_to_themself() -> None:
    hr = hr_dari(InstansiPabrik())
    with pytest.raises(TidakBoleh) as salah:
        grant_peran(
            pengguna=hr,
            jenis=JenisPeran.AUDITOR,
            instansi=hr.peran.get().instansi,
            mulai=date(2026, 1, 1),
            actor=hr,
        )
    assert salah.value.kode == "peran_sendiri"


def test_hr_gives_roles_inside_their_instansi_only() -> None:
    with pytest.raises(TidakDitemukan):
        grant_peran(
            pengguna=PenggunaPabrik(),
            jenis=JenisPeran.AUDITOR,
            instansi=InstansiPabrik(),
            mulai=date(2026, 1, 1),
            actor=hr_dari(InstansiPabrik()),
        )


@pytest.mark.parametrize(
    ("unit", "kode"), [("tidak ada", "operator_tanpa_unit"), ("asing", "unit_instansi_lain")]
)
def test_an_operator_is_bound_to_a_unit_of_the_instansi(unit: str, kode: str) -> None:
    with pytest.raises(DomainError) as salah:
        grant_peran(
            pengguna=PenggunaPabrik(),
            jenis=JenisPeran.OPERATOR_UNIT,
            instansi=InstansiPabrik(),
            unit=UnitKerjaPabrik() if unit == "asing" else None,
            mulai=date(2026, 1, 1),
            actor=None,
        )
    assert salah.value.kode == kode


def test_a_role_that_ended_is_gone_at_the_next_request(client: Client) -> None:
    orang = PegawaiPabrik()
    hr = hr_dari(orang.instansi)
    client.force_login(hr)
    assert client.get(reverse("admin:index")).status_code == 200
    hr.peran.update(sampai=_hari_ini() - timedelta(days=1))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403
