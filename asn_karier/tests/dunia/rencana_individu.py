"""The individual plan of the ASN: agreed; in that of this year an entry of HR waits for their yes."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import SAAT, TANDA, Dunia
from karier.models import KirimanRencana, RencanaPengembangan
from karier.services.rencana_isi import change_item, typed
from karier.services.rencana_isikan import bring_in
from karier.services.rencana_jalan import finish_item
from karier.services.rencana_kertas import take_along
from karier.services.rencana_luring import Lembar, read_code, sheet_code
from karier.services.rencana_sepakat import Tekan, agree_plan, send_plan
from karier.services.rencana_sumber import text_of, words_of
from karier.services.rencana_usul import start_plan
from pegawai.models import Pengguna
from pegawai.tests.berkas_bukti import unggahan


def individual_plan(d: Dunia) -> None:
    """All words carry the mark; one item is done with a proof."""
    akun, hr, kanal = d.akun["diri"], d.akun["hr"], "uji"
    r = start_plan(pegawai=d.diri, tahun=SAAT.year + 1, actor=akun, at=SAAT, kanal=kanal)
    for b in r.butir.order_by("urut"):
        r.refresh_from_db()
        isi = typed(words_of(b))._replace(kegiatan=f"Belajar {TANDA} {b.nomor}")
        change_item(rencana_id=r.pk, butir_id=b.pk, isi=isi, versi=r.versi, actor=akun, at=SAAT)
    r.refresh_from_db()
    send_plan(Tekan(r.pk, r.versi, akun, SAAT, kanal))
    agree_plan(Tekan(r.pk, r.versi, d.akun["atasan"], SAAT, kanal))
    butir = r.butir.order_by("urut")[0]
    finish_item(
        rencana_id=r.pk, butir_id=butir.pk, refleksi=f"Paham {TANDA}",
        berkas=unggahan(), actor=akun, at=SAAT, kanal=kanal,
    )  # fmt: skip
    lama = start_plan(pegawai=d.diri, tahun=SAAT.year, actor=akun, at=SAAT, kanal=kanal)
    kiriman = _entry(RencanaPengembangan.objects.get(pk=lama.pk), hr)
    d.objek |= {
        "karier.rencanapengembangan": r,
        "karier.butirrencana": butir,
        "karier.dialogrencana": r.dialog.first(),
        "karier.naskahrencana": r.naskah.get(sebab="sepakat"),
        "karier.kirimanrencana": kiriman,
    }


def _entry(r: RencanaPengembangan, hr: Pengguna) -> KirimanRencana:
    """What HR typed for the person."""
    take_along(rencana=r, actor=hr, at=SAAT, kanal="uji")
    baris = [b._replace(isi={**b.isi, "alasan": f"Alasan {TANDA}"}) for b in text_of(r)]
    lembar = Lembar(*read_code(sheet_code(r)), baris, frozenset())
    return bring_in(rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=hr, at=SAAT, kanal="uji")
