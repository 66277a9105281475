"""One letter a week to who asked for it and has an address: titles, never what they tell."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Exists, OuterRef

from asn_karier.lib import outbox
from asn_karier.lib.db import sekarang
from asn_karier.lib.models import Outbox
from kinerja.kamus.pengingat import HARI
from kinerja.models import Pemberitahuan, PilihanPesan
from kinerja.rules.pengingat import SEPEKAN, Jam, is_quiet
from kinerja.services.timbang_pesan import holidays
from pegawai.services.profil import zone_of

PERISTIWA: Final = "kinerja.ringkasan_surel"
#: An older letter is not sent late: the next week has its own.
KEDALUWARSA: Final = timedelta(days=3)


def queue_digests(*, instansi_id: int, at: datetime) -> int:
    """Leave one event for everybody whose day has come and who has unread messages; once a week each."""
    baru = _unread(OuterRef("pegawai"), at)
    semua = (
        PilihanPesan.objects.filter(Exists(baru), pegawai__instansi_id=instansi_id, surel=True)
        .exclude(pegawai__akun=None).exclude(pegawai__akun__email="")
        .select_related("pegawai__unit", "pegawai__instansi").order_by("pk")
    )  # fmt: skip
    libur = holidays(at)
    kunci = {_kunci(p, at): p for p in semua if _saatnya(p, at, libur)}
    ada = set(Outbox.objects.filter(kunci__in=kunci).values_list("kunci", flat=True))
    with transaction.atomic():
        for k in kunci.keys() - ada:
            muatan = {"pegawai_id": kunci[k].pegawai_id, "sampai": at.isoformat()}
            outbox.tulis(jenis=PERISTIWA, kunci=k, muatan=muatan)
    return len(kunci.keys() - ada)


def _unread(pegawai: Any, at: datetime) -> Any:
    return Pemberitahuan.objects.filter(
        pegawai=pegawai, dibaca_pada=None, terbit_pada__lte=at, terbit_pada__gt=at - SEPEKAN
    )


def _saatnya(p: PilihanPesan, at: datetime, libur: frozenset[Any]) -> bool:
    """On the chosen day, or after it in the same week when that was a free one."""
    setempat = at.astimezone(ZoneInfo(zone_of(p.pegawai)))
    jam = Jam(p.jam_buka, p.jam_tutup)
    return setempat.weekday() >= p.hari_ringkasan and not is_quiet(setempat, libur, jam)


def _kunci(p: PilihanPesan, at: datetime) -> str:
    tahun, pekan, _ = at.astimezone(ZoneInfo(zone_of(p.pegawai))).isocalendar()
    return f"{PERISTIWA}:{p.pegawai_id}:{tahun}-{pekan:02d}"


def deliver_digest(kunci: str, muatan: dict[str, Any]) -> None:
    """Consumer of the event: write the letter, unless it was switched off, read or grew old meanwhile."""
    sampai = datetime.fromisoformat(muatan["sampai"])
    pilihan = (
        PilihanPesan.objects.filter(pegawai=muatan["pegawai_id"], surel=True)
        .select_related("pegawai__akun")
        .first()
    )
    akun = getattr(pilihan.pegawai, "akun", None) if pilihan else None
    if pilihan is None or akun is None or not akun.email or sekarang() - sampai > KEDALUWARSA:
        return
    judul = list(_unread(pilihan.pegawai_id, sampai).values_list("judul", flat=True))
    if judul:
        send_mail(_PERIHAL, _isi(judul, pilihan.hari_ringkasan), None, [akun.email])


_PERIHAL: Final = "Ringkasan pekan ini dari Karier ASN"


def _isi(judul: list[str], hari: int) -> str:
    baris = "\n".join(f"- {j}" for j in judul)
    return (
        f"Ada {len(judul)} pemberitahuan yang belum Anda baca:\n\n{baris}\n\n"
        "Masuk ke Karier ASN untuk membacanya.\n\n"
        f"Anda menerima surel ini karena memilih ringkasan tiap {HARI[hari]}. "
        "Ubah atau matikan di portal: buka menu akun, lalu Pemberitahuan.\n"
    )
