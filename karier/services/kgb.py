"""What the last run says of a KGB besides its day: the predikat, a penalty, a standing. For HR only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.models import HasilEvaluasi
from karier.rules.daftar import KGB
from karier.rules.keputusan import unpack_lain
from karier.services.keadaan import last_run
from pegawai.models import Pegawai
from pegawai.services.surat_kgb import NilaiKgb

_POSISI: Final = {b.kode: b.posisi for b in KGB}
#: Requirements whose failure postpones the letter, with the reason. The day itself is the agenda's.
_TUNDA: Final = {
    "hukuman_disiplin": "Ditunda: sedang menjalani hukuman disiplin menurut perhitungan terakhir.",
    "predikat_kgb": "Ditunda: predikat terakhir di bawah yang diminta menurut perhitungan terakhir.",
}
_PERIKSA: Final = {
    "hukuman_disiplin": "Periksa: catatan disiplin belum lengkap.",
    "predikat_kgb": "Periksa: predikat terakhir belum dicatat.",
    "kedudukan_hukum": "Periksa: kedudukan hukum bukan aktif.",
    "data_kepegawaian": "Periksa: data kepegawaian belum lengkap.",
}


def judge_kgb(pegawai_ids: Collection[int]) -> Mapping[int, NilaiKgb]:
    """By person; who is in no finished run is left out. Two queries per instansi."""
    instansi = Pegawai.objects.filter(pk__in=pegawai_ids).order_by().values_list("instansi_id", flat=True)
    run = [r.pk for i in instansi.distinct() if (r := last_run(i)) is not None]
    baris = HasilEvaluasi.objects.filter(run__in=run, pegawai_id__in=pegawai_ids)
    return {pk: _nilai(bytes(lain)) for pk, lain in baris.values_list("pegawai_id", "lain")}


def _nilai(lain: bytes) -> NilaiKgb:
    syarat = unpack_lain(lain).putusan(JenisPutusan.KGB).syarat
    keadaan = {kode: Status(syarat >> (2 * posisi) & 3) for kode, posisi in _POSISI.items()}
    for status, kalimat, ditunda in (
        (Status.BELUM, _TUNDA, True),
        (Status.PERLU_VERIFIKASI, _PERIKSA, False),
    ):
        for kode, teks in kalimat.items():
            if keadaan[kode] is status:
                return NilaiKgb(ditunda, teks)
    return NilaiKgb(ditunda=False, kalimat="")
