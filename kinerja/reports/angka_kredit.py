"""Konversi, akumulasi and penetapan angka kredit on paper (PerBKN 3/2023 Ps 12-13, Lampiran II).

Every amount is the stored line or the sum of stored lines; nothing is rounded again here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from django.utils import timezone

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.kata import angka_kredit, tanggal
from kinerja.enums import Predikat
from kinerja.kamus import LABEL
from kinerja.kamus.dokumen import (
    DASAR_KONVERSI,
    SALDO,
    TANPA_PAK,
    TANPA_PENILAI,
    kalimat_draf,
    kalimat_jenjang_lain,
)
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit
from kinerja.reports.kebutuhan import need_parts
from kinerja.reports.kertas import Orang, Pasang, part, people, place_and_day, sheet, signature, table
from kinerja.rules.angka_kredit import persen
from kinerja.rules.masa import akhir_masa
from pegawai.models import Pegawai, PejabatPenandaTangan
from pegawai.reports.kantor import tanda_tangan
from pegawai.services.profil import day_of

KEPALA: Final = ("Masa", "Jenjang", "Predikat", "Persentase", "Koefisien per tahun", "Angka kredit")
LEBAR: Final = (2.4, 1.3, 1.3, 1.1, 1.3, 1.1)


class Akumulasi(NamedTuple):
    """The last PAK and every signed conversion after it; `draf` are those that wait for a signature."""

    pegawai: Pegawai
    pak: PenetapanAngkaKredit | None
    konversi: Sequence[KonversiAngkaKredit]
    draf: int

    @property
    def jenjang(self) -> int:
        """Only lines of one jenjang add up: of the PAK, without one of the last line."""
        return self.pak.jenjang if self.pak else self.konversi[-1].jenjang

    @property
    def dijumlahkan(self) -> list[KonversiAngkaKredit]:
        return [k for k in self.konversi if k.jenjang == self.jenjang]

    @property
    def jumlah(self) -> int:
        return (self.pak.jumlah_senti if self.pak else 0) + sum(k.nilai_senti for k in self.dijumlahkan)

    @property
    def sampai(self) -> date:
        """The last day that is counted."""
        akhir = [akhir_masa(k.mulai, k.bulan) - timedelta(days=1) for k in self.dijumlahkan]
        return max([*akhir, *([self.pak.sampai] if self.pak else [])])


class Penetapan(NamedTuple):
    """One PAK, the one before it in the same jenjang, and the signed conversions between the two."""

    pak: PenetapanAngkaKredit
    lalu: PenetapanAngkaKredit | None
    konversi: Sequence[KonversiAngkaKredit]

    @property
    def baru(self) -> int:
        return sum(k.nilai_senti for k in self.konversi)

    @property
    def lain(self) -> int:
        """What the total holds beside the two: AK dasar, penyesuaian, pendidikan, less what a step used."""
        return self.pak.jumlah_senti - (self.lalu.jumlah_senti if self.lalu else 0) - self.baru


def conversion_sheet(pegawai: Pegawai, konversi: Sequence[KonversiAngkaKredit]) -> dict[str, Any]:
    """The conversion of one year: a line for every jenjang held in it."""
    tahun = konversi[0].tahun
    orang, penilai = _both(pegawai, konversi, date(tahun, 12, 31))
    jumlah = sum(k.nilai_senti for k in konversi)
    baris = [_line(k) for k in konversi]
    if len(baris) > 1:
        baris.append(["Jumlah", "", "", "", "", angka_kredit(jumlah)])
    return sheet(
        judul="Konversi predikat kinerja ke angka kredit",
        instansi=pegawai.instansi,
        ringkas=[("Nomor", "................"), ("Tahun penilaian", str(tahun))],
        bagian=[
            part("Pejabat fungsional yang dinilai", pasangan=_functional(pegawai, orang)),
            part("Konversi", tabel=table(KEPALA, baris, LEBAR)),
        ],
        tanda_tangan=[_signed(pegawai, konversi, penilai)],
        catatan=[DASAR_KONVERSI],
    )


def accumulation_sheet(a: Akumulasi) -> dict[str, Any]:
    """The last PAK and what was signed since, added up."""
    orang, penilai = _both(a.pegawai, a.konversi, a.sampai)
    baris = [_pak_line(a.pak)] if a.pak else []
    baris += [_line(k) for k in a.dijumlahkan]
    lain = sorted({str(k.get_jenjang_display()) for k in a.konversi if k.jenjang != a.jenjang})
    catatan = [
        DASAR_KONVERSI,
        "" if a.pak else TANPA_PAK,
        kalimat_draf(a.draf),
        kalimat_jenjang_lain(lain),
    ]
    jumlah = ["Jumlah angka kredit", "", "", "", "", angka_kredit(a.jumlah)]
    return sheet(
        judul="Akumulasi angka kredit",
        instansi=a.pegawai.instansi,
        ringkas=[("Nomor", "................"), ("Dihitung sampai", tanggal(a.sampai))],
        bagian=[
            part("Pejabat fungsional yang dinilai", pasangan=_functional(a.pegawai, orang)),
            part("Akumulasi", tabel=table(KEPALA, [*baris, jumlah], LEBAR)),
        ],
        tanda_tangan=[_signed(a.pegawai, a.konversi, penilai)],
        catatan=[c for c in catatan if c],
    )


def pak_sheet(p: Penetapan) -> dict[str, Any]:
    """One PAK: before, new, total; then what the next steps ask for."""
    pegawai, pak = p.pak.pegawai, p.pak
    orang = people([pegawai.pk], per=pak.sampai)[pegawai.pk]
    baris = _pak_rows(p)
    kebutuhan, catatan = need_parts(pak)
    pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=pegawai.instansi)
    ttd = tanda_tangan(pejabat.pada(timezone.localdate()).first())
    return sheet(
        judul="Penetapan angka kredit",
        instansi=pegawai.instansi,
        ringkas=[("Nomor", pak.nomor or "................"), ("Masa penilaian sampai", tanggal(pak.sampai))],
        bagian=[
            part("Pejabat fungsional", pasangan=_functional(pegawai, orang)),
            part("Penetapan", tabel=table(("Unsur", "Lama", "Baru", "Jumlah"), baris, (3, 1, 1, 1))),
            *kebutuhan,
        ],
        tanda_tangan=[{"tempat_tanggal": place_and_day(pegawai.instansi, None), **ttd}],
        catatan=[SALDO, *catatan],
    )


def _pak_rows(p: Penetapan) -> list[list[str]]:
    """Lama, baru, jumlah of every part, then the totals."""
    lalu, jumlah = p.lalu.jumlah_senti if p.lalu else 0, p.pak.jumlah_senti
    sebelumnya = f"Angka kredit {_number(p.lalu)}" if p.lalu else "Angka kredit PAK sebelumnya"
    isi = [
        (sebelumnya, lalu, 0),
        ("Angka kredit konversi yang ditandatangani", 0, p.baru),
        ("Angka kredit dasar, penyesuaian, pendidikan, dan pemakaian", 0, p.lain),
        ("Jumlah", lalu, jumlah - lalu),
    ]
    return [[unsur, *map(_signed_amount, (lama, baru, lama + baru))] for unsur, lama, baru in isi]


def _both(pegawai: Pegawai, konversi: Sequence[KonversiAngkaKredit], per: date) -> tuple[Orang, Orang | None]:
    """The person, and who signed last."""
    tanda = konversi[-1].ditandatangani_oleh if konversi else None
    penilai_id = tanda.pegawai_id if tanda else None
    orang = people([pegawai.pk, penilai_id], per=per)
    return orang[pegawai.pk], orang.get(penilai_id or 0)


def _functional(pegawai: Pegawai, orang: Orang) -> list[Pasang]:
    lahir = ", ".join(t for t in (pegawai.tempat_lahir, tanggal(pegawai.tanggal_lahir)) if t)
    nama, nip, *lain = orang.baris
    return [
        nama,
        nip,
        ("Tempat dan tanggal lahir", lahir),
        ("Jenis kelamin", str(pegawai.get_jenis_kelamin_display())),
        *lain,
    ]


def _signed(
    pegawai: Pegawai, konversi: Sequence[KonversiAngkaKredit], penilai: Orang | None
) -> dict[str, str]:
    saat = konversi[-1].ditandatangani_pada if konversi else None
    tempat = place_and_day(pegawai.instansi, day_of(pegawai, saat) if saat else None)
    return signature("Pejabat penilai kinerja", penilai, tempat=tempat)


def _line(k: KonversiAngkaKredit) -> list[str]:
    akhir = akhir_masa(k.mulai, k.bulan) - timedelta(days=1)
    return [
        f"{tanggal(k.mulai)} sampai {tanggal(akhir)} ({k.bulan} bulan)",
        str(k.get_jenjang_display()),
        _predikat(k.persen, aturan_per(date(k.tahun, 12, 31))),
        f"{k.persen}%",
        angka_kredit(k.koefisien_milli // 10),
        angka_kredit(k.nilai_senti),
    ]


def _pak_line(pak: PenetapanAngkaKredit) -> list[str]:
    jenjang = str(pak.get_jenjang_display())
    return [_number(pak), jenjang, "", "", "", angka_kredit(pak.jumlah_senti)]


def _number(pak: PenetapanAngkaKredit) -> str:
    nomor = f" nomor {pak.nomor}" if pak.nomor else ""
    return f"PAK{nomor} sampai {tanggal(pak.sampai)}"


def _predikat(bagian: int, a: Aturan) -> str:
    """The predikat that a percentage belongs to, in the rules of its year."""
    cocok = [LABEL[Predikat][p] for p in Predikat if persen(p, a) == bagian]
    return cocok[0] if cocok else TANPA_PENILAI


def _signed_amount(senti: int) -> str:
    return f"-{angka_kredit(-senti)}" if senti < 0 else angka_kredit(senti)
