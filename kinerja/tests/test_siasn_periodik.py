"""kinerjaperiodik of SIASN: quarters, months, and parts of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kinerja.enums import (
    JenisSiklus,
    Predikat,
    StatusKonversi,
    StatusSiklus,
    SumberKinerja,
    SumberPenilaian,
)
from kinerja.models import EvaluasiPeriodik, KonversiAngkaKredit, PengaturanKinerja, PenilaianSiasn
from kinerja.tests.bantu_siasn import TINGGI_PERIODIK, cek, instansi, pegawai, periodik, sebab
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from pegawai.models import Instansi, Pegawai
from pegawai.tests.bantu_impor import diterapkan, hitung

__all__ = ["instansi", "pegawai"]
pytestmark = pytest.mark.django_db


# -- quarters and months ------------------------------------------------------------------------------


def triwulan(instansi: Instansi, **isi: Any) -> Any:
    return SiklusPabrik(
        instansi=instansi,
        **{"jenis": JenisSiklus.TRIWULAN, "ke": 3, "sumber": SumberKinerja.EKINERJA, **isi},
    )


def test_a_quarter_of_siasn_becomes_an_evaluation_of_its_cycle(instansi: Instansi, pegawai: Pegawai) -> None:
    siklus = triwulan(instansi)
    diterapkan(cek(instansi, periodik(), jenis="kinerjaperiodik"))
    p = EvaluasiPeriodik.objects.get()
    assert (p.siklus, p.mulai, p.sampai, p.predikat, p.sumber) == (
        siklus, date(2026, 7, 1), date(2026, 9, 30), Predikat.BAIK, SumberPenilaian.EKINERJA
    )  # fmt: skip
    assert hitung(cek(instansi, periodik(), jenis="kinerjaperiodik")) == {"sama": 1}


def test_two_parts_of_a_quarter_are_two_evaluations(instansi: Instansi, pegawai: Pegawai) -> None:
    triwulan(instansi)
    dua = (periodik(bulanSelesaiPenilaian="7"), periodik(bulanMulaiPenailan="8", **TINGGI_PERIODIK))
    diterapkan(cek(instansi, *dua, jenis="kinerjaperiodik"))
    assert [p.predikat for p in EvaluasiPeriodik.objects.order_by("mulai")] == [4, 5]


def test_a_month_goes_to_the_cycle_of_the_month(instansi: Instansi, pegawai: Pegawai) -> None:
    siklus = triwulan(instansi, jenis=JenisSiklus.BULANAN, ke=8)
    bulan = periodik(periodikId=1, bulanMulaiPenailan=8, bulanSelesaiPenilaian=8, nip=pegawai.nip)
    diterapkan(cek(instansi, bulan, jenis="kinerjaperiodik"))
    assert EvaluasiPeriodik.objects.get().siklus == siklus


def test_without_its_cycle_a_quarter_has_nowhere_to_stand(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = cek(instansi, periodik(), jenis="kinerjaperiodik")
    assert sebab(impor) == ["siklus evaluasi untuk periode ini belum ada"]


@pytest.mark.parametrize(
    ("ubah", "masalah"),
    [
        ({"periodikId": 3}, "bukan kode periodik SIASN"),
        ({"bulanSelesaiPenilaian": 10}, "tidak berada dalam satu triwulan"),
        ({"bulanMulaiPenailan": 13}, "bukan kode yang dikenal"),
    ],
)
def test_a_span_that_is_no_quarter_is_refused(
    instansi: Instansi, pegawai: Pegawai, ubah: dict[str, Any], masalah: str
) -> None:
    triwulan(instansi)
    assert masalah in sebab(cek(instansi, periodik(**ubah), jenis="kinerjaperiodik"))[0]


def test_a_quarter_rated_here_is_kept_beside_that_of_siasn(instansi: Instansi, pegawai: Pegawai) -> None:
    siklus = triwulan(instansi, sumber=SumberKinerja.DI_SINI)
    EvaluasiPabrik(pegawai=pegawai, siklus=siklus)
    diterapkan(cek(instansi, periodik(**TINGGI_PERIODIK), jenis="kinerjaperiodik"))
    assert EvaluasiPeriodik.objects.get().predikat == Predikat.BAIK
    assert PenilaianSiasn.objects.get().predikat == Predikat.SANGAT_BAIK


def test_another_part_of_a_quarter_that_stands_here_is_only_kept_beside(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    EvaluasiPabrik(pegawai=pegawai, siklus=triwulan(instansi), mulai=date(2026, 8, 1))
    diterapkan(cek(instansi, periodik(), jenis="kinerjaperiodik"))
    diterapkan(
        cek(instansi, periodik(bulanMulaiPenailan=8, bulanSelesaiPenilaian=8), jenis="kinerjaperiodik")
    )
    assert EvaluasiPeriodik.objects.count() == 1
    assert [str(c.mulai) for c in PenilaianSiasn.objects.order_by("mulai")] == ["2026-07-01", "2026-08-01"]


def test_an_imported_quarter_is_converted_where_the_instansi_wants_it(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    """Also after its cycle was closed, when nothing else would come by."""
    PengaturanKinerja.objects.create(instansi=instansi, konversi_periodik=True)
    triwulan(instansi, status=StatusSiklus.DITUTUP)
    diterapkan(cek(instansi, periodik(), jenis="kinerjaperiodik"))
    assert [(k.siklus.ke, k.bulan, k.status) for k in KonversiAngkaKredit.objects.all()] == [
        (3, 3, StatusKonversi.DRAF)
    ]


def test_ratings_that_do_not_make_the_new_predikat_go_with_the_old_one(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    triwulan(instansi)
    diterapkan(cek(instansi, periodik(), jenis="kinerjaperiodik"))
    kosong = {"hasilKinerjaNilai": "", "perilakuKerjaNilai": ""}
    diterapkan(cek(instansi, periodik(**{**TINGGI_PERIODIK, **kosong}), jenis="kinerjaperiodik"))
    p = EvaluasiPeriodik.objects.get()
    assert (p.predikat, p.rating_hasil, p.rating_perilaku) == (Predikat.SANGAT_BAIK, None, None)
