"""A refusal of the database, in the words of the constraint that was broken."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.db import pelanggaran
from kinerja.models import Penilaian
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.models import Peran
from pegawai.tests.pabrik import PeranPabrik

pytestmark = pytest.mark.django_db


def test_a_check_with_words_of_its_own_uses_them() -> None:
    peran = PeranPabrik(mulai=date(2026, 1, 1))

    with pytest.raises(IntegrityError) as info, transaction.atomic():
        Peran.objects.filter(pk=peran.pk).update(sampai=date(2025, 1, 1))

    assert pelanggaran(info.value) == "Tanggal akhir peran harus sesudah tanggal mulai."


def test_rating_oneself_is_refused_by_the_database_in_words() -> None:
    penilaian = PenilaianPabrik()

    with pytest.raises(IntegrityError) as info, transaction.atomic():
        Penilaian.objects.filter(pk=penilaian.pk).update(penilai=penilaian.pegawai)

    assert pelanggaran(info.value) == "Pegawai tidak dapat menilai dirinya sendiri."
