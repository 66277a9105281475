"""The data check as a page (templates/admin/karier/periksa_data.html)."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib import kata
from karier.services.pemeriksaan import HasilPeriksa
from pegawai.admin.lingkup import berurl
from pegawai.models import Instansi
from pegawai.reports.rantai import CACAT
from pegawai.reports.temuan import Temuan
from pegawai.reports.yang_dihitung import rangkai


def isi_periksa(hasil: HasilPeriksa, instansi: Instansi) -> dict[str, Any]:
    """Context of the page; every number links to exactly these people."""
    daftar = reverse("admin:pegawai_pegawai_changelist")
    return {
        "pengantar": f"{instansi.nama}, keadaan per {kata.tanggal(hasil.per)}.",
        "diperiksa": kata.waktu(timezone.localtime()),
        "jumlah_orang": hasil.jumlah_bermasalah,
        "jumlah_pegawai": hasil.jumlah_pegawai,
        "temuan": [
            {
                "judul": t.temuan.judul,
                "jumlah": t.jumlah,
                "url": f"{daftar}?temuan={t.temuan.kode}&instansi={instansi.pk}",
                "kelas": "salah" if t.temuan.menghalangi else "perlu",
                "akibat": t.temuan.akibat,
                "pelaku": t.temuan.pelaku,
                "cara": _cara(t.temuan),
            }
            for t in hasil.temuan
        ],
        "cakupan": [
            {
                "judul": c.judul,
                "sampai": kata.tanggal(c.sampai) if c.sampai else "",
                "url": f"{reverse('admin:pegawai_cakupandata_add')}?register={c.register.value}",
            }
            for c in hasil.cakupan
        ],
        "daya": hasil.daya,
        "dihitung": berurl(rangkai("Tidak termasuk: ", hasil.daya.luar), instansi=instansi.pk),
    }


#: Findings that are mended in one place for all their people, and where.
_TEMPAT: Final = {
    **{kode: ("admin:pegawai_atasan", f"?cacat={kode}", "Perbaiki bersama") for kode in CACAT},
    "plt_ganda": ("admin:pegawai_penugasanplt_changelist", "", "Buka penugasan"),
    "jf_tanpa_jenjang": ("admin:pegawai_jabatan_changelist", "?lengkap=perlu", "Buka jabatan itu"),
}


def _cara(temuan: Temuan) -> str:
    """How a finding is mended, with a link when one place mends it."""
    if temuan.kode not in _TEMPAT:
        return temuan.cara
    nama, saring, teks = _TEMPAT[temuan.kode]
    return format_html('{} <a href="{}{}">{}</a>', temuan.cara, reverse(nama), saring, teks)
