"""Words and rows of the import pages (templates/admin/pegawai/impor_*.html)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from pegawai.enums import KedudukanHukum, StatusBaris, StatusImpor, TahapImpor
from pegawai.kamus import LABEL
from pegawai.models import BarisImpor, Impor
from pegawai.services.impor import half_applied
from pegawai.services.impor_kembali import KUNCI, can_undo
from pegawai.services.impor_pembaca import PEMBACA
from pegawai.services.siasn.banding import LABEL_KOLOM

KELAS: Final = {
    StatusImpor.DIUNGGAH: "jalan",
    StatusImpor.DIPERIKSA: "perlu",
    StatusImpor.DITERAPKAN: "ok",
    StatusImpor.DITOLAK: "salah",
    StatusImpor.DIBATALKAN: "",
    StatusImpor.GAGAL: "salah",
    StatusImpor.DIKEMBALIKAN: "perlu",
}
#: What a row of a file is about, where it is not a person.
SEBUTAN: Final = {"unit": "Unit", "jabatan": "Jabatan"}
KEGIATAN: Final[dict[str, str]] = {TahapImpor.TERAPKAN: "Menyimpan", TahapImpor.KEMBALIKAN: "Mengembalikan"}
PENJELASAN: Final = {
    StatusBaris.BARU: "Belum ada di sini; akan ditambahkan.",
    StatusBaris.BERUBAH: "Isian yang berbeda akan diganti. Sel kosong tidak menghapus apa pun.",
    StatusBaris.SAMA: "Sudah sama; tidak ada yang berubah.",
    StatusBaris.DITOLAK: "Tidak akan disimpan. Perbaiki di berkas sumber, lalu unggah kembali.",
    StatusBaris.TIDAK_ADA: "Ada di sini, tidak ada di berkas. Dibiarkan; mungkin mutasi atau pensiun.",
}
SUDAH: Final = {
    StatusBaris.BARU: "Sudah ditambahkan.",
    StatusBaris.BERUBAH: "Isian yang berbeda sudah diganti.",
    StatusBaris.DITOLAK: "Tidak disimpan. Perbaiki di berkas sumber, lalu unggah kembali.",
}
BATAL: Final = {
    StatusBaris.BARU: "Ditambahkan oleh impor ini, lalu dibatalkan. Lihat hasil pembatalannya.",
    StatusBaris.BERUBAH: "Diganti oleh impor ini, lalu dibatalkan. Lihat hasil pembatalannya.",
    StatusBaris.DITOLAK: "Tidak disimpan.",
}
#: Sheets of Data awal about penalties and examinations.
LEMBAR_KHUSUS: Final = ("Disiplin", "Ujian", "Talenta")
#: The difference of a SIASN row that can tell of a penalty, and its words.
KOLOM_KEDUDUKAN: Final = LABEL_KOLOM["kedudukan_hukum"]
HUKUMAN: Final = LABEL[KedudukanHukum][KedudukanHukum.HUKUMAN_DISIPLIN]
BERTUGAS: Final = tuple(LABEL[KedudukanHukum][k] for k in (KedudukanHukum.AKTIF, KedudukanHukum.PPPK_AKTIF))
URUTAN_TAB: Final = (
    StatusBaris.BARU,
    StatusBaris.BERUBAH,
    StatusBaris.DITOLAK,
    StatusBaris.TIDAK_ADA,
    StatusBaris.SAMA,
)


def sebutan_baris(jenis: str) -> str:
    """What a row of this kind of file is about."""
    sebutan: str = getattr(PEMBACA.get(jenis), "sebutan", "") or SEBUTAN.get(jenis, "Pegawai")
    return sebutan


def bantuan_berkas(pembaca: Iterable[Any]) -> dict[str, Any]:
    """What the page of uploads says about each kind of file: an example, and how to bring it."""
    semua = list(pembaca)
    return {
        "contoh": [
            {
                "teks": f"Contoh berkas {p.judul} (XLSX)",
                "url": reverse("admin:pegawai_impor_contoh", args=[p.kode]),
            }
            for p in semua
            if hasattr(p, "templat")
        ],
        "petunjuk": [f"{p.judul}: {p.petunjuk}" for p in semua],
    }


def baris_terbaca(impor: Impor, *, khusus: bool) -> QuerySet[Any]:
    """The rows of a file with `tab`; those of sensitive sheets only with `khusus` (HR of the instansi).

    For the others a row that only tells of a penalty changes nothing, like the standing on every page.
    """
    semua: QuerySet[Any] = impor.baris.all()
    if khusus:
        return semua.annotate(tab=F("status"))
    tab = Case(When(_hanya_hukuman(), then=Value(StatusBaris.SAMA.value)), default=F("status"))
    return semua.exclude(lembar__in=LEMBAR_KHUSUS).annotate(tab=tab)


def _hanya_hukuman() -> Q:
    """The one difference of the row is between being on duty and being under a penalty."""
    satu = Q(status=StatusBaris.BERUBAH, beda__0__kolom=KOLOM_KEDUDUKAN, beda__1__isnull=True)
    ke, dari = Q(beda__0__baru=HUKUMAN), Q(beda__0__lama=HUKUMAN)
    return satu & ((ke & Q(beda__0__lama__in=BERTUGAS)) | (dari & Q(beda__0__baru__in=BERTUGAS)))


def _tanpa_hukuman(beda: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Differences as they read without the sensitive right: under a penalty is on duty."""
    hasil = []
    for b in beda:
        bertugas = next((b[s] for s in ("lama", "baru") if b[s] in BERTUGAS), BERTUGAS[0])
        ganti = {s: bertugas if b[s] == HUKUMAN else b[s] for s in ("lama", "baru")}
        if b["kolom"] != KOLOM_KEDUDUKAN or ganti["lama"] != ganti["baru"]:
            hasil.append({**b, **(ganti if b["kolom"] == KOLOM_KEDUDUKAN else {})})
    return hasil


def jumlah_tab(impor: Impor, *, khusus: bool) -> dict[str, int]:
    """Rows per tab: as counted at the check, or as far as the reader may know."""
    if khusus:
        return {s.value: impor.ringkasan.get(s.value, 0) for s in URUTAN_TAB}
    kelompok = baris_terbaca(impor, khusus=False).order_by().values_list("tab")
    return dict(kelompok.annotate(jumlah=Count("pk")))


def baris_galat(ditolak: QuerySet[BarisImpor]) -> Iterator[list[Sel]]:
    """Refused rows for the file of repairs."""
    for b in ditolak.order_by("pk").iterator(chunk_size=500):
        for g in b.galat:
            isi = (g.get(n, "") for n in ("kolom", "isi", "masalah", "perbaikan"))
            yield [b.lembar, b.nomor, b.kunci, b.nama, *isi]


def penjelasan(kode: StatusBaris, impor: Impor) -> str:
    """What happens, or happened, to the rows of a tab."""
    if impor.status == StatusImpor.DITERAPKAN and kode in SUDAH:
        return SUDAH[kode]
    if impor.status == StatusImpor.DIKEMBALIKAN and kode in BATAL:
        return BATAL[kode]
    return PENJELASAN[kode]


def tab_terpilih(request: HttpRequest, jumlah: Mapping[str, int]) -> StatusBaris:
    """The tab asked for, else the first that has rows."""
    diminta = request.GET.get("tab")
    if diminta in set(StatusBaris):
        return StatusBaris(diminta)
    return next((s for s in URUTAN_TAB if jumlah.get(s.value)), StatusBaris.SAMA)


def tombol(impor: Impor) -> dict[str, Any]:
    """What may be done with a checked file."""
    r = impor.ringkasan
    banyak = r.get("baru", 0) + r.get("berubah", 0)
    isi: dict[str, Any] = {}
    if impor.status in (StatusImpor.DIPERIKSA, StatusImpor.GAGAL) and "baru" in r and banyak:
        isi["url_terapkan"] = reverse("admin:pegawai_impor_terapkan", args=[impor.pk])
        isi["teks_terapkan"] = f"Simpan {kata.bilangan(banyak)} baris yang benar"
    belum = (StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA, StatusImpor.GAGAL)
    if impor.status in belum and not half_applied(impor):
        isi["url_batalkan"] = reverse("admin:pegawai_impor_batalkan", args=[impor.pk])
    selesai = (StatusImpor.DIPERIKSA, StatusImpor.GAGAL, StatusImpor.DITOLAK)
    if impor.status in selesai and not half_applied(impor):
        isi["url_ulangi"] = reverse("admin:pegawai_impor_ulangi", args=[impor.pk])
    if KUNCI in r:
        isi["url_pembatalan"] = reverse("admin:pegawai_impor_pembatalan", args=[impor.pk])
    elif can_undo(impor):
        isi["url_timbang"] = reverse("admin:pegawai_impor_timbang", args=[impor.pk])
    return isi


def ringkas(impor: Impor, *, khusus: bool) -> dict[str, Any]:
    """One import in words; its counts are those of its tabs."""
    status = StatusImpor(impor.status)
    return {
        "berkas": impor.nama_berkas,
        "oleh": str(impor.oleh or "Sistem"),
        "pada": kata.waktu(timezone.localtime(impor.dibuat_pada)),
        "tanda": LABEL[StatusImpor][status],
        "kelas": KELAS[status],
        "url": reverse("admin:pegawai_impor_change", args=[impor.pk]),
        "ringkasan": impor.pesan or isi_teks(impor.ringkasan if khusus else jumlah_tab(impor, khusus=False)),
    }


def isi_terhapus(impor: Impor, *, khusus: bool) -> dict[str, Any]:
    """What is told of an import without its rows; reasons on sensitive sheets only with `khusus`."""
    hari = kata.tanggal(timezone.localdate(impor.rincian_dihapus_pada))
    disimpan = ""
    if impor.diterapkan_pada is not None:
        pada = kata.waktu(timezone.localtime(impor.diterapkan_pada))
        disimpan = f"Disimpan {pada} oleh {impor.diterapkan_oleh or impor.oleh or 'Sistem'}."
    return {
        "disimpan": disimpan,
        "dihapus": f"Berkas dan rincian tiap barisnya dihapus pada {hari} sesuai aturan penyimpanan: "
        f"{impor.sebab_dihapus}.",
        "sidik": impor.sidik,
        "sebab": [
            s for s in impor.ringkasan.get("sebab_ditolak", []) if khusus or s["lembar"] not in LEMBAR_KHUSUS
        ],
    }


def isi_teks(jumlah: Mapping[str, Any]) -> str:
    """'120 baru, 14 berubah, 2 ditolak'."""
    ada = [(s, jumlah.get(s.value, 0)) for s in URUTAN_TAB]
    return ", ".join(f"{n} {LABEL[StatusBaris][s].lower()}" for s, n in ada if n)


def baris_tampil(b: BarisImpor, *, khusus: bool) -> dict[str, Any]:
    """One row for the preview."""
    beda = b.beda if khusus else _tanpa_hukuman(b.beda)
    return {
        "nomor": b.nomor or None,
        "nama": b.nama,
        "nip": f"{b.lembar} {b.kunci}".strip(),
        "url": reverse("admin:pegawai_pegawai_change", args=[b.pegawai_id]) if b.pegawai_id else "",
        "perubahan": beda,
        "galat": b.galat,
        # A warning about a difference that is not shown would tell of it.
        "ket": " ".join(_peringatan(p) for p in b.peringatan) if beda or not b.beda else "",
    }


def _peringatan(p: Mapping[str, str]) -> str:
    """What to look at, and what to do about it."""
    return f"{p['kolom']}: {p['masalah']}. {p['perbaikan']}"
