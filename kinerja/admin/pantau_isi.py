"""Rows of the pages on which HR follows a cycle: numbers with the address of exactly their people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from kinerja.enums import Sangkut, TahapPegawai
from kinerja.kamus import LABEL
from kinerja.kamus.pantau import KELAS_TAHAP
from kinerja.models import SiklusPenilaian
from kinerja.reports.pantau import BarisUnit, Pantauan, Peserta
from kinerja.services.tenggat import day_text
from pegawai.models import Pegawai


def people_url(siklus_id: int, **saring: Any) -> str:
    """The list of the people that a filter holds."""
    isi = {k: v for k, v in saring.items() if v}
    sandi = f"?{urlencode(isi, doseq=True)}" if isi else ""
    return reverse("admin:kinerja_siklus_pegawai", args=[siklus_id]) + sandi


def stage_tiles(p: Pantauan) -> list[dict[str, Any]]:
    """One tile for each stage, with the list behind it."""
    return [
        {
            "teks": LABEL[TahapPegawai][t].lower(),
            "jumlah": n,
            "url": people_url(p.siklus.pk, tahap=t.value),
            "kelas": KELAS_TAHAP[t],
        }
        for t, n in p.per_tahap().items()
    ]


def stuck_rows(p: Pantauan) -> list[dict[str, Any]]:
    """What people wait for, the most first; the first is the longest bar."""
    semua = p.per_sangkut()
    return [
        {
            "teks": LABEL[Sangkut][s],
            "jumlah": n,
            "terbanyak": max(semua.values()),
            "url": people_url(p.siklus.pk, sangkut=s.value),
            "perbaiki": reverse("admin:pegawai_atasan") if s is Sangkut.DATA else "",
        }
        for s, n in semua.items()
    ]


def unit_rows(p: Pantauan, baris: Sequence[BarisUnit], *, boleh: bool) -> list[dict[str, Any]]:
    return [_unit_row(p.siklus, b, boleh=boleh) for b in baris]


def _unit_row(siklus: SiklusPenilaian, b: BarisUnit, *, boleh: bool) -> dict[str, Any]:
    saring = {"unit": b.unit_id, "langsung": int(b.langsung and b.unit_id is not None)}
    saring["tanpa_unit"] = int(b.unit_id is None)
    masuk = f"{reverse('admin:kinerja_siklus_pantau', args=[siklus.pk])}?unit={b.unit_id}"
    lanjut = f"{reverse('admin:kinerja_siklus_perpanjang_untuk', args=[siklus.pk])}?unit={b.unit_id}"
    return {
        "nama": b.nama,
        "url": "" if b.langsung else masuk,
        "langsung": b.langsung and b.unit_id is not None,
        "jumlah": b.jumlah,
        "selesai": b.jumlah - b.belum,
        "persen": 100 * (b.jumlah - b.belum) // b.jumlah,
        "sel": [
            {"teks": LABEL[TahapPegawai][t], "n": n, "url": people_url(siklus.pk, **saring, tahap=t.value)}
            for t, n in b.per_tahap.items()
        ],
        "url_perpanjang": lanjut if boleh and b.unit_id is not None else "",
    }


def person_rows(
    siklus: SiklusPenilaian, orang: Sequence[Peserta], p: Pantauan, *, boleh: bool
) -> list[dict[str, Any]]:
    """The people of one page by name; one query."""
    nama = _names(orang)
    dasar = reverse("admin:kinerja_siklus_perpanjang_untuk", args=[siklus.pk])
    return [
        {
            "nama": nama[o.pk][0],
            "nip": nama[o.pk][1],
            "url": reverse("admin:pegawai_pegawai_change", args=[o.pk]),
            "unit": p.unit[o.unit_id].nama if o.unit_id in p.unit else "",
            "tahap": LABEL[TahapPegawai][o.tahap],
            "kelas": KELAS_TAHAP[o.tahap],
            "sangkut": LABEL[Sangkut][o.sangkut] if o.sangkut else "",
            "batas": day_text(o.batas, o.zona_waktu),
            "alasan": o.alasan_batas,
            "url_perpanjang": f"{dasar}?pegawai={o.pk}" if boleh and o.belum_mengirim else "",
        }
        for o in orang
    ]


def _names(orang: Iterable[Peserta]) -> dict[int, tuple[str, str]]:
    """(name, NIP) of these people and of their atasan."""
    ids = {x for o in orang for x in (o.pk, o.atasan_id) if x is not None}
    return {b[0]: b[1:] for b in Pegawai.objects.filter(pk__in=ids).values_list("pk", "nama", "nip")}


def sheet_rows(orang: Sequence[Peserta], p: Pantauan) -> Iterator[Sequence[Sel]]:
    """The same people for a file, a thousand names at a time."""
    for awal in range(0, len(orang), 1000):
        bagian = orang[awal : awal + 1000]
        nama = _names(bagian)
        for o in bagian:
            yield (
                nama[o.pk][1],
                nama[o.pk][0],
                p.unit[o.unit_id].nama if o.unit_id in p.unit else "",
                LABEL[TahapPegawai][o.tahap],
                LABEL[Sangkut][o.sangkut] if o.sangkut else "",
                f"{kata.tanggal(o.batas)}{f' ({o.alasan_batas})' if o.alasan_batas else ''}",
                nama[o.atasan_id][0] if o.atasan_id in nama else "",
            )
