"""What the lists of HR cost at real size: `python -m bench.daftar --jumlah 300000` (PostgreSQL only).

Each page is asked as HR of the whole instansi would: its time, its queries and the time in them, against the
bare query of its rows (one page of the same rows, same order, same filter, only their keys and names).
Medians of rounds that take turns. Makes a database of its own and drops it at the end.
"""

# ruff: noqa: S608 - numbers and names of our own making

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from io import StringIO
from typing import Any, NamedTuple

from bench.evaluasi import HARI_INI, dengan_database

PUTARAN = 7
JEJAK_PER_ORANG = 3
SEHALAMAN = 51


class Ukuran(NamedTuple):
    """One page: how it is asked for, and the bare query of its rows."""

    nama: str
    alamat: str
    telanjang: str


def isi(jumlah: int) -> None:
    """People, a run with its recommendations, a trail; everything by the set."""
    from django.core.management import call_command
    from django.db import connection

    from bench import data

    call_command("migrate", verbosity=0)
    data.buat(jumlah)
    call_command("evaluasi", "--instansi", "bench", "--per", HARI_INI, "--tunggu", stdout=StringIO())
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO inti_jejak (pada, pelaku_jenis, pelaku_id, pelaku_nama, tindakan, subjek_jenis,"
            " subjek_id, keperluan, kanal, rincian)"
            " SELECT now() - k * interval '1 hour', 'pengguna', 1, 'Bench',"
            " (ARRAY['lihat', 'lihat_daftar', 'ubah'])[1 + h(p.id::int, k) %% 3], 'pegawai', p.id, '',"
            " 'admin', '{}'"
            " FROM generate_series(1, %s) k, pegawai_pegawai p",
            [JEJAK_PER_ORANG],
        )
        kursor.execute("VACUUM ANALYZE")


def hr() -> Any:
    """HR of the instansi `bench`, signed in."""
    from django.test import Client

    from pegawai.enums import JenisPeran
    from pegawai.models import Instansi, Pengguna, Peran

    akun = Pengguna.objects.create(username="hr-bench", nama="HR", is_staff=True)
    Peran.objects.create(
        pengguna=akun, jenis=JenisPeran.HR_INSTANSI, instansi=Instansi.objects.get(kode="bench"),
        mulai="2020-01-01",
    )  # fmt: skip
    klien = Client()
    klien.force_login(akun)
    return klien


def halaman() -> list[Ukuran]:
    """The pages, each with the query that a program without anything around it would send."""
    from django.urls import reverse

    from karier.models import RunEvaluasi
    from pegawai.models import Pegawai, UnitKerja

    orang = reverse("admin:pegawai_pegawai_changelist")
    satu = Pegawai.objects.order_by("nama", "pk")[Pegawai.objects.count() // 2]
    nama, nip = satu.nama, satu.nip
    unit = UnitKerja.objects.order_by("pk")[7]
    run = RunEvaluasi.objects.latest("pk")
    hasil = reverse("admin:karier_runevaluasi_hasil", args=[run.pk])
    saran = f"{reverse('admin:autocomplete')}?app_label=pegawai&model_name=riwayatpangkat&field_name=pegawai"
    pilih = f"SELECT id, nip, nama FROM pegawai_pegawai WHERE instansi_id = {run.instansi_id}"
    urut = f"ORDER BY nama, id LIMIT {SEHALAMAN}"
    cari = f"UPPER(nama) LIKE UPPER('%{nama[-12:]}%')"
    jejak = (
        "SELECT j.id, p.nama FROM inti_jejak j JOIN pegawai_pegawai p ON p.id = subjek_id {}"
        f" ORDER BY j.id DESC LIMIT {SEHALAMAN}"
    )
    ubah = "WHERE tindakan = 'ubah'"
    riwayat = (
        "SELECT r.id, p.nama FROM pegawai_riwayatpangkat r JOIN pegawai_pegawai p ON p.id = pegawai_id {}"
        f" ORDER BY r.id DESC LIMIT {SEHALAMAN}"
    )
    usul = (
        "SELECT r.id, p.nama FROM karier_rekomendasi r JOIN pegawai_pegawai p ON p.id = pegawai_id {}"
        f" ORDER BY periode DESC, p.nama, r.id LIMIT {SEHALAMAN}"
    )
    isian = (
        "SELECT h.pegawai_id, p.nama FROM karier_hasilevaluasi h"
        f" JOIN pegawai_pegawai p ON p.id = h.pegawai_id WHERE run_id = {run.pk}"
    )
    return [
        Ukuran("Pegawai: halaman pertama", orang, f"{pilih} {urut}"),
        Ukuran(
            "Pegawai: di tengah daftar", f"{orang}?p={tempat(satu)}", f"{pilih} AND nama >= '{nama}' {urut}"
        ),
        Ukuran("Pegawai: satu unit", f"{orang}?unit={unit.pk}", f"{pilih} AND unit_id = {unit.pk} {urut}"),
        Ukuran("Pegawai: golongan", f"{orang}?golongan=1-12", f"{pilih} {urut}"),
        Ukuran("Pegawai: NIP", f"{orang}?q={nip}", f"{pilih} AND nip = '{nip}' {urut}"),
        Ukuran("Pegawai: bagian nama", f"{orang}?q={nama[-12:]}", f"{pilih} AND {cari} {urut}"),
        Ukuran("Saran isian: nama", f"{saran}&term={nama[-12:]}", f"{pilih} AND {cari} {urut}"),
        Ukuran("Saran isian: NIP", f"{saran}&term={nip}", f"{pilih} AND nip = '{nip}' {urut}"),
        Ukuran("Riwayat pangkat", reverse("admin:pegawai_riwayatpangkat_changelist"), riwayat.format("")),
        Ukuran(
            "Riwayat pangkat: NIP",
            f"{reverse('admin:pegawai_riwayatpangkat_changelist')}?q={nip}",
            riwayat.format(f"WHERE nip = '{nip}'"),
        ),
        Ukuran("Jejak akses", reverse("admin:inti_jejak_changelist"), jejak.format("")),
        Ukuran(
            "Jejak akses: tindakan",
            f"{reverse('admin:inti_jejak_changelist')}?tindakan=ubah",
            jejak.format(ubah),
        ),
        Ukuran("Rekomendasi", reverse("admin:karier_rekomendasi_changelist"), usul.format("")),
        Ukuran(
            "Rekomendasi: NIP",
            f"{reverse('admin:karier_rekomendasi_changelist')}?q={nip}",
            usul.format(f"WHERE nip = '{nip}'"),
        ),
        Ukuran("Hasil: halaman pertama", hasil, f"{isian} ORDER BY h.pegawai_id LIMIT {SEHALAMAN}"),
        Ukuran(
            "Hasil: di tengah daftar",
            f"{hasil}?sesudah={satu.pk}",
            f"{isian} AND h.pegawai_id > {satu.pk} ORDER BY h.pegawai_id LIMIT {SEHALAMAN}",
        ),
        Ukuran("Hasil: NIP", f"{hasil}?q={nip}", f"{isian} AND p.nip = '{nip}'"),
        Ukuran("Meja Kerja", reverse("admin:index"), "SELECT 1"),
    ]


def tempat(orang: Any) -> str:
    """The address of the page after this person."""
    from asn_karier.lib.situs.daftar import Tempat, tulis_tempat

    return tulis_tempat(Tempat(mundur=False, nilai=[orang.nama, orang.pk]))


def lama(kerja: Callable[[], Any]) -> tuple[float, Any]:
    mulai = time.perf_counter()
    hasil = kerja()
    return (time.perf_counter() - mulai) * 1e3, hasil


def telanjang(sql: str) -> list[Any]:
    from django.db import connection

    with connection.cursor() as kursor:
        kursor.execute(sql)
        return kursor.fetchall()


def ukur(jumlah: int, rinci: bool) -> None:
    """Fill, measure, print."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    isi(jumlah)
    klien, semua = hr(), halaman()
    waktu: dict[str, list[tuple[float, float, float, int]]] = {u.nama: [] for u in semua}
    for putaran in range(PUTARAN + 1):
        for u in semua:
            with CaptureQueriesContext(
                connection,
            ) as kueri:
                ms, jawaban = lama(lambda alamat=u.alamat: klien.get(alamat))
            assert jawaban.status_code == 200, (u.nama, jawaban.status_code)
            dasar, _ = lama(lambda sql=u.telanjang: telanjang(sql))
            basis = sum(float(k["time"]) for k in kueri.captured_queries) * 1e3
            if putaran:
                waktu[u.nama].append((ms, basis, dasar, len(kueri)))
            elif rinci:
                for k in sorted(kueri.captured_queries, key=lambda k: -float(k["time"]))[:3]:
                    print(f"    {u.nama}: {float(k['time']) * 1e3:.0f} ms {k['sql'][:1500]}")
    print(f"pegawai {jumlah:,}; median dari {PUTARAN} putaran")
    kepala = ("", "halaman", "kueri", "di basis data", "telanjang", "basis : telanjang")
    print("{:28} {:>9} {:>6} {:>14} {:>10} {:>18}".format(*kepala))
    for nama, isi_waktu in waktu.items():
        ms, basis, dasar, n = (statistics.median(x) for x in zip(*isi_waktu, strict=True))
        kali = basis / max(dasar, 0.1)
        print(f"{nama:28} {ms:6.0f} ms {n:6.0f} {basis:11.1f} ms {dasar:7.1f} ms {kali:17.1f}x")


def main() -> None:
    pilihan = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pilihan.add_argument("--jumlah", type=int, default=300_000)
    pilihan.add_argument("--rinci", action="store_true", help="the slowest queries of each page")
    opsi = pilihan.parse_args()
    asal = os.environ.get("ASN_DATABASE_URL", "")
    if not asal.startswith("postgres"):
        sys.exit("Isi ASN_DATABASE_URL dengan alamat PostgreSQL yang boleh membuat basis data.")
    dengan_database(asal, lambda: ukur(opsi.jumlah, opsi.rinci))


if __name__ == "__main__":
    main()
