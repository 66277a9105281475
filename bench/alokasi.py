"""What the allocation of training costs, and what it is worth against doing it by hand.

    python -m bench.alokasi                  # 500 x 40 to the proved best, 5,000 x 120 within 0.5 %
    python -m bench.alokasi --basis          # the facts of the database in use (the demo), nothing is written

People, gaps and classes are synthetic and follow from the seed. Figures: docs/alokasi.md.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from typing import Any

import numpy as np

from pelatihan.rules.alokasi import Hasil, solve
from pelatihan.rules.alokasi_isi import serakah, siapa_cepat
from pelatihan.rules.alokasi_kendala import periksa
from pelatihan.rules.alokasi_masalah import Bagian, Batas, Bilangan, Masalah, bilangan

UKURAN = ((500, 40, 0.0), (5_000, 120, 0.005))
BATAS = Batas(2, Bagian(25), Bagian(50))
#: Nine managerial and socio-cultural competencies and fifteen technical ones.
KOMPETENSI = 24


def buat(orang: int, kelas: int, benih: int = 1) -> Masalah:
    """One to five gaps of one or two levels per person; three classes per programme over ten months.

    A fifth works in remote units, two fifths are below the floor of JP. There are 10 to 40 seats per class,
    half of the programmes ask 0.2 to 2 million rupiah, and the pagu pays for half of all those seats.
    """
    acak = np.random.default_rng(benih)
    program = -(-kelas // 3)
    naik = _program(acak, program)
    milik = np.arange(kelas) % program
    harga = np.where(acak.random(program) < 0.5, acak.integers(4, 41, program) * 50_000, 0)[milik]
    kursi = acak.integers(10, 41, kelas)
    mulai = acak.integers(0, 300, kelas)
    celah = [_celah(acak) for _ in range(orang)]
    pasangan = [
        (o, k, nilai, tutup)
        for o in range(orang)
        for k in range(kelas)
        if (tutup := [c for c in naik[milik[k]] if _manfaat(celah[o], naik[milik[k]], c)])
        for nilai in (sum(_manfaat(celah[o], naik[milik[k]], c) for c in tutup),)
    ]
    tutup = [(n, c) for n, p in enumerate(pasangan) for c in p[3]]
    return Masalah(
        terpencil=acak.random(orang) < 0.2,
        kurang_jp=acak.random(orang) < 0.4,
        kursi=kursi,
        biaya=harga,
        pagu=np.where(harga > 0, 0, -1),
        mulai=mulai,
        selesai=mulai + acak.integers(0, 10, kelas),
        sisa=bilangan([int((kursi * harga).sum()) // 2]),
        orang=bilangan([p[0] for p in pasangan]),
        kelas=bilangan([p[1] for p in pasangan]),
        manfaat=bilangan([p[2] for p in pasangan]),
        celah_pasangan=bilangan([n for n, _ in tutup]),
        celah=bilangan([c for _, c in tutup]),
        batas=BATAS,
    )


def _program(acak: Any, banyak: int) -> list[dict[int, int]]:
    """Competencies that each programme raises, and to which level."""
    return [
        {
            int(c): int(acak.integers(2, 6))
            for c in acak.choice(KOMPETENSI, acak.integers(1, 4), replace=False)
        }
        for _ in range(banyak)
    ]


def _celah(acak: Any) -> dict[int, tuple[int, int, int]]:
    """Gaps of one person: competency -> level now, level asked, weight."""
    isi = {}
    for c in acak.choice(KOMPETENSI, acak.integers(1, 6), replace=False):
        kini = int(acak.integers(1, 4))
        isi[int(c)] = (kini, kini + int(acak.integers(1, 3)), int(acak.integers(1, 4)))
    return isi


def _manfaat(celah: dict[int, tuple[int, int, int]], naik: dict[int, int], c: int) -> int:
    kini, wajib, bobot = celah.get(c, (0, 0, 0))
    return max(min(naik[c], wajib) - kini, 0) * bobot


def cerita(judul: str, m: Masalah, batas_detik: float, celah: float) -> None:
    """One question: solved with and without shares, and what greedy and first-come make of it."""
    bebas = replace(m, batas=m.batas._replace(terpencil=Bagian(), kurang_jp=Bagian()))
    print(f"\n{judul}: {len(m.terpencil)} orang, {len(m.kursi)} kelas, {len(m.orang)} pasangan")
    for nama, soal in (("dengan pemerataan", m), ("tanpa pemerataan", bebas)):
        awal = time.process_time()
        hasil = solve(soal, batas_detik, celah)
        prosesor = time.process_time() - awal
        _baris(f"penyelesai, {nama}", soal, hasil.dipilih)
        print(f"{'':32}{_bukti(hasil)}, prosesor {prosesor:.1f} s")
    _baris("serakah per rupiah", m, serakah(m))
    _baris("siapa cepat", m, siapa_cepat(m))


def _bukti(h: Hasil) -> str:
    hambatan = ", ".join(x.kendala.value for x in h.hambatan)
    return (
        f"{h.status.value} {hambatan} batas atas {h.batas_atas}, celah {100 * h.celah:.3f} %, {h.detik:.1f} s"
    )


def _baris(nama: str, m: Masalah, dipilih: Bilangan) -> None:
    n = max(len(dipilih), 1)
    jauh = 100 * int(m.terpencil[m.orang[dipilih]].sum()) / n
    kurang = 100 * int(m.kurang_jp[m.orang[dipilih]].sum()) / n
    temuan = sorted({x.kendala.value for x in periksa(m, dipilih.tolist())})
    print(
        f"{nama:32}manfaat {int(m.manfaat[dipilih].sum()):6}  kursi {len(dipilih):5}  "
        f"Rp {int(m.harga[dipilih].sum()):13,}  terpencil {jauh:4.1f} %  < 20 JP {kurang:4.1f} %  "
        f"{'semua batas terjaga' if not temuan else 'melanggar: ' + ', '.join(temuan)}"
    )


def _dari_basis() -> None:
    """Every instansi of the database with open classes; settings as for `manage.py`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asn_karier.settings.dev")
    import django

    django.setup()
    from django.utils import timezone

    from karier.services.alokasi_fakta import gather_problem
    from pelatihan.enums import StatusAngkatan
    from pelatihan.models import Angkatan

    kini = timezone.now()
    buka = Angkatan.objects.filter(status=StatusAngkatan.DIBUKA, mulai__gt=kini.date())
    isian = {"terpencil": 25, "kurang_jp": 50}
    semua = {(a.instansi, a.mulai.year) for a in buka.select_related("instansi")}
    for instansi, tahun in sorted(semua, key=str):
        bahan = gather_problem(instansi=instansi, tahun=tahun, isian=isian, at=kini)
        cerita(f"{instansi}, {tahun}", bahan.masalah, 60, 0)


def main() -> None:
    urai = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    urai.add_argument("--basis", action="store_true", help="facts of the database in use")
    urai.add_argument("--benih", type=int, default=1)
    isi = urai.parse_args()
    if isi.basis:
        _dari_basis()
        return
    for orang, kelas, celah in UKURAN:
        cerita(f"{orang} x {kelas}", buat(orang, kelas, isi.benih), 60, celah)


if __name__ == "__main__":
    main()
