"""How the pages of a rater find their desk: the own one, or that of a leader for whom one prepares."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.kata import tanggal
from asn_karier.lib.views import bilangan
from kinerja.enums import Fase, StatusPenilaian, SumberKinerja
from kinerja.kamus import LABEL
from kinerja.models import SiklusPenilaian
from kinerja.services.bagian import Bagian, rates_somebody
from kinerja.services.meja import BarisMeja, Meja, desk_of, find_cycle
from kinerja.services.penilai import leaders_prepared_by
from kinerja.services.tenggat import deadline_text, is_late, phase_of
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of
from pegawai.views.saya import own_record


class MejaDibuka(NamedTuple):
    """`untuk`: the leader for whom the desk is prepared, None at the own one."""

    saya: Pegawai
    meja: Meja
    siklus: SiklusPenilaian
    untuk: Pegawai | None

    @property
    def untuk_id(self) -> int | None:
        return self.untuk.pk if self.untuk else None

    @property
    def zona_waktu(self) -> str:
        """Of whoever rates: their days count, also for somebody who prepares it elsewhere."""
        return zone_of(self.untuk or self.saya)

    def url(self, nama: str, *kunci: int) -> str:
        """An address of this desk, which stays that of the leader."""
        alamat = reverse(f"kinerja:{nama}", args=[self.siklus.pk, *kunci])
        return f"{alamat}?{urlencode({'untuk': self.untuk.pk})}" if self.untuk else alamat


def open_desk(request: HttpRequest, siklus_id: int) -> MejaDibuka:
    """The desk of this cycle; 404 for a cycle of others and for a leader who gave no delegation."""
    saya = own_record(request)
    per = timezone.localdate()
    try:
        siklus = find_cycle(siklus_id=siklus_id, instansi_id=saya.instansi_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    untuk = _leader(request)
    penilai_id = untuk.pk if untuk else saya.pk
    meja = desk_of(siklus=siklus, penilai_id=penilai_id, per=per, tanpa=saya.pk)
    if not (untuk or rates_somebody(request.user)):
        meja = Meja(siklus, [], saya.pk)
    return MejaDibuka(saya, meja, siklus, untuk)


def _leader(request: HttpRequest) -> Pegawai | None:
    diminta = bilangan(request.GET.get("untuk"))
    if diminta is None:
        return None
    for pemberi in leaders_prepared_by(request.user, at=timezone.now()):
        if pemberi.pk == diminta:
            return pemberi
    raise Http404


def cycle_words(siklus: SiklusPenilaian, zona_waktu: str) -> dict[str, Any]:
    """The cycle as every page of it is headed."""
    at = timezone.now()
    fase = phase_of(siklus, zona_waktu, at)
    return {
        "nama": siklus.nama,
        "batas": deadline_text(siklus, zona_waktu),
        "fase": LABEL[Fase][fase],
        "terbuka": siklus.status in ("dibuka", "penetapan"),
        "lewat": is_late(siklus, zona_waktu, at),
        "ekinerja": siklus.sumber == SumberKinerja.EKINERJA,
        "bersama": siklus.pengumuman == "bersama" and siklus.diumumkan_pada is None,
    }


def part_text(siklus: SiklusPenilaian, bagian: Bagian) -> str:
    """'1 Januari 2026 sampai 28 Februari 2026' for whom another atasan rates the rest; else empty."""
    return "" if bagian.masa == siklus.masa else f"{tanggal(bagian.mulai)} sampai {tanggal(bagian.sampai)}"


TANDA = {
    StatusPenilaian.DRAF: ("Draf", "jalan"),
    StatusPenilaian.DIKIRIM: ("Dikirim", "ok"),
    StatusPenilaian.DITETAPKAN: ("Ditetapkan", "ok"),
}


def state_of(b: BarisMeja) -> tuple[str, str]:
    """The mark of one person on the desk, and how it looks."""
    if b.penilaian is None or b.dari_penilai_lain:
        return "Belum dinilai", ""
    return TANDA[StatusPenilaian(b.penilaian.status)]
