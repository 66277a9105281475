"""Two presses attach the same copy at once: without the lock one of them breaks, with it both have one."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu
from kinerja.enums import JenisDokumen
from kinerja.models import SalinanTertanda
from kinerja.services import salinan
from kinerja.services.dokumen import find_paper
from kinerja.tests.bantu_dokumen import SAAT, Dunia
from pegawai.models import Bukti
from pegawai.tests.berkas_bukti import unggahan


def lampirkan(d: Dunia) -> Any:
    """One press; what the database refuses is named."""
    jenis = JenisDokumen.EVALUASI_TAHUNAN
    d_ = find_paper(jenis=jenis, pk=d.tahunan.pk, pengguna=d.hr)
    try:
        return salinan.attach_signed(
            jenis=jenis, pk=d_.pk, sidik=d_.sidik, berkas=unggahan(), actor=d.hr, at=SAAT, kanal="admin"
        ).pk
    except IntegrityError:
        return "ganda"


@bersamaan
@pytest.mark.parametrize("terkunci", [False, True])
def test_one_copy_however_often_it_is_sent(terkunci: bool) -> None:
    d = Dunia()
    temu = patch.object(salinan, "_existing", bertemu(salinan._existing))
    lepas = nullcontext() if terkunci else patch.object(salinan, "_hold", lambda pegawai: None)
    with temu, lepas:
        hasil = berlomba(lambda: lampirkan(d), lambda: lampirkan(d))
    assert ("ganda" in hasil) is not terkunci
    assert len(set(hasil)) == (1 if terkunci else 2)
    assert SalinanTertanda.objects.count() == Bukti.objects.count() == 1
