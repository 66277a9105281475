"""The person of a question about kenaikan pangkat, as facts of the run.

What is absent is filled with what fulfils its requirement; what is null is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Bilangan
from asn_karier.lib.syarat import TANPA_AKHIR
from asn_karier.lib.topik import TAK_DIISI
from karier.rules.aturan_pangkat import susun
from karier.rules.topik.isian_pangkat import TANPA_HUKUMAN
from kinerja.enums import Predikat
from pegawai.enums import JenisPegawai, JenisUjian, KedudukanHukum, StatusKepegawaian, TingkatPendidikan
from pegawai.rules.golongan import TERENDAH, Golongan
from pegawai.rules.ijazah import Ijazah, golongan_awal, golongan_tertinggi

Isi = Mapping[str, Any]
_BULAN_SETAHUN: Final = 12
_TAHUN_PREDIKAT: Final = 3
_TAHUN_DINILAI: Final = 2


def atau(nilai: Any, bila_tak_diisi: Any) -> Any:
    """The input, or what stands for it when it was left out."""
    return bila_tak_diisi if nilai is TAK_DIISI else nilai


def orang(a: Aturan, isi: Isi) -> dict[str, Any]:
    """The facts that every path shares."""
    pns = isi["jenis_pegawai"] is JenisPegawai.PNS
    return {
        "jenis_pegawai": isi["jenis_pegawai"],
        "status_kepegawaian": StatusKepegawaian.PNS if pns else StatusKepegawaian.PPPK,
        "kedudukan_hukum": atau(isi["kedudukan_hukum"], KedudukanHukum.AKTIF),
        **_predikat(isi["predikat"]),
        **_disiplin(a, isi),
    }


def mulai(isi: Isi, hal: str, tmt: date) -> Any:
    """The day from which `hal` (pangkat, jabatan) runs: named, or so many months before the TMT."""
    if isi[f"tmt_{hal}"] is not TAK_DIISI:
        return isi[f"tmt_{hal}"]
    lama = (isi[f"tahun_{hal}"], isi[f"bulan_{hal}"])
    if lama == (TAK_DIISI, TAK_DIISI):
        return TAK_DIISI
    tahun, bulan = (atau(n, 0) for n in lama)
    return None if tahun is None or bulan is None else sebelum(tmt, int(tahun * _BULAN_SETAHUN) + bulan)


def sebelum(tmt: date, bulan: int) -> date:
    """So many whole months before a TMT; less than one is the day before it."""
    return add_months(tmt, -bulan) if bulan else tmt - timedelta(days=1)


def golongan_dari(isi: Isi, bawaan: int) -> int | None:
    """The present golongan: named, or one below the target, or `bawaan`.

    DomainError `golongan_tidak_naik`, or `lebih_dari_setingkat` where a target is not the next one.
    """
    kini, target = isi["golongan"], atau(isi["target"], isi.get("pegawai_target", TAK_DIISI))
    if target is TAK_DIISI or kini is None:
        return None if kini is None else urut(kini, bawaan)
    if target.urut == TERENDAH or urut(kini, target.urut - 1) >= target.urut:
        raise DomainError(
            "golongan_tidak_naik", "Golongan baru harus lebih tinggi daripada golongan sekarang."
        )
    if urut(kini, target.urut - 1) < target.urut - 1:
        raise DomainError(
            "lebih_dari_setingkat",
            f"Kenaikan pangkat hanya setingkat lebih tinggi; dari {kini} ke {target} lebih dari setingkat.",
            tindakan="Isi target dengan golongan berikutnya.",
        )
    return int(target.urut) - 1


def urut(golongan: Any, bawaan: int) -> int:
    """The order number of a golongan that may have been left out."""
    return bawaan if golongan is TAK_DIISI else int(golongan.urut)


def ujian(isi: Isi) -> dict[str, Any]:
    """Which ujian dinas was passed; not named counts as both."""
    lulus = atau(isi["ujian_dinas"], atau(isi["lulus_ujian_dinas"], True))
    return {
        "ud_tk1": int(lulus in (True, JenisUjian.UJIAN_DINAS_TK_I)) if lulus is not None else None,
        "ud_tk2": int(lulus is True or lulus is JenisUjian.UJIAN_DINAS_TK_II) if lulus is not None else None,
        "ujian_tercakup": int(lulus is not None),
    }


def menurut_plafon(ijazah: Any, a: Aturan) -> int | None:
    """The level that stands for an ijazah in kenaikan reguler.

    A name with a row of its own (dokter, apoteker, SGPLB) is judged like the level that has the same
    verified ceiling and the same exemption.
    """
    if ijazah is None or ijazah is TAK_DIISI:
        return None if ijazah is None else max(TingkatPendidikan)
    if not ijazah.khusus:
        return int(ijazah.tingkat)
    p, puncak = susun(a), golongan_tertinggi(ijazah, a).golongan.urut
    bebas = is_bebas(ijazah, JenisUjian.UJIAN_DINAS_TK_II, a)[0]
    return next(
        int(t) for t in TingkatPendidikan if p.plafon[t] == puncak and bool(p.bebas_tk2[t] == 1) is bebas
    )


def menurut_awal(ijazah: Any, tabel: Bilangan, a: Aturan) -> int | None:
    """The level that stands for an ijazah in penyesuaian ijazah; `tabel`: verified starting golongan."""
    if not isinstance(ijazah, Ijazah):
        return None if ijazah is None else max(TingkatPendidikan)
    if not ijazah.khusus:
        return int(ijazah.tingkat)
    awal: Golongan = golongan_awal(ijazah, a).golongan
    return next(int(t) for t in TingkatPendidikan if tabel[t] == awal.urut)


def is_bebas(ijazah: Ijazah, ujian_dinas: JenisUjian, a: Aturan) -> tuple[bool, bool]:
    """Whether an ijazah exempts from an ujian dinas, and whether that is verified."""
    tk1 = ujian_dinas is JenisUjian.UJIAN_DINAS_TK_I
    if ijazah.khusus:
        baris = a["bebas_ujian_dinas"].tabel("tk1" if tk1 else "tk2").get(ijazah.khusus)
        return (bool(baris["nilai"]), baris["conf"] != "UNV") if baris else (False, True)
    p = susun(a)
    pasti, kiraan = (p.bebas_tk1, p.bebas_tk1_unv) if tk1 else (p.bebas_tk2, p.bebas_tk2_unv)
    unv = bool(kiraan[ijazah.tingkat] == 1)
    return bool(pasti[ijazah.tingkat] == 1) or unv, not unv


def _predikat(tahun: Any) -> dict[str, Any]:
    """From the oldest to the latest year. Not asked, every year is Baik.

    Of a list that is given, the two years that are judged are missing where it does not name them.
    A latest year that is unknown stays so in January to March too, when an older one could stand for it.
    """
    diisi = [] if tahun is None else [*reversed(atau(tahun, [Predikat.BAIK] * _TAHUN_PREDIKAT))]
    diisi += [None] * (_TAHUN_DINILAI - len(diisi))
    isi = [*diisi, *([Predikat.BAIK] * (_TAHUN_PREDIKAT - len(diisi)))]
    if isi[0] is None:
        isi[_TAHUN_PREDIKAT - 1] = None
    return {f"predikat_{n}": p for n, p in enumerate(isi, 1)}


def _disiplin(a: Aturan, isi: Isi) -> dict[str, Any]:
    periksa = atau(isi["dalam_pemeriksaan_disiplin"], False)
    sampai, tahu = _hukuman(a, isi)
    return {
        "hukdis_sampai": sampai,
        "dalam_pemeriksaan": None if periksa is None else int(periksa),
        "disiplin_tercakup": int(tahu and periksa is not None),
    }


def _hukuman(a: Aturan, isi: Isi) -> tuple[date | None, bool]:
    """The last day of a penalty that blocks (open when none is named), and whether the register is known."""
    tingkat, jalan, sampai = isi["hukdis"], isi["sedang_dijalani"], isi["hukdis_sampai"]
    if jalan is False or tingkat is TANPA_HUKUMAN:
        return None, True
    if tingkat is TAK_DIISI and sampai is TAK_DIISI:
        # That one is served, or perhaps, without its level: nobody can tell whether it blocks.
        return None, jalan is TAK_DIISI
    if tingkat is not TAK_DIISI and tingkat not in susun(a).hukuman_memblokir:
        return None, tingkat is not None
    return (None, False) if jalan is None or sampai is None else (atau(sampai, TANPA_AKHIR.item()), True)
