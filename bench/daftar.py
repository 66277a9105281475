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
    from pegawai.models import Pegawai

    meja = Ukuran("Meja Kerja", reverse("admin:index"), "SELECT 1")
    satu = Pegawai.objects.order_by("nama", "pk")[Pegawai.objects.count() // 2]
    run = RunEvaluasi.objects.latest("pk")
    return [*_orang(satu), *_catatan(satu), *_hasil(satu, run.pk), meja]


def _orang(satu: Any) -> list[Ukuran]:
    from django.urls import reverse

    orang, nama, nip = reverse("admin:pegawai_pegawai_changelist"), satu.nama, satu.nip
    saran = f"{reverse('admin:autocomplete')}?app_label=pegawai&model_name=riwayatpangkat&field_name=pegawai"
    pilih = f"SELECT id, nip, nama FROM pegawai_pegawai WHERE instansi_id = {satu.instansi_id}"
    urut = f"ORDER BY nama, id LIMIT {SEHALAMAN}"
    cari = f"{pilih} AND UPPER(nama) LIKE UPPER('%{nama[-12:]}%') {urut}"
    satu_nip = f"{pilih} AND nip = '{nip}' {urut}"
    unit = f"{pilih} AND unit_id = {satu.unit_id} {urut}"
    lanjut = f"{pilih} AND nama >= '{nama}' {urut}"
    return [
        Ukuran("Pegawai: halaman pertama", orang, f"{pilih} {urut}"),
        Ukuran("Pegawai: di tengah daftar", f"{orang}?p={tempat(satu)}", lanjut),
        Ukuran("Pegawai: satu unit", f"{orang}?unit={satu.unit_id}", unit),
        Ukuran("Pegawai: golongan", f"{orang}?golongan=1-12", f"{pilih} {urut}"),
        Ukuran("Pegawai: NIP", f"{orang}?q={nip}", satu_nip),
        Ukuran("Pegawai: bagian nama", f"{orang}?q={nama[-12:]}", cari),
        Ukuran("Saran isian: nama", f"{saran}&term={nama[-12:]}", cari),
        Ukuran("Saran isian: NIP", f"{saran}&term={nip}", satu_nip),
    ]


def _catatan(satu: Any) -> list[Ukuran]:
    """Lists of rows about people."""
    from django.urls import reverse

    def telanjang(tabel: str, kunci: str, urut: str, mana: str = "") -> str:
        orang = f"JOIN pegawai_pegawai p ON p.id = {kunci}"
        return f"SELECT r.id, p.nama FROM {tabel} r {orang} {mana} ORDER BY {urut} LIMIT {SEHALAMAN}"

    pangkat = ("pegawai_riwayatpangkat", "pegawai_id", "r.id DESC")
    jejak = ("inti_jejak", "subjek_id", "r.id DESC")
    usul = ("karier_rekomendasi", "pegawai_id", "periode DESC, p.nama, r.id")
    nip, ubah = f"WHERE nip = '{satu.nip}'", "WHERE tindakan = 'ubah'"
    url = {n: reverse(f"admin:{n}_changelist") for n in ("pegawai_riwayatpangkat", "inti_jejak", usul[0])}
    return [
        Ukuran("Riwayat pangkat", url[pangkat[0]], telanjang(*pangkat)),
        Ukuran("Riwayat pangkat: NIP", f"{url[pangkat[0]]}?q={satu.nip}", telanjang(*pangkat, nip)),
        Ukuran("Jejak akses", url[jejak[0]], telanjang(*jejak)),
        Ukuran("Jejak akses: tindakan", f"{url[jejak[0]]}?tindakan=ubah", telanjang(*jejak, ubah)),
        Ukuran("Rekomendasi", url[usul[0]], telanjang(*usul)),
        Ukuran("Rekomendasi: NIP", f"{url[usul[0]]}?q={satu.nip}", telanjang(*usul, nip)),
    ]


def _hasil(satu: Any, run_id: int) -> list[Ukuran]:
    from django.urls import reverse

    hasil = reverse("admin:karier_runevaluasi_hasil", args=[run_id])
    isi = (
        "SELECT h.pegawai_id, p.nama FROM karier_hasilevaluasi h"
        f" JOIN pegawai_pegawai p ON p.id = h.pegawai_id WHERE run_id = {run_id}"
    )
    urut = f"ORDER BY h.pegawai_id LIMIT {SEHALAMAN}"
    return [
        Ukuran("Hasil: halaman pertama", hasil, f"{isi} {urut}"),
        Ukuran(
            "Hasil: di tengah daftar",
            f"{hasil}?sesudah={satu.pk}",
            f"{isi} AND h.pegawai_id > {satu.pk} {urut}",
        ),
        Ukuran("Hasil: NIP", f"{hasil}?q={satu.nip}", f"{isi} AND p.nip = '{satu.nip}'"),
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
