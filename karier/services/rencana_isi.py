"""What a plan says: its items are added, changed, moved and removed by whoever holds the pen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from karier.enums import AsalButir, JenisRekomendasi, StatusButir, StatusIdp, StatusRekomendasi
from karier.models import ButirRencana, Rekomendasi, RencanaPengembangan
from karier.rules.beda_rencana import RUAS, Baris
from karier.rules.rencana import hours, span
from karier.services.rencana_sumber import hold_own, hold_pen, must_be_seen, rows_of, touch, words_of
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.services.profil import day_of

#: More than any year holds (KEPUTUSAN); a sheet stays readable.
BUTIR_TERBANYAK: Final = 20


class IsiButir(NamedTuple):
    """One item as typed."""

    kegiatan: str
    bentuk: BentukPengembangan
    mulai: date
    selesai: date
    jp: int
    biaya: int = 0
    tujuan: str = ""
    alasan: str = ""


@transaction.atomic
def add_item(*, rencana_id: int, isi: IsiButir, versi: int | None, actor: Any, at: datetime) -> ButirRencana:
    """One item more, at the end. DomainError `butir_banyak`, `tanggal_terbalik`."""
    rencana = hold_pen(rencana_id, actor)
    must_be_seen(rencana, versi)
    ensure_room(rencana)
    milik = rencana.pegawai_id == actor.pegawai_id
    butir = new_item(rencana, isi, AsalButir.PEGAWAI if milik else AsalButir.ATASAN)
    touch(rencana, "nomor_akhir")
    return butir


def new_item(rencana: RencanaPengembangan, isi: IsiButir, asal: AsalButir, **lain: Any) -> ButirRencana:
    """Stored at the end with the next number; the caller holds the plan and stores `nomor_akhir`."""
    _periksa(isi)
    rencana.nomor_akhir += 1
    butir: ButirRencana = rencana.butir.create(
        nomor=rencana.nomor_akhir, urut=rencana.butir.count() + 1, asal=asal, **isi._asdict(), **lain
    )
    return butir


def ensure_room(rencana: RencanaPengembangan) -> None:
    """DomainError `butir_banyak` where one item more is too many."""
    if rencana.butir.count() >= BUTIR_TERBANYAK:
        raise DomainError(
            "butir_banyak", f"Satu rencana memuat paling banyak {BUTIR_TERBANYAK} kegiatan.",
            tindakan="Gabungkan atau hapus satu kegiatan dahulu.",
        )  # fmt: skip


def _periksa(isi: IsiButir) -> None:
    if isi.selesai < isi.mulai:
        raise DomainError("tanggal_terbalik", "Hari terakhir tidak boleh sebelum hari pertama.")


@transaction.atomic
def change_item(
    *, rencana_id: int, butir_id: int, isi: IsiButir, versi: int | None, actor: Any, at: datetime
) -> ButirRencana:
    """Other words for one item. The same words change nothing; what is done keeps its words."""
    rencana = hold_pen(rencana_id, actor)
    butir = _butir(rencana, butir_id)
    _periksa(isi)
    if all(getattr(butir, ruas) == nilai for ruas, nilai in isi._asdict().items()):
        return butir
    must_be_seen(rencana, versi)
    _belum_selesai(butir)
    _tulis(butir, isi._asdict())
    touch(rencana)
    return butir


def _tulis(butir: ButirRencana, isi: Mapping[str, Any]) -> None:
    for ruas, nilai in isi.items():
        setattr(butir, ruas, nilai)
    butir.save(update_fields=[*isi])


@transaction.atomic
def remove_item(*, rencana_id: int, butir_id: int, versi: int | None, actor: Any, at: datetime) -> None:
    """Take an item out; one that is gone already is gone. What is done stays."""
    rencana = hold_pen(rencana_id, actor)
    butir = rencana.butir.filter(pk=butir_id).first()
    if butir is None:
        return
    must_be_seen(rencana, versi)
    _belum_selesai(butir)
    butir.delete()
    reorder(rencana, [b.nomor for b in rows_of(rencana)])
    touch(rencana)


@transaction.atomic
def move_item(
    *, rencana_id: int, butir_id: int, naik: bool, versi: int | None, actor: Any, at: datetime
) -> None:
    """One place up or down."""
    rencana = hold_pen(rencana_id, actor)
    must_be_seen(rencana, versi)
    nomor = [b.nomor for b in rows_of(rencana)]
    dari = nomor.index(_butir(rencana, butir_id).nomor)
    ke = dari - 1 if naik else dari + 1
    if not 0 <= ke < len(nomor):
        return
    nomor[dari], nomor[ke] = nomor[ke], nomor[dari]
    reorder(rencana, nomor)
    touch(rencana)


def reorder(rencana: RencanaPengembangan, nomor: Sequence[int]) -> None:
    """Put the items in the order of their numbers; one write for all."""
    tempat = {n: i for i, n in enumerate(nomor, start=1)}
    butir = list(rencana.butir.all())
    for b in butir:
        b.urut = tempat[b.nomor]
    ButirRencana.objects.bulk_update(butir, ["urut"])


def _butir(rencana: RencanaPengembangan, butir_id: int) -> ButirRencana:
    butir: ButirRencana | None = rencana.butir.filter(pk=butir_id).first()
    if butir is None:
        raise TidakDitemukan("butir_tidak_ditemukan", "Kegiatan itu tidak ada lagi dalam rencana ini.")
    return butir


def _belum_selesai(butir: ButirRencana) -> None:
    if butir.status != StatusButir.RENCANA:
        raise Bentrok(
            "butir_selesai", f"Kegiatan ini {butir.get_status_display().lower()}, jadi isinya tetap."
        )


# -- what HR has established ----------------------------------------------------------------------------


def established_for(pegawai_id: int, tahun: int) -> list[Rekomendasi]:
    """Development that HR has established for this person and year and that no item is about; one query.

    Nothing is stored before the person takes it in, so that undoing the decision undoes the proposal.
    """
    semua = Rekomendasi.objects.filter(
        pegawai=pegawai_id,
        jenis=JenisRekomendasi.PENGEMBANGAN,
        status=StatusRekomendasi.DITETAPKAN,
        periode=date(tahun, 1, 1),
    )
    return list(semua.filter(butir_rencana=None).order_by("pk"))


@transaction.atomic
def take_in(
    *, rencana_id: int, rekomendasi_id: int, versi: int | None, actor: Any, at: datetime
) -> RencanaPengembangan:
    """*Masukkan ke rencana*: an item out of what HR has established. Twice is once."""
    rencana = hold_own(rencana_id, actor)
    if rencana.butir.filter(rekomendasi=rekomendasi_id).exists():
        return rencana
    rencana = hold_pen(rencana_id, actor)
    must_be_seen(rencana, versi)
    ensure_room(rencana)
    ada = {r.pk: r for r in established_for(rencana.pegawai_id, rencana.tahun)}
    if rekomendasi_id not in ada:
        raise DomainError("rekomendasi_berubah", "Rekomendasi itu tidak lagi ditetapkan.")
    nama = LABEL[KompetensiMansoskul][KompetensiMansoskul(ada[rekomendasi_id].sasaran)]
    bentuk = BentukPengembangan.BIMBINGAN_DI_TEMPAT_KERJA
    mulai, selesai = span(rencana.tahun, day_of(rencana.pegawai, at), bentuk)
    isi = IsiButir(
        f"Mengerjakan tugas nyata yang melatih {nama}", bentuk, mulai, selesai,
        hours(bentuk, mulai, selesai), tujuan=nama,
        alasan="Pengelola kepegawaian menetapkan rekomendasi pengembangan ini.",
    )  # fmt: skip
    kompetensi = ada[rekomendasi_id].sasaran
    new_item(rencana, isi, AsalButir.REKOMENDASI, rekomendasi=ada[rekomendasi_id], kompetensi=kompetensi)
    return touch(rencana, "nomor_akhir")


# -- everything at once ---------------------------------------------------------------------------------


def write_all(rencana: RencanaPengembangan, baris: Sequence[Baris], asal: AsalButir) -> None:
    """Make the items say exactly this, in this order; those that stay keep number, links and progress."""
    ada = {b.nomor: b for b in rows_of(rencana)}
    nomor: list[int] = []
    for b in baris:
        lama = ada.pop(b.nomor, None)
        if lama is None:
            nomor.append(new_item(rencana, typed(b), asal).nomor)
            continue
        if words_of(lama).isi != b.isi:
            _tulis(lama, typed(b)._asdict())
        nomor.append(lama.nomor)
    for hilang in ada.values():
        hilang.delete()
    reorder(rencana, nomor)


def typed(b: Baris) -> IsiButir:
    """Words of a comparison as an item is stored."""
    isi = b.isi
    return IsiButir(
        str(isi["kegiatan"]),
        BentukPengembangan(int(isi["bentuk"])),
        date.fromisoformat(str(isi["mulai"])),
        date.fromisoformat(str(isi["selesai"])),
        int(isi["jp"]),
        int(isi["biaya"]),
        str(isi["tujuan"]),
        str(isi["alasan"]),
    )


def as_row(nomor: int, isi: IsiButir) -> Baris:
    """What was typed as words of a comparison."""
    kata = isi._asdict()
    return Baris(nomor, {r: kata[r].isoformat() if isinstance(kata[r], date) else kata[r] for r in RUAS})


def back_to_person(rencana: RencanaPengembangan) -> None:
    """Words changed outside the dialogue: nobody has consented to them yet."""
    rencana.status = StatusIdp.DRAF
    rencana.setuju_pegawai = rencana.setuju_atasan = rencana.disepakati_pada = None
