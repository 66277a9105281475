"""Export to SIASN: announced ratings of one period of one instansi, and how they stand to its last file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import BentukSiasn, JenisSiklus, StatusPenilaian
from kinerja.kamus import nama_siklus
from kinerja.models import EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.reports.siasn import Nilai, announced, siasn_object
from kinerja.rules.bentuk_siasn import KEPALA
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.siasn_berkas import DiSiasn, last_known
from pegawai.enums import StatusEkspor
from pegawai.models import Instansi, Pegawai
from pegawai.services.siasn.ekspor import BarisEkspor, Ekspor, Terakhir, leave_trail


class PeriodeEkspor(NamedTuple):
    """One year, quarter or month of one instansi that has announced ratings."""

    instansi: Instansi
    tahun: int
    jenis: JenisSiklus
    ke: int

    @property
    def bentuk(self) -> BentukSiasn:
        tahunan = self.jenis is JenisSiklus.TAHUNAN
        return BentukSiasn.SKP22 if tahunan else BentukSiasn.KINERJA_PERIODIK

    @property
    def kode_bentuk(self) -> str:
        return self.bentuk.value

    @property
    def masa(self) -> tuple[date, date]:
        masa = masa_siklus(self.tahun, self.jenis, self.ke)
        return masa.mulai, masa.sampai

    @property
    def kunci(self) -> str:
        """As it stands in an address."""
        return f"{self.instansi.pk}-{self.tahun}-{self.jenis.value}-{self.ke}"

    @property
    def nama(self) -> str:
        return nama_siklus(self.tahun, self.jenis, self.ke)


def export_periods(pengguna: Any) -> list[PeriodeEkspor]:
    """Periods with announced ratings in the instansi that `pengguna` serves as HR, the newest first."""
    instansi = {i.pk: i for i in Instansi.objects.dikelola(pengguna)}
    diumumkan = {"status": StatusPenilaian.DITETAPKAN, "pegawai__instansi__in": instansi}
    tahun = Penilaian.objects.filter(**diumumkan).order_by().values_list("pegawai__instansi", "tahun")
    hasil = [PeriodeEkspor(instansi[i], t, JenisSiklus.TAHUNAN, 0) for i, t in tahun.distinct()]
    ada = EvaluasiPeriodik.objects.filter(**diumumkan).order_by().values("siklus")
    hasil += [
        PeriodeEkspor(instansi[s.instansi_id], s.tahun, JenisSiklus(s.jenis), s.ke)
        for s in SiklusPenilaian.objects.filter(pk__in=ada, instansi__in=instansi)
    ]
    return sorted(hasil, key=lambda p: (p.masa[1], -p.ke, p.kunci), reverse=True)


def prepare_export(*, kunci: str, pengguna: Any) -> Ekspor:
    """One period beside the last file from SIASN; TidakDitemukan for one that `pengguna` has not."""
    for p in export_periods(pengguna):
        if p.kunci == kunci:
            terakhir = last_known(
                instansi_id=p.instansi.pk, bentuk=p.bentuk, mulai=p.masa[0], sampai=p.masa[1]
            )
            return Ekspor(p, [_compare(n, terakhir) for n in _ratings(p, pengguna)], terakhir)
    raise TidakDitemukan("periode_tidak_ada", "Belum ada penilaian yang diumumkan untuk periode ini.")


def export_rows(e: Ekspor, *, selisih: bool, pengguna: Any, kanal: str) -> list[dict[str, Any]]:
    """The objects of a file. Everybody in it gets a line on their trail before it leaves."""
    baris = e.isi(selisih=selisih)
    leave_trail(e.periode, baris, pengguna=pengguna, kanal=kanal)
    return [siasn_object(b.nilai, e.periode.bentuk, e.periode.jenis) for b in baris]


def columns(e: Ekspor) -> Sequence[str]:
    return KEPALA[e.periode.bentuk]


def _ratings(p: PeriodeEkspor, pengguna: Any) -> list[Nilai]:
    """Announced ratings only, of people whom `pengguna` serves."""
    orang = Pegawai.objects.dikelola(pengguna).of_instansi(p.instansi.pk)
    diumumkan = {"status": StatusPenilaian.DITETAPKAN, "pegawai__in": orang.order_by().values("pk")}
    if p.jenis is JenisSiklus.TAHUNAN:
        tahunan = Penilaian.objects.filter(tahun=p.tahun, **diumumkan)
        return list(announced(tahunan, p.masa, periodik=False))
    siklus = {"siklus__jenis": p.jenis, "siklus__tahun": p.tahun, "siklus__ke": p.ke}
    return list(announced(EvaluasiPeriodik.objects.filter(**siklus, **diumumkan), p.masa, periodik=True))


def _compare(n: Nilai, t: Terakhir) -> BarisEkspor:
    lama = t.isi.get((n.pegawai_id, n.mulai.isoformat()))
    if not n.siasn_id:
        return BarisEkspor(n, StatusEkspor.TANPA_ID, lama)
    if lama is None:
        return BarisEkspor(n, StatusEkspor.BARU, None)
    status = StatusEkspor.SAMA if _same(n, lama) else StatusEkspor.BERUBAH
    return BarisEkspor(n, status, lama)


def _same(n: Nilai, lama: DiSiasn) -> bool:
    """A rater whom we do not know changes nothing in SIASN."""
    nilai = (n.rating_hasil, n.rating_perilaku, n.predikat)
    return nilai == tuple(lama[:3]) and n.penilai.nip in ("", lama.penilai_nip)
