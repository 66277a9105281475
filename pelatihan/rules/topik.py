"""Calculators of competency development: JP, its caps, and the 25 forms."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, DESIMAL, TAK_DIISI, Topik, antara, dibaca
from pegawai.enums import BentukPengembangan
from pegawai.rules import jp as rumus
from pegawai.rules.isian import KODE
from pelatihan.rules.bentuk import NAMA_SIASN, bentuk_dari_id, bentuk_dari_nama, nama_siasn

#: More minutes, sessions or JP than any year of work holds.
_TERBANYAK: Final = 1_000_000
_CACAH: Final = antara(BILANGAN, 0, _TERBANYAK)


def _baca_satu(teks: str) -> BentukPengembangan:
    """A form; of several that are named together ('coaching/mentoring') the first stands for all."""
    try:
        return bentuk_dari_nama(teks)
    except DomainError:
        bagian = _GABUNGAN.split(teks)
        if len(bagian) == 1:
            raise
        pertama, *_ = map(bentuk_dari_nama, bagian)
        return pertama


_GABUNGAN: Final = re.compile(r"\s*/\s*|\s+dan\s+")
BENTUK: Final = dibaca(_baca_satu, list(NAMA_SIASN.values()))


def _baca_bentuk(teks: str) -> BentukPengembangan:
    """A form, or the bare word for the classical ones, which tells the group and nothing more."""
    umum = teks.strip().casefold() in ("pelatihan", "diklat")
    return BentukPengembangan.KLASIKAL_LAINNYA if umum else _baca_satu(teks)


_BENTUK_UMUM: Final = dibaca(_baca_bentuk, ["Pelatihan", *NAMA_SIASN.values()])


def _menit_ke_jp(a: Aturan, *, menit: Decimal) -> dict[str, Any]:
    per_jp = a["jp"].angka("menit_per_jp")
    return {"jp": rumus.menit_ke_jp(int(menit), a), "sisa_menit": menit % per_jp, "menit_per_jp": per_jp}


def _jp_sesi_bulanan(a: Aturan, *, bentuk: BentukPengembangan, sesi_dalam_bulan: int) -> dict[str, Any]:
    diakui = rumus.jp_sesi_bulanan(bentuk, sesi_dalam_bulan, a)
    satu = rumus.jp_sesi_bulanan(bentuk, 1, a)
    return {
        "jp_diakui": diakui,
        "sesi_diakui": diakui // satu,
        "sesi_tidak_diakui": sesi_dalam_bulan - diakui // satu,
        "jp_per_sesi": satu,
    }


def _jp_bentuk(a: Aturan, *, bentuk: BentukPengembangan) -> dict[str, Any]:
    per_sesi, per_kegiatan = rumus.jp_sesi(bentuk, a), rumus.jp_kegiatan(bentuk, a)
    if per_sesi is not None:
        return {"jp": per_sesi, "satuan": "per sesi", "bentuk": nama_siasn(bentuk)}
    if per_kegiatan is not None:
        return {"jp": per_kegiatan, "satuan": "per kegiatan", "bentuk": nama_siasn(bentuk)}
    return {
        "jp": None,
        "satuan": "menurut jam kurikulum",
        "bentuk": nama_siasn(bentuk),
        "jp_paling_banyak_per_hari": rumus.batas_harian(bentuk, a),
        "catatan": "Bentuk ini tidak punya JP tetap. Hitung dari jam kurikulum programnya (menit_ke_jp).",
    }


def _jp_harian_maks(a: Aturan, *, bentuk: BentukPengembangan, jp_diklaim_per_hari: int) -> dict[str, Any]:
    batas = rumus.batas_harian(bentuk, a)
    diakui = rumus.jp_harian(bentuk, jp_diklaim_per_hari, a)
    hasil = {"jp_diakui": diakui, "jp_tidak_diakui": jp_diklaim_per_hari - diakui, "jp_maks_per_hari": batas}
    tanpa_batas = {"catatan": "Bentuk ini tidak punya batas JP per hari; JP mengikuti kurikulum programnya."}
    return hasil if batas is not None else hasil | tanpa_batas


def _hak_20_jp_pns(a: Aturan, *, jp_tahun: int) -> dict[str, Any]:
    kurang = rumus.kurang_jp_pns(jp_tahun, a)
    return {"terpenuhi": not kurang, "kurang": kurang, "jp_minimal": a["jp"].angka("jp_pns")}


def _jp_pppk_24(a: Aturan, *, jp_tahun: int) -> dict[str, Any]:
    lebih = rumus.lebih_jp_pppk(jp_tahun, a)
    hasil = {
        "peringatan": bool(lebih),
        "lebih": lebih,
        "jp_maksimal": a["jp"].angka("jp_pppk_paling_banyak"),
        "boleh_dicatat": True,
        "diblokir": False,
    }
    catatan = {
        "catatan": f"Melebihi batas tahunan PPPK {lebih} JP. Batas ini belum terverifikasi: kegiatan tetap "
        "dicatat, tidak ada yang ditolak."
    }
    return hasil | catatan if lebih else hasil


def _bentuk_klasik(a: Aturan, *, bentuk: BentukPengembangan) -> dict[str, Any]:
    return {"kelompok": rumus.kelompok(bentuk, a), "bentuk": nama_siasn(bentuk), "id": str(bentuk.value)}


def _jenis_diklat_siasn(a: Aturan, *, id: Any, nama: Any) -> dict[str, Any]:
    """By id, by name, or by both when they agree."""
    ditemukan = {
        baca(isi) for baca, isi in ((bentuk_dari_id, id), (lambda b: b, nama)) if isi is not TAK_DIISI
    }
    if len(ditemukan) != 1:
        raise DomainError(
            "jenis_diklat_siasn",
            "Isi id atau nama jenis diklat SIASN; bila keduanya diisi, harus menunjuk jenis yang sama.",
            tindakan="Tulis id 1 sampai 25, atau namanya.",
        )
    bentuk = ditemukan.pop()
    return {"nama": nama_siasn(bentuk), **_bentuk_klasik(a, bentuk=bentuk)}


def _skor_jp(a: Aturan, *, jp: int) -> dict[str, Any]:
    return {
        "skor": rumus.skor_jp(jp, a),
        "catatan": "Rubrik satu instansi, bukan ketentuan nasional. Instansi dapat memakai rubrik sendiri.",
    }


TOPIK: Final = (
    Topik(
        "menit_ke_jp",
        "Menit menjadi JP",
        {"menit": antara(DESIMAL, 0, _TERBANYAK)},
        _menit_ke_jp,
        kosong=("jp",),
    ),
    Topik(
        "jp_sesi_bulanan",
        "JP coaching atau mentoring yang diakui dalam satu bulan",
        {"bentuk": BENTUK, "sesi_dalam_bulan": _CACAH},
        _jp_sesi_bulanan,
        kosong=("jp_diakui",),
    ),
    Topik("jp_bentuk", "JP tetap satu bentuk pengembangan", {"bentuk": BENTUK}, _jp_bentuk, kosong=("jp",)),
    Topik(
        "jp_harian_maks",
        "JP yang diakui untuk satu hari",
        {"bentuk": BENTUK, "jp_diklaim_per_hari": _CACAH},
        _jp_harian_maks,
        kosong=("jp_diakui",),
    ),
    Topik(
        "hak_20_jp_pns",
        "Hak JP setahun bagi PNS",
        {"jp_tahun": _CACAH},
        _hak_20_jp_pns,
        kosong=("terpenuhi", "kurang"),
    ),
    Topik(
        "jp_pppk_24",
        "Peringatan JP setahun bagi PPPK",
        {"jp_tahun": _CACAH},
        _jp_pppk_24,
        kosong=("peringatan",),
    ),
    Topik(
        "bentuk_klasik",
        "Klasikal atau nonklasikal",
        {"bentuk": _BENTUK_UMUM},
        _bentuk_klasik,
        kosong=("kelompok",),
    ),
    Topik(
        "jenis_diklat_siasn",
        "Jenis diklat SIASN menurut id atau nama",
        {"id": KODE.opsional(), "nama": dibaca(bentuk_dari_nama, list(NAMA_SIASN.values())).opsional()},
        _jenis_diklat_siasn,
    ),
    Topik("skor_jp", "Skor talenta dari JP setahun", {"jp": _CACAH}, _skor_jp, kosong=("skor",)),
)
