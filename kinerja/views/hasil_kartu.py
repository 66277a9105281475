"""Cards on *Kinerja saya*: my last result, objections, what follows for my team."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kinerja.enums import Predikat
from kinerja.kamus.hasil import ARTI_BAGI_PEGAWAI
from kinerja.services.hasil import title_of, yearly_results
from kinerja.services.keberatan_baca import in_short
from kinerja.views.bersama import cases_of, steps_of
from kinerja.views.kartu import Kartu
from kinerja.views.penilaian import KELAS_PREDIKAT
from pegawai.views.tugas import Penanya


def result_card(penanya: Penanya) -> Iterator[Kartu]:
    """The last yearly result; the page says when there is none yet."""
    semua = yearly_results(penanya.saya)
    url = reverse("kinerja:hasil")
    if not semua:
        yield Kartu("Hasil penilaian", "Belum ada penilaian tahunan.", url, "Lihat hasil penilaian")
        return
    p = semua[0]
    kalimat = f"{title_of(p)}: {ARTI_BAGI_PEGAWAI[Predikat(p.predikat)]}"
    tanda, kelas = p.get_predikat_display(), KELAS_PREDIKAT[p.predikat]
    yield Kartu("Hasil penilaian", kalimat, url, "Lihat hasil dan riwayat", tanda, kelas)


def objection_card(penanya: Penanya) -> Iterator[Kartu]:
    """My last objection, and how many I have to decide."""
    url = reverse("kinerja:keberatan")
    kasus = cases_of(penanya)
    milik, putus = kasus.diajukan, kasus.putuskan
    if putus:
        kalimat = f"{len(putus)} keberatan menunggu putusan Anda."
        yield Kartu("Keberatan", kalimat, url, "Lihat keberatan", "Menunggu Anda", "perlu")
    elif milik:
        r = in_short(milik[0], at=penanya.at)
        yield Kartu("Keberatan", f"{r.nomor}: {r.tentang}.", url, "Lihat keberatan", r.tanda, r.kelas)


def follow_up_card(penanya: Penanya) -> Iterator[Kartu]:
    """What follows the results of my team."""
    semua = steps_of(penanya)
    if semua:
        kalimat = f"Hasil {len(semua)} penilaian di tim Anda mempunyai usul atau langkah yang berjalan."
        yield Kartu("Tindak lanjut tim", kalimat, reverse("kinerja:tindak_lanjut"), "Lihat tindak lanjut")
