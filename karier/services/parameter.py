"""Settings of an instansi: the rules as it has them on a day, and a named officer who sets one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan, Nilai, aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.db import kunci_instansi
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from karier.enums import StatusRun
from karier.models import ParameterInstansi, RunEvaluasi
from karier.rules.parameter import atur, pasang, periksa_entri, periksa_nilai
from pegawai.models import Instansi

PANJANG_DASAR: Final = 200


class Setelan(NamedTuple):
    """One row as the checks read it."""

    mulai: date
    entri: str
    nilai: Nilai | None


def aturan_instansi(instansi_id: int, per: date) -> Aturan:
    """The rules in force on `per` with the settings of the instansi; one query."""
    return pasang(aturan_per(per), nilai_berlaku(instansi_id, per))


def hukum_instansi(instansi_id: int) -> Callable[[date], Aturan]:
    """The rules of any day with the settings of the instansi; one query for all days."""
    riwayat = _riwayat(instansi_id)
    return lambda hari: pasang(aturan_per(hari), _pada(riwayat, hari))


def nilai_berlaku(instansi_id: int, per: date) -> dict[str, Nilai]:
    """The settings that count on `per`; one that went back to the regulation is not among them."""
    return _pada(_riwayat(instansi_id), per)


def coba_parameter(
    *, instansi_id: int, entri: str, nilai: Nilai | None, berlaku_mulai: date
) -> tuple[Aturan, Aturan]:
    """The rules of `berlaku_mulai` without and with a setting that nobody has made yet.

    DomainError as `rules.parameter.atur`, for every later day too on which a setting begins, and
    `parameter_tidak_berubah` when it would change nothing.
    """
    periksa_entri(entri)
    if nilai is not None:
        periksa_nilai(entri, nilai)
    lama = _riwayat(instansi_id)
    baru = [s for s in lama if (s.entri, s.mulai) != (entri, berlaku_mulai)]
    baru = sorted([*baru, Setelan(berlaku_mulai, entri, nilai)], key=lambda s: s.mulai)
    if _pada(baru, berlaku_mulai) == _pada(lama, berlaku_mulai):
        raise DomainError(
            "parameter_tidak_berubah",
            f"Nilai itu sudah berlaku pada {kata.tanggal(berlaku_mulai)}.",
            tindakan="Isi nilai yang lain, atau pilih tanggal yang lain.",
        )
    for hari in sorted({s.mulai for s in baru if s.mulai >= berlaku_mulai}):
        _periksa(entri, _pada(baru, hari), hari)
    kini = aturan_per(berlaku_mulai)
    return pasang(kini, _pada(lama, berlaku_mulai)), pasang(kini, _pada(baru, berlaku_mulai))


def tetapkan_parameter(
    *,
    instansi: Instansi,
    entri: str,
    nilai: Nilai | None,
    berlaku_mulai: date,
    dasar: str,
    actor: Any,
    at: datetime,
    sidik: str = "",
) -> ParameterInstansi:
    """Set one row from `berlaku_mulai` on; `nilai` None: back to the regulation from that day on.

    `actor` is HR of the whole instansi (TidakDitemukan). `sidik`: fingerprint of the rules that the actor
    has looked at; Bentrok `parameter_berubah` when others are in force by now. Bentrok
    `parameter_terpakai` when a run has used what was set for the same day. DomainError `dasar_kosong`,
    `parameter_mundur` (the past is set only as long as no run has judged it), and as `coba_parameter`.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    if not dasar.strip():
        raise DomainError("dasar_kosong", "Tuliskan dokumen yang menetapkan nilai ini.")
    with transaction.atomic():
        # Alone with the instansi: a run that starts now has either the old value or the new one.
        kunci_instansi(instansi.pk)
        kini, _ = coba_parameter(
            instansi_id=instansi.pk, entri=entri, nilai=nilai, berlaku_mulai=berlaku_mulai
        )
        if sidik and sidik != kini.sidik:
            raise _berubah()
        pastikan_boleh_mulai(instansi, entri, berlaku_mulai, at)
        isi: dict[str, Any] = {"nilai": nilai, "dasar": dasar.strip()[:PANJANG_DASAR]}
        isi |= {"ditetapkan_oleh": actor, "ditetapkan_pada": at}
        baris, _ = ParameterInstansi.objects.update_or_create(
            instansi=instansi, entri=entri, berlaku_mulai=berlaku_mulai, defaults=isi
        )
        _catat(baris, actor)
    return baris


def _berubah() -> Bentrok:
    return Bentrok(
        "parameter_berubah",
        "Aturan atau parameter instansi berubah sejak Anda membuka halaman ini.",
        tindakan="Periksa lagi berapa pegawai yang berubah, lalu tetapkan.",
    )


def pastikan_boleh_mulai(instansi: Instansi, entri: str, mulai: date, at: datetime) -> None:
    """A setting reaches into the past only where no run has judged people yet; what one used stays.

    DomainError `parameter_mundur`, Bentrok `parameter_terpakai`.
    """
    dinilai = RunEvaluasi.objects.filter(instansi=instansi, per_tanggal__gte=mulai).exclude(
        status=StatusRun.DIBATALKAN
    )
    hari_ini = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    if mulai < hari_ini and dinilai.filter(simulasi=False).exists():
        raise DomainError(
            "parameter_mundur",
            f"Sudah ada perhitungan untuk keadaan sesudah {kata.tanggal(mulai)}.",
            tindakan=f"Pilih tanggal mulai {kata.tanggal(hari_ini)} atau sesudahnya.",
        )
    lama = ParameterInstansi.objects.filter(instansi=instansi, entri=entri, berlaku_mulai=mulai).first()
    if lama is not None and dinilai.filter(dibuat_pada__gte=lama.ditetapkan_pada).exists():
        raise Bentrok(
            "parameter_terpakai",
            f"Nilai yang mulai {kata.tanggal(mulai)} sudah dipakai perhitungan dan tidak dapat diubah.",
            tindakan="Tetapkan nilai baru dengan tanggal mulai sesudahnya.",
        )


def _riwayat(instansi_id: int) -> list[Setelan]:
    """All settings of the instansi by rising date."""
    baris = ParameterInstansi.objects.filter(instansi_id=instansi_id).order_by("berlaku_mulai", "pk")
    return [Setelan(*b) for b in baris.values_list("berlaku_mulai", "entri", "nilai")]


def _pada(riwayat: Iterable[Setelan], hari: date) -> dict[str, Nilai]:
    """Per entry the last value that began on or before `hari`; null is none."""
    nilai = {s.entri: s.nilai for s in riwayat if s.mulai <= hari}
    return {entri: n for entri, n in nilai.items() if n is not None}


def _periksa(entri: str, ganti: dict[str, Nilai], hari: date) -> None:
    """The subject of `entri` strictly, so that what contradicts itself is refused before it is stored."""
    kode = entri.partition("/")[0]
    try:
        atur(aturan_per(hari), {e: n for e, n in ganti.items() if e.startswith(f"{kode}/")})
    except DomainError as salah:
        if salah.kode != "baris_tidak_ada":
            raise
        raise DomainError(
            salah.kode,
            f"Parameter ini belum ada dalam aturan yang berlaku pada {kata.tanggal(hari)}.",
            tindakan="Pilih tanggal mulai yang lain.",
        ) from salah


def _catat(baris: ParameterInstansi, actor: Any) -> None:
    catat(
        pengguna=actor,
        tindakan="tetapkan_parameter",
        subjek_jenis="parameter",
        subjek_id=baris.pk,
        kanal="admin",
        keperluan=baris.dasar,
        rincian={
            "instansi": baris.instansi_id,
            "entri": baris.entri,
            "nilai": baris.nilai,
            "berlaku_mulai": baris.berlaku_mulai.isoformat(),
        },
    )
