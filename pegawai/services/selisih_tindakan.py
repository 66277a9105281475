"""What HR does with differences: take the data of SIASN, or note a proposal to BKN. Nothing by itself.

A row is acted on only while it is open and the person is as they were when compared; whoever changed since is
skipped and named. A second press finds the rows done already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.db import kunci_instansi, pelanggaran
from asn_karier.lib.errors import Bentrok, DomainError
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor
from pegawai.services.impor_kerja import lock_impor
from pegawai.services.selisih import UNIT, latest_comparison
from pegawai.services.siasn.baca import BarisSiasn
from pegawai.services.siasn.banding import Usulan, susun, temukan
from pegawai.services.siasn.keadaan import Keadaan, Rujukan, muat
from pegawai.services.siasn.tulis import Konteks, Kumpulan, siapkan_jabatan

#: Rows taken over by one press; more are done by pressing again.
TERBANYAK: Final = 2000
BAGIAN: Final = 500
#: Rows that can still be acted on.
TERBUKA: Final = (StatusBaris.BERUBAH, StatusBaris.MENUNGGU_BKN)
USANG: Final = "datanya berubah sesudah dicocokkan"
DIRI: Final = "data Anda sendiri diubah oleh petugas lain"
DITANGANI: Final = "ditangani sesudah daftarnya dibuka"


@dataclass(slots=True)
class HasilPakai:
    """Rows taken over, rows that were equal by now, and (name, data, why) of those skipped."""

    dipakai: int = 0
    sudah_sama: int = 0
    dilewati: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Kerja:
    impor: Impor
    rujukan: Rujukan
    konteks: Konteks
    hasil: HasilPakai


def use_siasn(
    *, impor_id: int, baris_ids: Iterable[int], sejak: datetime, actor: Any, at: datetime
) -> HasilPakai:
    """Take the data of SIASN for these differences of the latest comparison.

    `sejak`: when the actor read the list. What somebody has noted since (BKN has to correct it) is skipped.
    Several differences of one person are one change. Bentrok `selisih_usang`; DomainError `selisih_banyak`.
    """
    ids = _limited(baris_ids)
    with transaction.atomic():
        impor = _lock_latest(impor_id)
        kunci_instansi(impor.instansi_id)
        alasan = f"Selisih SIASN: {impor.nama_berkas}"
        kerja = _Kerja(impor, Rujukan(impor.instansi_id), Konteks(actor, at, alasan), HasilPakai())
        terbuka = impor.baris.filter(pk__in=ids, status__in=TERBUKA).exclude(pegawai=None)
        semua = list(terbuka.order_by("pegawai_id", "pk"))
        _skip(kerja.hasil, [b for b in semua if _handled_since(b, sejak)], DITANGANI)
        semua = [b for b in semua if not _handled_since(b, sejak)]
        for awal in range(0, len(semua), BAGIAN):
            _use_piece(kerja, semua[awal : awal + BAGIAN])
    return kerja.hasil


def propose_to_bkn(*, impor_id: int, baris_ids: Iterable[int], actor: Any, at: datetime) -> int:
    """Note that SIASN is wrong and BKN has to correct it; returns how many were noted now."""
    return _mark(
        impor_id,
        baris_ids,
        StatusBaris.BERUBAH,
        StatusBaris.MENUNGGU_BKN,
        actor=actor,
        at=at,
        kata="usul_bkn",
    )


def withdraw_proposal(*, impor_id: int, baris_ids: Iterable[int], actor: Any, at: datetime) -> int:
    """Take the note back: the difference is open again."""
    return _mark(
        impor_id,
        baris_ids,
        StatusBaris.MENUNGGU_BKN,
        StatusBaris.BERUBAH,
        actor=actor,
        at=at,
        kata="urung_bkn",
    )


@transaction.atomic
def _mark(
    impor_id: int,
    baris_ids: Iterable[int],
    dari: StatusBaris,
    ke: StatusBaris,
    *,
    actor: Any,
    at: datetime,
    kata: str,
) -> int:
    impor = _lock_latest(impor_id)
    baris = impor.baris.filter(pk__in=_limited(baris_ids), status=dari).exclude(pegawai=None)
    orang = sorted(set(baris.values_list("pegawai_id", flat=True)))
    jumlah = baris.update(status=ke, ditangani_oleh=actor, ditangani_pada=at)
    _trail(impor, orang, actor, kata)
    return jumlah


def _handled_since(b: BarisImpor, sejak: datetime) -> bool:
    return b.ditangani_pada is not None and b.ditangani_pada > sejak


def _limited(baris_ids: Iterable[int]) -> list[int]:
    ids = sorted(set(baris_ids))
    if len(ids) > TERBANYAK:
        raise DomainError("selisih_banyak", f"Paling banyak {TERBANYAK} selisih sekali jalan.")
    return ids


def _lock_latest(impor_id: int) -> Impor:
    impor = lock_impor(impor_id)
    terbaru = latest_comparison(impor.instansi_id)
    if terbaru is None or terbaru.pk != impor.pk:
        raise Bentrok(
            "selisih_usang",
            "Sudah ada pencocokan yang lebih baru, atau rincian pencocokan ini sudah dihapus.",
            tindakan="Buka pencocokan terbaru, lalu pilih selisihnya di sana.",
        )
    return impor


def _trail(impor: Impor, orang: Sequence[int], actor: Any, kata: str) -> None:
    catat_baca(
        pengguna=actor,
        pegawai_ids=orang,
        kanal="impor",
        tindakan=kata,
        keperluan="Selisih dengan SIASN",
        rincian={"impor": impor.pk},
    )


def _use_piece(kerja: _Kerja, bagian: list[BarisImpor]) -> None:
    """One piece; when the database refuses it, person by person, so that only the culprit is skipped."""
    per_orang: dict[Any, list[BarisImpor]] = defaultdict(list)
    for b in bagian:
        per_orang[b.pegawai_id].append(b)
    kelompok = list(per_orang.values())
    try:
        with transaction.atomic():
            hasil = _use_people(kerja, kelompok)
    except IntegrityError as salah:
        if len(kelompok) == 1:
            _skip(kerja.hasil, kelompok[0], pelanggaran(salah))
            return
        for satu in kelompok:
            _use_piece(kerja, satu)
        return
    kerja.hasil.dipakai += hasil.dipakai
    kerja.hasil.sudah_sama += hasil.sudah_sama
    kerja.hasil.dilewati += hasil.dilewati


def _use_people(kerja: _Kerja, kelompok: list[list[BarisImpor]]) -> HasilPakai:
    hasil, kumpulan = HasilPakai(), Kumpulan()
    gabungan = [_merge(baris) for baris in kelompok]
    siapkan_jabatan(gabungan, kerja.rujukan, simpan=True)
    keadaan = muat([g.nip for g in gabungan], [g.siasn_id for g in gabungan], kunci=True)
    selesai: dict[int, set[str]] = {}
    for baris, satu in zip(kelompok, gabungan, strict=True):
        usulan = _compare(kerja, baris, satu, keadaan, hasil)
        if usulan is None:
            continue
        selesai[usulan.pegawai.pk] = {b["kolom"] for b in usulan.beda} | {b.lembar for b in baris}
        hasil.dipakai += len(baris)
        if usulan.beda:
            kumpulan.usulan.append(usulan)
        else:
            hasil.dipakai, hasil.sudah_sama = hasil.dipakai - len(baris), hasil.sudah_sama + len(baris)
    kumpulan.simpan(kerja.konteks)
    _close(kerja, selesai, {u.pegawai.pk: u.pegawai.versi for u in kumpulan.usulan})
    return hasil


def _merge(baris: list[BarisImpor]) -> BarisSiasn:
    """The chosen differences of one person as one row."""
    isi: dict[str, Any] = {}
    for b in baris:
        for kunci, nilai in b.data.items():
            lama = isi.get(kunci)
            isi[kunci] = {**(lama or {}), **nilai} if isinstance(nilai, dict) else (nilai or lama or nilai)
    return BarisSiasn(**{k: v for k, v in isi.items() if k != "versi"})


def _compare(
    kerja: _Kerja, baris: list[BarisImpor], satu: BarisSiasn, keadaan: Keadaan, hasil: HasilPakai
) -> Usulan | None:
    """What would change now; None when the person is skipped, with the reason in `hasil`."""
    try:
        orang = temukan(satu, keadaan, kerja.impor.instansi_id)
        if orang is None or orang.pegawai.versi != baris[0].data["versi"]:
            raise DomainError("selisih_berubah", USANG)
        if orang.pegawai.pk == kerja.konteks.actor.pegawai_id:
            raise DomainError("selisih_diri", DIRI)
        unit = orang.pegawai.unit
        usulan = susun(satu, orang, kerja.impor.instansi_id, kerja.rujukan)
    except DomainError as salah:
        _skip(hasil, baris, salah.pesan)
        return None
    if UNIT not in {b.lembar for b in baris} and "unit" in usulan.kolom:
        # The unit of the new post came along to be written in the history of posts only.
        usulan.pegawai.unit = unit
        usulan.kolom.discard("unit")
        usulan.beda = [b for b in usulan.beda if b["kolom"] != UNIT]
    return usulan


def _skip(hasil: HasilPakai, baris: list[BarisImpor], sebab: str) -> None:
    hasil.dilewati += [(b.nama, b.lembar, sebab) for b in baris]


def _close(kerja: _Kerja, selesai: dict[int, set[str]], versi: dict[int, int]) -> None:
    """Mark what is done; the other open differences of these people were compared with what is stored now."""
    tutup, lanjut = [], []
    for b in kerja.impor.baris.filter(pegawai_id__in=list(selesai), status__in=TERBUKA):
        orang = int(b.pegawai_id or 0)
        if b.lembar in selesai[orang]:
            tutup.append(b.pk)
        elif orang in versi:
            b.data["versi"] = versi[orang]
            lanjut.append(b)
    BarisImpor.objects.bulk_update(lanjut, ["data"], batch_size=BAGIAN)
    BarisImpor.objects.filter(pk__in=tutup).update(
        status=StatusBaris.DIPAKAI, ditangani_oleh=kerja.konteks.actor, ditangani_pada=kerja.konteks.at
    )
    _trail(kerja.impor, sorted(selesai), kerja.konteks.actor, "pakai_siasn")
