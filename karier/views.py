"""Portal pages that combine the apps: Beranda, Syarat kenaikan, Tim saya, and the law they rest on."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.views import Halaman, alamat, asal, bilangan
from karier.enums import JenisPutusan
from karier.forms import FormCobaHitung
from karier.kamus import Pembaca
from karier.kamus.berkas_aturan import teks_catatan
from karier.rules.andaian import Andaian
from karier.services.aturan_terbaca import baca_isi, baca_versi, cari_berkas, daftar_parameter
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import Lembar, closed_sheet, full_sheet
from karier.services.lembar_putusan import LAIN, decision_cards, decision_sheet
from karier.services.portal import Beranda, build_home, still_to_rate
from karier.services.simulasi import simulate
from karier.services.tim import PER_HALAMAN, Anggota, Tim, build_team
from kinerja.services.meja import BarisMeja, Meja, deadline_text
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.profil import identity
from pegawai.views import own_record

KANAL = "portal"
#: Pages whose requirements link the law; the page of the law leads back to them.
LEMBAR = ("karier:syarat", "karier:putusan", "karier:syarat_pegawai", "karier:putusan_pegawai")


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Home of an ASN; staff without a personal record work at the HR desk."""
    if request.user.pegawai_id is None and request.user.is_staff:  # type: ignore[union-attr]
        return HttpResponseRedirect(reverse("admin:index"))
    saya = own_record(request)
    home = build_home(pengguna=request.user, saya=saya, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/beranda.html", _home(home, saya))


@require_safe
def syarat(request: HttpRequest) -> HttpResponse:
    """My own sheet, at an address that names nobody; that of a PPPK is about contract and kompetensi."""
    saya = own_record(request)
    if _pppk(saya):
        return _career_pppk(request, saya)
    return _sheet(request, saya, lengkap=True, balik=(reverse("karier:beranda"), "Kembali ke Beranda"))


@require_safe
def putusan(request: HttpRequest, jenis: str) -> HttpResponse:
    """Another decision about me: kenaikan jenjang, kesiapan jabatan, KGB, …; 404 where none applies."""
    saya = own_record(request)
    balik = (reverse("karier:syarat"), "Kembali ke Syarat kenaikan")
    return _decision(request, saya, jenis, lengkap=True, balik=balik)


@require_safe
def syarat_pegawai(request: HttpRequest, pegawai_id: int, jenis: str = "") -> HttpResponse:
    """The sheet of somebody inside my scope: full for their HR, closed for their leader; 404 outside.

    With `jenis` another decision than kenaikan pangkat.
    """
    orang = (
        Pegawai.objects.visible_to(request.user)
        .filter(pk=pegawai_id)
        .exclude(jenis=JenisPegawai.PPPK)
        .select_related("instansi", "unit")
        .first()
    )
    if orang is None:
        raise Http404
    if orang.pk == request.user.pegawai_id:  # type: ignore[union-attr]
        sendiri = reverse("karier:putusan", args=[jenis]) if jenis else reverse("karier:syarat")
        return HttpResponseRedirect(sendiri)
    lengkap = Pegawai.objects.dikelola(request.user).filter(pk=orang.pk).exists()
    if jenis:
        balik = (reverse("karier:syarat_pegawai", args=[orang.pk]), "Kembali ke Syarat kenaikan")
        return _decision(request, orang, jenis, lengkap=lengkap, balik=balik)
    balik = (reverse("karier:tim"), "Kembali ke Tim saya")
    return _sheet(request, orang, lengkap=lengkap, balik=balik)


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """My direct reports; about everyone further down only counts."""
    saya = own_record(request)
    lewati = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    hasil = build_team(pengguna=request.user, saya=saya, per=timezone.localdate(), lewati=lewati)
    catat_baca(pengguna=request.user, pegawai_ids=[a.siapa.pegawai_id for a in hasil.anggota], kanal=KANAL)
    isi = {
        "unit": saya.unit.nama if saya.unit else "",
        "ringkasan": _tiles(hasil),
        "tugas": [*_rating_task(hasil.meja, saya), *_signing_task(hasil.konversi)],
        "anggota": [_member(a, hasil.meja) for a in hasil.anggota],
        "halaman": _page(request, hasil, lewati),
    }
    return render(request, "karier/tim.html", isi)


@require_safe
def aturan(request: HttpRequest, kode: str, mulai: str) -> HttpResponse:
    """One file of the law with its articles, for everybody who is signed in; it is about nobody."""
    try:
        berkas = cari_berkas(kode, mulai)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    per, saya = timezone.localdate(), getattr(request.user, "pegawai", None)
    setelan = daftar_parameter(saya.instansi_id, per) if saya else []
    isi = {
        "berkas": baca_versi(berkas, per),
        "catatan": teks_catatan(berkas.isi["catatan"]),
        "tabel": baca_isi(berkas, setelan),
        "url_balik": asal(request, *LEMBAR),
    }
    return render(request, "karier/aturan.html", isi)


@require_safe
def coba_hitung(request: HttpRequest) -> HttpResponse:
    """What if: my next five years under assumptions that stand in the address and name nobody."""
    saya, per = own_record(request), timezone.localdate()
    pppk = _pppk(saya)
    form = FormCobaHitung(request.GET if request.GET and not pppk else None, per=per)
    andaian = form.andaian() if form.is_bound and form.is_valid() else None
    # While the form is amiss there is no answer: the one to another question would be taken for it.
    hasil = None if form.errors else simulate(pegawai=saya, andaian=andaian or Andaian(), per=per)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {"form": form, "hasil": hasil, "diandaikan": andaian is not None, "pppk": pppk}
    return render(request, "karier/coba_hitung.html", isi)


def _pppk(orang: Pegawai) -> bool:
    return orang.jenis == JenisPegawai.PPPK


def _career_pppk(request: HttpRequest, saya: Pegawai) -> HttpResponse:
    home = build_home(pengguna=request.user, saya=saya, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/karier_pppk.html", _home(home, saya))


def _sheet(request: HttpRequest, orang: Pegawai, *, lengkap: bool, balik: tuple[str, str]) -> HttpResponse:
    keadaan, pembaca = _outcome(orang), _reader(request, orang)
    zona = orang.instansi.zona_waktu
    if lengkap:
        lembar = full_sheet(keadaan, zona_waktu=zona, pembaca=pembaca)
    else:
        lembar = closed_sheet(keadaan, zona_waktu=zona)
    kartu = decision_cards(keadaan, lengkap=lengkap, pembaca=pembaca)
    lain = [{**k._asdict(), "url": _address(request, orang, k.jenis)} for k in kartu]
    return _render_sheet(request, orang, lembar, balik, lain=lain)


def _decision(
    request: HttpRequest, orang: Pegawai, jenis: str, *, lengkap: bool, balik: tuple[str, str]
) -> HttpResponse:
    if jenis not in LAIN:
        raise Http404
    keadaan, pembaca = _outcome(orang), _reader(request, orang)
    lembar = decision_sheet(
        keadaan,
        JenisPutusan(jenis),
        zona_waktu=orang.instansi.zona_waktu,
        lengkap=lengkap,
        pembaca=pembaca,
    )
    return _render_sheet(request, orang, lembar, balik)


def _render_sheet(
    request: HttpRequest, orang: Pegawai, lembar: Lembar, balik: tuple[str, str], **lain: Any
) -> HttpResponse:
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL)
    siapa = identity(orang, per=timezone.localdate())
    isi = {
        **lembar._asdict(),
        "pegawai": {"nama": siapa.nama, "identitas": siapa.teks},
        "adalah_saya": orang.pk == request.user.pegawai_id,  # type: ignore[union-attr]
        "url_balik": balik[0],
        "teks_balik": balik[1],
        **lain,
    }
    return render(request, "karier/syarat.html", isi)


def _outcome(orang: Pegawai) -> Keadaan:
    return read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=timezone.localdate())[orang.pk]


def _reader(request: HttpRequest, orang: Pegawai) -> Pembaca:
    sendiri = orang.pk == request.user.pegawai_id  # type: ignore[union-attr]
    return Pembaca.PEGAWAI if sendiri else Pembaca.PENGELOLA


def _address(request: HttpRequest, orang: Pegawai, jenis: JenisPutusan) -> str:
    """The sheet of one decision; one's own address names nobody."""
    if orang.pk == request.user.pegawai_id:  # type: ignore[union-attr]
        return reverse("karier:putusan", args=[jenis.value])
    return reverse("karier:putusan_pegawai", args=[orang.pk, jenis.value])


def _home(home: Beranda, saya: Pegawai) -> dict[str, Any]:
    syarat, data = reverse("karier:syarat"), reverse("pegawai:data_saya")
    sendiri = [{**t._asdict(), "url": f"{syarat}#{t.kode}" if t.kode else data} for t in home.tugas]
    tugas = [*_rating_task(home.meja, saya), *_signing_task(home.konversi), *sendiri]
    jumlah = "\N{EN DASH}" if home.jp.jumlah is None else str(home.jp.jumlah)
    return {
        "pegawai": {"nama": home.siapa.nama, "identitas": home.siapa.teks},
        "adalah_pppk": home.adalah_pppk,
        "kenaikan": home.kenaikan and {**home.kenaikan._asdict(), "url": syarat},
        "perjanjian": home.perjanjian,
        "jp": {**home.jp._asdict(), "jumlah": jumlah, "url": data},
        "tugas": tugas,
        "beres": home.tenang and not tugas,
        "mentor": home.mentor,
        "saran": home.saran,
        "umpan_balik": home.umpan_balik,
    }


def _rating_task(meja: Meja, saya: Pegawai) -> list[dict[str, str]]:
    sisa = still_to_rate(meja)
    if not sisa or meja.siklus is None:
        return []
    return [
        {
            "judul": f"Nilai {sisa} pegawai",
            "url": reverse("kinerja:daftar"),
            "tanda": f"Batas {deadline_text(meja.siklus, saya.instansi.zona_waktu)}",
            "kelas": "perlu",
            "ket": f"{meja.siklus.nama}: {meja.selesai} dari {len(meja.baris)} sudah ditetapkan",
        }
    ]


def _signing_task(jumlah: int) -> list[dict[str, str]]:
    if not jumlah:
        return []
    return [
        {
            "judul": f"Tanda tangani {jumlah} konversi angka kredit",
            "url": f"{reverse('kinerja:daftar')}#konversi",
            "tanda": "Menunggu Anda",
            "kelas": "perlu",
            "ket": "Angka kreditnya baru ikut dihitung sesudah Anda menandatangani",
        }
    ]


def _tiles(hasil: Tim) -> list[dict[str, Any]]:
    ubin: list[dict[str, Any]] = [{"jumlah": hasil.jumlah, "teks": "bawahan langsung"}]
    if hasil.tidak_langsung is not None:
        banyak, siap = hasil.tidak_langsung
        ubin.append({"jumlah": banyak, "teks": "bawahan tidak langsung"})
        if siap is not None:
            ubin.append({"jumlah": siap, "teks": "di antaranya memenuhi syarat kenaikan pangkat"})
    return ubin


def _member(a: Anggota, meja: Meja) -> dict[str, Any]:
    tahun = meja.siklus.tahun if meja.siklus else None
    return {
        "nama": a.siapa.nama,
        "jabatan": a.siapa.jabatan,
        "url": reverse("karier:syarat_pegawai", args=[a.siapa.pegawai_id]) if a.berpangkat else "",
        "tanda": a.putusan.judul,
        "kelas": a.putusan.kelas,
        "kalimat": a.putusan.kalimat,
        "penilaian": _rating_text(a.meja, tahun),
        "penilaian_kelas": "ok" if a.meja and a.meja.ditetapkan else "",
        "url_penilaian": reverse("kinerja:penilaian", args=[tahun, a.siapa.pegawai_id]) if tahun else "",
        "jp": a.jp,
    }


def _rating_text(baris: BarisMeja | None, tahun: int | None) -> str:
    if tahun is None or baris is None:
        return "Belum ada siklus"
    if baris.penilaian is None:
        return f"{tahun}: belum dinilai"
    return f"{tahun}: {baris.penilaian.get_predikat_display()}{'' if baris.ditetapkan else ' (draf)'}"


def _page(request: HttpRequest, hasil: Tim, lewati: int) -> Halaman | None:
    if not lewati and not hasil.ada_lagi:
        return None
    return Halaman(
        sebelum=alamat(request, mulai=max(lewati - PER_HALAMAN, 0)) if lewati else "",
        berikut=alamat(request, mulai=lewati + PER_HALAMAN) if hasil.ada_lagi else "",
        teks=f"Baris {lewati + 1}\N{EN DASH}{lewati + len(hasil.anggota)} dari {hasil.jumlah}",
    )
