"""Who changes side between two versions of the rules, and the requirement that makes the difference."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.selisih import Alasan, BedaHal, Perubahan, bandingkan, posisi_mengikat
from karier.tests.golden.susun import fakta_emas
from karier.tests.orang import JF, PELAKSANA, TMT, B, M, P, T
from karier.tests.orang import A as SEMUA

PER = date(2026, 3, 20)
#: Kenaikan pangkat and needs only: what other rules make of these people is no matter of these tests.
A = Aturan(
    {
        kode: SEMUA[kode]
        for kode in (
            *("angka_kredit", "bup", "jenjang", "jp", "kenaikan_pangkat", "kompetensi_jenjang"),
            *("periode_kp", "plafon_pendidikan"),
        )
    },
    "uji",
)
REGULER = "kenaikan_pangkat/angka/bulan_reguler"
KP = JenisPutusan.KENAIKAN_PANGKAT.value


def hitung(f: Fakta, a: Aturan = A):
    return putuskan_seluruh(f, a, per=PER, tmt=TMT)


def beda(f: Fakta, b: Aturan, a: Aturan = A) -> dict[str, BedaHal]:
    return {x.hal: x for x in bandingkan(hitung(f, a), hitung(f, b), posisi_mengikat(a, b))}


def beda_hasil(lama, baru) -> dict[str, BedaHal]:
    return {x.hal: x for x in bandingkan(lama, baru, posisi_mengikat(A))}


def satu(b: Aturan, dasar=PELAKSANA, hal=KP, a: Aturan = A, **ganti) -> Perubahan:
    return beda(Fakta.satu(**(dasar | ganti)), b, a)[hal].baca(0)


def dengan_baris(a: Aturan, entri: str, **isi) -> Aturan:
    """The same rules with a row of another confidence or kind: what no setting of an instansi can do."""
    kode, tabel, nama = entri.split("/", 2)
    berkas = a[kode]
    baris = {**berkas.tabel(tabel)[nama], **isi}
    return a.dengan_berkas(
        replace(berkas, isi={**berkas.isi, tabel: {**berkas.tabel(tabel), nama: baris}}, sha256=str(isi))
    )


def test_the_same_rules_change_nothing():
    assert beda(fakta_emas(), A) == {}
    assert beda(fakta_emas(), A.dengan({REGULER: 48})) == {}


def test_a_changed_number_changes_exactly_the_people_on_whose_side_it_changes():
    """From four years to five: those between the two, and nobody at either edge."""
    tmt = [date(2021, 5, 1), date(2021, 6, 1), date(2021, 7, 1), date(2022, 6, 1), date(2022, 7, 1)]
    f = Fakta.dari_baris([PELAKSANA | {"tmt_golongan": t} for t in tmt])
    b = beda(f, A.dengan({REGULER: 60}))[KP]
    assert b.pindah.tolist() == [False, False, True, True, False]
    # The last one was short before and is short for longer now: only the earliest date changes.
    assert b.geser.tolist() == [False, False, False, False, True]


def test_the_reason_is_the_requirement_that_differs_with_its_status_on_both_sides():
    p = satu(A.dengan({REGULER: 60}))
    assert (p.hal, p.pindah, p.alasan) == (KP, True, Alasan("masa_pangkat", M, B))
    assert (p.sebelum.status, p.sesudah.status) == (M, B)
    assert (p.sebelum.tanggal, p.sesudah.tanggal) == (TMT, date(2027, 6, 1))
    assert (p.sebelum.jalur, p.sebelum.sasaran, p.sebelum.nilai) == (JalurPangkat.REGULER, 10, None)


def test_the_way_back_is_the_mirror_image():
    p = satu(A, a=A.dengan({REGULER: 60}))
    assert (p.sebelum.status, p.sesudah.status, p.alasan) == (B, M, Alasan("masa_pangkat", B, M))


def test_of_several_requirements_the_first_is_the_reason():
    b = dengan_baris(A.dengan({REGULER: 60}), "kenaikan_pangkat/angka/predikat_minimal", nilai="SANGAT_BAIK")
    assert satu(b).alasan == Alasan("masa_pangkat", M, B)
    assert satu(b, tmt_golongan=date(2020, 1, 1)).alasan == Alasan("predikat_2_tahun", M, B)


def test_who_stays_short_for_another_reason_changes_no_side():
    lima_tahun = A.dengan({REGULER: 60})
    dihukum = PELAKSANA | {"hukdis_sampai": date(2026, 7, 1)}
    b = beda(Fakta.satu(**dihukum), lima_tahun)[KP]
    assert (b.pindah.tolist(), b.geser.tolist()) == ([False], [True])
    assert b.baca(0).alasan == Alasan("masa_pangkat", M, B)
    # The predikat keeps this one waiting for longer still: not even the date changes.
    assert beda(Fakta.satu(**(PELAKSANA | {"predikat_1": 1})), lima_tahun) == {}


BUP = "kenaikan_pangkat/angka/bup_memblokir"
LEWAT_BUP = {"tanggal_lahir": date(1960, 1, 1)}


def test_a_requirement_that_begins_to_decide_is_the_reason_although_its_status_stays():
    ikat = dengan_baris(A, BUP, nilai=True, conf="V1")
    p = satu(ikat, **LEWAT_BUP)
    assert (p.sebelum.status, p.sesudah.status, p.alasan) == (M, B, Alasan("belum_bup", B, B))


def test_a_requirement_that_no_longer_decides_is_the_reason_too():
    p = satu(A, a=dengan_baris(A, BUP, nilai=True, conf="V1"), **LEWAT_BUP)
    assert (p.sebelum.status, p.sesudah.status, p.alasan) == (B, M, Alasan("belum_bup", B, B))


def test_a_requirement_that_decides_under_neither_version_is_no_reason():
    hasil = hitung(Fakta.satu(**PELAKSANA))
    lain = replace(
        hasil, pangkat=replace(hasil.pangkat, syarat=hasil.pangkat.syarat ^ (2 << 2 * posisi("belum_bup")))
    )
    assert beda_hasil(hasil, lain) == {}
    geser = replace(lain.pangkat, paling_cepat=np.array(["2027-01-01"], dtype="datetime64[D]"))
    p = beda_hasil(hasil, replace(hasil, pangkat=geser))[KP].baca(0)
    assert (p.pindah, p.alasan) == (False, None)


def test_what_decides_is_read_from_both_versions():
    ikat = dengan_baris(A, BUP, nilai=True, conf="V1")
    bup = posisi("belum_bup")
    kp = [posisi_mengikat(*a)[JenisPutusan.KENAIKAN_PANGKAT] for a in ((A,), (ikat,), (A, ikat), (ikat, A))]
    assert [bup in isi for isi in kp] == [False, True, True, True]
    assert all(isi >= frozenset(range(13)) for isi in kp)


def test_a_requirement_whose_rule_file_is_not_in_force_decides_nothing():
    kosong = aturan_per(date(2000, 1, 1))
    assert 12 not in posisi_mengikat(kosong)[JenisPutusan.KENAIKAN_PANGKAT]
    assert 12 in posisi_mengikat(kosong, A)[JenisPutusan.KENAIKAN_PANGKAT]


def test_an_earlier_date_alone_is_the_weaker_kind_and_has_no_reason():
    dua_kali = A.dengan({"angka_kredit/koefisien_milli/AHLI_PERTAMA": 25_000})
    b = beda(Fakta.satu(**(JF | {"ak_sah": 1000})), dua_kali)[KP]
    assert (b.pindah.tolist(), b.geser.tolist()) == ([False], [True])
    p = b.baca(0)
    assert p.alasan is None
    assert p.sebelum.tanggal > p.sesudah.tanggal


@pytest.mark.parametrize("kolom", ["golongan_berikut", "jalur"])
def test_another_target_or_path_with_the_same_status_is_a_change_of_side_without_reason(kolom):
    hasil = hitung(Fakta.satu(**PELAKSANA))
    lain = replace(hasil.pangkat, **{kolom: getattr(hasil.pangkat, kolom) + 1})
    b = beda_hasil(hasil, replace(hasil, pangkat=lain))[KP]
    assert (b.pindah.tolist(), b.geser.tolist(), b.baca(0).alasan) == ([True], [False], None)


@pytest.mark.parametrize("jenis", [j for j in JenisPutusan if j is not JenisPutusan.KENAIKAN_PANGKAT])
def test_every_other_decision_is_compared_by_status_target_and_date(jenis):
    hasil = hitung(Fakta.dari_baris([PELAKSANA] * 4))
    asal = hasil.lain[jenis]
    sama = replace(
        asal,
        status=np.full(4, M, dtype=np.int8),
        paling_cepat=np.full(4, np.datetime64("2026-06-01", "D")),
    )
    lain = replace(
        sama,
        status=np.array([B, M, M, M], dtype=np.int8),
        sasaran=sama.sasaran + np.array([0, 1, 0, 0], dtype=np.int8),
        paling_cepat=sama.paling_cepat + np.array([0, 0, 1, 0], dtype="timedelta64[D]"),
    )
    b = beda_hasil(
        replace(hasil, lain={**hasil.lain, jenis: sama}), replace(hasil, lain={**hasil.lain, jenis: lain})
    )[jenis.value]
    assert b.pindah.tolist() == [True, True, False, False]
    assert b.geser.tolist() == [False, False, True, False]
    p = b.baca(0)
    assert (p.sebelum.status, p.sesudah.status, p.sesudah.jalur) == (M, B, 0)
    assert b.baca(2).sesudah.tanggal == date(2026, 6, 2)


def test_an_unknown_date_on_both_sides_is_no_change():
    hasil = hitung(Fakta.satu(**(PELAKSANA | {"pendidikan": None})))
    assert np.isnat(hasil.pangkat.paling_cepat).all()
    assert beda_hasil(hasil, hasil) == {}
    diketahui = replace(hasil.pangkat, paling_cepat=np.array(["2027-01-01"], dtype="datetime64[D]"))
    p = beda_hasil(hasil, replace(hasil, pangkat=diketahui))[KP].baca(0)
    assert (p.pindah, p.sebelum.tanggal, p.sesudah.tanggal) == (False, None, date(2027, 1, 1))


def ukuran(nama, lama, baru):
    hasil = hitung(Fakta.dari_baris([PELAKSANA] * len(lama)))
    dua = [replace(hasil, nilai={**hasil.nilai, nama: Kolom.dari(isi)}) for isi in (lama, baru)]
    return beda_hasil(*dua)[nama]


def test_another_box_of_the_talent_map_is_a_change_of_side():
    b = ukuran("kotak", [5, 5, None, 0, None], [5, 8, 5, None, None])
    assert b.pindah.tolist() == [False, True, True, True, False]
    assert not b.geser.any()
    p = b.baca(1)
    assert (p.sebelum.status, p.sebelum.nilai, p.sesudah.nilai, p.alasan) == (None, 5, 8, None)
    assert (b.baca(2).sebelum.nilai, b.baca(2).sesudah.nilai) == (None, 5)


@pytest.mark.parametrize("nama", ["ipasn", "sumbu_x", "sumbu_y"])
def test_another_measure_is_the_weaker_kind(nama):
    b = ukuran(nama, [100, 0, None], [100, None, 0])
    assert b.geser.tolist() == [False, True, True]
    assert not b.pindah.any()


def test_another_day_of_pension_is_the_weaker_kind():
    lama, baru = date(2030, 1, 1), date(2032, 1, 1)
    b = ukuran("tmt_pensiun", [lama, lama], [lama, baru])
    assert (b.pindah.tolist(), b.geser.tolist()) == ([False, False], [False, True])
    p = b.baca(1)
    assert (p.sebelum.tanggal, p.sesudah.tanggal, p.sesudah.nilai) == (lama, baru, None)


KOMPETEN = PELAKSANA | {"wajib_komunikasi": 3, "capai_komunikasi": 2, "wajib_kerja_sama": 3}


def test_another_need_for_development_is_a_change_of_side():
    dua = A.dengan({"kompetensi_jenjang/angka/gap_minimal": 2})
    f = Fakta.dari_baris([KOMPETEN, KOMPETEN | {"capai_komunikasi": 1}, KOMPETEN | {"capai_komunikasi": 3}])
    b = beda(f, dua)["kebutuhan"]
    assert b.pindah.tolist() == [True, False, False]
    assert (b.baca(0).sebelum.nilai & 0xFFFF, b.baca(0).sesudah.nilai & 0xFFFF) == (1 << 2, 0)


def test_jp_that_is_no_longer_enough_is_a_change_of_the_needs():
    f = Fakta.dari_baris([PELAKSANA | {"jp_tahun_ini": n, "jp_tercakup": 1} for n in (19, 20, 23, 24)])
    b = beda(f, A.dengan({"jp/angka/jp_pns": 24}))["kebutuhan"]
    assert b.pindah.tolist() == [False, True, True, False]


def test_an_assessment_that_is_too_old_now_is_a_change_of_the_needs():
    f = Fakta.dari_baris([PELAKSANA | {"asesmen_tanggal": d} for d in (date(2024, 3, 20), date(2024, 3, 19))])
    b = beda(f, A.dengan({"kompetensi_jenjang/angka/bulan_berlaku_asesmen": 24}))["kebutuhan"]
    assert b.pindah.tolist() == [False, True]


def test_decisions_come_before_measures():
    b = A.dengan({REGULER: 60, "jp/angka/jp_pns": 24})
    f = Fakta.satu(**(PELAKSANA | {"jp_tahun_ini": 20, "jp_tercakup": 1}))
    assert list(beda(f, b)) == [KP, "kebutuhan"]


@pytest.mark.lambat
def test_everybody_alone_changes_as_in_the_batch():
    b = A.dengan({REGULER: 60, "angka_kredit/koefisien_milli/AHLI_MUDA": 30_000, "jp/angka/jp_pns": 24})
    f = fakta_emas()
    bersama = beda(f, b)
    assert bersama[KP].pindah.any()
    assert bersama[KP].geser.any()
    for i in range(len(f)):
        sendiri = beda(f.pilih(slice(i, i + 1)), b)
        for hal, x in bersama.items():
            if x.pindah[i] or x.geser[i]:
                assert sendiri.pop(hal).baca(0) == x.baca(i)
        assert sendiri == {}


def test_nobody_is_named_whose_outcome_is_the_same():
    b = A.dengan({REGULER: 60})
    f = fakta_emas()
    lama, baru = hitung(f), hitung(f, b)
    x = beda(f, b)[KP]
    tetap = ~x.pindah & ~x.geser
    for nama in ("status", "jalur", "golongan_berikut"):
        assert (getattr(lama.pangkat, nama)[~x.pindah] == getattr(baru.pangkat, nama)[~x.pindah]).all()
    sama = lama.pangkat.paling_cepat == baru.pangkat.paling_cepat
    assert (sama | np.isnat(lama.pangkat.paling_cepat))[tetap].all()
    assert {T, P} <= {Status(s) for s in lama.pangkat.status[tetap].tolist()}


def test_a_set_window_alone_changes_nobody_over_the_same_facts():
    """The facts were read for one TMT: another window must not take them for those of another year."""
    per, tmt = date(2026, 11, 21), date(2027, 1, 1)
    f = Fakta.satu(**(PELAKSANA | {"predikat_1": None, "predikat_3": 4, "mkg_bulan": 60}))
    dua = [
        putuskan_seluruh(f, a, per=per, tmt=tmt)
        for a in (SEMUA, SEMUA.dengan({"periode_kp/angka/jendela_tutup_tanggal": 28}))
    ]
    assert bandingkan(*dua, posisi_mengikat(SEMUA)) == []
