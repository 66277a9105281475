"""What a page says about one idea, and the home page and *Kinerja saya* about all of mine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from asn_karier.lib import kata
from asn_karier.lib.views import sekali
from kinerja.enums import HubunganPemberi, StatusUsul
from kinerja.forms.usul_perbaikan import AjakForm, NamaForm
from kinerja.kamus.umpan_balik import titik
from kinerja.kamus.usul_perbaikan import KELAS, kalimat_hasil
from kinerja.models import UsulPerbaikan
from kinerja.rules.hubungan import hubungan
from kinerja.services.hubungan import addressees, position
from kinerja.services.tenggat import day_text
from kinerja.services.usul_perbaikan_baca import (
    answer_end,
    author_name,
    ideas_to_do,
    is_due,
    is_named,
    may_answer,
    name_for_leader,
)
from kinerja.views.kartu import Kartu
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.tugas import Penanya, Tugas

MENIT_MENJAWAB: Final = 2
MENIT_MENGUKUR: Final = 2
#: Colleagues offered to be asked along.
REKAN: Final = 100


def full_view(u: UsulPerbaikan, request: HttpRequest, saya: Pegawai) -> dict[str, Any]:
    """For kinerja/usul_perbaikan_satu.html."""
    milik, menjawab = u.pegawai_id == saya.pk, may_answer(u, request.user)
    ajakan = next((i for i in u.bersama.all() if i.pegawai_id == saya.pk), None)
    ikut = ajakan is not None and ajakan.ikut_pada is not None
    terbuka = u.status in (StatusUsul.MENUNGGU, StatusUsul.DICOBA)
    return {
        "u": idea_words(u, request, saya),
        "milik": milik,
        "jawab": menjawab and u.status == StatusUsul.MENUNGGU,
        "ukur": u.status == StatusUsul.DICOBA and (menjawab or milik or ikut),
        "tarik": milik and u.status == StatusUsul.MENUNGGU,
        "diajak": ajakan is not None and not ikut and terbuka,
        "nama": NamaForm(initial={"nama": u.nama}) if milik and u.status != StatusUsul.DITARIK else None,
        "ajak": AjakForm(rekan=colleagues(saya)) if milik and terbuka else None,
        "pengakuan": _recognition_url(u) if _may_recognise(u, saya) else "",
    }


def idea_words(u: UsulPerbaikan, request: HttpRequest, saya: Pegawai) -> dict[str, Any]:
    """What every page about one idea says of it."""
    zona = zone_of(saya)
    return {
        "pk": u.pk,
        "nomor": u.nomor,
        "masalah": u.masalah,
        "coba": u.coba,
        "terbantu": u.terbantu,
        "oleh": author_name(u, request.user),
        "rekan": kata.daftar([i.pegawai.nama_gelar for i in u.bersama.all() if i.ikut_pada])
        if is_named(u, request.user)
        else "",
        "dikirim": moment_text(u.dikirim_pada, zona),
        "tanda": u.get_status_display(),
        "kelas": KELAS[StatusUsul(u.status)],
        "perjalanan": _journey(u, zona),
        "alasan": u.get_alasan_belum_display(),
        "kata": u.kata_jawaban,
        "hasil": kalimat_hasil(u),
        "mulai": kata.tanggal(u.coba_mulai) if u.coba_mulai else "",
        "ukur": kata.tanggal(u.ukur_pada) if u.ukur_pada else "",
        "kata_warga": u.kata_warga,
    }


def _journey(u: UsulPerbaikan, zona: str) -> list[str]:
    """Where it has been, a sentence for each step."""
    jalan = []
    if u.disampaikan_oleh is not None:
        jalan.append(
            titik(f"Disampaikan ke atas oleh {u.disampaikan_oleh.nama_gelar}: {u.alasan_disampaikan}")
        )
    if u.naik_pada is not None:
        pada = moment_text(u.naik_pada, zona)
        jalan.append(f"Sejak {pada} menunggu jawaban pimpinan di atasnya juga.")
    if u.status == StatusUsul.MENUNGGU:
        jalan.append(f"Dijawab paling lambat {day_text(u.batas, zone_of(u.pegawai))}.")
    if u.penjawab is not None and u.dijawab_pada is not None:
        jalan.append(titik(f"Dijawab oleh {u.penjawab.nama_gelar} pada {moment_text(u.dijawab_pada, zona)}"))
    if u.penutup is not None and u.selesai_pada is not None:
        hasil = u.get_status_display()
        jalan.append(titik(f"{hasil} oleh {u.penutup.nama_gelar} pada {moment_text(u.selesai_pada, zona)}"))
    return jalan


def shown(semua: Iterable[UsulPerbaikan], request: HttpRequest) -> list[int]:
    """Whose names were shown: of the others nothing was read about a person."""
    return sorted({u.pegawai_id for u in semua if is_named(u, request.user)})


def colleagues(saya: Pegawai) -> list[tuple[int, str]]:
    """Whom I may ask along; one query."""
    orang = addressees(saya).exclude(pk=saya.atasan_id or 0).exclude(atasan=saya.pk).order_by("nama", "pk")
    return [
        (o.pk, o.nama_gelar)
        for o in orang[:REKAN]
        if hubungan(position(saya), position(o)) is HubunganPemberi.REKAN
    ]


def _may_recognise(u: UsulPerbaikan, saya: Pegawai) -> bool:
    """The atasan: the address names the author, who may be unnamed to leaders above."""
    return u.pegawai.atasan_id == saya.pk and u.angka_sesudah is not None


def _recognition_url(u: UsulPerbaikan) -> str:
    return f"{reverse('kinerja:pengakuan_usulkan', args=[u.pegawai_id])}?usul={u.pk}"


# -- the home page -----------------------------------------------------------------------------------------


def _to_do(penanya: Penanya) -> list[Any]:
    """Read once for both lists of the page."""
    return sekali(penanya.request, ideas_to_do, penanya.request.user)


def author_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Answers that I have not read, trials whose day has come, colleagues who ask me along."""
    saya = penanya.saya
    for u in _to_do(penanya):
        if u.menjawab:
            continue
        url = reverse("kinerja:usul_perbaikan_satu", args=[u.pk])
        if u.pegawai_id != saya.pk:
            judul = f"Ikut usul {u.pegawai.nama_gelar}: {u.coba}"
            yield Tugas(judul, url, "Menunggu Anda", "jalan", "Anda diajak; jawab bila setuju")
        elif u.dilihat_pada is None:
            yield Tugas(
                f"Baca jawaban usul: {u.coba}", url, u.get_status_display(), KELAS[StatusUsul(u.status)]
            )
        elif is_due(u, penanya.at):
            ukur = reverse("kinerja:usul_perbaikan_ukur", args=[u.pk])
            yield Tugas(f"Ukur usul yang dicoba: {u.coba}", ukur, "Saatnya", "perlu", menit=MENIT_MENGUKUR)


def leader_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Ideas that wait for my answer, and trials whose day has come; never more than one line each."""
    for u in _to_do(penanya):
        if not u.menjawab:
            continue
        if u.status == StatusUsul.MENUNGGU:
            yield _answering(u, penanya)
        elif is_due(u, penanya.at):
            url = reverse("kinerja:usul_perbaikan_ukur", args=[u.pk])
            ket = "Diteruskan, atau dihentikan baik-baik"
            yield Tugas(
                f"Lihat hasil usul: {u.coba}", url, "Saatnya", "perlu", ket, MENIT_MENGUKUR, memutus=True
            )


def _answering(u: UsulPerbaikan, penanya: Penanya) -> Tugas:
    lewat = u.naik_pada is not None and u.pegawai.atasan_id == penanya.saya.pk
    return Tugas(
        judul=f"Jawab usul perbaikan: {u.coba}",
        url=reverse("kinerja:usul_perbaikan_jawab", args=[u.pk]),
        tanda="Sudah sampai juga ke pimpinan di atas" if lewat else "Menunggu Anda",
        kelas="perlu",
        ket=f"Dari {name_for_leader(u, penanya.request.user)}",
        menit=MENIT_MENJAWAB,
        batas=answer_end(u),
        memutus=True,
    )


def idea_card(penanya: Penanya) -> Iterator[Kartu]:
    """On *Kinerja saya*: the way to send one."""
    kalimat = "Ada cara kerja yang dapat dipermudah? Atasan menjawab dalam 14 hari."
    yield Kartu("Usul perbaikan cara kerja", kalimat, reverse("kinerja:usul_perbaikan_kirim"), "Kirim usul")


def idea_list_card(penanya: Penanya) -> Iterator[Kartu]:
    """And the way to those that are there."""
    yield Kartu(
        "Usul yang berjalan",
        "Usul Anda, jawaban, dan yang sudah dicoba di unit lain.",
        reverse("kinerja:usul_perbaikan"),
        "Lihat usul",
    )
