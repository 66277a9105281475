"""Who could mentor whom. Suggestions only: a pair runs after the mentee and the mentor both say yes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery

from mentoring.kamus import explain_mentor
from mentoring.models import ProfilMentor
from mentoring.rules.kecocokan import Butir, CalonMentor, Kebutuhan, points, refusal, score
from pegawai.enums import JenisPegawai, Jenjang, KompetensiMansoskul
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatPangkat
from pegawai.rules.golongan import Golongan

PALING_BANYAK = 3
#: The chain of command is walked only for this many of the best candidates.
DIPERIKSA = 30
#: No government has a longer chain; a faulty circle ends here too.
RANTAI_TERPANJANG = 15


class SaranMentor(NamedTuple):
    """One possible mentor, in values ready to show."""

    profil_id: int
    pegawai_id: int
    nama: str
    jabatan: str
    alasan: str


class _Calon(NamedTuple):
    profil_id: int
    nama: str
    jabatan: str
    calon: CalonMentor
    butir: tuple[Butir, ...]


def saran_mentor(
    *,
    mentee: Pegawai,
    kompetensi: KompetensiMansoskul,
    level_wajib: int,
    per: date,
    banyak: int = PALING_BANYAK,
) -> list[SaranMentor]:
    """Up to `banyak` mentors of the same instansi with a free place, the best fit first.

    A mentor has reached `level_wajib` (1-5), does not stand below the mentee nor in the mentee's line
    of command, and can be reached: in the same unit or remotely when the mentee's unit is remote.
    Whoever offers to mentor has agreed to be named to colleagues, so this looks wider than `visible_to`.
    """
    kebutuhan = _kebutuhan(mentee, level_wajib, per)
    terbaik = _terurut(_baris(mentee, kompetensi, level_wajib, per), kebutuhan)[:DIPERIKSA]
    segaris = _garis_komando(mentee, [c.calon.pegawai_id for c in terbaik])
    layak = [c for c in terbaik if refusal(kebutuhan, _dengan_garis(c.calon, segaris)) is None]
    return [_saran(c, kompetensi) for c in layak[:banyak]]


def _jabatan_per(per: date, kolom: str, pegawai: str) -> Subquery:
    riwayat = RiwayatJabatan.objects.filter(pegawai=OuterRef(pegawai), tmt__lte=per).order_by("-tmt", "pk")
    return Subquery(riwayat.values(kolom)[:1])


def _golongan_per(per: date, pegawai: str, jenis: str) -> Subquery:
    """On the scale of the person's own kind, PNS or PPPK."""
    riwayat = RiwayatPangkat.objects.filter(
        pegawai=OuterRef(pegawai), skala=OuterRef(jenis), tmt__lte=per
    ).order_by("-tmt", "pk")
    return Subquery(riwayat.values("golongan")[:1])


def _golongan(jenis: int, urut: int | None) -> Golongan | None:
    return Golongan(JenisPegawai(jenis), urut) if urut else None


def _kebutuhan(mentee: Pegawai, level_wajib: int, per: date) -> Kebutuhan:
    baris = (
        Pegawai.objects.filter(pk=mentee.pk)
        .annotate(
            jenjang=_jabatan_per(per, "jabatan__jenjang", "pk"), golongan=_golongan_per(per, "pk", "jenis")
        )
        .values("jenis", "unit_id", "unit__terpencil", "jenjang", "golongan")
        .get()
    )
    return Kebutuhan(
        pegawai_id=mentee.pk,
        unit_id=baris["unit_id"],
        jenjang=Jenjang(baris["jenjang"]) if baris["jenjang"] else None,
        golongan=_golongan(baris["jenis"], baris["golongan"]),
        level_wajib=level_wajib,
        terpencil=bool(baris["unit__terpencil"]),
    )


def _baris(mentee: Pegawai, kompetensi: str, level_wajib: int, per: date) -> list[_Calon]:
    profil = (
        ProfilMentor.objects.tersedia()
        .filter(
            keahlian__kompetensi=kompetensi,
            keahlian__level__gte=level_wajib,
            pegawai__instansi_id=mentee.instansi_id,
        )
        .annotate(
            level=F("keahlian__level"),
            jenjang=_jabatan_per(per, "jabatan__jenjang", "pegawai_id"),
            golongan=_golongan_per(per, "pegawai_id", "pegawai__jenis"),
            nama_jabatan=_jabatan_per(per, "jabatan__nama", "pegawai_id"),
        )
        .select_related("pegawai")
        .order_by("pk")
    )
    return [_calon(p) for p in profil]


def _calon(p: Any) -> _Calon:
    """One annotated ProfilMentor."""
    calon = CalonMentor(
        pegawai_id=p.pegawai_id,
        unit_id=p.pegawai.unit_id,
        jenjang=Jenjang(p.jenjang) if p.jenjang else None,
        golongan=_golongan(p.pegawai.jenis, p.golongan),
        level=p.level,
        jarak_jauh=p.jarak_jauh,
        sisa_tempat=p.kapasitas - p.terisi,
        segaris=False,  # known once the chain of command is walked
    )
    return _Calon(p.pk, p.pegawai.nama_gelar, p.nama_jabatan or "", calon, ())


def _terurut(calon: Iterable[_Calon], kebutuhan: Kebutuhan) -> list[_Calon]:
    layak = [
        c._replace(butir=points(kebutuhan, c.calon)) for c in calon if refusal(kebutuhan, c.calon) is None
    ]
    return sorted(layak, key=lambda c: (-score(c.butir), c.profil_id))


def _dengan_garis(calon: CalonMentor, segaris: set[int]) -> CalonMentor:
    return calon._replace(segaris=calon.pegawai_id in segaris)


def _garis_komando(mentee: Pegawai, calon: list[int]) -> set[int]:
    """Those of `calon` who stand above or below `mentee`; one query per level of the hierarchy."""
    atasan = _rantai([mentee.pk, *calon])
    di_atas = _leluhur(mentee.pk, atasan)
    return {c for c in calon if c in di_atas or mentee.pk in _leluhur(c, atasan)}


def _rantai(awal: list[int]) -> dict[int, int | None]:
    """The atasan of everyone from `awal` upwards."""
    atasan: dict[int, int | None] = {}
    baru = set(awal)
    for _ in range(RANTAI_TERPANJANG):
        if not baru:
            break
        atasan.update(Pegawai.objects.filter(pk__in=baru).values_list("pk", "atasan_id"))
        baru = {a for a in atasan.values() if a is not None} - set(atasan)
    return atasan


def _leluhur(pegawai_id: int, atasan: dict[int, int | None]) -> set[int]:
    hasil: set[int] = set()
    di_atas = atasan.get(pegawai_id)
    while di_atas is not None and di_atas not in hasil:
        hasil.add(di_atas)
        di_atas = atasan.get(di_atas)
    return hasil


def _saran(c: _Calon, kompetensi: KompetensiMansoskul) -> SaranMentor:
    alasan = explain_mentor(c.calon, kompetensi=kompetensi, alasan=[b.alasan for b in c.butir if b.nilai])
    return SaranMentor(c.profil_id, c.calon.pegawai_id, c.nama, c.jabatan, alasan)
