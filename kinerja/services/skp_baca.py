"""Plans as pages read them: one's own, that of one direct report, the team, who supports what."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import StatusSKP
from kinerja.models import SKP, HasilKerja, NaskahSKP
from kinerja.services.skp_sumber import last_of_year
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities

_UNTUK_HALAMAN: Final = (
    "pegawai__instansi",
    "pegawai__unit",
    "pegawai__atasan",
    "penilai",
    "jabatan",
    "disepakati_oleh",
)


class BarisTim(NamedTuple):
    """One direct report with the plan of the year, None before it is begun."""

    siapa: Identitas
    skp: SKP | None

    @property
    def menunggu(self) -> bool:
        return self.skp is not None and self.skp.status == StatusSKP.DIKIRIM


class Pendukung(NamedTuple):
    siapa: Identitas
    hasil: HasilKerja


class Matriks(NamedTuple):
    """The rows of a leader with who supports each, and who stands beside them.

    `lepas`: sent plans without a single link. `belum`: plans not sent, or not begun.
    """

    baris: list[tuple[HasilKerja, list[Pendukung]]]
    lepas: list[BarisTim]
    belum: list[BarisTim]


def plans_of(pegawai_id: int, tahun: int) -> list[SKP]:
    """Every segment of one year, the first first."""
    semua = SKP.objects.filter(pegawai=pegawai_id, tahun=tahun).select_related(*_UNTUK_HALAMAN)
    return list(semua.order_by("mulai"))


def plan_for(*, pengguna: Any, skp_id: int) -> SKP:
    """One plan that `pengguna` may read: a draft that was never sent is its owner's alone."""
    semua = SKP.objects.visible_to(pengguna).select_related(*_UNTUK_HALAMAN)
    skp: SKP | None = semua.filter(pk=skp_id).first()
    if skp is None or (skp.dikirim_pada is None and skp.pegawai_id != pengguna.pegawai_id):
        raise TidakDitemukan("skp_tidak_ditemukan", "SKP itu tidak ditemukan dalam lingkup Anda.")
    return skp


def agreed_text(*, pengguna: Any, skp_id: int, ke: int) -> NaskahSKP:
    """What was agreed the `ke`-th time."""
    semua = NaskahSKP.objects.visible_to(pengguna).select_related("penilai", "disepakati_oleh")
    naskah: NaskahSKP | None = semua.filter(skp=skp_id, ke=ke).first()
    if naskah is None:
        raise TidakDitemukan("naskah_tidak_ditemukan", "Kesepakatan itu tidak ditemukan.")
    return naskah


def reports_of(pengguna: Any) -> Any:
    """The people whose plans `pengguna` agrees."""
    return Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)


def waiting_for(pengguna: Any) -> dict[int, int]:
    """How many plans wait for `pengguna`, by year; one query."""
    menunggu = SKP.objects.filter(pegawai__in=reports_of(pengguna), status=StatusSKP.DIKIRIM)
    hasil: dict[int, int] = {}
    for tahun in menunggu.order_by("tahun").values_list("tahun", flat=True):
        hasil[tahun] = hasil.get(tahun, 0) + 1
    return hasil


def team_plans(*, pengguna: Any, tahun: int, per: date) -> list[BarisTim]:
    """The direct reports of `pengguna` with their plan, what waits first; two queries."""
    siapa = identities(reports_of(pengguna).order_by("nama", "pk"), per=per)
    skp = last_of_year(siapa, tahun)
    baris = [BarisTim(s, skp.get(pk)) for pk, s in siapa.items()]
    return sorted(baris, key=lambda b: not b.menunggu)


def role_matrix(*, pengguna: Any, tahun: int, per: date) -> Matriks:
    """Matriks peran hasil of `pengguna` as leader; six queries whatever their number."""
    tim = team_plans(pengguna=pengguna, tahun=tahun, per=per)
    terkirim = {b.skp.pk: b for b in tim if b.skp is not None and b.skp.dikirim_pada is not None}
    mereka = HasilKerja.objects.visible_to(pengguna).filter(skp__in=terkirim.keys(), induk__isnull=False)
    milik = list(own_rows(pengguna.pegawai_id, tahun))
    dukungan: dict[int, list[Pendukung]] = {h.pk: [] for h in milik}
    bertaut = set()
    for hasil in mereka.order_by("skp__pegawai__nama", "urutan", "pk"):
        if hasil.induk_id in dukungan:
            dukungan[hasil.induk_id].append(Pendukung(terkirim[hasil.skp_id].siapa, hasil))
            bertaut.add(hasil.skp_id)
    return Matriks(
        baris=[(h, dukungan[h.pk]) for h in milik],
        lepas=[b for pk, b in terkirim.items() if pk not in bertaut],
        belum=[b for b in tim if b.skp is None or b.skp.dikirim_pada is None],
    )


def own_rows(pegawai_id: int | None, tahun: int) -> Any:
    """One's own rows of a year, of the plan that holds at its end."""
    akhir = SKP.objects.filter(pegawai=pegawai_id, tahun=tahun).order_by("-mulai").values("pk")[:1]
    return HasilKerja.objects.filter(skp__in=list(akhir.values_list("pk", flat=True)))
