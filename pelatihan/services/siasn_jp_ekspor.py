"""Export of the JP ledger to SIASN: lines of one year and one shape, and how they stand to its last file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Q
from django.db.models.functions import ExtractYear

from asn_karier.lib.errors import TidakDitemukan
from pegawai.enums import BentukPengembangan, StatusEkspor
from pegawai.models import Impor, Instansi, Pegawai, PengembanganKompetensi
from pegawai.services.siasn.ekspor import BarisEkspor, Ekspor, Terakhir, kept_rows, leave_trail
from pelatihan.enums import BentukBerkas
from pelatihan.kamus import LABEL
from pelatihan.reports.siasn_jp import Nilai, line_of, siasn_object
from pelatihan.rules.bentuk_siasn_jp import KEPALA, shape_of
from pelatihan.services.siasn_jp_baca import names_by_code

#: A line that came from there needs no file to be known there.
DARI_SIASN: Final = "SIASN "


class PeriodeJp(NamedTuple):
    """One year of one shape of one instansi that has lines."""

    instansi: Instansi
    tahun: int
    bentuk: BentukBerkas

    @property
    def kode_bentuk(self) -> str:
        return self.bentuk.value

    @property
    def kunci(self) -> str:
        """As it stands in an address."""
        return f"{self.instansi.pk}-{self.tahun}-{self.bentuk.value}"

    @property
    def nama(self) -> str:
        return f"{LABEL[BentukBerkas][self.bentuk]} {self.tahun}"


class DiSiasn(NamedTuple):
    """One line as SIASN has it; None or empty where the file says nothing."""

    bentuk: int | None
    tanggal_mulai: str | None
    jp: int | None
    penyelenggara: str
    nomor_sertifikat: str


def export_periods(pengguna: Any) -> list[PeriodeJp]:
    """Years and shapes with lines in the instansi that `pengguna` serves as HR, the newest first."""
    instansi = {i.pk: i for i in Instansi.objects.dikelola(pengguna)}
    semua = PengembanganKompetensi.objects.filter(pegawai__instansi__in=instansi)
    ada = semua.annotate(tahun=ExtractYear("tanggal_selesai")).order_by()
    baris = ada.values_list("pegawai__instansi", "tahun", "bentuk").distinct()
    hasil = {PeriodeJp(instansi[i], t, shape_of(BentukPengembangan(b))) for i, t, b in baris}
    return sorted(hasil, key=lambda p: (-p.tahun, p.bentuk.value, p.instansi.nama, p.instansi.pk))


def prepare_export(*, kunci: str, pengguna: Any) -> Ekspor:
    """One year and shape beside the last files; TidakDitemukan for one that `pengguna` has not."""
    for p in export_periods(pengguna):
        if p.kunci == kunci:
            terakhir = last_known(p)
            kode = {n: k for k, n in names_by_code(p.instansi.pk).items()}
            return Ekspor(p, [_compare(n, p, terakhir) for n in _lines(p, pengguna, kode)], terakhir)
    raise TidakDitemukan("periode_tidak_ada", "Belum ada catatan JP untuk tahun ini.")


def export_rows(e: Ekspor, *, selisih: bool, pengguna: Any, kanal: str) -> list[dict[str, Any]]:
    """The objects of a file. Everybody in it gets a line on their trail before it leaves."""
    baris = e.isi(selisih=selisih)
    leave_trail(e.periode, baris, pengguna=pengguna, kanal=kanal)
    return [siasn_object(b.nilai, e.periode.bentuk, e.periode.instansi.siasn_id) for b in baris]


def columns(e: Ekspor) -> Sequence[str]:
    return KEPALA[e.periode.bentuk]


def last_known(p: PeriodeJp) -> Terakhir:
    """What the kept files of this shape say of the year, by (person, name, last day)."""
    isi: dict[tuple[int, str, str], DiSiasn] = {}
    terakhir: Impor | None = None
    for impor, pegawai_id, data in kept_rows(instansi_id=p.instansi.pk, jenis=[p.bentuk.value]):
        if str(data["tanggal_selesai"])[:4] == str(p.tahun):
            kunci = (pegawai_id, data["nama"], data["tanggal_selesai"])
            isi[kunci] = DiSiasn(*(data[k] for k in DiSiasn._fields))
            terakhir = impor
    return Terakhir(isi, terakhir.nama_berkas if terakhir else "", terakhir.dibuat_pada if terakhir else None)


def _lines(p: PeriodeJp, pengguna: Any, kode: Mapping[str, str]) -> list[Nilai]:
    """Of people whom `pengguna` serves, by name; one query."""
    struktural = Q(bentuk=BentukPengembangan.DIKLAT_STRUKTURAL)
    orang = Pegawai.objects.dikelola(pengguna).of_instansi(p.instansi.pk)
    semua = PengembanganKompetensi.objects.filter(
        struktural if p.bentuk is BentukBerkas.DIKLAT else ~struktural,
        pegawai__in=orang.order_by().values("pk"),
        tanggal_selesai__range=(date(p.tahun, 1, 1), date(p.tahun, 12, 31)),
    )
    baris = semua.select_related("pegawai").order_by("pegawai__nama", "tanggal_selesai", "pk")
    return [n._replace(latihan_id=kode.get(n.kegiatan, "")) for n in map(line_of, baris)]


def _compare(n: Nilai, p: PeriodeJp, t: Terakhir) -> BarisEkspor:
    hari = n.selesai.isoformat()
    lama = t.isi.get((n.pegawai_id, n.kegiatan, hari))
    if lama is None and p.bentuk is BentukBerkas.DIKLAT:  # a file that names it by its code alone
        lama = t.isi.get((n.pegawai_id, "", hari))
    if not n.siasn_id:
        return BarisEkspor(n, StatusEkspor.TANPA_ID, lama)
    if p.bentuk is BentukBerkas.DIKLAT and not n.latihan_id:
        return BarisEkspor(n, StatusEkspor.TANPA_KODE, lama)
    if lama is not None:
        return BarisEkspor(n, StatusEkspor.SAMA if _same(n, lama) else StatusEkspor.BERUBAH, lama)
    if n.sumber.startswith(DARI_SIASN):
        return BarisEkspor(n, StatusEkspor.SAMA, None)
    return BarisEkspor(n, StatusEkspor.BARU, None)


def _same(n: Nilai, lama: DiSiasn) -> bool:
    sini = (n.mulai.isoformat() if n.mulai else None, n.jp, n.penyelenggara, n.nomor)
    sana = (lama.tanggal_mulai, lama.jp or 0, lama.penyelenggara, lama.nomor_sertifikat)
    return sini == sana and lama.bentuk in (None, n.bentuk)
