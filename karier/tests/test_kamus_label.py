"""Labels of closed lists of the apps that feed a decision."""

import pytest

import karier.enums
import kinerja.enums
import kinerja.kamus
import pegawai.enums
import pegawai.kamus
from karier.enums import Pelaku
from karier.kamus import LABEL, PELAKU_TEKS, Pembaca

#: SIASN writes the eselon of the JPT utama and that of one JPT madya alike, I.a.
SENAMA = {pegawai.enums.Eselon: 1}


@pytest.mark.parametrize(
    ("modul", "label"),
    [(karier.enums, LABEL), (kinerja.enums, kinerja.kamus.LABEL), (pegawai.enums, pegawai.kamus.LABEL)],
)
def test_every_member_of_every_closed_list_has_its_own_label(modul, label):
    kelas = {
        k for k in vars(modul).values() if isinstance(k, type) and k.__module__.startswith(modul.__name__)
    }
    assert set(label) == kelas
    for satu in kelas:
        assert set(label[satu]) == set(satu)
        assert all(label[satu].values())
        assert len(set(label[satu].values())) == len(satu) - SENAMA.get(satu, 0)


def test_every_reader_has_a_word_for_whoever_has_to_act():
    assert set(PELAKU_TEKS) == set(Pembaca)
    assert all(set(teks) == set(Pelaku) for teks in PELAKU_TEKS.values())
