"""What SKP puts on the home page and on *Kinerja saya*."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kinerja.enums import StatusSKP
from kinerja.kamus.skp import ARTI_DRAF_LAMA, ARTI_STATUS, KELAS_STATUS
from kinerja.models import SKP
from kinerja.services.skp_baca import reports_of, waiting_for
from kinerja.services.skp_sumber import last_of_years
from kinerja.views.bersama import years_of
from kinerja.views.kartu import Kartu
from pegawai.querysets import BERTUGAS
from pegawai.views.tugas import Penanya, Tugas

#: Minutes: to write a plan out of last year's, and to read one.
MENIT_MENYUSUN = 15
MENIT_MENINJAU = 3


def plan_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """My own plan, while it lies with me."""
    saya = penanya.saya
    if saya.kedudukan_hukum not in BERTUGAS:
        return
    terbuka = [t.tahun for t in years_of(penanya) if t.terbuka]
    ada = last_of_years(saya.pk, terbuka) if terbuka else {}
    for tahun in terbuka:
        yield from _plan_task(tahun, ada.get(tahun))


def _plan_task(tahun: int, skp: SKP | None) -> Iterator[Tugas]:
    url = reverse("kinerja:skp_lembar", args=[skp.pk]) if skp else reverse("kinerja:skp_tahun", args=[tahun])
    if skp is None:
        yield Tugas(
            judul=f"Susun SKP {tahun}",
            url=url,
            tanda="Belum dimulai",
            ket="Dapat dimulai tanpa menunggu rencana atasan",
            menit=MENIT_MENYUSUN,
        )
    elif skp.status == StatusSKP.DRAF:
        yield Tugas(f"Lanjutkan SKP {tahun}", url, "Sedang diisi", "jalan", menit=MENIT_MENYUSUN)
    elif skp.status == StatusSKP.DIKEMBALIKAN:
        yield Tugas(f"Perbaiki SKP {tahun}", url, "Dikembalikan", "perlu", skp.catatan, MENIT_MENYUSUN)


def agreement_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Plans of direct reports that wait for me."""
    for tahun, banyak in waiting_for(penanya.request.user).items():
        yield Tugas(
            judul=f"Setujui SKP {banyak} pegawai" if banyak > 1 else "Setujui SKP 1 pegawai",
            url=reverse("kinerja:skp_tim", args=[tahun]),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket=f"SKP {tahun}",
            menit=banyak * MENIT_MENINJAU,
            memutus=True,
        )


def plan_cards(penanya: Penanya) -> Iterator[Kartu]:
    """My plan of each year that may be planned now."""
    semua = years_of(penanya)
    ada = last_of_years(penanya.saya.pk, [t.tahun for t in semua])
    for tahun in semua:
        yield _plan_card(tahun.tahun, ada.get(tahun.tahun), di_sini=tahun.di_sini)


def _plan_card(tahun: int, skp: SKP | None, *, di_sini: bool) -> Kartu:
    judul, url = f"SKP {tahun}", reverse("kinerja:skp_tahun", args=[tahun])
    if skp is not None:
        arti = ARTI_STATUS[StatusSKP(skp.status)]
        if skp.status == StatusSKP.DRAF and skp.dikirim_pada is not None:
            arti = ARTI_DRAF_LAMA
        kelas = KELAS_STATUS[StatusSKP(skp.status)]
        return Kartu(judul, arti, url, "Buka SKP", skp.get_status_display(), kelas)
    if not di_sini:
        kalimat = "SKP disusun di e-Kinerja BKN dan tidak diketik lagi di sini."
        return Kartu(judul, kalimat, url, "Baca keterangannya", "Di e-Kinerja BKN")
    kalimat = "Anda dapat mulai tanpa menunggu rencana atasan."
    return Kartu(judul, kalimat, url, f"Susun SKP {tahun}", "Belum dimulai")


def team_cards(penanya: Penanya) -> Iterator[Kartu]:
    """The plans of whom I lead, where they are written here."""
    tahun = [t for t in years_of(penanya) if t.terbuka]
    if not tahun or not reports_of(penanya.request.user).exists():
        return
    menunggu = waiting_for(penanya.request.user)
    for t in tahun:
        banyak = menunggu.get(t.tahun, 0)
        yield Kartu(
            judul=f"SKP tim {t.tahun}",
            kalimat=f"{banyak} SKP menunggu Anda." if banyak else "Tidak ada SKP yang menunggu Anda.",
            url=reverse("kinerja:skp_tim", args=[t.tahun]),
            teks_url=f"Buka SKP tim {t.tahun}",
            tanda="Menunggu Anda" if banyak else "",
            kelas="perlu" if banyak else "",
        )
