"""Requests in words: beside the value they are about, in the list of the person, for the desk of HR."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from asn_karier.lib import kata
from pegawai.enums import StatusUsulan
from pegawai.models import Pegawai, UsulanPerubahan
from pegawai.models.usulan import TERBUKA
from pegawai.services.usulan_rekam import REKAM, Rekam, beda, rekam

#: How long an answer stands beside the value.
TAMPIL: Final = timedelta(days=30)
KELAS: Final = {
    StatusUsulan.MENUNGGU_KONFIRMASI: "perlu",
    StatusUsulan.MENUNGGU: "jalan",
    StatusUsulan.MENUNGGU_BKN: "jalan",
    StatusUsulan.DITERIMA: "ok",
    StatusUsulan.DIKEMBALIKAN: "perlu",
    StatusUsulan.DIBATALKAN: "",
}

Kunci = tuple[str, int, str]


class UsulTerbaca(NamedTuple):
    """One request for a page. `url` is made by the door."""

    pk: int
    judul: str
    baris: str
    beda: list[dict[str, str]]
    tanda: str
    kelas: str
    kalimat: str
    oleh: str
    terbuka: bool
    menunggu_konfirmasi: bool
    ada_bukti: bool


def beside_values(pegawai: Pegawai, *, at: datetime) -> dict[Kunci, str]:
    """The latest word about every value that somebody asked to have corrected: (kind, row, column)."""
    segar = Q(status__in=TERBUKA) | Q(diputuskan_pada__gt=at - TAMPIL)
    semua = UsulanPerubahan.objects.filter(segar, pegawai=pegawai).exclude(status=StatusUsulan.DIBATALKAN)
    hasil: dict[Kunci, str] = {}
    for u in semua.select_related("oleh").order_by("pk"):
        for kolom in u.usul:
            hasil[(u.rekam, u.objek_id, kolom)] = sentence(u, pegawai)
    return hasil


def sentence(u: UsulanPerubahan, pegawai: Pegawai) -> str:
    """Where one request stands, in one sentence for the person."""
    zona, hari = ZoneInfo(pegawai.instansi.zona_waktu), ""
    hari = kata.tanggal((u.masuk_pada or u.dibuat_pada).astimezone(zona).date())
    match StatusUsulan(u.status):
        case StatusUsulan.MENUNGGU_KONFIRMASI:
            return f"Diisikan {u.oleh} pada {hari}; menunggu konfirmasi Anda."
        case StatusUsulan.MENUNGGU:
            return f"Usulan {hari} menunggu {pegawai.instansi.pengelola}; nilai lama masih dipakai."
        case StatusUsulan.MENUNGGU_BKN:
            return f"Usulan {hari} menunggu BKN; nilai lama masih dipakai. {u.catatan}".strip()
        case StatusUsulan.DIKEMBALIKAN:
            return f"Usulan {hari} dikembalikan: {u.catatan}"
        case StatusUsulan.DITERIMA:
            return f"Diperbaiki sesuai usulan {hari}. {u.catatan}".strip()
    return f"Usulan {hari} dibatalkan."


def own_requests(pegawai: Pegawai, *, batas: int) -> list[UsulTerbaca]:
    """The requests about one person, the newest first."""
    semua = UsulanPerubahan.objects.filter(pegawai=pegawai).select_related("oleh", "bukti")
    return [terbaca(u, pegawai) for u in semua.order_by("-pk")[:batas]]


def terbaca(u: UsulanPerubahan, pegawai: Pegawai) -> UsulTerbaca:
    """One request in words."""
    r = rekam(u.rekam)
    objek = _objek(r, u)
    return UsulTerbaca(
        pk=u.pk,
        judul=r.judul,
        baris=r.baris(objek) if objek is not None else r.tambah,
        beda=beda(r, objek, u.lama, u.usul),
        tanda=u.get_status_display(),
        kelas=KELAS[StatusUsulan(u.status)],
        kalimat=sentence(u, pegawai),
        oleh=filled_by(u, pegawai),
        terbuka=u.status in TERBUKA,
        menunggu_konfirmasi=u.status == StatusUsulan.MENUNGGU_KONFIRMASI,
        ada_bukti=u.bukti_id is not None,
    )


def _objek(r: Rekam, u: UsulanPerubahan) -> Any:
    """The row a request is about; None when it is missing, or was removed since."""
    if r.tentang_orang:
        return Pegawai.objects.select_related("unit", "atasan").get(pk=u.pegawai_id)
    return r.baris_milik(u.pegawai_id).filter(pk=u.objek_id).first()


def filled_by(u: UsulanPerubahan, pegawai: Pegawai) -> str:
    """Who entered it for whom; empty when the person did."""
    return f"Diisikan oleh {u.oleh} atas permintaan {pegawai.nama_gelar}" if u.diisikan else ""


def waiting(semua: QuerySet[UsulanPerubahan]) -> QuerySet[UsulanPerubahan]:
    """Those for which the clock of HR runs."""
    return semua.filter(status=StatusUsulan.MENUNGGU)


def is_simple(u: UsulanPerubahan) -> bool:
    """Whether it may be accepted with others at once: kept by the instansi, and written by the system."""
    r = REKAM.get(u.rekam)
    return (
        r is not None
        and u.status == StatusUsulan.MENUNGGU
        and u.pemilik == "instansi"
        and all(r.kolom_bernama(nama).ditulis for nama in u.usul)
    )
