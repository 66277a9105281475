"""No door leads to who said what: not the tables, not the trail, not a page that changes with an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.lib.sandi import segel
from kinerja.models import Hasil360, Kalimat360, Peserta360, Undangan360
from kinerja.rules import umpan_360 as aturan
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.tests.pabrik_umpan_360 import Tim, akun, jawab, terbuka, tim, tutup, undangan
from pegawai.models import Pegawai
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db
RAHASIA = (Peserta360, Undangan360, Hasil360, Kalimat360)


def buka_halaman(pengguna: Any, nama: str, *kunci: Any) -> str:
    """What somebody reads, without the token of the form."""
    client = Client()
    client.force_login(pengguna)
    isi = client.get(reverse(nama, args=kunci)).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", isi)


def kirim(pengguna: Any, undangan_id: int, **isi: Any) -> Any:
    client = Client()
    client.force_login(pengguna)
    kiriman = dict.fromkeys(SEMUA_BUTIR, "3") | {"baik": "Rapi", "tingkatkan": "", "versi": "1"} | isi
    return client.post(reverse("kinerja:isi_360", args=[undangan_id]), kiriman)


# -- the tables ---------------------------------------------------------------------------------


def test_what_is_shown_holds_no_giver_no_time_and_no_running_number() -> None:
    for model in (Hasil360, Kalimat360):
        assert isinstance(model._meta.pk, models.UUIDField)
        jenis = (models.DateField, models.DateTimeField, models.AutoField)
        assert [f.name for f in model._meta.concrete_fields if isinstance(f, jenis)] == []
    assert {f.name for f in Kalimat360._meta.concrete_fields} == {"id", "hasil", "baik", "isi"}


def test_an_invitation_knows_no_time() -> None:
    waktu = [f.name for f in Undangan360._meta.concrete_fields if isinstance(f, models.DateField)]
    assert waktu == []


def test_no_table_of_answers_has_a_history() -> None:
    assert [m.__name__ for m in apps.get_models() if "360" in m.__name__ and "Historical" in m.__name__] == []


def test_keys_are_random_and_rows_stand_in_their_order() -> None:
    t = tim(rekan=8)
    putaran = terbuka(t)
    for n, orang in enumerate(t.rekan):
        jawab(putaran, t.diri, orang, baik=f"Kalimat {n}", tingkatkan=f"Saran {n}")
    tutup(putaran)
    with connection.cursor() as kursor:
        kursor.execute("SELECT id FROM kinerja_kalimat360")
        kunci = [str(baris[0]).replace("-", "") for baris in kursor.fetchall()]
    assert len(kunci) == 16
    assert kunci == sorted(kunci)
    assert {k[12] for k in kunci} == {"4"}


def test_closing_takes_every_seal_and_every_count_of_edits_away() -> None:
    t = tim()
    putaran = terbuka(t)
    for nilai in (1, 2):
        jawab(putaran, t.diri, *t.rekan[:2], nilai=nilai)
    tutup(putaran)
    assert set(Undangan360.objects.values_list("segel", "versi")) == {("", 1)}
    assert Undangan360.objects.filter(menjawab=True).count() == 2


def test_a_seal_tells_neither_when_nor_how_much() -> None:
    pendek, panjang = segel("a"), segel("a" * 1500)
    assert len(pendek) == len(panjang)
    assert Fernet(settings.ASN_NIK_KEYS[0]).extract_timestamp(pendek.encode()) == 0


# -- the trail ----------------------------------------------------------------------------------


def test_answering_leaves_nothing_on_the_trail() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    sebelum = Jejak.objects.count()
    buka_halaman(akun(t.rekan[0]), "kinerja:umpan_360")
    buka_halaman(akun(t.rekan[0]), "kinerja:isi_360", u.pk)
    assert kirim(akun(t.rekan[0]), u.pk).status_code == 302
    u.refresh_from_db()
    assert u.menjawab
    assert Jejak.objects.count() == sebelum


# -- pages that must not change with an answer ---------------------------------------------------


def halaman_orang(t: Tim, putaran_id: int) -> list[str]:
    """What the person, the superior and HR can open while a round is open."""
    hr = hr_dari(t.diri.instansi, username="hr-uji")
    isi = [buka_halaman(akun(t.diri), "kinerja:usul_360", putaran_id)]
    isi += [
        buka_halaman(akun(orang), nama)
        for orang in (t.diri, t.atasan)
        for nama in ("kinerja:umpan_360", "kinerja:saya", "kinerja:hasil_360_daftar", "kinerja:calon_360")
    ]
    return [*isi, buka_halaman(hr, "admin:kinerja_putaran360_change", putaran_id)]


def hasil_sesudah(putaran_id: int, t: Tim, penjawab: list[Pegawai], **isi: Any) -> list[str]:
    """The pages of results in a world in which `penjawab` answered; then that world is undone."""
    titik = transaction.savepoint()
    putaran = t.diri.instansi.putaran_360.get(pk=putaran_id)
    jawab(putaran, t.diri, *penjawab, **isi)
    tutup(putaran)
    halaman = [buka_halaman(akun(o), "kinerja:hasil_360", putaran_id, t.diri.pk) for o in (t.diri, t.atasan)]
    transaction.savepoint_rollback(titik)
    return halaman


def periksa_sebelum_ditutup() -> None:
    t = tim(rekan=3)
    putaran = terbuka(t)
    titik = transaction.savepoint()
    sebelum = halaman_orang(t, putaran.pk)
    transaction.savepoint_rollback(titik)
    jawab(putaran, t.diri, *t.rekan[:3])
    assert halaman_orang(t, putaran.pk) == sebelum


def periksa_di_bawah_ambang() -> None:
    t = tim(rekan=5, bawahan=2)
    putaran = terbuka(t)
    kosong = hasil_sesudah(putaran.pk, t, [])
    assert hasil_sesudah(putaran.pk, t, t.rekan[:4], nilai=1, baik="Rapi") == kosong
    assert (
        hasil_sesudah(putaran.pk, t, [*t.rekan[3:], *t.bawahan], nilai=4, tingkatkan="Lebih awal") == kosong
    )


def periksa_siapa_di_kelompok_kecil() -> None:
    """Together they are enough: which of the subordinates answered, and how many, is not to be seen."""
    t = tim(rekan=6, bawahan=2)
    putaran = terbuka(t)
    tanpa = hasil_sesudah(putaran.pk, t, t.rekan)
    assert hasil_sesudah(putaran.pk, t, [*t.rekan, t.bawahan[0]]) == tanpa
    assert hasil_sesudah(putaran.pk, t, [*t.rekan, *t.bawahan]) == tanpa


SIFAT = (periksa_sebelum_ditutup, periksa_di_bawah_ambang, periksa_siapa_di_kelompok_kecil)


@pytest.mark.parametrize("sifat", SIFAT, ids=lambda s: s.__name__)
def test_no_page_tells_two_worlds_apart(sifat: Callable[[], None]) -> None:
    sifat()


def _menurut_jawaban(asli: Any) -> Any:
    def jalan(menjawab: Any, *, diundang: Any, terbit: Any) -> Any:
        return asli(menjawab, diundang={p: len(s) for p, s in menjawab.items()}, terbit=terbit)

    return jalan


def test_a_weaker_rule_shows_on_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aturan, "AMBANG", 4)
    with pytest.raises(AssertionError):
        periksa_di_bawah_ambang()


def test_a_name_of_a_group_that_depends_on_answers_shows_on_the_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aturan, "kelompok_tampil", _menurut_jawaban(aturan.kelompok_tampil))
    with pytest.raises(AssertionError):
        periksa_siapa_di_kelompok_kecil()


def test_a_list_that_says_who_has_answered_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def bocor(self: Any) -> str:
        return "Sudah menjawab" if self.menjawab else "Belum"

    monkeypatch.setattr("kinerja.services.umpan_360_hasil.own_rounds", lambda pengguna: [])
    monkeypatch.setattr(
        "kinerja.views.umpan_360._nominee",
        lambda c: {"nama": bocor(Undangan360.objects.get(pk=c.undangan_id)), "pk": 0, "ket": ""},
    )
    with pytest.raises(AssertionError):
        periksa_sebelum_ditutup()


# -- words --------------------------------------------------------------------------------------


def test_nobody_is_told_that_this_is_anonymous() -> None:
    akar = Path(settings.BASE_DIR)
    berkas = [p for pola in ("kinerja/**/*360*.py", "templates/**/*360*.html") for p in akar.glob(pola)]
    assert len(berkas) > 15
    dipakai = [p for p in berkas if "tests" not in p.parts]
    assert [p.name for p in dipakai if "anonim" in p.read_text().lower()] == []


@pytest.mark.parametrize("untuk_talenta", [False, True])
def test_the_page_says_everything_before_the_button(untuk_talenta: bool) -> None:
    t = tim()
    putaran = terbuka(t, untuk_talenta=untuk_talenta)
    isi = buka_halaman(akun(t.rekan[0]), "kinerja:isi_360", undangan(putaran, t.diri, t.rekan[0]).pk)
    sebelum, _, _ = isi.partition('type="submit" class="btn">Kirim')
    talenta = "ikut dipertimbangkan dalam manajemen talenta" if untuk_talenta else "tidak dihitung untuk"
    for kata in (
        "disimpan tersandi pada undangan Anda",
        "hubungan jawaban dengan nama Anda dihapus",
        "Diri dan atasan penilainya (sekarang Atasan)",
        "lima orang atau lebih",
        "dapat menunjukkan siapa penulisnya",
        talenta,
    ):
        assert kata in sebelum


def test_the_superior_is_told_that_the_name_stands_beside_the_answer() -> None:
    t = tim()
    putaran = terbuka(t)
    isi = buka_halaman(akun(t.atasan), "kinerja:isi_360", undangan(putaran, t.diri, t.atasan).pk)
    assert "Jawaban Anda tampil dengan nama Anda." in isi
    assert "hubungan jawaban dengan nama Anda dihapus" not in isi


# -- the HR desk --------------------------------------------------------------------------------


def test_the_hr_desk_has_no_page_of_them() -> None:
    assert [m.__name__ for m in RAHASIA if m in admin.site._registry] == []
    inline = {i.model for a in admin.site._registry.values() for i in a.inlines}
    assert inline.isdisjoint(RAHASIA)
