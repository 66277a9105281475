"""A plan that is taken along: sheet, small page, paper. Its words are kept, so that it may come back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Tabel
from asn_karier.lib.pdf import render_pdf
from karier.enums import SebabNaskah
from karier.kamus.rencana import span_text, value_text
from karier.models import RencanaPengembangan
from karier.rules.beda_rencana import RUAS
from karier.services.rencana_luring import sheet_code, sheet_table
from karier.services.rencana_sumber import Pelaku, hold, hold_person, keep, text_of
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, identity, moment_text, zone_of


@transaction.atomic
def take_along(*, rencana: RencanaPengembangan, actor: Any, at: datetime, kanal: str) -> RencanaPengembangan:
    """Keep the words of this moment, so that what is written on them can be joined; the plan as it stands."""
    hold_person(rencana.pegawai_id)
    kini = hold(rencana.pk)
    keep(kini, SebabNaskah.LURING, Pelaku(actor, at, kanal))
    catat_baca(
        pengguna=actor,
        pegawai_ids=[kini.pegawai_id],
        kanal=kanal,
        tindakan="unduh",
        keperluan="Lembar rencana",
    )
    return kini


def blank_sheet(*, rencana: RencanaPengembangan, actor: Any, at: datetime, kanal: str) -> Tabel:
    """The workbook to be written on."""
    return sheet_table(take_along(rencana=rencana, actor=actor, at=at, kanal=kanal))


def page_words(*, rencana: RencanaPengembangan, actor: Any, at: datetime, kanal: str) -> dict[str, Any]:
    """Everything of the plan as text, for a page and a paper that need nothing else."""
    r = take_along(rencana=rencana, actor=actor, at=at, kanal=kanal)
    pegawai: Pegawai = r.pegawai
    zona = zone_of(pegawai)
    return {
        "judul": str(r),
        "nama": pegawai.nama_gelar,
        "identitas": identity(pegawai, per=day_of(pegawai, at)).teks,
        "atasan": r.atasan.nama_gelar if r.atasan else "",
        "status": r.get_status_display(),
        "disepakati": moment_text(r.disepakati_pada, zona) if r.disepakati_pada else "",
        "kode": sheet_code(r),
        "dicetak": moment_text(at, zona),
        "butir": [
            {
                "nomor": str(b.nomor),
                **{n: value_text(n, b.isi[n]) if b.isi[n] != "" else "" for n in RUAS},
                "waktu": span_text(b.isi["mulai"], b.isi["selesai"]),
            }
            for b in text_of(r)
        ],
    }


def plan_paper(*, rencana: RencanaPengembangan, actor: Any, at: datetime, kanal: str) -> bytes:
    """The same as PDF, with room to write on and to sign."""
    isi = page_words(rencana=rencana, actor=actor, at=at, kanal=kanal)
    hari = kata.tanggal(day_of(rencana.pegawai, at))
    return render_pdf("rencana_individu", {**isi, "kaki": f"{isi['kode']}, dicetak {hari}"})
