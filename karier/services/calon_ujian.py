"""Who needs an examination, by the last run: for whom it is short in the decision that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan
from karier.models import HasilEvaluasi
from karier.rules.daftar import MENURUT_JENIS, posisi
from karier.rules.keputusan import unpack_lain
from karier.services.keadaan import last_run
from pegawai.enums import JenisUjian
from pegawai.models import JadwalUjian
from pegawai.rules.golongan import urut_pns
from pegawai.services.ujian_calon import Calon

#: Examination -> the golongan one rises to with it.
_UJIAN_DINAS: Final = {
    JenisUjian.UJIAN_DINAS_TK_I: urut_pns("III/a"),
    JenisUjian.UJIAN_DINAS_TK_II: urut_pns("IV/a"),
}
_LAIN: Final = {
    JenisUjian.UPKP: (JenisPutusan.PENYESUAIAN_IJAZAH, "upkp", "penyesuaian_status"),
    JenisUjian.UJI_KOMPETENSI_JENJANG: (JenisPutusan.KENAIKAN_JENJANG, "uji_kompetensi", "jenjang_status"),
}


def exam_candidates(jadwal: JadwalUjian) -> Iterator[Calon]:
    """Everybody whose decision lacks this examination; nobody before the first run."""
    run = last_run(jadwal.instansi_id)
    if run is None:
        return
    hasil = HasilEvaluasi.objects.filter(run=run)
    jenis = JenisUjian(jadwal.jenis)
    if jenis in _UJIAN_DINAS:
        baris = hasil.filter(kp_golongan_berikut=_UJIAN_DINAS[jenis]).values_list("pegawai_id", "kp_syarat")
        for pegawai_id, syarat in baris.iterator():
            yield from _calon(pegawai_id, syarat, JenisPutusan.KENAIKAN_PANGKAT, "ujian_dinas")
        return
    putusan, kode, kolom = _LAIN[jenis]
    kurang = hasil.filter(**{f"{kolom}__gte": Status.PERLU_VERIFIKASI.value})
    for pegawai_id, lain in kurang.values_list("pegawai_id", "lain").iterator():
        satu = unpack_lain(lain).putusan(putusan)
        if jadwal.jenjang is None or satu.sasaran == jadwal.jenjang:
            yield from _calon(pegawai_id, satu.syarat, putusan, kode)


def _calon(pegawai_id: int, syarat: int, putusan: JenisPutusan, kode: str) -> Iterator[Calon]:
    if unpack_status(syarat, posisi(kode, putusan)) < Status.PERLU_VERIFIKASI:
        return
    kurang = [b for b in MENURUT_JENIS[putusan] if unpack_status(syarat, b.posisi) >= Status.PERLU_VERIFIKASI]
    lain = len(kurang) - 1
    yield Calon(
        pegawai_id, f"{lain} syarat lain juga belum terpenuhi" if lain else "Hanya kurang ujian ini", lain
    )
