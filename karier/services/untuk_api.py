"""Stored outcomes and recommendations as programs of agencies read them: explained, never computed anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, JenisRekomendasi
from karier.kamus import Pembaca, SyaratTerbaca, judul_putusan
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.keputusan import unpack_lain
from karier.services.hasil import hasil_tersimpan
from karier.services.keadaan import Keadaan
from karier.services.lembar import Verdict, leader_verdict, own_verdict
from karier.services.lembar_baris import row_of
from karier.services.lembar_putusan import BIDANG, verdict_of
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import Pegawai, UnitKerja
from pegawai.rules.golongan import TERTINGGI, Golongan

_KE_GOLONGAN: Final = (JenisPutusan.KENAIKAN_PANGKAT, JenisPutusan.PENYESUAIAN_IJAZAH)
_KE_JENJANG: Final = (JenisPutusan.KENAIKAN_JENJANG, JenisPutusan.KESIAPAN_JABATAN)


def pick_outcomes(
    run: RunEvaluasi, pengguna: Any, *, unit: UnitKerja | None, pk: int | None
) -> QuerySet[Any]:
    """Rows of a run inside the scope and the filter, in the order of people."""
    baris: QuerySet[Any] = HasilEvaluasi.objects.filter(run_id=run.pk).visible_to(pengguna)
    return _persempit(baris, unit, pk).select_related("pegawai").order_by("pegawai_id")


def read_outcomes_for_api(
    run: RunEvaluasi, baris: QuerySet[Any], *, lengkap: bool
) -> Iterator[dict[str, Any]]:
    """Every decision about each person.

    Not `lengkap` is what a leader may read: judged by the open requirements alone, so that nothing
    about discipline can be told from a verdict or a date.
    """
    saat = run.selesai_pada or run.dibuat_pada
    for b in baris:
        k = Keadaan(b.pegawai_id, hasil_tersimpan(b, run), b.kebutuhan, run.per_tanggal, saat)
        ukuran = unpack_lain(k.hasil.lain)
        yield {
            "pk": b.pegawai_id,
            "pegawai": b.pegawai.publik,
            "lengkap": lengkap,
            "kgb_berikut": ukuran.hari("kgb_berikut") if lengkap else None,
            "mencapai_bup": ukuran.hari("mencapai_bup"),
            "tmt_pensiun_perkiraan": ukuran.hari("tmt_pensiun"),
            "putusan": [_putusan(k, jenis, lengkap=lengkap) for jenis in JenisPutusan],
        }


def _putusan(k: Keadaan, jenis: JenisPutusan, *, lengkap: bool) -> dict[str, Any]:
    p = k.hasil.putusan(jenis)
    semua = k.syarat(jenis=jenis, pembaca=Pembaca.PENGELOLA, boleh_khusus=lengkap)
    status = p.status if lengkap or p.status is Status.TIDAK_BERLAKU else _dari_terbuka(semua)
    v = _verdict(k, jenis, semua, lengkap=lengkap)
    return {
        "jenis": jenis.value,
        "judul": judul_putusan(jenis, p.sasaran),
        "status": status.name,
        "sasaran": _sasaran(jenis, p.sasaran),
        "paling_cepat": p.paling_cepat if lengkap else None,
        "putusan": v.judul,
        "kalimat": v.kalimat,
        "syarat": [{nama: row[nama] for nama in BIDANG} for row in map(row_of, semua)],
    }


def _verdict(k: Keadaan, jenis: JenisPutusan, semua: list[SyaratTerbaca], *, lengkap: bool) -> Verdict:
    if jenis is not JenisPutusan.KENAIKAN_PANGKAT:
        return verdict_of(k, jenis, lengkap=lengkap, pembaca=Pembaca.PENGELOLA)
    return own_verdict(k, pembaca=Pembaca.PENGELOLA) if lengkap else leader_verdict(k, semua)


def _dari_terbuka(semua: list[SyaratTerbaca]) -> Status:
    ikat = {s.status for s in semua if s.mengikat}
    return next((s for s in (Status.BELUM, Status.PERLU_VERIFIKASI) if s in ikat), Status.MEMENUHI)


def _sasaran(jenis: JenisPutusan, urut: int) -> str | None:
    """The code of what is aimed at: a golongan, a jenjang, or years of Satyalancana."""
    if not urut:
        return None
    if jenis in _KE_GOLONGAN:
        return Golongan(JenisPegawai.PNS, urut).nama if urut <= TERTINGGI else None
    if jenis in _KE_JENJANG:
        return Jenjang(urut).name
    return str(urut)


def pick_recommendations(
    pengguna: Any, *, unit: UnitKerja | None, pk: int | None, jenis: str | None, status: str | None
) -> QuerySet[Any]:
    """Recommendations inside the scope and the filter, in the order of their keys."""
    baris: QuerySet[Any] = Rekomendasi.objects.visible_to(pengguna)
    if jenis:
        baris = baris.filter(jenis=jenis)
    if status:
        baris = baris.filter(status=status)
    return _persempit(baris, unit, pk).order_by("pk")


def read_recommendations(baris: QuerySet[Any]) -> Iterator[dict[str, Any]]:
    """What is recommended and where it stands; reasons of decisions stay with HR."""
    kolom = ("pk", "pegawai_id", "pegawai__publik", "jenis", "sasaran", "periode", "status", "dibuat_pada")
    for b in baris.values(*kolom):
        naik = b["jenis"] == JenisRekomendasi.KENAIKAN_PANGKAT
        yield {
            "pk": b["pk"],
            "pegawai_pk": b["pegawai_id"],
            "id": b["pk"],
            "pegawai": b["pegawai__publik"],
            "jenis": b["jenis"],
            "sasaran": Golongan(JenisPegawai.PNS, int(b["sasaran"])).nama if naik else b["sasaran"],
            "periode": b["periode"],
            "status": b["status"],
            "dibuat_pada": b["dibuat_pada"],
        }


def _persempit(baris: QuerySet[Any], unit: UnitKerja | None, pk: int | None) -> QuerySet[Any]:
    if unit is not None:
        baris = baris.filter(pegawai__in=Pegawai.objects.in_subtree(unit))
    return baris if pk is None else baris.filter(pegawai_id=pk)
