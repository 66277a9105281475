"""After the agreement: what was done, and what goes on in the next year."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from karier.enums import AsalButir, LangkahIdp, StatusButir, StatusIdp
from karier.models import ButirRencana, RencanaPengembangan
from karier.rules.rencana import first_day, plan_years
from karier.services.rencana_baca import read_items
from karier.services.rencana_isi import BUTIR_TERBANYAK, IsiButir, new_item
from karier.services.rencana_sumber import DI_PEGAWAI, Pelaku, hold_own, say, store, touch
from karier.services.rencana_usul import start_plan
from pegawai.enums import BentukPengembangan
from pegawai.services.bukti import buka_bukti, simpan_bukti
from pegawai.services.profil import day_of


class Terusan(NamedTuple):
    """Where the items went, and how many."""

    rencana: RencanaPengembangan
    banyak: int


@transaction.atomic
def finish_item(
    *, rencana_id: int, butir_id: int, refleksi: str, berkas: Any, actor: Any, at: datetime, kanal: str
) -> ButirRencana:
    """*Tandai selesai* with a proof or a reflection. Twice is once; the last one finishes the plan."""
    rencana = hold_own(rencana_id, actor)
    butir: ButirRencana | None = rencana.butir.filter(pk=butir_id).first()
    if butir is None:
        raise TidakDitemukan("butir_tidak_ditemukan", "Kegiatan itu tidak ada dalam rencana ini.")
    if butir.status == StatusButir.SELESAI:
        return butir
    if rencana.status != StatusIdp.DISEPAKATI or butir.status != StatusButir.RENCANA:
        raise Bentrok(
            "belum_disepakati", "Yang ditandai selesai adalah kegiatan yang sudah disepakati.",
            tindakan="Ajukan rencana ini dan tunggu kesepakatannya.",
        )  # fmt: skip
    kalimat = refleksi.strip()[:1000]
    if not kalimat and berkas is None:
        raise DomainError("tanpa_bukti", "Lampirkan bukti, atau tuliskan apa yang Anda pelajari.")
    butir.bukti = simpan_bukti(berkas=berkas, pengguna=actor, at=at) if berkas else None
    butir.refleksi, butir.status, butir.selesai_pada = kalimat, StatusButir.SELESAI, at
    butir.save(update_fields=["bukti", "refleksi", "status", "selesai_pada"])
    _finish_plan(rencana)
    say(rencana, LangkahIdp.SELESAI, Pelaku(actor, at, kanal), f"«{butir.kegiatan}»")
    return butir


def _finish_plan(rencana: RencanaPengembangan) -> None:
    if not rencana.butir.filter(status=StatusButir.RENCANA).exists():
        rencana.status = StatusIdp.SELESAI
        store(rencana, "status")


def open_evidence(*, butir_id: int, pengguna: Any, kanal: str) -> tuple[Any, bytes]:
    """The proof of a finished item, for whoever reads the plan. TidakDitemukan for everybody else."""
    semua = ButirRencana.objects.visible_to(pengguna).select_related("bukti", "rencana")
    butir = semua.filter(pk=butir_id).first()
    if butir is None or butir.bukti is None:
        raise TidakDitemukan("bukti_tidak_ditemukan", "Bukti itu tidak ditemukan.")
    isi = buka_bukti(
        bukti=butir.bukti,
        pegawai_id=butir.rencana.pegawai_id,
        pengguna=pengguna,
        kanal=kanal,
        keperluan="Bukti rencana pengembangan",
    )
    return butir.bukti, isi


@transaction.atomic
def carry_forward(*, rencana_id: int, actor: Any, at: datetime, kanal: str) -> Terusan:
    """What is not done goes on in the plan of the next year, with its history. Twice is once.

    What the records fulfil is done, marked or not. The plan of the next year is begun where there is none;
    one that is sent or agreed has to be opened first.
    """
    rencana = hold_own(rencana_id, actor)
    sisa = [b.butir for b in read_items(rencana) if b.butir.status == StatusButir.RENCANA and not b.tuntas]
    if not sisa:
        return _diteruskan(rencana)
    if rencana.status != StatusIdp.DISEPAKATI:
        raise Bentrok("belum_disepakati", "Yang diteruskan adalah kegiatan yang sudah disepakati.")
    hari = day_of(rencana.pegawai, at)
    if rencana.tahun + 1 not in plan_years(hari):
        raise DomainError("belum_waktunya", f"Kegiatan dapat diteruskan mulai 1 Oktober {rencana.tahun}.")
    baru = start_plan(pegawai=rencana.pegawai, tahun=rencana.tahun + 1, actor=actor, at=at, kanal=kanal)
    baru = hold_own(baru.pk, actor)
    _harus_menerima(baru, len(sisa))
    for butir in sisa:
        _teruskan(butir, baru, hari)
    touch(baru, "nomor_akhir")
    rencana.status = StatusIdp.SELESAI
    store(rencana, "status")
    say(
        rencana,
        LangkahIdp.SELESAI,
        Pelaku(actor, at, kanal),
        f"{len(sisa)} kegiatan diteruskan ke {baru.tahun}.",
    )
    return Terusan(baru, len(sisa))


def _diteruskan(rencana: RencanaPengembangan) -> Terusan:
    dahulu = RencanaPengembangan.objects.filter(butir__lanjutan_dari__rencana=rencana).distinct().first()
    if dahulu is None:
        raise DomainError("tidak_ada_sisa", "Semua kegiatan sudah selesai; tidak ada yang perlu diteruskan.")
    return Terusan(dahulu, dahulu.butir.filter(lanjutan_dari__rencana=rencana).count())


def _harus_menerima(baru: RencanaPengembangan, tambahan: int) -> None:
    if StatusIdp(baru.status) not in DI_PEGAWAI:
        raise Bentrok(
            "rencana_depan_terkunci",
            f"Rencana {baru.tahun} berstatus {baru.get_status_display()}.",
            tindakan="Tarik atau bahas lagi rencana itu, lalu teruskan.",
        )
    if baru.butir.count() + tambahan > BUTIR_TERBANYAK:
        raise DomainError(
            "butir_banyak", f"Rencana {baru.tahun} menjadi terlalu panjang. Hapus sebagian dahulu."
        )


def _teruskan(butir: ButirRencana, baru: RencanaPengembangan, hari: date) -> None:
    """The same item in the next year, as long as it was."""
    mulai = first_day(baru.tahun, hari)
    selesai = min(mulai + (butir.selesai - butir.mulai), date(baru.tahun, 12, 31))
    isi = IsiButir(
        butir.kegiatan, BentukPengembangan(butir.bentuk), mulai, selesai,
        butir.jp, butir.biaya, butir.tujuan, butir.alasan,
    )  # fmt: skip
    new_item(
        baru, isi, AsalButir.TAHUN_LALU, lanjutan_dari=butir, kompetensi=butir.kompetensi,
        teknis_id=butir.teknis_id, pelatihan_id=butir.pelatihan_id,
    )  # fmt: skip
    butir.status = StatusButir.DITERUSKAN
    butir.save(update_fields=["status"])
