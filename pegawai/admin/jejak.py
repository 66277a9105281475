"""The trail as HR and auditors read it: only what concerns people inside their scope."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from asn_karier.lib.models import Jejak
from asn_karier.lib.situs import AdminLihat, Sekilas, saring_kode
from asn_karier.lib.views import daftarkan_menu, wewenang
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

_CATATAN_KHUSUS: Final = ("hukumandisiplin", "hasilujian", "komponentalenta")
#: Changes of a sensitive class: a standing that tells of a penalty, discipline, examinations, talent
#: scores, and decisions with their reason. Every part knows yes and no, because a NULL would hide others.
_KHUSUS: Final = (
    Q(rincian__has_key="khusus")
    | Q(rincian__has_key="keputusan")
    | Q(rincian__has_key="catatan", rincian__catatan__in=_CATATAN_KHUSUS)
)


def ramah(kode: str) -> str:
    """'lihat_hasil' as 'Lihat hasil'."""
    return KATA.get(kode, kode.replace("_", " ").capitalize())


@admin.register(Jejak)
class JejakAdmin(AdminLihat):
    """Append-only; nobody changes a line here."""

    perlu_instansi_penuh = True
    list_display = ("pada", "pelaku_nama", "tindakan_teks", "subjek", "kanal_teks", "keperluan")
    list_filter = (saring_kode("tindakan", "tindakan", ramah), saring_kode("kanal", "lewat", ramah))
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
        if obj.subjek_jenis == "pegawai" and obj.nama_pegawai:
            return str(obj.nama_pegawai)
        return f"{ramah(obj.subjek_jenis)} {obj.subjek_id or ''}".strip()

    def pegawai_dari(self, obj: Any) -> int | None:
        return None


daftarkan_menu("Pengaturan", "Jejak akses", "admin:inti_jejak_changelist", boleh=lambda w: w.instansi_penuh)
