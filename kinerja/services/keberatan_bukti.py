"""What is on the table when an objection is filed: gathered by every part of the app, frozen, sealed.

Each part registers what it knows (`daftarkan_bahan`). The digest stands in the bundle, on the objection and
in the trail: whoever changes one of them is found by the other two.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import StatusPenilaian
from kinerja.models import BerkasKeberatan, EvaluasiPeriodik, Keberatan, Penilaian, RefleksiDiri, Tanggapan
from kinerja.services.hasil import Hasil, about, kind_of, quotes, receipt, title_of
from kinerja.services.keberatan_hitung import counted_by

#: Builds the part of one subject: whatever JSON can hold, None or empty for nothing.
PembuatBahan = Callable[[Hasil], Any]
_BAHAN: dict[str, tuple[str, PembuatBahan]] = {}


def daftarkan_bahan(kode: str, fungsi: PembuatBahan, *, judul: str = "") -> None:
    """Add a part to every bundle frozen from now on, under a heading that people read.

    Only what the person may read themself: the bundle is shown to them, to the pejabat penilai and to who
    decides. Of secret feedback that is counts. Registering a kode again replaces it.
    """
    _BAHAN[kode] = (judul or kode.replace("_", " ").capitalize(), fungsi)


def gather(hasil: Hasil, *, at: datetime) -> dict[str, Any]:
    """Everything on the table now, as plain JSON values."""
    isi = {
        "dibekukan": at,
        "jenis": kind_of(hasil),
        "aturan": counted_by(aturan_per(at.date())),
        "bahan": {
            kode: {"judul": judul, "isi": bagian}
            for kode, (judul, fungsi) in _BAHAN.items()
            if (bagian := fungsi(hasil))
        },
    }
    polos: dict[str, Any] = json.loads(_baku(isi))
    return polos


def digest(isi: Any) -> str:
    return hashlib.sha256(_baku(isi).encode()).hexdigest()


def freeze(keberatan: Keberatan, isi: dict[str, Any], *, at: datetime) -> BerkasKeberatan:
    """Store what was gathered; `keberatan` carries the digest already."""
    berkas: BerkasKeberatan = BerkasKeberatan.objects.create(
        keberatan=keberatan, isi=isi, sidik=keberatan.sidik_bukti, pada=at
    )
    return berkas


def read_bundle(keberatan: Keberatan) -> dict[str, Any]:
    """The frozen bundle; DomainError `bukti_berubah` when it is not what was sealed."""
    berkas = BerkasKeberatan.objects.filter(keberatan=keberatan).first()
    sidik = keberatan.sidik_bukti
    if berkas is None or berkas.sidik != sidik or digest(berkas.isi) != sidik:
        raise DomainError(
            "bukti_berubah",
            "Berkas bukti tidak sama dengan saat keberatan diajukan, sehingga tidak ditampilkan.",
            tindakan="Sampaikan kepada pengelola kepegawaian.",
        )
    isi: dict[str, Any] = berkas.isi
    return isi


def in_order(bahan: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts as they were registered; those of a part that is gone by now come last."""
    urutan = list(_BAHAN)
    return [
        bahan[k]
        for k in sorted(bahan, key=lambda k: (k not in urutan, urutan.index(k) if k in urutan else 0, k))
    ]


def _baku(isi: Any) -> str:
    return json.dumps(isi, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


# -- the parts of this house ---------------------------------------------------------------------


def _penilaian(hasil: Hasil) -> dict[str, Any]:
    return {
        "tentang": title_of(hasil),
        "predikat": hasil.get_predikat_display(),
        "rating hasil kerja": hasil.get_rating_hasil_display() or "",
        "rating perilaku kerja": hasil.get_rating_perilaku_display() or "",
        "kalimat umpan balik": hasil.umpan_balik,
        "sumber": hasil.get_sumber_display(),
        "pejabat penilai": hasil.penilai.nama_gelar if hasil.penilai else "",
        "ditetapkan": hasil.ditetapkan_pada,
        "diumumkan": hasil.diumumkan_pada,
        "versi": hasil.versi,
    }


def _periodik(hasil: Hasil) -> list[dict[str, Any]]:
    """The periodic results beside a yearly one, as announced."""
    if not isinstance(hasil, Penilaian):
        return []
    tahun = hasil.tahun
    semua = EvaluasiPeriodik.objects.filter(
        pegawai_id=hasil.pegawai_id,
        status=StatusPenilaian.DITETAPKAN,
        mulai__lte=date(tahun, 12, 31),
        sampai__gte=date(tahun, 1, 1),
    )
    return [_penilaian(e) for e in semua.select_related("penilai", "siklus").order_by("mulai", "pk")]


def _refleksi(hasil: Hasil) -> list[dict[str, Any]]:
    milik = RefleksiDiri.objects.filter(pegawai_id=hasil.pegawai_id)
    if isinstance(hasil, Penilaian):
        satu = milik.filter(siklus__tahun=hasil.tahun)
    else:
        satu = milik.filter(siklus=hasil.siklus)
    return [
        {"siklus": str(r.siklus), "isi": r.isi, "dikirim": r.dikirim_pada}
        for r in satu.select_related("siklus").order_by("pk")
    ]


def _tanggapan(hasil: Hasil) -> list[dict[str, Any]]:
    semua = Tanggapan.objects.filter(**about(hasil)).select_related("oleh")
    return [{"oleh": str(t.oleh), "isi": t.isi, "pada": t.pada} for t in semua]


def _umpan_balik(hasil: Hasil) -> list[dict[str, Any]]:
    return [{"tentang": "baik" if k.baik else "dapat ditingkatkan", "isi": k.teks} for k in quotes(hasil)]


def _dibaca(hasil: Hasil) -> dict[str, Any] | None:
    tanda = receipt(hasil)
    return {"dibaca": tanda.pada} if tanda else None


daftarkan_bahan("penilaian", _penilaian, judul="Hasil yang diajukan keberatan")
daftarkan_bahan("periodik", _periodik, judul="Evaluasi periodik pada tahun itu")
daftarkan_bahan("refleksi", _refleksi, judul="Refleksi diri")
daftarkan_bahan("umpan_balik", _umpan_balik, judul="Umpan balik yang dapat dibaca pegawai")
daftarkan_bahan("tanggapan", _tanggapan, judul="Tanggapan di bawah hasil")
daftarkan_bahan("tanda_baca", _dibaca, judul="Tanda baca")
