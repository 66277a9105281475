"""Many proposals in one go: judged anew together, with who is left out and why; one letter carries them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NamedTuple

import numpy as np
from django.db import transaction
from django.db.models import F

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi, SuratPengantar
from karier.rules.periode import proposal_window
from karier.services.bulan_kp import aturan_bulan
from karier.services.dukungan import sebab_tak_didukung, usul_berjalan
from karier.services.fakta import kumpulkan
from karier.services.hasil import hitung
from karier.services.jejak_keputusan import record_decisions
from karier.services.usul import TERBANYAK, pastikan_pengelola, tahan_orang, tulis_usul
from pegawai.models import Instansi

DIRI_SENDIRI: Final = "Ini tentang diri Anda sendiri. Mintalah rekan Anda memutuskannya."
BERUBAH: Final = "Rekomendasinya berubah sejak Anda membuka daftar. Muat ulang daftar untuk melihatnya."
TINJAU: Final = "Perhitungan terakhir tidak lagi mendukungnya. Jalankan perhitungan lagi."


class Pilihan(NamedTuple):
    """What an officer ticked: a recommendation and the version they saw."""

    pk: int
    versi: int


@dataclass(frozen=True, slots=True)
class Pilahan:
    """Who can be proposed now, and who is left out with the reason. `dipilih`: how many were ticked."""

    dipilih: int
    dapat: list[Rekomendasi] = field(default_factory=list)
    ditinggal: list[tuple[Rekomendasi, str]] = field(default_factory=list)


def baca_pilihan(teks: Iterable[str]) -> list[Pilihan]:
    """'12.3' is recommendation 12 in version 3; what is not written so is passed over, doubles too."""
    hasil = {}
    for satu in teks:
        pk, titik, versi = satu.partition(".")
        if titik and all(t.isascii() and t.isdigit() and len(t) <= 18 for t in (pk, versi)):
            hasil[int(pk)] = Pilihan(int(pk), int(versi))
    return list(hasil.values())


def pilah_usulan(
    *, instansi: Instansi, periode: date, pilihan: Sequence[Pilihan], actor: Any, at: datetime
) -> Pilahan:
    """Who of `pilihan` can be proposed at `at`; nothing is written. A fixed number of queries.

    DomainError `pilihan_kosong`, `pilihan_terlalu_banyak`, `jendela_tutup`.
    """
    hari, aturan = aturan_bulan(instansi, at)
    periksa_pilihan(pilihan)
    _periksa_jendela(periode, hari, aturan)
    return _pilah(_baris(instansi, periode, pilihan, actor), pilihan, actor, hari, aturan, periode)


@transaction.atomic
def tetapkan_usulan(
    *,
    instansi: Instansi,
    periode: date,
    pilihan: Sequence[Pilihan],
    kunci: str,
    actor: Any,
    at: datetime,
    kanal: str = "admin",
) -> SuratPengantar:
    """Propose everybody of `pilihan` who can be proposed, under one new letter.

    The same `kunci` again gives the letter it made the first time. DomainError as `pilah_usulan`, and
    `tidak_ada_yang_dapat` when nobody is left; TidakDitemukan without authority over the instansi.
    """
    pastikan_pengelola(instansi, actor)
    hari, aturan = aturan_bulan(instansi, at)
    periksa_pilihan(pilihan)
    semua = tahan_orang(_baris(instansi, periode, pilihan, actor))
    ada: SuratPengantar | None = SuratPengantar.objects.filter(
        kunci=kunci, dibuat_oleh=actor, instansi=instansi
    ).first()
    if ada is not None:
        return ada
    _periksa_jendela(periode, hari, aturan)
    dapat = _pilah(semua, pilihan, actor, hari, aturan, periode).dapat
    if not dapat:
        raise DomainError(
            "tidak_ada_yang_dapat",
            "Tidak seorang pun dari pilihan Anda dapat ditetapkan sekarang.",
            tindakan="Muat ulang daftar; yang sudah ditetapkan ada pada tab Sudah diusulkan.",
        )
    surat = SuratPengantar.objects.create(
        instansi=instansi, periode=periode, kunci=kunci, dibuat_oleh=actor, dibuat_pada=at
    )
    _tulis(surat, dapat, hari, actor, at, kanal)
    return surat


def periksa_pilihan(pilihan: Sequence[Pilihan], sebutan: str = "pegawai") -> None:
    """DomainError `pilihan_kosong`, `pilihan_terlalu_banyak`."""
    if not pilihan:
        raise DomainError(
            "pilihan_kosong", f"Belum ada {sebutan} yang dipilih.", tindakan="Pilih paling sedikit satu."
        )
    if len(pilihan) > TERBANYAK:
        raise DomainError(
            "pilihan_terlalu_banyak",
            f"Pilihan Anda lebih dari {TERBANYAK} {sebutan}; sekali menetapkan paling banyak {TERBANYAK}.",
            tindakan="Putuskan sebagian dahulu, misalnya unit demi unit, lalu sisanya.",
        )


def _periksa_jendela(periode: date, hari: date, aturan: Aturan) -> None:
    tutup = proposal_window(periode, aturan).tutup
    if tutup < hari:
        raise DomainError(
            "jendela_tutup",
            f"Usul untuk TMT {kata.tanggal(periode)} ditutup pada {kata.tanggal(tutup)}.",
            tindakan="Jalankan perhitungan lagi; yang masih memenuhi muncul untuk periode berikutnya.",
        )


def _baris(instansi: Instansi, periode: date, pilihan: Sequence[Pilihan], actor: Any) -> Any:
    """In the order of the people, so that the columns run parallel and locks are taken in one order."""
    return (
        Rekomendasi.objects.dikelola(actor)
        .filter(
            pk__in=[p.pk for p in pilihan],
            jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
            periode=periode,
            pegawai__instansi=instansi,
        )
        .select_related("pegawai")
        .order_by("pegawai_id", "pk")
    )


def _pilah(
    semua: Iterable[Rekomendasi],
    pilihan: Sequence[Pilihan],
    actor: Any,
    hari: date,
    aturan: Aturan,
    tmt: date,
) -> Pilahan:
    versi = {p.pk: p.versi for p in pilihan}
    pilahan = Pilahan(len(pilihan))
    calon = []
    for r in semua:
        if r.pegawai_id == actor.pegawai_id:
            pilahan.ditinggal.append((r, DIRI_SENDIRI))
        elif r.versi != versi[r.pk] or r.status != StatusRekomendasi.MENUNGGU:
            pilahan.ditinggal.append((r, BERUBAH))
        elif r.perlu_ditinjau:
            pilahan.ditinggal.append((r, TINJAU))
        else:
            calon.append(r)
    halangan = {**_nilai_ulang(calon, hari, aturan, tmt), **usul_berjalan(calon)}
    for r in calon:
        if r.pk in halangan:
            pilahan.ditinggal.append((r, halangan[r.pk]))
        else:
            pilahan.dapat.append(r)
    return pilahan


def _nilai_ulang(calon: Sequence[Rekomendasi], hari: date, aturan: Aturan, tmt: date) -> dict[int, str]:
    """Everybody judged anew in one pass over columns: a penalty recorded after the run counts."""
    if not calon:
        return {}
    ids = np.unique(np.array([r.pegawai_id for r in calon], dtype=np.int64))
    k = kumpulkan(ids, per_tanggal=hari, tmt=tmt, aturan=aturan)
    h = hitung(k, aturan=aturan, per_tanggal=hari, tmt=tmt)
    letak = {int(pk): i for i, pk in enumerate(ids)}
    return {
        r.pk: f"Datanya berubah sejak dihitung dan sekarang belum memenuhi syarat{sebab}."
        for r in calon
        if (sebab := sebab_tak_didukung(h, letak[r.pegawai_id], int(r.sasaran))) is not None
    }


def _tulis(
    surat: SuratPengantar, dapat: Sequence[Rekomendasi], hari: date, actor: Any, at: datetime, kanal: str
) -> None:
    Rekomendasi.objects.filter(pk__in=[r.pk for r in dapat]).update(
        status=StatusRekomendasi.DITETAPKAN, versi=F("versi") + 1
    )
    keputusan = KeputusanRekomendasi.objects.bulk_create(
        [
            KeputusanRekomendasi(
                rekomendasi=r,
                jenis=JenisKeputusan.TETAPKAN,
                pegawai_id=r.pegawai_id,
                pemutus_id=actor.pegawai_id,
                oleh=actor,
                run_id=r.run_terakhir_id,
                pada=at,
            )
            for r in dapat
        ],
        batch_size=TERBANYAK,
    )
    tulis_usul(dapat, surat=surat, hari=hari, actor=actor, at=at)
    record_decisions(
        jenis=JenisKeputusan.TETAPKAN,
        keputusan=[(k, StatusRekomendasi.DITETAPKAN) for k in keputusan],
        actor=actor,
        kanal=kanal,
        alasan="",
        rincian={"surat": surat.pk},
    )
    catat(
        pengguna=actor,
        tindakan="surat_dibuat",
        subjek_jenis="surat_pengantar",
        subjek_id=surat.pk,
        kanal=kanal,
        rincian={"jumlah": len(dapat), "periode": surat.periode.isoformat()},
    )
