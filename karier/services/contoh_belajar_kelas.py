"""Classes of the demo: made, applied for, approved and sent to, as their people would do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib import kata
from karier.contoh.belajar import BAHAN
from karier.services.contoh_katalog import budget_of
from kinerja.services.contoh_tim import Pelaku
from pegawai.models import Pegawai, PejabatPenandaTangan, Pengguna
from pelatihan.enums import Metode, StatusAngkatan, StatusPendaftaran
from pelatihan.models import (
    Angkatan,
    Materi,
    Narasumber,
    Pelatihan,
    Pendaftaran,
    SesiAngkatan,
    SoalKuis,
)
from pelatihan.services.angkatan import open_class, save_angkatan
from pelatihan.services.kehadiran import open_code, record_attendance
from pelatihan.services.materi import save_materi
from pelatihan.services.pendaftaran import apply
from pelatihan.services.persetujuan import approve_many, decide_as_atasan
from pelatihan.services.surat_tugas import issue_surat_tugas

ALASAN: Final = (
    "Saya bertugas di loket dan ingin melayani lebih baik.",
    "Sesuai rencana pengembangan saya tahun ini.",
    "Tim saya memerlukannya untuk layanan baru.",
)
#: Minutes that a code on the wall is good for.
MENIT_KODE: Final = 240


class Rancangan(NamedTuple):
    """A class to be made of a programme of the catalogue; `mulai` and `selesai` are its days."""

    program: str
    mulai: date
    selesai: date
    kursi: int
    angkatan: str = "II"

    @property
    def dibuka(self) -> date:
        """The day on which it was made known."""
        return self.mulai - timedelta(days=30)


def tuesday(hari: date) -> date:
    """That day or the next one, so that a class of two days lies on days of work."""
    return hari + timedelta(days=(1 - hari.weekday()) % 7)


def write_lessons(p: Pelaku) -> None:
    """Texts and questions of two programmes."""
    for bahan in BAHAN:
        pelatihan = program_of(p, bahan.nama)
        for urut, m in enumerate(bahan.materi, start=1):
            materi = Materi(pelatihan=pelatihan, urut=urut, judul=m.judul, isi=m.isi)
            save_materi(materi=materi, unggahan=None, actor=p.hr, at=p.lalu(200))
        SoalKuis.objects.bulk_create(
            SoalKuis(pelatihan=pelatihan, urut=urut, **s._asdict())
            for urut, s in enumerate(bahan.soal, start=1)
        )


def program_of(p: Pelaku, nama: str) -> Pelatihan:
    return Pelatihan.objects.get(instansi=p.instansi, nama=nama)


def prepare_class(p: Pelaku, r: Rancangan, guru: Pegawai | None = None) -> Angkatan:
    """A class with a session a day, not open yet. `guru`: who speaks in all of them; else a guest."""
    pelatihan = program_of(p, r.program)
    daring = pelatihan.metode == Metode.DARING
    angkatan = Angkatan(
        pelatihan=pelatihan,
        instansi=p.instansi,
        nama=f"Angkatan {r.angkatan}, {kata.bulan_tahun(r.mulai)}",
        mulai=r.mulai,
        selesai=r.selesai,
        daftar_sampai=r.mulai - timedelta(days=3),
        tempat="" if daring else "Aula BKPSDM (contoh)",
        tautan="https://belajar.example/ruang" if daring else "",
        kursi=r.kursi,
        biaya=pelatihan.biaya,
        pagu=budget_of(p.instansi, r.selesai.year, p.hr, p.at) if pelatihan.biaya else None,
        dibuat_pada=p.jam(r.dibuka),
    )
    save_angkatan(angkatan=angkatan, actor=p.hr, at=p.jam(r.dibuka))
    _sessions(p, angkatan, guru)
    return angkatan


def announce_class(p: Pelaku, r: Rancangan, guru: Pegawai | None = None) -> Angkatan:
    """The same, taking applications since it was made known."""
    angkatan = prepare_class(p, r, guru)
    return open_class(angkatan_id=angkatan.pk, actor=p.hr, at=p.jam(r.dibuka, 10))


def _sessions(p: Pelaku, angkatan: Angkatan, guru: Pegawai | None) -> None:
    hari = [angkatan.mulai + timedelta(days=n) for n in range((angkatan.selesai - angkatan.mulai).days + 1)]
    for urut, satu in enumerate(hari, start=1):
        sesi = SesiAngkatan.objects.create(
            angkatan=angkatan,
            urut=urut,
            judul=f"Sesi {urut}",
            mulai=_oclock(p, satu, 9),
            selesai=_oclock(p, satu, 11),
        )
        if guru is None:
            Narasumber.objects.create(sesi=sesi, nama="Narasumber tamu (contoh)", asal="Universitas Contoh")
        else:
            Narasumber.objects.create(sesi=sesi, pegawai=guru)


def _oclock(p: Pelaku, hari: date, jam: int) -> datetime:
    """That hour on their clock, also in the future."""
    return datetime.combine(hari, time(jam), tzinfo=ZoneInfo(p.instansi.zona_waktu))


def open_class_of(p: Pelaku, nama: str) -> Angkatan:
    """The class of the catalogue that takes applications for this programme."""
    semua = Angkatan.objects.filter(instansi=p.instansi, pelatihan__nama=nama, status=StatusAngkatan.DIBUKA)
    satu: Angkatan = semua.order_by("-mulai")[0]
    return satu


# -- into it --------------------------------------------------------------------------------------------


def apply_all(p: Pelaku, angkatan: Angkatan, orang: Iterable[Pegawai], at: datetime) -> list[Pendaftaran]:
    """Everybody applies for themself."""
    return [
        apply(
            angkatan_id=angkatan.pk,
            pegawai=satu,
            alasan=ALASAN[n % len(ALASAN)],
            actor=p.sebagai(satu),
            at=at,
        )
        for n, satu in enumerate(orang)
    ]


def let_atasan_decide(
    p: Pelaku, pendaftaran: Iterable[Pendaftaran], at: datetime, *, setuju: bool = True, alasan: str = ""
) -> None:
    """The atasan of each says so, where it waits for one."""
    for satu in pendaftaran:
        if satu.status == StatusPendaftaran.MENUNGGU_ATASAN:
            decide_as_atasan(
                pendaftaran_id=satu.pk,
                versi=satu.versi,
                setuju=setuju,
                alasan=alasan,
                actor=p.atasan(satu.pegawai),
                at=at,
            )


def approve(p: Pelaku, angkatan: Angkatan, pendaftaran: Iterable[Pendaftaran], at: datetime) -> None:
    approve_many(
        angkatan_id=angkatan.pk, pendaftaran_ids=[satu.pk for satu in pendaftaran], actor=p.hr, at=at
    )


def fill_class(p: Pelaku, angkatan: Angkatan, orang: Sequence[Pegawai]) -> list[Pendaftaran]:
    """Everybody applied, was approved by both, and has the letter a week before the class begins."""

    def pada(hari: int, jam: int = 9) -> datetime:
        return p.jam(angkatan.mulai - timedelta(days=hari), jam)

    masuk = apply_all(p, angkatan, orang, pada(14))
    let_atasan_decide(p, masuk, pada(12))
    approve(p, angkatan, masuk, pada(10))
    _send(p, angkatan, masuk, pada(7))
    return list(angkatan.pendaftaran.select_related("pegawai").order_by("urut"))


def _send(p: Pelaku, angkatan: Angkatan, masuk: Iterable[Pendaftaran], at: datetime) -> None:
    hari = at.astimezone(ZoneInfo(p.instansi.zona_waktu)).date()
    issue_surat_tugas(
        angkatan_id=angkatan.pk,
        nomor=f"800.1.4/{angkatan.pk:03d}/CONTOH/{hari.year}",
        tanggal=hari,
        penanda_tangan=signer_of(p, hari),
        pendaftaran_ids=[satu.pk for satu in masuk],
        actor=p.hr,
        at=at,
    )


def signer_of(p: Pelaku, hari: date) -> PejabatPenandaTangan:
    pejabat: PejabatPenandaTangan = PejabatPenandaTangan.objects.filter(instansi=p.instansi).pada(hari)[0]
    return pejabat


def attend(p: Pelaku, sesi: SesiAngkatan, hadir: Iterable[Pengguna]) -> None:
    """The code hangs in the room; who is there types it."""
    terbuka = open_code(sesi_id=sesi.pk, menit=MENIT_KODE, actor=p.hr, at=sesi.mulai)
    for n, akun in enumerate(hadir):
        record_attendance(
            angkatan_id=sesi.angkatan_id,
            kode=terbuka.kode_hadir,
            actor=akun,
            at=sesi.mulai + timedelta(minutes=2 + n),
        )
