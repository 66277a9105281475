"""Run an evaluation to its end inside a test, as a worker would."""

from datetime import UTC, date, datetime

from karier.models import RunEvaluasi
from karier.services.evaluasi import finish_run, start_run
from karier.services.potongan import antrean, process_potongan
from pegawai.models import Instansi

PER = date(2026, 11, 21)
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def jalankan_sampai_selesai(instansi: Instansi, per: date = PER) -> RunEvaluasi:
    """A finished run over everyone in `instansi`. Needs a transactional test."""
    run = start_run(instansi=instansi, per_tanggal=per, actor=None, at=SAAT)
    while menunggu := antrean(1, run_id=run.pk):
        assert process_potongan(menunggu[0])
    finish_run(run.pk)
    run.refresh_from_db()
    return run
