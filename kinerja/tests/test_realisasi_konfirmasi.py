"""Flow 13: somebody else fills in; without the person's yes nothing is sent."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusPengisian
from kinerja.models import SKP, PengisianRealisasi, Realisasi, SiklusPenilaian
from kinerja.services.realisasi_bukti import hapus_bukti_dukung, tambah_bukti
from kinerja.services.realisasi_konfirmasi import (
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    minta_konfirmasi,
    terbitkan_kode,
    tolak_isian,
)
from kinerja.tests.dunia_realisasi import pagi, siklus, skp
from kinerja.tests.pabrik_realisasi import SAAT, isi, kirim
from pegawai.enums import CaraKonfirmasi
from pegawai.models import Bukti, Pengguna
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_akun import operator_dari

__all__ = ["pagi", "siklus", "skp"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]
NAMA = "admin:kinerja_pengisianrealisasi"


@pytest.fixture
def akun() -> Pengguna:
    unit = UnitKerjaPabrik()
    atasan = PegawaiPabrik(struktural=True, instansi=unit.instansi, unit=unit)
    orang = PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit, atasan=atasan, nama="Ani")
    pengguna: Pengguna = PenggunaPabrik(pegawai=orang)
    return pengguna


@pytest.fixture
def operator(akun: Pengguna) -> Pengguna:
    return operator_dari(akun.pegawai.unit, nama="Operator Satu")


@pytest.fixture
def diisikan(skp: SKP, siklus: SiklusPenilaian, operator: Pengguna) -> PengisianRealisasi:
    return isi(skp, siklus, operator, teks="Diketik operator")


def kode_untuk(p: PengisianRealisasi, actor: Pengguna, **lain: Any) -> str:
    return terbitkan_kode(**{"pengisian_id": p.pk, "actor": actor, "at": SAAT, "kanal": "portal", **lain})


def sahkan(p: PengisianRealisasi, operator: Pengguna, kode: str, at: datetime = SAAT) -> Any:
    return konfirmasi_dengan_kode(pengisian_id=p.pk, kode=kode, actor=operator, at=at, kanal="admin")


def test_an_operator_reads_the_cycle_in_words_not_as_a_link_that_leads_nowhere(
    diisikan: PengisianRealisasi, siklus: SiklusPenilaian, operator: Pengguna
) -> None:
    meja = masuk(operator)
    assert 'alt="False"' not in meja.get(reverse(f"{NAMA}_changelist")).content.decode()
    halaman = meja.get(reverse(f"{NAMA}_change", args=[diisikan.pk])).content.decode()
    assert siklus.nama in halaman
    assert reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk]) not in halaman


# -- the yes -------------------------------------------------------------------------------------------------


def test_evidence_that_comes_or_goes_after_the_code_makes_it_void(akun, operator, diisikan, skp, siklus):
    hasil = diisikan.realisasi.get().indikator.hasil_kerja
    tempat = {"skp_id": skp.pk, "siklus_id": siklus.pk, "actor": operator, "at": SAAT, "kanal": "admin"}
    kode = kode_untuk(diisikan, akun)
    bukti = tambah_bukti(hasil_kerja_id=hasil.pk, tautan="https://contoh.go.id/lain", **tempat)
    with pytest.raises(DomainError) as salah:
        sahkan(diisikan, operator, kode)
    assert salah.value.kode == "kode_belum_ada"
    kode = kode_untuk(diisikan, akun)
    hapus_bukti_dukung(bukti_id=bukti.pk, **tempat)
    with pytest.raises(DomainError):
        sahkan(diisikan, operator, kode)


def test_the_code_that_the_person_reads_out_sends_it_and_says_who_filled_it_in(akun, operator, diisikan):
    assert diisikan.status == StatusPengisian.MENUNGGU_KONFIRMASI
    p = sahkan(diisikan, operator, kode_untuk(diisikan, akun))
    assert (p.status, p.cara, p.diisikan_oleh) == (StatusPengisian.DIKIRIM, CaraKonfirmasi.KODE, operator)


def test_without_the_yes_nothing_is_sent(operator, diisikan, skp, siklus):
    with pytest.raises(TidakDitemukan):
        kirim(skp, siklus, operator)
    with pytest.raises(DomainError, match="Belum ada kode"):
        sahkan(diisikan, operator, "123456")
    diisikan.refresh_from_db()
    assert diisikan.dikirim_pada is None


def test_a_wrong_code_is_counted_and_the_fifth_makes_it_void(akun, operator, diisikan):
    kode = kode_untuk(diisikan, akun)
    lain = f"{(int(kode) + 1) % 1_000_000:06d}"
    for _ in range(5):
        with pytest.raises(DomainError):
            sahkan(diisikan, operator, lain)
    with pytest.raises(DomainError, match="Belum ada kode"):
        sahkan(diisikan, operator, kode)


def test_changed_words_make_the_code_void(akun, operator, diisikan, skp, siklus):
    kode = kode_untuk(diisikan, akun)
    isi(skp, siklus, operator, teks="Diubah sesudah kode dibacakan")
    with pytest.raises(DomainError, match="Belum ada kode"):
        sahkan(diisikan, operator, kode)


def test_a_signed_sheet_is_a_yes_too(operator, diisikan):
    p = konfirmasi_dengan_kertas(
        pengisian_id=diisikan.pk, berkas=unggahan(), actor=operator, at=SAAT, kanal="admin"
    )
    assert (p.status, p.cara) == (StatusPengisian.DIKIRIM, CaraKonfirmasi.KERTAS)


def test_the_person_may_send_it_themself_in_the_portal(akun, operator, diisikan, skp, siklus):
    p = kirim(skp, siklus, akun)
    assert (p.status, p.cara, p.diisikan_oleh) == (
        StatusPengisian.DIKIRIM,
        CaraKonfirmasi.SENDIRI,
        operator,
    )


def test_what_the_person_writes_stands_above_what_was_entered_for_them(akun, operator, diisikan, skp, siklus):
    p = isi(skp, siklus, akun, teks="Kata saya")
    assert (p.status, p.diisikan_oleh) == (StatusPengisian.DRAF, None)
    with pytest.raises(Bentrok, match="sudah mulai mengisi"):
        isi(skp, siklus, operator, teks="Lagi")


def test_the_person_says_that_they_never_asked_and_it_is_gone(akun, operator, diisikan, skp, siklus):
    tambah_bukti(
        skp_id=skp.pk,
        siklus_id=siklus.pk,
        hasil_kerja_id=skp.hasil_kerja.get().pk,
        berkas=unggahan(),
        actor=operator,
        at=SAAT,
        kanal="admin",
    )
    tolak_isian(pengisian_id=diisikan.pk, actor=akun, at=SAAT, kanal="portal")
    assert not Realisasi.objects.exists()
    assert not Bukti.objects.exists()
    assert not PengisianRealisasi.objects.dibantu(operator).exists()


def test_the_request_says_at_once_what_the_person_could_not_send(operator, akun, skp, siklus):
    telat = datetime(2026, 10, 16, 2, tzinfo=UTC)
    p = isi(skp, siklus, operator, at=telat)
    with pytest.raises(DomainError, match="alasannya"):
        minta_konfirmasi(pengisian_id=p.pk, alasan="", actor=operator, at=telat, kanal="admin")
    p = minta_konfirmasi(pengisian_id=p.pk, alasan="Banjir", actor=operator, at=telat, kanal="admin")
    nanti = telat + timedelta(hours=2)
    assert sahkan(p, operator, kode_untuk(p, akun, at=telat), nanti).alasan_terlambat == "Banjir"


# -- who may ---------------------------------------------------------------------------------------------


def test_an_operator_does_not_read_the_draft_that_the_person_began(akun, operator, skp, siklus):
    isi(skp, siklus, akun, teks="Rahasia dahulu")
    assert not Realisasi.objects.visible_to(operator).exists()
    with pytest.raises(Bentrok):
        isi(skp, siklus, operator)


def test_an_operator_of_another_unit_a_colleague_and_one_who_lost_the_unit_do_nothing(
    akun, operator, diisikan, skp, siklus
):
    rekan = operator_dari(akun.pegawai.unit)
    sebelah = operator_dari(UnitKerjaPabrik(instansi=akun.pegawai.instansi))
    kode = kode_untuk(diisikan, akun)
    for orang in (rekan, sebelah):
        with pytest.raises(TidakDitemukan):
            sahkan(diisikan, orang, kode)
        assert not Realisasi.objects.visible_to(orang).exists()
    operator.peran.all().delete()
    with pytest.raises(TidakDitemukan):
        sahkan(diisikan, operator, kode)
    assert not Realisasi.objects.visible_to(operator).exists()


def test_the_rater_enters_nothing_for_whom_they_rate_even_as_an_operator(akun, skp, siklus):
    penilai = operator_dari(akun.pegawai.unit, pegawai=akun.pegawai.atasan)
    with pytest.raises(TidakBoleh):
        isi(skp, siklus, penilai)


def test_by_phone_another_officer_reads_the_code_out_after_saying_how_they_know(akun, operator, diisikan):
    hr = hr_dari(akun.pegawai.instansi)
    with pytest.raises(DomainError, match="memastikan"):
        kode_untuk(diisikan, hr)
    with pytest.raises(TidakDitemukan):
        kode_untuk(diisikan, operator, keperluan="Ditelepon")
    kode = kode_untuk(diisikan, hr, keperluan="Ditelepon balik")
    assert sahkan(diisikan, operator, kode).status == StatusPengisian.DIKIRIM


# -- the pages -------------------------------------------------------------------------------------------


def test_an_operator_walks_from_the_person_to_the_confirmation(akun, operator, skp, siklus):
    client, indikator = masuk(operator), skp.hasil_kerja.get().indikator.get()
    pilih = reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[akun.pegawai_id])
    url = reverse(f"{NAMA}_isikan", args=[siklus.pk, skp.pk])
    assert url in client.get(pilih).content.decode()
    assert "Minta konfirmasi" in client.get(url).content.decode()
    data = {f"angka_{indikator.pk}": "9", "versi": "0", "langkah": "periksa"}
    jawaban = client.post(url, data)
    p = PengisianRealisasi.objects.get()
    konfirmasi = reverse(f"{NAMA}_konfirmasi", args=[p.pk])
    assert jawaban["Location"] == konfirmasi
    pegawai = masuk(akun)
    teks = pegawai.post(reverse("kinerja:realisasi_kode", args=[p.pk])).content.decode()
    kode = "".join(h for h in teks.split('<h2 class="angka">')[1].split("</h2>")[0] if h.isdigit())
    assert client.post(konfirmasi, {"kode": kode}).status_code == 302
    p.refresh_from_db()
    assert p.status == StatusPengisian.DIKIRIM
    terkirim = pegawai.get(reverse("kinerja:realisasi_terkirim", args=[siklus.pk, skp.pk])).content.decode()
    assert f"Diisikan oleh Operator Satu atas permintaan {akun.pegawai.nama_gelar}" in terkirim


def test_an_operator_who_comes_late_gives_the_reason_at_once(operator, skp, siklus, time_machine):
    time_machine.move_to(datetime(2026, 10, 16, 2, tzinfo=UTC), tick=False)
    client, indikator = masuk(operator), skp.hasil_kerja.get().indikator.get()
    url = reverse(f"{NAMA}_isikan", args=[siklus.pk, skp.pk])
    data = {f"angka_{indikator.pk}": "9", "versi": "0", "langkah": "periksa"}
    assert "Tuliskan alasan keterlambatan" in client.post(url, data).content.decode()
    assert client.post(url, {**data, "alasan": "Sinyal mati"}).status_code == 302
    assert PengisianRealisasi.objects.get().alasan_terlambat == "Sinyal mati"


def test_what_was_filled_in_for_me_is_a_task_on_my_home(akun, operator, diisikan):
    teks = masuk(akun).get("/").content.decode()
    assert "Periksa realisasi Evaluasi triwulan III 2026" in teks
    assert "Diisikan oleh Operator Satu atas permintaan Anda" in teks
