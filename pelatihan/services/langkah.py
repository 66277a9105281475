"""One step of an enrolment: the status, the line that says who and why, and the trail."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran
from pelatihan.rules.pendaftaran import may_follow

PORTAL: Final = "portal"
MEJA: Final = "admin"
SISTEM: Final = "sistem"
ALASAN_TERPANJANG: Final = 300


def move(
    p: Pendaftaran, ke: StatusPendaftaran, *, oleh: Any, at: datetime, kanal: str, alasan: str = ""
) -> None:
    """Take one step. Raises Bentrok when it does not follow from where the enrolment stands."""
    dari = StatusPendaftaran(p.status)
    if not may_follow(dari, ke):
        raise changed(p)
    p.status, p.versi = ke, p.versi + 1
    p.save()
    note(p, dari=dari, oleh=oleh, at=at, kanal=kanal, alasan=alasan)


def note(p: Pendaftaran, *, dari: str, oleh: Any, at: datetime, kanal: str, alasan: str = "") -> None:
    """The line of the step that led to where `p` stands, and the trail, which never holds the words."""
    LangkahPendaftaran.objects.create(
        pendaftaran=p, dari=dari, ke=p.status, oleh=oleh, alasan=alasan, pada=at
    )
    catat(
        pengguna=oleh,
        tindakan=f"pendaftaran_{p.status}",
        subjek_jenis="pegawai",
        subjek_id=p.pegawai_id,
        kanal=kanal,
        rincian={"angkatan": p.angkatan_id, "pendaftaran": p.pk},
    )


def approver_of(pegawai: Pegawai) -> Pegawai | None:
    """The atasan who can decide today: somebody else, on duty, in the same instansi; else None."""
    atasan = pegawai.atasan
    if atasan is None or atasan.pk == pegawai.pk or atasan.instansi_id != pegawai.instansi_id:
        return None
    return atasan if atasan.kedudukan_hukum in BERTUGAS else None


def needs_atasan(pegawai: Pegawai) -> bool:
    """False: it goes straight to HR."""
    return approver_of(pegawai) is not None


def last_step(p: Pendaftaran) -> LangkahPendaftaran | None:
    langkah: LangkahPendaftaran | None = p.langkah.select_related("oleh").order_by("-pk").first()
    return langkah


def same_again(p: Pendaftaran, ke: StatusPendaftaran, actor: Any) -> bool:
    """Whether `actor` has taken just this step, as a second press sends it."""
    langkah = last_step(p)
    return p.status == ke and langkah is not None and langkah.ke == ke and langkah.oleh_id == actor.pk


def expect(p: Pendaftaran, versi: int) -> None:
    """Bentrok when the enrolment moved since it was read."""
    if p.versi != versi:
        raise changed(p)


def changed(p: Pendaftaran) -> Bentrok:
    return Bentrok(
        "pendaftaran_berubah",
        f"Pendaftaran ini sekarang {p.get_status_display().lower()}.",
        tindakan="Muat ulang halaman untuk melihat keadaannya.",
    )


def not_self(p: Pendaftaran, actor: Any) -> None:
    if actor.pegawai_id is not None and actor.pegawai_id == p.pegawai_id:
        raise TidakBoleh(
            "pendaftaran_sendiri",
            "Pendaftaran Anda sendiri diputuskan orang lain.",
            tindakan="Mintalah rekan Anda melakukannya.",
        )


def as_hr(angkatan: Angkatan, actor: Any) -> None:
    """TidakBoleh for anyone but HR of the instansi that holds the class."""
    if not Angkatan.objects.dikelola(actor).filter(pk=angkatan.pk).exists():
        raise TidakBoleh("bukan_hr", "Kelas ini diurus pengelola kepegawaian instansinya.")


def reason(teks: str, apa: str) -> str:
    """The words of a reason that has to be given; `apa` names it."""
    isi = teks.strip()
    if not isi:
        raise DomainError("alasan_kosong", f"Tuliskan {apa}.")
    return within(isi)


def within(teks: str) -> str:
    isi = teks.strip()
    if len(isi) > ALASAN_TERPANJANG:
        raise DomainError(
            "alasan_panjang", f"Alasan paling banyak {ALASAN_TERPANJANG} huruf. Sekarang {len(isi)}."
        )
    return isi
