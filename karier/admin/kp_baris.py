"""Rows and numbers of the page Kenaikan pangkat (periode), in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.views import alamat
from karier.enums import AkibatBerkas, JalurPangkat, JenisPutusan, StatusUsul
from karier.kamus import (
    Pembaca,
    SyaratTerbaca,
    jelaskan,
    judul_syarat,
    kalimat_hitungan,
    kalimat_kurang,
    pelengkap,
    perkiraan,
)
from karier.kamus.usul import baca_temuan, dokumen_terpisah, hitung_mundur, jenis_kp, teks_status
from karier.models import HasilEvaluasi, Rekomendasi
from karier.reports.hasil import KOLOM, BarisHasil, baca_hasil, yang_kurang
from karier.rules.bulan_kp import Tumpukan
from karier.rules.daftar import DAFTAR
from karier.services.bulan_kp import Bulan, Periode, penyebab
from karier.services.dukungan import path_of
from karier.services.lembar_baris import KELAS
from karier.services.praperiksa import periksa_berkas
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.reports.posisi import dengan_posisi, nama_golongan

JUDUL: Final = {
    Tumpukan.SIAP: "Siap diusulkan",
    Tumpukan.KURANG_SATU: "Kurang 1 hal",
    Tumpukan.KURANG_LAIN: "Kurang 2 hal atau lebih",
    Tumpukan.PERBAIKAN: "Perbaikan data",
    Tumpukan.BELUM_WAKTUNYA: "Belum waktunya",
    Tumpukan.DIUSULKAN: "Sudah diusulkan",
    Tumpukan.BTS: "Dikembalikan BKN – berkas perlu diperbaiki (BTS)",
    Tumpukan.TMS: "Tidak memenuhi syarat (TMS)",
    Tumpukan.SK_TERBIT: "SK terbit",
    Tumpukan.DITUNDA: "Ditunda atau tidak diteruskan",
}
_IJAZAH: Final = JenisPutusan.PENYESUAIAN_IJAZAH
_KODE: Final = {b.posisi: b.kode for b in DAFTAR}
#: Heaps whose papers are looked at before, or again after, they are sent.
_BERBERKAS: Final = (Tumpukan.SIAP, Tumpukan.DIUSULKAN, Tumpukan.BTS)
_LANGKAH: Final = {
    StatusUsul.DIUSULKAN: ("bts", "tms", "sk"),
    StatusUsul.BTS: ("kirim", "ulang", "tms", "sk"),
    StatusUsul.TMS: ("kirim",),
}
TEKS_LANGKAH: Final = {
    "bts": "Dikembalikan BKN",
    "ulang": "Minta foto ulang",
    "tms": "Tidak memenuhi syarat",
    "sk": "SK terbit",
    "kirim": "Sudah dikirim ulang",
}


def pilihan_periode(request: HttpRequest, semua: Iterable[Periode], bulan: Bulan) -> list[dict[str, Any]]:
    """The months as links, with where their window stands."""
    return [
        {
            "teks": kata.bulan_tahun(p.tmt),
            "url": alamat(request, periode=f"{p.tmt:%Y-%m}", tab=None, alasan=None, semua=None),
            "aktif": p.tmt == bulan.periode.tmt,
            "jendela": hitung_mundur(bulan.hari_ini, *p.jendela),
        }
        for p in semua
    ]


def tab(request: HttpRequest, hitungan: Any, aktif: Tumpukan | None) -> list[dict[str, Any]]:
    """Every heap with its number; the last one only when somebody lies on it."""
    return [
        {
            "teks": JUDUL[t],
            "jumlah": hitungan[t],
            "url": alamat(request, tab=t.value, alasan=None, semua=None),
            "aktif": t is aktif,
        }
        for t in Tumpukan
        if t is not Tumpukan.DITUNDA or hitungan[t]
    ]


def batang(request: HttpRequest, bulan: Bulan) -> list[dict[str, Any]]:
    """Why people are not ready, the most frequent first; a bar is as long as its share of the longest."""
    semua = penyebab(bulan)
    terbanyak = max((n for _, n in semua), default=1)
    jumlah = sum(n for _, n in semua)
    hasil, sejauh = [], 0
    for posisi, n in semua:
        sejauh += n
        hasil.append(
            {
                "teks": judul_syarat(_KODE[posisi]),
                "jumlah": n,
                "persen": round(100 * n / terbanyak),
                "kumulatif": round(100 * sejauh / jumlah),
                "url": alamat(request, tab=None, alasan=posisi, semua=None),
            }
        )
    return hasil


def judul_penyebab(posisi: int) -> str:
    return f"Penyebab: {judul_syarat(_KODE[posisi])}" if posisi in _KODE else "Penyebab tidak dikenal"


def baris(
    bulan: Bulan, tumpukan: Tumpukan | None, isi: Sequence[Any], *, ringkas: bool
) -> list[dict[str, Any]]:
    """Rows of one page: who, what is short, papers, and the proposal. A fixed number of queries.

    `isi` holds recommendations or outcomes; `ringkas` leaves the chips of requirements out.
    """
    ids = [r.pegawai_id for r in isi]
    orang = dengan_posisi(Pegawai.objects.filter(pk__in=ids).select_related("unit"), timezone.localdate())
    menurut_pk = {p.pk: p for p in orang}
    hasil = _hasil(bulan, ids)
    temuan = (
        periksa_berkas(ids, per=bulan.hari_ini, tmt=bulan.periode.tmt, aturan=bulan.aturan)
        if tumpukan in _BERBERKAS
        else {}
    )
    return [
        {
            **_siapa(menurut_pk[r.pegawai_id], r),
            **_syarat(r, hasil.get(r.pegawai_id), ringkas=ringkas),
            **_berkas(temuan.get(r.pegawai_id, [])),
            **_usul(r),
        }
        for r in isi
    ]


def _hasil(bulan: Bulan, ids: list[int]) -> dict[int, BarisHasil]:
    if bulan.run is None:
        return {}
    tersimpan = HasilEvaluasi.objects.filter(run=bulan.run, pegawai_id__in=ids).values(*KOLOM)
    return {b.pegawai_id: b for b in baca_hasil(bulan.run, tersimpan, boleh_khusus=True)}


def _siapa(p: Any, r: Any) -> dict[str, Any]:
    kini = nama_golongan(p.jenis, p.golongan_kini)
    tujuan = getattr(r, "sasaran", "") or str(getattr(r, "kp_golongan_berikut", "") or "")
    naik = nama_golongan(JenisPegawai.PNS, int(tujuan)) if tujuan else ""
    run = r.run_terakhir_id if isinstance(r, Rekomendasi) else r.run_id
    return {
        "nama": p.nama_gelar,
        "nip": p.nip,
        "url": reverse("admin:karier_runevaluasi_orang", args=[run, p.pk]),
        "jabatan": p.jabatan_kini or "",
        "unit": str(p.unit or ""),
        "golongan": f"{kini} ke {naik}" if naik else kini,
    }


def _syarat(r: Any, b: BarisHasil | None, *, ringkas: bool) -> dict[str, Any]:
    if b is None:
        return {}
    if isinstance(r, Rekomendasi) and path_of(r, b.hasil) is JalurPangkat.PENYESUAIAN_IJAZAH:
        return _syarat_ijazah(b, ringkas=ringkas)
    kurang = yang_kurang(b.syarat)
    return {
        "jenis": jenis_kp(b.jalur),
        "perkiraan": b.perkiraan,
        "paling_cepat": kata.tanggal(b.hasil.paling_cepat) if kurang and b.hasil.paling_cepat else "",
        **_dengan_alasan(b.syarat, kurang, ringkas=ringkas),
    }


def _syarat_ijazah(b: BarisHasil, *, ringkas: bool) -> dict[str, Any]:
    """The requirements of the ijazah, whatever the next golongan asks for."""
    syarat = jelaskan(b.hasil, jenis=_IJAZAH, pembaca=Pembaca.PENGELOLA)
    return {
        "jenis": jenis_kp(JalurPangkat.PENYESUAIAN_IJAZAH),
        "perkiraan": perkiraan(b.hasil, boleh_khusus=True, jenis=_IJAZAH),
        "paling_cepat": "",
        **_dengan_alasan(syarat, yang_kurang(syarat), ringkas=ringkas),
    }


def _dengan_alasan(
    semua: list[SyaratTerbaca], kurang: list[SyaratTerbaca], *, ringkas: bool
) -> dict[str, Any]:
    ikat = [s for s in semua if s.mengikat]
    return {
        "hitungan": kalimat_hitungan(semua),
        "alasan": [kalimat_kurang(s) for s in kurang],
        "pelaku": pelengkap(kurang),
        "chip": [] if ringkas else [{"teks": s.judul, "kelas": KELAS[s.status]} for s in ikat],
    }


def _berkas(temuan: list[Any]) -> dict[str, Any]:
    """What is wrong in the open, what only is not recorded here behind a fold."""
    tegas = [baca_temuan(t) for t in temuan if t.akibat is not AkibatBerkas.PERIKSA]
    ragu = [baca_temuan(t) for t in temuan if t.akibat is AkibatBerkas.PERIKSA]
    return {"temuan": tegas, "periksa": ragu}


def _usul(r: Any) -> dict[str, Any]:
    if not isinstance(r, Rekomendasi):
        return {}
    usul: Any = getattr(r, "usul", None)
    if usul is None or usul.status == StatusUsul.DIURUNGKAN:
        return {"pilih": f"{r.pk}.{r.versi}", "keputusan": r.get_status_display()}
    status = StatusUsul(usul.status)
    return {
        "pilih": f"{r.pk}.{r.versi}",
        "tinjau": r.perlu_ditinjau,
        "status": teks_status(status, usul.alasan),
        "status_alasan": usul.alasan.rstrip(".") if status is StatusUsul.BTS else "",
        "dokumen": dokumen_terpisah(usul.dokumen, usul.alasan),
        "foto": reverse("admin:karier_kp_foto", args=[usul.pk]) if usul.foto_ulang_id else "",
        "menunggu_foto": usul.meminta_foto and not usul.foto_ulang_id,
        "sejak": kata.tanggal(usul.tanggal_status),
        "sk": usul.nomor_sk,
        "surat": usul.surat,
        "langkah": [
            {"teks": TEKS_LANGKAH[n], "url": reverse("admin:karier_kp_jawaban", args=[usul.pk, n])}
            for n in _LANGKAH.get(status, ())
        ],
    }
