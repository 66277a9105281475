"""The catalogue as a source of suggestions."""

from typing import NamedTuple

from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pelatihan.enums import Metode
from pelatihan.kamus import explain_program
from pelatihan.models import KompetensiPelatihan, SasaranPelatihan
from pelatihan.rules.pilihan import Pemangku, Program, Sasaran, choose, reasons

PALING_BANYAK = 3


class SaranPelatihan(NamedTuple):
    """One programme that helps, in values ready to show. `biaya` in rupiah per participant."""

    pelatihan_id: int
    nama: str
    penyelenggara: str
    metode: Metode
    jp: int
    biaya: int
    alasan: str


def saran_pelatihan(
    *,
    kompetensi: KompetensiMansoskul,
    level_sekarang: int | None,
    level_wajib: int,
    terpencil: bool,
    pemangku: Pemangku,
    banyak: int = PALING_BANYAK,
) -> list[SaranPelatihan]:
    """Up to `banyak` active programmes that bring `kompetensi` to `level_wajib`, or at least closer.

    Only those meant for the jabatan of `pemangku`. Levels 1-5 (PermenPANRB 38/2017); `level_sekarang`
    None means never assessed. Two queries.
    """
    baris = {b.pelatihan_id: b for b in _bernilai(kompetensi)}
    program = [_program(b) for b in baris.values()]
    terpilih = choose(
        program,
        level_sekarang=level_sekarang,
        level_wajib=level_wajib,
        terpencil=terpencil,
        pemangku=pemangku,
        banyak=banyak,
    )
    return [
        _saran(baris[p.pk], p, kompetensi, level_sekarang, level_wajib, terpencil=terpencil) for p in terpilih
    ]


def _bernilai(kompetensi: KompetensiMansoskul) -> list[KompetensiPelatihan]:
    return list(
        KompetensiPelatihan.objects.filter(kompetensi=kompetensi, pelatihan__aktif=True)
        .select_related("pelatihan")
        .prefetch_related("pelatihan__sasaran")
        .order_by("pelatihan_id")
    )


def _program(baris: KompetensiPelatihan) -> Program:
    p = baris.pelatihan
    sasaran = tuple(sasaran_dari(s) for s in p.sasaran.all())
    return Program(p.pk, baris.level, Metode(p.metode), p.jp, p.biaya, sasaran)


def sasaran_dari(s: SasaranPelatihan) -> Sasaran:
    """A stored row as the rule takes it."""
    return Sasaran(
        jenis=JenisJabatan(s.jenis_jabatan) if s.jenis_jabatan else None,
        jenjang_dari=Jenjang(s.jenjang_dari) if s.jenjang_dari else None,
        jenjang_sampai=Jenjang(s.jenjang_sampai) if s.jenjang_sampai else None,
        nama_jabatan=s.nama_jabatan,
    )


def _saran(
    baris: KompetensiPelatihan,
    program: Program,
    kompetensi: KompetensiMansoskul,
    level_sekarang: int | None,
    level_wajib: int,
    *,
    terpencil: bool,
) -> SaranPelatihan:
    p = baris.pelatihan
    alasan = explain_program(
        program,
        kompetensi=kompetensi,
        level_sekarang=level_sekarang,
        level_wajib=level_wajib,
        ukuran_mb=p.ukuran_mb,
        alasan=reasons(program, level_wajib=level_wajib, terpencil=terpencil),
    )
    return SaranPelatihan(p.pk, p.nama, p.penyelenggara, program.metode, program.jp, program.biaya, alasan)
