"""Codes on paper, masked numbers, devices in words."""

import pytest

from pegawai.rules.kode_sekali import ALFABET, PANJANG, rapikan, tulis
from pegawai.rules.perangkat import nama_perangkat
from pegawai.rules.samar import ip_samar, nip_samar

KODE = "ACDE3467WXYA"


def test_no_letter_of_a_code_looks_like_another() -> None:
    assert not set(ALFABET) & set("01OILZ2S5B8V")
    assert len(set(ALFABET)) == len(ALFABET) == 24
    assert len(KODE) == PANJANG


@pytest.mark.parametrize(
    "tulisan", [KODE, "ACDE-3467-WXYA", "acde 3467 wxya", " acde–3467—wxya. ", "acde3467wxya"]
)
def test_a_code_is_read_however_it_is_typed(tulisan: str) -> None:
    assert rapikan(tulisan) == KODE
    assert tulis(KODE) == "ACDE-3467-WXYA"


@pytest.mark.parametrize(
    "tulisan", ["", "-", "ACDE-3467-WXY", "ACDE-3467-WXY0", "ACDE-3467-WXYAA", "\u0410\u0421DE3467WXYA"]
)
def test_what_is_no_code_is_empty(tulisan: str) -> None:
    assert rapikan(tulisan) == ""


def test_numbers_are_shown_to_be_recognised_only() -> None:
    assert nip_samar("198501012010031003") == "1985•••••••••••003"
    assert ip_samar("36.82.14.201") == "36.82.14.x"
    assert ip_samar("2001:db8:12:34::1") == "2001:db8:12::"
    assert ip_samar("bukan") == ""


@pytest.mark.parametrize(
    ("agen", "nama"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36",
            "Chrome di Android",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126 Safari/537.36 Edg/126",
            "Edge di Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari di iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox di Linux"),
        ("curl/8", "Peramban lain"),
    ],
)
def test_a_device_is_named_roughly(agen: str, nama: str) -> None:
    assert nama_perangkat(agen) == nama
