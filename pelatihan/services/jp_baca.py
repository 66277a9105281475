"""The JP of a person, year by year, as pages show them: the sum with its meter, its parts, and every line.

The sum is the one of `pegawai.facts.pengembangan`: what ended in the year and not after today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan, aturan_per
from pegawai.enums import BentukPengembangan, JenisPegawai
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.rules import jp as rumus
from pegawai.services.profil import day_of
from pelatihan.enums import Ragam, StatusKegiatan
from pelatihan.kamus import LABEL
from pelatihan.models import KegiatanMandiri
from pelatihan.rules.ragam import PORSI, ragam

JUDUL_KELOMPOK: Final = {"klasikal": "Klasikal", "nonklasikal": "Nonklasikal"}


class KartuJp(NamedTuple):
    """For templates/pelatihan/partials/jp.html. `sasaran`: JP of the year at least; None without a floor.

    `catatan`: what a PPPK should know, or empty. `menunggu`: own reports
    of the year that HR has not looked at.
    """

    tahun: int
    jumlah: int
    sasaran: int | None
    kurang: int
    kalimat: str
    catatan: str
    menunggu: int


class Bagian(NamedTuple):
    """A part of the year: JP and its share in percent. `porsi`: the share it is meant to have, if any."""

    nama: str
    jp: int
    persen: int
    porsi: int | None = None


class BarisJp(NamedTuple):
    """One line of the ledger. `nanti`: it ends after today, so it is not in the sum yet."""

    nama: str
    bentuk: str
    penyelenggara: str
    masa: str
    jp: int
    sumber: str
    nomor_sertifikat: str
    nanti: bool


class TahunJp(NamedTuple):
    """Everything of one year, and the sums of the others, the newest first."""

    kartu: KartuJp
    bentuk: list[Bagian]
    kelompok: list[Bagian]
    ragam: list[Bagian]
    baris: list[BarisJp]
    tahun: list[tuple[int, int]]


def hours_card(pegawai: Pegawai, tahun: int, *, at: datetime | None = None) -> KartuJp:
    """The sum of one year with what it should be; two queries."""
    hari_ini = day_of(pegawai, at or timezone.now())
    jumlah = credited(pegawai, tahun, hari_ini).aggregate(n=Sum("jp"))["n"] or 0
    return _card(pegawai, tahun, jumlah, hari_ini)


def read_year(pegawai: Pegawai, tahun: int, *, at: datetime) -> TahunJp:
    """The page of one year; three queries."""
    hari_ini, a = day_of(pegawai, at), _law(tahun)
    baris = list(PengembanganKompetensi.objects.filter(_in_year(tahun), pegawai=pegawai))
    jadi = [b for b in baris if b.tanggal_selesai <= hari_ini]
    per_bentuk: Counter[BentukPengembangan] = Counter()
    for b in jadi:
        per_bentuk[BentukPengembangan(b.bentuk)] += b.jp
    jumlah = per_bentuk.total()
    return TahunJp(
        kartu=_card(pegawai, tahun, jumlah, hari_ini),
        bentuk=_by_form(per_bentuk, jumlah),
        kelompok=_by_group(per_bentuk, jumlah, a),
        ragam=_by_way(per_bentuk, jumlah),
        baris=[_line(b, hari_ini) for b in baris],
        tahun=years_of(pegawai, hari_ini),
    )


def credited(pegawai: Pegawai, tahun: int, hari_ini: date) -> QuerySet[PengembanganKompetensi]:
    """Lines of the ledger that count in the sum of a year."""
    return PengembanganKompetensi.objects.filter(
        _in_year(tahun), pegawai=pegawai, tanggal_selesai__lte=hari_ini
    )


def years_of(pegawai: Pegawai, hari_ini: date) -> list[tuple[int, int]]:
    """Every year with its JP, the newest first, this one among them; one query."""
    semua = PengembanganKompetensi.objects.filter(pegawai=pegawai, tanggal_selesai__lte=hari_ini)
    hitung = semua.annotate(tahun=ExtractYear("tanggal_selesai")).order_by().values_list("tahun")
    per_tahun = {hari_ini.year: 0, **dict(hitung.annotate(n=Sum("jp")))}
    return sorted(per_tahun.items(), reverse=True)


def floor_of(jenis: int, a: Aturan) -> int | None:
    """JP a year at least: the right of a PNS; None for a PPPK, or before the rule book begins."""
    if jenis == JenisPegawai.PPPK or "jp" not in a:
        return None
    return int(a["jp"].angka("jp_pns"))


def hours_sentence(jumlah: int, sasaran: int | None, tahun: int, tahun_ini: int) -> str:
    """What the number means."""
    if sasaran is None:
        return f"Tercatat {jumlah} JP."
    kurang = max(sasaran - jumlah, 0)
    if not kurang:
        return f"Sudah memenuhi {sasaran} JP setahun."
    return (
        f"Masih {kurang} JP lagi tahun ini."
        if tahun == tahun_ini
        else f"Kurang {kurang} JP dari {sasaran} JP."
    )


def _card(pegawai: Pegawai, tahun: int, jumlah: int, hari_ini: date) -> KartuJp:
    a = _law(tahun)
    sasaran = floor_of(pegawai.jenis, a)
    return KartuJp(
        tahun=tahun,
        jumlah=jumlah,
        sasaran=sasaran,
        kurang=max(sasaran - jumlah, 0) if sasaran else 0,
        kalimat=hours_sentence(jumlah, sasaran, tahun, hari_ini.year),
        catatan=_ceiling_note(pegawai, jumlah, a),
        menunggu=KegiatanMandiri.objects.filter(
            pegawai=pegawai, status=StatusKegiatan.MENUNGGU, selesai__year=tahun
        ).count(),
    )


def _ceiling_note(pegawai: Pegawai, jumlah: int, a: Aturan) -> str:
    """A ceiling that no text we read confirms: said, and nothing follows from it."""
    if pegawai.jenis != JenisPegawai.PPPK or "jp" not in a or not rumus.lebih_jp_pppk(jumlah, a):
        return ""
    batas = a["jp"].angka("jp_pppk_paling_banyak")
    return f"Lebih dari {batas} JP setahun. Batas bagi PPPK itu belum terverifikasi: semua tetap dicatat."


def _law(tahun: int) -> Aturan:
    """The rules in force at the end of the year."""
    return aturan_per(date(tahun, 12, 31))


def _in_year(tahun: int) -> Q:
    return Q(tanggal_selesai__range=(date(tahun, 1, 1), date(tahun, 12, 31)))


def _by_form(per_bentuk: Counter[BentukPengembangan], jumlah: int) -> list[Bagian]:
    label = LABEL_PEGAWAI[BentukPengembangan]
    return [Bagian(label[b], n, _percent(n, jumlah)) for b, n in sorted(per_bentuk.items(), key=_largest)]


def _largest(pasang: tuple[BentukPengembangan, int]) -> tuple[int, int]:
    return (-pasang[1], pasang[0])


def _by_group(per_bentuk: Counter[BentukPengembangan], jumlah: int, a: Aturan) -> list[Bagian]:
    if "jp_konversi" not in a:
        return []
    return [
        _part(judul, (n for b, n in per_bentuk.items() if rumus.kelompok(b, a) == kode), jumlah)
        for kode, judul in JUDUL_KELOMPOK.items()
    ]


def _by_way(per_bentuk: Counter[BentukPengembangan], jumlah: int) -> list[Bagian]:
    jp = {r: sum(n for b, n in per_bentuk.items() if ragam(b) is r) for r in PORSI}
    return [Bagian(LABEL[Ragam][r], jp[r], _percent(jp[r], jumlah), porsi) for r, porsi in PORSI.items()]


def _part(nama: str, jp: Iterable[int], jumlah: int) -> Bagian:
    n = sum(jp)
    return Bagian(nama, n, _percent(n, jumlah))


def _percent(n: int, jumlah: int) -> int:
    return round(100 * n / jumlah) if jumlah else 0


def _line(b: PengembanganKompetensi, hari_ini: date) -> BarisJp:
    return BarisJp(
        nama=b.nama,
        bentuk=b.get_bentuk_display(),
        penyelenggara=b.penyelenggara,
        masa=span_text(b.tanggal_mulai, b.tanggal_selesai),
        jp=b.jp,
        sumber=b.sumber,
        nomor_sertifikat=b.nomor_sertifikat,
        nanti=b.tanggal_selesai > hari_ini,
    )


def span_text(mulai: date | None, selesai: date) -> str:
    """'3 Mei 2026', or '1–3 Mei 2026'."""
    return kata.rentang(mulai or selesai, selesai)
