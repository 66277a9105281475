"""All files of a simulated regency, in the formats HR really has."""

import csv
import json
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

from karier.contoh.bentuk import TAHUN_PREDIKAT, Daerah
from karier.contoh.data_awal import tulis_data_awal
from karier.contoh.ekinerja import tulis_bulanan, tulis_tahunan
from karier.contoh.riwayat import orang_terdahulu
from karier.contoh.siasn import tulis_siasn_csv

KEPALA_UNIT = ("Id", "NamaUnor", "DiatasanId")
BULAN_REKAP = (2026, 6)


def tulis_berkas(daerah: Daerah, folder: Path) -> dict[str, Path]:
    """Write everything into `folder` (made when missing); returns name -> file in loading order."""
    folder.mkdir(parents=True, exist_ok=True)
    berkas = {
        "unit_kerja": tulis_unit(daerah, folder / "unit_kerja.csv"),
        **tulis_siasn_terdahulu(daerah, folder),
        "siasn": tulis_siasn_csv(daerah, folder / "siasn_export.csv"),
    }
    for tahun in TAHUN_PREDIKAT:
        nama = f"ekinerja_{tahun}"
        berkas[nama] = tulis_tahunan(daerah, folder / f"{nama}.xlsx", tahun)
    nama = f"ekinerja_bulanan_{BULAN_REKAP[0]}_{BULAN_REKAP[1]:02d}"
    berkas[nama] = tulis_bulanan(daerah, folder / f"{nama}.xlsx", *BULAN_REKAP)
    berkas["data_awal"] = tulis_data_awal(daerah, folder / "data_awal.xlsx")
    berkas["kesalahan"] = tulis_kesalahan(daerah, folder / "kesalahan.json")
    return berkas


def tulis_siasn_terdahulu(daerah: Daerah, folder: Path) -> dict[str, Path]:
    """Exports of earlier years, for the posts held before: the later posts first, because fewer have them.

    Loaded in this order, every file names all whom those before it brought.
    """
    berkas = {}
    for nomor, orang in reversed(list(enumerate(orang_terdahulu(daerah), start=1))):
        nama = f"siasn_terdahulu_{nomor}"
        berkas[nama] = tulis_siasn_csv(replace(daerah, orang=orang), folder / f"{nama}.csv")
    return berkas


def tulis_unit(daerah: Daerah, berkas: Path) -> Path:
    """The unit tree as SIASN exports it: BOM, names indented by two dashes per level."""
    with berkas.open("w", encoding="utf-8-sig", newline="") as keluar:
        penulis = csv.writer(keluar)
        penulis.writerow(KEPALA_UNIT)
        for unit in daerah.unit:
            penulis.writerow([unit.id, "--" * unit.kedalaman + unit.nama, unit.induk_id])
    return berkas


def tulis_kesalahan(daerah: Daerah, berkas: Path) -> Path:
    """The seeded faults, for machines: what an import of these files should find."""
    isi = {
        "instansi": daerah.instansi,
        "benih": daerah.benih,
        "per": daerah.per.isoformat(),
        "pegawai": len(daerah.orang),
        "bersih": len(daerah.bersih),
        "ringkasan": dict(sorted(Counter(k.jenis.value for k in daerah.kesalahan).items())),
        "kesalahan": [asdict(k) for k in daerah.kesalahan],
    }
    berkas.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return berkas
