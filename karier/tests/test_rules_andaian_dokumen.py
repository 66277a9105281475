"""Assumed examinations and ijazah: documents of a proposal, which must come in before its window closes."""

from datetime import date

import pytest

from asn_karier.lib.aturan import Aturan
from karier.rules.andaian import Andaian, Ijazah, maju
from karier.rules.fakta import Fakta
from karier.tests.orang import JF, A
from pegawai.enums import TingkatPendidikan

PER, TMT = date(2026, 11, 28), date(2027, 1, 1)


def kelak(ke, andaian, a=A):
    return maju(Fakta.satu(**JF), a, andaian, per=PER, ke=ke, tmt=TMT)


DOKUMEN = ("ud_tk1", "ud_tk2", "upkp", "pendidikan")


def lulus(hari):
    return Andaian(
        ujian_dinas=hari, upkp=hari, uji_kompetensi=hari, pendidikan=Ijazah(TingkatPendidikan.S2, hari)
    )


@pytest.mark.parametrize(
    ("hari", "ke", "berlaku"),
    [
        # The window of 1 May closes on 15 April.
        (date(2027, 4, 15), date(2027, 5, 1), True),
        (date(2027, 4, 16), date(2027, 5, 1), False),
        (date(2027, 4, 16), date(2027, 6, 1), True),
        (date(2027, 5, 1), date(2027, 5, 1), False),
    ],
)
def test_what_is_sent_with_a_proposal_counts_when_it_comes_in_before_the_window_closes(hari, ke, berlaku):
    f = kelak(ke, lulus(hari))
    assert [f.baca(n) for n in DOKUMEN] == (
        [1, 1, 1, TingkatPendidikan.S2] if berlaku else [None, None, None, TingkatPendidikan.S1]
    )


@pytest.mark.parametrize(("ke", "harap"), [(date(2027, 4, 30), None), (date(2027, 5, 1), date(2027, 5, 1))])
def test_uji_kompetensi_belongs_to_no_proposal_and_counts_from_its_day(ke, harap):
    assert kelak(ke, lulus(date(2027, 5, 1))).baca("ukom_tanggal") == harap


def test_where_the_law_names_no_window_a_document_counts_from_its_day():
    tanpa_jendela = Aturan({k: A[k] for k in A.versi() if k != "periode_kp"}, "uji")
    hari = date(2027, 5, 1)
    for ke, berlaku in ((date(2027, 4, 30), None), (hari, 1)):
        f = kelak(ke, lulus(hari), tanpa_jendela)
        assert f.baca("upkp") == berlaku
