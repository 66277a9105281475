"""A second, small demo government: it writes SKP and ratings here, and has a cycle in every phase."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from karier.contoh import Daerah, bangun_daerah, tulis_berkas
from karier.services.contoh import create_instansi, declare_records, ensure_demo_allowed, impor_berkas
from karier.services.contoh_akun import AkunContoh, add_accounts, open_account
from karier.services.contoh_belajar import live_training_year
from karier.services.contoh_jalur import walk_career_paths
from karier.services.contoh_katalog import open_catalogue, share_catalogue
from karier.services.contoh_mentoring import live_mentoring
from karier.services.contoh_mentoring_hidup import live_pairs
from karier.services.contoh_rencana import live_plans
from kinerja.services.contoh_di_sini import Tokoh, live_a_year
from kinerja.services.contoh_tim import gather_people
from pegawai.models import Pengguna

#: Only what its people need; years that are rated here are not imported.
URUTAN: Final = (("unit_kerja", "unit"), ("siasn", "siasn"))
REKAP: Final = {2023: "ekinerja_2023", 2024: "ekinerja_2024"}


def buat_contoh_di_sini(
    *, instansi: str, jumlah: int, benih: int, folder: Path, at: datetime
) -> dict[str, Any]:
    """Generate and import the people, live their year through the services, and open the demo accounts.

    Raises DomainError as `buat_contoh` does.
    """
    ensure_demo_allowed(instansi)
    daerah = bangun_daerah(instansi, jumlah, benih)
    forget_ratings(daerah, since=at.year - 1)
    berkas = tulis_berkas(daerah, folder)
    wadah, hr = create_instansi(daerah, instansi, at)
    hasil = {nama: impor_berkas(wadah, jenis, berkas[nama], hr, at) for nama, jenis in _urutan(at.date())}
    declare_records(daerah, wadah, hr, at)
    share_catalogue(daerah.pelatihan)
    open_catalogue(instansi=wadah, actor=hr, at=at)
    p = gather_people(instansi=wadah, hr=hr, at=at)
    tokoh = live_a_year(p)
    live_training_year(p, tokoh)
    orang = [tokoh.pegawai, *(o for o in p.utama.orang if o.pk not in (tokoh.pegawai.pk, tokoh.operator.pk))]
    live_plans(p, orang, diisikan=tokoh.diisikan, operator=p.sebagai(tokoh.operator))
    walk_career_paths(p, tokoh)
    live_mentoring(p, [tokoh.diisikan, *p.kedua.orang[:5]], [tokoh.pimpinan, tokoh.kalibrasi])
    live_pairs(p, tokoh.pegawai, tokoh.kalibrasi, [tokoh.diisikan, p.utama.orang[-1]])
    add_accounts(_akun(wadah.kode.title(), hr, tokoh, at))
    return {"pegawai": len(daerah.orang), "bersih": len(daerah.bersih), "impor": hasil}


def forget_ratings(daerah: Daerah, *, since: int) -> None:
    """Whoever moved in brings the ratings of their earlier years; those since then are made here."""
    for orang in daerah.orang:
        orang.predikat = tuple(p for p in orang.predikat if p[0] < since)


def _urutan(hari: date) -> list[tuple[str, str]]:
    """The year before the last was rated in e-Kinerja BKN, as were those before it."""
    rekap = [(nama, "ekinerja") for tahun, nama in REKAP.items() if tahun < hari.year - 1]
    return [*URUTAN, *rekap, ("data_awal", "data_awal")]


def _akun(daerah: str, hr: Pengguna, tokoh: Tokoh, at: datetime) -> list[AkunContoh]:
    orang = (
        ("pimpinan yang menilai", tokoh.pimpinan),
        ("ASN", tokoh.pegawai),
        ("ASN, diisikan operator", tokoh.diisikan),
        ("operator unit", tokoh.operator),
        ("peserta kalibrasi", tokoh.kalibrasi),
    )
    akun = [open_account(f"{daerah}: {sebutan}", p, at) for sebutan, p in orang]
    return [AkunContoh(f"{daerah}: petugas HR", hr.username), *akun]
