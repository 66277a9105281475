"""The training catalogue of the demo.

Titles are those of programmes that agencies really offer; JP, price (rupiah per seat, 0 where the
regency runs it itself) and the competency level a programme leads to are invented for the simulation.
For whom it is meant follows from its title (a jabatan, a jenjang, the work of one jabatan); a title
that names none is for everybody.
"""

import csv
from importlib.resources import files

from karier.contoh.bentuk import ProgramPelatihan
from pegawai.enums import BentukPengembangan, JenisJabatan, Jenjang, KompetensiMansoskul
from pelatihan.enums import Metode
from pelatihan.rules.pilihan import Sasaran


def _baca() -> tuple[ProgramPelatihan, ...]:
    with files("karier.contoh").joinpath("data/pelatihan.csv").open(encoding="utf-8") as berkas:
        return tuple(_program(nomor, baris) for nomor, baris in enumerate(csv.DictReader(berkas), start=1))


def _program(nomor: int, baris: dict[str, str]) -> ProgramPelatihan:
    pasangan = (butir.split(":") for butir in baris["kompetensi"].split(";"))
    return ProgramPelatihan(
        kode=f"PLT-{nomor:03d}",
        nama=baris["nama"],
        bentuk=BentukPengembangan[baris["bentuk"]],
        metode=Metode(baris["metode"]),
        jp=int(baris["jp"]),
        biaya=int(baris["biaya"]),
        penyelenggara=baris["penyelenggara"],
        kompetensi=tuple((KompetensiMansoskul(nama), int(level)) for nama, level in pasangan),
        sasaran=_sasaran(baris),
    )


def _sasaran(baris: dict[str, str]) -> Sasaran | None:
    """Columns `jenis_jabatan`, `jenjang` (one, or "from-to") and `nama_jabatan`; all empty: everybody."""
    jenjang = [Jenjang[nama] for nama in baris["jenjang"].split("-") if nama]
    sasaran = Sasaran(
        jenis=JenisJabatan[baris["jenis_jabatan"]] if baris["jenis_jabatan"] else None,
        jenjang_dari=min(jenjang, default=None),
        jenjang_sampai=max(jenjang, default=None),
        nama_jabatan=baris["nama_jabatan"],
    )
    return sasaran if any(sasaran) else None


KATALOG: tuple[ProgramPelatihan, ...] = _baca()
"""The programmes in the order of the file."""
