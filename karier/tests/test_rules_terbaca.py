"""Every number of the law is read by code: an entry that nothing reads would promise what nobody does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count, product

import pytest

from asn_karier.lib.aturan import Aturan, Berkas, aturan_per, sidik_semua
from karier.contoh.karir import golongan_awal
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.pangkat import putuskan, target_tmt
from karier.tests.golden.susun import fakta_emas
from kinerja.enums import Predikat, Rating
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, kebutuhan, konversi
from kinerja.rules.predikat import predikat_dari
from pegawai.enums import Jenjang
from pegawai.rules.bup import bup_umum, tmt_pensiun
from pegawai.rules.golongan import Golongan
from pegawai.rules.masa_kerja import potongan_tahun

NANTI = {
    # A later step, kenaikan pangkat struktural: one year or four, by the lowest golongan of the post.
    **{f"jenjang/golongan_terendah/{n}": "struktural" for n in ("JPT_UTAMA", "JPT_MADYA", "JPT_PRATAMA")},
    **{f"jenjang/golongan_terendah/{n}": "struktural" for n in ("ADMINISTRATOR", "PENGAWAS")},
    # A later step, pegawai.facts: a training history that tells PIM III and PIM IV apart.
    "kenaikan_pangkat/bebas_ujian_dinas_diklat/PIM_III": "riwayat diklat",
    "kenaikan_pangkat/bebas_ujian_dinas_diklat/PIM_IV": "riwayat diklat",
    # A later step, JP of a PPPK (UNV) and JP computed out of minutes of a session.
    "jp/angka/jp_pppk_paling_banyak": "JP PPPK",
    "jp/angka/menit_per_jp": "JP per sesi",
}
"""Entries that no rule reads yet, each with what will read it. Nothing else may stay unread."""

_nomor = count()


class _Baris(dict):
    """A row that notes down when its value, or its confidence, is used."""

    def __init__(self, isi, jalur, dibaca):
        super().__init__(isi)
        self._jalur, self._dibaca = jalur, dibaca

    def __getitem__(self, kunci):
        if kunci in ("nilai", "conf"):
            self._dibaca.add(self._jalur)
        return super().__getitem__(kunci)


def entri(berkas: Berkas) -> Iterator[str]:
    for tabel, isi in berkas.isi.items():
        if isinstance(isi, dict):
            yield from (f"{berkas.kode}/{tabel}/{nama}" for nama in isi)


def bertanda(berkas: Berkas, dibaca: set[str]) -> Berkas:
    """The same file with rows that note down their use, under a checksum that no cache knows."""
    isi = {
        tabel: {n: _Baris(b, f"{berkas.kode}/{tabel}/{n}", dibaca) for n, b in baris.items()}
        if isinstance(baris, dict)
        else baris
        for tabel, baris in berkas.isi.items()
    }
    return replace(berkas, isi=isi, sha256=f"uji-{next(_nomor)}")


def hari_berlaku() -> list[date]:
    """The first day of every set of files that a run can use, future ones included."""
    mulai: dict[str, list[date]] = {}
    for kode, _, nama in (jalur.partition("/") for jalur in sidik_semua()):
        mulai.setdefault(kode, []).append(date.fromisoformat(nama.removesuffix(".toml")))
    lengkap = max(min(hari) for hari in mulai.values())
    return sorted({hari for daftar in mulai.values() for hari in daftar if hari >= lengkap})


def jalankan_semua(a: Aturan, per: date) -> None:
    """Every rule that is built, over people who reach each of its branches."""
    f = fakta_emas()
    putuskan(f, a, tmt=target_tmt(per, a))
    hitung_kebutuhan(f, a, per=per)
    for hasil, perilaku in product(Rating, Rating):
        predikat_dari(hasil, perilaku, a)
    for jenjang, predikat in product((*JF_KETERAMPILAN, *JF_KEAHLIAN), Predikat):
        konversi(jenjang, predikat, 12, a)
        kebutuhan(jenjang, a)
    for jenjang in Jenjang:
        tmt_pensiun(per, bup_umum(jenjang, a), a)
    potongan_tahun(Golongan.pns("I/a"), Golongan.pns("IV/a"), a)
    golongan_awal(a)


def tak_terbaca(asli: dict[str, Berkas], per: date) -> set[str]:
    dibaca: set[str] = set()
    berkas = {kode: bertanda(b, dibaca) for kode, b in asli.items()}
    jalankan_semua(Aturan(berkas, "uji"), per)
    return {e for b in berkas.values() for e in entri(b)} - dibaca


def berkas_pada(per: date) -> dict[str, Berkas]:
    a = aturan_per(per)
    return {kode: a[kode] for kode in a.versi()}


@pytest.mark.parametrize("per", hari_berlaku(), ids=str)
def test_every_entry_is_read_or_waits_for_a_named_step(per):
    assert tak_terbaca(berkas_pada(per), per) == set(NANTI)


@pytest.mark.parametrize(
    ("kode", "tabel", "nama"), [("jp", "angka", "jp_baru"), ("kenaikan_pangkat", "tabel_baru", "I/a")]
)
def test_an_entry_that_nothing_reads_is_noticed(kode, tabel, nama):
    per = hari_berlaku()[-1]
    berkas = berkas_pada(per)
    lama = berkas[kode]
    baris = {"nilai": 1, "pasal": "", "conf": "UNV", "catatan": ""}
    isi = {**lama.isi, tabel: {**lama.isi.get(tabel, {}), nama: baris}}
    berkas[kode] = replace(lama, isi=isi)
    assert tak_terbaca(berkas, per) - set(NANTI) == {f"{kode}/{tabel}/{nama}"}
