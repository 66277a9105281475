"""The data check before a cycle or a run: faults, undeclared registers, and what would decide most.

How many people can be decided is not estimated: the rules that will run are asked, once with the
facts as they are and once more per source with the facts that this source would fill in. Filling
uses a plausible value, because only whether a decision falls is counted, never which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db import transaction
from django.db.models import Q, QuerySet

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from karier.enums import JALUR_DIHITUNG
from karier.rules.fakta import Fakta, gabung_fakta
from karier.rules.pangkat import putuskan, target_tmt
from karier.services.fakta import ids_instansi, kumpulkan
from karier.services.parameter import aturan_instansi
from kinerja.enums import Predikat
from kinerja.models import SiklusPenilaian
from kinerja.services.siklus import check_data
from pegawai.enums import (
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    Register,
    StatusKepegawaian,
    TingkatPendidikan,
)
from pegawai.kamus import LABEL
from pegawai.models import CakupanData, Instansi, Pegawai
from pegawai.reports.temuan import (
    DIPERIKSA,
    TEMUAN,
    TEMUAN_KHUSUS,
    Temuan,
    hitung_temuan,
    punya_temuan,
    temuan_pegawai,
)
from pegawai.reports.yang_dihitung import LEPAS, Bagian, Kelompok

Topeng = npt.NDArray[np.bool_]
#: People per batch: one batch up to this number, so the number of queries does not grow with people.
UKURAN: Final = 25_000
_TANGGAL_PENGISI: Final = np.datetime64("2020-04-01", "D")


@dataclass(frozen=True, slots=True)
class TemuanTerhitung:
    temuan: Temuan
    jumlah: int


@dataclass(frozen=True, slots=True)
class CakupanRegister:
    """Whether a register is declared complete on the day of the check."""

    register: Register
    judul: str
    sampai: date | None


@dataclass(frozen=True, slots=True)
class SumberData:
    """One thing HR can bring. `langsung`: decided by this alone; `diperlukan`: not decided without it."""

    kode: str
    judul: str
    langsung: int
    diperlukan: int


@dataclass(frozen=True, slots=True)
class DayaPutus:
    """`dinilai`: people on a path that has rules; `dapat`: MEMENUHI or BELUM with the data of today.

    `luar`: all the others, by why they are not on such a path.
    """

    semua: int
    dinilai: int
    dapat: int
    sumber: list[SumberData]
    luar: list[Bagian]

    @property
    def persen(self) -> int:
        """Whole per cent of those on a path that has rules; 0 when there is nobody."""
        return 100 * self.dapat // self.dinilai if self.dinilai else 0


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    per: date
    jumlah_pegawai: int
    jumlah_bermasalah: int
    temuan: list[TemuanTerhitung]
    cakupan: list[CakupanRegister]
    daya: DayaPutus


def periksa_data(instansi: Instansi, per: date, *, pembaca: Any = None) -> HasilPeriksa:
    """Everything the check page of one instansi shows on `per`; a constant number of queries.

    Findings about discipline are told to `pembaca` of the people that they are HR of, to nobody else.
    """
    orang = Pegawai.objects.of_instansi(instansi.pk)
    jumlah = hitung_temuan(orang, instansi_id=instansi.pk, per=per)
    bermasalah = punya_temuan(orang, TEMUAN, instansi_id=instansi.pk, per=per)
    temuan = [TemuanTerhitung(TEMUAN[kode], n) for kode, n in jumlah.items()]
    for khusus, siapa in _temuan_khusus(orang, instansi.pk, per, pembaca):
        temuan.append(TemuanTerhitung(khusus, siapa.count()))
        bermasalah = orang.filter(Q(pk__in=bermasalah.values("pk")) | Q(pk__in=siapa.values("pk")))
    return HasilPeriksa(
        per=per,
        jumlah_pegawai=orang.count(),
        jumlah_bermasalah=bermasalah.count(),
        temuan=[t for t in temuan if t.jumlah],
        cakupan=_cakupan(instansi.pk, per),
        daya=hitung_daya(instansi.pk, per),
    )


def _temuan_khusus(
    orang: QuerySet[Any], instansi_id: int, per: date, pembaca: Any
) -> Iterator[tuple[Temuan, QuerySet[Any]]]:
    """Each sensitive finding with its people, out of those whose HR `pembaca` is."""
    if pembaca is None:
        return
    dikelola = orang.filter(pk__in=Pegawai.objects.dikelola(pembaca).order_by().values("pk"))
    for kode, temuan in TEMUAN_KHUSUS.items():
        yield temuan, temuan_pegawai(dikelola, kode, instansi_id=instansi_id, per=per)


@transaction.atomic
def periksa_siklus(
    *, siklus: SiklusPenilaian, actor: Any, at: datetime, per: date
) -> tuple[SiklusPenilaian, HasilPeriksa]:
    """Check the data of a cycle and record that HR has seen it. TidakDitemukan outside the scope."""
    if not Instansi.objects.dikelola(actor).filter(pk=siklus.instansi_id).exists():
        raise TidakDitemukan("siklus_tidak_ditemukan", "Siklus ini tidak ditemukan.")
    hasil = periksa_data(siklus.instansi, per, pembaca=actor)
    return check_data(siklus=siklus, actor=actor, at=at), hasil


def _cakupan(instansi_id: int, per: date) -> list[CakupanRegister]:
    berlaku = dict(
        CakupanData.objects.filter(instansi_id=instansi_id, mulai__lte=per, sampai__gte=per)
        .order_by("sampai")
        .values_list("register", "sampai")
    )
    return [CakupanRegister(r, LABEL[Register][r], berlaku.get(r.value)) for r in Register]


# -- who can be decided, and by what -------------------------------------------------------------


def hitung_daya(instansi_id: int, per: date) -> DayaPutus:
    """Ask the rules of `per` who is decided now, and which source would decide most of the rest."""
    a = aturan_instansi(instansi_id, per)
    tmt = target_tmt(per, a)
    ids = ids_instansi(instansi_id)
    if len(ids) == 0:
        return DayaPutus(0, 0, 0, [], [])
    bagian = [ids[i : i + UKURAN] for i in range(0, len(ids), UKURAN)]
    fakta = gabung_fakta([kumpulkan(b, per_tanggal=per, tmt=tmt, aturan=a).fakta for b in bagian])
    kini, dinilai = _terputus(fakta, a, tmt)
    dapat, sumber = int((kini & dinilai).sum()), _sumber(fakta, kini, a, tmt)
    return DayaPutus(len(ids), int(dinilai.sum()), dapat, sumber, _luar(fakta, dinilai))


def _luar(f: Fakta, dinilai: Topeng) -> list[Bagian]:
    """Who is not on a path that has rules, each counted once."""
    pppk = f.jenis_pegawai.tercatat(JenisPegawai.PPPK)
    cpns = ~pppk & f.status_kepegawaian.tercatat(StatusKepegawaian.CPNS)
    lepas = ~pppk & ~cpns & f.kedudukan_hukum.ada & ~f.kedudukan_hukum.tercatat(*DIPERIKSA)
    sebab = (
        (pppk, "PPPK", Kelompok.PPPK),
        (cpns, "CPNS", Kelompok.CPNS),
        (lepas, f"PNS yang {LEPAS}", Kelompok.PNS_LEPAS),
        (~pppk & ~cpns & ~lepas, "PNS yang jalur kenaikan pangkatnya belum dihitung sistem", None),
    )
    bagian = (Bagian(int((topeng & ~dinilai).sum()), teks, k) for topeng, teks, k in sebab)
    return [b for b in bagian if b.jumlah]


def _sumber(f: Fakta, kini: Topeng, a: Aturan, tmt: date) -> list[SumberData]:
    """Every source with what it decides; those that decide nobody are left out."""
    isian = _isian(f, tmt)
    lengkap = f.ganti(**_gabung(isian, tanpa=""))
    semua, _ = _terputus(lengkap, a, tmt)
    hasil = []
    for kode, (judul, kolom) in isian.items():
        sendiri, _ = _terputus(f.ganti(**kolom), a, tmt)
        tanpa, _ = _terputus(f.ganti(**_gabung(isian, tanpa=kode)), a, tmt)
        langsung, diperlukan = int((sendiri & ~kini).sum()), int((semua & ~tanpa).sum())
        if langsung or diperlukan:
            hasil.append(SumberData(kode, judul, langsung, diperlukan))
    return sorted(hasil, key=lambda s: (-s.langsung, -s.diperlukan, s.kode))


def _terputus(f: Fakta, a: Aturan, tmt: date) -> tuple[Topeng, Topeng]:
    """Who is MEMENUHI or BELUM, and who is on a path that has rules (or would be, were it known)."""
    h = putuskan(f, a, tmt=tmt)
    putus = (h.status == Status.MEMENUHI) | (h.status == Status.BELUM)
    return putus, np.isin(h.jalur, JALUR_DIHITUNG) | putus | (h.status == Status.PERLU_VERIFIKASI)


Isian = dict[str, tuple[str, dict[str, Kolom]]]


def _isian(f: Fakta, tmt: date) -> Isian:
    """What each source would fill where nothing is recorded."""
    ya = Kolom.penuh(1, len(f))
    return {
        "siasn": ("Export Data ASN dari SIASN", _dari_siasn(f)),
        "rekap_1": (f"Rekap e-Kinerja {tmt.year - 1}", {"predikat_1": f.predikat_1.atau(int(Predikat.BAIK))}),
        "rekap_2": (f"Rekap e-Kinerja {tmt.year - 2}", {"predikat_2": f.predikat_2.atau(int(Predikat.BAIK))}),
        "pak": ("Data awal, lembar PAK", {"ak_sah": f.ak_sah.atau(0)}),
        "disiplin": ("Pernyataan lengkap: hukuman disiplin", {"disiplin_tercakup": ya}),
        "ujian": ("Data awal, lembar Ujian, dan pernyataan lengkapnya", {"ujian_tercakup": ya}),
    }


def _dari_siasn(f: Fakta) -> dict[str, Kolom]:
    tanggal = Kolom.penuh(_TANGGAL_PENGISI, len(f))
    return {
        "status_kepegawaian": f.status_kepegawaian.atau(int(StatusKepegawaian.PNS)),
        "golongan": f.golongan.atau(10),
        "tmt_golongan": f.tmt_golongan.bila(f.tmt_golongan.ada, tanggal),
        "pendidikan": f.pendidikan.atau(int(TingkatPendidikan.S1)),
        "jenis_jabatan": f.jenis_jabatan.atau(int(JenisJabatan.PELAKSANA)),
        "jenjang": f.jenjang.atau(int(Jenjang.PELAKSANA)),
    }


def _gabung(isian: Isian, *, tanpa: str) -> dict[str, Kolom]:
    return {n: k for kode, (_, kolom) in isian.items() if kode != tanpa for n, k in kolom.items()}
