"""Plans of the demo that is typed here: drafts, waiting for a leader, sent, returned, agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from kinerja.enums import (
    AspekIndikator,
    AwalSKP,
    JenisHasilKerja,
    JenisLampiran,
    NilaiBerakhlak,
    PendekatanSKP,
    StatusSKP,
)
from kinerja.models import SKP, HasilKerja
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.skp import last_year, start_skp
from kinerja.services.skp_isi import (
    IsianHasil,
    IsianIndikator,
    leader_rows,
    save_ekspektasi,
    save_hasil,
    save_lampiran,
)
from kinerja.services.skp_sepakat import agree_skp, return_skp, send_skp
from pegawai.models import Pegawai

#: What a leader promises, and what their people do for it: (RHK, IKI, target, how many, of what).
PIMPINAN: Final = (
    ("Layanan warga di distrik lebih cepat", "Lama layanan rata-rata", "3 hari", 3, "hari"),
    ("Laporan kinerja unit tepat waktu", "Laporan yang tepat waktu", "12 laporan", 12, "laporan"),
)
PEGAWAI: Final = (
    ("Berkas warga selesai diperiksa", "Berkas yang selesai diperiksa", "240 berkas", 240, "berkas"),
    ("Kunjungan ke kampung terlaksana", "Kampung yang dikunjungi", "24 kampung", 24, "kampung"),
    ("Data layanan bulanan tersedia", "Laporan bulanan yang lengkap", "12 laporan", 12, "laporan"),
)
TAMBAHAN: Final = (
    "Panduan layanan warga tersusun",
    "Panduan yang disetujui",
    "1 panduan",
    1,
    "panduan",
)
#: So many of the main team have a plan; the others have not begun, as somewhere always.
BERENCANA: Final = 9
_Baris = tuple[str, str, str, int, str]


def write_plans(p: Pelaku, tahun: int, banyak: int = BERENCANA) -> None:
    """Agreed plans of the main leader and the first of the team, begun in the December before."""
    mulai = p.jam(date(tahun - 1, 12, 5))
    pimpinan = p.utama.pimpinan
    if pimpinan.atasan_id is not None:
        _agreed(p, pimpinan, PIMPINAN, tahun, mulai)
    for n, orang in enumerate(p.utama.orang[:banyak]):
        _agreed(p, orang, (PEGAWAI[n % len(PEGAWAI)],), tahun, mulai, tambahan=n == 0)


def write_plans_of(p: Pelaku, orang: Iterable[Pegawai], tahun: int) -> None:
    """Agreed plans of these people."""
    for n, satu in enumerate(orang):
        _agreed(p, satu, (PEGAWAI[n % len(PEGAWAI)],), tahun, p.jam(date(tahun - 1, 12, 6)))


def write_open_plans(p: Pelaku, tahun: int) -> None:
    """The second team: its leader has not begun, so rows of its people wait for the leader's plan.

    One has a draft, one waits for the atasan, one got it back with a note.
    """
    awal, dikirim, dikembalikan, *lain = p.kedua.orang
    write_plans_of(p, lain[1:], tahun)
    _plan(p, awal, PEGAWAI[:1], tahun, p.lalu(2))
    skp = _plan(p, dikirim, PEGAWAI[1:], tahun, p.lalu(4))
    send_skp(skp_id=skp.pk, versi=_versi(skp), actor=p.sebagai(dikirim), at=p.lalu(3))
    skp = _plan(p, dikembalikan, PEGAWAI[2:], tahun, p.lalu(6))
    send_skp(skp_id=skp.pk, versi=_versi(skp), actor=p.sebagai(dikembalikan), at=p.lalu(5))
    return_skp(
        skp_id=skp.pk,
        catatan="Tambahkan satu hasil kerja untuk pelayanan di distrik.",
        versi=_versi(skp),
        actor=p.atasan(dikembalikan),
        at=p.lalu(2),
    )


def _agreed(
    p: Pelaku, orang: Pegawai, isi: tuple[_Baris, ...], tahun: int, mulai: datetime, *, tambahan: bool = False
) -> SKP:
    skp = _plan(p, orang, isi, tahun, mulai, tambahan=tambahan)
    send_skp(skp_id=skp.pk, versi=_versi(skp), actor=p.sebagai(orang), at=mulai)
    if tambahan:
        save_ekspektasi(
            skp_id=skp.pk,
            isi={NilaiBerakhlak.BERORIENTASI_PELAYANAN: "Jelaskan syarat layanan sebelum warga mengantre."},
            versi=_versi(skp),
            actor=p.atasan(orang),
            at=mulai,
        )
    return agree_skp(skp_id=skp.pk, versi=_versi(skp), actor=p.atasan(orang), at=mulai)


def _plan(
    p: Pelaku, orang: Pegawai, isi: tuple[_Baris, ...], tahun: int, at: datetime, *, tambahan: bool = False
) -> SKP:
    """A draft: copied from last year where there is one, else written row by row."""
    salin = last_year(orang.pk, tahun) is not None
    kuantitatif = orang.pk % 2 == 0
    skp = start_skp(
        pegawai=orang,
        tahun=tahun,
        awal=AwalSKP.TAHUN_LALU if salin else AwalSKP.KOSONG,
        pendekatan=PendekatanSKP.KUANTITATIF if kuantitatif else PendekatanSKP.KUALITATIF,
        actor=p.sebagai(orang),
        at=at,
    )
    if salin:
        return skp
    _write(p, skp, orang, isi, JenisHasilKerja.UTAMA, at)
    if tambahan:
        _write(p, skp, orang, (TAMBAHAN,), JenisHasilKerja.TAMBAHAN, at)
        _attach(p, skp, orang, at)
    return skp


def _write(
    p: Pelaku, skp: SKP, orang: Pegawai, isi: tuple[_Baris, ...], jenis: JenisHasilKerja, at: datetime
) -> None:
    """Each row supports one of the leader's, when the leader has sent a plan; else it waits."""
    induk: list[HasilKerja] = list(leader_rows(skp).order_by("urutan", "pk"))
    kuantitatif = skp.pendekatan == PendekatanSKP.KUANTITATIF
    for n, (rhk, iki, target, angka, satuan) in enumerate(isi):
        aspek = AspekIndikator.KUANTITAS if kuantitatif else None
        indikator = IsianIndikator(iki, target, aspek, Decimal(angka), satuan)
        baris = IsianHasil(
            rhk, jenis, induk_id=induk[n % len(induk)].pk if induk else None, indikator=(indikator,)
        )
        save_hasil(skp_id=skp.pk, isi=baris, versi=_versi(skp), actor=p.sebagai(orang), at=at)


def _attach(p: Pelaku, skp: SKP, orang: Pegawai, at: datetime) -> None:
    lampiran: Mapping[JenisLampiran, list[str]] = {
        JenisLampiran.DUKUNGAN: ["Kendaraan dinas dua kali sebulan"],
        JenisLampiran.PERTANGGUNGJAWABAN: ["Laporan tertulis setiap triwulan"],
        JenisLampiran.KONSEKUENSI: ["Bimbingan pimpinan bila target belum tercapai"],
    }
    save_lampiran(skp_id=skp.pk, isi=lampiran, versi=_versi(skp), actor=p.sebagai(orang), at=at)


def _versi(skp: SKP) -> int:
    """As the page of that moment shows it."""
    return SKP.objects.values_list("versi", flat=True).get(pk=skp.pk)


def agreed_plan(orang: Pegawai, tahun: int) -> SKP | None:
    """The plan by which this person fills in; None while it is talked over."""
    skp: SKP | None = SKP.objects.filter(
        pegawai=orang, tahun=tahun, status=StatusSKP.DISEPAKATI
    ).first()  # fmt: skip
    return skp
