"""Every decision of a run together: packed, read back, and silent where its law is not in force."""

from datetime import date

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan, aturan_dari_versi, aturan_per
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.keputusan import LAIN_DTYPE, pack_lain, putuskan_seluruh, unpack_lain
from karier.rules.pangkat import target_tmt
from karier.tests.golden.susun import fakta_emas, hasil_emas

PER = date(2026, 11, 28)
A = aturan_per(PER)
TMT = target_tmt(PER, A)
F = fakta_emas(2)
H = putuskan_seluruh(F, A, per=PER, tmt=TMT)
LAIN = tuple(j for j in JenisPutusan if j is not JenisPutusan.KENAIKAN_PANGKAT)
UKURAN = ("ipasn", "sumbu_x", "sumbu_y", "kotak")
HARI = ("mencapai_bup", "kgb_berikut", "tmt_pensiun")


def hari(larik, i):
    return None if np.isnat(larik[i]) else larik[i].astype("datetime64[D]").item()


@pytest.mark.parametrize("jenis", LAIN)
def test_a_decision_is_read_back_as_it_was_made(jenis):
    baris, h = pack_lain(H), H.lain[jenis]
    for i in range(len(F)):
        p = unpack_lain(baris[i].tobytes()).putusan(jenis)
        assert p.status is Status(h.status[i])
        assert (p.sasaran, p.syarat) == (h.sasaran[i], h.syarat[i])
        assert p.paling_cepat == hari(h.paling_cepat, i)


def test_the_measures_are_read_back_known_or_missing():
    baris = pack_lain(H)
    for i in range(len(F)):
        satu = unpack_lain(baris[i].tobytes())
        assert [satu.angka(n) for n in UKURAN] == [H.nilai[n].baca(i) for n in UKURAN]
        assert [satu.hari(n) for n in HARI] == [H.nilai[n].baca(i) for n in HARI]


def test_the_golden_people_reach_every_status_of_every_decision():
    for jenis in LAIN:
        assert set(H.lain[jenis].status.tolist()) == set(Status), jenis
    assert {H.nilai[n].ada.any() for n in (*UKURAN, *HARI)} == {True}


def test_a_row_of_before_decided_nothing():
    kosong = unpack_lain(b"")
    for jenis in LAIN:
        assert kosong.putusan(jenis) == (Status.TIDAK_BERLAKU, 0, None, 0)
    assert [kosong.angka(n) for n in UKURAN] == [None] * 4
    assert [kosong.hari(n) for n in HARI] == [None] * 3


def test_the_layout_is_fixed():
    assert LAIN_DTYPE.itemsize == 100
    assert {LAIN_DTYPE[n].str for n in LAIN_DTYPE.names} <= {"|i1", "<i2", "<i4", "<i8"}


def test_under_the_rule_files_of_the_first_release_nothing_else_is_decided():
    lama = aturan_dari_versi(min(hasil_emas().values(), key=lambda b: len(b["versi"]))["versi"])
    h = putuskan_seluruh(F, lama, per=date(2026, 11, 21), tmt=date(2027, 1, 1))
    assert len(h) == len(F)
    for jenis in LAIN:
        assert set(h.lain[jenis].status.tolist()) == {Status.TIDAK_BERLAKU}
        assert np.isnat(h.lain[jenis].paling_cepat).all()
        assert set(h.lain[jenis].alasan.tolist()) == {-1}
    assert not any(h.nilai[n].ada.any() for n in (*UKURAN, "kgb_berikut"))
    assert h.nilai["tmt_pensiun"].ada.any()


@pytest.mark.parametrize("kode", ["kgb", "talenta", "ipasn", "promosi", "ak_dasar"])
def test_one_missing_file_silences_its_own_decision_only(kode):
    sebagian = Aturan({k: A[k] for k in A.versi() if k != kode}, "uji")
    h = putuskan_seluruh(F, sebagian, per=PER, tmt=TMT)
    milik = {
        "kgb": JenisPutusan.KGB,
        "promosi": JenisPutusan.KESIAPAN_JABATAN,
        "ak_dasar": JenisPutusan.KENAIKAN_JENJANG,
    }.get(kode)
    for jenis in LAIN:
        sama = (h.lain[jenis].status == H.lain[jenis].status).all()
        assert sama == (jenis is not milik)
    assert h.nilai["ipasn"].ada.any() == (kode != "ipasn")
    assert h.nilai["kotak"].ada.any() == (kode != "talenta")
    assert h.nilai["kgb_berikut"].ada.any() == (kode != "kgb")


def test_one_person_alone_gets_what_the_batch_gets():
    bersama = pack_lain(H)
    for i in range(0, len(F), 9):
        sendiri = putuskan_seluruh(F.pilih(slice(i, i + 1)), A, per=PER, tmt=TMT)
        assert pack_lain(sendiri)[0].tobytes() == bersama[i].tobytes()
