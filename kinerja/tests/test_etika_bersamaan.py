"""At the same moment: two clicks on *Kirim jawaban*, and HR who rewrites what somebody is answering."""

from typing import Any

import pytest
from django.db import IntegrityError

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.models import JawabanEtika, KasusEtika
from kinerja.services import etika
from kinerja.services.etika import send_answer
from kinerja.services.kasus_etika import save_kasus
from kinerja.tests.pabrik_etika import SAAT, KasusPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari


@pytest.fixture
def kasus() -> KasusEtika:
    satu: KasusEtika = KasusPabrik()
    return satu


@pytest.fixture
def diri(kasus: KasusEtika) -> Pengguna:
    unit = UnitKerjaPabrik(instansi=kasus.instansi)
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(unit=unit))
    return akun


def _tanpa_kunci(kasus_id: int, saya: Any, at: Any) -> KasusEtika:
    del saya, at
    return KasusEtika.objects.get(pk=kasus_id)


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_two_clicks_at_once_are_one_answer(
    monkeypatch: pytest.MonkeyPatch, kasus: KasusEtika, diri: Pengguna, dikunci: bool
) -> None:
    """Without the lock both look and find nothing, and the second ends in an error of the database."""
    if not dikunci:
        monkeypatch.setattr(etika, "_terbuka", _tanpa_kunci)
    monkeypatch.setattr(etika, "own_answer", bertemu(etika.own_answer))

    def kirim() -> Any:
        try:
            return send_answer(kasus_id=kasus.pk, isi="Ya.", versi=0, actor=diri, at=SAAT).pk
        except IntegrityError:
            return "galat"

    hasil = set(berlomba(kirim, kirim))
    assert JawabanEtika.objects.count() == 1
    assert ("galat" in hasil) is not dikunci
    assert len(hasil) == (1 if dikunci else 2)


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_a_text_is_not_rewritten_under_the_hand_of_who_answers(
    monkeypatch: pytest.MonkeyPatch, kasus: KasusEtika, diri: Pengguna, dikunci: bool
) -> None:
    """Without the lock HR sees no answer yet and writes; the answer then stands below another text."""
    hr = hr_dari(kasus.instansi)
    if not dikunci:
        monkeypatch.setattr(etika, "_terbuka", _tanpa_kunci)
    ubahan = KasusEtika.objects.get(pk=kasus.pk)
    ubahan.judul = "Naskah lain"
    monkeypatch.setattr(etika, "own_answer", bertemu(etika.own_answer))

    def jawab() -> Any:
        return send_answer(kasus_id=kasus.pk, isi="Ya.", versi=0, actor=diri, at=SAAT).isi

    def ubah() -> Any:
        return save_kasus(kasus=ubahan, actor=hr, at=SAAT).judul

    hasil = berlomba(kode_atau_hasil(jawab), kode_atau_hasil(ubah))
    if not dikunci:
        assert set(hasil) == {"Ya.", "Naskah lain"}
        return
    kasus.refresh_from_db()
    # Either the answer came first and the text stays, or the text was there before the answer.
    assert ("kasus_dijawab" in hasil) == (kasus.judul == "Berkas yang kurang satu")
