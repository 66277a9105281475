"""Reminders of a running cycle: what is due now, what HR sends by hand, and the look that workers take."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import InterfaceError, OperationalError
from django.db.models import Exists, OuterRef
from django.urls import reverse

from asn_karier.lib.db import coba_kunci_sesi, is_sambungan_putus, is_sibuk, sekarang
from asn_karier.lib.errors import TidakBoleh
from asn_karier.lib.models import JadwalJalan
from kinerja.enums import BERJALAN, JenisPesan, Nasib, SumberKinerja, TahapPegawai
from kinerja.kamus.pengingat import (
    MENIT_MENGISI,
    isi_batas,
    isi_nilai,
    norma_teks,
    rencana_teks,
    sebab_batas,
)
from kinerja.models import RencanaPengisian, SiklusPenilaian
from kinerja.reports.pantau import Pantauan, Peserta, read_progress
from kinerja.rules.pengingat import due_threshold, is_quiet, may_state_norm
from kinerja.services.pemberitahuan import Surat, send_reminders
from kinerja.services.ringkasan import queue_digests
from kinerja.services.tenggat import day_text
from kinerja.services.timbang_pesan import Calon, Timbang, holidays, weigh
from pegawai.models import Instansi, Pegawai

log = logging.getLogger(__name__)

TUGAS: Final = "kinerja.pengingat"
#: How often plans are looked at, and everything else.
JEDA_RENCANA: Final = timedelta(minutes=5)
JEDA_SEMUA: Final = timedelta(hours=1)
#: A plan whose hour passed while no worker ran is still worth a reminder on that day.
SUSULAN_RENCANA: Final = timedelta(hours=8)
#: The question when they will fill in comes in the first days of a cycle.
MASA_AJAKAN: Final = timedelta(days=7)
AJAKAN_SISA: Final = 4


def send_due(*, siklus: SiklusPenilaian, at: datetime) -> int:
    """Everything that is due in this cycle now; nothing where it is quiet, nothing twice."""
    if siklus.sumber != SumberKinerja.DI_SINI or siklus.status not in BERJALAN:
        return 0
    pantauan = read_progress(siklus)
    libur = holidays(at)
    terjaga = {
        z for z in {p.zona_waktu for p in pantauan.peserta} if not is_quiet(at.astimezone(ZoneInfo(z)), libur)
    }
    if not terjaga:
        return 0
    # The nearest deadline first: what is left of the two of a week goes to what matters most.
    kiriman = (
        (JenisPesan.BATAS, due_letters(pantauan, at)),
        (JenisPesan.NILAI, rater_letters(pantauan, at)),
        (JenisPesan.AJAKAN, prompt_letters(pantauan, at)),
    )
    return sum(
        send_reminders(
            siklus=siklus,
            jenis=jenis,
            surat=[s for s in surat if s.calon.zona_waktu in terjaga],
            actor=None,
            at=at,
        )[Nasib.KIRIM]
        for jenis, surat in kiriman
    )


def due_letters(pantauan: Pantauan, at: datetime) -> Iterator[Surat]:
    """Whoever has not sent yet and stands 14 or 3 days before their own last day, or on it."""
    siklus, norma = pantauan.siklus, _norma(pantauan)
    for p in pantauan.peserta:
        sisa = p.sisa_hari(at)
        ambang = due_threshold(sisa) if p.belum_mengirim else None
        if ambang is None:
            continue
        yield Surat(
            Calon(p.pk, p.zona_waktu, f"batas:{siklus.pk}:{ambang}:{p.batas:%Y%m%d}"),
            f"Isi {siklus.nama}",
            isi_batas(sisa, day_text(p.batas, p.zona_waktu), norma.get(p.unit_id, "")),
            sebab_batas(sisa),
            reverse("kinerja:saya"),
        )


def _norma(pantauan: Pantauan) -> dict[int | None, str]:
    """The honest sentence of each unit that has one."""
    semua = Counter(p.unit_id for p in pantauan.peserta)
    selesai = Counter(p.unit_id for p in pantauan.peserta if not p.belum_mengirim)
    return {
        unit: norma_teks(selesai[unit], n)
        for unit, n in semua.items()
        if unit is not None and may_state_norm(selesai[unit], n)
    }


def rater_letters(pantauan: Pantauan, at: datetime) -> Iterator[Surat]:
    """Raters with people still to rate, before the day ratings are due."""
    siklus, zona = pantauan.siklus, {p.pk: p.zona_waktu for p in pantauan.peserta}
    menunggu: dict[int, int] = defaultdict(int)
    for p in pantauan.peserta:
        if p.dapat_dinilai and p.tahap < TahapPegawai.DINILAI and p.atasan_id is not None:
            menunggu[p.atasan_id] += 1
    for pk, jumlah in menunggu.items():
        if pk not in zona:
            continue
        sisa = (siklus.batas_penilaian - at.astimezone(ZoneInfo(zona[pk])).date()).days
        ambang = due_threshold(sisa)
        if ambang is not None:
            yield Surat(
                Calon(pk, zona[pk], f"nilai:{siklus.pk}:{ambang}:{siklus.batas_penilaian:%Y%m%d}"),
                f"Nilai tim Anda: {siklus.nama}"[:120],
                isi_nilai(jumlah, sisa, day_text(siklus.batas_penilaian, zona[pk])),
                "Dikirim karena Anda atasan penilai dan penilaian tim Anda belum selesai.",
                reverse("kinerja:daftar"),
            )


def prompt_letters(pantauan: Pantauan, at: datetime) -> Iterator[Surat]:
    """'When will you fill it in?', once, in the first days of a cycle, to who has not begun."""
    siklus = pantauan.siklus
    if siklus.dibuka_pada is None or at - siklus.dibuka_pada > MASA_AJAKAN:
        return
    for p in pantauan.peserta:
        sisa = p.sisa_hari(at)
        # Not beside a reminder of the last day: one message on a day is enough.
        if p.tahap is TahapPegawai.BELUM and sisa >= AJAKAN_SISA and due_threshold(sisa) is None:
            yield Surat(
                Calon(p.pk, p.zona_waktu, f"ajakan:{siklus.pk}"),
                "Kapan Anda akan mengisinya?",
                f"{siklus.nama} sudah dibuka sampai {day_text(p.batas, p.zona_waktu)}. Pilih hari dan jam. "
                "Kami mengingatkan Anda pada jam itu.",
                "Dikirim satu kali karena siklus ini dibuka dan Anda belum mulai mengisi.",
                reverse("kinerja:rencana", args=[siklus.pk]),
            )


def send_planned(*, instansi_id: int, at: datetime) -> int:
    """Reminders at the hour that people chose, to who has not sent meanwhile."""
    janji = RencanaPengisian.objects.filter(
        pegawai__instansi_id=instansi_id, siklus__status__in=BERJALAN, pada__lte=at,
        pada__gt=at - SUSULAN_RENCANA,
    )  # fmt: skip
    menurut: dict[int, list[RencanaPengisian]] = defaultdict(list)
    for r in janji.order_by("pk"):
        menurut[r.siklus_id].append(r)
    jumlah = 0
    for siklus in SiklusPenilaian.objects.filter(pk__in=menurut).select_related("instansi"):
        belum = {p.pk: p for p in read_progress(siklus).peserta if p.belum_mengirim}
        surat = [_surat_janji(r, belum[r.pegawai_id]) for r in menurut[siklus.pk] if r.pegawai_id in belum]
        hasil = send_reminders(siklus=siklus, jenis=JenisPesan.RENCANA, surat=surat, actor=None, at=at)
        jumlah += hasil[Nasib.KIRIM]
    return jumlah


def _surat_janji(r: RencanaPengisian, p: Peserta) -> Surat:
    setempat = r.pada.astimezone(ZoneInfo(p.zona_waktu))
    return Surat(
        Calon(p.pk, p.zona_waktu, f"rencana:{r.siklus_id}:{r.pada:%Y%m%d%H%M}"),
        "Waktu yang Anda pilih sudah tiba",
        f"{rencana_teks(setempat.date(), f'{setempat:%H.%M}')} Perlu sekitar {MENIT_MENGISI} menit.",
        "Dikirim karena Anda memilih waktu ini sendiri.",
        reverse("kinerja:saya"),
    )


# -- by hand --------------------------------------------------------------------------------------------


def manual_letters(siklus: SiklusPenilaian, peserta: Iterable[Peserta], at: datetime) -> list[Surat]:
    """What HR sends by hand: to who has not sent, at most once a day."""
    return [
        Surat(
            Calon(p.pk, p.zona_waktu, f"pengelola:{siklus.pk}:{_hari(p, at)}"),
            f"Isi {siklus.nama}",
            isi_batas(max(p.sisa_hari(at), 0), day_text(p.batas, p.zona_waktu), "")
            if p.sisa_hari(at) >= 0
            else "Batasnya sudah lewat. Anda masih dapat mengisi dengan alasan sampai siklus ditutup.",
            "Dikirim oleh pengelola kepegawaian karena isian Anda belum terkirim.",
            reverse("kinerja:saya"),
        )
        for p in peserta
        if p.belum_mengirim
    ]


def _hari(p: Peserta, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(p.zona_waktu)):%Y%m%d}"


def preview_manual(*, siklus: SiklusPenilaian, peserta: Sequence[Peserta], at: datetime) -> list[Timbang]:
    """What a press of *Kirim pengingat* would do now, without doing it."""
    calon = [s.calon for s in manual_letters(siklus, peserta, at)]
    return weigh(siklus=siklus, jenis=JenisPesan.PENGELOLA, calon=calon, at=at)


def send_manual(
    *, siklus: SiklusPenilaian, peserta: Sequence[Peserta], actor: Any, at: datetime
) -> dict[Nasib, int]:
    """HR reminds these people. Raises TidakBoleh for anyone but HR of the instansi."""
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=siklus.instansi_id).exists():
        raise TidakBoleh("bukan_hr", "Pengingat dikirim oleh pengelola kepegawaian instansi ini.")
    surat = manual_letters(siklus, peserta, at)
    return send_reminders(siklus=siklus, jenis=JenisPesan.PENGELOLA, surat=surat, actor=actor, at=at)


def phone_numbers(timbang: Iterable[Timbang]) -> dict[int, str]:
    """Numbers of those who would get it now, for a broadcast that an operator sends."""
    ids = [t.calon.pegawai_id for t in timbang if t.nasib is Nasib.KIRIM]
    orang = Pegawai.objects.filter(pk__in=ids).exclude(no_hp="").order_by("no_hp")
    return dict(orang.values_list("pk", "no_hp"))


# -- by itself ------------------------------------------------------------------------------------------


def look(*, instansi_id: int, at: datetime) -> int:
    """One look at an instansi: plans every five minutes, the rest every hour. Safe to call at any time."""
    jumlah = 0
    if _giliran(f"{TUGAS}.rencana:{instansi_id}", _awal(at, JEDA_RENCANA)):
        jumlah += send_planned(instansi_id=instansi_id, at=at)
    if _giliran(f"{TUGAS}.semua:{instansi_id}", _awal(at, JEDA_SEMUA)):
        berjalan = SiklusPenilaian.objects.filter(instansi_id=instansi_id, status__in=BERJALAN)
        for siklus in berjalan.select_related("instansi").order_by("batas_pengisian", "pk"):
            jumlah += send_due(siklus=siklus, at=at)
        queue_digests(instansi_id=instansi_id, at=at)
    return jumlah


def _awal(at: datetime, jeda: timedelta) -> datetime:
    """The beginning of the stretch of time in which `at` lies."""
    detik = int(at.timestamp())
    return at - timedelta(seconds=detik % int(jeda.total_seconds()), microseconds=at.microsecond)


def _giliran(jadwal: str, jatuh_tempo: datetime) -> bool:
    """Whether this process is the first to come for this moment."""
    _, baru = JadwalJalan.objects.get_or_create(
        jadwal=jadwal, jatuh_tempo=jatuh_tempo, defaults={"selesai_pada": jatuh_tempo}
    )
    return baru


class SapuanPengingat:
    """Implementation of lib.tasks.Sweepable: instansi with a cycle under way."""

    def claimable(self) -> Iterable[int]:
        """Ids of instansi that nobody looked at in these five minutes."""
        kini = sekarang()
        berjalan = SiklusPenilaian.objects.filter(
            instansi=OuterRef("pk"), status__in=BERJALAN, sumber=SumberKinerja.DI_SINI
        )
        ids = Instansi.objects.filter(Exists(berjalan)).order_by("pk").values_list("pk", flat=True)
        dilihat = set(
            JadwalJalan.objects.filter(jatuh_tempo=_awal(kini, JEDA_RENCANA)).values_list("jadwal", flat=True)
        )
        return [pk for pk in ids if f"{TUGAS}.rencana:{pk}" not in dilihat]

    def process_one(self, pk: int) -> bool:
        """Look at one instansi; False when another process does so."""
        try:
            with coba_kunci_sesi(f"{TUGAS}:{pk}") as dapat:
                return dapat and look(instansi_id=pk, at=sekarang()) >= 0
        except (OperationalError, InterfaceError) as salah:
            if not (is_sibuk(salah) or is_sambungan_putus(salah)):
                raise
            log.info("Pengingat %s menunggu basis data (%s).", pk, type(salah).__name__)
            return False

    def close_finished(self) -> None:
        """Moments that passed long ago are of no use."""
        lama = JadwalJalan.objects.filter(
            jadwal__startswith=f"{TUGAS}.", jatuh_tempo__lt=sekarang() - timedelta(days=1)
        )
        lama.delete()
