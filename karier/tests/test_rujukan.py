"""Every requirement leads to its sentence, article, row of the law and function; the document is fresh."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from asn_karier.lib.aturan import AKAR, aturan_per
from karier.enums import JenisPutusan
from karier.kamus.rincian_putusan import penjelas
from karier.management.commands.rujukan_aturan import BERKAS
from karier.rules.daftar import MENURUT_JENIS
from karier.services.rujukan import row_place, rujukan, rule_place, tulis_rujukan
from karier.tests.pembaca import sebagai
from pegawai.models import Pegawai

HARI = date(2026, 11, 28)
RUMAH = AKAR.parent.parent
SEMUA = rujukan(HARI)


def test_no_requirement_is_left_out() -> None:
    assert {(r.jenis, r.kode) for r in SEMUA} == {(j, b.kode) for j, d in MENURUT_JENIS.items() for b in d}
    assert {r.jenis for r in SEMUA} == set(JenisPutusan)


@pytest.mark.parametrize("r", SEMUA, ids=lambda r: f"{r.jenis.value}-{r.kode}")
def test_a_requirement_leads_to_its_words_article_row_and_function(r) -> None:
    assert r.judul
    assert r.pasal
    assert r.conf in {"V2", "V1", "UNV", "KEPUTUSAN"}
    assert callable(penjelas(r.jenis, r.kode))
    berkas, nomor = r.letak.split(":")
    baris = (RUMAH / berkas).read_text(encoding="utf-8").splitlines()[int(nomor) - 1]
    nama = next(b for b in MENURUT_JENIS[r.jenis] if b.kode == r.kode).dasar.split("/")[-1]
    assert nama in baris or nomor == "1"
    modul, _, fungsi = r.fungsi.partition(" ")
    jalur, _, nomor = modul.partition(":")
    assert f"def {fungsi}(" in (RUMAH / jalur).read_text(encoding="utf-8").splitlines()[int(nomor) - 1]


def test_what_rests_on_unverified_law_does_not_bind() -> None:
    assert all(not r.mengikat for r in SEMUA if r.conf == "UNV")


def test_what_cannot_be_found_is_said() -> None:
    with pytest.raises(LookupError, match="angka/tak_ada"):
        row_place("kgb", aturan_per(HARI)["kgb"].berlaku_mulai, "angka/tak_ada")
    with pytest.raises(LookupError, match="tak_ada"):
        rule_place(JenisPutusan.KGB, "tak_ada")


def test_the_reference_is_fresh() -> None:
    assert Path(BERKAS).read_text(encoding="utf-8") == tulis_rujukan(HARI), "manage.py rujukan_aturan"


@pytest.mark.django_db
@pytest.mark.usefixtures("hari_ini")
def test_the_page_links_article_and_version(saya: Pegawai) -> None:
    client = sebagai(saya)
    isi = client.get(reverse("karier:syarat")).content.decode()
    tautan = re.findall(r'href="(/aturan/[^"#]+)#([^"]*)">([^<]+)</a>', isi)
    assert len(tautan) > 5
    for alamat, jangkar, pasal in tautan:
        halaman = client.get(alamat).content.decode()
        assert pasal in halaman
        assert not jangkar or f'id="{jangkar}"' in halaman
