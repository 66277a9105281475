"""Coba hitung: the same answer on the page, at the HR desk and for programs; nothing is stored."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus.proyeksi import kalimat_pensiun, kalimat_tertahan
from karier.models import HasilEvaluasi, Rekomendasi
from karier.rules.andaian import Andaian, post_of
from karier.rules.peristiwa import Tertahan
from karier.services import simulasi
from karier.services.simulasi import simulate
from karier.tests.pembaca import jalankan, sebagai
from kinerja.enums import JenisSiklus, Predikat
from kinerja.rules.konversi_periodik import Sementara
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, SiklusPabrik
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = date(2026, 11, 21)
BURUK = {"predikat": str(Predikat.KURANG.value)}


@pytest.fixture
def hr_saya(saya: Pegawai) -> Iterator[Pengguna]:
    return hr_dari(saya.instansi)


def lihat(siapa: Any, **andaian: Any) -> str:
    return sebagai(siapa).get(reverse("karier:coba_hitung"), andaian).content.decode()


def test_the_page_shows_the_next_years_before_anything_is_assumed(saya: Pegawai) -> None:
    isi = lihat(saya)
    assert "Bila setiap tahun berpredikat Baik" in isi
    assert "Kenaikan pangkat ke Penata (III/c) paling cepat 1 Januari 2027." in isi
    assert "Perbandingan" not in isi


def test_an_assumption_is_compared_with_things_as_they_stand(saya: Pegawai) -> None:
    saya.riwayat_pangkat.update(tmt=date(2024, 4, 1))
    isi = lihat(saya, **BURUK)
    assert "Dengan andaian ini belum ada kenaikan pangkat dalam lima tahun." in isi
    assert "Perbandingan" in isi
    assert "1 April 2028" in isi  # as things stand


def test_a_wrong_day_is_named_and_nothing_is_lost(saya: Pegawai) -> None:
    isi = lihat(saya, uji_kompetensi="besok", jp="banyak", predikat="9")
    assert (
        isi.count("Lulus uji kompetensi pada: isi tanggal seperti 31-01-2027.") == 2
    )  # in the summary and at the field
    assert "Isi JP setiap tahun dengan angka, misalnya 20." in isi
    assert "«9» bukan salah satu pilihannya. Pilihannya 5 (Sangat Baik), 4 (Baik)," in isi
    assert 'value="besok"' in isi
    assert "<title>Galat:" in isi
    assert 'id="hasil"' not in isi  # the answer to another question would be taken for this one
    assert "Lima tahun ke depan" not in isi


@pytest.mark.parametrize(
    ("andaian", "pesan"),
    [
        ({"jp": "501"}, "JP setiap tahun paling banyak 500."),
        ({"jp": "-1"}, "JP setiap tahun paling sedikit 0."),
        ({"ijazah_pada": "2027-01-01"}, "Pilih ijazahnya."),
        ({"jabatan_pada": "2027-01-01"}, "Pilih jabatannya."),
    ],
)
def test_what_is_filled_by_half_or_beyond_its_bounds_is_refused(
    saya: Pegawai, hr_saya: Pengguna, andaian: dict[str, str], pesan: str
) -> None:
    url = reverse("admin:karier_runevaluasi_coba", args=[jalankan(saya).pk, saya.pk])
    for isi in (lihat(saya, **andaian), sebagai(hr_saya).get(url, andaian).content.decode()):
        assert isi.count(pesan) == 2
        assert 'id="hasil"' not in isi


@pytest.mark.parametrize("hari", ["2031-11-22", "2026-11-20"])
def test_a_day_beyond_the_timeline_is_refused(saya: Pegawai, hari: str) -> None:
    assert "pada: isi tanggal antara 21 November 2026 dan 21 November 2031." in lihat(saya, upkp=hari)


def test_a_post_taken_up_in_the_past_is_refused_by_its_name(saya: Pegawai) -> None:
    isi = {"jabatan": str(Jenjang.PENGAWAS.value), "jabatan_pada": "2026-11-20"}
    pesan = "TMT jabatan baru: isi tanggal antara 21 November 2026 dan 21 November 2031."
    assert pesan in lihat(saya, **isi)
    salah = sebagai(saya).get("/api/v1/saya/coba-hitung/", isi)
    assert (salah.status_code, salah.json()["bidang"]) == (400, {"jabatan_pada": pesan})
    assert (
        sebagai(saya).get("/api/v1/saya/coba-hitung/", isi | {"jabatan_pada": "2026-11-21"}).status_code
        == 200
    )


@pytest.mark.parametrize(
    ("andaian", "kalimat"),
    [
        (
            {"ijazah": str(TingkatPendidikan.SLTA.value)},
            "Andaian ijazah tidak dipakai: ijazah yang tercatat setingkat atau lebih tinggi.",
        ),
        (
            {"disiplin_selesai": "2027-01-31"},
            (
                "Andaian disiplin selesai tidak dipakai: "
                "tidak ada hukuman atau pemeriksaan berjalan yang diubahnya."
            ),
        ),
        ({"upkp": "2031-11-20"}, "Andaian UPKP tidak dipakai: baru berpengaruh sesudah 21 November 2031."),
    ],
)
def test_an_assumption_that_changed_nothing_is_named_behind_every_door(
    saya: Pegawai, hr_saya: Pengguna, andaian: dict[str, str], kalimat: str
) -> None:
    url = reverse("admin:karier_runevaluasi_coba", args=[jalankan(saya).pk, saya.pk])
    jawaban = sebagai(saya).get("/api/v1/saya/coba-hitung/", andaian).json()
    assert jawaban["tak_dipakai"] == [kalimat]
    assert jawaban["kalimat"] == "Kenaikan pangkat ke Penata (III/c) paling cepat 1 Januari 2027."
    for isi in (lihat(saya, **andaian), sebagai(hr_saya).get(url, andaian).content.decode()):
        assert kalimat in isi
        assert "Tanpa andaian ini tanggalnya sama" not in isi


def test_an_age_limit_of_another_post_that_has_passed_is_no_coming_event(saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(tanggal_lahir=date(1967, 5, 10))
    saya.riwayat_pangkat.update(masa_kerja_tahun=4, masa_kerja_bulan=0)
    saya.refresh_from_db()
    andaian = Andaian(jabatan=post_of(Jenjang.PENGAWAS, date(2026, 12, 1)))
    hasil = simulate(pegawai=saya, andaian=andaian, per=HARI)
    assert hasil.lini == {}
    (kalimat,) = hasil.tertahan
    assert kalimat == (
        "Batas usia pensiun jabatan yang diandaikan, 58 tahun, sudah terlampaui "
        "(TMT pensiun 1 Juni 2025, perkiraan); kejadian sesudahnya tidak dihitung."
    )
    pensiun = next(b for b in hasil.bandingan if "batas usia pensiun" in b.nama)
    assert pensiun.andai == "batas usianya sudah terlampaui"


def test_hr_sees_the_same_and_leaves_a_trail(saya: Pegawai, hr_saya: Pengguna) -> None:
    run = jalankan(saya)
    url = reverse("admin:karier_runevaluasi_coba", args=[run.pk, saya.pk])
    isi = sebagai(hr_saya).get(url, BURUK).content.decode()
    kalimat = simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI).kalimat
    assert kalimat in isi
    assert kalimat in lihat(saya, **BURUK)
    lain = hr_dari(InstansiPabrik(kode="lain"))
    assert sebagai(lain).get(url).status_code == 404


def test_a_kgb_beyond_the_pay_table_says_so_behind_every_door(saya: Pegawai, hr_saya: Pengguna) -> None:
    saya.riwayat_pangkat.update(tmt=date(2024, 8, 1), masa_kerja_tahun=31, masa_kerja_bulan=0)
    teks = "masa kerja golongan 34 tahun (perkiraan: masa kerja itu melewati tabel gaji)"
    url = reverse("admin:karier_runevaluasi_coba", args=[jalankan(saya).pk, saya.pk])
    kgb = [
        k
        for k in sebagai(saya).get("/api/v1/saya/coba-hitung/").json()["kejadian"]
        if k["jenis"] == "kgb" and k["perkiraan"]
    ]
    assert all("(perkiraan: " in k["teks"] for k in kgb)
    for isi in (lihat(saya), sebagai(hr_saya).get(url).content.decode(), kgb[0]["teks"]):
        assert teks in isi


@pytest.mark.parametrize(
    ("jp", "kalimat"),
    [
        ("0", "Dengan 0 JP setahun hak 20 JP belum terpenuhi: kurang 20 JP."),
        ("10", "Dengan 10 JP setahun hak 20 JP belum terpenuhi: kurang 10 JP."),
        ("20", "Dengan 20 JP setahun hak 20 JP terpenuhi."),
        ("", ""),
    ],
)
def test_the_assumed_jp_are_held_against_the_right_behind_every_door(
    saya: Pegawai, hr_saya: Pengguna, jp: str, kalimat: str
) -> None:
    url = reverse("admin:karier_runevaluasi_coba", args=[jalankan(saya).pk, saya.pk])
    assert sebagai(saya).get("/api/v1/saya/coba-hitung/", {"jp": jp}).json()["jp"] == kalimat
    for isi in (lihat(saya, jp=jp), sebagai(hr_saya).get(url, {"jp": jp}).content.decode()):
        assert f"<p>{kalimat}</p>" in isi if kalimat else "JP setahun hak" not in isi


def test_programs_get_the_same_answer(saya: Pegawai) -> None:
    isi = sebagai(saya).get("/api/v1/saya/coba-hitung/", BURUK).json()
    assert isi["kalimat"] in lihat(saya, **BURUK)
    assert {k["jenis"] for k in isi["kejadian"]} <= {"kenaikan_pangkat", "kgb", "satyalancana", "pensiun"}
    salah = sebagai(saya).get("/api/v1/saya/coba-hitung/", {"upkp": "x"})
    assert (salah.status_code, salah.json()["bidang"].keys()) == (400, {"upkp"})


def test_a_value_that_is_no_choice_is_named_with_its_field_and_few_choices(saya: Pegawai) -> None:
    salah = {"predikat": "zzz", "ijazah": "zzz", "jabatan": "x"}
    bidang = sebagai(saya).get("/api/v1/saya/coba-hitung/", salah).json()["bidang"]
    assert bidang["predikat"].startswith("Predikat setiap tahun yang belum dinilai: «zzz» bukan salah satu")
    assert bidang["predikat"].endswith("2 (Kurang), dan 1 (Sangat Kurang).")
    assert bidang["ijazah"] == "Ijazah baru: «zzz» bukan salah satu pilihannya."
    assert bidang["jabatan"] == "Pindah ke jabatan: «x» bukan salah satu pilihannya."


def test_where_nothing_is_expected_nothing_is_compared(saya: Pegawai) -> None:
    saya.riwayat_pangkat.update(golongan=12)
    hasil = simulate(pegawai=saya, andaian=Andaian(), per=HARI)
    assert hasil.kalimat == "Belum ada kenaikan pangkat dalam lima tahun."


def test_nothing_is_stored(saya: Pegawai) -> None:
    lihat(saya, **BURUK)
    assert (HasilEvaluasi.objects.count(), Rekomendasi.objects.count()) == (0, 0)


def test_a_pppk_reads_of_the_age_limit_only(client: Client) -> None:
    pppk = PegawaiPabrik(pppk=True, tanggal_lahir=date(1980, 5, 10))
    isi = lihat(pppk, **BURUK)
    assert "hanya batas usia pensiun" in isi
    assert "Kenaikan pangkat ke" not in isi
    assert "Bagaimana bila" not in isi
    kalimat = simulate(pegawai=pppk, andaian=Andaian(), per=HARI).kalimat
    assert kalimat in isi
    assert sebagai(pppk).get("/api/v1/saya/coba-hitung/").json()["kalimat"] == kalimat
    assert reverse("karier:coba_hitung") in sebagai(pppk).get(reverse("karier:saya")).content.decode()


def test_the_age_limit_of_a_pppk_is_told_however_far_it_lies() -> None:
    assert kalimat_pensiun(date(2038, 6, 1)) == "Pensiun (perkiraan) menurut batas usia pada 1 Juni 2038."
    assert kalimat_pensiun(None).startswith("Batas usia pensiun belum dapat diperkirakan")


def test_pension_is_the_reason_for_what_no_longer_happens(saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(tanggal_lahir=date(1969, 1, 10))
    saya.riwayat_pangkat.update(masa_kerja_tahun=4, masa_kerja_bulan=0)
    saya.refresh_from_db()
    hasil = simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI)
    assert hasil.lini[2027][-1].jenis == "pensiun"
    pensiun = "Belum ada kenaikan gaji berkala: pensiun (perkiraan) pada 1 Februari 2027 lebih dahulu."
    assert pensiun in hasil.tertahan


def test_what_was_due_before_the_pension_keeps_its_own_reason(saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(tanggal_lahir=date(1971, 11, 10))
    saya.riwayat_pangkat.update(tmt=date(2024, 8, 1), masa_kerja_tahun=4, masa_kerja_bulan=0)
    saya.refresh_from_db()
    hasil = simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI)
    assert hasil.lini[2029][-1].jenis == "pensiun"
    kgb = next(t for t in hasil.tertahan if "kenaikan gaji berkala" in t)
    assert kgb.startswith("Belum ada kenaikan gaji berkala dalam kurun ini: predikat")


@pytest.mark.parametrize(
    ("jenis", "nama"),
    [
        (JenisPutusan.SATYALANCANA, "Satyalancana Karya Satya"),
        (JenisPutusan.KGB, "kenaikan gaji berkala"),
    ],
)
def test_a_proper_noun_keeps_its_capitals_inside_a_sentence(jenis: JenisPutusan, nama: str) -> None:
    kalimat = kalimat_tertahan(jenis, Tertahan(Status.BELUM, "", None))
    assert kalimat == f"Belum ada {nama} dalam kurun ini: syaratnya belum terpenuhi."


def test_the_number_of_queries_is_bounded(saya: Pegawai, django_assert_max_num_queries: Any) -> None:
    simulate(pegawai=saya, andaian=Andaian(), per=HARI)
    with django_assert_max_num_queries(11):
        simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI)


def test_quarters_of_the_year_that_is_tried_for_are_not_counted_beside_it(
    saya: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    PakPabrik(pegawai=saya, sampai=date(2025, 12, 31), jenjang=Jenjang.AHLI_MUDA)
    triwulan = SiklusPabrik(instansi=saya.instansi, jenis=JenisSiklus.TRIWULAN, ke=1, nama="Triwulan I 2026")
    KonversiPabrik(pegawai=saya, tahun=2026, bulan=3, nilai_senti=625, siklus=triwulan)
    diberi: list[Any] = []
    asli = simulasi.proyeksikan

    def lihat_periodik(*args: Any, **lain: Any) -> Any:
        diberi.append(lain["periodik"])
        return asli(*args, **lain)

    monkeypatch.setattr(simulasi, "proyeksikan", lihat_periodik)
    simulate(pegawai=saya, andaian=Andaian(), per=HARI)
    assert diberi == [{2026: Sementara(625, 0)}] * 2
