"""Synthetic people for the measurements, made inside PostgreSQL in seconds. Nobody real.

Deterministic: everything follows from the running number of a person through `hashint4`. About 30
input rows per person: five pangkat, three posts, two ijazah, six yearly appraisals, ten activities,
an assessment for half of them, angka kredit for the jabatan fungsional; awards, examinations, penalties and
talent scores of some. Various enough that every decision has several statuses (karier/tests/test_bench.py).
"""

from pathlib import Path
from typing import Final

from django.db import connection

from pegawai.models import Instansi, Jabatan, Pegawai, UnitKerja

PER: Final = "2026-11-21"
BERKAS: Final = Path(__file__).with_name("orang.sql")

#: What the rules read, table by table: the least that any engine must read.
MASUKAN: Final = {
    "pegawai_pegawai": "id, instansi_id, nip, jenis, status, kedudukan_hukum, pernah_cltn, tanggal_lahir, "
    "tmt_cpns, unit_id",
    "pegawai_riwayatpangkat": "pegawai_id, skala, golongan, tmt, masa_kerja_tahun, masa_kerja_bulan",
    "pegawai_riwayatjabatan": "pegawai_id, jabatan_id, tmt",
    "pegawai_riwayatpendidikan": "pegawai_id, tingkat",
    "kinerja_penilaian": "pegawai_id, tahun, predikat, status",
    "kinerja_penetapanangkakredit": "pegawai_id, sampai, jenjang, jumlah_senti",
    "kinerja_konversiangkakredit": "pegawai_id, tahun, jenjang, nilai_senti, status",
    "pegawai_pengembangankompetensi": "pegawai_id, bentuk, tanggal_selesai, jp",
    "pegawai_asesmenkompetensi": "pegawai_id, tanggal, integritas, kerja_sama, komunikasi, orientasi_hasil, "
    "pelayanan_publik, pengembangan_diri, mengelola_perubahan, pengambilan_keputusan, perekat_bangsa",
    "pegawai_hukumandisiplin": "pegawai_id, status, tingkat, mulai, sampai",
    "pegawai_hasilujian": "pegawai_id, jenis, tanggal, lulus",
    "pegawai_penghargaan": "pegawai_id, kode, tanggal",
    "karier_komponentalenta": "pegawai_id, tanggal, potensi, pengembangan, pengalaman, kesesuaian, "
    "penghargaan, penugasan, umpan_balik",
}


def buat(jumlah: int) -> None:
    """Fill an empty, migrated database with `jumlah` people of one instansi called `bench`."""
    isi(jumlah)
    with connection.cursor() as kursor:
        kursor.execute("VACUUM ANALYZE")


def isi(jumlah: int) -> None:
    """The rows alone, which may go into a transaction."""
    Instansi.objects.create(kode="bench", nama="Pemerintah Bench", pengelola="BKPSDM")
    with connection.cursor() as kursor:
        # Who somebody is follows from the id: a second fill, as of a test, must give the same people.
        for model in (UnitKerja, Jabatan, Pegawai):
            nama = [model._meta.db_table]
            kursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), 1, false)", nama)
        kursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        berkuasa = kursor.fetchone() == (True,)
        if berkuasa:
            # What is made here refers to itself; to check it all again takes most of the time.
            kursor.execute("SET session_replication_role = replica")
        kursor.execute(BERKAS.read_text().replace("{n}", str(jumlah)))
        if berkuasa:
            kursor.execute("SET session_replication_role = origin")


def baris_masukan() -> int:
    """How many rows the tables of MASUKAN hold."""
    with connection.cursor() as kursor:
        jumlah = 0
        for tabel in MASUKAN:
            kursor.execute(f"SELECT count(*) FROM {tabel}")  # noqa: S608
            jumlah += kursor.fetchone()[0]
    return jumlah
