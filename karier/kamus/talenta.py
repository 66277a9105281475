"""The talent map in words. A box is its number and what the two axes say, never a nickname for people."""

from __future__ import annotations

from typing import Final, NamedTuple

from asn_karier.lib import kata
from karier.enums import Keyakinan
from karier.kamus.label import LABEL
from karier.rules.aturan_talenta import AturanTalenta, Tingkat
from karier.rules.keyakinan import Dasar

KINERJA: Final = {
    Tingkat.TINGGI: "kinerja di atas ekspektasi",
    Tingkat.MENENGAH: "kinerja sesuai ekspektasi",
    Tingkat.RENDAH: "kinerja di bawah ekspektasi",
}
POTENSIAL: Final = {
    Tingkat.TINGGI: "potensial tinggi",
    Tingkat.MENENGAH: "potensial menengah",
    Tingkat.RENDAH: "potensial rendah",
}
TANPA_AKIBAT: Final = (
    "Kotak ini tidak memicu tugas, usulan, atau tindakan apa pun dengan sendirinya. Bahas dengan atasan Anda "
    "apa yang dapat membantu."
)


class Komponen(NamedTuple):
    """What a component is called, who can add it, and how it grows."""

    judul: str
    pelaku: str
    caranya: str


_HR: Final = "BKPSDM"
KOMPONEN: Final = {
    "predikat": Komponen(
        "Predikat kinerja tahun terakhir",
        "Atasan penilai",
        "Sepakati sasaran dan minta umpan balik sejak awal tahun, lalu isi realisasi tiap triwulan.",
    ),
    "penghargaan": Komponen(
        "Penghargaan", _HR, "Kirim piagam atau SK penghargaan Anda lewat usul perbaikan data."
    ),
    "penugasan_tim": Komponen(
        "Penugasan dalam tim", _HR, "Ikut tim kerja lintas unit, dan pastikan SK tim Anda tercatat."
    ),
    "umpan_balik": Komponen(
        "Umpan balik 360°", _HR, "Ikut putaran umpan balik 360° dan bahas hasilnya dengan atasan."
    ),
    "penilaian_kompetensi": Komponen(
        "Penilaian kompetensi (asesmen)",
        _HR,
        "Minta jadwal asesmen bila belum ada atau sudah lewat masa berlakunya; tutup celah lewat pelatihan.",
    ),
    "pengembangan_kompetensi": Komponen(
        "Pengembangan kompetensi", _HR, "Penuhi jam pelajaran tahun ini dan kirim buktinya di Catatan JP."
    ),
    "pengalaman": Komponen(
        "Pengalaman jabatan",
        _HR,
        "Bertambah dengan masa jabatan dan penugasan; periksa riwayat jabatan Anda.",
    ),
    "potensi": Komponen("Potensi", _HR, "Diukur dalam uji potensi; tanyakan jadwalnya."),
    "pendidikan": Komponen(
        "Pendidikan", _HR, "Tugas belajar atau izin belajar; kirim ijazah terakhir bila belum tercatat."
    ),
    "kesesuaian": Komponen(
        "Kesesuaian pendidikan dengan jabatan", _HR, "Dinilai dari bidang ilmu dan jabatan Anda."
    ),
    "integritas": Komponen("Integritas", _HR, "Terjaga dengan sendirinya selama tidak ada hukuman disiplin."),
}
#: The components that stand in one row of scores (models.KomponenTalenta), by the name of its column.
KOLOM_SKOR: Final = {
    "penghargaan": "penghargaan",
    "penugasan_tim": "penugasan",
    "umpan_balik": "umpan_balik",
    "pengembangan_kompetensi": "pengembangan",
    "pengalaman": "pengalaman",
    "potensi": "potensi",
    "kesesuaian": "kesesuaian",
}


def box_axes(kotak: int, p: AturanTalenta) -> tuple[Tingkat, Tingkat]:
    """(performance, potential) that a number stands for."""
    return next((Tingkat(y), Tingkat(x)) for y in range(3) for x in range(3) if int(p.kotak[y][x]) == kotak)


def box_name(kotak: int, p: AturanTalenta) -> str:
    """'Kotak 5: kinerja sesuai ekspektasi, potensial menengah'."""
    y, x = box_axes(kotak, p)
    return f"Kotak {kotak}: {KINERJA[y]}, {POTENSIAL[x]}"


def box_advice(kotak: int, p: AturanTalenta) -> str:
    """What the regulation suggests; of box 1 that nothing follows by itself."""
    if kotak == 1:
        return TANPA_AKIBAT
    isi = ", ".join(p.rekomendasi[kotak])
    return f"Saran peraturan untuk kotak ini: {isi}. Saran, bukan keputusan."


def confidence_text(k: Keyakinan, d: Dasar) -> str:
    """What the judgement of the data rests on."""
    asesmen = f"asesmen {kata.tanggal(d.asesmen)}" if d.asesmen else "asesmen belum tercatat"
    skor = f"skor {kata.tanggal(d.skor)}" if d.skor else "skor belum tercatat"
    return f"{LABEL[Keyakinan][k]}: {asesmen}, {skor}"
