"""Did it help? People who passed a training beside colleagues who looked alike and did not follow it.

A question is about one programme or one field of work, one year, and one outcome. `sebelum` reads only
what was recorded before the first day of that year; the outcome is that of the year after it. Nothing
about a single person leaves this module. A fixed number of queries, whatever the number of people.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import F, Q
from django.db.models.functions import Lower

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.db import Tipe, read_columns, read_ids, terbaru
from asn_karier.lib.kolom import Kolom
from karier.enums import SebabTanpaAngka, UkuranDampak
from karier.rules.dampak import Taksiran, compare
from karier.rules.dampak_sifat import PITA_JP, Pecahan, Sifat, Topeng, jenis_unit, pita
from karier.services.fakta import Ids
from karier.services.fakta_jabatan import baca_jabatan
from kinerja import facts as kinerja
from pegawai import facts as pegawai
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import AsesmenKompetensi, Pegawai, PengembanganKompetensi, UnitKerja
from pegawai.querysets import BERTUGAS
from pelatihan.enums import BERKURSI, StatusPendaftaran
from pelatihan.models import KompetensiPelatihan, Pelatihan, Pendaftaran

#: The year after the training must be over before its outcome can be known.
TAHUN_TUNGGU: Final = 2
_PREDIKAT: Final[Mapping[str, Tipe]] = {"predikat_1": "i2", "predikat_2": "i2"}
_UTAMA: Final[Mapping[str, Tipe]] = {"unit_id": "i8", "tanggal_lahir": "hari", "terpencil": "ya"}


class Pertanyaan(NamedTuple):
    """What is asked. `pelatihan`: the programmes that count as one training (one, or a field of work)."""

    instansi_id: int
    tahun: int
    ukuran: UkuranDampak
    pelatihan: tuple[Pelatihan, ...]


class Jawaban(NamedTuple):
    """The comparison, or why there is none. `lulus`: who passed and is on duty, `dinilai`: of these, who has
    an outcome before and after; `lain`: the others of whom both are known.
    """

    hasil: Taksiran | SebabTanpaAngka
    lulus: int
    dinilai: int
    lain: int


class _Ukuran(NamedTuple):
    """The outcome before and after, of whom both are known (`ada`)."""

    awal: Pecahan
    akhir: Pecahan
    ada: Topeng


class _Kelompok(NamedTuple):
    """Masks over people: passed in the year; neither trained nor in touch with the training otherwise."""

    dilatih: Topeng
    lain: Topeng


def latest_year(per: date) -> int:
    """The last training year whose outcome may be known on `per`."""
    return per.year - TAHUN_TUNGGU


def programs(instansi_id: int) -> list[Pelatihan]:
    """What can be asked about: programmes of the instansi and shared ones, those no longer offered too."""
    return list(Pelatihan.objects.filter(Q(instansi=None) | Q(instansi=instansi_id)).order_by("nama", "pk"))


def compare_trained(p: Pertanyaan, *, per: date) -> Jawaban:
    """The difference in the outcome between who passed the training in the year and similar colleagues.

    `per`: today; its law names the jenjang of posts.
    """
    ids = read_ids(Pegawai.objects.of_instansi(p.instansi_id).filter(kedudukan_hukum__in=BERTUGAS))
    if not len(ids):
        return Jawaban(SebabTanpaAngka.KURANG_ORANG, 0, 0, 0)
    kelompok = _kelompok(p, ids)
    ukuran = _ukuran(p, ids)
    dalam = ukuran.ada & (kelompok.dilatih | kelompok.lain)
    dilatih = kelompok.dilatih[dalam]
    sifat = _sebelum(p, ids, ukuran.awal, per).pilih(dalam)
    dinilai, lain = int(dilatih.sum()), int((~dilatih).sum())
    hasil = compare(sifat, ukuran.akhir[dalam], dilatih)
    return Jawaban(hasil, int(kelompok.dilatih.sum()), dinilai, lain)


# -- who was trained ----------------------------------------------------------------------------


def _kelompok(p: Pertanyaan, ids: Ids) -> _Kelompok:
    """Who passed in the year, by the ledger or by a class; who ever was in it otherwise is in neither group.

    Who applied and got no seat stays among the others: they wanted it too.
    """
    lulus, tersentuh = _dari_buku(p)
    dari_kelas, di_kelas = _dari_kelas(p)
    dilatih = _topeng(ids, lulus | dari_kelas)
    return _Kelompok(dilatih, ~dilatih & ~_topeng(ids, tersentuh | di_kelas))


def _dari_buku(p: Pertanyaan) -> tuple[set[int], set[int]]:
    """By the ledger: who passed in the year; who has the programme at any time up to the outcome."""
    nama = {x.nama.lower() for x in p.pelatihan}
    baris = (
        PengembanganKompetensi.objects.filter(
            pegawai__instansi_id=p.instansi_id, tanggal_selesai__lte=date(p.tahun + 1, 12, 31)
        )
        .annotate(nama_kecil=Lower("nama"))
        .filter(nama_kecil__in=nama)
        .order_by()
        .values_list("pegawai_id", "tanggal_selesai")
    )
    semua = list(baris)
    return {pk for pk, hari in semua if hari.year == p.tahun}, {pk for pk, _ in semua}


def _dari_kelas(p: Pertanyaan) -> tuple[set[int], set[int]]:
    """By the classes: who finished one in the year (certificate not revoked); who held a seat in any."""
    baris = list(
        Pendaftaran.objects.filter(
            angkatan__pelatihan__in=p.pelatihan,
            angkatan__mulai__lte=date(p.tahun + 1, 12, 31),
            pegawai__instansi_id=p.instansi_id,
            status__in=BERKURSI,
        )
        .order_by()
        .values_list("pegawai_id", "status", "angkatan__selesai", "sertifikat__dicabut_pada")
    )
    selesai = {
        pk
        for pk, status, hari, dicabut in baris
        if status == StatusPendaftaran.SELESAI and hari.year == p.tahun and dicabut is None
    }
    return selesai, {b[0] for b in baris}


def _topeng(ids: Ids, siapa: Collection[int]) -> Topeng:
    hasil: Topeng = np.isin(ids, np.fromiter(siapa, dtype=np.int64, count=len(siapa)))
    return hasil


# -- what was known before, and what came after ---------------------------------------------------


def _sebelum(p: Pertanyaan, ids: Ids, awal: Pecahan, per: date) -> Sifat:
    mulai, kemarin = date(p.tahun, 1, 1), date(p.tahun - 1, 12, 31)
    orang = Pegawai.objects.values(
        "unit_id", "tanggal_lahir", pegawai_id=F("pk"), terpencil=F("unit__terpencil")
    )
    utama = read_columns(orang, _UTAMA, ids)
    predikat = read_columns(kinerja.predikat(mulai), _PREDIKAT, ids)
    jabatan = baca_jabatan(
        ids, np.full(len(ids), p.instansi_id), per=kemarin, tmt=mulai, aturan=aturan_per(per)
    )
    bulan = utama["tanggal_lahir"].bulan_sampai(mulai).isi(0)
    bulat = np.rint(awal).astype(np.int64)
    return Sifat(
        awal=awal,
        pita_awal=pita(bulat, PITA_JP) if p.ukuran == UkuranDampak.JP else bulat,
        predikat=predikat["predikat_1"].isi(0),
        predikat_lama=predikat["predikat_2"].isi(0),
        jp=_jp(ids, kemarin).isi(0),
        jenjang=jabatan.kolom["jenjang"].isi(0),
        unit=_jenis_unit(p.instansi_id, utama["unit_id"]),
        umur=np.maximum(bulan // 12, 0),
        terpencil=utama["terpencil"].isi(0),
        tim=utama["unit_id"].isi(0),
    )


def _jenis_unit(instansi_id: int, unit: Kolom) -> Any:
    """The kind of each person's unit, out of the names of the units."""
    nama = UnitKerja.objects.filter(instansi=instansi_id).order_by().values_list("pk", "nama")
    jenis = {pk: int(jenis_unit(n)) for pk, n in nama}
    return np.array([jenis.get(int(pk), 0) for pk in unit.isi(0)], dtype=np.int64)


def _ukuran(p: Pertanyaan, ids: Ids) -> _Ukuran:
    sesudah = p.tahun + 1
    if p.ukuran == UkuranDampak.PREDIKAT:
        awal, akhir = (
            read_columns(kinerja.predikat(date(th + 1, 1, 1)), {"predikat_1": "i2"}, ids)["predikat_1"]
            for th in (p.tahun - 1, sesudah)
        )
        return _pasangan(awal, akhir)
    if p.ukuran == UkuranDampak.JP:
        return _pasangan(*(_jp(ids, date(th, 12, 31)) for th in (p.tahun - 1, sesudah)))
    kompetensi = _kompetensi(p.pelatihan)
    lama = _level(ids, kompetensi, tanggal__lt=date(p.tahun, 1, 1))
    baru = _level(ids, kompetensi, tanggal__year=sesudah)
    return _pasangan(lama, baru, banyak=len(kompetensi))


def _pasangan(awal: Kolom, akhir: Kolom, *, banyak: int = 1) -> _Ukuran:
    """Both as numbers; sums of `banyak` levels become their mean."""
    return _Ukuran(awal.isi(0) / banyak, akhir.isi(0) / banyak, awal.ada & akhir.ada)


def _jp(ids: Ids, per: date) -> Kolom:
    """JP of the year of `per`; nobody recorded is none."""
    return read_columns(pegawai.pengembangan(per), {"jp_tahun_ini": "i4"}, ids)["jp_tahun_ini"].atau(0)


def _kompetensi(pelatihan: Collection[Pelatihan]) -> list[str]:
    """The competencies that the programmes name; all nine where they name none."""
    disebut = set(
        KompetensiPelatihan.objects.filter(pelatihan__in=pelatihan)
        .exclude(kompetensi="")
        .values_list("kompetensi", flat=True)
    )
    return [k.value for k in KompetensiMansoskul if not disebut or k in disebut]


def _level(ids: Ids, kompetensi: list[str], **kapan: Any) -> Kolom:
    """Sum of the levels in the last assessment of then; what a training itself added is no assessment."""
    asesmen = AsesmenKompetensi.objects.filter(asal=SumberKompetensi.ASESMEN, **kapan)
    kolom = read_columns(
        terbaru(asesmen, "tanggal").values("pegawai_id", *kompetensi), _tipe(kompetensi), ids
    )
    jumlah, *lain = kolom.values()
    for satu in lain:
        jumlah = jumlah.tambah(satu)
    return jumlah


def _tipe(kompetensi: list[str]) -> dict[str, Tipe]:
    return dict.fromkeys(kompetensi, "i2")
