"""From facts to packed rows: compute, digest, store. One person is a batch of one."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import Count, F, Q

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.db import copy_columns, read_columns
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from karier.enums import JALUR_RUN, JenisPutusan
from karier.kamus.syarat import HasilSatu
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.daftar import DAFTAR
from karier.rules.fakta import FAKTA_DTYPE, Fakta, pack_fakta
from karier.rules.kebutuhan import HasilKebutuhan
from karier.rules.keputusan import LAIN_DTYPE, Seluruh, pack_lain, putuskan_seluruh
from karier.rules.pangkat import HasilPangkat, target_tmt
from karier.services.fakta import Ids, Kumpulan, kumpulkan
from karier.services.parameter import aturan_instansi
from pegawai.models import Pegawai

MODULO: Final = 1 << 128
#: Outcome bytes of the digest; dates are days since 1970-01-01, the lowest number is "none".
HASIL_DTYPE: Final = np.dtype(
    [
        ("kp_syarat", "<i8"),
        ("kp_paling_cepat", "<i4"),
        ("kp_jalur", "<i2"),
        ("kp_status", "<i2"),
        ("kp_golongan_berikut", "<i2"),
        ("kp_alasan", "<i2"),
        ("kp_kurang", "<i2"),
        ("kebutuhan", "<i2"),
    ]
)
_BARIS_DTYPE: Final = np.dtype(
    [("nip", "S18"), ("fakta", FAKTA_DTYPE), ("hasil", HASIL_DTYPE), ("lain", LAIN_DTYPE)]
)
_TANPA_TANGGAL: Final = int(np.iinfo("<i4").min)
_STATUS_LAIN: Final = {
    "penyesuaian_status": JenisPutusan.PENYESUAIAN_IJAZAH,
    "jenjang_status": JenisPutusan.KENAIKAN_JENJANG,
    "kesiapan_status": JenisPutusan.KESIAPAN_JABATAN,
    "satyalancana_status": JenisPutusan.SATYALANCANA,
    "kgb_status": JenisPutusan.KGB,
}
_KOLOM_KP: Final = {
    "kp_syarat": "syarat",
    "kp_jalur": "jalur",
    "kp_status": "status",
    "kp_golongan_berikut": "golongan_berikut",
    "kp_alasan": "alasan",
    "kp_kurang": "kurang",
}


@dataclass(frozen=True, eq=False, slots=True)
class Hitungan:
    """People with their facts and outcomes; arrays run parallel."""

    ids: Ids
    nip: npt.NDArray[np.int64]
    fakta: Fakta
    hasil: Seluruh
    aturan: Aturan
    per: date
    tmt: date

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def pangkat(self) -> HasilPangkat:
        return self.hasil.pangkat

    @property
    def kebutuhan(self) -> HasilKebutuhan:
        return self.hasil.kebutuhan


def hitung(k: Kumpulan, *, aturan: Aturan, per_tanggal: date, tmt: date) -> Hitungan:
    """Apply the rules to everyone in `k`. Pure: no query, no clock."""
    return Hitungan(
        ids=k.ids,
        nip=k.nip,
        fakta=k.fakta,
        hasil=putuskan_seluruh(k.fakta, aturan, per=per_tanggal, tmt=tmt),
        aturan=aturan,
        per=per_tanggal,
        tmt=tmt,
    )


def hitung_satu(pegawai: Pegawai, *, per_tanggal: date, tmt: date | None = None) -> Hitungan:
    """One person now, by the rules in force on `per_tanggal`, not stored; at most ten queries.

    Judged at `tmt`, or at the first period whose window is open.
    """
    aturan = aturan_instansi(pegawai.instansi_id, per_tanggal)
    tmt = tmt or target_tmt(per_tanggal, aturan)
    k = kumpulkan(np.array([pegawai.pk], dtype=np.int64), per_tanggal=per_tanggal, tmt=tmt, aturan=aturan)
    return hitung(k, aturan=aturan, per_tanggal=per_tanggal, tmt=tmt)


def hasil_satu(h: Hitungan, indeks: int = 0) -> HasilSatu:
    """One person of a fresh computation, in the shape that `karier.kamus` explains."""
    return HasilSatu.dari(h.hasil, h.fakta, h.aturan, tmt=h.tmt, per=h.per, indeks=indeks)


def hasil_tersimpan(hasil: HasilEvaluasi, run: RunEvaluasi) -> HasilSatu:
    """One stored row with what its run pinned, in the shape that `karier.kamus` explains."""
    return HasilSatu(
        jalur=hasil.kp_jalur,
        status=hasil.kp_status,
        golongan_berikut=hasil.kp_golongan_berikut,
        paling_cepat=hasil.kp_paling_cepat,
        syarat=hasil.kp_syarat,
        fakta=bytes(hasil.fakta),
        versi_aturan=run.versi_aturan,
        tmt=run.tmt_sasaran,
        per=run.per_tanggal,
        lain=bytes(hasil.lain),
    )


def simpan(run_id: int, h: Hitungan, *, awal: int, akhir: int) -> int:
    """Replace the rows of the range by those of `h`; returns the digest of the rows.

    Deleting the range and loading again makes a repeated attempt the same as the first.
    """
    lama = HasilEvaluasi.objects.filter(run_id=run_id, pegawai_id__gte=awal, pegawai_id__lte=akhir)
    lama._raw_delete(connection.alias)
    baris = susun_baris(h)
    if len(h):
        copy_columns(HasilEvaluasi, _kolom(run_id, h, baris))
    return digest(baris)


def digest(baris: npt.NDArray[np.void]) -> int:
    """Sum mod 2^128 of BLAKE2b-128 over (NIP, fact bytes, outcome bytes): no order, no ids, no time."""
    lebar, isi = baris.dtype.itemsize, memoryview(baris.tobytes())
    sidik = [hashlib.blake2b(isi[i : i + lebar], digest_size=16).digest() for i in range(0, len(isi), lebar)]
    # Four columns of 32 bits in 64-bit sums: exact for up to four thousand million people.
    jumlah = np.frombuffer(b"".join(sidik), dtype="<u4").reshape(-1, 4).sum(axis=0, dtype=np.uint64)
    return sum(int(n) << (32 * i) for i, n in enumerate(jumlah)) % MODULO


def digest_tersimpan(run_id: int) -> str:
    """The digest computed anew from the stored rows: what a check of a finished run compares with.

    For runs of the layout of today (FAKTA_VERSI).
    """
    baris = list(
        HasilEvaluasi.objects.filter(run_id=run_id)
        .order_by("pegawai_id")
        .values_list("pegawai_id", "fakta", "lain", *(HASIL_DTYPE.names or ()))
    )
    ids = np.array([b[0] for b in baris], dtype=np.int64)
    orang = Pegawai.objects.values("nip", pegawai_id=F("pk"))
    nip = read_columns(orang, {"nip": "digit"}, ids)["nip"].isi(0)
    larik = np.zeros(len(baris), dtype=_BARIS_DTYPE)
    larik["nip"] = nip.astype("S18")
    for i, (_, fakta, lain, *hasil) in enumerate(baris):
        larik["fakta"][i] = np.frombuffer(bytes(fakta), dtype=FAKTA_DTYPE)[0]
        larik["lain"][i] = np.frombuffer(bytes(lain), dtype=LAIN_DTYPE)[0]
        larik["hasil"][i] = tuple(_bilangan(n) for n in hasil)
    return f"{digest(larik):032x}"


def ringkas(run: RunEvaluasi) -> dict[str, Any]:
    """Counts of a run per status, per path and per first unmet requirement (most frequent first)."""
    kelompok = list(
        HasilEvaluasi.objects.filter(run=run)
        .values("kp_status", "kp_jalur", "kp_alasan")
        .annotate(jumlah=Count("pegawai_id"), satu=Count("pegawai_id", filter=Q(kp_kurang=1)))
        .order_by()
    )
    alasan: dict[tuple[str, str], dict[str, int]] = {}
    for baris in kelompok:
        if baris["kp_alasan"] >= 0:
            kunci = (_kode(baris["kp_alasan"]), Status(baris["kp_status"]).name.lower())
            isi = alasan.setdefault(kunci, {"jumlah": 0, "satu_satunya": 0})
            isi["jumlah"] += baris["jumlah"]
            isi["satu_satunya"] += baris["satu"]
    return {
        "status": _jumlah(kelompok, "kp_status", Status),
        "jalur": _jumlah(kelompok, "kp_jalur", JALUR_RUN),
        "alasan": sorted(
            ({"kode": kode, "status": status, **isi} for (kode, status), isi in alasan.items()),
            key=lambda a: (-int(a["jumlah"]), str(a["kode"]), str(a["status"])),
        ),
    }


def susun_baris(h: Hitungan) -> npt.NDArray[np.void]:
    """What is stored of everyone and goes into the digest: NIP, facts, kenaikan pangkat, the rest."""
    baris = np.zeros(len(h), dtype=_BARIS_DTYPE)
    baris["nip"] = h.nip.astype("S18")
    baris["fakta"] = pack_fakta(h.fakta)
    for kolom, nama in _KOLOM_KP.items():
        baris["hasil"][kolom] = getattr(h.pangkat, nama)
    cepat = h.pangkat.paling_cepat
    baris["hasil"]["kp_paling_cepat"] = np.where(np.isnat(cepat), _TANPA_TANGGAL, cepat.astype(np.int64))
    baris["hasil"]["kebutuhan"] = h.kebutuhan.kebutuhan
    baris["lain"] = pack_lain(h.hasil)
    return baris


def _kolom(run_id: int, h: Hitungan, baris: npt.NDArray[np.void]) -> dict[str, Any]:
    cepat = h.pangkat.paling_cepat.astype("datetime64[D]")
    isi = {nama: baris["hasil"][nama] for nama in HASIL_DTYPE.names or () if nama != "kp_paling_cepat"}
    return {
        "run": np.full(len(h), run_id, dtype=np.int64),
        "pegawai": h.ids,
        "kp_paling_cepat": Kolom(cepat, ~np.isnat(cepat)),
        **isi,
        **_kolom_lain(h.hasil),
        "fakta": baris["fakta"],
        "lain": baris["lain"],
    }


def _kolom_lain(h: Seluruh) -> dict[str, Any]:
    """What HR filters and sorts on of the decisions besides kenaikan pangkat."""
    return {
        **{nama: h.lain[jenis].status.astype(np.int16) for nama, jenis in _STATUS_LAIN.items()},
        "kgb_tanggal": h.nilai["kgb_berikut"],
        **{nama: h.nilai[nama] for nama in ("tmt_pensiun", "kotak", "ipasn")},
    }


def _bilangan(nilai: int | date | None) -> int:
    if nilai is None:
        return _TANPA_TANGGAL
    return (nilai - date(1970, 1, 1)).days if isinstance(nilai, date) else nilai


def _kode(posisi: int) -> str:
    return next(b.kode for b in DAFTAR if b.posisi == posisi)


def _jumlah(kelompok: list[dict[str, Any]], kolom: str, semua: Iterable[Any]) -> dict[str, int]:
    """Each of the members, also with zero, by its name in small letters."""
    return {
        anggota.name.lower(): sum(b["jumlah"] for b in kelompok if b[kolom] == anggota) for anggota in semua
    }
