"""Words about a post that somebody aims at, and about paths, steps and queues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from asn_karier.lib import kata
from karier.kamus.bahan import nama_golongan
from karier.rules.antrean import Kisaran
from karier.rules.sasaran import Hubungan, LetakPangkat

CUKUP: Final = "Cukup"
BELUM_DINILAI: Final = "Belum dinilai"
_SELEKSI: Final = "Kompetensi dan kesehatan dinilai dalam seleksi; pengangkatan diputuskan pejabat berwenang."
_PINDAH: Final = (
    "Syarat pendidikan, usia, dan uji kompetensi untuk perpindahan ke jabatan ini belum terverifikasi, "
    "jadi belum dihitung sistem. Tanyakan kepada pengelola kepegawaian."
)
_PPPK: Final = (
    "Pengisian jabatan lain bagi PPPK melalui pengadaan; aturannya belum terverifikasi, jadi belum "
    "dihitung sistem. Tanyakan kepada pengelola kepegawaian."
)
_TAK_DIHITUNG: Final[dict[Hubungan, list[str]]] = {
    Hubungan.SEKARANG: [],
    Hubungan.JENJANG: ["Jadwal uji kompetensi dan lowongan ditetapkan instansi."],
    Hubungan.MANAJERIAL: [_SELEKSI, "Syarat tambahan instansi tidak ada dalam hitungan ini."],
    Hubungan.LAIN: [_PINDAH],
    Hubungan.PPPK: [_PPPK],
}
_GAGAL: Final = "Syarat belum dapat dihitung dari data yang tercatat. Minta BKPSDM memeriksa data Anda."


class KalimatPangkat(NamedTuple):
    """Where the golongan lies against the range of the post; it decides nothing here."""

    tanda: str
    kelas: str
    kalimat: str
    #: More than a step away, above or below.
    di_luar: bool = False


class KalimatJauh(NamedTuple):
    """How far one's competencies are from a post; all empty where nothing is asked."""

    tanda: str = ""
    hitungan: str = ""
    langkah: str = ""


def kalimat_tak_dihitung(arah: Hubungan, *, gagal: bool) -> list[str]:
    """What no rule here decides about the way to a post."""
    return [_GAGAL] if gagal else _TAK_DIHITUNG[arah]


def kalimat_pangkat(
    letak: LetakPangkat, golongan: int | None, rentang: tuple[int, int] | None
) -> KalimatPangkat | None:
    """None where no range is laid down for the post."""
    if rentang is None:
        return None
    minta = f"{nama_golongan(rentang[0])} sampai {nama_golongan(rentang[1])}"
    if golongan is None:
        return KalimatPangkat("Belum dicatat", "periksa", f"Rentang jabatan ini {minta}.")
    tanda, kelas = _LETAK[letak]
    return KalimatPangkat(
        tanda,
        kelas,
        f"Pangkat Anda {nama_golongan(golongan)}; rentang jabatan ini {minta}.",
        di_luar=letak in (LetakPangkat.DI_BAWAH, LetakPangkat.DI_ATAS),
    )


_LETAK: Final = {
    LetakPangkat.DALAM: ("Dalam rentang", "ok"),
    LetakPangkat.SATU_DI_BAWAH: ("Di bawah pangkat terendah (1 tingkat)", "jalan"),
    LetakPangkat.DI_BAWAH: ("Di bawah pangkat terendah", "perlu"),
    LetakPangkat.DI_ATAS: ("Di atas pangkat tertinggi", "jalan"),
}


def kalimat_celah(kurang: int) -> str:
    return f"Kurang {kurang} level"


def kalimat_jauh(kompetensi: Sequence[tuple[str, int | None, int]]) -> KalimatJauh:
    """From (name, level now or None, level asked for). What nobody assessed is not said to be short."""
    if not kompetensi:
        return KalimatJauh()
    kurang = [
        (minta - kini, nama, minta) for nama, kini, minta in kompetensi if kini is not None and kini < minta
    ]
    belum = sum(kini is None for _, kini, _ in kompetensi)
    tanda = [f"Kurang {len(kurang)} kompetensi"] * bool(kurang) + [f"{belum} belum dinilai"] * bool(belum)
    cukup = len(kompetensi) - len(kurang) - belum
    hitungan = f"{cukup} dari {len(kompetensi)} kompetensi cukup"
    if not kurang:
        return KalimatJauh(", ".join(tanda), f"{hitungan}.", kalimat_asesmen(belum))
    _, nama, minta = max(kurang, key=lambda k: k[0])
    return KalimatJauh(", ".join(tanda), f"{hitungan}.", f"Mulai dari {nama}: level {minta} diminta.")


def kalimat_asesmen(belum: int) -> str:
    """What to do about competencies that nobody assessed; empty where there are none."""
    return f"Minta jadwal asesmen: {belum} kompetensi belum dinilai." if belum else ""


def kalimat_wajar(hukum: int | None, catatan: tuple[int, int] | None, instansi: int | None) -> list[str]:
    """How long a step takes: by the law, by the records, by HR. Empty where nobody says anything."""
    hasil = []
    if hukum:
        hasil.append(f"Menurut peraturan paling cepat {kata.lama(hukum)}")
    if catatan:
        bulan, orang = catatan
        hasil.append(
            f"di instansi ini lazimnya {kata.lama(bulan)}, dari {orang} pegawai yang pernah menempuhnya"
        )
    if instansi:
        hasil.append(f"menurut pengelola kepegawaian lazimnya {kata.lama(instansi)}")
    return hasil


def kalimat_kisaran(k: Kisaran | None) -> str:
    """One's own place in a queue, never a number that tells of others."""
    if k is None:
        return (
            "Antreannya kurang dari 10 pegawai, jadi letak Anda tidak ditampilkan agar tidak menunjuk orang."
        )
    if k.sampai is None:
        return f"Anda di antara yang sesudah urutan {k.mulai - 1}."
    if k.mulai == 1:
        return f"Anda di antara {k.sampai} teratas."
    return f"Anda di antara urutan {k.mulai} sampai {k.sampai}."


def kalimat_banyak(banyak: int | None, apa: str) -> str:
    """A count of people as it may be told; None: a few, who are not counted out loud."""
    if banyak is None:
        return f"Kurang dari 10 {apa}"
    return f"{kata.bilangan(banyak)} {apa}" if banyak else f"Belum ada {apa}"
