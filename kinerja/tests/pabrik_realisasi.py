"""A cycle typed here, a plan that was agreed, and realisations of it, made through the services."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kinerja.enums import JenisSiklus, StatusSiklus, StatusSKP, SumberKinerja
from kinerja.kamus import nama_siklus
from kinerja.models import SKP, HasilKerja, Indikator, PengisianRealisasi, SiklusPenilaian
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.realisasi import kirim_realisasi, simpan_isian
from kinerja.services.realisasi_isi import IsianIndikator
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Instansi, Pegawai, Pengguna

#: Inside the days to fill in the third quarter of 2026.
SAAT = datetime(2026, 10, 5, 2, 0, tzinfo=UTC)


def siklus_pabrik(
    instansi: Instansi, ke: int = 3, jenis: JenisSiklus = JenisSiklus.TRIWULAN, **isi: Any
) -> SiklusPenilaian:
    """A period of 2026, open, filled in until the fifteenth day after it and rated until the thirtieth."""
    akhir = masa_siklus(2026, jenis, ke).sampai
    awal: dict[str, Any] = {
        "nama": nama_siklus(2026, jenis, ke),
        "sumber": SumberKinerja.DI_SINI,
        "status": StatusSiklus.DIBUKA,
        "batas_pengisian": akhir + timedelta(days=15),
        "batas_penilaian": akhir + timedelta(days=30),
    }
    siklus: SiklusPenilaian = SiklusPabrik(instansi=instansi, jenis=jenis, ke=ke, **(awal | isi))
    return siklus


def skp_pabrik(pegawai: Pegawai, indikator: Iterable[str] = ("Jumlah laporan",), **isi: Any) -> SKP:
    """A plan of the whole of 2026 that was sent and agreed; every indicator counts twelve."""
    awal: dict[str, Any] = {
        "tahun": 2026,
        "mulai": date(2026, 1, 1),
        "sampai": date(2026, 12, 31),
        "penilai": pegawai.atasan,
        "status": StatusSKP.DISEPAKATI if pegawai.atasan else StatusSKP.DIKIRIM,
        "dikirim_pada": datetime(2026, 1, 10, tzinfo=UTC),
        "disepakati_pada": datetime(2026, 1, 12, tzinfo=UTC),
    }
    skp = SKP.objects.create(pegawai=pegawai, **(awal | isi))
    hasil = HasilKerja.objects.create(skp=skp, rhk=f"Pelayanan {pegawai.nama} meningkat")
    for ke, iki in enumerate(indikator, start=1):
        Indikator.objects.create(
            hasil_kerja=hasil,
            urutan=ke,
            iki=iki,
            target="12 laporan",
            target_angka=Decimal(12),
            satuan="laporan",
        )
    return skp


def isian(
    skp: SKP, teks: str = "Selesai sesuai rencana", angka: Decimal | None = None
) -> list[IsianIndikator]:
    """The same words for every indicator of a plan."""
    semua = Indikator.objects.filter(hasil_kerja__skp=skp).values_list("pk", flat=True)
    return [IsianIndikator(pk, teks, angka) for pk in semua]


def isi(skp: SKP, siklus: SiklusPenilaian, akun: Pengguna, **lain: Any) -> PengisianRealisasi:
    """Keep words; `teks`, `angka`, `versi`, `at`, `sejak` say otherwise."""
    at = lain.pop("at", SAAT)
    kata = isian(skp, lain.pop("teks", "Selesai sesuai rencana"), lain.pop("angka", None))
    ada = PengisianRealisasi.objects.filter(skp=skp, siklus=siklus).first()
    return simpan_isian(
        skp_id=skp.pk,
        siklus_id=siklus.pk,
        isian=lain.pop("isian", kata),
        versi=lain.pop("versi", ada.versi if ada else 0),
        sejak=lain.pop("sejak", at),
        actor=akun,
        at=at,
        kanal="portal",
    )


def kirim(skp: SKP, siklus: SiklusPenilaian, akun: Pengguna, **lain: Any) -> PengisianRealisasi:
    """Send what is kept; `versi`, `alasan`, `at` say otherwise."""
    ada = PengisianRealisasi.objects.get(skp=skp, siklus=siklus)
    awal = {"versi": ada.versi, "alasan": "", "at": SAAT}
    return kirim_realisasi(skp_id=skp.pk, siklus_id=siklus.pk, actor=akun, kanal="portal", **(awal | lain))


def diketik(skp: SKP, **lain: Any) -> dict[str, Any]:
    """What the form of a plan with one indicator sends; `_X` in a name stands for the indicator."""
    pk = skp.hasil_kerja.get().indikator.get().pk
    awal = {f"teks_{pk}": "Selesai", f"angka_{pk}": "9", "versi": "0", "langkah": "periksa"}
    return {**awal, **{nama.replace("_X", f"_{pk}"): nilai for nama, nilai in lain.items()}}
