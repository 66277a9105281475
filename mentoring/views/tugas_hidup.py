"""Lines of *Beranda* about pairs: at most one question to the database for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from mentoring.enums import StatusPasangan, StatusPertemuan
from mentoring.models import Pasangan, Pertemuan
from mentoring.services.berdua import other_of
from mentoring.services.hidup_baca import meetings_waiting, pairs_with_news
from mentoring.views.pasangan import meeting_line
from pegawai.views.tugas import Penanya, Tugas

_KATA: Final = {
    StatusPertemuan.MENUNGGU: ("Konfirmasi pertemuan dengan {}", "Menunggu Anda", "perlu", 1, True),
    StatusPertemuan.TIDAK_COCOK: (
        "Cocokkan pertemuan dengan {}",
        "Perlu dicocokkan",
        "perlu",
        2,
        False,
    ),
    StatusPertemuan.DIRENCANAKAN: ("Pertemuan mentoring dengan {}", "Rencana", "jalan", 0, False),
}


def meeting_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Meetings to confirm, to put right, and those that come; one query."""
    for p in meetings_waiting(penanya.saya, at=penanya.at):
        judul, tanda, kelas, menit, memutus = _KATA[StatusPertemuan(p.status)]
        yield Tugas(
            judul=judul.format(other_of(p.pasangan, penanya.saya.pk).nama_gelar),
            url=_url(p, "#pertemuan"),
            tanda=tanda,
            kelas=kelas,
            ket=meeting_line(p)["teks"],
            menit=menit,
            memutus=memutus,
        )


def _url(p: Pertemuan, bagian: str) -> str:
    return reverse("mentoring:pasangan", args=[p.pasangan_id]) + bagian


def pair_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """A goal that waits, a kind word of HR, an end, and thanks; one query."""
    for satu in pairs_with_news(penanya.saya, at=penanya.at):
        nama = other_of(satu, penanya.saya.pk).nama_gelar
        url = reverse("mentoring:pasangan", args=[satu.pk])
        for judul, tanda, kelas, memutus in _news(satu):
            yield Tugas(judul=judul.format(nama), url=url, tanda=tanda, kelas=kelas, memutus=memutus)


def _news(satu: Pasangan) -> Iterator[tuple[str, str, str, bool]]:
    """`satu` as `pairs_with_news` reads it."""
    tanda: dict[str, bool] = vars(satu)
    if satu.status == StatusPasangan.BERJALAN:
        if tanda["usul"]:
            yield "Setujui sasaran mentoring dengan {}", "Menunggu Anda", "perlu", True
        if tanda["sapa"]:
            yield "Pengelola kepegawaian menyapa Anda dan {}", "Baca", "jalan", False
    elif tanda["usai"]:
        yield "Mentoring dengan {} sudah berakhir", "Baca", "jalan", False
    if tanda["terima"]:
        yield "Ucapan terima kasih dari {}", "Baca", "jalan", False


TUGAS: Final = {"mentoring.pertemuan": meeting_tasks, "mentoring.pasangan": pair_tasks}
