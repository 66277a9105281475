"""The sheet of one SKP, for the person and for the atasan: what it says, where it stands, what one can do."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import SKP_DAPAT_DIUBAH, NilaiBerakhlak, StatusSKP
from kinerja.forms.skp import FormCatatan, FormKalimat
from kinerja.kamus import LABEL
from kinerja.kamus.skp import (
    ARTI_BAGI_LAIN,
    ARTI_BAGI_PENILAI,
    ARTI_DRAF_LAMA,
    ARTI_STATUS,
    KELAS_STATUS,
    PANDUAN_PERILAKU,
)
from kinerja.models import SKP, CatatanDialog, HasilKerja
from kinerja.rules.skp import pendek, same_words
from kinerja.services.skp_baca import agreed_text
from kinerja.services.skp_isi import leader_rows
from kinerja.services.skp_lembar import account_name, rows_of, sheet
from kinerja.services.skp_sumber import plan_year
from kinerja.views.skp_bersama import is_owner, is_rater, readable_plan
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL


class Hak(NamedTuple):
    """What whoever reads may do with this plan now."""

    pemilik: bool
    atasan: bool
    status: StatusSKP
    terbuka: bool

    @property
    def ubah(self) -> bool:
        return self.pemilik and self.terbuka and self.status in SKP_DAPAT_DIUBAH

    @property
    def tarik(self) -> bool:
        return self.pemilik and self.terbuka and self.status == StatusSKP.DIKIRIM

    @property
    def putuskan(self) -> bool:
        return self.atasan and self.terbuka and self.status == StatusSKP.DIKIRIM

    @property
    def bahas_lagi(self) -> bool:
        return (self.pemilik or self.atasan) and self.terbuka and self.status == StatusSKP.DISEPAKATI

    @property
    def lanjutkan(self) -> bool:
        return self.pemilik and self.terbuka and self.status == StatusSKP.DISEPAKATI

    @property
    def tautkan(self) -> bool:
        return self.pemilik and self.terbuka

    @property
    def catat(self) -> bool:
        return (self.pemilik or self.atasan) and self.terbuka


def rights(request: HttpRequest, skp: SKP) -> Hak:
    terbuka = plan_year(skp.pegawai.instansi_id, skp.tahun).terbuka
    return Hak(is_owner(request, skp), is_rater(request, skp), StatusSKP(skp.status), terbuka)


@require_safe
def lembar(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Everything of one plan on one page."""
    skp = readable_plan(request, skp_id)
    return show_sheet(request, skp, _form_catatan())


def show_sheet(request: HttpRequest, skp: SKP, form: FormKalimat, *, status: int = 200) -> HttpResponse:
    """The page; `form` is that of the dialogue."""
    hak, baris = rights(request, skp), rows_of(skp)
    isi_skp = sheet(skp, baris)
    tawaran = list(leader_rows(skp)) if hak.tautkan else []
    for satu, hasil in zip(isi_skp["hasil"], baris, strict=True):
        satu |= _alamat_baris(skp, hasil, tawaran)
    zona = zone_of(skp.pegawai)
    catat_baca(pengguna=request.user, pegawai_ids=[skp.pegawai_id], kanal=KANAL)
    isi = {
        "skp": skp,
        "isi": isi_skp,
        "hak": hak,
        "judul": f"SKP {skp.tahun}" if hak.pemilik else f"SKP {skp.tahun} {skp.pegawai.nama_gelar}",
        "tanda": skp.get_status_display(),
        "kelas": KELAS_STATUS[hak.status],
        "arti": _arti(skp, hak),
        "berubah": _atasan_berubah(skp) if hak.pemilik else "",
        "panduan": [(LABEL[NilaiBerakhlak][n], butir) for n, butir in PANDUAN_PERILAKU.items()],
        "dialog": [_dialog(d, zona) for d in skp.dialog.select_related("oleh__pegawai")],
        "naskah": [
            {"ke": ke, "url": reverse("kinerja:skp_naskah", args=[skp.pk, ke])}
            for ke in skp.naskah.order_by("ke").values_list("ke", flat=True)
        ],
        "form": form if hak.catat and skp.dikirim_pada else None,
        "url": {nama: reverse(f"kinerja:skp_{nama}", args=[skp.pk]) for nama in _HALAMAN},
        "url_balik": _balik(skp, hak),
    }
    return render(request, "kinerja/skp_lembar.html", isi, status=status)


_HALAMAN = (
    "pendekatan",
    "lanjutan",
    "hasil_baru",
    "perilaku",
    "lampiran",
    "periksa",
    "tarik",
    "setujui",
    "kembalikan",
    "buka",
    "catatan",
)


def _form_catatan() -> FormCatatan:
    return FormCatatan(label="Catatan Anda", kosong="Tuliskan catatan Anda")


def _arti(skp: SKP, hak: Hak) -> str:
    if hak.putuskan:
        return ARTI_BAGI_PENILAI
    if not hak.pemilik:
        return ARTI_BAGI_LAIN[hak.status]
    if hak.status == StatusSKP.DRAF and skp.dikirim_pada is not None:
        return ARTI_DRAF_LAMA
    return ARTI_STATUS[hak.status]


def _atasan_berubah(skp: SKP) -> str:
    """What to do when the atasan of an agreed plan is not the atasan of today any more."""
    atasan = skp.pegawai.atasan
    if skp.status != StatusSKP.DISEPAKATI or atasan is None or atasan.pk in (skp.penilai_id, skp.pegawai_id):
        return ""
    return f"Atasan penilai Anda sekarang {atasan.nama_gelar}: buat SKP untuk sisa tahun bersamanya."


def _balik(skp: SKP, hak: Hak) -> str:
    return reverse("kinerja:skp_tim", args=[skp.tahun]) if hak.atasan else reverse("kinerja:saya")


def _alamat_baris(skp: SKP, hasil: HasilKerja, tawaran: list[HasilKerja]) -> dict[str, Any]:
    """Where one row is changed, and to which rows of the leader it may be linked."""
    kunci = [skp.pk, hasil.pk]
    tautan = [] if hasil.induk_id else [t for t in tawaran if t.pk != hasil.pk]
    sama = [t for t in tautan if same_words(t.rhk, hasil.induk_teks)]
    return {
        "url": reverse("kinerja:skp_hasil", args=kunci),
        "url_pindah": reverse("kinerja:skp_pindah", args=kunci),
        "url_hapus": reverse("kinerja:skp_hapus", args=kunci),
        "url_tautkan": reverse("kinerja:skp_tautkan", args=kunci),
        "sama": [{"id": t.pk, "rhk": pendek(t.rhk)} for t in sama],
        "tautan": [{"id": t.pk, "rhk": t.rhk} for t in tautan if t not in sama],
    }


def _dialog(d: CatatanDialog, zona_waktu: str) -> dict[str, str]:
    return {
        "judul": d.get_jenis_display(),
        "oleh": account_name(d.oleh),
        "pada": moment_text(d.pada, zona_waktu),
        "isi": d.isi,
    }


@require_safe
def naskah(request: HttpRequest, skp_id: int, ke: int) -> HttpResponse:
    """What was agreed the `ke`-th time, as it stood then."""
    skp = readable_plan(request, skp_id)
    try:
        kesepakatan = agreed_text(pengguna=request.user, skp_id=skp.pk, ke=ke)
    except TidakDitemukan as salah:
        raise Http404 from salah
    catat_baca(pengguna=request.user, pegawai_ids=[skp.pegawai_id], kanal=KANAL)
    isi = {
        "judul": f"Kesepakatan ke-{ke} SKP {skp.tahun}",
        "isi": kesepakatan.isi,
        "pegawai": skp.pegawai.nama_gelar,
        "pada": moment_text(kesepakatan.disepakati_pada, zone_of(skp.pegawai)),
        "oleh": kesepakatan.penilai.nama_gelar,
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_naskah.html", isi)
