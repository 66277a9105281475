"""The test before something takes effect: two versions to compare, and the people who change side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.aturan import AKAR, Nilai, baca_berkas, terbitan
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.export import Sel, Tabel, tulis_csv
from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import POSISI_TERTINGGI
from karier.enums import JenisPutusan
from karier.kamus.selisih import nama_hal, sebutan, teks_alasan
from karier.models import RunEvaluasi
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.parameter import pasang
from karier.rules.selisih import Perubahan
from karier.services.draf import periksa_satu
from karier.services.parameter import coba_parameter, nilai_berlaku
from karier.services.selisih import Bagian, Ringkasan, Versi, telusuri, versi_run
from pegawai.models import Pegawai

KEPALA: Final = ("NIP", "Nama", "Unit kerja", "Hal", "Perubahan", "Sebelum", "Sesudah", "Penyebab")
PINDAH: Final = "berubah hasil"
GESER: Final = "hanya tanggal atau nilai"
_JENIS: Final = {j.value: j for j in JenisPutusan}


class Pasangan(NamedTuple):
    """What is compared: the rules as they are, and as they would be."""

    kini: Versi
    baru: Versi


@dataclass(frozen=True, slots=True)
class Saringan:
    """`hal`: one subject; `kode`: one requirement of it; `geser`: those who change in the weaker way only."""

    hal: str = ""
    kode: str = ""
    geser: bool = False

    def cocok(self, bagian: Bagian) -> Topeng:
        """Who of some people is on the list; a subject in which nobody changes gives nobody."""
        if self.geser:
            return bagian.geser
        if not self.hal:
            return bagian.pindah
        beda = next((b for b in bagian.beda if b.hal == self.hal), None)
        if beda is None:
            return bagian.pindah & False
        return beda.pindah & (beda.posisi == self._posisi()) if self.kode else beda.pindah

    def _posisi(self) -> int:
        """The position of the requirement; of one that the decision does not know, a position nobody has."""
        daftar = MENURUT_JENIS[_JENIS[self.hal]] if self.hal in _JENIS else ()
        return next((b.posisi for b in daftar if b.kode == self.kode), POSISI_TERTINGGI + 1)


class OrangBerubah(NamedTuple):
    pegawai_id: int
    perubahan: list[Perubahan]


def calon_versi(run: RunEvaluasi, kode: str, mulai: date) -> Pasangan:
    """What the run pinned, and the same with the file of `kode` of that day (TidakDitemukan: no such file).

    DomainError `draf_salah` when that file is not as the released ones are. Settings of the instansi for
    that subject stay, as they count when the file takes effect.
    """
    if mulai not in terbitan().get(kode, ()):
        raise TidakDitemukan("berkas_aturan_tidak_ada", "Berkas aturan ini tidak ada.")
    periksa_satu(kode, mulai)
    kini, berkas = versi_run(run), baca_berkas(AKAR, kode, mulai)
    berlaku = nilai_berlaku(run.instansi_id, max(mulai, run.per_tanggal))
    setelan = {e: n for e, n in berlaku.items() if e.startswith(f"{kode}/")}
    baru = pasang(kini.aturan.dengan_berkas(berkas), setelan)
    return Pasangan(kini, Versi(f"{berkas.judul} mulai {kata.tanggal(mulai)}", baru))


def calon_parameter(run: RunEvaluasi, entri: str, nilai: Nilai | None, mulai: date) -> Pasangan:
    """The rules of `mulai` without and with a setting of the instansi; DomainError as `coba_parameter`."""
    kini, baru = coba_parameter(instansi_id=run.instansi_id, entri=entri, nilai=nilai, berlaku_mulai=mulai)
    hari = kata.tanggal(mulai)
    return Pasangan(Versi(f"aturan per {hari}", kini), Versi(f"aturan per {hari} dengan nilai baru", baru))


def daftar_berubah(
    run: RunEvaluasi,
    p: Pasangan,
    s: Saringan,
    *,
    baris: QuerySet[Any] | None = None,
    sesudah: int = 0,
    batas: int,
) -> tuple[Ringkasan, list[OrangBerubah]]:
    """The counts over everyone, and the first `batas` people of the list after the id `sesudah`; one pass."""
    ringkasan, orang = Ringkasan(), list[OrangBerubah]()
    for bagian in telusuri(run, p.kini.aturan, p.baru.aturan, baris=baris):
        ringkasan.tambah(bagian)
        for i in (s.cocok(bagian) & (bagian.ids > sesudah)).nonzero()[0][: batas - len(orang)].tolist():
            orang.append(OrangBerubah(int(bagian.ids[i]), bagian.perubahan(i)))
    return ringkasan, orang


# -- as a file ----------------------------------------------------------------------------------


def tulis_berubah(run: RunEvaluasi, p: Pasangan, jalur: Path) -> Ringkasan:
    """Everyone for whom anything changes as a CSV file that only its owner reads; whole or not at all.

    Everybody in it gets a trail row. DomainError `berkas_tak_tertulis`.
    """
    ringkasan, sementara = Ringkasan(), jalur.with_name(f".{jalur.name}.{os.getpid()}")
    keterangan = (
        ("Isi", f"Yang berubah antara {p.kini.nama} dan {p.baru.nama}"),
        ("Data", f"{run}, TMT {kata.tanggal(run.tmt_sasaran)}"),
        ("Catatan", "Uji coba aturan. Tidak ada hasil, usulan, atau halaman pegawai yang berubah."),
    )
    tabel = Tabel(jalur.stem, KEPALA, _baris(run, p, ringkasan), keterangan)
    try:
        # Names of people: nobody else on the machine reads along.
        nomor = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(nomor, "w", encoding="utf-8", newline="") as berkas:
            berkas.writelines(tulis_csv(tabel))
        sementara.replace(jalur)
    except OSError as galat:
        raise DomainError(
            "berkas_tak_tertulis", f"Berkas {jalur} tidak dapat ditulis: {galat.strerror}."
        ) from galat
    finally:
        sementara.unlink(missing_ok=True)
    return ringkasan


def _baris(run: RunEvaluasi, p: Pasangan, ringkasan: Ringkasan) -> Iterator[list[Sel]]:
    for bagian in telusuri(run, p.kini.aturan, p.baru.aturan):
        ringkasan.tambah(bagian)
        indeks = (bagian.pindah | bagian.geser).nonzero()[0].tolist()
        siapa = _siapa(bagian.ids[i].item() for i in indeks)
        catat_baca(
            pengguna=None,
            pegawai_ids=siapa,
            kanal="perintah",
            tindakan="unduh",
            keperluan=f"Selisih aturan, {run}",
        )
        for i in indeks:
            for ubah in bagian.perubahan(i):
                yield [*siapa[bagian.ids[i].item()], *teks_perubahan(ubah)]


def teks_perubahan(p: Perubahan) -> tuple[str, str, str, str, str]:
    """Subject, kind, before, after and reason in words."""
    return (nama_hal(p.hal), PINDAH if p.pindah else GESER, *sebutan(p), teks_alasan(p.alasan))


def _siapa(ids: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    orang = Pegawai.objects.filter(pk__in=list(ids)).select_related("unit")
    return {o.pk: (o.nip, o.nama_gelar, o.unit.nama if o.unit else "") for o in orang}
