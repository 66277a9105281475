"""What regulations leave to the instansi: which rows of the rule files it may set, and how far.

The one register: no other row can be set. A row that is missing here stays as the regulation has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan, Berkas, Nilai
from asn_karier.lib.errors import DomainError


class Batas(NamedTuple):
    """The lowest and the highest value, both allowed; of a list, for each of its numbers."""

    paling_kecil: int
    paling_besar: int


# A window that is closed in the month of the TMT would take in proposals for what has begun; days up to
# 28 exist in every month.
_BULAN, _TANGGAL, _POIN = Batas(1, 12), Batas(1, 28), Batas(1, 100)

DAPAT_DIATUR: Final[Mapping[str, Batas]] = {
    "periode_kp/angka/jendela_buka_bulan": _BULAN,
    "periode_kp/angka/jendela_buka_tanggal": _TANGGAL,
    "periode_kp/angka/jendela_tutup_bulan": _BULAN,
    "periode_kp/angka/jendela_tutup_tanggal": _TANGGAL,
    "talenta/ambang/tinggi": _POIN,
    "talenta/ambang/menengah": _POIN,
}


def periksa_entri(entri: str) -> None:
    """DomainError `parameter_tidak_dapat_diatur` for a row that is not in the register."""
    if entri not in DAPAT_DIATUR:
        raise DomainError(
            "parameter_tidak_dapat_diatur",
            f"'{entri}' ditentukan oleh peraturan dan tidak dapat diatur instansi.",
            tindakan="Pilih salah satu dari daftar parameter instansi.",
        )


def periksa_nilai(entri: str, nilai: Nilai) -> None:
    """DomainError as `periksa_entri`, and `parameter_di_luar_batas`."""
    periksa_entri(entri)
    batas = DAPAT_DIATUR[entri]
    angka = nilai if isinstance(nilai, list) else [nilai]
    if not all(batas.paling_kecil <= n <= batas.paling_besar for n in angka):
        raise DomainError(
            "parameter_di_luar_batas",
            f"Nilainya dari {batas.paling_kecil} sampai {batas.paling_besar}.",
            tindakan="Isi bilangan di antara keduanya.",
        )


def atur(a: Aturan, ganti: Mapping[str, Nilai]) -> Aturan:
    """The rules with these rows set.

    DomainError as `periksa_nilai` and `Aturan.dengan`, and `parameter_bertentangan` when the rows of one
    subject contradict each other.
    """
    for entri, nilai in ganti.items():
        periksa_nilai(entri, nilai)
    hasil = a.dengan(ganti)
    for kode in _subjek(ganti):
        _periksa_hubungan(hasil[kode])
    return hasil


def pasang(a: Aturan, ganti: Mapping[str, Nilai]) -> Aturan:
    """The rules with the settings that fit them, subject by subject.

    Settings of before a new regulation may name rows that it no longer has, or contradict it: then that
    subject is judged by the regulation, because half a setting would be nobody's decision.
    """
    for kode in _subjek(ganti):
        try:
            a = atur(a, {entri: nilai for entri, nilai in ganti.items() if entri.startswith(f"{kode}/")})
        except DomainError:
            continue
    return a


def terpasang(a: Aturan, entri: str) -> bool:
    """Whether the row is set by the instansi in these rules."""
    kode, _, jalur = entri.partition("/")
    return kode in a and jalur in a[kode].ganti


def _subjek(ganti: Iterable[str]) -> list[str]:
    return sorted({entri.partition("/")[0] for entri in ganti})


def _periksa_hubungan(berkas: Berkas) -> None:
    kalimat = _HUBUNGAN[berkas.kode](berkas)
    if kalimat:
        raise DomainError(
            "parameter_bertentangan", kalimat, tindakan="Ubah nilai ini, atau ubah dahulu pasangannya."
        )


def _jendela(p: Berkas) -> str:
    buka = (-p.angka("jendela_buka_bulan"), p.angka("jendela_buka_tanggal"))
    tutup = (-p.angka("jendela_tutup_bulan"), p.angka("jendela_tutup_tanggal"))
    return "" if buka <= tutup else "Jendela usul akan ditutup sebelum dibuka."


def _ambang(t: Berkas) -> str:
    menengah, tinggi = (t.tabel("ambang")[nama]["nilai"] for nama in ("menengah", "tinggi"))
    return "" if menengah < tinggi else "Ambang menengah harus lebih rendah daripada ambang tinggi."


_HUBUNGAN: Final[Mapping[str, Callable[[Berkas], str]]] = {"periode_kp": _jendela, "talenta": _ambang}
