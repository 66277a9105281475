"""Run an evaluation to its end inside a test's own transaction."""

from datetime import UTC, date, datetime

from asn_karier.lib.aturan import aturan_dari_versi
from karier.models import RunEvaluasi
from karier.services.evaluasi import finish_run, start_run
from karier.services.potongan import hitung_potongan
from pegawai.models import Instansi

PER = date(2026, 11, 21)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def jalankan_sampai_selesai(instansi: Instansi, per: date = PER) -> RunEvaluasi:
    """A finished run over everyone in `instansi`."""
    return selesaikan(start_run(instansi=instansi, per_tanggal=per, actor=None, at=SAAT))


def selesaikan(run: RunEvaluasi) -> RunEvaluasi:
    """Compute what waits and close the run.

    Without the claim of a worker, which needs committed rows; test_potongan and layanan show that one.
    """
    for potongan in run.potongan.select_related("run"):
        hitung_potongan(potongan, aturan=aturan_dari_versi(run.versi_aturan), dibaca_pada=SAAT)
    finish_run(run.pk)
    run.refresh_from_db()
    return run
