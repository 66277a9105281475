"""Words of the catalogue: classes, agreements, and why a programme is suggested."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from pelatihan.enums import JenisMitra, Metode
from pelatihan.rules.kelas import KeadaanKelas
from pelatihan.rules.mitra import MasaPerjanjian
from pelatihan.rules.pilihan import Alasan, Kebutuhan, helps

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
    KeadaanKelas: {
        KeadaanKelas.DIBUKA: "Dibuka",
        KeadaanKelas.PENUH: "Kuota penuh – daftar tunggu",
        KeadaanKelas.DITUTUP: "Ditutup",
        KeadaanKelas.DIBATALKAN: "Dibatalkan penyelenggara",
    },
}
#: How the mark of a class looks.
KELAS_KEADAAN: Final = {
    KeadaanKelas.DIBUKA: "jalan",
    KeadaanKelas.PENUH: "perlu",
    KeadaanKelas.DITUTUP: "",
    KeadaanKelas.DIBATALKAN: "salah",
}
_KELAS_MASA: Final = {
    MasaPerjanjian.BELUM_MULAI: "",
    MasaPerjanjian.BERLAKU: "ok",
    MasaPerjanjian.SEGERA_BERAKHIR: "perlu",
    MasaPerjanjian.BERAKHIR: "salah",
}


class Tanda(NamedTuple):
    """A mark in words, and how it looks."""

    teks: str
    kelas: str


class Bantuan(NamedTuple):
    """One need that a programme helps with, and the level it leads to."""

    kebutuhan: Kebutuhan
    level: int

    @property
    def menutup(self) -> bool:
        return self.level >= self.kebutuhan.level_wajib


def class_mark(keadaan: KeadaanKelas) -> Tanda:
    return Tanda(LABEL_KATALOG[KeadaanKelas][keadaan], KELAS_KEADAAN[keadaan])


def agreement_mark(masa: MasaPerjanjian, mulai: date, sampai: date) -> Tanda:
    """'Perjanjian berakhir 3 Mei 2027'; before the last weeks the same day reads as how long it holds."""
    teks = {
        MasaPerjanjian.BELUM_MULAI: f"Perjanjian berlaku mulai {kata.tanggal(mulai)}",
        MasaPerjanjian.BERLAKU: f"Perjanjian berlaku sampai {kata.tanggal(sampai)}",
        MasaPerjanjian.SEGERA_BERAKHIR: f"Perjanjian berakhir {kata.tanggal(sampai)}",
        MasaPerjanjian.BERAKHIR: f"Perjanjian sudah berakhir {kata.tanggal(sampai)}",
    }[masa]
    return Tanda(teks, _KELAS_MASA[masa])


def method_text(metode: Metode, ukuran_mb: int | None) -> str:
    """'daring, 40 MB'."""
    cara = LABEL_KATALOG[Metode][metode].lower()
    return f"{cara}, {ukuran_mb} MB" if ukuran_mb else cara


def cost_text(rupiah: int) -> str:
    """'Rp 750.000 per peserta', or 'tanpa biaya'."""
    return f"{kata.rupiah(rupiah)} per peserta" if rupiah else "tanpa biaya"


def waiting_text(orang: int) -> str:
    """'3 orang menunggu jadwalnya.', for the desk; empty where nobody does."""
    return f"{kata.bilangan(orang)} orang menunggu jadwalnya." if orang else ""


def explain_program(
    bantuan: Sequence[Bantuan],
    *,
    metode: Metode,
    jp: int,
    biaya: int,
    ukuran_mb: int | None,
    alasan: Iterable[Alasan],
    waktu: str,
) -> str:
    """One line: "menutup celah Komunikasi level 2 ke 3; 8 JP; daring, 40 MB; tanpa biaya; 5–7 Mei 2027".

    `bantuan`: every need that it helps with, the one it was chosen for first. `waktu`: when it is held.
    """
    jauh = ["dapat diikuti dari unit yang jauh"] if Alasan.DARING_TERPENCIL in alasan else []
    bagian = [*_tujuan(bantuan), *jauh, f"{jp} JP", method_text(metode, ukuran_mb), cost_text(biaya), waktu]
    return "; ".join(b for b in bagian if b)


def aims_text(bantuan: Sequence[Bantuan]) -> str:
    """'Menutup celah Komunikasi level 2 ke 3.', or that it closes none that is recorded."""
    tujuan = "; ".join(_tujuan(bantuan)) or "tidak menutup celah kompetensi yang tercatat"
    return f"{tujuan[:1].upper()}{tujuan[1:]}."


def _tujuan(bantuan: Sequence[Bantuan]) -> list[str]:
    """The gaps that it closes in one phrase, then each that it only leads to in one of its own."""
    menutup = [_celah(b.kebutuhan) for b in bantuan if b.menutup]
    menuju = [_langkah(b) for b in bantuan if not b.menutup and helps(b.level, b.kebutuhan)]
    tutup = [f"menutup celah {kata.daftar(menutup)}"] if menutup else []
    return [*tutup, *menuju]


def _celah(k: Kebutuhan) -> str:
    return f"{k.nama} {_dari(k.level_sekarang)}{k.level_wajib}"


def _langkah(b: Bantuan) -> str:
    k = b.kebutuhan
    return f"menaikkan {k.nama} ke level {b.level}, langkah menuju level {k.level_wajib}"


def _dari(level_sekarang: int | None) -> str:
    return "sampai level " if level_sekarang is None else f"level {level_sekarang} ke "
