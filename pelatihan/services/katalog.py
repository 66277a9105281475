"""The catalogue as a source of suggestions: what helps one person with what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from asn_karier.lib import kata
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import PengembanganKompetensi
from pelatihan.enums import PENDAFTARAN_BERJALAN, Metode, StatusPendaftaran
from pelatihan.kamus import explain_program
from pelatihan.kamus.katalog import Bantuan
from pelatihan.models import KompetensiPelatihan, Pelatihan, Pendaftaran, SasaranPelatihan, Sertifikat
from pelatihan.rules.pilihan import (
    Kebutuhan,
    Pemangku,
    Pilihan,
    Program,
    Sasaran,
    helps,
    rank,
    reasons,
    take_turns,
)
from pelatihan.services.kelas_terbuka import Kelas, open_classes

PALING_BANYAK = 3


class Peserta(NamedTuple):
    """Who looks for a programme. `terpencil`: their unit is far away or has a weak network."""

    pegawai_id: int
    instansi_id: int
    terpencil: bool
    pemangku: Pemangku


class SaranPelatihan(NamedTuple):
    """One programme that helps, in values ready to show. `biaya` in rupiah per participant.

    `kelas`: the open class of the own government, one with a seat before a full one; None: none is open.
    """

    pelatihan_id: int
    nama: str
    penyelenggara: str
    metode: Metode
    jp: int
    biaya: int
    alasan: str
    kelas: Kelas | None


class _Bahan(NamedTuple):
    """What the choice reads once for all needs. `level`: by programme, then by competency."""

    pelatihan: dict[int, Pelatihan]
    level: dict[int, dict[str | int, int]]
    selesai: dict[int, date]
    berjalan: set[int]
    kelas: dict[int, Kelas]


def suggest_programs(
    *, peserta: Peserta, kebutuhan: Sequence[Kebutuhan], hari: date, banyak: int = PALING_BANYAK
) -> list[SaranPelatihan]:
    """Up to `banyak` programmes for all of `kebutuhan`, whose order is that of importance.

    Active ones that are shared or the government's own, meant for the jabatan and the unit, not finished
    yet or due again, and not applied for already. Levels as in PermenPANRB 38/2017. Six queries, none
    without a need.
    """
    if not kebutuhan:
        return []
    bahan = _read(peserta, kebutuhan, hari)
    peringkat = [
        (k, rank(_programs(bahan, k), k, terpencil=peserta.terpencil, pemangku=peserta.pemangku, hari=hari))
        for k in kebutuhan
    ]
    return [_saran(p, bahan, kebutuhan, peserta) for p in take_turns(peringkat, banyak)]


def _read(peserta: Peserta, kebutuhan: Sequence[Kebutuhan], hari: date) -> _Bahan:
    baris = _valued(kebutuhan, peserta.instansi_id)
    pelatihan = {b.pelatihan_id: b.pelatihan for b in baris}
    level: dict[int, dict[str | int, int]] = {}
    for b in baris:
        level.setdefault(b.pelatihan_id, {})[b.teknis_id or b.kompetensi] = b.level
    ikut = _enrolments(peserta.pegawai_id, pelatihan)
    return _Bahan(
        pelatihan,
        level,
        finished(peserta.pegawai_id, pelatihan.values(), ikut),
        {pk for pk, status, _ in ikut if status in PENDAFTARAN_BERJALAN},
        {pk: semua[0] for pk, semua in open_classes(pelatihan, peserta.instansi_id, hari).items()},
    )


def _valued(kebutuhan: Iterable[Kebutuhan], instansi_id: int) -> list[KompetensiPelatihan]:
    kunci = [k.kunci for k in kebutuhan]
    cocok = Q(kompetensi__in=[k for k in kunci if isinstance(k, str)])
    cocok |= Q(teknis__in=[k for k in kunci if isinstance(k, int)])
    return list(
        KompetensiPelatihan.objects.filter(cocok, pelatihan__in=Pelatihan.objects.untuk(instansi_id))
        .select_related("pelatihan__mitra")
        .prefetch_related("pelatihan__sasaran")
        .order_by("pelatihan_id", "pk")
    )


def _enrolments(pegawai_id: int, pelatihan: Iterable[int]) -> list[tuple[int, str, date]]:
    """(programme, status, last day of the class) of what the person takes part in or has finished."""
    status = (*PENDAFTARAN_BERJALAN, StatusPendaftaran.SELESAI)
    milik = Pendaftaran.objects.filter(
        pegawai=pegawai_id, status__in=status, angkatan__pelatihan__in=list(pelatihan)
    )
    return list(milik.order_by().values_list("angkatan__pelatihan", "status", "angkatan__selesai"))


def finished(
    pegawai_id: int, pelatihan: Iterable[Pelatihan], ikut: Iterable[tuple[int, str, date]]
) -> dict[int, date]:
    """When the person last finished each programme: by certificate, by class, or by name in the ledger.

    The ledger also holds what was followed elsewhere; it knows a programme by nothing but its name.
    """
    menurut_nama = {_baku(p.nama): p.pk for p in pelatihan}
    buku = PengembanganKompetensi.objects.filter(pegawai=pegawai_id)
    sah = Sertifikat.objects.filter(pegawai=pegawai_id, dicabut_pada=None)
    hari = [(pk, h) for pk, status, h in ikut if status == StatusPendaftaran.SELESAI]
    hari += sah.order_by().values_list("pendaftaran__angkatan__pelatihan", "tanggal")
    hari += [
        (menurut_nama[_baku(nama)], h)
        for nama, h in buku.order_by().values_list("nama", "tanggal_selesai")
        if _baku(nama) in menurut_nama
    ]
    terakhir: dict[int, date] = {}
    for pk, h in hari:
        terakhir[pk] = max(h, terakhir.get(pk, h))
    return terakhir


def _baku(nama: str) -> str:
    return " ".join(nama.casefold().split())


def _programs(bahan: _Bahan, kebutuhan: Kebutuhan) -> list[Program]:
    return [
        _program(bahan, p, level[kebutuhan.kunci])
        for pk, level in bahan.level.items()
        if kebutuhan.kunci in level and pk not in bahan.berjalan
        for p in [bahan.pelatihan[pk]]
    ]


def _program(bahan: _Bahan, p: Any, level: int) -> Program:
    kelas = bahan.kelas.get(p.pk)
    return Program(
        p.pk,
        level,
        Metode(p.metode),
        p.jp,
        _price(p, kelas),
        tuple(sasaran_dari(s) for s in p.sasaran.all()),
        ukuran_mb=p.ukuran_mb,
        ulang_bulan=p.ulang_bulan,
        terakhir=bahan.selesai.get(p.pk),
        berkursi=kelas is not None and kelas.sisa > 0,
    )


def sasaran_dari(s: SasaranPelatihan) -> Sasaran:
    """A stored row as the rule takes it."""
    return Sasaran(
        jenis=JenisJabatan(s.jenis_jabatan) if s.jenis_jabatan else None,
        jenjang_dari=Jenjang(s.jenjang_dari) if s.jenjang_dari else None,
        jenjang_sampai=Jenjang(s.jenjang_sampai) if s.jenjang_sampai else None,
        nama_jabatan=s.nama_jabatan,
        nama_unit=s.nama_unit,
    )


def _price(p: Pelatihan, kelas: Kelas | None) -> int:
    """What the open class was agreed for, else what the catalogue says."""
    return p.biaya if kelas is None else kelas.biaya


def _saran(
    pilihan: Pilihan, bahan: _Bahan, kebutuhan: Sequence[Kebutuhan], peserta: Peserta
) -> SaranPelatihan:
    p, program = bahan.pelatihan[pilihan.program.pk], pilihan.program
    kelas = bahan.kelas.get(p.pk)
    alasan = explain_program(
        _bantuan(pilihan, bahan.level[p.pk], kebutuhan),
        metode=program.metode,
        jp=program.jp,
        biaya=program.biaya,
        ukuran_mb=p.ukuran_mb,
        alasan=reasons(program, level_wajib=pilihan.kebutuhan.level_wajib, terpencil=peserta.terpencil),
        waktu=kata.rentang(kelas.mulai, kelas.selesai) if kelas else "",
    )
    return SaranPelatihan(p.pk, p.nama, holder(p), program.metode, program.jp, program.biaya, alasan, kelas)


def _bantuan(
    pilihan: Pilihan, level: Mapping[str | int, int], kebutuhan: Sequence[Kebutuhan]
) -> list[Bantuan]:
    """The need it was chosen for, then the others that it helps with as well."""
    lain = (k for k in kebutuhan if k != pilihan.kebutuhan and k.kunci in level)
    return [
        Bantuan(pilihan.kebutuhan, pilihan.program.level),
        *(Bantuan(k, level[k.kunci]) for k in lain if helps(level[k.kunci], k)),
    ]


def holder(pelatihan: Pelatihan) -> str:
    """Who holds it, by name; empty when the government does so itself."""
    return pelatihan.mitra.nama if pelatihan.mitra else pelatihan.penyelenggara
