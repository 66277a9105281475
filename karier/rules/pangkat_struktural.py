"""Kenaikan pangkat pilihan of a structural official: what the pangkat range of the post asks for.

Below the lowest pangkat of the post: one year in the pangkat and one year in the post, or four years in
the pangkat and then the first period after the inauguration. Within the range: four years in the pangkat.
Never above the highest pangkat of the post.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import Kolom, Syarat, paling_sedikit, paling_tinggi, salah_satu, semua
from karier.rules.aturan_struktural import AturanStruktural
from karier.rules.fakta import Fakta


class RentangJabatan(NamedTuple):
    """Lowest and highest golongan of the post, urut 1-17; missing when neither eselon nor jenjang tells."""

    terendah: Kolom
    tertinggi: Kolom


def rentang_jabatan(f: Fakta, s: AturanStruktural) -> RentangJabatan:
    """By eselon; where that is not recorded by jenjang (KEPUTUSAN `rentang_tanpa_eselon`)."""
    return RentangJabatan(
        f.eselon.peta(s.terendah_eselon).atau(f.jenjang.peta(s.terendah_jenjang)),
        f.eselon.peta(s.tertinggi_eselon).atau(f.jenjang.peta(s.tertinggi_jenjang)),
    )


def di_bawah_rentang(f: Fakta, s: AturanStruktural) -> Topeng:
    """The pangkat lies below the lowest one of the post (False when either is unknown)."""
    hasil: Topeng = f.golongan.kurang(rentang_jabatan(f, s).terendah).isi(0) < 0
    return hasil


def bulan_struktural(f: Fakta, s: AturanStruktural) -> Kolom:
    """Months in the pangkat that the path asks for; missing while it is unknown where the pangkat lies."""
    bulan = np.where(di_bawah_rentang(f, s), s.bulan_di_bawah, s.bulan_dalam_rentang)
    return Kolom(bulan, f.golongan.ada & rentang_jabatan(f, s).terendah.ada)


def khusus_struktural(f: Fakta, s: AturanStruktural, tmt: date, bila: Topeng) -> tuple[Syarat, ...]:
    """The requirements of this path alone, for the rows of `bila`."""
    rentang = rentang_jabatan(f, s)
    return (
        paling_sedikit(
            "pangkat_dalam_rentang_jabatan",
            f.golongan,
            rentang.terendah.tambah(-s.tingkat_di_bawah),
            bila=bila,
        ),
        paling_tinggi("jabatan_memuat_pangkat", f.golongan.tambah(1), rentang.tertinggi, bila=bila),
        masa_jabatan(f, s, tmt, bila & di_bawah_rentang(f, s)),
    )


def masa_jabatan(f: Fakta, s: AturanStruktural, tmt: date, bila: Topeng) -> Syarat:
    """A year in the post; not asked of whoever was inaugurated before with four years in the pangkat."""
    lama = f.tmt_jabatan.bulan_sampai(tmt)
    setelah = timedelta(days=s.hari_setelah_pelantikan)
    return salah_satu(
        paling_sedikit(
            "setahun",
            lama,
            s.bulan_jabatan,
            paling_cepat=f.tmt_jabatan.tambah_bulan(s.bulan_jabatan),
            bila=bila,
        ),
        semua(
            paling_sedikit(
                "pangkat_lama",
                f.tmt_golongan.bulan_sampai(tmt),
                s.bulan_tanpa_masa_jabatan,
                paling_cepat=f.tmt_golongan.tambah_bulan(s.bulan_tanpa_masa_jabatan),
                bila=bila,
            ),
            paling_tinggi(
                "dilantik",
                f.tmt_jabatan,
                tmt - setelah,
                paling_cepat=f.tmt_jabatan.sebagai_tanggal() + np.timedelta64(setelah, "D"),
                bila=bila,
            ),
        ),
    ).sebagai_syarat("masa_jabatan", lama, Kolom.penuh(s.bulan_jabatan, len(f)))
