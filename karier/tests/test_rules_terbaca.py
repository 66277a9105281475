"""Every number of the law is read by code: an entry that nothing reads would promise what nobody does."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from asn_karier.lib.aturan import Aturan, Berkas, aturan_per, sidik_semua
from asn_karier.lib.topik import MasukanSalah
from karier.contoh.karir import golongan_awal
from karier.rules.berkas_usul import JENIS_KP, dokumen_usul
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.rules.periode import proposal_window
from karier.rules.topik import TOPIK
from karier.services.kalkulator import KASUS_KAMI, baca_berkas
from karier.tests.golden.susun import fakta_emas
from kinerja.enums import Predikat
from kinerja.rules.keberatan import batas_memutuskan, batas_mengajukan
from kinerja.rules.tindak_lanjut import usul_tindak_lanjut
from kinerja.rules.warga import angka_warga
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.rules.bup import bup_umum
from pegawai.rules.gaji import gaji_pokok
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan

KASUS = [b for jalur in sorted(KASUS_KAMI.glob("*.json")) for b in baca_berkas(jalur)]
NANTI: dict[str, str] = {}
"""Entries that no rule reads yet, each with what will read it. Nothing else may stay unread."""

INTI = (
    "kenaikan_pangkat",
    "angka_kredit",
    "jenjang",
    "plafon_pendidikan",
    "periode_kp",
    "kompetensi_jenjang",
)
"""Without these no run can be started; every other subject may be silent on a day."""
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
    lengkap = max(min(hari) for kode, hari in mulai.items() if kode in INTI)
    return sorted({hari for daftar in mulai.values() for hari in daftar if hari >= lengkap})


def jalankan_semua(a: Aturan, per: date) -> None:
    """Every rule and every topic, over people and cases that reach each of their branches."""
    for f in (fakta_emas(1), fakta_emas(2)):
        putuskan_seluruh(f, a, per=per, tmt=target_tmt(per, a))
    for kasus in KASUS:
        with suppress(MasukanSalah):
            TOPIK[kasus["topic"]].jawab(kasus["input"], lambda _: a, per)
    for jenjang in Jenjang:
        bup_umum(jenjang, a)
    for urut in range(TERENDAH, TERTINGGI + 1):
        gaji_pokok(Golongan(JenisPegawai.PNS, urut), 400, a)
    golongan_awal(a)
    angka_warga(a)
    proposal_window(target_tmt(per, a), a)
    for jenis in JENIS_KP:
        dokumen_usul(jenis, a)
    for predikat in Predikat:
        usul_tindak_lanjut(predikat, None, None, a)
    batas_mengajukan(per, a)
    batas_memutuskan(per, a)


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
