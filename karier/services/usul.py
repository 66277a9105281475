"""The row of each proposal, written beside the decision that makes or takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db.models import QuerySet

from asn_karier.lib.errors import TidakDitemukan
from karier.enums import StatusUsul
from karier.models import HasilEvaluasi, Rekomendasi, SuratPengantar, UsulKenaikanPangkat
from karier.rules.dukungan import jalur_usul
from pegawai.models import Bukti, Instansi, Pegawai
from pegawai.services.bukti import hapus_bukti
from pegawai.services.riwayat import save_rows

#: People in one letter. Everything about them is read, judged and written together.
TERBANYAK: Final = 500
KOLOM: Final = (
    "surat", "jalur", "status", "tanggal_status", "alasan", "dokumen", "nomor_pertek", "tanggal_pertek",
    "nomor_sk", "tanggal_sk", "foto_ulang", "versi", "sumber",
)  # fmt: skip
_PUTUSAN: Final = ("kp_jalur", "kp_status", "kp_golongan_berikut", "penyesuaian_status")


def pastikan_pengelola(instansi: Instansi, actor: Any) -> None:
    """A letter belongs to the instansi: TidakDitemukan unless `actor` works as HR for all of it."""
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan dalam lingkup Anda.")


def tahan(rekomendasi: QuerySet[Any]) -> list[Rekomendasi]:
    """Recommendations held until the end of the transaction, always in one order.

    The order of all who write about a proposal: its recommendation, the person, the proposal. Who comes
    from the records of the person holds `tahan_milik` first (`pegawai.services.urutan_kunci`).
    """
    return list(rekomendasi.select_for_update(of=("self",)).order_by("pegawai_id", "pk"))


def tahan_milik(pegawai_ids: Iterable[int]) -> list[Rekomendasi]:
    """Everything recommended about these people: for who changes their records and lets it follow at once."""
    return tahan(Rekomendasi.objects.filter(pegawai_id__in=list(pegawai_ids)))


def tahan_orang(rekomendasi: QuerySet[Any]) -> list[Rekomendasi]:
    """Held with their people until the end: whoever waits here sees what the one before has written."""
    semua = tahan(rekomendasi)
    orang = Pegawai.objects.select_for_update(no_key=True).filter(pk__in=[r.pegawai_id for r in semua])
    list(orang.order_by("pk").values_list("pk", flat=True))
    return semua


def tulis_usul(
    rekomendasi: Sequence[Rekomendasi],
    *,
    surat: SuratPengantar | None,
    hari: date,
    actor: Any,
    at: datetime,
) -> list[UsulKenaikanPangkat]:
    """A proposal for each; one that was taken back or refused before begins anew. Needs a transaction."""
    lama = {u.rekomendasi_id: u for u in _dari(r.pk for r in rekomendasi)}
    jalur = paths_of(rekomendasi)
    baris = []
    for r in rekomendasi:
        usul = lama.get(r.pk) or UsulKenaikanPangkat(rekomendasi=r, pegawai_id=r.pegawai_id, versi=0)
        usul.surat, usul.jalur = surat, jalur.get(r.pk, usul.jalur)
        usul.status, usul.tanggal_status = StatusUsul.DIUSULKAN, hari
        usul.alasan = usul.dokumen = usul.nomor_pertek = usul.nomor_sk = ""
        usul.tanggal_pertek = usul.tanggal_sk = None
        usul.sumber, usul.versi = "Penetapan usul", usul.versi + 1
        baris.append(usul)
    simpan_usul(baris, actor=actor, at=at, alasan="Penetapan usul", buang=lepas_foto(baris))
    return baris


def tarik_usul(rekomendasi_ids: Iterable[int], *, hari: date, actor: Any, at: datetime) -> None:
    """The proposals of these, taken back. Needs a transaction."""
    baris = list(_dari(rekomendasi_ids))
    for usul in baris:
        usul.status, usul.tanggal_status, usul.alasan = StatusUsul.DIURUNGKAN, hari, ""
        usul.versi += 1
    simpan_usul(baris, actor=actor, at=at, alasan="Usul diurungkan", buang=lepas_foto(baris))


def lepas_foto(baris: Iterable[UsulKenaikanPangkat]) -> list[Bukti]:
    """Take the photographs off these, whose question is answered; `simpan_usul` throws them away.

    One query.
    """
    lepas = [usul for usul in baris if usul.foto_ulang_id is not None]
    bukti = list(Bukti.objects.filter(pk__in=[usul.foto_ulang_id for usul in lepas])) if lepas else []
    for usul in lepas:
        usul.foto_ulang = None
    return bukti


def simpan_usul(
    baris: Sequence[UsulKenaikanPangkat],
    *,
    actor: Any,
    at: datetime,
    alasan: str,
    buang: Iterable[Bukti] = (),
) -> None:
    """Insert what is new and update the rest, with history; a fixed number of statements per 500."""
    save_rows(
        baru=[u for u in baris if u.pk is None],
        berubah=[u for u in baris if u.pk is not None],
        kolom=KOLOM,
        actor=actor,
        at=at,
        alasan=alasan,
    )
    hapus_bukti(*buang)


def _dari(rekomendasi_ids: Iterable[int]) -> Any:
    return UsulKenaikanPangkat.objects.select_for_update().filter(rekomendasi_id__in=list(rekomendasi_ids))


def paths_of(rekomendasi: Sequence[Rekomendasi]) -> dict[int, int]:
    """The path by which the last run supported each of these (of kenaikan pangkat), by pk; one query."""
    hasil = HasilEvaluasi.objects.filter(
        run_id__in={r.run_terakhir_id for r in rekomendasi},
        pegawai_id__in={r.pegawai_id for r in rekomendasi},
    )
    tersimpan = {(h["run_id"], h["pegawai_id"]): h for h in hasil.values("run_id", "pegawai_id", *_PUTUSAN)}
    return {
        r.pk: jalur_usul(
            int(r.sasaran),
            jalur=h["kp_jalur"],
            pangkat=h["kp_status"],
            golongan_berikut=h["kp_golongan_berikut"],
            penyesuaian=h["penyesuaian_status"],
        )
        for r in rekomendasi
        if (h := tersimpan.get((r.run_terakhir_id, r.pegawai_id)))
    }
