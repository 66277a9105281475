"""What one person reads on the page *Mentor*: their mentor, their wait, their suggestions, who asks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.errors import TidakDitemukan
from mentoring.enums import StatusMentor, StatusPasangan
from mentoring.kamus.saran import Penjelasan, explain_parts, score_text, ways_text
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.querysets import MEMEGANG_TEMPAT
from mentoring.services.berdua import other_of
from mentoring.services.papan import board_of
from mentoring.services.pasangan import points_of, stored_for
from mentoring.services.saran import waiting_rows
from pegawai.models import Pegawai
from pegawai.services.profil import date_text, identities

S = StatusPasangan


class KartuMentor(NamedTuple):
    """A suggested mentor as a card. `alasan`: the parts of the score, the heart of it first."""

    saran: SaranPasangan
    nama: str
    jabatan: str
    unit: str
    cara: str
    senang_membantu: str
    skor: str
    alasan: list[Penjelasan]
    dipegang: bool


@dataclass(frozen=True, slots=True)
class Menunggu:
    """A wait. `urutan`: place among those who wait for the same competency without a suggestion."""

    permintaan: PermintaanMentor
    saran: list[KartuMentor]
    usang: bool
    urutan: int
    undangan: Pasangan | None
    terakhir: Pasangan | None


def read_wait(pegawai: Pegawai, *, per: date) -> Menunggu | None:
    """None when they wait for nobody."""
    milik = PermintaanMentor.objects.menunggu().filter(pegawai=pegawai)
    permintaan = milik.select_related("program", "teknis").first()
    if permintaan is None:
        return None
    semua = list(permintaan.pasangan.select_related("mentor_pegawai").order_by("-pk"))
    undangan = next((p for p in semua if p.status == S.DIUSULKAN), None)
    saran = cards(stored_for(permintaan), per, dipegang=undangan.mentor_id if undangan else 0)
    berakhir = (S.BELUM_DITERIMA, S.LEWAT_WAKTU)
    return Menunggu(
        permintaan=permintaan,
        saran=saran,
        usang=board_of(pegawai.instansi_id).usang,
        urutan=0 if saran else _turn(permintaan, pegawai.instansi_id),
        undangan=undangan,
        terakhir=semua[0] if semua and semua[0].status in berakhir else None,
    )


def _turn(permintaan: PermintaanMentor, instansi_id: int) -> int:
    sama = waiting_rows(instansi_id).filter(
        kompetensi=permintaan.kompetensi, teknis=permintaan.teknis_id, saran=None
    )
    lebih_dahulu: int = sama.filter(dicatat_pada__lt=permintaan.dicatat_pada).count()
    return lebih_dahulu + 1


def cards(saran: list[SaranPasangan], per: date, *, dipegang: int = 0) -> list[KartuMentor]:
    """With names; one query."""
    orang = identities(Pegawai.objects.filter(pk__in=[s.mentor.pegawai_id for s in saran]), per=per)
    hasil = []
    for s in saran:
        siapa = orang[s.mentor.pegawai_id]
        hasil.append(
            KartuMentor(
                saran=s,
                nama=siapa.nama,
                jabatan=siapa.jabatan,
                unit=siapa.unit,
                cara=ways_text(s.mentor.cara),
                senang_membantu=s.mentor.senang_membantu,
                skor=score_text(s.skor),
                alasan=explain_parts(points_of(s), s.fakta),
                dipegang=s.mentor_id == dipegang,
            )
        )
    return hasil


def own_pairs(pegawai: Pegawai) -> list[Pasangan]:
    """The pair in which one is guided, running or chosen; one query."""
    milik = Pasangan.objects.filter(mentee=pegawai, status__in=(S.DIPILIH_MENTEE, S.BERJALAN))
    return list(milik.select_related("mentor_pegawai__unit", "teknis", "program").order_by("-pk"))


class PasanganSaya(NamedTuple):
    """A pair of mine: the other of us, what it is about, since when or from when to when."""

    pk: int
    nama: str
    kompetensi: str
    masa: str


def lived_pairs(pengguna: Any) -> tuple[list[PasanganSaya], list[PasanganSaya]]:
    """Those whom I guide, and pairs that ended with me as either of the two; one query."""
    semua = Pasangan.objects.of_the_two(pengguna).select_related("mentor_pegawai", "mentee", "teknis")
    dibimbing, berakhir = [], []
    for p in semua.order_by("-mulai", "-pk"):
        if p.status != S.BERJALAN:
            berakhir.append(_mine(p, pengguna.pegawai_id))
        elif p.mentor_pegawai_id == pengguna.pegawai_id:
            dibimbing.append(_mine(p, pengguna.pegawai_id))
    return dibimbing, berakhir


def _mine(p: Pasangan, pegawai_id: int) -> PasanganSaya:
    masa = kata.rentang(p.mulai, p.selesai) if p.mulai and p.selesai else f"sejak {date_text(p.mulai)}"
    return PasanganSaya(p.pk, other_of(p, pegawai_id).nama_gelar, p.nama_kompetensi, masa)


@dataclass(frozen=True, slots=True)
class SebagaiMentor:
    """One's own side as a mentor. `tanya`: who has chosen one; `terisi`: places that are taken."""

    profil: ProfilMentor | None
    keahlian: list[str]
    cara: str
    terisi: int
    tanya: list[Pasangan]

    @property
    def aktif(self) -> bool:
        return self.profil is not None and self.profil.status == StatusMentor.AKTIF

    @property
    def diundang(self) -> bool:
        return self.profil is not None and self.profil.status == StatusMentor.DIUNDANG


def read_as_mentor(pegawai: Pegawai) -> SebagaiMentor:
    profil: Any = ProfilMentor.objects.dengan_terisi().filter(pegawai=pegawai).first()
    if profil is None:
        return SebagaiMentor(None, [], "", 0, [])
    tanya = profil.pasangan.filter(status=S.DIPILIH_MENTEE).select_related("mentee__unit", "teknis")
    keahlian = [str(k) for k in profil.keahlian.select_related("teknis")]
    return SebagaiMentor(profil, keahlian, ways_text(profil.cara), profil.terisi, list(tanya.order_by("pk")))


class Pertanyaan(NamedTuple):
    """What a mentor reads before they answer: who, what for, until when."""

    pasangan: Pasangan
    nama: str
    jabatan: str
    unit: str
    level: str
    alasan: list[Penjelasan]


def read_question(*, pasangan_id: int, mentor: Pegawai, per: date) -> Pertanyaan:
    """TidakDitemukan for what is not asked of this mentor, also for a kept place that its mentee let go.

    Of a question that is over, level and reasons are told no more.
    """
    milik = Pasangan.objects.filter(pk=pasangan_id, mentor_pegawai=mentor).exclude(
        dipilih_pada=None, mulai=None
    )
    pasangan = milik.select_related("mentee", "permintaan", "program", "teknis").first()
    if pasangan is None:
        raise TidakDitemukan("pasangan_tidak_ada", "Pertanyaan itu tidak ditemukan.")
    siapa = identities(Pegawai.objects.filter(pk=pasangan.mentee_id), per=per)[pasangan.mentee_id]
    masih = pasangan.status in MEMEGANG_TEMPAT
    semua = SaranPasangan.objects.filter(permintaan=pasangan.permintaan_id, mentor=pasangan.mentor_id)
    saran = semua.first() if masih else None
    return Pertanyaan(
        pasangan,
        siapa.nama,
        siapa.jabatan,
        siapa.unit,
        level_text(pasangan.permintaan) if masih else "",
        explain_parts(points_of(saran), saran.fakta) if saran else [],
    )


def level_text(permintaan: PermintaanMentor | None) -> str:
    """'level 2 ke 3'; what was never assessed is only asked for."""
    if permintaan is None:
        return ""
    if permintaan.level_sekarang is None:
        return f"menuju level {permintaan.level_wajib}"
    return f"level {permintaan.level_sekarang} ke {permintaan.level_wajib}"
