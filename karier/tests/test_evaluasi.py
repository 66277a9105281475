"""A run from start to close, on whatever database the suite runs."""

from datetime import UTC, date, datetime
import pytest
from karier.services.evaluasi import *
from karier.services.potongan import kerjakan
from karier.models import *
from pegawai.tests.pabrik import *
from kinerja.tests.pabrik import *

@pytest.mark.django_db(transaction=True)
def test_x():
    for i in range(3):
        p=PegawaiPabrik(pelaksana=True); predikat_tahun(p,2025,2024,2026)
        q=PegawaiPabrik(fungsional=True); predikat_tahun(q,2025,2024,2026); PakPabrik(pegawai=q); KonversiPabrik(pegawai=q); AsesmenPabrik(pegawai=q)
        PegawaiPabrik(pppk=True)
        PegawaiPabrik()
    nyatakan_lengkap(p.instansi)
    run = start_run(instansi=p.instansi, per_tanggal=date(2026,11,21), actor=None, at=datetime.now(UTC))
    print(run.potongan.all())
    kerjakan_dan_tutup(run.potongan.first().pk)
    run.refresh_from_db()
    print(run.status, run.ringkasan, run.digest)
    print(Rekomendasi.objects.values_list())
    from karier.services.hasil import digest_tersimpan
    assert digest_tersimpan(run.pk)==run.digest
