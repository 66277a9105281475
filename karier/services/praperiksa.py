"""The papers of many people looked at before they are sent: a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from asn_karier.lib.aturan import Aturan
from karier.rules.aturan_pangkat import susun
from karier.rules.berkas_usul import CatatanOrang, TemuanBerkas, praperiksa
from kinerja.enums import StatusPenilaian
from kinerja.models import PenetapanAngkaKredit, Penilaian
from pegawai.enums import JenisJabatan
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan

_ORANG = ("pk", "nip", "nama", "tanggal_lahir", "jenis_kelamin", "tmt_cpns", "jenis")


def periksa_berkas(
    pegawai_ids: Iterable[int], *, per: date, tmt: date, aturan: Aturan
) -> dict[int, list[TemuanBerkas]]:
    """Faults by person; everybody asked about has an entry. Six queries.

    Callers have checked that the reader keeps the records of these people.
    """
    bulan = susun(aturan).bulan_tertunda
    return {pk: praperiksa(c, tmt, bulan) for pk, c in _catatan(list(pegawai_ids), per, tmt).items()}


def _catatan(ids: list[int], per: date, tmt: date) -> dict[int, CatatanOrang]:
    pangkat, jabatan = _pangkat(ids, per), _terakhir(RiwayatJabatan, ids, per)
    ijazah, predikat = _ijazah(ids), _predikat(ids, tmt)
    ber_pak = set(
        PenetapanAngkaKredit.objects.filter(pegawai_id__in=ids)
        .order_by()
        .values_list("pegawai_id", flat=True)
        .distinct()
    )
    hasil = {}
    for o in Pegawai.objects.filter(pk__in=ids).order_by().values(*_ORANG):
        pk, kini = o["pk"], jabatan.get(o["pk"])
        riwayat = [p for p in pangkat[pk] if p.skala == o["jenis"]]
        p = riwayat[-1] if riwayat else None
        nama_ijazah, lulus = ijazah.get(pk, ("", None))
        hasil[pk] = CatatanOrang(
            nip=o["nip"],
            nama=o["nama"],
            tanggal_lahir=o["tanggal_lahir"],
            jenis_kelamin=o["jenis_kelamin"],
            tmt_cpns=o["tmt_cpns"],
            golongan_lalu=max((lalu.golongan for lalu in riwayat[:-1]), default=0),
            golongan=p.golongan if p else 0,
            tmt_pangkat=p.tmt if p else None,
            sk_pangkat=p.nomor_sk if p else "",
            tmt_jabatan=kini.tmt if kini else None,
            sk_jabatan=kini.nomor_sk if kini else "",
            ijazah=nama_ijazah,
            tahun_lulus=lulus,
            fungsional=bool(kini and kini.jabatan.jenis == JenisJabatan.FUNGSIONAL),
            pak=pk in ber_pak,
            tahun_predikat=frozenset(predikat[pk]),
        )
    return hasil


def _pangkat(ids: list[int], per: date) -> dict[int, list[Any]]:
    """Every golongan that has begun, the oldest first."""
    hasil: dict[int, list[Any]] = defaultdict(list)
    for p in RiwayatPangkat.objects.filter(pegawai_id__in=ids, tmt__lte=per).order_by("tmt"):
        hasil[p.pegawai_id].append(p)
    return hasil


def _terakhir(model: Any, ids: list[int], per: date) -> dict[int, Any]:
    baris = model.objects.filter(pegawai_id__in=ids, tmt__lte=per).select_related("jabatan")
    return {b.pegawai_id: b for b in baris.order_by("tmt")}


def _ijazah(ids: list[int]) -> dict[int, tuple[str, int | None]]:
    """The highest one, by name."""
    baris = RiwayatPendidikan.objects.filter(pegawai_id__in=ids).order_by("tingkat", "tahun_lulus")
    return {pk: (nama, lulus) for pk, nama, lulus in baris.values_list("pegawai_id", "nama", "tahun_lulus")}


def _predikat(ids: list[int], tmt: date) -> dict[int, list[int]]:
    hasil: dict[int, list[int]] = defaultdict(list)
    baris = Penilaian.objects.filter(
        pegawai_id__in=ids, status=StatusPenilaian.DITETAPKAN, tahun__lt=tmt.year, predikat__isnull=False
    )
    for pk, tahun in baris.order_by().values_list("pegawai_id", "tahun"):
        hasil[pk].append(tahun)
    return hasil
