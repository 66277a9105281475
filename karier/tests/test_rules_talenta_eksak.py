"""The talent map against fractions.Fraction: axes and boxes of random people, several at a time."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from karier.rules.fakta import Fakta
from karier.rules.talenta import hitung_talenta
from karier.tests.orang_talenta import PER, SEMUA, A
from pegawai.enums import KompetensiMansoskul

senti = st.integers(-500, 12000)
level = st.integers(1, 5)


@st.composite
def orang(draw):
    skor = {n: draw(senti) for n in SEMUA if n.startswith("skor_")}
    tingkat_9 = {f"{j}_{k}": draw(level) for k in KompetensiMansoskul for j in ("wajib", "capai")}
    return SEMUA | skor | tingkat_9 | {"predikat_1": draw(level), "hukdis_terberat": draw(st.integers(0, 3))}


def _poin(n):
    return min(max(Fraction(n, 100), Fraction(0)), Fraction(100))


@given(st.lists(orang(), min_size=1, max_size=5))
def test_axes_and_boxes_are_those_of_exact_fractions(banyak):
    hasil = hitung_talenta(Fakta.dari_baris(banyak), A, per=PER)
    for i, o in enumerate(banyak):
        jpm = Fraction(
            100 * sum(min(o[f"wajib_{k}"], o[f"capai_{k}"]) for k in KompetensiMansoskul),
            sum(o[f"wajib_{k}"] for k in KompetensiMansoskul),
        )
        y = 20 * o["predikat_1"] * Fraction(60, 100) + sum(
            _poin(o[n]) * b / 100
            for n, b in (("skor_penghargaan", 15), ("skor_penugasan", 15), ("skor_umpan_balik", 10))
        )
        x = (
            jpm / 5
            + sum(_poin(o[f"skor_{n}"]) / 10 for n in ("pengembangan", "pengalaman", "kesesuaian"))
            + _poin(o["skor_potensi"]) / 4
            + 10
            + Fraction(15 * (100 - 25 * o["hukdis_terberat"]), 100)
        )
        assert (hasil.eksak_y.pecahan(i), hasil.eksak_x.pecahan(i)) == (y, x)
        assert (hasil.sumbu_y.baca(i), hasil.sumbu_x.baca(i)) == (int(y * 100), int(x * 100))
        kelas = [sum(n >= b for b in (60, 80)) for n in (y, x)]
        assert hasil.kotak.baca(i) == ((1, 3, 6), (2, 5, 8), (4, 7, 9))[kelas[0]][kelas[1]]
