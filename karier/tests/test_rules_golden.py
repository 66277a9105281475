"""What a released rule version says about 200 people never changes."""

import json
import shutil
from datetime import date

import numpy as np
import pytest

from asn_karier.lib.aturan import AKAR, aturan_dari_versi
from asn_karier.lib.syarat import Status
from bench import naif_aturan, naif_lain
from karier.enums import JALUR_RUN
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA, gabung_fakta
from karier.rules.keputusan import pack_lain, putuskan_seluruh
from karier.rules.pangkat import putuskan, target_tmt
from karier.tests.golden import susun as emas
from karier.tests.golden.susun import (
    BANYAK,
    fakta_emas,
    hasil_emas,
    sidik_hasil,
    sidik_lain,
    tak_teruji,
    versi_terbaru,
)
from karier.tests.strata import fakta_acak

EMAS = hasil_emas()


@pytest.mark.parametrize("sidik", sorted(EMAS))
def test_a_released_version_gives_the_outcomes_it_was_released_with(sidik):
    baris = EMAS[sidik]
    aturan = aturan_dari_versi(baris["versi"])
    assert aturan.sidik == sidik
    assert sidik_hasil(fakta_emas(), aturan, date.fromisoformat(baris["per"])) == baris["sidik"]


@pytest.mark.parametrize("sidik", sorted(s for s, baris in EMAS.items() if "lain" in baris))
def test_a_released_version_decides_all_else_as_it_was_released(sidik):
    baris = EMAS[sidik]
    f, aturan = fakta_emas(2), aturan_dari_versi(baris["versi"])
    assert sidik_lain(f, aturan, date.fromisoformat(baris["per"])) == baris["lain"]


def test_the_rule_files_of_today_have_their_golden_outcomes():
    assert {a.sidik for a in versi_terbaru().values()} <= set(EMAS)


def test_every_rule_file_is_in_force_on_a_day_of_the_test():
    assert tak_teruji() == []


def test_a_rule_file_that_no_day_reaches_is_named_with_what_to_add(tmp_path):
    salinan = shutil.copytree(AKAR, tmp_path / "aturan")
    isi = (salinan / "jp" / "2023-01-01.toml").read_text(encoding="utf-8")
    (salinan / "jp" / "2027-01-01.toml").write_text(
        isi.replace("2023-01-01", "2027-01-01", 1), encoding="utf-8"
    )
    (satu,) = tak_teruji(salinan)
    assert "jp/2027-01-01.toml" in satu
    assert "tambahkan date(2027, 1, 1)" in satu
    assert tak_teruji(salinan, (*emas.TANGGAL_UJI, date(2027, 1, 1))) == []


def test_the_command_refuses_to_write_while_a_rule_file_is_reached_by_no_day(monkeypatch):
    monkeypatch.setattr(emas, "tak_teruji", lambda: ["jp/2027-01-01.toml"])
    monkeypatch.setattr(emas, "_tulis", lambda: pytest.fail("written all the same"))
    with pytest.raises(SystemExit, match=r"jp/2027-01-01\.toml"):
        emas.jalankan()


def test_the_command_adds_what_is_missing_says_so_and_rewrites_nothing(monkeypatch, tmp_path, capsys):
    terbaru = list(versi_terbaru().values())[-1].sidik
    berkas = tmp_path / "hasil.json"
    sisa = {s: "untouched" for s in EMAS if s != terbaru}
    berkas.write_text(json.dumps(sisa), encoding="utf-8")
    monkeypatch.setattr(emas, "BERKAS_HASIL", berkas)
    emas.jalankan()
    assert capsys.readouterr().out == f"2026-11-22: ditambahkan {terbaru[:12]}\n"
    assert json.loads(berkas.read_text(encoding="utf-8")) == {**sisa, terbaru: EMAS[terbaru]}
    emas.jalankan()
    assert capsys.readouterr().out.startswith("Tidak ada yang baru")


def test_the_golden_people_reach_every_status_and_path():
    f = fakta_emas()
    assert len(f) == BANYAK
    for per, a in versi_terbaru().items():
        hasil = putuskan(f, a, tmt=target_tmt(per, a))
        assert set(hasil.status.tolist()) == set(Status)
        assert set(hasil.jalur.tolist()) == set(JALUR_RUN)


def test_the_comparison_says_the_same_of_every_golden_person():
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        kami = putuskan(f, a, tmt=tmt)
        for i in range(BANYAK):
            naif = naif_aturan.putuskan({b.nama: f.baca(b.nama, i) for b in FAKTA}, susun(a), a, tmt)
            assert naif == {nama: getattr(kami, nama)[i].item() for nama in kami.__slots__}


@pytest.mark.lambat
def test_the_comparison_decides_all_else_the_same_of_every_golden_person_and_of_a_thousand_more():
    f = gabung_fakta([fakta_emas(2), fakta_acak(7, 1000)])
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        kami = pack_lain(putuskan_seluruh(f, a, per=per, tmt=tmt))
        for i in range(len(f)):
            naif = naif_lain.putuskan_lain({b.nama: f.baca(b.nama, i) for b in FAKTA}, a, per, tmt)
            assert naif_lain.kemas(naif) == kami[i].tobytes(), naif


def test_one_person_alone_gets_what_the_batch_gets():
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        bersama = putuskan(f, a, tmt=tmt)
        for i in range(0, BANYAK, 7):
            sendiri = putuskan(f.pilih(slice(i, i + 1)), a, tmt=tmt)
            for nama in bersama.__slots__:
                np.testing.assert_array_equal(getattr(sendiri, nama)[0], getattr(bersama, nama)[i])


def test_no_one_has_an_earliest_date_before_the_target_or_outside_a_period():
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        hasil = putuskan(f, a, tmt=tmt)
        tahu = hasil.paling_cepat[~np.isnat(hasil.paling_cepat)].tolist()
        assert all(
            h >= tmt and h.day == 1 and h.month in a["periode_kp"].baris("bulan_periode")["nilai"]
            for h in tahu
        )
        tanpa = hasil.paling_cepat[
            (hasil.status == Status.PERLU_VERIFIKASI) | (hasil.status == Status.TIDAK_BERLAKU)
        ]
        assert np.isnat(tanpa).all()
