"""What somebody else enters for a person: who may, and how the person says yes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import CaraKonfirmasi, JenisPeran, StatusUsulan
from pegawai.services.usulan import BATAS, batalkan_usulan
from pegawai.services.usulan_baca import filled_by
from pegawai.services.usulan_konfirmasi import (
    PERCOBAAN,
    UMUR_KODE,
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    terbitkan_kode,
)
from pegawai.services.usulan_putus import terima_usulan
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, PeranPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_usulan import ajukan

pytestmark = pytest.mark.django_db
KINI = timezone.now()


@pytest.fixture
def unit():
    return UnitKerjaPabrik()


@pytest.fixture
def saya(unit):
    return PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit)


@pytest.fixture
def akun(saya):
    return PenggunaPabrik(pegawai=saya)


@pytest.fixture
def operator(unit):
    return operator_dari(unit)


def operator_dari(unit, **akun):
    pengguna = PenggunaPabrik(is_staff=True, **akun)
    PeranPabrik(pengguna=pengguna, jenis=JenisPeran.OPERATOR_UNIT, instansi=unit.instansi, unit=unit)
    return pengguna


def kode_untuk(usulan, akun, at=KINI, keperluan=""):
    return terbitkan_kode(usulan_id=usulan.pk, actor=akun, at=at, kanal="portal", keperluan=keperluan)


def sahkan(usulan, operator, kode, at=KINI):
    return konfirmasi_dengan_kode(usulan_id=usulan.pk, kode=kode, actor=operator, at=at, kanal="admin")


def lain_dari(kode):
    return f"{(int(kode) + 1) % 1_000_000:06d}"


def test_the_code_that_the_person_reads_out_starts_the_clock_and_the_record_says_who_filled_it_in(
    saya, akun, operator
):
    usulan = ajukan(saya, operator)
    assert (usulan.status, usulan.tenggat) == (StatusUsulan.MENUNGGU_KONFIRMASI, None)
    kode = kode_untuk(usulan, akun)
    nanti = KINI + timedelta(hours=1)
    usulan = sahkan(usulan, operator, f"{kode[:3]} {kode[3:]}", nanti)
    assert (usulan.status, usulan.cara, usulan.tenggat) == (
        StatusUsulan.MENUNGGU,
        CaraKonfirmasi.KODE,
        nanti + BATAS,
    )
    assert filled_by(usulan, saya) == f"Diisikan oleh {operator} atas permintaan {saya.nama_gelar}"


def test_hr_cannot_decide_before_the_person_has_confirmed(saya, operator):
    usulan = ajukan(saya, operator)
    with pytest.raises(Bentrok, match="Menunggu konfirmasi"):
        terima_usulan(
            usulan_id=usulan.pk, versi=1, catatan="", actor=hr_dari(saya.instansi), at=KINI, kanal="admin"
        )


def test_guesses_are_counted_the_fifth_makes_the_code_void_and_a_new_one_opens(saya, akun, operator):
    usulan = ajukan(saya, operator)
    kode = kode_untuk(usulan, akun)
    for ke in range(1, PERCOBAAN + 1):
        with pytest.raises(DomainError) as galat:
            sahkan(usulan, operator, lain_dari(kode))
        assert galat.value.kode == ("kode_habis" if ke == PERCOBAAN else "kode_tidak_cocok")
    with pytest.raises(DomainError, match="Belum ada kode"):
        sahkan(usulan, operator, kode)  # the right one, too late
    assert sahkan(usulan, operator, kode_untuk(usulan, akun)).status == StatusUsulan.MENUNGGU


def test_a_code_is_worthless_when_used_when_replaced_when_old_and_for_another_request(saya, akun, operator):
    pertama, kedua = ajukan(saya, operator), ajukan(saya, operator, "kepegawaian", tmt_pns="2012-04-01")
    lama, baru = kode_untuk(pertama, akun), kode_untuk(pertama, akun)
    kode_untuk(kedua, akun)
    if lama != baru:
        with pytest.raises(DomainError, match="tidak cocok"):
            sahkan(pertama, operator, lama)
    with pytest.raises(DomainError):
        sahkan(kedua, operator, baru)
    with pytest.raises(DomainError, match="24 jam"):
        sahkan(pertama, operator, baru, KINI + UMUR_KODE)
    sahkan(pertama, operator, baru)
    with pytest.raises(Bentrok):
        sahkan(pertama, operator, baru)


def test_the_code_itself_is_kept_nowhere(saya, akun, operator):
    usulan = ajukan(saya, operator)
    kode = kode_untuk(usulan, akun)
    usulan.refresh_from_db()
    tersimpan = [str(getattr(usulan, f.attname)) for f in usulan._meta.fields]
    assert kode not in tersimpan
    assert len(usulan.kode_sidik) == 64


@pytest.mark.parametrize(
    "kode",
    [
        "",
        "12345",
        "1234567",
        "\uff10\uff11\uff12\uff13\uff14\uff15",
        "abcdef",
        "'; drop",
        "\u0660\u0661\u0662\u0663\u0664\u0665",
    ],
)
def test_forged_codes_open_nothing(saya, akun, operator, kode):
    usulan = ajukan(saya, operator)
    kode_untuk(usulan, akun)
    with pytest.raises(DomainError):
        sahkan(usulan, operator, kode)


def test_only_whoever_entered_it_confirms_and_only_for_people_of_their_unit(saya, akun, unit, operator):
    sebelah = operator_dari(UnitKerjaPabrik(instansi=unit.instansi))
    rekan = operator_dari(unit)
    usulan = ajukan(saya, operator)
    kode = kode_untuk(usulan, akun)
    for orang in (sebelah, rekan, akun):
        with pytest.raises(TidakDitemukan):
            sahkan(usulan, orang, kode)
        with pytest.raises(TidakDitemukan):
            konfirmasi_dengan_kertas(
                usulan_id=usulan.pk, berkas=unggahan(), actor=orang, at=KINI, kanal="admin"
            )
    with pytest.raises(TidakDitemukan):
        ajukan(saya, sebelah, "kepegawaian", tmt_pns="2012-04-01")
    operator.peran.all().delete()
    with pytest.raises(TidakDitemukan):
        sahkan(usulan, operator, kode)


def test_an_operator_fills_in_nothing_for_themself_and_never_sees_the_code(saya, unit):
    operator = operator_dari(unit, pegawai=PegawaiPabrik(instansi=unit.instansi, unit=unit))
    assert ajukan(operator.pegawai, operator).status == StatusUsulan.MENUNGGU  # one's own, as an ASN
    usulan = ajukan(saya, operator)
    with pytest.raises(TidakDitemukan):
        kode_untuk(usulan, operator, keperluan="Ditelepon")


def test_by_phone_another_officer_hands_over_the_code_after_saying_how_they_know(saya, operator):
    usulan = ajukan(saya, operator)
    hr = hr_dari(saya.instansi)
    with pytest.raises(DomainError, match="memastikan"):
        kode_untuk(usulan, hr)
    assert sahkan(usulan, operator, kode_untuk(usulan, hr, keperluan="Ditelepon balik")).status == "menunggu"
    milik_hr = ajukan(saya, hr, "kepegawaian", tmt_pns="2012-04-01")
    with pytest.raises(TidakBoleh, match="petugas lain"):
        kode_untuk(milik_hr, hr, keperluan="Ditelepon")


def test_a_signed_sheet_confirms_too_and_stays_for_whoever_decides(saya, operator):
    usulan = ajukan(saya, operator)
    with pytest.raises(DomainError, match="PDF, JPG, atau PNG"):
        konfirmasi_dengan_kertas(
            usulan_id=usulan.pk, berkas=unggahan("x.pdf", b"<html>"), actor=operator, at=KINI, kanal="admin"
        )
    usulan = konfirmasi_dengan_kertas(
        usulan_id=usulan.pk, berkas=unggahan(), actor=operator, at=KINI, kanal="admin"
    )
    assert (usulan.status, usulan.cara) == (StatusUsulan.MENUNGGU, CaraKonfirmasi.KERTAS)
    assert usulan.kertas is not None


def test_the_person_says_no_or_writes_their_own_over_it(saya, akun, operator):
    usulan = ajukan(saya, operator)
    batalkan_usulan(usulan_id=usulan.pk, actor=akun, at=KINI, kanal="portal")
    kedua = ajukan(saya, operator)
    sendiri = ajukan(saya, akun, no_hp="0899-111-2222")
    kedua.refresh_from_db()
    assert (kedua.status, sendiri.status) == (StatusUsulan.DIBATALKAN, StatusUsulan.MENUNGGU)


def test_the_evidence_of_a_request_is_no_business_of_a_colleague_or_of_who_lost_the_unit(
    client, saya, akun, unit, operator
):
    usulan = ajukan(saya, operator)
    rekan, sebelah = operator_dari(unit), operator_dari(UnitKerjaPabrik(instansi=unit.instansi))
    halaman = [
        reverse("admin:pegawai_usulanperubahan_change", args=[usulan.pk]),
        reverse("admin:pegawai_usulanperubahan_bukti", args=[usulan.pk, "bukti"]),
        reverse("admin:pegawai_usulanperubahan_konfirmasi", args=[usulan.pk]),
    ]
    for orang, status in ((operator, 200), (rekan, 404), (sebelah, 404)):
        client.force_login(orang)
        assert [client.get(url).status_code for url in halaman] == [status] * 3
    operator.peran.update(sampai=KINI.date() - timedelta(days=1))
    client.force_login(operator)
    assert not {200} & {client.get(url).status_code for url in halaman}
    # An ASN knows the number of somebody else's request and opens neither it nor its file.
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=unit.instansi, unit=unit)))
    for nama in ("usul_bukti", "usul_kode", "usul_batalkan"):
        metode = client.get if nama == "usul_bukti" else client.post
        assert metode(reverse(f"pegawai:{nama}", args=[usulan.pk])).status_code == 404
    usulan.refresh_from_db()
    assert (usulan.status, usulan.kode_sidik) == (StatusUsulan.MENUNGGU_KONFIRMASI, "")
