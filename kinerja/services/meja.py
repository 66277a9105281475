"""The desk of an atasan penilai: whom to rate in this cycle, and what stands there already."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import BERJALAN, StatusKonversi, StatusPenilaian, StatusSiklus, SumberKinerja
from kinerja.models import KonversiAngkaKredit, Penilaian, SiklusPenilaian
from kinerja.services.angka_kredit import earns_angka_kredit
from kinerja.services.nilai_ulang import reopened
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities


class BarisMeja(NamedTuple):
    """One direct report. `penilaian` is None before the first save."""

    siapa: Identitas
    penilaian: Penilaian | None

    @property
    def ditetapkan(self) -> bool:
        return self.penilaian is not None and self.penilaian.status == StatusPenilaian.DITETAPKAN


class Meja(NamedTuple):
    siklus: SiklusPenilaian | None
    baris: list[BarisMeja]

    @property
    def dinilai_di_sini(self) -> bool:
        """Whether ratings of this cycle are typed here; else they come by import."""
        return self.siklus is not None and self.siklus.sumber == SumberKinerja.DI_SINI

    @property
    def selesai(self) -> int:
        return sum(b.ditetapkan for b in self.baris)


class BarisKonversi(NamedTuple):
    """A draft conversion of one direct report; `lalu` is the form signed before its ground changed."""

    siapa: Identitas
    konversi: KonversiAngkaKredit
    lalu: KonversiAngkaKredit | None


class LembarNilai(NamedTuple):
    """Everything one rating page shows. `berangka`: the year earns angka kredit, converted yet or not.

    `konversi`: one line for each jenjang of the year, in order of time. `dinilai_ulang`: an objection asks
    for a new rating, whatever the cycle says.
    """

    siklus: SiklusPenilaian
    pegawai: Pegawai
    siapa: Identitas
    penilaian: Penilaian | None
    konversi: list[KonversiAngkaKredit]
    berangka: bool
    dinilai_ulang: bool = False

    @property
    def terbuka(self) -> bool:
        belum = self.penilaian is None or self.penilaian.status == StatusPenilaian.DRAF
        di_sini = self.siklus.sumber == SumberKinerja.DI_SINI and self.siklus.status in BERJALAN
        return belum and (di_sini or self.dinilai_ulang)


def current_siklus(instansi_id: int) -> SiklusPenilaian | None:
    """The cycle leaders work on: the newest open one, else the newest closed one."""
    semua = SiklusPenilaian.objects.tahunan().filter(instansi_id=instansi_id)
    siklus = semua.exclude(status=StatusSiklus.DISIAPKAN)
    terbuka = siklus.filter(status__in=BERJALAN).order_by("-tahun", "pk").first()
    return terbuka or siklus.order_by("-tahun", "pk").first()


def rater_desk(*, pengguna: Any, instansi_id: int, per: date) -> Meja:
    """The direct reports of `pengguna` with their appraisal of the current cycle; three queries."""
    siklus = current_siklus(instansi_id)
    if siklus is None:
        return Meja(None, [])
    siapa = identities(_bawahan(pengguna).order_by("nama", "pk"), per=per)
    nilai = Penilaian.objects.visible_to(pengguna).filter(tahun=siklus.tahun, pegawai__in=siapa.keys())
    menurut = {p.pegawai_id: p for p in nilai}
    return Meja(siklus, [BarisMeja(s, menurut.get(pk)) for pk, s in siapa.items()])


def conversion_desk(*, pengguna: Any, per: date) -> list[BarisKonversi]:
    """Conversions that wait for the signature of `pengguna`, whatever their year; three queries."""
    menunggu = list(
        KonversiAngkaKredit.objects.visible_to(pengguna)
        .filter(status=StatusKonversi.DRAF, pegawai__in=_bawahan(pengguna))
        .order_by("pegawai__nama", "pegawai_id", "tahun", "mulai")
    )
    siapa = identities(Pegawai.objects.filter(pk__in={k.pegawai_id for k in menunggu}), per=per)
    lalu = _pernah_ditandatangani(menunggu)
    return [BarisKonversi(siapa[k.pegawai_id], k, lalu.get(k.pk)) for k in menunggu]


def _pernah_ditandatangani(konversi: list[KonversiAngkaKredit]) -> dict[int, KonversiAngkaKredit]:
    """The last signed form of each, by id of the conversion."""
    sejarah = KonversiAngkaKredit.history.filter(
        id__in=[k.pk for k in konversi], status=StatusKonversi.DITANDATANGANI
    )
    return {k.id: k for k in sejarah.order_by("history_id")}


def direct_report(*, pengguna: Any, pegawai_id: int) -> Pegawai:
    """One person whom `pengguna` rates; TidakDitemukan for anyone else."""
    pegawai: Pegawai | None = _bawahan(pengguna).filter(pk=pegawai_id).select_related("instansi").first()
    if pegawai is None:
        raise TidakDitemukan("penilaian_tidak_ditemukan", "Pegawai itu tidak ditemukan dalam lingkup Anda.")
    return pegawai


def _bawahan(pengguna: Any) -> Any:
    """Direct reports; nobody is their own."""
    orang = Pegawai.objects.visible_to(pengguna).filter(atasan_id=pengguna.pegawai_id)
    return orang.exclude(pk=pengguna.pegawai_id)


def rating_sheet(*, pengguna: Any, pegawai_id: int, tahun: int, per: date) -> LembarNilai:
    """One direct report in one cycle; TidakDitemukan for anyone else's report and for other years."""
    pegawai = direct_report(pengguna=pengguna, pegawai_id=pegawai_id)
    siklus = (
        SiklusPenilaian.objects.tahunan()
        .filter(instansi_id=pegawai.instansi_id, tahun=tahun)
        .exclude(status=StatusSiklus.DISIAPKAN)
        .first()
    )
    if siklus is None:
        raise TidakDitemukan("penilaian_tidak_ditemukan", "Penilaian itu tidak ditemukan dalam lingkup Anda.")
    penilaian = Penilaian.objects.visible_to(pengguna).filter(pegawai=pegawai, tahun=tahun).first()
    siapa = identities(Pegawai.objects.filter(pk=pegawai.pk), per=per)[pegawai.pk]
    konversi = KonversiAngkaKredit.objects.visible_to(pengguna).filter(pegawai=pegawai, tahun=tahun)
    berangka = earns_angka_kredit(pegawai_id=pegawai.pk, tahun=tahun)
    ulang = reopened(pegawai_id=pegawai.pk, tahun=tahun)
    return LembarNilai(siklus, pegawai, siapa, penilaian, list(konversi.order_by("mulai")), berangka, ulang)


def next_to_rate(*, pengguna: Any, siklus: SiklusPenilaian) -> Pegawai | None:
    """The first direct report whose appraisal of this open cycle is not signed; None when nobody is left."""
    if siklus.status not in BERJALAN:
        return None
    ditetapkan = Penilaian.objects.filter(
        pegawai=OuterRef("pk"), tahun=siklus.tahun, status=StatusPenilaian.DITETAPKAN
    )
    orang: Pegawai | None = (
        _bawahan(pengguna)
        .filter(~Exists(ditetapkan), instansi_id=siklus.instansi_id)
        .order_by("nama", "pk")
        .first()
    )
    return orang
