"""A cut-off of the talent map as the instansi sets it: who changes box, before and after it is set."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.models import HasilEvaluasi
from karier.rules.keputusan import unpack_lain
from karier.services.parameter import tetapkan_parameter
from karier.services.selisih import hitung_selisih, pilih_run
from karier.services.uji import Saringan, calon_parameter, daftar_berubah
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik import KomponenTalentaPabrik
from pegawai.enums import Register
from pegawai.tests.pabrik import CakupanPabrik, InstansiPabrik, hr_dari, nyatakan_lengkap
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

TINGGI = "talenta/ambang/tinggi"
HARI_INI, BESOK = date(2026, 11, 21), date(2026, 11, 22)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def instansi():
    """Two people whose axes differ, both measured in full, and one without scores."""
    instansi = InstansiPabrik(kode="batanghari")
    nyatakan_lengkap(instansi)
    CakupanPabrik(
        instansi=instansi,
        register=Register.HUKUMAN_DISIPLIN,
        mulai=date(2000, 1, 1),
        dinyatakan_oleh=hr_dari(instansi, nama="Petugas lama"),
    )
    for skor in (7000, 9900):
        orang = memenuhi(instansi=instansi)
        AsesmenPabrik(pegawai=orang)
        KomponenTalentaPabrik(
            pegawai=orang,
            **dict.fromkeys(("potensi", "pengembangan", "pengalaman", "kesesuaian"), skor),
            **dict.fromkeys(("penghargaan", "penugasan", "umpan_balik"), skor),
        )
    memenuhi(instansi=instansi)
    return instansi


def kotak(run) -> list[int | None]:
    baris = HasilEvaluasi.objects.filter(run=run).order_by("pegawai_id")
    return [unpack_lain(bytes(b.lain)).angka("kotak") for b in baris]


@pytest.mark.parametrize(("ambang", "berubah"), [(81, []), (82, [0]), (88, [0, 1])])
def test_a_cut_off_changes_exactly_those_whose_axis_lies_between(instansi, ambang, berubah):
    """Axes of 81.50 and 76.00 in box 8, of 97.45 and 87.60 in box 9."""
    run = jalankan_sampai_selesai(instansi)
    assert kotak(run) == [8, 9, None]
    p = calon_parameter(run, TINGGI, ambang, BESOK)
    ringkasan, orang = daftar_berubah(run, p, Saringan(hal="kotak"), batas=10)
    ids = sorted(HasilEvaluasi.objects.filter(run=run).values_list("pegawai_id", flat=True))
    assert [ids.index(o.pegawai_id) for o in orang] == berubah
    assert (ringkasan.pindah, dict(ringkasan.hal)) == (
        len(berubah),
        {"kotak": len(berubah)} if berubah else {},
    )


def test_what_was_tested_is_what_the_next_run_says(instansi):
    run = jalankan_sampai_selesai(instansi)
    p = calon_parameter(run, TINGGI, 88, BESOK)
    _, orang = daftar_berubah(run, p, Saringan(), batas=10)
    diramal = {o.pegawai_id: o.perubahan[0].sesudah.nilai for o in orang}
    tetapkan_parameter(
        instansi=instansi, entri=TINGGI, nilai=88, berlaku_mulai=BESOK, dasar="Keputusan Bupati 9/2026",
        actor=hr_dari(instansi, nama="Petugas"), at=SAAT,
    )  # fmt: skip
    kedua = jalankan_sampai_selesai(instansi, BESOK)
    baru = dict(HasilEvaluasi.objects.filter(run=kedua).values_list("pegawai_id", "kotak"))
    assert kotak(run) == [8, 9, None]
    assert {pk: baru[pk] for pk in diramal} == diramal == dict(zip(sorted(baru)[:2], (5, 8), strict=True))


def test_hr_sees_the_number_before_the_cut_off_is_set(client, instansi):
    jalankan_sampai_selesai(instansi)
    client.force_login(hr_dari(instansi))
    p = Peramban(client, reverse("admin:karier_aturan"))
    p.tekan("Ubah Ambang tinggi")
    p.kirim("Periksa akibatnya", nilai="82", berlaku_mulai="22-11-2026")
    assert "Akan mengubah 1 orang." in p.isi
    p.tekan("Lihat siapa yang berubah dan mengapa")
    assert "Kotak peta talenta: kotak 8 menjadi" in p.isi
    assert ">kotak 5</span>" in p.isi
    p.tekan("Lanjut menetapkan nilai ini")
    p.kirim("Tetapkan", dasar="Keputusan Bupati 9/2026")
    assert "Parameter ditetapkan." in p.isi
    assert pilih_run(instansi.pk).nomor == 1


def test_a_cut_off_of_the_rules_of_tomorrow_counts_for_the_same_people(instansi):
    """Without and with the value, both by the rules of the day on which it begins."""
    run = jalankan_sampai_selesai(instansi)
    p = calon_parameter(run, TINGGI, 82, date(2027, 1, 1))
    assert (p.kini.nama, p.baru.nama) == (
        "aturan per 1 Januari 2027",
        "aturan per 1 Januari 2027 dengan nilai baru",
    )
    assert hitung_selisih(run, p.kini.aturan, p.baru.aturan).pindah == 1
