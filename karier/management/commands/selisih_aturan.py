"""`manage.py selisih_aturan A B --instansi KODE`: who changes side between two versions of the rules.

One line of JSON that names nobody; with --keluaran the people and the reasons in a CSV file.
"""

from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import CommandError, CommandParser

from asn_karier.lib.perintah import PerintahJson
from karier.services.selisih import (
    Ringkasan,
    baca_versi,
    berkas_berbeda,
    hitung_selisih,
    periode_sasaran,
    pilih_run,
    tak_terlihat,
)
from karier.services.uji import Pasangan, tulis_berubah
from pegawai.models import Instansi


class Command(PerintahJson):
    help = (
        "Bandingkan dua versi aturan atas data satu perhitungan yang sudah selesai. A dan B: tanggal "
        "(aturan yang berlaku hari itu), folder berkas aturan (draf), atau kata run (yang dipakai "
        "perhitungan itu). Tidak ada hasil atau usulan yang berubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("a", metavar="A")
        parser.add_argument("b", metavar="B")
        parser.add_argument("--instansi", required=True, metavar="KODE")
        parser.add_argument("--run", type=int, metavar="N", help="Nomor perhitungan; biasanya yang terakhir.")
        parser.add_argument(
            "--keluaran", type=Path, metavar="BERKAS.csv", help="Siapa yang berubah dan mengapa."
        )

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        mulai = perf_counter()
        instansi = Instansi.objects.filter(kode=opsi["instansi"]).first()
        if instansi is None:
            raise CommandError(f"Instansi '{opsi['instansi']}' belum ada. Impor datanya lebih dahulu.")
        run = pilih_run(instansi.pk, opsi["run"])
        p = Pasangan(baca_versi(opsi["a"], run), baca_versi(opsi["b"], run))
        if opsi["keluaran"]:
            ringkasan = tulis_berubah(run, p, opsi["keluaran"])
        else:
            ringkasan = hitung_selisih(run, p.kini.aturan, p.baru.aturan)
        tmt_a, tmt_b = periode_sasaran(run, p.kini.aturan, p.baru.aturan)
        return {
            "run": run.nomor,
            "per": run.per_tanggal.isoformat(),
            "tmt": run.tmt_sasaran.isoformat(),
            "a": p.kini.nama,
            "b": p.baru.nama,
            "berkas_berbeda": berkas_berbeda(p.kini.aturan, p.baru.aturan),
            **_jumlah(ringkasan),
            "tmt_a": tmt_a.isoformat(),
            "tmt_b": tmt_b.isoformat(),
            "tak_terlihat": tak_terlihat(p.kini.aturan, p.baru.aturan),
            "keluaran": str(opsi["keluaran"] or ""),
            "detik": round(perf_counter() - mulai, 2),
        }


def _jumlah(r: Ringkasan) -> dict[str, Any]:
    return {
        "diperiksa": r.diperiksa,
        "berubah": r.pindah,
        "hanya_tanggal": r.geser,
        "hal": dict(r.hal.most_common()),
        "hal_tanggal": dict(r.geser_hal.most_common()),
        "arah": [
            {"hal": a.hal, "dari": a.sebelum.name.lower(), "menjadi": a.sesudah.name.lower(), "jumlah": n}
            for a, n in r.arah.most_common()
        ],
        "alasan": [
            {
                "hal": s.hal,
                "kode": s.kode,
                "dari": s.sebelum.name.lower(),
                "menjadi": s.sesudah.name.lower(),
                "jumlah": n,
            }
            for s, n in r.sebab.most_common()
        ],
    }
