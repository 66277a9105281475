"""The trail as HR and auditors read it: only what concerns people inside their scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from asn_karier.lib.models import Jejak
from asn_karier.lib.situs import AdminLihat, Sekilas, saring_kode
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.admin.cari_pegawai import BANTUAN_CARI, cari_orang
from pegawai.models import Pegawai

#: Codes that do not read as words by themselves.
KATA: Final = {
    "admin": "Meja Kerja",
    "web": "Halaman masuk",
    "unduh_rekap": "Unduh laporan",
    "terbitkan_surat_kgb": "Terbitkan surat KGB",
    "beri_nomor_surat_kgb": "Beri nomor surat KGB",
    "urungkan_surat_kgb": "Urungkan surat KGB",
}

#: So many people may share what was typed; their lines are still found one by one along the index.
ORANG_TERBANYAK: Final = 100
TERPANJANG: Final = 100
_CATATAN_KHUSUS: Final = ("hukumandisiplin", "hasilujian", "komponentalenta")
#: Changes of a sensitive class: a standing that tells of a penalty, discipline, examinations, talent
#: scores, and decisions with their reason. Every part knows yes and no, because a NULL would hide others.
_KHUSUS: Final = (
    Q(rincian__has_key="khusus")
    | Q(rincian__has_key="keputusan")
    | Q(rincian__has_key="catatan", rincian__catatan__in=_CATATAN_KHUSUS)
)


class SaringTentang(admin.SimpleListFilter):
    """Lines about one person, found as people are: by NIP or name, among those in scope."""

    title = "tentang"
    parameter_name = "tentang"
    template = "admin/pegawai/saring_tentang.html"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.teks = str(self.value() or "").replace("\x00", "").strip()[:TERPANJANG]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return []

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: Any) -> Iterator[Any]:
        """What the form of the filter sends along; nothing to choose from."""
        lain = {k: v for k, v in changelist.params.items() if k != self.parameter_name}
        yield {
            "selected": bool(self.teks),
            "display": self.teks,
            "lain": lain,
            "bantuan": BANTUAN_CARI,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
        }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keys of the people first: only so the index of the subject is asked about each of them."""
        if not self.teks:
            return queryset
        orang = cari_orang(Pegawai.objects.visible_to(request.user).order_by(), self.teks)
        kunci = list(orang.values_list("pk", flat=True)[: ORANG_TERBANYAK + 1])
        if len(kunci) > ORANG_TERBANYAK:
            messages.warning(
                request, f"Lebih dari {ORANG_TERBANYAK} orang cocok. Tulis NIP, atau nama yang lebih lengkap."
            )
            return queryset.none()
        return queryset.filter(subjek_jenis="pegawai", subjek_id__in=kunci)


def perihal_baris(jejak: Jejak) -> str:
    """Which of the records of the person a line is about, where it says so; old lines know a number only."""
    nomor = jejak.rincian.get("rekomendasi")
    return str(jejak.rincian.get("perihal") or (f"rekomendasi nomor {nomor}" if nomor else ""))


def ramah(kode: str) -> str:
    """'lihat_hasil' as 'Lihat hasil'."""
    return KATA.get(kode, kode.replace("_", " ").capitalize())


@admin.register(Jejak)
class JejakAdmin(AdminLihat):
    """Append-only; nobody changes a line here."""

    perlu_instansi_penuh = True
    list_display = ("pada", "pelaku_nama", "tindakan_teks", "subjek", "kanal_teks", "keperluan")
    list_filter = (
        SaringTentang,
        saring_kode("tindakan", "tindakan", ramah),
        saring_kode("kanal", "lewat", ramah),
    )
    search_fields = ("pelaku_nama", "keperluan")
    search_help_text = "Nama pelaku atau keperluan"
    ordering = ("-pk",)
    sortable_by = ()
    paginator = Sekilas
    list_display_links = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Lines about people in scope, of sensitive classes only for their HR, and one's own.

        The administrator sees all.
        """
        nama = Pegawai.objects.filter(pk=OuterRef("subjek_id")).values("nama")[:1]
        baris = super().get_queryset(request).annotate(nama_pegawai=Subquery(nama))
        if wewenang(request).super:
            return baris
        # Asked about each line that is shown, instead of reading everybody's number first.
        orang = Exists(Pegawai.objects.visible_to(request.user).filter(pk=OuterRef("subjek_id")))
        dikelola = Exists(Pegawai.objects.dikelola(request.user).filter(pk=OuterRef("subjek_id")))
        terbaca = orang & (~_KHUSUS | dikelola)
        milik_sendiri = Q(pelaku_jenis="pengguna", pelaku_id=request.user.pk)
        return baris.filter(Q(terbaca, subjek_jenis="pegawai") | milik_sendiri)

    @admin.display(description="tindakan")
    def tindakan_teks(self, obj: Jejak) -> str:
        return ramah(obj.tindakan)

    @admin.display(description="lewat")
    def kanal_teks(self, obj: Jejak) -> str:
        return ramah(obj.kanal)

    @admin.display(description="tentang")
    def subjek(self, obj: Any) -> str:
        if obj.subjek_jenis != "pegawai" or not obj.nama_pegawai:
            return f"{ramah(obj.subjek_jenis)} {obj.subjek_id or ''}".strip()
        perihal = perihal_baris(obj)
        return f"{obj.nama_pegawai} ({perihal})" if perihal else str(obj.nama_pegawai)

    def pegawai_dari(self, obj: Any) -> int | None:
        return None


daftarkan_menu("Pengaturan", "Jejak akses", "admin:inti_jejak_changelist", boleh=lambda w: w.instansi_penuh)
