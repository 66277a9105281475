"""The comparison: one person at a time, ORM objects, related managers, plain integers, save().

An honest program as one would write it first: it decides and stores everything that a run stores of a
person, with the identical digest. It shares with the engine only the numbers of the law (compiled rule
tables), the register of positions and the calendar of `lib.dates`, so that it is a second opinion on every
rule: where the two differ, one of them is wrong.
"""

import hashlib
import struct
from datetime import date
from typing import Final

from django.db import transaction

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from bench.naif_aturan import hitung_kebutuhan, putuskan
from bench.naif_fakta import baca_fakta
from bench.naif_lain import angka, kemas, putuskan_lain
from bench.naif_umum import MEMENUHI, Nilai
from karier.enums import JenisPutusan, JenisRekomendasi, StatusRekomendasi
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA
from karier.rules.kebutuhan import KOMPETENSI
from pegawai.models import Pegawai

_KODE: Final = {"<i1": "b", "<i2": "h", "<i4": "i"}
_BENTUK_FAKTA: Final = "<" + "".join(_KODE[f.dtype] for f in FAKTA)
_BENTUK_HASIL: Final = "<qihhhhhh"
_TANPA_TANGGAL: Final = -(2**31)


def evaluasi_satu(pegawai_id: int, run: RunEvaluasi, a: Aturan) -> int:
    """Evaluate and save one person in one transaction; returns the digest of the row as a number."""
    with transaction.atomic():
        p = Pegawai.objects.get(pk=pegawai_id)
        f = baca_fakta(p, run, a)
        hasil = putuskan(f, susun(a), a, run.tmt_sasaran)
        kebutuhan, utama = hitung_kebutuhan(f, a)
        lain = putuskan_lain(f, a, run.per_tanggal, run.tmt_sasaran)
        fakta = struct.pack(_BENTUK_FAKTA, *(angka(f[b.nama], b.kosong) for b in FAKTA))
        terkemas = kemas(lain)
        HasilEvaluasi(
            run=run,
            pegawai=p,
            fakta=fakta,
            kebutuhan=kebutuhan,
            lain=terkemas,
            **{f"kp_{k}": v for k, v in hasil.items()},
            **_kolom(lain),
        ).save()
        rekomendasi(p, f, golongan_usul(hasil, lain), utama, run, a)
    isi = struct.pack(
        _BENTUK_HASIL,
        hasil["syarat"],
        angka(hasil["paling_cepat"], _TANPA_TANGGAL),
        hasil["jalur"],
        hasil["status"],
        hasil["golongan_berikut"],
        hasil["alasan"],
        hasil["kurang"],
        kebutuhan,
    )
    sidik = hashlib.blake2b(p.nip.encode() + fakta + isi + terkemas, digest_size=16)
    return int.from_bytes(sidik.digest(), "little")


def _kolom(lain: Nilai) -> Nilai:
    """What HR filters and sorts on."""
    return {
        "penyesuaian_status": lain[JenisPutusan.PENYESUAIAN_IJAZAH]["status"],
        "jenjang_status": lain[JenisPutusan.KENAIKAN_JENJANG]["status"],
        "kesiapan_status": lain[JenisPutusan.KESIAPAN_JABATAN]["status"],
        "satyalancana_status": lain[JenisPutusan.SATYALANCANA]["status"],
        "kgb_status": lain[JenisPutusan.KGB]["status"],
        "kgb_tanggal": lain["kgb_berikut"],
        **{nama: lain[nama] for nama in ("tmt_pensiun", "kotak", "ipasn")},
    }


# -- recommendations --------------------------------------------------------------------------


def golongan_usul(hasil: Nilai, lain: Nilai) -> int:
    """The highest golongan that the next pangkat or the ijazah leads to, 0 for none."""
    ijazah = lain[JenisPutusan.PENYESUAIAN_IJAZAH]
    pangkat = hasil["golongan_berikut"] if hasil["status"] == MEMENUHI else 0
    return max(pangkat, ijazah["sasaran"] if ijazah["status"] == MEMENUHI else 0)


def rekomendasi(p: Pegawai, f: Nilai, golongan: int, utama: int, run: RunEvaluasi, a: Aturan) -> None:
    """Make or keep what is supported; let go what is not."""
    per = run.per_tanggal
    didukung: list[tuple[str, str, date]] = []
    if golongan > 0:
        didukung.append((JenisRekomendasi.KENAIKAN_PANGKAT, str(golongan), run.tmt_sasaran))
    batas = add_months(per, -a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    if utama >= 0 and f["asesmen_tanggal"] is not None and f["asesmen_tanggal"] >= batas:
        didukung.append((JenisRekomendasi.PENGEMBANGAN, KOMPETENSI[utama].value, date(per.year + 1, 1, 1)))
    for r in p.rekomendasi.filter(status=StatusRekomendasi.MENUNGGU):
        if (r.jenis, r.sasaran, r.periode) not in didukung:
            r.status = StatusRekomendasi.GUGUR
            r.save()
    for jenis, sasaran, periode in didukung:
        r, baru = Rekomendasi.objects.get_or_create(
            pegawai=p,
            jenis=jenis,
            sasaran=sasaran,
            periode=periode,
            defaults={"run_pertama": run, "run_terakhir": run},
        )
        if not baru:
            r.run_terakhir = run
            r.save()
