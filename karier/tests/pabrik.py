"""Factories of what karier itself records."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from karier.enums import JenisRekomendasi, StatusRekomendasi, StatusUsul
from karier.models import KomponenTalenta, Rekomendasi, RunEvaluasi, SuratPengantar, UsulKenaikanPangkat
from pegawai.models import Pegawai


class KomponenTalentaPabrik(DjangoModelFactory):
    """Scores of June 2026; umpan balik was not scored."""

    class Meta:
        model = KomponenTalenta

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    tanggal = date(2026, 6, 30)
    potensi = 8250
    pengembangan = 7000
    pengalaman = 6500
    kesesuaian = 10_000
    penghargaan = 0
    penugasan = 9999
    umpan_balik = None


class SuratPabrik(DjangoModelFactory):
    """A draft for January 2027; give `instansi` and `dibuat_oleh`."""

    class Meta:
        model = SuratPengantar

    periode = date(2027, 1, 1)
    kunci = factory.Sequence(lambda n: f"kunci-{n}")


def usul_pabrik(
    pegawai: Pegawai,
    run: RunEvaluasi,
    *,
    surat: SuratPengantar | None = None,
    sasaran: str = "13",
    **isian: object,
) -> UsulKenaikanPangkat:
    """A proposal for January 2027 as if HR had decided it."""
    rekomendasi = Rekomendasi.objects.create(
        pegawai=pegawai,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran=sasaran,
        periode=date(2027, 1, 1),
        status=StatusRekomendasi.DITETAPKAN,
        run_pertama=run,
        run_terakhir=run,
    )
    awal = {"status": StatusUsul.DIUSULKAN, "tanggal_status": date(2026, 11, 21)}
    usul: UsulKenaikanPangkat = UsulKenaikanPangkat.objects.create(
        pegawai=pegawai, rekomendasi=rekomendasi, surat=surat, **{**awal, **isian}
    )
    return usul
