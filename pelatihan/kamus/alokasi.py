"""Words of the allocation: why somebody is proposed for a class or not, and which limit stands in the way.

Every sentence is about the person's own facts and about limits; nobody else appears in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from asn_karier.lib import kata
from pelatihan.rules.alokasi import StatusHasil
from pelatihan.rules.alokasi_alasan import Sebab
from pelatihan.rules.alokasi_kendala import Pelanggaran
from pelatihan.rules.alokasi_masalah import Kendala
from pelatihan.rules.alokasi_mustahil import Hambatan

#: One item of `UsulanAlokasi.alasan`: a code of Sebab and its values.
Butir = Sequence[Any]

NAMA_KENDALA: Final = {
    Kendala.KURSI: "kursi kelas",
    Kendala.PAGU: "pagu",
    Kendala.PALING_BANYAK: "kelas paling banyak per orang",
    Kendala.BENTROK: "tanggal kelas",
    Kendala.CELAH_SEKALI: "satu celah ditutup satu kali",
    Kendala.TERPENCIL: "bagian daerah terpencil",
    Kendala.KURANG_JP: "bagian pegawai di bawah 20 JP",
    Kendala.PALING_SEDIKIT: "kursi paling sedikit",
    Kendala.TETAP: "usulan yang ditetapkan lebih dahulu",
}
_TOLAK: Final = {
    Sebab.KURSI_HABIS: "kursi habis untuk usulan yang bersama-sama menutup celah lebih penting",
    Sebab.PAGU_HABIS: "pagu habis untuk usulan yang bersama-sama menutup celah lebih penting",
    Sebab.SUDAH_CUKUP: "sudah diusulkan mengikuti kelas sebanyak batas per orang",
    Sebab.PEMERATAAN: "sisa kursi dijaga untuk bagian unit terpencil atau pegawai di bawah 20 JP",
    Sebab.DILEPAS: "dilepas oleh pengelola kepegawaian",
    Sebab.MASIH_MUAT: "masih dapat ditambahkan",
}
_FAKTA: Final = {
    Sebab.TERPENCIL: "unit terpencil",
    Sebab.KURANG_JP: "di bawah 20 JP tahun ini",
    Sebab.GRATIS: "kursi gratis yang diandaikan",
    Sebab.DITAMBAHKAN: "ditambahkan oleh pengelola kepegawaian",
}
STATUS_HASIL: Final = {
    StatusHasil.TERBUKTI: "Terbukti: tidak ada pembagian lain yang menutup celah lebih banyak.",
    StatusHasil.DALAM_CELAH: "Paling jauh {celah} persen di bawah pembagian terbaik yang mungkin.",
    StatusHasil.BATAS_WAKTU: "Dihentikan oleh batas waktu: paling jauh {celah} persen di bawah pembagian "
    "terbaik yang mungkin.",
}


def explain_proposal(
    alasan: Sequence[Butir], *, dipilih: bool, kompetensi: Mapping[str, str], kelas: Mapping[int, str]
) -> str:
    """One sentence: "dipilih karena menutup celah Komunikasi level 2 ke 3; Rp 750.000; unit terpencil".

    `kompetensi` and `kelas` name codes of competencies and keys of classes.
    """
    menutup = kata.daftar(
        [f"{kompetensi.get(b[1], b[1])} level {b[2]} ke {b[3]}" for b in alasan if b[0] == Sebab.MENUTUP]
    )
    fakta = [t for b in alasan if (t := _fakta(b))]
    if dipilih:
        return "; ".join([f"dipilih karena menutup celah {menutup}", *fakta])
    tolak = next((t for b in reversed(alasan) if (t := _tolak(b, kelas))), "")
    return f"tidak dipilih karena {tolak} (celah {menutup})"


def explain_status(status: str, celah: float) -> str:
    """How good the answer is; `celah` is a part of one."""
    return STATUS_HASIL[StatusHasil(status)].format(celah=f"{100 * celah:.2f}".replace(".", ","))


def explain_hindrance(h: Hambatan) -> str:
    """Which limit cannot be kept, and what there is for it."""
    diminta, tersedia = kata.bilangan(h.diminta), kata.bilangan(h.tersedia)
    kalimat = {
        Kendala.TERPENCIL: f"Bagian daerah terpencil {h.diminta} persen tidak dapat dipenuhi: "
        f"{_hanya(h.tersedia)} pasangan pegawai dan kelas berasal dari unit terpencil.",
        Kendala.KURANG_JP: f"Bagian pegawai di bawah 20 JP {h.diminta} persen tidak dapat dipenuhi: "
        f"{_hanya(h.tersedia)} pasangan pegawai dan kelas milik mereka.",
        Kendala.PALING_SEDIKIT: f"Kursi terisi paling sedikit {diminta} tidak dapat dipenuhi: yang dapat "
        f"diisi {tersedia}.",
        Kendala.TETAP: f"{diminta} usulan tetap tidak dapat dipenuhi bersama: yang dapat {tersedia}.",
        Kendala.PAGU: f"Pagu tidak cukup: kurang Rp {diminta}, tersisa Rp {tersedia}.",
        Kendala.KURSI: f"Kursi tidak cukup: kurang {diminta}, tersisa {tersedia}.",
    }[h.kendala]
    return (
        kalimat
        if h.sendiri
        else f"{kalimat} Batas ini hanya dapat dipenuhi bila batas lain ikut dilonggarkan."
    )


def explain_violation(p: Pelanggaran, *, kelas: Sequence[str], pagu: Sequence[str], orang: str = "") -> str:
    """A limit that the present choice breaks. `kelas`, `pagu`: names by position; `orang`: about whom."""
    siapa = f"{orang} " if orang else ""
    if p.kendala is Kendala.KURSI:
        return f"{kelas[p.tentang]}: {p.ada} usulan untuk {p.batas} kursi."
    if p.kendala is Kendala.PAGU:
        return f"Pagu {pagu[p.tentang]}: usulan {kata.rupiah(p.ada)}, tersisa {kata.rupiah(p.batas)}."
    if p.kendala is Kendala.PALING_BANYAK:
        return f"{siapa}diusulkan untuk {p.ada} kelas, paling banyak {p.batas}."
    if p.kendala is Kendala.BENTROK:
        return f"{siapa}diusulkan untuk dua kelas pada tanggal yang sama."
    if p.kendala is Kendala.CELAH_SEKALI:
        return f"{siapa}diusulkan dua kali untuk celah yang sama."
    if p.kendala is Kendala.PALING_SEDIKIT:
        return f"Kursi terisi {p.ada}, paling sedikit {p.batas}."
    return f"{NAMA_KENDALA[p.kendala].capitalize()} {p.ada} persen, paling sedikit {p.batas} persen."


def _fakta(b: Butir) -> str:
    if b[0] == Sebab.BIAYA:
        return kata.rupiah(b[1]) if b[1] else "tanpa biaya"
    return _FAKTA.get(b[0], "")


def _tolak(b: Butir, kelas: Mapping[int, str]) -> str:
    karena = kelas.get(b[1], "kelas lain") if len(b) > 1 and isinstance(b[1], int) else "kelas lain"
    if b[0] == Sebab.BENTROK_TANGGAL:
        return f"bentrok tanggal dengan {karena}"
    if b[0] == Sebab.CELAH_TERTUTUP:
        return f"celah itu ditutup oleh {karena}"
    return _TOLAK.get(b[0], "")


def _hanya(n: int) -> str:
    return f"hanya {kata.bilangan(n)}" if n else "tidak ada"
