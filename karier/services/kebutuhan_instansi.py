"""What a whole government needs to learn: the gaps of the last run, by competency and by unit, and a plan.

Read by pieces of people; what stays per person is two small numbers per competency and the unit. The stored
facts of the run are the record, so the page says which run. A level never assessed is no gap here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.fakta import Fakta, capai, unpack_rows
from karier.rules.kebutuhan import KOMPETENSI, hitung_kebutuhan
from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import AsesmenKompetensi, RiwayatJabatan, StandarTeknis, UnitKerja
from pegawai.querysets import LEBAR_SEGMEN
from pegawai.services.profil import names_on_path
from pelatihan.models import SasaranPelatihan
from pelatihan.rules.pilihan import Pemangku
from pelatihan.rules.rencana import Celah
from pelatihan.services.celah_teknis import technical_gaps
from pelatihan.services.hcdp import Kunci

#: People whose rows are in memory at once.
SEPOTONG: Final = 5_000
#: A perangkat daerah hangs directly below the root of the tree.
_PERANGKAT: Final = 2 * LEBAR_SEGMEN
TANPA_UNIT: Final = "Unit kerja belum dicatat"


@dataclass(frozen=True, eq=False, slots=True)
class KebutuhanInstansi:
    """Everybody with a confirmed gap: `celah` has a row for each, a column for each of `kompetensi`.

    `kelompok`: a row of `pemangku` for each person, `unit`: a row of `nama_unit`. `dinilai`: people with an
    assessment on record, the only ones whose gaps can be known.
    """

    run: RunEvaluasi
    kompetensi: dict[Kunci, str]
    celah: Celah
    pemangku: list[Pemangku]
    kelompok: npt.NDArray[np.int32]
    nama_unit: list[str]
    unit: npt.NDArray[np.int32]
    dinilai: int

    def __len__(self) -> int:
        return len(self.celah.punya)

    @property
    def sumber(self) -> str:
        """From what, and by which rules; stands on the plan and on its papers."""
        berkas = aturan_dari_versi(self.run.versi_aturan)["kompetensi_jenjang"]
        return (
            f"Celah menurut perhitungan {self.run.nomor} per {kata.tanggal(self.run.per_tanggal)}; "
            f"aturan {berkas.judul}, berlaku {kata.tanggal(berkas.berlaku_mulai)}"
        )


def read_needs(run: RunEvaluasi) -> KebutuhanInstansi:
    """The gaps of everybody whom `run` judged: two queries per piece, seven with technical ones."""
    pengumpul = _Pengumpul(run)
    for sepotong in _pieces(run, semua=pengumpul.berteknis):
        pengumpul.tambah(sepotong)
    return pengumpul.selesai()


def _pieces(run: RunEvaluasi, *, semua: bool) -> Iterator[list[tuple[int, bytes, str | None]]]:
    """(person, facts, path of the unit) by key: `semua`, or who is short of one of the nine."""
    milik = HasilEvaluasi.objects.filter(run_id=run.pk)
    if not semua:
        milik = milik.filter(kebutuhan__gt=0)
    ruas = ("pegawai_id", "fakta", "pegawai__unit__jalur")
    terakhir = 0
    while baris := list(
        milik.filter(pegawai_id__gt=terakhir).order_by("pegawai_id").values_list(*ruas)[:SEPOTONG]
    ):
        yield baris
        terakhir = baris[-1][0]


class _Pengumpul:
    """Adds piece to piece; small columns only."""

    def __init__(self, run: RunEvaluasi) -> None:
        self.run = run
        self.aturan = aturan_dari_versi(run.versi_aturan)
        self.berteknis = StandarTeknis.objects.filter(kompetensi__aktif=True).exists()
        self.menurut_unit = SasaranPelatihan.objects.exclude(nama_unit="").exists()
        milik = UnitKerja.objects.filter(instansi=run.instansi_id)
        self.nama_unit = dict(milik.values_list("jalur", "nama"))
        self.kompetensi = {Kunci(k.value): nama for k, nama in LABEL[KompetensiMansoskul].items()}
        self.bagian: list[tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]] = []
        self.pemangku: dict[Pemangku, int] = {}
        self.kelompok: list[int] = []
        self.perangkat: dict[str, int] = {}
        self.unit: list[int] = []

    def tambah(self, baris: list[tuple[int, bytes, str | None]]) -> None:
        ids = [b[0] for b in baris]
        fakta = unpack_rows([bytes(b[1]) for b in baris])
        punya, perlu = self._sembilan(fakta)
        punya, perlu = self._dengan_teknis(ids, punya, perlu)
        ada: npt.NDArray[np.bool_] = np.asarray((perlu > 0).any(axis=1), dtype=np.bool_)
        self.bagian.append((punya[ada], perlu[ada]))
        kurang = np.flatnonzero(ada).tolist()
        jabatan = _post_names([ids[i] for i in kurang], self.run.tmt_sasaran)
        jenis, jenjang = fakta.jenis_jabatan.isi(0).tolist(), fakta.jenjang.isi(0).tolist()
        for i in kurang:
            jalur = baris[i][2] or ""
            perangkat = jalur[:_PERANGKAT]
            self.unit.append(self.perangkat.setdefault(perangkat, len(self.perangkat)))
            siapa = Pemangku(
                JenisJabatan(jenis[i]) if jenis[i] else None,
                Jenjang(jenjang[i]) if jenjang[i] else None,
                jabatan.get(ids[i], ""),
                names_on_path(jalur, self.nama_unit) if self.menurut_unit else (),
            )
            self.kelompok.append(self.pemangku.setdefault(siapa, len(self.pemangku)))

    def _sembilan(self, fakta: Fakta) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]:
        hasil = hitung_kebutuhan(fakta, self.aturan, per=self.run.per_tanggal)
        kena = (hasil.kebutuhan[:, None] >> np.arange(len(KOMPETENSI)) & 1).astype(np.bool_)
        punya = np.stack([capai(fakta, k).isi(0) for k in KOMPETENSI], axis=1).astype(np.int8)
        return np.where(kena, punya, 0), np.where(kena, punya + hasil.gap, 0).astype(np.int8)

    def _dengan_teknis(
        self, ids: list[int], punya: npt.NDArray[np.int8], perlu: npt.NDArray[np.int8]
    ) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]:
        if not self.berteknis:
            return punya, perlu
        baca = technical_gaps(ids, per=self.run.per_tanggal)
        dikenal = {k: n for n, k in enumerate(self.kompetensi)}
        isi = []
        for i, pk in enumerate(ids):
            for kompetensi, sekarang, wajib in baca[pk]:
                kunci = Kunci(teknis_id=kompetensi.pk)
                if sekarang is None:
                    continue
                self.kompetensi.setdefault(kunci, kompetensi.nama)
                isi.append((i, dikenal.setdefault(kunci, len(dikenal)), sekarang, wajib))
        punya, perlu = (_widen(a, len(self.kompetensi)) for a in (punya, perlu))
        for i, kolom, sekarang, wajib in isi:
            punya[i, kolom], perlu[i, kolom] = sekarang, wajib
        return punya, perlu

    def selesai(self) -> KebutuhanInstansi:
        lebar = len(self.kompetensi)
        kosong = np.zeros((0, lebar), dtype=np.int8)
        punya, perlu = (np.concatenate([kosong, *(_widen(b[n], lebar) for b in self.bagian)]) for n in (0, 1))
        return KebutuhanInstansi(
            run=self.run,
            kompetensi=self.kompetensi,
            celah=Celah(punya, perlu),
            pemangku=list(self.pemangku),
            kelompok=np.array(self.kelompok, dtype=np.int32),
            nama_unit=[self.nama_unit.get(j, TANPA_UNIT) for j in self.perangkat],
            unit=np.array(self.unit, dtype=np.int32),
            dinilai=_assessed(self.run.instansi_id, self.run.per_tanggal),
        )


def _widen(larik: npt.NDArray[np.int8], lebar: int) -> npt.NDArray[np.int8]:
    """Later pieces may know more competencies: nobody before was short of them."""
    return np.pad(larik, ((0, 0), (0, lebar - larik.shape[1])))


def _post_names(ids: list[int], hari: date) -> dict[int, str]:
    """The post that each holds on `hari`, the day that the facts speak of; one query."""
    riwayat = RiwayatJabatan.objects.filter(pegawai__in=ids, tmt__lte=hari).order_by("tmt", "pk")
    return dict(riwayat.values_list("pegawai_id", "jabatan__nama"))


def _assessed(instansi_id: int, per: date) -> int:
    dinilai: Any = AsesmenKompetensi.objects.filter(pegawai__instansi=instansi_id, tanggal__lte=per)
    banyak: int = dinilai.order_by().values("pegawai").distinct().count()
    return banyak


# -- what the page shows --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisCelah:
    """One competency: people short, levels short; `bagian`: share of all gaps up to here, in percent."""

    kunci: Kunci
    nama: str
    orang: int
    tingkat: int
    bagian: int


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One perangkat daerah: people short of something, gaps of them all, the most frequent one."""

    nama: str
    orang: int
    celah: int
    terbanyak: str


def top_gaps(k: KebutuhanInstansi) -> list[BarisCelah]:
    """Where most people are short first (Pareto); competencies without a gap are left out."""
    orang = np.count_nonzero(k.celah.perlu, axis=0)
    tingkat = (k.celah.perlu - k.celah.punya).sum(axis=0)
    kunci = list(k.kompetensi)
    urut = sorted(np.flatnonzero(orang).tolist(), key=lambda n: (-orang[n], -tingkat[n], n))
    semua, sampai, hasil = int(orang.sum()), 0, []
    for n in urut:
        sampai += int(orang[n])
        baris = (int(orang[n]), int(tingkat[n]), 100 * sampai // semua)
        hasil.append(BarisCelah(kunci[n], k.kompetensi[kunci[n]], *baris))
    return hasil


def gaps_by_unit(k: KebutuhanInstansi) -> list[BarisUnit]:
    """Most people first."""
    nama = list(k.kompetensi.values())
    perlu = k.celah.perlu > 0
    hasil = []
    for n, unit in enumerate(k.nama_unit):
        di_unit = perlu[k.unit == n]
        if len(di_unit):
            per_kompetensi = di_unit.sum(axis=0)
            terbanyak = nama[int(per_kompetensi.argmax())]
            hasil.append(BarisUnit(unit, len(di_unit), int(per_kompetensi.sum()), terbanyak))
    return sorted(hasil, key=lambda b: (-b.orang, -b.celah, b.nama))
