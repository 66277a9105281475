"""The signature under conversions of angka kredit: one or many, as their signer saw them, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.utils.crypto import salted_hmac

from asn_karier.lib.audit import catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.kata import senti
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit
from kinerja.services.angka_kredit import DITANDAI, konversikan
from kinerja.services.penilai import rated_by
from pegawai.services.riwayat import save_rows

#: What one page of a leader can still be read through.
TERBANYAK: Final = 500
#: So many names stand in a message.
_DISEBUT: Final = 5
_TERBACA: Final = (
    "pegawai_id", "tahun", "mulai", "bulan", "jenjang", "koefisien_milli", "persen", "nilai_senti",
)  # fmt: skip


class Pilihan(NamedTuple):
    """A conversion and the fingerprint of what its signer saw of it."""

    pk: int
    sidik: str


def fingerprint(konversi: KonversiAngkaKredit) -> str:
    """Of everything the paper says; keyed, so that nobody makes one for figures that they did not see."""
    isi = [str(getattr(konversi, nama)) for nama in _TERBACA]
    return salted_hmac("kinerja.konversi", repr(isi)).hexdigest()[:32]


def sign_conversions(*, pilihan: Sequence[Pilihan], actor: Any, at: datetime) -> list[KonversiAngkaKredit]:
    """Sign conversions, whether their appraisal was signed here or elsewhere (e-Kinerja, data awal).

    The drafts are brought up to date first and stay so even when the signature is refused: the next look
    at them shows what would be signed. All are signed or none; the same press twice signs once. Needs no
    open cycle. A fixed number of queries for each year among them. Raises DomainError `pilihan_kosong`,
    `pilihan_terlalu_banyak`, TidakBoleh for anyone but the atasan penilai, Bentrok `konversi_berubah` when
    one of them waits no more or is not what its signer saw.
    Source: PerBKN 3/2023 Ps 12-13.
    """
    _periksa(pilihan)
    terlihat = KonversiAngkaKredit.objects.visible_to(actor).filter(pk__in=[p.pk for p in pilihan])
    kunci = list(terlihat.order_by("pk").values_list("pk", "pegawai_id", "tahun"))
    orang = {pegawai_id for _, pegawai_id, _ in kunci}
    rated_by(pegawai_ids=orang, actor=actor)
    for tahun in sorted({tahun for *_, tahun in kunci}):
        konversikan(pegawai_ids={p for _, p, t in kunci if t == tahun}, tahun=tahun, at=at)
    with transaction.atomic():
        rated_by(pegawai_ids=orang, actor=actor)
        terkunci = _kunci([pk for pk, *_ in kunci])
        if not _sudah(terkunci, pilihan, actor):
            _pastikan_sama(terkunci, pilihan)
            _tulis(terkunci, actor, at)
    return terkunci


def _periksa(pilihan: Sequence[Pilihan]) -> None:
    if not pilihan:
        raise DomainError("pilihan_kosong", "Belum ada konversi yang dipilih untuk ditandatangani.")
    if len(pilihan) > TERBANYAK:
        raise DomainError(
            "pilihan_terlalu_banyak",
            f"Sekali tanda tangan paling banyak {TERBANYAK} konversi. Pilihan Anda {len(pilihan)}.",
            tindakan="Kurangi centangnya, lalu ulangi untuk sisanya.",
        )


def _kunci(pk: Sequence[int]) -> list[KonversiAngkaKredit]:
    semua = KonversiAngkaKredit.objects.select_for_update(of=("self",)).select_related("pegawai", "siklus")
    return list(semua.filter(pk__in=pk).order_by("pk"))


def _sama(k: KonversiAngkaKredit, terbaca: dict[int, str]) -> bool:
    return terbaca[k.pk] == fingerprint(k)


def _sudah(terkunci: Sequence[KonversiAngkaKredit], pilihan: Sequence[Pilihan], actor: Any) -> bool:
    """Whether `actor` has signed exactly this already, as a second press does."""
    terbaca = {p.pk: p.sidik for p in pilihan}
    return len(terkunci) == len(terbaca) and all(
        k.status == StatusKonversi.DITANDATANGANI
        and k.ditandatangani_oleh_id == actor.pk
        and _sama(k, terbaca)
        for k in terkunci
    )


def _pastikan_sama(terkunci: Sequence[KonversiAngkaKredit], pilihan: Sequence[Pilihan]) -> None:
    terbaca = {p.pk: p.sidik for p in pilihan}
    lain = [k for k in terkunci if k.status != StatusKonversi.DRAF or not _sama(k, terbaca)]
    hilang = len(terbaca) - len(terkunci)
    if not (lain or hilang):
        return
    sebutan = [_sebut(k) for k in lain[:_DISEBUT]]
    sisa = len(lain) - len(sebutan) + hilang
    sebutan += [f"{sisa} konversi lain tidak menunggu tanda tangan Anda"] if sisa else []
    raise Bentrok(
        "konversi_berubah",
        f"Berubah sejak Anda membukanya: {'; '.join(sebutan)}. Belum ada yang ditandatangani.",
        tindakan="Periksa angka terbarunya, lalu tanda tangani lagi bila masih perlu.",
    )


def _sebut(k: KonversiAngkaKredit) -> str:
    kini = "sudah ditandatangani" if k.status != StatusKonversi.DRAF else f"sekarang {senti(k.nilai_senti)}"
    return f"konversi {k.masa_predikat} {k.pegawai.nama_gelar} {kini}"


def _tulis(terkunci: Sequence[KonversiAngkaKredit], actor: Any, at: datetime) -> None:
    for k in terkunci:
        k.status = StatusKonversi.DITANDATANGANI
        k.ditandatangani_oleh, k.ditandatangani_pada = actor, at
    save_rows(baru=[], berubah=terkunci, kolom=DITANDAI, actor=actor, at=at, alasan="Ditandatangani")
    catat_satu_satu(
        pengguna=actor,
        tindakan="tanda_tangani_konversi",
        baris=[
            (k.pegawai_id, {"tahun": k.tahun, "mulai": k.mulai.isoformat(), "nilai_senti": k.nilai_senti})
            for k in terkunci
        ],
        kanal="portal",
    )
