"""Errors carry a stable code and a sentence."""

import pickle

from asn_karier.lib.errors import Bentrok, DomainError


def test_an_error_survives_the_trip_to_another_process():
    galat = pickle.loads(pickle.dumps(Bentrok("kode", "pesan", tindakan="coba lagi")))  # noqa: S301
    assert isinstance(galat, Bentrok)
    assert (galat.kode, galat.pesan, galat.tindakan, str(galat)) == ("kode", "pesan", "coba lagi", "pesan")


def test_the_sentence_is_what_is_shown():
    assert str(DomainError("kode", "Isi tanggal")) == "Isi tanggal"
