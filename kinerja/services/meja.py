"""The desk of an atasan penilai: whom to rate in a cycle, and what stands there already."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import BERJALAN, StatusPenilaian, StatusSiklus, SumberKinerja
from kinerja.models import KonversiAngkaKredit, SiklusPenilaian
from kinerja.services.angka_kredit import earns_angka_kredit
from kinerja.services.bagian import Bagian, parts_to_rate_in, rates_somebody
from kinerja.services.baris_nilai import Baris, stored_rows
from kinerja.services.dinilai_ulang import reopened_ids
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities


class BarisMeja(NamedTuple):
    """One person whom this leader rates. `penilaian` is None before the first save."""

    siapa: Identitas
    penilaian: Baris | None
    bagian: Bagian

    @property
    def ditetapkan(self) -> bool:
        return self.penilaian is not None and self.penilaian.status == StatusPenilaian.DITETAPKAN

    @property
    def selesai(self) -> bool:
        """Sent: nothing is left for the rater to do."""
        return self.penilaian is not None and self.penilaian.status != StatusPenilaian.DRAF

    @property
    def dari_penilai_lain(self) -> bool:
        """A draft that another pejabat penilai left: not this one's judgement, so it fills in nothing."""
        p = self.penilaian
        return p is not None and not self.selesai and p.penilai_id not in (None, self.bagian.penilai_id)


class Meja(NamedTuple):
    """`penilai_id`: whose desk it is, also when somebody else prepares it."""

    siklus: SiklusPenilaian | None
    baris: list[BarisMeja]
    penilai_id: int = 0

    @property
    def dinilai_di_sini(self) -> bool:
        """Whether ratings of this cycle are typed here; else they come by import."""
        return self.siklus is not None and self.siklus.sumber == SumberKinerja.DI_SINI

    @property
    def terbuka(self) -> bool:
        return self.dinilai_di_sini and self.siklus is not None and self.siklus.status in BERJALAN

    @property
    def selesai(self) -> int:
        return sum(b.selesai for b in self.baris)

    @property
    def sisa(self) -> int:
        """How many still wait for the rater."""
        return len(self.baris) - self.selesai if self.terbuka else 0


class LembarNilai(NamedTuple):
    """Everything one rating page shows. `berangka`: the year earns angka kredit, converted yet or not.

    `konversi`: one line for each jenjang of the year, in order of time. `dinilai_ulang`: an objection asks
    for a new rating, whatever the cycle says.
    """

    siklus: SiklusPenilaian
    meja: Meja
    baris: BarisMeja
    pegawai: Pegawai
    konversi: list[KonversiAngkaKredit]
    berangka: bool
    dinilai_ulang: bool = False

    @property
    def penilaian(self) -> Baris | None:
        return self.baris.penilaian

    @property
    def terbuka(self) -> bool:
        return (self.meja.terbuka or self.dinilai_ulang) and not self.baris.selesai

    @property
    def dapat_diubah(self) -> bool:
        """Sent and not announced: its rater may still change it, with a reason."""
        p = self.penilaian
        return self.meja.terbuka and p is not None and p.status == StatusPenilaian.DIKIRIM


def current_siklus(instansi_id: int) -> SiklusPenilaian | None:
    """The yearly cycle leaders work on: the newest open one, else the newest closed one."""
    semua = SiklusPenilaian.objects.tahunan().filter(instansi_id=instansi_id)
    siklus = semua.exclude(status=StatusSiklus.DISIAPKAN)
    terbuka = siklus.filter(status__in=BERJALAN).order_by("-tahun", "pk").first()
    return terbuka or siklus.order_by("-tahun", "pk").first()


def open_cycles(instansi_id: int) -> list[SiklusPenilaian]:
    """Every cycle of the instansi in which leaders rate now, what is due first standing first."""
    semua = SiklusPenilaian.objects.filter(instansi_id=instansi_id, status__in=BERJALAN)
    return list(semua.order_by("batas_penilaian", "pk"))


def find_cycle(*, siklus_id: int, instansi_id: int) -> SiklusPenilaian:
    """A cycle of the instansi that was opened; TidakDitemukan for any other."""
    dibuka = SiklusPenilaian.objects.exclude(status=StatusSiklus.DISIAPKAN)
    siklus: SiklusPenilaian | None = dibuka.filter(pk=siklus_id, instansi_id=instansi_id).first()
    if siklus is None:
        raise _tidak_ditemukan()
    return siklus


def desk_of(*, siklus: SiklusPenilaian, penilai_id: int, per: date, tanpa: int = 0) -> Meja:
    """Whom `penilai_id` rates in a cycle; see `desks_of`."""
    return desks_of([siklus], penilai_id=penilai_id, per=per, tanpa=tanpa)[0]


def desks_of(semua: Sequence[SiklusPenilaian], *, penilai_id: int, per: date, tanpa: int = 0) -> list[Meja]:
    """Whom `penilai_id` rates in each cycle of one instansi, by name, with what stands there.

    A fixed number of queries, however many the people and the cycles. `tanpa`: the person who looks. Who
    prepares the desk of another sees neither their own appraisal nor what was sent: a sent rating waits for
    its announcement with its rater alone.
    """
    if not semua:
        return []
    bagian = parts_to_rate_in(semua, penilai_id=penilai_id)
    for satu in bagian.values():
        satu.pop(tanpa, None)
    ada = stored_rows(semua, bagian)
    if tanpa not in (0, penilai_id):
        bagian = {pk: _not_sent(satu, ada[pk]) for pk, satu in bagian.items()}
    orang = {pk for satu in bagian.values() for pk in satu}
    siapa = identities(Pegawai.objects.filter(pk__in=orang).order_by("nama", "pk"), per=per)
    return [
        Meja(
            s,
            [BarisMeja(siapa[pk], ada[s.pk].get(pk), b) for pk in siapa if (b := bagian[s.pk].get(pk))],
            penilai_id,
        )
        for s in semua
    ]


def _not_sent(bagian: dict[int, Bagian], ada: Mapping[int, Baris]) -> dict[int, Bagian]:
    terkirim = {pk for pk, baris in ada.items() if baris.status != StatusPenilaian.DRAF}
    return {pk: b for pk, b in bagian.items() if pk not in terkirim}


def own_desks(
    *, pengguna: Any, semua: Sequence[SiklusPenilaian], per: date, memimpin: bool | None = None
) -> list[Meja]:
    """The desk of `pengguna` in each of these cycles; none for who rates nobody."""
    if not semua or not rates_somebody(pengguna, memimpin=memimpin):
        return []
    return desks_of(semua, penilai_id=pengguna.pegawai_id, per=per)


def rater_desk(*, pengguna: Any, instansi_id: int, per: date) -> Meja:
    """The desk of `pengguna` in the yearly cycle of now."""
    siklus = current_siklus(instansi_id)
    if siklus is None or not rates_somebody(pengguna):
        return Meja(siklus, [])
    return desk_of(siklus=siklus, penilai_id=pengguna.pegawai_id, per=per)


def direct_report(*, pengguna: Any, pegawai_id: int) -> Pegawai:
    """One person whom `pengguna` rates; TidakDitemukan for anyone else."""
    bawahan = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    pegawai: Pegawai | None = bawahan.filter(pk=pegawai_id).select_related("instansi", "unit").first()
    if pegawai is None:
        raise _tidak_ditemukan()
    return pegawai


def rating_sheet(*, meja: Meja, pegawai_id: int) -> LembarNilai:
    """One person of a desk; TidakDitemukan for anyone else."""
    baris = next((b for b in meja.baris if b.siapa.pegawai_id == pegawai_id), None)
    if baris is None or meja.siklus is None:
        raise _tidak_ditemukan()
    pegawai = Pegawai.objects.select_related("instansi", "unit").get(pk=pegawai_id)
    ulang = pegawai_id in reopened_ids(meja.siklus, pegawai_ids=[pegawai_id])
    if not meja.siklus.tahunan:
        return LembarNilai(meja.siklus, meja, baris, pegawai, [], False, ulang)
    konversi = KonversiAngkaKredit.objects.filter(pegawai_id=pegawai_id, tahun=meja.siklus.tahun, siklus=None)
    berangka = earns_angka_kredit(pegawai_id=pegawai_id, tahun=meja.siklus.tahun)
    return LembarNilai(meja.siklus, meja, baris, pegawai, list(konversi.order_by("mulai")), berangka, ulang)


def _tidak_ditemukan() -> TidakDitemukan:
    return TidakDitemukan("penilaian_tidak_ditemukan", "Penilaian itu tidak ditemukan dalam lingkup Anda.")
