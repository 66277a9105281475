"""A person with everything that is printed, and everybody who might come for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.enums import Rating
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from kinerja.tests.teks_pdf import teks_pdf
from pegawai.enums import JenisPeran
from pegawai.models import AksesPegawai, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
BERAT = 120 * 1024


class Dunia:
    """An Ahli Muda with everything that is printed, and everybody who might come for it."""

    def __init__(self) -> None:
        instansi = InstansiPabrik(kode="batanghari")
        unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Contoh")
        self.atasan = PenggunaPabrik(
            pegawai=PegawaiPabrik(struktural=True, instansi=instansi, nama="Penilai Contoh")
        )
        self.orang: Pegawai = PegawaiPabrik(
            fungsional=True, instansi=instansi, unit=unit, atasan=self.atasan.pegawai, nama="Diri Contoh"
        )
        self.diri: Pengguna = PenggunaPabrik(pegawai=self.orang)
        self.hr: Pengguna = hr_dari(instansi)
        self.tahunan = PenilaianPabrik(
            pegawai=self.orang,
            penilai=self.atasan.pegawai,
            rating_hasil=Rating.DI_ATAS_EKSPEKTASI,
            umpan_balik="Laporan selalu tepat waktu.",
        )
        self.periodik = EvaluasiPabrik(pegawai=self.orang, penilai=self.atasan.pegawai)
        self.pak = PakPabrik(pegawai=self.orang)
        self.konversi = KonversiPabrik(
            pegawai=self.orang, ditandatangani_oleh=self.atasan, ditandatangani_pada=SAAT
        )

    def alamat(self) -> dict[str, str]:
        return {
            "tahunan": reverse("kinerja:pdf_evaluasi", args=["tahunan", self.tahunan.pk]),
            "periodik": reverse("kinerja:pdf_evaluasi", args=["periodik", self.periodik.pk]),
            "konversi": reverse("kinerja:pdf_konversi", args=[self.konversi.pk]),
            "akumulasi": reverse("kinerja:pdf_akumulasi", args=[self.orang.pk]),
            "pak": reverse("kinerja:pdf_pak", args=[self.pak.pk]),
        }

    def ambil(self, yang: str, pengguna: Any = None) -> Any:
        return buka(pengguna or self.diri, self.alamat()[yang])


def buka(pengguna: Pengguna, alamat: str) -> Any:
    client = Client()
    client.force_login(pengguna)
    return client.get(alamat)


def luar(d: Dunia) -> list[Pengguna]:
    """Everybody else, most of whom may see the person by name."""
    rekan = PenggunaPabrik(pegawai=PegawaiPabrik(atasan=d.atasan.pegawai, instansi=d.orang.instansi))
    mentor = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=d.orang.instansi))
    AksesPegawai.objects.create(pengguna=mentor, pegawai=d.orang, dasar="mentor", mulai=date(2020, 1, 1))
    auditor, operator = (PenggunaPabrik(is_staff=True) for _ in range(2))
    PeranPabrik(pengguna=auditor, instansi=d.orang.instansi, jenis=JenisPeran.AUDITOR)
    PeranPabrik(
        pengguna=operator, instansi=d.orang.instansi, unit=d.orang.unit, jenis=JenisPeran.OPERATOR_UNIT
    )
    return [rekan, mentor, auditor, operator, hr_dari(InstansiPabrik(kode="nabire"))]


def isi_kertas(d: Dunia, yang: str) -> str:
    """All words of one paper in a row."""
    return " ".join(teks_pdf(d.ambil(yang).content).split())
