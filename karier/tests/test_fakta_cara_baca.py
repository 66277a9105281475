"""Few people and many are read in different ways, which must not differ in a single byte."""

from typing import Any

import pytest

from asn_karier.lib.db import gabungan
from asn_karier.lib.db.gabungan import SEDIKIT
from karier.rules.fakta import pack_fakta
from karier.tests.test_fakta import fakta_dari
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = pytest.mark.django_db


def test_queries_do_not_grow_with_people_and_all_ways_of_reading_agree(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    orang = [PegawaiPabrik(fungsional=True), *(PegawaiPabrik() for _ in range(149))]
    for banyak, kueri in ((1, 5), (SEDIKIT, 5), (SEDIKIT + 1, 12), (150, 12)):
        with django_assert_num_queries(kueri):
            fakta = fakta_dari(*orang[:banyak])
    monkeypatch.setattr(gabungan, "SEDIKIT", 150)
    assert pack_fakta(fakta_dari(*orang)).tobytes() == pack_fakta(fakta).tobytes()
