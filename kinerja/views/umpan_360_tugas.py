"""360 feedback on the home page and on *Kinerja saya*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse

from kinerja.enums import StatusPutaran360
from kinerja.models import Peserta360
from kinerja.services.umpan_360_calon import count_to_decide
from kinerja.services.umpan_360_hasil import own_rounds
from kinerja.services.umpan_360_isi import Lembar360, answering_deadline, my_sheets
from kinerja.views.kartu import Kartu
from pegawai.models import Pegawai
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that feedback about one person takes, and that deciding about one list takes.
MENIT_MENJAWAB: Final = 2
MENIT_MENETAPKAN: Final = 1


def answering_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Feedback I am asked for and have not given, one line for each round."""
    semua = my_sheets(saya=penanya.saya, pengguna=penanya.request.user, at=penanya.at)
    belum: dict[int, list[Lembar360]] = {}
    for b in semua:
        if b.terbuka and not b.undangan.menjawab:
            belum.setdefault(b.undangan.putaran_id, []).append(b)
    for lembar in belum.values():
        yield Tugas(
            judul=f"Beri umpan balik 360 tentang {len(lembar)} rekan",
            url=reverse("kinerja:umpan_360"),
            tanda=f"Batas {lembar[0].tenggat.teks}",
            kelas="perlu",
            ket=f"{lembar[0].undangan.putaran.nama}, dirahasiakan",
            menit=MENIT_MENJAWAB * len(lembar),
            batas=lembar[0].tenggat.akhir,
        )


def deciding_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Direct reports about whom nobody can answer before I decide."""
    jumlah = count_to_decide(penanya.request.user)
    if jumlah:
        yield Tugas(
            judul=f"Tetapkan penjawab umpan balik 360 untuk {jumlah} pegawai",
            url=reverse("kinerja:calon_360"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Rekan dan bawahan baru dapat menjawab sesudah Anda menetapkan",
            menit=MENIT_MENETAPKAN * jumlah,
            memutus=True,
        )


def round_card(penanya: Penanya) -> Iterator[Kartu]:
    """The newest round about me."""
    putaran = own_rounds(penanya.request.user)
    if not putaran:
        return
    baris = own_round(putaran[0], penanya.saya)
    yield Kartu("Umpan balik 360", baris["kalimat"], baris["url"], baris["teks_url"], *baris["tanda"])


def own_round(p: Peserta360, saya: Pegawai) -> dict[str, Any]:
    """One round about me, and what I can do with it."""
    if p.putaran.status == StatusPutaran360.DITUTUP:
        return {
            "nama": p.putaran.nama,
            "kalimat": f"{p.putaran.nama}: hasilnya dapat Anda baca.",
            "url": reverse("kinerja:hasil_360", args=[p.putaran_id, saya.pk]),
            "teks_url": "Baca hasil",
            "tanda": ("Ditutup", ""),
        }
    batas = answering_deadline(p.putaran, saya).teks
    tanya = (
        "Atasan Anda sudah menetapkan penjawabnya." if p.ditetapkan else "Anda dapat mengusulkan penjawab."
    )
    return {
        "nama": p.putaran.nama,
        "kalimat": f"{p.putaran.nama} berjalan sampai {batas}. {tanya} Hasil tampil sesudah putaran ditutup.",
        "url": reverse("kinerja:usul_360", args=[p.putaran_id]),
        "teks_url": "Lihat siapa yang ditanya",
        "tanda": ("Berjalan", "jalan"),
    }
