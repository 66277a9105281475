"""Words of the catalogue, and why a programme is suggested."""

from collections.abc import Iterable
from typing import Any

from asn_karier.lib import kata
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pelatihan.enums import JenisMitra, Metode
from pelatihan.rules.pilihan import Alasan, Program

LABEL_KATALOG: dict[type, dict[Any, str]] = {
    Metode: {Metode.DARING: "Daring", Metode.TATAP_MUKA: "Tatap muka", Metode.CAMPURAN: "Campuran"},
    JenisMitra: {
        JenisMitra.KAMPUS: "Perguruan tinggi",
        JenisMitra.SWASTA: "Lembaga swasta",
        JenisMitra.LAN: "Lembaga Administrasi Negara",
        JenisMitra.BKN: "Badan Kepegawaian Negara",
        JenisMitra.BPSDM: "BPSDM",
        JenisMitra.INSTANSI_LAIN: "Instansi lain",
        JenisMitra.LAINNYA: "Lainnya",
    },
}


def explain_program(
    program: Program,
    *,
    kompetensi: KompetensiMansoskul,
    level_sekarang: int | None,
    level_wajib: int,
    ukuran_mb: int | None,
    alasan: Iterable[Alasan],
) -> str:
    """One line: "menutup celah Komunikasi level 2 ke 3; 8 JP; daring, 40 MB; tanpa biaya"."""
    nama = LABEL_PEGAWAI[KompetensiMansoskul][kompetensi]
    kalimat = {
        Alasan.MENUTUP: f"menutup celah {nama} {_dari(level_sekarang)}{level_wajib}",
        Alasan.MENUJU: f"menaikkan {nama} ke level {program.level}, langkah menuju level {level_wajib}",
        Alasan.DARING_TERPENCIL: "dapat diikuti dari unit yang jauh",
    }
    cara = LABEL_KATALOG[Metode][program.metode].lower()
    cara = f"{cara}, {ukuran_mb} MB" if ukuran_mb else cara
    return "; ".join([*(kalimat[a] for a in alasan), f"{program.jp} JP", cara, _biaya(program.biaya)])


def _dari(level_sekarang: int | None) -> str:
    return "sampai level " if level_sekarang is None else f"level {level_sekarang} ke "


def _biaya(rupiah: int) -> str:
    return f"{kata.rupiah(rupiah)} per peserta" if rupiah else "tanpa biaya"
