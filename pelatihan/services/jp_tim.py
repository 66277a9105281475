"""JP of a team: by name, because nobody is ranked by hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Sum

from asn_karier.lib.aturan import aturan_per
from pegawai.enums import BentukPengembangan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.services.profil import Identitas, identities
from pelatihan.services.jp_baca import floor_of, hours_sentence

PER_HALAMAN: Final = 50


class JpAnggota(NamedTuple):
    """`bentuk`: 'Seminar 4 JP', the forms of the year, by name."""

    siapa: Identitas
    jumlah: int
    sasaran: int | None
    kalimat: str
    bentuk: list[str]


class JpTim(NamedTuple):
    """A page of the team; `banyak`: all of it. `cukup` of `berhak`: who has the hours of the year.

    `kosong`: of those, whoever has no line at all; *Tim saya* does not count them as short.
    """

    anggota: list[JpAnggota]
    banyak: int
    cukup: int
    berhak: int
    kosong: int


def team_hours(*, pengguna: Any, hari_ini: date, lewati: int = 0) -> JpTim:
    """Those whom `pengguna` rates today, with their JP of this year; five queries."""
    tim = Pegawai.objects.dinilai_oleh(pengguna)
    jenis = dict(tim.order_by().values_list("pk", "jenis"))
    a = aturan_per(hari_ini)
    sasaran = {pk: floor_of(j, a) for pk, j in jenis.items()}
    bentuk = _by_form(list(jenis), hari_ini)
    jumlah = {pk: sum(bentuk[pk].values()) for pk in jenis}
    berhak = [pk for pk, s in sasaran.items() if s is not None]
    halaman = tim.order_by("nama", "pk")[lewati : lewati + PER_HALAMAN]
    siapa = identities(halaman, per=hari_ini)
    return JpTim(
        anggota=[
            JpAnggota(
                siapa=s,
                jumlah=jumlah[pk],
                sasaran=sasaran[pk],
                kalimat=hours_sentence(jumlah[pk], sasaran[pk], hari_ini.year, hari_ini.year),
                bentuk=[f"{nama} {n} JP" for nama, n in sorted(bentuk[pk].items())],
            )
            for pk, s in siapa.items()
        ],
        banyak=len(jenis),
        cukup=sum(jumlah[pk] >= (sasaran[pk] or 0) for pk in berhak),
        berhak=len(berhak),
        kosong=sum(not bentuk[pk] for pk in berhak),
    )


def _by_form(pegawai_ids: Sequence[int], hari_ini: date) -> dict[int, dict[str, int]]:
    label = LABEL[BentukPengembangan]
    semua = PengembanganKompetensi.objects.filter(
        pegawai__in=pegawai_ids, tanggal_selesai__range=(date(hari_ini.year, 1, 1), hari_ini)
    )
    hasil: dict[int, dict[str, int]] = defaultdict(dict)
    for pk, bentuk, n in semua.order_by().values_list("pegawai", "bentuk").annotate(n=Sum("jp")):
        hasil[pk][label[BentukPengembangan(bentuk)]] = n
    return hasil
