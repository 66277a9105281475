"""Pages of 360 feedback in the portal and on the home page."""

from __future__ import annotations

import re
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from asn_karier.tests.peramban import masuk, teks
from kinerja.models import Peserta360, Undangan360
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services.umpan_360 import open_putaran
from kinerja.services.umpan_360_isi import read_sealed
from kinerja.tests.pabrik_umpan_360 import (
    SAAT,
    SESUDAH,
    akun,
    desember,
    disiapkan,
    isian,
    jawab,
    terbuka,
    tim,
    tutup,
    undangan,
)
from kinerja.views.umpan_360_tugas import answering_tasks, deciding_tasks, round_card
from pegawai.models import Pegawai
from pegawai.views.saya import own_record
from pegawai.views.tugas import Penanya

__all__ = ["desember"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]


def penanya(orang: Pegawai, rf: Any) -> Penanya:
    permintaan = rf.get("/")
    permintaan.user = akun(orang)
    return Penanya(permintaan, own_record(permintaan), timezone.now())


# -- answering ----------------------------------------------------------------------------------


def test_nothing_is_chosen_beforehand_and_every_question_can_be_left_to_others() -> None:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    isi = teks(masuk(akun(t.rekan[0])).get(reverse("kinerja:isi_360", args=[u.pk])))
    assert "checked" not in isi
    assert isi.count("Tidak dapat menilai</span>") == len(SEMUA_BUTIR)


def test_what_is_missing_is_said_and_nothing_typed_is_lost() -> None:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    kiriman = dict.fromkeys(SEMUA_BUTIR[1:], "3") | {"baik": "Rapi sekali", "versi": "1"}
    isi = teks(masuk(akun(t.rekan[0])).post(reverse("kinerja:isi_360", args=[u.pk]), kiriman))
    assert "Ada yang perlu diperbaiki" in isi
    assert "Pilih jawaban untuk «Memahami kebutuhan" in isi
    assert "Rapi sekali" in isi
    assert isi.count("checked") == len(SEMUA_BUTIR) - 1


def test_a_sentence_that_is_too_long_says_how_long_it_is() -> None:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    kiriman = dict.fromkeys(SEMUA_BUTIR, "3") | {"baik": "x" * 501, "versi": "1"}
    isi = teks(masuk(akun(t.rekan[0])).post(reverse("kinerja:isi_360", args=[u.pk]), kiriman))
    assert "Kalimat paling banyak 500 huruf. Sekarang 501" in isi


def test_a_stale_page_keeps_what_was_typed_and_the_next_press_counts() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    jawab(putaran, t.diri, t.rekan[0], nilai=2)
    client, alamat = masuk(akun(t.rekan[0])), reverse("kinerja:isi_360", args=[u.pk])
    kiriman = dict.fromkeys(SEMUA_BUTIR, "4") | {"baik": "Sigap", "versi": "1"}
    bentrok = client.post(alamat, kiriman)
    assert bentrok.status_code == 409
    versi = re.search(r'name="versi" value="(\d+)"', teks(bentrok))
    assert versi is not None
    assert "Sigap" in teks(bentrok)
    assert client.post(alamat, kiriman | {"versi": versi[1]}).status_code == 302
    u.refresh_from_db()
    assert read_sealed(u.segel) == isian(4, "Sigap")


def test_after_the_last_day_the_page_says_so_and_has_no_form() -> None:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    with time_machine.travel(SESUDAH, tick=False):
        isi = teks(masuk(akun(t.rekan[0])).get(reverse("kinerja:isi_360", args=[u.pk])))
    assert "Batas menjawab sudah lewat" in isi
    assert "Kirim jawaban" not in isi


# -- who is asked -------------------------------------------------------------------------------


def test_the_atasan_decides_about_everybody_with_one_press() -> None:
    t = tim(rekan=6)
    putaran = disiapkan(t.diri, *t.rekan)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    client = masuk(akun(t.atasan))
    isi = teks(client.get(reverse("kinerja:calon_360")))
    kirim = {n: re.findall(rf'name="{n}" value="([^"]+)"', isi) for n in ("dilihat", "pilih")}
    assert len(kirim["dilihat"]) == 7
    hasil = teks(client.post(reverse("kinerja:calon_360"), kirim, follow=True))
    assert "Penjawab untuk 7 pegawai sudah ditetapkan." in hasil
    assert not Peserta360.objects.filter(ditetapkan=False).exists()


def test_an_empty_or_foreign_decision_is_told_and_changes_nothing() -> None:
    t = tim()
    putaran = disiapkan(t.diri)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    kunci = f"{Peserta360.objects.get().pk}:1"
    for orang, dilihat in ((t.atasan, "x"), (t.rekan[0], kunci), (t.atasan, f"{10**15}:1")):
        jawaban = masuk(akun(orang)).post(reverse("kinerja:calon_360"), {"dilihat": dilihat}, follow=True)
        assert jawaban.status_code == 200
    assert not Peserta360.objects.get().ditetapkan


def test_the_person_adds_a_colleague() -> None:
    t = tim(rekan=11)
    putaran = disiapkan(t.diri)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    client, alamat = masuk(akun(t.diri)), reverse("kinerja:usul_360", args=[putaran.pk])
    diusulkan = set(Undangan360.objects.values_list("penjawab_id", flat=True))
    lain = next(r for r in t.rekan if r.pk not in diusulkan)
    assert "Usulan Anda tersimpan" in teks(client.post(alamat, {"penjawab": lain.pk}, follow=True))
    assert "Pilih satu rekan" in teks(client.post(alamat, {}))
    assert "Rekan itu tidak ada dalam pilihan" in teks(client.post(alamat, {"penjawab": t.atasan.pk}))


# -- home, card, results ------------------------------------------------------------------------


def test_home_counts_people_and_minutes(rf: Any) -> None:
    t = tim(rekan=4)
    putaran = disiapkan(t.diri, *t.rekan[1:])
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    putaran.undangan.update(status="diundang")
    [tugas] = answering_tasks(penanya(t.rekan[0], rf))
    assert tugas.judul == "Beri umpan balik 360 tentang 4 rekan"
    assert (tugas.menit, tugas.tanda) == (8, "Batas 15 Desember 2026 pukul 23.59 WIB")
    assert "dirahasiakan" in tugas.ket


def test_home_tells_the_atasan_that_lists_wait(rf: Any) -> None:
    t = tim()
    putaran = disiapkan(t.diri, *t.rekan)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    [tugas] = deciding_tasks(penanya(t.atasan, rf))
    assert tugas.judul == "Tetapkan penjawab umpan balik 360 untuk 6 pegawai"
    assert list(deciding_tasks(penanya(t.diri, rf))) == []


def test_a_finished_or_late_answer_is_no_task(rf: Any) -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, t.rekan[0])
    assert list(answering_tasks(penanya(t.rekan[0], rf))) == []
    with time_machine.travel(SESUDAH, tick=False):
        assert list(answering_tasks(penanya(t.rekan[1], rf))) == []


def test_the_card_says_where_the_round_stands(rf: Any) -> None:
    t = tim()
    assert list(round_card(penanya(t.diri, rf))) == []
    putaran = terbuka(t)
    [kartu] = round_card(penanya(t.diri, rf))
    assert (kartu.tanda, kartu.teks_url) == ("Berjalan", "Lihat siapa yang ditanya")
    tutup(putaran)
    [kartu] = round_card(penanya(t.diri, rf))
    assert (kartu.tanda, kartu.teks_url) == ("Ditutup", "Baca hasil")


def test_a_result_names_the_superior_and_shows_the_group_without_numbers() -> None:
    t = tim(rekan=6)
    putaran = terbuka(t)
    jawab(putaran, t.diri, t.atasan, nilai=2)
    jawab(putaran, t.diri, *t.rekan, nilai=4, baik="Datang tepat waktu")
    tutup(putaran)
    isi = teks(masuk(akun(t.diri)).get(reverse("kinerja:hasil_360", args=[putaran.pk, t.diri.pk])))
    assert "Atasan penilai: Atasan" in isi
    assert isi.count("Sering terlihat sampai menjadi teladan") == 7
    assert isi.count("Datang tepat waktu") == 6
    assert not re.search(r"\b6 (orang|jawaban|rekan|penjawab)", isi)
