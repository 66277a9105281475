"""Answering: one sealed answer for each invitation, which its giver may change until the last day is over.

Nothing is written to the trail: a line there would tell the moment, and the rated person who was asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.utils.text import normalize_newlines

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.sandi import buka_segel, segel
from kinerja.enums import Skala360, StatusPutaran360, StatusUndangan360
from kinerja.models import Putaran360, Undangan360
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services.tenggat import Tenggat
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of

KALIMAT_TERPANJANG: Final = 500


class Isian360(NamedTuple):
    """What a giver says: a word of the scale for every question, and perhaps two sentences."""

    nilai: Mapping[str, int]
    baik: str = ""
    tingkatkan: str = ""


class Lembar360(NamedTuple):
    """One invitation as its giver sees it. `isian` is None before the first answer."""

    undangan: Undangan360
    tenggat: Tenggat
    isian: Isian360 | None
    terbuka: bool


def my_sheets(*, saya: Pegawai, pengguna: Any, at: datetime) -> list[Lembar360]:
    """Everything `pengguna` is asked in open rounds, what is not answered first; one query."""
    undangan = _diundang(pengguna).filter(putaran__status=StatusPutaran360.DIBUKA)
    baris = undangan.defer("segel").order_by("menjawab", "dinilai__nama", "pk")
    return [_lembar(u, saya, at) for u in baris]


def one_sheet(*, saya: Pegawai, pengguna: Any, undangan_id: int, at: datetime) -> Lembar360:
    """One invitation with the own answer, while its round is open; TidakDitemukan otherwise."""
    undangan = _diundang(pengguna).filter(pk=undangan_id, putaran__status=StatusPutaran360.DIBUKA).first()
    if undangan is None:
        raise _tidak_ada()
    return _lembar(undangan, saya, at, isian=read_sealed(undangan.segel))


def _diundang(pengguna: Any) -> Any:
    undangan = Undangan360.objects.visible_to(pengguna).filter(status=StatusUndangan360.DIUNDANG)
    return undangan.select_related("putaran", "dinilai__atasan", "dinilai__unit")


def _lembar(u: Undangan360, saya: Pegawai, at: datetime, isian: Isian360 | None = None) -> Lembar360:
    tenggat = answering_deadline(u.putaran, saya)
    return Lembar360(u, tenggat, isian, not tenggat.lewat(at))


def answering_deadline(putaran: Putaran360, penjawab: Pegawai) -> Tenggat:
    """The last day, on the clock of whoever answers."""
    return Tenggat(putaran.batas, zone_of(penjawab), "")


@transaction.atomic
def send_answer(*, undangan_id: int, isian: Isian360, actor: Any, at: datetime, versi: int) -> Undangan360:
    """Seal the answer of `actor`, in place of the one before. Sending the same again changes nothing.

    `versi` is the version the giver saw. Raises TidakDitemukan for an invitation of somebody else, Bentrok
    when the round was closed or the answer changed meanwhile, DomainError when the last day is over or
    something is missing.
    """
    isi = _periksa(isian)
    undangan = lock_undangan(undangan_id, actor)
    _harus_dapat_dijawab(undangan, actor, at)
    if undangan.menjawab and read_sealed(undangan.segel) == isi:
        return undangan
    if undangan.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Jawaban ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Periksa isian di bawah, lalu kirim lagi.",
        )
    undangan.menjawab, undangan.segel = True, segel(_tulis(isi))
    undangan.versi += 1
    undangan.save(update_fields=["menjawab", "segel", "versi"])
    return undangan


def lock_undangan(undangan_id: int, actor: Any) -> Undangan360:
    """The invitation, held. Closing holds all of them before it reads, so each answer is in or refused."""
    milik = Undangan360.objects.visible_to(actor).filter(pk=undangan_id, status=StatusUndangan360.DIUNDANG)
    undangan: Undangan360 | None = milik.select_for_update().first()
    if undangan is None:
        raise _tidak_ada()
    return undangan


def _harus_dapat_dijawab(undangan: Undangan360, actor: Any, at: datetime) -> None:
    """The round is read after the invitation is held: whoever closed it meanwhile is seen."""
    putaran = Putaran360.objects.get(pk=undangan.putaran_id)
    if putaran.status != StatusPutaran360.DIBUKA:
        raise Bentrok("putaran_ditutup", "Putaran ini sudah ditutup. Jawaban Anda belum terkirim.")
    penjawab = Pegawai.objects.select_related("unit", "instansi").get(pk=actor.pegawai_id)
    tenggat = answering_deadline(putaran, penjawab)
    if tenggat.lewat(at):
        raise DomainError("batas_lewat", f"Batas menjawab {tenggat.teks} sudah lewat.")


def _periksa(isian: Isian360) -> Isian360:
    sah = {s.value for s in Skala360}
    if set(isian.nilai) != set(SEMUA_BUTIR) or not set(isian.nilai.values()) <= sah:
        raise DomainError("isian_kurang", "Pilih satu jawaban untuk setiap pernyataan.")
    baik, tingkatkan = (tidy_sentence(t) for t in (isian.baik, isian.tingkatkan))
    for teks in (baik, tingkatkan):
        if len(teks) > KALIMAT_TERPANJANG:
            raise DomainError(
                "kalimat_panjang", f"Kalimat paling banyak {KALIMAT_TERPANJANG} huruf. Sekarang {len(teks)}."
            )
    return Isian360({b: int(isian.nilai[b]) for b in SEMUA_BUTIR}, baik, tingkatkan)


def tidy_sentence(teks: str) -> str:
    """One line with single blanks: how somebody breaks lines tells who they are."""
    return " ".join(normalize_newlines(teks).split())


def _tulis(isi: Isian360) -> str:
    return json.dumps([isi.nilai, isi.baik, isi.tingkatkan], ensure_ascii=False)


def read_sealed(isi: str) -> Isian360 | None:
    """The answer in a seal; None for no answer."""
    return Isian360(*json.loads(buka_segel(isi))) if isi else None


def _tidak_ada() -> TidakDitemukan:
    return TidakDitemukan("undangan_tidak_ditemukan", "Undangan itu tidak ditemukan atau sudah ditutup.")
