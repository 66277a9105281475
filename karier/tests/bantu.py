"""People and runs for the tests of the engine."""

from datetime import UTC, date, datetime, time
from typing import Any

from karier.enums import JenisKeputusan, JenisRekomendasi
from karier.models import Rekomendasi, RunEvaluasi
from karier.services.evaluasi import kerjakan_menunggu, start_run
from karier.services.rekomendasi import putuskan_rekomendasi
from kinerja.enums import Predikat
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, predikat_tahun
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, nyatakan_lengkap
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik

PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def memenuhi(**isian: Any) -> Pegawai:
    """A pelaksana who fulfils every requirement, once the registers are declared complete."""
    orang = PegawaiPabrik(pelaksana=True, **isian)
    predikat_tahun(orang, 2024, 2025, 2026)
    return orang


def belum_ak(**isian: Any) -> Pegawai:
    """An Ahli Muda whose angka kredit is not enough yet, with an assessment that shows gaps."""
    orang = PegawaiPabrik(fungsional=True, **isian)
    predikat_tahun(orang, 2024, 2025, 2026)
    PakPabrik(pegawai=orang)
    KonversiPabrik(pegawai=orang)
    AsesmenPabrik(pegawai=orang, komunikasi=1)
    return orang


def instansi_kecil(kali: int = 1) -> Instansi:
    """Per `kali`: one person of each kind: memenuhi, belum, tidak berlaku (PPPK), perlu verifikasi."""
    instansi = InstansiPabrik(kode="batanghari")
    for _ in range(kali):
        memenuhi(), belum_ak(), PegawaiPabrik(pppk=True), PegawaiPabrik()
    nyatakan_lengkap(instansi)
    return instansi


def mulai(instansi: Instansi, per: date = PER) -> RunEvaluasi:
    return start_run(instansi=instansi, per_tanggal=per, actor=None, at=SAAT)


def jalankan(instansi: Instansi, per: date = PER) -> RunEvaluasi:
    """A whole run in this process."""
    run = mulai(instansi, per)
    while kerjakan_menunggu(run.pk):
        pass
    run.refresh_from_db()
    return run


def jalankan_pada(instansi: Instansi, hari: date) -> RunEvaluasi:
    """A whole run per `hari`, started on that very day."""
    saat = datetime.combine(hari, time(9), tzinfo=UTC)
    run = start_run(instansi=instansi, per_tanggal=hari, actor=None, at=saat)
    while kerjakan_menunggu(run.pk):
        pass
    return run


def satu(orang: Pegawai) -> Rekomendasi:
    """The one recommendation of kenaikan pangkat."""
    rekomendasi: Rekomendasi = orang.rekomendasi.get(jenis=JenisRekomendasi.KENAIKAN_PANGKAT)
    return rekomendasi


def putuskan(
    orang: Pegawai, oleh: Pengguna, jenis: JenisKeputusan, alasan: str = "Sesuai berkas", **lain: Any
) -> Any:
    """Decide on the present version, unless `versi` says another."""
    r = satu(orang)
    isian = {"versi": r.versi, **lain}
    return putuskan_rekomendasi(rekomendasi_id=r.pk, jenis=jenis, alasan=alasan, actor=oleh, at=SAAT, **isian)


def gagalkan(orang: Pegawai) -> None:
    """Take away the support of a recommendation."""
    orang.penilaian.filter(tahun=2025).update(predikat=Predikat.KURANG)


def pulihkan(orang: Pegawai) -> None:
    """Give it back."""
    orang.penilaian.filter(tahun=2025).update(predikat=Predikat.BAIK)
