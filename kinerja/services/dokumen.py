"""The printed papers of performance: which there are, who may print them, which have their signed copy.

Only what was announced or signed has a paper; for everybody else, and for whoever may not print it, it does
not exist. A paper is KONSEP until a signed copy of just this content is attached (`services.salinan`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.kata import tanggal, waktu
from asn_karier.lib.pdf import render_pdf
from kinerja.enums import JenisDokumen, JenisSiklus, StatusSKP
from kinerja.models import (
    EvaluasiPeriodik,
    KonversiAngkaKredit,
    NaskahSKP,
    PenetapanAngkaKredit,
    Penilaian,
    SalinanTertanda,
    SiklusPenilaian,
)
from kinerja.querysets import paper_readers
from kinerja.reports.angka_kredit import accumulation_sheet, conversion_sheet, pak_sheet
from kinerja.reports.evaluasi import Baris, evaluation_sheet
from kinerja.reports.kertas import span
from kinerja.reports.skp import plan_sheet
from kinerja.services.dokumen_sumber import accumulation_of, pak_with_before
from kinerja.services.pola import organisation_predikat
from pegawai.models import Pegawai

TEMPLAT: Final = "dokumen_kinerja"
_PEGAWAI: Final = ("pegawai__instansi", "pegawai__unit")


class Dokumen(NamedTuple):
    """One paper. `kunci` says which of its kind, `pk` is what its address is about, `sidik` what it says."""

    jenis: JenisDokumen
    pegawai: Pegawai
    kunci: int
    pk: int
    judul: str
    sidik: str
    isi: Callable[[], dict[str, Any]]


def papers_of(pegawai: Pegawai, *, pengguna: Any) -> list[Dokumen]:
    """Every paper of one person that `pengguna` may print; a constant number of queries."""
    return [d for cari in _SUMBER.values() for d in cari(pengguna, {"pegawai": pegawai})]


def find_paper(*, jenis: JenisDokumen, pk: int, pengguna: Any) -> Dokumen:
    """One paper; TidakDitemukan when it is not there, not announced, or not for `pengguna` to print."""
    for d in _SUMBER[jenis](pengguna, _SARING.get(jenis, _by_pk)(pk)):
        return d
    raise TidakDitemukan("dokumen_tidak_ditemukan", "Dokumen ini belum ada, atau di luar lingkup Anda.")


def print_paper(
    *, jenis: JenisDokumen, pk: int, pengguna: Any, kanal: str, at: datetime
) -> tuple[str, bytes]:
    """(file name, PDF) of one paper, with a line on the trail of its person."""
    d = find_paper(jenis=jenis, pk=pk, pengguna=pengguna)
    catat_baca(
        pengguna=pengguna, pegawai_ids=[d.pegawai.pk], kanal=kanal, tindakan="cetak", keperluan=d.judul
    )
    salinan = signed_copies([d])
    isi = d.isi() | {
        "konsep": not is_signed(d, salinan),
        "kaki": f"Dicetak {waktu(timezone.localtime(at))}",
    }
    return f"{jenis.value.replace('_', '-')}-{d.kunci}", render_pdf(TEMPLAT, isi)


Salinan = Mapping[tuple[int, str, int], SalinanTertanda]


def signed_copies(semua: Iterable[Dokumen]) -> Salinan:
    """The signed copies of these people, by person, kind and key; one query."""
    ids = {d.pegawai.pk for d in semua}
    ada = SalinanTertanda.objects.filter(pegawai__in=ids).select_related("bukti")
    return {(s.pegawai_id, s.jenis, s.kunci): s for s in ada}


def is_signed(d: Dokumen, salinan: Salinan) -> bool:
    """Whether the signed copy says what the paper says now."""
    ada = salinan.get((d.pegawai.pk, d.jenis, d.kunci))
    return ada is not None and ada.sidik == d.sidik


def fingerprint(*isi: Any) -> str:
    """Of the substance of a paper: what is rated or counted, not how the person is called today."""
    return hashlib.sha256(repr(isi).encode()).hexdigest()


# -- where papers come from -----------------------------------------------------------------------

Saring = Mapping[str, Any]


def _by_pk(pk: int) -> Saring:
    return {"pk": pk}


def _yearly(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    semua = Penilaian.objects.dapat_dicetak(pengguna).filter(**saring).select_related(*_PEGAWAI)
    for p in semua.order_by("-tahun", "pk"):
        yield _evaluation(p, JenisDokumen.EVALUASI_TAHUNAN, f"Evaluasi kinerja tahun {p.tahun}")


def _periodic(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    semua = EvaluasiPeriodik.objects.dapat_dicetak(pengguna).filter(**saring)
    for p in semua.select_related("siklus", *_PEGAWAI).order_by("-mulai", "pk"):
        yield _evaluation(p, JenisDokumen.EVALUASI_PERIODIK, f"Evaluasi kinerja {span(p.mulai, p.sampai)}")


def _evaluation(p: Baris, jenis: JenisDokumen, judul: str) -> Dokumen:
    inti = (p.rating_hasil, p.rating_perilaku, p.predikat, p.umpan_balik, p.penilai_id)
    return Dokumen(
        jenis, p.pegawai, p.pk, p.pk, judul, fingerprint(jenis.value, p.pk, *inti), lambda: _evaluation_isi(p)
    )


def _evaluation_isi(p: Baris) -> dict[str, Any]:
    siklus = p.siklus if isinstance(p, EvaluasiPeriodik) else _yearly_cycle(p)
    return evaluation_sheet(p, organisation_predikat(siklus, p.pegawai.unit) if siklus else None)


def _yearly_cycle(p: Penilaian) -> SiklusPenilaian | None:
    semua = SiklusPenilaian.objects.filter(jenis=JenisSiklus.TAHUNAN, tahun=p.tahun)
    siklus: SiklusPenilaian | None = semua.filter(instansi=p.pegawai.instansi_id).first()
    return siklus


def _conversions(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    semua = KonversiAngkaKredit.objects.dapat_dicetak(pengguna).filter(**saring)
    per_tahun: dict[int, list[KonversiAngkaKredit]] = {}
    for k in semua.select_related("ditandatangani_oleh", *_PEGAWAI).order_by("-tahun", "mulai"):
        per_tahun.setdefault(k.tahun, []).append(k)
    for tahun, baris in per_tahun.items():
        yield _conversion(tahun, baris)


def _conversion(tahun: int, baris: list[KonversiAngkaKredit]) -> Dokumen:
    orang = baris[0].pegawai
    return Dokumen(
        JenisDokumen.KONVERSI, orang, tahun, baris[0].pk, f"Konversi angka kredit {tahun}",
        fingerprint("konversi", tahun, *map(_line, baris)), lambda: conversion_sheet(orang, baris),
    )  # fmt: skip


def _conversion_of(pk: int) -> Saring:
    """All lines of the year of one of them: the form has them all."""
    kunci = KonversiAngkaKredit.objects.filter(pk=pk).values_list("pegawai", "tahun").first()
    return {"pegawai": kunci[0], "tahun": kunci[1]} if kunci else {"pk": pk}


def _line(k: KonversiAngkaKredit) -> tuple[Any, ...]:
    return k.mulai.isoformat(), k.bulan, k.jenjang, k.koefisien_milli, k.persen, k.nilai_senti


def _accumulation(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    """Its address is about the person."""
    a = accumulation_of(pengguna, saring["pegawai"])
    if a is None:
        return
    pak = (a.pak.pk, a.pak.sampai.isoformat(), a.pak.jumlah_senti) if a.pak else ()
    yield Dokumen(
        JenisDokumen.AKUMULASI, a.pegawai, 0, a.pegawai.pk,
        f"Akumulasi angka kredit sampai {tanggal(a.sampai)}",
        fingerprint("akumulasi", pak, *map(_line, a.dijumlahkan)), lambda: accumulation_sheet(a),
    )  # fmt: skip


def _paks(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    semua = PenetapanAngkaKredit.objects.dapat_dicetak(pengguna).filter(**saring)
    for pak in semua.select_related(*_PEGAWAI).order_by("-sampai", "pk"):
        yield _pak(pak)


def _pak(pak: PenetapanAngkaKredit) -> Dokumen:
    return Dokumen(
        JenisDokumen.PAK, pak.pegawai, pak.pk, pak.pk,
        f"Penetapan angka kredit sampai {tanggal(pak.sampai)}",
        fingerprint("pak", pak.pk, pak.nomor, pak.sampai.isoformat(), pak.jenjang, pak.jumlah_senti),
        lambda: pak_sheet(pak_with_before(pak)),
    )  # fmt: skip


def _plans(pengguna: Any, saring: Saring) -> Iterator[Dokumen]:
    """Agreed plans, in their last agreed text; one that is talked over again has none."""
    orang = paper_readers(Pegawai.objects.all(), pengguna)
    naskah = NaskahSKP.objects.visible_to(pengguna).filter(skp__status=StatusSKP.DISEPAKATI)
    semua = naskah.filter(skp__pegawai__in=orang, **{f"skp__{k}": v for k, v in saring.items()})
    akhir = semua.select_related(*(f"skp__{p}" for p in _PEGAWAI)).order_by("-skp__mulai", "skp", "-ke")
    terlihat: set[int] = set()
    for n in akhir:
        if n.skp_id not in terlihat:
            terlihat.add(n.skp_id)
            yield _plan(n)


def _plan(n: NaskahSKP) -> Dokumen:
    skp = n.skp
    return Dokumen(
        JenisDokumen.SKP, skp.pegawai, skp.pk, skp.pk, f"SKP {skp.tahun}, {span(skp.mulai, skp.sampai)}",
        fingerprint("skp", skp.pk, n.ke), lambda: plan_sheet(n),
    )  # fmt: skip


_SUMBER: Final[dict[JenisDokumen, Callable[[Any, Saring], Iterator[Dokumen]]]] = {
    JenisDokumen.EVALUASI_TAHUNAN: _yearly,
    JenisDokumen.EVALUASI_PERIODIK: _periodic,
    JenisDokumen.KONVERSI: _conversions,
    JenisDokumen.AKUMULASI: _accumulation,
    JenisDokumen.PAK: _paks,
    JenisDokumen.SKP: _plans,
}
_SARING: Final[dict[JenisDokumen, Callable[[int], Saring]]] = {
    JenisDokumen.KONVERSI: _conversion_of,
    JenisDokumen.AKUMULASI: lambda pk: {"pegawai": pk},
}
