"""People with gaps and open classes, for tests of the allocation. Dates lie ahead of the day of the test."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from karier.services.alokasi import compute_scenario, request_scenario
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Instansi, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik
from pelatihan.enums import StatusAngkatan, SumberDana
from pelatihan.models import Angkatan, Pagu, SkenarioAlokasi
from pelatihan.tests.pabrik import PelatihanPabrik

#: In the year of the classes.
ISIAN: dict[str, Any] = {"paling_banyak": 2, "ukuran": "kursi", "terpencil": 0, "kurang_jp": 0}


def besok(hari: int = 30) -> date:
    """A day ahead, always in the year after this one, so that no test meets New Year."""
    return date(timezone.localdate().year + 1, 3, 1) + timedelta(days=hari)


def instansi_bercelah(**celah: int) -> tuple[Instansi, dict[str, Pegawai]]:
    """People by name, each so many levels short in Komunikasi (and in nothing else), after a finished run."""
    instansi = InstansiPabrik(kode="batanghari")
    jabatan = JabatanPabrik()
    StandarKompetensiPabrik(jabatan=jabatan, komunikasi=4)
    orang = {}
    for nama, kurang in celah.items():
        orang[nama] = PegawaiPabrik(pelaksana=True, instansi=instansi, nama=nama.capitalize())
        orang[nama].riwayat_jabatan.update(jabatan=jabatan)
        AsesmenPabrik(pegawai=orang[nama], komunikasi=4 - kurang)
    jalankan_sampai_selesai(instansi)
    return instansi, orang


def kelas(instansi: Instansi, *, hari: int = 30, **isian: Any) -> Angkatan:
    """An open class of two days with one free seat that leads to level 4 in Komunikasi."""
    pelatihan = isian.pop("pelatihan", None) or PelatihanPabrik(
        kompetensi__level=4, kompetensi__kompetensi=isian.pop("kompetensi", KompetensiMansoskul.KOMUNIKASI)
    )
    awal = {
        "nama": f"Angkatan {hari}",
        "mulai": besok(hari),
        "selesai": besok(hari + 1),
        "daftar_sampai": besok(hari - 5),
        "kursi": 1,
        "status": StatusAngkatan.DIBUKA,
    }
    angkatan: Angkatan = Angkatan.objects.create(instansi=instansi, pelatihan=pelatihan, **(awal | isian))
    return angkatan


def pagu(instansi: Instansi, jumlah: int) -> Pagu:
    satu: Pagu = Pagu.objects.create(
        instansi=instansi, tahun=besok().year, sumber=SumberDana.APBD, jumlah=jumlah
    )
    return satu


def minta(instansi: Instansi, actor: Any, **isian: Any) -> SkenarioAlokasi:
    """A scenario, asked for and computed."""
    skenario = request_scenario(
        instansi=instansi, tahun=besok().year, nama="Usulan", isian=ISIAN | isian, actor=actor,
        at=timezone.now(),
    )  # fmt: skip
    compute_scenario(skenario.pk)
    skenario.refresh_from_db()
    return skenario
