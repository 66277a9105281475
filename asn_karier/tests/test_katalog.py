"""Our words for the libraries' messages: compiled, still asked for, and in the tone of the house."""

from __future__ import annotations

import re
from pathlib import Path

import allauth
import django
import polib
import pytest
import simple_history
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

KATALOG = Path(settings.LOCALE_PATHS[0]) / "id" / "LC_MESSAGES" / "django.po"
ASAL = (
    (django, "conf"),
    (django, "contrib/auth"),
    (django, "contrib/admin"),
    (allauth, ""),
    (simple_history, ""),
)
#: Words that blame or command the reader (pengguna.md, 4.1).
DILARANG = re.compile(
    r"\b(valid|gagal|salah(?! satu)|wajib|harus diisi|harap|mohon|maaf|silah?kan|anda tidak)\b"
)


def _kunci(butir: polib.POEntry) -> tuple[str | None, str, str]:
    return butir.msgctxt, butir.msgid, butir.msgid_plural


def test_the_compiled_file_is_that_of_the_words() -> None:
    """After a change of django.po: make kata."""
    assert polib.pofile(str(KATALOG)).to_binary() == KATALOG.with_suffix(".mo").read_bytes()


def test_every_message_is_one_that_a_library_has() -> None:
    """A library that rephrases a message in a new version would speak in its own words again."""
    dikenal = {
        _kunci(butir)
        for paket, folder in ASAL
        for butir in polib.pofile(
            str(Path(paket.__path__[0]) / folder / "locale" / "id" / "LC_MESSAGES" / "django.po")
        )
    }
    assert [b.msgid for b in polib.pofile(str(KATALOG)) if _kunci(b) not in dikenal] == []


def test_no_message_blames_the_reader() -> None:
    for butir in polib.pofile(str(KATALOG)):
        kalimat = butir.msgstr or butir.msgstr_plural[0]
        assert not DILARANG.search(kalimat.lower()), kalimat


def test_what_a_message_names_is_named_in_ours_too() -> None:
    """A forgotten %(...)s would be an error page in the very moment of an error."""
    for butir in polib.pofile(str(KATALOG)):
        pola = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w+\}")
        kalimat = butir.msgstr or butir.msgstr_plural[0]
        assert set(pola.findall(kalimat)) <= set(pola.findall(butir.msgid)), kalimat
        if "%s" in butir.msgid or "%d" in butir.msgid:
            assert pola.findall(kalimat) == pola.findall(butir.msgid)


def _pesan(isian: forms.Field, nilai: str) -> str:
    with pytest.raises(ValidationError) as salah:
        isian.clean(nilai)
    return str(salah.value.messages[0])


def test_a_form_says_what_to_do() -> None:
    assert _pesan(forms.CharField(), "") == "Isi bagian ini."
    assert _pesan(forms.DateField(), "31/31/2026") == "Tulis tanggal-bulan-tahun, misalnya 31-12-2026."
    assert _pesan(forms.IntegerField(), "dua") == "Isi dengan bilangan bulat, misalnya 12."
    assert _pesan(forms.CharField(max_length=3), "empat") == "Paling banyak 3 huruf. Sekarang 5."


def test_a_password_is_helped_along() -> None:
    with pytest.raises(ValidationError) as salah:
        validate_password("20262026")
    assert "Kata sandi ini hanya angka. Tambahkan huruf." in salah.value.messages
    assert "Paling sedikit 12 huruf atau angka." in password_validators_help_texts()
