"""Words and rows of the page *Selisih dengan SIASN* (templates/admin/pegawai/selisih*.html)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel, Tabel
from asn_karier.lib.views import alamat, bilangan
from pegawai.admin.pohon import pilihan_unit
from pegawai.enums import StatusBaris
from pegawai.kamus import LABEL
from pegawai.models import BarisImpor, Impor, UnitKerja
from pegawai.reports.selisih import BAGIAN, SaringanSelisih, count_by, documents, pick_differences
from pegawai.services.selisih import HANYA_BKN
from pegawai.services.selisih_tindakan import TERBUKA, USANG

TEKS_BAGIAN: Final = {
    StatusBaris.BERUBAH: "Belum ditangani",
    StatusBaris.MENUNGGU_BKN: LABEL[StatusBaris][StatusBaris.MENUNGGU_BKN],
    StatusBaris.DIPAKAI: LABEL[StatusBaris][StatusBaris.DIPAKAI],
    StatusBaris.TIDAK_ADA: "Hanya ada di sini",
    StatusBaris.BARU: "Hanya ada di SIASN",
    StatusBaris.DITOLAK: "Tidak dapat dicocokkan",
}
ARTI: Final = {
    StatusBaris.BERUBAH: "Tidak ada yang berubah sebelum Anda memilih. Selisih yang dibiarkan tetap di sini.",
    StatusBaris.MENUNGGU_BKN: "Data di sini dinilai benar; SIASN diusulkan diperbaiki. "
    "Catatan ini ikut ke pencocokan berikutnya selama selisihnya masih ada.",
    StatusBaris.DIPAKAI: "Data di sini sudah diganti dengan data SIASN.",
    StatusBaris.TIDAK_ADA: "Tidak ada dalam ekspor SIASN; mungkin mutasi, pensiun, atau meninggal.",
    StatusBaris.BARU: "Belum ada di sini. Tambahkan lewat Impor data.",
    StatusBaris.DITOLAK: "Barisnya tidak terbaca atau kuncinya berselisih. Perbaiki di SIASN.",
}
WENANG_BKN: Final = "Di SIASN hanya BKN, dengan usul perbaikan"
WENANG_INSTANSI: Final = "Di SIASN pengelola instansi, lewat peremajaan data"


def read_filter(request: HttpRequest) -> SaringanSelisih:
    """The filter of an address or of a posted form; an unknown unit is 404."""
    isi = request.POST if request.method == "POST" else request.GET
    nomor, unit = bilangan(isi.get("unit")), None
    if nomor is not None:
        unit = UnitKerja.objects.visible_to(request.user).filter(pk=nomor).first()
        if unit is None:
            raise Http404
    bagian = isi.get("bagian", "")
    return SaringanSelisih(
        bagian=StatusBaris(bagian) if bagian in set(BAGIAN) else StatusBaris.BERUBAH,
        kolom=isi.get("data", "").strip()[:40],
        unit=unit,
    )


def filter_content(request: HttpRequest, impor: Impor, s: SaringanSelisih) -> dict[str, Any]:
    """Tabs, selects, and the bars; each count is what the list holds with that choice."""
    per_bagian = count_by(pick_differences(impor, s, semua_bagian=True), "status")
    bebas = pick_differences(impor, SaringanSelisih(s.bagian, "", s.unit))
    per_data = {k: n for k, n in count_by(bebas, "lembar").items() if k}
    if s.kolom and s.kolom not in per_data:
        per_data[s.kolom] = 0
    terbanyak = max(per_data.values(), default=0)
    return {
        "tab": [
            {
                "kode": b.value,
                "teks": TEKS_BAGIAN[b],
                "jumlah": per_bagian.get(b.value, 0),
                "url": alamat(request, bagian=b.value),
                "aktif": b == s.bagian,
            }
            for b in BAGIAN
        ],
        "arti": ARTI[s.bagian],
        "batang": [
            {"data": k, "jumlah": n, "terbanyak": terbanyak, "url": alamat(request, data=k)}
            for k, n in per_data.items()
            if n
        ],
        "pilihan_data": [(k, n, k == s.kolom) for k, n in per_data.items()],
        "pilihan_unit": [
            (pk, nama, s.unit is not None and pk == s.unit.pk)
            for pk, nama in pilihan_unit(request.user, s.unit)
        ],
        "saringan": _hidden(s),
        "tersaring": bool(s.kolom or s.unit),
    }


def _hidden(s: SaringanSelisih) -> list[tuple[str, Any]]:
    """The filter as inputs of the form that acts, and when the list was read."""
    isi = [
        ("bagian", s.bagian.value),
        ("data", s.kolom),
        ("unit", s.unit.pk if s.unit else ""),
        ("sejak", timezone.now().isoformat()),
    ]
    return [(nama, nilai) for nama, nilai in isi if nilai]


def rows(baris: Sequence[BarisImpor]) -> list[dict[str, Any]]:
    """One page of the list."""
    dasar = documents(baris)
    return [_satu(b, dasar) for b in baris]


def _satu(b: BarisImpor, dasar: dict[tuple[int, str], str]) -> dict[str, Any]:
    beda = b.beda[0] if b.beda else {"kolom": "", "lama": "", "baru": ""}
    usang = b.status in TERBUKA and b.pegawai is not None and b.pegawai.versi != b.data.get("versi")
    return {
        "pk": b.pk,
        "nama": b.nama,
        "nip": b.kunci,
        "unit": b.pegawai.unit.nama if b.pegawai and b.pegawai.unit else "",
        "url": reverse("admin:pegawai_pegawai_change", args=[b.pegawai_id]) if b.pegawai_id else "",
        "data": beda["kolom"],
        "sini": beda["lama"],
        "siasn": beda["baru"],
        "dasar": dasar.get((b.pegawai_id or 0, b.lembar), ""),
        "wenang": "" if not b.beda else WENANG_BKN if b.lembar in HANYA_BKN else WENANG_INSTANSI,
        "usang": f"Dilewati bila dipilih: {USANG}. Cocokkan lagi." if usang else "",
        "galat": " ".join(f"{g['kolom']}: {g['masalah']}. {g['perbaikan']}" for g in b.galat),
        "ditangani": _handled(b),
    }


def _handled(b: BarisImpor) -> str:
    if b.ditangani_pada is None:
        return ""
    return f"{kata.waktu(timezone.localtime(b.ditangani_pada))} oleh {b.ditangani_oleh or 'Sistem'}"


def table(impor: Impor, s: SaringanSelisih, baris: QuerySet[BarisImpor], *, pengguna: Any) -> Tabel:
    """The list as a file, exactly as filtered: also what is sent to BKN."""
    keterangan = (
        ("Isi", f"Selisih dengan SIASN: {TEKS_BAGIAN[s.bagian]}"),
        ("Data", s.kolom or "Semua"),
        ("Unit", s.unit.nama if s.unit else "Semua"),
        ("Dicocokkan dengan", f"{impor.nama_berkas}, {kata.waktu(timezone.localtime(impor.dibuat_pada))}"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {pengguna}"),
    )
    kepala = ("NIP", "Nama", "Unit kerja", "Data", "Di sini", "Di SIASN", "Dapat memperbaiki", "Ditangani")
    return Tabel(f"selisih-siasn-{s.bagian.value}", kepala, _lines(baris), keterangan, lembar="Selisih")


def _lines(baris: QuerySet[BarisImpor]) -> Iterator[Sequence[Sel]]:
    semua = baris.select_related("pegawai__unit", "ditangani_oleh").order_by("pk").iterator(chunk_size=500)
    for b in semua:
        r = _satu(b, {})
        yield [r["nip"], r["nama"], r["unit"], r["data"], r["sini"], r["siasn"], r["wenang"], r["ditangani"]]


def skipped_text(dilewati: Iterable[tuple[str, str, str]], *, banyak: int = 10) -> str:
    """'Siti (Nama): datanya berubah sesudah dicocokkan; …', at most `banyak` by name."""
    semua = list(dilewati)
    sebut = "; ".join(f"{nama} ({data}): {sebab}" for nama, data, sebab in semua[:banyak])
    sisa = len(semua) - banyak
    return f"{len(semua)} selisih dilewati. {sebut}{f'; dan {sisa} lainnya' if sisa > 0 else ''}."
