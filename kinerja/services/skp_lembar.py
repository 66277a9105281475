"""An SKP in words, once: the page, the agreed text that is kept, and the rules read the same."""

from __future__ import annotations

from typing import Any, Final

from asn_karier.lib import kata
from kinerja.enums import (
    AspekIndikator,
    JenisHasilKerja,
    JenisLampiran,
    NilaiBerakhlak,
    PendekatanSKP,
)
from kinerja.kamus import LABEL
from kinerja.models import SKP, HasilKerja, Indikator
from kinerja.rules.skp import HasilRencana, IndikatorRencana, Rencana
from pegawai.enums import Jenjang

JPT: Final = frozenset({Jenjang.JPT_PRATAMA, Jenjang.JPT_MADYA, Jenjang.JPT_UTAMA})


def rows_of(skp: SKP) -> list[HasilKerja]:
    """Every row with its indicators and the leader's row; two queries."""
    baris = skp.hasil_kerja.select_related("induk", "perspektif").prefetch_related("indikator")
    return list(baris)


def is_jpt(skp: SKP) -> bool:
    """Whether the form of this plan has perspectives."""
    return skp.jabatan is not None and skp.jabatan.jenjang in JPT


def plan_of(skp: SKP, *, ada_penilai: bool, baris: list[HasilKerja] | None = None) -> Rencana:
    """What the rules judge."""
    return Rencana(
        pendekatan=PendekatanSKP(skp.pendekatan),
        hasil=[_rencana(h) for h in (rows_of(skp) if baris is None else baris)],
        lampiran=frozenset(JenisLampiran(j) for j in skp.lampiran.values_list("jenis", flat=True)),
        ada_penilai=ada_penilai,
        jpt=is_jpt(skp),
    )


def _rencana(h: HasilKerja) -> HasilRencana:
    return HasilRencana(
        id=h.pk,
        jenis=JenisHasilKerja(h.jenis),
        rhk=h.rhk,
        indikator=[
            IndikatorRencana(i.iki, i.target, AspekIndikator(i.aspek) if i.aspek else None)
            for i in h.indikator.all()
        ],
        bertaut=not h.menunggu_atasan,
        berperspektif=h.perspektif_id is not None,
    )


def sheet(skp: SKP, baris: list[HasilKerja] | None = None) -> dict[str, Any]:
    """The whole plan as words that JSON keeps; what is not there is an empty text."""
    return {
        "masa": f"{kata.tanggal(skp.mulai)} sampai {kata.tanggal(skp.sampai)}",
        "jabatan": skp.jabatan.nama if skp.jabatan else "",
        "penilai": skp.penilai.nama_gelar if skp.penilai else "",
        "pendekatan": skp.get_pendekatan_display(),
        "hasil": [_hasil(h) for h in (rows_of(skp) if baris is None else baris)],
        "perilaku": _perilaku(skp),
        "lampiran": _lampiran(skp),
    }


def _hasil(h: HasilKerja) -> dict[str, Any]:
    return {
        "id": h.pk,
        "jenis": h.get_jenis_display(),
        "rhk": h.rhk,
        "induk": h.induk.rhk if h.induk else h.induk_teks,
        "menunggu": h.menunggu_atasan,
        "perspektif": h.perspektif.nama if h.perspektif else "",
        "indikator": [_indikator(i) for i in h.indikator.all()],
    }


def _indikator(i: Indikator) -> dict[str, str]:
    return {"iki": i.iki, "aspek": i.get_aspek_display() or "", "target": i.target}


def _perilaku(skp: SKP) -> list[dict[str, str]]:
    """The seven values in their order, with what the leader expects beyond the guide."""
    tertulis = {e.nilai: e for e in skp.ekspektasi.select_related("oleh__pegawai")}
    return [
        {
            "nilai": LABEL[NilaiBerakhlak][n],
            "ekspektasi": tertulis[n].ekspektasi if n in tertulis else "",
            "oleh": account_name(tertulis[n].oleh) if n in tertulis else "",
        }
        for n in NilaiBerakhlak
    ]


def account_name(akun: Any) -> str:
    """The person behind an account (their account may be called by its NIP); 'Sistem' for none."""
    if akun is None:
        return "Sistem"
    return akun.pegawai.nama_gelar if akun.pegawai_id else str(akun)


def _lampiran(skp: SKP) -> list[dict[str, Any]]:
    isi: dict[str, list[str]] = {}
    for satu in skp.lampiran.all():
        isi.setdefault(satu.jenis, []).append(satu.isi)
    return [{"jenis": LABEL[JenisLampiran][j], "isi": isi.get(j, [])} for j in JenisLampiran]
