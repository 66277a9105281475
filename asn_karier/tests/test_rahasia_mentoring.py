"""Every door of the house, opened by everybody: what the two of a pair wrote stands behind none of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Draf, Jejak
from asn_karier.tests.dunia import KOLOM, Dunia, buat_dunia
from asn_karier.tests.dunia.mentoring_hidup import TANDA_BERDUA, TANDA_MENTOR, TANDA_PRIBADI
from asn_karier.tests.rute import minta, semua_rute
from asn_karier.tests.test_otorisasi import alamat
from mentoring.models import Apresiasi, CatatanBersama, CatatanPribadi, SasaranMentoring
from mentoring.querysets import MilikBerduaQuerySet, PasanganQuerySet, PenulisQuerySet
from pegawai.tests.pabrik import PenggunaPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

#: Of everybody who comes only the ASN is one of the two; the mentor has no column.
PEMBACA: Final = {TANDA_BERDUA: ("diri",), TANDA_PRIBADI: ("diri",), TANDA_MENTOR: ()}
BERMODEL: Final = (SasaranMentoring, CatatanBersama, CatatanPribadi, Apresiasi)


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield buat_dunia()
        transaction.set_rollback(True)


def kebocoran(d: Dunia, awalan: str = "", siapa_saja: tuple[str, ...] = KOLOM) -> Iterator[str]:
    """Words of the two, in what a page says to somebody who may not read them."""
    for rute in (r for r in semua_rute() if r.nama.startswith(awalan)):
        for siapa in siapa_saja:
            isi = minta(d, siapa, "GET", alamat(d, rute.nama)).isi_teks
            yield from (
                f"{rute.nama} oleh {siapa}: {kata}"
                for kata, boleh in PEMBACA.items()
                if kata in isi and siapa not in boleh
            )


def test_no_page_shows_it_to_anybody_else(dunia: Dunia) -> None:
    assert list(kebocoran(dunia)) == []


def test_those_who_may_read_it_do(dunia: Dunia) -> None:
    for nama, kata in (
        ("mentoring:pasangan", TANDA_BERDUA),
        ("mentoring:catatan", TANDA_BERDUA),
        ("mentoring:pribadi", TANDA_PRIBADI),
    ):
        assert kata in minta(dunia, "diri", "GET", alamat(dunia, nama)).isi_teks


def test_the_mentor_reads_the_shared_ones_and_their_own(dunia: Dunia) -> None:
    pasangan = dunia.objek["mentoring.pasangan"]
    akun = PenggunaPabrik(pegawai=pasangan.mentor_pegawai)
    assert CatatanBersama.objects.visible_to(akun).filter(pasangan=pasangan).exists()
    pribadi = CatatanPribadi.objects.visible_to(akun)
    assert {c.penulis_id for c in pribadi} == {pasangan.mentor_pegawai_id}


@pytest.mark.parametrize("siapa", ["hr", "auditor", "super"])
def test_no_list_of_the_hr_desk_finds_it(dunia: Dunia, siapa: str) -> None:
    for model in admin.site._registry:
        nama = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        for kata in PEMBACA:
            isi = minta(dunia, siapa, "GET", reverse(nama), {"q": kata[:5]}).isi_teks
            assert kata not in isi, nama


def test_what_is_written_has_no_page_no_history_and_no_line_on_the_trail(dunia: Dunia) -> None:
    for model in BERMODEL:
        assert model not in admin.site._registry
        assert not hasattr(model, "history")
    rincian = " ".join(str(j) for j in Jejak.objects.values_list("rincian", "keperluan"))
    assert not any(kata in rincian for kata in PEMBACA)


def test_the_database_holds_no_word_in_clear_text(dunia: Dunia) -> None:
    keluar = io.StringIO()
    call_command("dumpdata", "mentoring", stdout=keluar)
    assert "catatanbersama" in keluar.getvalue()
    assert not any(kata in keluar.getvalue() for kata in PEMBACA)


def test_a_draft_of_a_note_is_as_private_as_the_note(dunia: Dunia) -> None:
    """Saved by its button: encrypted in the table, and shown to its writer on that page alone."""
    kata, tujuan = "Bersepeda", alamat(dunia, "mentoring:pribadi")
    titik = transaction.savepoint()
    try:
        client = _masuk(dunia, "diri")
        halaman = client.get(tujuan)
        isi = {
            "isi": kata,
            "kunci": halaman.context["form"].initial["kunci"],
            "draf_simpan": "nanti",
            "draf_segel": halaman.context["draf"].segel,
            "draf_versi": halaman.context["draf"].versi,
        }
        client.post(tujuan, isi)
        assert Draf.objects.filter(pengguna_id=dunia.akun["diri"].pk).exists()
        assert kata not in " ".join(Draf.objects.values_list("isi", flat=True))
        assert kata in client.get(tujuan).content.decode()
        for nama in ("mentoring:catatan", "mentoring:pribadi", "mentoring:pasangan", "karier:beranda"):
            for siapa in (s for s in KOLOM if s != "diri"):
                assert kata not in minta(dunia, siapa, "GET", alamat(dunia, nama)).isi_teks
        assert kata not in client.get(alamat(dunia, "mentoring:catatan")).content.decode()
    finally:
        transaction.savepoint_rollback(titik)


def _masuk(d: Dunia, siapa: str) -> Any:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = d.sesi[siapa]
    return client


def _semua(self: Any, pengguna: Any) -> Any:
    return self


#: What is weakened, and who then reads what they may not.
LUBANG: Final[dict[str, tuple[type, str]]] = {
    "pasangan milik siapa pun": (PasanganQuerySet, "of_the_two"),
    "catatan pribadi untuk siapa pun": (PenulisQuerySet, "visible_to"),
    "catatan bersama untuk siapa pun": (MilikBerduaQuerySet, "visible_to"),
}


@pytest.mark.parametrize("nama", LUBANG)
def test_a_hole_is_found(dunia: Dunia, monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    kelas, apa = LUBANG[nama]
    monkeypatch.setattr(kelas, apa, _semua)
    if nama != "pasangan milik siapa pun":
        # Behind the door of the pair there is another one: it is opened too, so that this one is looked at.
        monkeypatch.setattr(PasanganQuerySet, "of_the_two", _semua)
    assert next(kebocoran(dunia, "mentoring:", ("luar", "atasan", "diri")), None) is not None
