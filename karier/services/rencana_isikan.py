"""Flow 13 for a plan: an operator brings in what somebody without signal dictated, who says yes to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, TidakBoleh, TidakDitemukan
from karier.enums import StatusIdp, StatusKiriman
from karier.models import KirimanRencana, RencanaPengembangan
from karier.rules.gabung_rencana import Kunci, Pihak
from karier.rules.rencana import missing, plan_years
from karier.services.rencana_gabung import apply_words, store_for_person
from karier.services.rencana_luring import Lembar
from karier.services.rencana_sepakat import hand_over
from karier.services.rencana_sumber import (
    Pelaku,
    from_json,
    hold,
    hold_person,
    not_there,
    rows_of,
    trail,
    words_of,
)
from karier.services.rencana_usul import start_plan
from pegawai.enums import CaraKonfirmasi
from pegawai.models import Pegawai
from pegawai.services.bukti import simpan_bukti
from pegawai.services.kode_konfirmasi import boleh_menyampaikan, hapus_kode, kode_baru, salah_kode
from pegawai.services.profil import day_of
from pegawai.services.usulan_pilih import KelompokPilihan, Pilihan

_DITULIS_SENDIRI: Final = "Disusun sendiri oleh pegawai dan belum diajukan, jadi hanya ia yang membacanya."
_MINTA_BARU: Final = "Minta pegawai membuka lagi rencananya dan menekan Tampilkan kode."


def fillable_plans(pegawai: Pegawai, actor: Any, at: datetime) -> Iterator[KelompokPilihan]:
    """The plans of the years that are planned now; nothing for their own atasan, who answers them."""
    if actor.pegawai_id and actor.pegawai_id == pegawai.atasan_id:
        return
    ada = {r.tahun: r for r in RencanaPengembangan.objects.filter(pegawai=pegawai)}
    sendiri = set(RencanaPengembangan.objects.ditulis_sendiri().filter(pegawai=pegawai))
    tahun = [t for t in plan_years(day_of(pegawai, at)) if t not in ada or _terbuka(ada[t])]
    yield KelompokPilihan(
        "rencana", "Rencana pengembangan", [_pilihan(pegawai, t, ada.get(t), sendiri) for t in tahun]
    )


def _terbuka(r: RencanaPengembangan) -> bool:
    return r.status != StatusIdp.SELESAI


def _pilihan(
    pegawai: Pegawai,
    tahun: int,
    rencana: RencanaPengembangan | None,
    sendiri: Collection[RencanaPengembangan],
) -> Pilihan:
    ket = "Ketik di halaman, atau unggah lembar yang sudah diisi."
    return Pilihan(
        judul=f"Isikan rencana pengembangan {tahun}",
        url=reverse("admin:karier_rencanapengembangan_isikan", args=[pegawai.pk, tahun]),
        tanda=rencana.get_status_display() if rencana else "Belum dimulai",
        kelas="",
        ket=_DITULIS_SENDIRI if rencana in sendiri else ket,
    )


def serve(pengguna: Any, pegawai_id: int) -> Pegawai:
    """Somebody whom this desk serves and whose atasan it is not; TidakDitemukan for everybody else."""
    semua = Pegawai.objects.dibantu(pengguna).select_related("instansi", "unit")
    satu: Pegawai | None = semua.filter(pk=pegawai_id).first()
    if satu is None or (pengguna.pegawai_id and pengguna.pegawai_id == satu.atasan_id):
        raise not_there()
    return satu


def open_plan(*, pegawai_id: int, tahun: int, actor: Any, at: datetime, kanal: str) -> RencanaPengembangan:
    """The plan of somebody whom this desk serves, begun where there is none.

    TidakBoleh `ditulis_sendiri` for what the person wrote and sent to nobody: it may name what they aim at.
    """
    pegawai = serve(actor, pegawai_id)
    rencana = start_plan(pegawai=pegawai, tahun=tahun, actor=actor, at=at, kanal=kanal)
    _not_private(rencana)
    rencana.pegawai = pegawai
    return rencana


def _not_private(rencana: RencanaPengembangan) -> None:
    if RencanaPengembangan.objects.ditulis_sendiri().filter(pk=rencana.pk).exists():
        raise TidakBoleh(
            "ditulis_sendiri", _DITULIS_SENDIRI,
            tindakan="Minta pegawai mengajukannya, atau memasukkan lembarnya sendiri.",
        )  # fmt: skip


@transaction.atomic
def bring_in(
    *,
    rencana_id: int,
    lembar: Lembar,
    pilihan: Mapping[Kunci, Pihak],
    versi: int | None,
    actor: Any,
    at: datetime,
    kanal: str,
) -> KirimanRencana:
    """*Minta konfirmasi*: kept beside the plan until the person says yes."""
    milik = list(RencanaPengembangan.objects.filter(pk=rencana_id).values_list("pegawai_id", flat=True))
    pegawai = serve(actor, milik[0] if milik else 0)
    hold_person(pegawai.pk)
    rencana, p = hold(rencana_id), Pelaku(actor, at, kanal)
    _not_private(rencana)
    kiriman = store_for_person(rencana, lembar, pilihan, versi, p)
    trail(rencana, "idp_diisikan", p)
    return kiriman


@transaction.atomic
def issue_code(*, kiriman_id: int, actor: Any, at: datetime, kanal: str, keperluan: str = "") -> str:
    """A new code for the person, or read out to them by HR who did not enter it and knows who it is."""
    kiriman = _menunggu(
        KirimanRencana.objects.visible_to(actor) | KirimanRencana.objects.dikelola(actor), kiriman_id
    )
    if kiriman.rencana.pegawai_id != actor.pegawai_id:
        _boleh_menyampaikan(kiriman, actor, keperluan)
    trail(kiriman.rencana, "terbitkan_kode", Pelaku(actor, at, kanal))
    return kode_baru(kiriman, ruang=_ruang(kiriman), at=at)


def _boleh_menyampaikan(kiriman: KirimanRencana, actor: Any, keperluan: str) -> None:
    if not KirimanRencana.objects.dikelola(actor).filter(pk=kiriman.pk).exists():
        raise _tiada()
    boleh_menyampaikan(pengisi_id=kiriman.oleh_id, actor=actor, keperluan=keperluan)


@transaction.atomic
def accept_entry(*, kiriman_id: int, actor: Any, at: datetime, kanal: str) -> KirimanRencana:
    """The person's own press; twice is once."""
    milik = KirimanRencana.objects.filter(rencana__pegawai=actor.pegawai_id or 0)
    kiriman: KirimanRencana | None = milik.filter(pk=kiriman_id, status=StatusKiriman.DIGABUNG).first()
    if kiriman is not None:
        return kiriman
    hold_person(actor.pegawai_id or 0)
    return _sahkan(_menunggu(milik, kiriman_id), CaraKonfirmasi.SENDIRI, Pelaku(actor, at, kanal))


@transaction.atomic
def refuse_entry(*, kiriman_id: int, actor: Any, at: datetime, kanal: str) -> KirimanRencana:
    """The person never asked for it: it stays refused, and the plan never changed."""
    milik = KirimanRencana.objects.filter(rencana__pegawai=actor.pegawai_id or 0)
    kiriman = _menunggu(milik, kiriman_id)
    kiriman.status = StatusKiriman.DITOLAK
    hapus_kode(kiriman)
    kiriman.save()
    trail(kiriman.rencana, "tolak_isian", Pelaku(actor, at, kanal))
    return kiriman


def confirm_by_code(*, kiriman_id: int, kode: str, actor: Any, at: datetime, kanal: str) -> KirimanRencana:
    """The code that the person read out, typed by whoever entered it. A wrong one is counted."""
    with transaction.atomic():
        kiriman = _entered(kiriman_id, actor)
        salah = salah_kode(kiriman, kode, ruang=_ruang(kiriman), at=at, baru=_MINTA_BARU)
        if salah is None:
            _sahkan(kiriman, CaraKonfirmasi.KODE, Pelaku(actor, at, kanal))
    # Raised after the count is kept: inside, the transaction would forget it.
    if salah is not None:
        raise salah
    return kiriman


@transaction.atomic
def confirm_by_paper(*, kiriman_id: int, berkas: Any, actor: Any, at: datetime, kanal: str) -> KirimanRencana:
    """A sheet that the person signed, photographed."""
    kiriman = _entered(kiriman_id, actor)
    _masih_sama(kiriman)
    kiriman.kertas = simpan_bukti(berkas=berkas, pengguna=actor, at=at)
    return _sahkan(kiriman, CaraKonfirmasi.KERTAS, Pelaku(actor, at, kanal))


def _sahkan(kiriman: KirimanRencana, cara: CaraKonfirmasi, p: Pelaku) -> KirimanRencana:
    """The words count, and go to the atasan where nothing is missing."""
    _masih_sama(kiriman)
    kiriman.status, kiriman.cara = StatusKiriman.DIGABUNG, cara
    hapus_kode(kiriman)
    kiriman.save()
    rencana = apply_words(kiriman.rencana, from_json(kiriman.jadi), p)
    butir = [(b.kegiatan, b.mulai, b.selesai) for b in rows_of(rencana)]
    atasan = Pegawai.objects.values_list("atasan_id", flat=True).get(pk=rencana.pegawai_id)
    if not missing(butir, tahun=rencana.tahun, ada_atasan=atasan not in (None, rencana.pegawai_id)):
        hand_over(rencana, p, f"Diisikan oleh {kiriman.oleh} atas permintaan pegawai.")
    return kiriman


def _masih_sama(kiriman: KirimanRencana) -> None:
    if kiriman.rencana.versi != kiriman.versi_sini or _selesai_sejak(kiriman):
        raise Bentrok(
            "rencana_berubah", "Rencana berubah sejak diisikan, jadi isian ini belum dipakai.",
            tindakan="Pegawai dapat menolaknya di halaman rencana, lalu isikan lagi dari isi yang baru.",
        )  # fmt: skip


def _selesai_sejak(kiriman: KirimanRencana) -> bool:
    """Whether the plan is over, or it would change what was done meanwhile: progress is no new version."""
    if kiriman.rencana.status == StatusIdp.SELESAI:
        return True
    jadi = {b.nomor: b.isi for b in from_json(kiriman.jadi)}
    baru = kiriman.rencana.butir.filter(selesai_pada__gte=kiriman.pada)
    return any(jadi.get(b.nomor) != words_of(b).isi for b in baru)


def _entered(kiriman_id: int, actor: Any) -> KirimanRencana:
    """What `actor` entered for somebody whom they still serve; the person and the plan are held."""
    milik = KirimanRencana.objects.visible_to(actor).filter(oleh=actor)
    ada = milik.select_related("rencana").filter(pk=kiriman_id).first()
    if ada is None or ada.rencana.pegawai_id == actor.pegawai_id:
        raise _tiada()
    hold_person(ada.rencana.pegawai_id)
    return _menunggu(milik, kiriman_id)


def _menunggu(semua: Any, kiriman_id: int) -> KirimanRencana:
    """Held with its plan, while it waits."""
    kunci = KirimanRencana.objects.select_for_update(of=("self",))
    kiriman: KirimanRencana | None = kunci.filter(pk=kiriman_id, pk__in=semua.values("pk")).first()
    if kiriman is None:
        raise _tiada()
    if kiriman.status != StatusKiriman.MENUNGGU:
        raise Bentrok("tidak_menunggu", "Isian ini tidak menunggu konfirmasi lagi.")
    kiriman.rencana = hold(kiriman.rencana_id)
    return kiriman


def _tiada() -> TidakDitemukan:
    return TidakDitemukan("kiriman_tidak_ditemukan", "Isian itu tidak ditemukan.")


def _ruang(kiriman: KirimanRencana) -> str:
    return f"idp:{kiriman.pk}"
