"""The guards of every service of the individual plan: who holds the pen, and how a step is written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import LangkahIdp, SebabNaskah, StatusIdp
from karier.models import ButirRencana, NaskahRencana, RencanaPengembangan
from karier.rules.beda_rencana import RUAS, Baris
from kinerja.services.penilai import rated_by
from pegawai.models import Pegawai

CATATAN_TERPANJANG: Final = 1000
#: While the plan lies with the person.
DI_PEGAWAI: Final = (StatusIdp.DRAF, StatusIdp.MENUNGGU_PEGAWAI)


class Pelaku(NamedTuple):
    """Who acts, when, and through which door."""

    actor: Any
    at: datetime
    kanal: str


def hold(rencana_id: int) -> RencanaPengembangan:
    """The plan as it stands now, locked. The person is held before it."""
    semua = RencanaPengembangan.objects.select_for_update(of=("self",))
    semua = semua.select_related("pegawai__instansi", "pegawai__unit")
    rencana: RencanaPengembangan | None = semua.filter(pk=rencana_id).first()
    if rencana is None:
        raise not_there()
    return rencana


def hold_person(pegawai_id: int) -> Pegawai:
    """The person, locked: whoever writes about their plan waits here."""
    semua = Pegawai.objects.select_for_update(no_key=True, of=("self",)).select_related("instansi", "unit")
    satu: Pegawai | None = semua.filter(pk=pegawai_id).first()
    if satu is None:
        raise not_there()
    return satu


def not_there() -> TidakDitemukan:
    return TidakDitemukan("rencana_tidak_ditemukan", "Rencana itu tidak ditemukan dalam lingkup Anda.")


def hold_own(rencana_id: int, actor: Any) -> RencanaPengembangan:
    """For the person whose plan it is."""
    if actor.pegawai_id is None:
        raise TidakBoleh("bukan_pemilik", "Rencana ini hanya diubah oleh pegawainya.")
    hold_person(actor.pegawai_id)
    rencana = hold(rencana_id)
    if rencana.pegawai_id != actor.pegawai_id:
        raise TidakBoleh("bukan_pemilik", "Rencana ini hanya diubah oleh pegawainya.")
    return rencana


def hold_led(rencana_id: int, actor: Any) -> RencanaPengembangan:
    """For the atasan of today, while the plan waits for them or is agreed."""
    pemilik = list(RencanaPengembangan.objects.filter(pk=rencana_id).values_list("pegawai_id", flat=True))
    if not pemilik:
        raise not_there()
    rated_by(pegawai_ids=pemilik, actor=actor)
    return hold(rencana_id)


def hold_either(rencana_id: int, actor: Any) -> RencanaPengembangan:
    """For one of the two."""
    milik = RencanaPengembangan.objects.filter(pk=rencana_id, pegawai=actor.pegawai_id or 0).exists()
    return hold_own(rencana_id, actor) if milik else hold_led(rencana_id, actor)


def hold_pen(rencana_id: int, actor: Any) -> RencanaPengembangan:
    """For whoever may change the words now: the person, or the atasan while it waits for them."""
    rencana = hold_either(rencana_id, actor)
    milik = rencana.pegawai_id == actor.pegawai_id
    boleh = DI_PEGAWAI if milik else (StatusIdp.MENUNGGU_ATASAN,)
    if StatusIdp(rencana.status) in boleh:
        return rencana
    tindakan = "Tarik dahulu bila perlu mengubahnya." if milik else "Tunggu sampai diajukan kepada Anda."
    if rencana.status == StatusIdp.DISEPAKATI:
        tindakan = "Tekan Bahas lagi bila perlu mengubahnya."
    raise Bentrok(
        "tidak_di_tangan",
        f"Rencana ini berstatus {rencana.get_status_display()}, jadi belum dapat Anda ubah.",
        tindakan=tindakan,
    )


def must_be_seen(rencana: RencanaPengembangan, versi: int | None) -> None:
    """Refuse what was written on top of other words than stand here."""
    if rencana.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Rencana ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Baca isinya yang sekarang, lalu ulangi.",
        )


def touch(rencana: RencanaPengembangan, *kolom: str) -> RencanaPengembangan:
    """One version of the words further."""
    rencana.versi += 1
    return store(rencana, "versi", *kolom)


def store(rencana: RencanaPengembangan, *kolom: str) -> RencanaPengembangan:
    rencana.diubah_pada = sekarang()
    rencana.save(update_fields=["diubah_pada", *kolom])
    return rencana


def say(rencana: RencanaPengembangan, langkah: LangkahIdp, p: Pelaku, isi: str = "") -> RencanaPengembangan:
    """Write a step into the dialogue and into the trail of the person."""
    rencana.dialog.create(langkah=langkah, oleh=p.actor, pada=p.at, isi=isi)
    trail(rencana, f"idp_{langkah}", p)
    return rencana


def trail(rencana: RencanaPengembangan, tindakan: str, p: Pelaku) -> None:
    catat_baca(pengguna=p.actor, pegawai_ids=[rencana.pegawai_id], kanal=p.kanal, tindakan=tindakan)


def sentence(teks: str, kosong: str, *, paling: int = CATATAN_TERPANJANG) -> str:
    """Trimmed words; DomainError `catatan_kosong` with what to write, `catatan_panjang`."""
    kalimat = teks.strip()
    if not kalimat:
        raise DomainError("catatan_kosong", kosong)
    if len(kalimat) > paling:
        raise DomainError("catatan_panjang", f"Paling banyak {paling} huruf. Sekarang {len(kalimat)}.")
    return kalimat


# -- words ----------------------------------------------------------------------------------------------


def rows_of(rencana: RencanaPengembangan) -> list[ButirRencana]:
    """The items in their order; one query."""
    return list(rencana.butir.select_related("pelatihan", "rekomendasi", "bukti").order_by("urut", "pk"))


def words_of(butir: ButirRencana) -> Baris:
    """What an item says, as both sides of a comparison read it."""
    isi = {ruas: getattr(butir, ruas) for ruas in RUAS}
    return Baris(butir.nomor, {r: n.isoformat() if isinstance(n, date) else n for r, n in isi.items()})


def text_of(rencana: RencanaPengembangan) -> list[Baris]:
    return [words_of(b) for b in rows_of(rencana)]


def as_json(baris: Sequence[Baris]) -> list[dict[str, Any]]:
    return [{"nomor": b.nomor, **b.isi} for b in baris]


def from_json(isi: Sequence[dict[str, Any]]) -> list[Baris]:
    return [Baris(int(b["nomor"]), {r: b[r] for r in RUAS}) for b in isi]


def keep(rencana: RencanaPengembangan, sebab: SebabNaskah, p: Pelaku) -> NaskahRencana:
    """The words of this version for ever; once is enough."""
    naskah, _ = NaskahRencana.objects.get_or_create(
        rencana=rencana,
        versi=rencana.versi,
        sebab=sebab,
        defaults={
            "isi": as_json(text_of(rencana)),
            "oleh": p.actor,
            "atasan_id": rencana.atasan_id,
            "pada": p.at,
        },
    )
    hasil: NaskahRencana = naskah
    return hasil


def kept_words(rencana_id: int, versi: int) -> list[Baris] | None:
    """The words of one version, for whatever reason they were kept; None: nobody kept them."""
    isi = NaskahRencana.objects.filter(rencana=rencana_id, versi=versi).values_list("isi", flat=True).first()
    return None if isi is None else from_json(isi)
