"""Plans as pages read them: one's own, that of a direct report, what changed since it was made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Q

from asn_karier.lib import kata
from asn_karier.lib.errors import TidakDitemukan
from karier.enums import CaraBelajar, SebabNaskah, StatusButir, StatusIdp, StatusKiriman
from karier.kamus.rencana import badge, difference_text, gap_text
from karier.models import ButirRencana, KirimanRencana, NaskahRencana, RencanaPengembangan
from karier.rules.beda_rencana import Baris, differences
from karier.rules.rencana import CelahIdp
from karier.services.rencana_bukti import Pemenuhan, evidence_of, under_way, with_assignment, with_mentor
from karier.services.rencana_sumber import from_json, rows_of, text_of
from pegawai.enums import BentukPengembangan
from pegawai.models import AsesmenKompetensi, KenaikanKompetensi, Pegawai
from pegawai.services.profil import Identitas, identities

#: How many items the home page shows.
DI_BERANDA: Final = 3
_UNTUK_HALAMAN: Final = ("pegawai__instansi", "pegawai__unit", "pegawai__atasan", "atasan")


class ButirTerbaca(NamedTuple):
    """One item with what the records say about it."""

    butir: ButirRencana
    bukti: Pemenuhan | None

    @property
    def tuntas(self) -> bool:
        return self.butir.status == StatusButir.SELESAI or bool(self.bukti and self.bukti.penuh)


class Kemajuan(NamedTuple):
    """`diteruskan` items are not of this year any more."""

    selesai: int
    semua: int


def plan_for(*, pengguna: Any, rencana_id: int) -> RencanaPengembangan:
    """A plan that `pengguna` may read; TidakDitemukan for every other."""
    semua = RencanaPengembangan.objects.terbaca(pengguna).select_related(*_UNTUK_HALAMAN)
    rencana: RencanaPengembangan | None = semua.filter(pk=rencana_id).first()
    if rencana is None:
        raise TidakDitemukan("rencana_tidak_ditemukan", "Rencana itu tidak ditemukan dalam lingkup Anda.")
    return rencana


def plan_of_year(pegawai_id: int, tahun: int) -> RencanaPengembangan | None:
    rencana: RencanaPengembangan | None = RencanaPengembangan.objects.filter(
        pegawai=pegawai_id, tahun=tahun
    ).first()
    return rencana


def read_items(rencana: RencanaPengembangan) -> list[ButirTerbaca]:
    """The items in their order with what fulfils them; a fixed number of queries."""
    baris = rows_of(rencana)
    bukti = evidence_of(baris, rencana.pegawai_id)
    return [ButirTerbaca(b, bukti.get(b.pk)) for b in baris]


def progress(butir: Sequence[ButirTerbaca]) -> Kemajuan:
    dihitung = [b for b in butir if b.butir.status != StatusButir.DITERUSKAN]
    return Kemajuan(sum(b.tuntas for b in dihitung), len(dihitung))


def changed_since_sent(rencana: RencanaPengembangan) -> list[str]:
    """What the other side changed since the person sent it, in sentences; empty where nobody has."""
    naskah = _last_kept(rencana, SebabNaskah.KIRIM)
    if naskah is None or rencana.status not in (StatusIdp.MENUNGGU_ATASAN, StatusIdp.MENUNGGU_PEGAWAI):
        return []
    return _sentences(from_json(naskah.isi), text_of(rencana))


def changed_since_returned(rencana: RencanaPengembangan) -> list[str]:
    """What the person sent after the atasan gave it back, against that; empty at the first sending."""
    if rencana.status != StatusIdp.MENUNGGU_ATASAN:
        return []
    kirim, kembali = (_last_kept(rencana, s) for s in (SebabNaskah.KIRIM, SebabNaskah.KEMBALI))
    sepakat = _last_kept(rencana, SebabNaskah.SEPAKAT)
    if kirim is None or kembali is None or (sepakat is not None and sepakat.pk > kembali.pk):
        return []
    return _sentences(from_json(kembali.isi), from_json(kirim.isi)) if kirim.pk > kembali.pk else []


def changed_since_agreed(rencana: RencanaPengembangan) -> list[str]:
    """How a plan that is talked over again differs from what was agreed last."""
    naskah = _last_kept(rencana, SebabNaskah.SEPAKAT)
    if naskah is None or rencana.status in (StatusIdp.DISEPAKATI, StatusIdp.SELESAI):
        return []
    return _sentences(from_json(naskah.isi), text_of(rencana))


def _last_kept(rencana: RencanaPengembangan, sebab: SebabNaskah) -> NaskahRencana | None:
    naskah: NaskahRencana | None = rencana.naskah.filter(sebab=sebab).last()
    return naskah


def _sentences(lama: Sequence[Baris], baru: Sequence[Baris]) -> list[str]:
    return [difference_text(b) for b in differences(lama, baru)]


def agreed_text(*, pengguna: Any, rencana_id: int, naskah_id: int) -> NaskahRencana:
    """Words that both agreed; TidakDitemukan for everybody who may not read the plan."""
    semua = NaskahRencana.objects.visible_to(pengguna).filter(sebab=SebabNaskah.SEPAKAT)
    naskah: NaskahRencana | None = (
        semua.select_related("atasan", "rencana__pegawai__unit", "rencana__pegawai__instansi")
        .filter(rencana=rencana_id, pk=naskah_id)
        .first()
    )
    if naskah is None:
        raise TidakDitemukan("naskah_tidak_ditemukan", "Kesepakatan itu tidak ditemukan.")
    return naskah


def entry_for(pegawai_id: int, rencana_id: int) -> KirimanRencana | None:
    """What an operator entered for this person and that waits for their yes."""
    milik = KirimanRencana.objects.filter(rencana=rencana_id, rencana__pegawai=pegawai_id)
    satu: KirimanRencana | None = (
        milik.filter(status=StatusKiriman.MENUNGGU).select_related("oleh__pegawai").first()
    )
    return satu


def entry_sentences(kiriman: KirimanRencana, rencana: RencanaPengembangan) -> list[str]:
    """What it would change."""
    jadi = [b if b.nomor else Baris(-i, b.isi) for i, b in enumerate(from_json(kiriman.jadi), start=1)]
    return _sentences(text_of(rencana), jadi)


# -- home, team -----------------------------------------------------------------------------------------


class ButirKartu(NamedTuple):
    """One item, and the pair or the assignment that runs for it; `kini` empty where none does."""

    kegiatan: str
    kini: str


class KartuRencana(NamedTuple):
    """The plan on the home page: at most three rows of what is not done."""

    rencana: RencanaPengembangan
    tanda: str
    kelas: str
    butir: list[ButirKartu]


def home_card(pegawai_id: int, tahun: int) -> KartuRencana | None:
    """The plan that runs in `tahun`, else the latest; two queries, one without a plan."""
    semua = RencanaPengembangan.objects.filter(pegawai=pegawai_id).order_by("-tahun")
    plans = list(semua[:2])
    if not plans:
        return None
    rencana = next((r for r in plans if r.tahun == tahun), plans[0])
    butir = list(under_way(rencana.butir.order_by("urut", "pk")))
    selesai = sum(b.status == StatusButir.SELESAI for b in butir)
    status = StatusIdp(rencana.status)
    tanda, kelas = badge(status, selesai, len(butir), giliran=status == StatusIdp.MENUNGGU_PEGAWAI)
    sisa = [b for b in butir if b.status == StatusButir.RENCANA]
    return KartuRencana(rencana, tanda, kelas, [_card_row(b) for b in sisa[:DI_BERANDA]])


def _card_row(b: Any) -> ButirKartu:
    if b.mentor_kini and b.bentuk == BentukPengembangan.MENTORING:
        return ButirKartu(b.kegiatan, with_mentor(b.mentor_kini))
    tugas = b.penugasan_kini if b.cara is CaraBelajar.PENUGASAN else ""
    return ButirKartu(b.kegiatan, with_assignment(tugas) if tugas else "")


class BarisTim(NamedTuple):
    siapa: Identitas
    rencana: RencanaPengembangan | None

    @property
    def menunggu(self) -> bool:
        return self.rencana is not None and self.rencana.status == StatusIdp.MENUNGGU_ATASAN


def team_plans(*, pengguna: Any, tahun: int, per: date) -> list[BarisTim]:
    """The direct reports with their plan of a year, what waits first; two queries."""
    tim = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    siapa = identities(tim.order_by("nama", "pk"), per=per)
    ada = plans_of(siapa, tahun)
    baris = [BarisTim(s, ada.get(pk)) for pk, s in siapa.items()]
    return sorted(baris, key=lambda b: not b.menunggu)


def plans_of(pegawai_ids: Collection[int], tahun: int) -> dict[int, RencanaPengembangan]:
    """By person; one query."""
    semua = RencanaPengembangan.objects.filter(pegawai__in=list(pegawai_ids), tahun=tahun)
    return {r.pegawai_id: r for r in semua}


def latest_status(pegawai_ids: Collection[int], tahun: int) -> dict[int, RencanaPengembangan]:
    """The plan of `tahun`, else of the year after it, by person; one query."""
    semua = RencanaPengembangan.objects.filter(
        Q(tahun=tahun) | Q(tahun=tahun + 1), pegawai__in=list(pegawai_ids)
    )
    return {r.pegawai_id: r for r in semua.order_by("-tahun")}


# -- what changed since ---------------------------------------------------------------------------------


class SejakRencana(NamedTuple):
    """One competency: how it was when the plan was drafted, how it is in the last run, and why."""

    nama: str
    dulu: str
    kini: str
    sebab: str


def changes_since(rencana: RencanaPengembangan, kini: Sequence[CelahIdp]) -> list[SejakRencana]:
    """Gaps that closed, moved or came since the plan was drafted; two queries, none where nothing changed."""
    dulu = {str(c["kunci"]): CelahIdp(**c) for c in rencana.dasar.get("celah", [])}
    sekarang = {str(c.kunci): c for c in kini}
    berubah = [k for k in (*dulu, *(k for k in sekarang if k not in dulu)) if dulu.get(k) != sekarang.get(k)]
    if not berubah or "per" not in rencana.dasar:
        return []
    sebab = _inputs(rencana.pegawai_id, date.fromisoformat(rencana.dasar["per"]))
    nama = {k: c.nama for k, c in (*sekarang.items(), *dulu.items())}
    return [_since(nama[k], dulu.get(k), sekarang.get(k), sebab.get(k) or sebab.get("")) for k in berubah]


def _since(nama: str, dulu: CelahIdp | None, kini: CelahIdp | None, sebab: str | None) -> SejakRencana:
    if sebab is None:
        syarat = dulu is not None and kini is not None and dulu.wajib != kini.wajib
        sebab = "Syarat jabatan berubah." if syarat else "Data jabatan atau standar berubah."
    return SejakRencana(
        nama,
        gap_text(dulu) if dulu else "tidak ada celah",
        gap_text(kini) if kini else "celah tertutup",
        sebab,
    )


def _inputs(pegawai_id: int, sejak: date) -> dict[str, str]:
    """What was recorded since, by competency; an assessment is about all nine (key '')."""
    hasil: dict[str, str] = {}
    naik = KenaikanKompetensi.objects.filter(pegawai=pegawai_id, tanggal__gte=sejak).order_by("tanggal", "pk")
    for k in naik:
        kunci = str(k.teknis_id or k.kompetensi)
        hasil[kunci] = f"Sertifikat {k.nomor_sertifikat}, {kata.tanggal(k.tanggal)}."
    asesmen = AsesmenKompetensi.objects.filter(pegawai=pegawai_id, tanggal__gte=sejak)
    for a in asesmen.order_by("-tanggal")[:1]:
        hasil[""] = f"{a.get_asal_display()} {kata.tanggal(a.tanggal)}."
    return hasil
