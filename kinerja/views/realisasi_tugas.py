"""What realisation and reflection put on the home page, and on *Kinerja saya*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.urls import reverse

from kinerja.enums import BERJALAN, StatusPengisian
from kinerja.kamus.realisasi import KELAS_PENGISIAN
from kinerja.models import RefleksiDiri, SiklusPenilaian
from kinerja.services.realisasi_baca import Menunggu
from kinerja.services.tenggat import Tenggat
from kinerja.views.bersama import SiklusSaya, cycles_of, due_here
from kinerja.views.kartu import Kartu
from pegawai.models import Pegawai
from pegawai.views.saya import leads_anybody
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that each takes (pengguna, section 6).
MENIT_ISI = 6
MENIT_REFLEKSI = 5


def realisation_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Realisations that I have not sent, that came back, or that somebody filled in for me.

    Nobody waits for what was not sent before the rating: *Kinerja saya* still leads there. Who has two plans
    in a cycle may have been rated for one of them only, so both stay.
    """
    semua = due_here(penanya)
    rencana = Counter(m.siklus.pk for m in semua)
    for m in semua:
        selesai = _status(m) in _DIISI_SENDIRI and m.dinilai and rencana[m.siklus.pk] == 1
        if _status(m) is not StatusPengisian.DIKIRIM and not selesai:
            yield _tugas(m, penanya.at)


_DIISI_SENDIRI: Final = (None, StatusPengisian.DRAF)


def _status(m: Menunggu) -> StatusPengisian | None:
    return StatusPengisian(m.pengisian.status) if m.pengisian else None


def _tugas(m: Menunggu, at: datetime) -> Tugas:
    status = _status(m)
    halaman, judul = "realisasi", f"Isi realisasi {m.siklus.nama}"
    if status is StatusPengisian.DIKEMBALIKAN:
        judul = f"Perbaiki realisasi {m.siklus.nama}"
    elif status is StatusPengisian.MENUNGGU_KONFIRMASI and m.pengisian:
        halaman, judul = "realisasi_periksa", f"Periksa realisasi {m.siklus.nama}"
    return Tugas(
        judul=judul,
        url=reverse(f"kinerja:{halaman}", args=[m.siklus.pk, m.skp.pk]),
        tanda=deadline_mark(m.tenggat, at),
        kelas="perlu",
        ket=_keterangan(m, status),
        menit=MENIT_ISI,
        batas=m.tenggat.akhir,
    )


def deadline_mark(tenggat: Tenggat, at: datetime) -> str:
    return "Lewat batas – masih dapat diisi" if tenggat.lewat(at) else f"Batas {tenggat.teks}"


def _keterangan(m: Menunggu, status: StatusPengisian | None) -> str:
    if status is StatusPengisian.MENUNGGU_KONFIRMASI and m.pengisian:
        return f"Diisikan oleh {m.pengisian.diisikan_oleh} atas permintaan Anda"
    if status is StatusPengisian.DIKEMBALIKAN:
        return "Dikembalikan atasan dengan catatan"
    if m.tenggat.alasan:
        return f"Diperpanjang: {m.tenggat.alasan}"
    return "Sedang diisi" if status is StatusPengisian.DRAF else "Belum dimulai"


def reflection_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Running cycles for which I have written nothing and may still write."""
    siklus_saya = cycles_of(penanya)
    tenggat = siklus_saya.tenggat
    for siklus in _unwritten(penanya.saya, siklus_saya):
        yield Tugas(
            judul=f"Tulis refleksi diri {siklus.nama}",
            url=reverse("kinerja:refleksi", args=[siklus.pk]),
            tanda=deadline_mark(tenggat[siklus.pk], penanya.at),
            ket="Dibaca atasan sebelum menilai",
            menit=MENIT_REFLEKSI,
            batas=tenggat[siklus.pk].akhir,
        )


def _unwritten(saya: Pegawai, siklus: SiklusSaya) -> list[SiklusPenilaian]:
    ditulis = RefleksiDiri.objects.filter(pegawai=saya, siklus__in=siklus.semua)
    selesai = siklus.dinilai | set(ditulis.values_list("siklus_id", flat=True))
    return [s for s in siklus.semua if s.pk not in selesai]


#: Every kind of task of this module, by the code it is registered under.
TUGAS: Final = {"kinerja.realisasi": realisation_tasks, "kinerja.refleksi": reflection_tasks}


def realisation_cards(penanya: Penanya) -> Iterator[Kartu]:
    """Where the realisation of every running cycle stands."""
    for m in due_here(penanya):
        status = _status(m)
        dikirim = status is StatusPengisian.DIKIRIM
        halaman = "realisasi_terkirim" if dikirim else "realisasi"
        yield Kartu(
            judul=f"Realisasi {m.siklus.nama}",
            kalimat=_kalimat(m, penanya.at, dikirim=dikirim),
            url=reverse(f"kinerja:{halaman}", args=[m.siklus.pk, m.skp.pk]),
            teks_url="Lihat yang dikirim" if dikirim else "Isi realisasi",
            tanda=m.pengisian.get_status_display() if m.pengisian else "Belum dimulai",
            kelas=KELAS_PENGISIAN[status] if status else "",
        )


def _kalimat(m: Menunggu, at: datetime, *, dikirim: bool) -> str:
    if dikirim and m.pengisian:
        return f"Nomor {m.pengisian.nomor}. {'Atasan sudah menilai' if m.dinilai else 'Atasan menilainya'}."
    if m.dinilai:
        return "Atasan sudah menilai. Realisasi masih dapat dikirim sampai siklus ditutup."
    return f"{deadline_mark(m.tenggat, at)}."


def reflection_cards(penanya: Penanya) -> Iterator[Kartu]:
    """My words of the running cycles."""
    semua = RefleksiDiri.objects.filter(pegawai=penanya.saya, siklus__status__in=BERJALAN)
    for r in semua.select_related("siklus"):
        yield Kartu(
            judul=f"Refleksi diri {r.siklus.nama}",
            kalimat="Terkirim. Anda dan atasan penilai Anda dapat membacanya.",
            url=reverse("kinerja:refleksi", args=[r.siklus.pk]),
            teks_url="Lihat refleksi",
            tanda="Terkirim",
            kelas="ok",
        )


def team_cards(penanya: Penanya) -> Iterator[Kartu]:
    """The way of a leader to what their people sent, while a cycle runs."""
    if leads_anybody(penanya.request) and cycles_of(penanya).di_sini:
        yield Kartu(
            judul="Realisasi tim",
            kalimat="Baca realisasi yang dikirim pegawai Anda. Kembalikan bila ada yang perlu diperbaiki.",
            url=reverse("kinerja:realisasi_tim"),
            teks_url="Buka realisasi tim",
        )
