"""`manage.py evaluasi --tunggu` on a run that can never be done."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from karier.models import RunEvaluasi
from karier.services.potongan import kerjakan
from karier.tests.bantu import instansi_kecil

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_cancelled_run_is_one_line_of_json_and_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule files are replaced by a new release between the start and the first piece."""

    def ganti_aturan(potongan_id: int) -> int:
        run = RunEvaluasi.objects.get()
        run.versi_aturan["kenaikan_pangkat"]["sha256"] = "0" * 64
        run.save()
        return kerjakan(potongan_id)

    monkeypatch.setattr("karier.services.evaluasi.kerjakan", ganti_aturan)
    instansi_kecil()
    aliran = StringIO()

    with pytest.raises(CommandError, match=r"^Perhitungan 1 dibatalkan: .*tidak sama dengan") as galat:
        call_command("evaluasi", "--instansi", "batanghari", "--per", "2026-11-21", "--tunggu", stdout=aliran)

    (baris,) = aliran.getvalue().splitlines()
    assert json.loads(baris)["keadaan"] == "dibatalkan"
    assert galat.value.returncode != 0
    assert "\n" not in str(galat.value)
