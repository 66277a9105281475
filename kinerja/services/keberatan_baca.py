"""Objections in words: one case with everything on the table, and the lists of who waits for whom."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from asn_karier.lib.errors import DomainError, TidakDitemukan
from kinerja.enums import KEBERATAN_TERBUKA, PutusanKeberatan, StatusKeberatan, StatusPenilaian
from kinerja.kamus.keberatan import AKIBAT, ARTI, KELAS, tanda
from kinerja.models import Keberatan
from kinerja.services.dinilai_ulang import upheld
from kinerja.services.hasil import title_of
from kinerja.services.keberatan_bukti import in_order, read_bundle
from kinerja.services.keberatan_hitung import decision_day
from kinerja.services.nilai_ulang import rated_elsewhere, waits_for_rating
from pegawai.services.profil import moment_text, zone_of


class Ringkas(NamedTuple):
    """One objection in a list."""

    keberatan: Keberatan
    nomor: str
    nama: str
    tentang: str
    tanda: str
    kelas: str
    batas: str
    lewat: str
    umur: str


class Bagian(NamedTuple):
    """One part of the frozen bundle: several lists of (label, text)."""

    judul: str
    daftar: list[list[tuple[str, str]]]


def dengan_relasi(semua: QuerySet[Any]) -> QuerySet[Any]:
    return semua.select_related(
        "pegawai__unit",
        "pegawai__instansi",
        "penilaian",
        "evaluasi__siklus",
        "penilai",
        "pemutus",
        "diputuskan_oleh",
        "ditunjuk_oleh",
    )


def case_for(*, pengguna: Any, pk: int) -> Keberatan:
    """One case of a party or of its decider; TidakDitemukan for everybody else."""
    kasus: Keberatan | None = dengan_relasi(Keberatan.objects.pihak(pengguna)).filter(pk=pk).first()
    if kasus is None:
        raise TidakDitemukan("keberatan_tidak_ditemukan", "Keberatan itu tidak ditemukan.")
    return kasus


class KasusSaya(NamedTuple):
    """The objections that concern me, in three parts.

    `diajukan`: what I filed, the newest first. `putuskan`: what waits for my decision, what ends first on
    top. `penilaian_saya`: those that run against my ratings, to explain, with what was said already.
    """

    diajukan: list[Keberatan]
    putuskan: list[Keberatan]
    penilaian_saya: list[Keberatan]


def my_cases(pengguna: Any) -> KasusSaya:
    """The objections that concern me; two queries."""
    saya = pengguna.pegawai_id
    semua = Keberatan.objects.pihak(pengguna).filter(Q(pegawai=saya) | Q(status__in=KEBERATAN_TERBUKA))
    kasus = list(dengan_relasi(semua).prefetch_related("keterangan"))
    terbuka = [k for k in kasus if k.status in KEBERATAN_TERBUKA]
    return KasusSaya(
        diajukan=sorted((k for k in kasus if k.pegawai_id == saya), key=lambda k: -k.pk),
        putuskan=[k for k in terbuka if k.pemutus_id == saya],
        penilaian_saya=[k for k in terbuka if k.penilai_id == saya],
    )


def decided_by(pengguna: Any, batas: int = 50) -> list[Keberatan]:
    """What I have decided, the newest first."""
    milik = Keberatan.objects.pihak(pengguna).filter(
        pemutus=pengguna.pegawai_id, status=StatusKeberatan.DIPUTUSKAN
    )
    return list(dengan_relasi(milik).order_by("-diputuskan_pada")[:batas])


def to_rate_anew(pengguna: Any) -> list[Keberatan]:
    """Decided objections that ask me for a new rating."""
    saya = Keberatan.objects.dinilai_ulang_oleh(pengguna).order_by().values("pk")
    semua = dengan_relasi(upheld().filter(pk__in=saya)).order_by("diputuskan_pada")
    return [k for k in semua if waits_for_rating(k)]


def in_short(k: Keberatan, *, at: datetime) -> Ringkas:
    zona = zone_of(k.pegawai)
    hari = ((k.diputuskan_pada or k.dicabut_pada or at) - k.diajukan_pada).days
    return Ringkas(
        keberatan=k,
        nomor=k.nomor,
        nama=k.pegawai.nama_gelar,
        tentang=title_of(k.hasil),
        tanda=tanda(StatusKeberatan(k.status), k.putusan),
        kelas=KELAS[StatusKeberatan(k.status)],
        batas=decision_day(k.batas_putusan, zona),
        lewat=late_text(k, at=at),
        umur=f"{hari} hari" if hari else "kurang dari 1 hari",
    )


def late_text(k: Keberatan, *, at: datetime) -> str:
    """'Lewat batas sejak 3 Desember 2026 pukul 00.00 WIB'; empty while there is time, or when withdrawn."""
    if k.status == StatusKeberatan.DICABUT or not k.lewat(at):
        return ""
    sejak = moment_text(k.batas_putusan, zone_of(k.pegawai))
    return f"Lewat batas sejak {sejak}" if k.terbuka else f"Diputuskan lewat batas {sejak}"


def case_page(k: Keberatan, *, at: datetime) -> dict[str, Any]:
    """Everything that every reader of a case sees."""
    zona = zone_of(k.pegawai)
    status = StatusKeberatan(k.status)
    bukti, galat = _bukti(k, zona)
    return {
        "ringkas": in_short(k, at=at),
        "arti": ARTI[status],
        "alasan": k.alasan,
        "diajukan": moment_text(k.diajukan_pada, zona),
        "terlambat": k.terlambat,
        "penilai": k.penilai.nama_gelar if k.penilai else "",
        "pemutus": k.pemutus.nama_gelar if k.pemutus else "",
        "penunjukan": k.alasan_penunjukan,
        "keterangan": [
            {"oleh": str(t.oleh), "isi": t.isi, "pada": moment_text(t.pada, zona)}
            for t in k.keterangan.select_related("oleh").order_by("pk")
        ],
        "putusan": _putusan(k, zona),
        "bukti": bukti,
        "bukti_galat": galat,
        "sidik": k.sidik_bukti[:16],
        "sekarang": _sekarang(k, zona),
    }


def _putusan(k: Keberatan, zona: str) -> dict[str, str] | None:
    if k.status != StatusKeberatan.DIPUTUSKAN or k.diputuskan_pada is None:
        return None
    return {
        "alasan": k.alasan_putusan,
        "oleh": k.pemutus.nama_gelar if k.pemutus else "",
        "pada": moment_text(k.diputuskan_pada, zona),
        "akibat": AKIBAT[PutusanKeberatan(k.putusan)],
    }


def _sekarang(k: Keberatan, zona: str) -> dict[str, str] | None:
    """What is recorded by now beside what was objected to; None while it is the same.

    An import that comes meanwhile stands here with its source, the frozen one stays in the bundle. What is
    not announced is not told.
    """
    hasil = k.hasil
    if hasil.status != StatusPenilaian.DITETAPKAN:
        return {"kalimat": "Penilaian ini sedang dinilai ulang. Hasil barunya belum diumumkan."}
    if hasil.versi == k.versi_hasil:
        if not waits_for_rating(k):
            return None
        cara = "di e-Kinerja BKN, lalu diimpor" if rated_elsewhere(hasil) else "di sistem ini"
        return {"kalimat": f"Menunggu pejabat penilai menilai ulang {cara}."}
    pada = moment_text(hasil.ditetapkan_pada, zona) if hasil.ditetapkan_pada else ""
    return {
        "kalimat": f"Hasil yang sekarang tercatat: {hasil.get_predikat_display()}.",
        "sumber": hasil.get_sumber_display(),
        "pada": pada or moment_text(hasil.diubah_pada, zona),
    }


def _bukti(k: Keberatan, zona: str) -> tuple[list[Bagian], str]:
    try:
        isi = read_bundle(k)
    except DomainError as salah:
        return [], salah.kalimat
    return [Bagian(b["judul"], _daftar(b["isi"], zona)) for b in in_order(isi["bahan"])], ""


def _daftar(isi: Any, zona: str) -> list[list[tuple[str, str]]]:
    baris = isi if isinstance(isi, list) else [isi]
    return [
        [(str(n).capitalize(), _teks(v, zona)) for n, v in _urut(b) if v not in ("", None)]
        if isinstance(b, dict)
        else [("", _teks(b, zona))]
        for b in baris
    ]


def _urut(b: dict[str, Any]) -> list[tuple[str, Any]]:
    """What it is about first; a database keeps no order of keys."""
    return sorted(b.items(), key=lambda pasang: (pasang[0] != "tentang", pasang[0]))


def _teks(nilai: Any, zona: str) -> str:
    """A value of the bundle as people read it; moments on the clock of the person."""
    if isinstance(nilai, str) and len(nilai) > 18 and nilai[4:5] == "-" and "T" in nilai[:11]:
        try:
            return moment_text(datetime.fromisoformat(nilai), zona)
        except ValueError:
            return nilai
    return ", ".join(_teks(n, zona) for n in nilai) if isinstance(nilai, list) else str(nilai)
