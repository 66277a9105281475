"""What HR reads at *Saran pasangan*: how many wait, what is suggested to whom and why, places per mentor."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from mentoring.enums import StatusPasangan
from mentoring.kamus.saran import Penjelasan, explain_parts, score_text
from mentoring.models import PapanMentoring, Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.halaman_mentor import level_text
from mentoring.services.pasangan import points_of
from mentoring.services.saran import waiting_rows
from pegawai.models import Instansi, Pegawai
from pegawai.services.profil import identities

S = StatusPasangan


class SaranMeja(NamedTuple):
    nama: str
    jabatan: str
    skor: str
    alasan: list[Penjelasan]


class BarisMeja(NamedTuple):
    """One who waits. `tanda`: how it stands; `dapat_dipilih`: may be invited by this officer."""

    permintaan: PermintaanMentor
    nama: str
    unit: str
    level: str
    saran: list[SaranMeja]
    tanda: str
    dapat_dipilih: bool


class BarisKapasitas(NamedTuple):
    nama: str
    keahlian: str
    terisi: int
    disimpan: int
    kapasitas: int

    @property
    def sisa(self) -> int:
        return max(self.kapasitas - self.terisi, 0)


def summary_of(papan: PapanMentoring) -> list[tuple[str, str]]:
    """What the last arrangement came to, beside what doing it by hand would have, where anybody got one."""
    r = papan.ringkasan
    if not r:
        return []
    hitung = [
        ("Menunggu", f"{r['menunggu']} orang"),
        ("Tempat kosong", str(r["tempat"])),
        ("Mendapat saran pertama", f"{r['dapat']} orang"),
    ]
    if not r["dapat"]:
        return hitung
    beda = r["dapat"] - r["tangan_dapat"], r["poin"] - r["tangan_poin"]
    lebih = f"{beda[0]} orang lebih banyak" if beda[0] else f"{beda[1]} nilai lebih tinggi"
    return [*hitung, ("Dibanding memilih satu per satu", lebih if any(beda) else "sama baiknya")]


def waiting_table(instansi: Instansi) -> QuerySet[Any]:
    """Who has a suggestion first, then who waits longest."""
    semua: QuerySet[Any] = (
        waiting_rows(instansi.pk)
        .annotate(bersaran=Count("saran", filter=Q(saran__urutan=1)))
        .select_related("pegawai__unit", "teknis", "program")
        .order_by("-bersaran", "dicatat_pada", "pk")
    )
    return semua


def rows_of(permintaan: list[Any], *, actor: Any, per: date) -> list[BarisMeja]:
    """A fixed number of queries."""
    ids = [p.pk for p in permintaan]
    saran: dict[int, list[SaranPasangan]] = defaultdict(list)
    for s in SaranPasangan.objects.filter(permintaan__in=ids).select_related("mentor").order_by("urutan"):
        saran[s.permintaan_id].append(s)
    diundang = dict(
        Pasangan.objects.filter(permintaan__in=ids, status=S.DIUSULKAN).values_list("permintaan", "batas")
    )
    mentor = {s.mentor.pegawai_id for semua in saran.values() for s in semua}
    orang = identities(Pegawai.objects.filter(pk__in=mentor), per=per)
    return [_row(p, saran[p.pk], p.pk in diundang, orang, actor) for p in permintaan]


def _row(p: Any, saran: list[SaranPasangan], diundang: bool, orang: dict[int, Any], actor: Any) -> BarisMeja:
    terlibat = {p.pegawai_id, *(s.mentor.pegawai_id for s in saran[:1])}
    sendiri = actor.pegawai_id in terlibat
    tanda = "Sudah diundang" if diundang else "" if saran else "Belum ada tempat"
    return BarisMeja(
        permintaan=p,
        nama=p.pegawai.nama_gelar,
        unit=p.pegawai.unit.nama if p.pegawai.unit else "",
        level=level_text(p),
        saran=[_suggested(s, orang[s.mentor.pegawai_id]) for s in saran],
        tanda="Diundang rekan Anda" if sendiri and not tanda else tanda,
        dapat_dipilih=bool(saran) and not diundang and not sendiri,
    )


def _suggested(s: SaranPasangan, siapa: Any) -> SaranMeja:
    return SaranMeja(siapa.nama, siapa.jabatan, score_text(s.skor), explain_parts(points_of(s), s.fakta))


def capacities(instansi: Instansi) -> QuerySet[Any]:
    """Mentors by free places, the freest first."""
    disimpan = Count("pasangan", filter=Q(pasangan__status=S.DIUSULKAN), distinct=True)
    milik = ProfilMentor.objects.bersedia().filter(pegawai__instansi=instansi).dengan_terisi()
    semua: QuerySet[Any] = (
        milik.annotate(disimpan=disimpan)
        .select_related("pegawai__unit")
        .prefetch_related("keahlian__teknis")
        .order_by("terisi", "pegawai__nama", "pk")
    )
    return semua


def capacity_row(p: Any) -> BarisKapasitas:
    keahlian = ", ".join(str(k) for k in p.keahlian.all())
    return BarisKapasitas(p.pegawai.nama_gelar, keahlian, p.terisi, p.disimpan, p.kapasitas)
