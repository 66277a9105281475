"""What the committee reads about a critical post: holder, candidates, readiness, gaps, who could be added."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from karier.enums import JenisPutusan, KesiapanSuksesi
from karier.kamus import LABEL
from karier.kamus.talenta import box_name
from karier.models import (
    HasilEvaluasi,
    JabatanKritikal,
    KandidatSuksesi,
    MinatDibagikan,
    PenetapanKotak,
)
from karier.rules.aturan_talenta import susun
from karier.rules.kesiapan_suksesi import CalonSuksesi, readiness
from karier.rules.talenta import Kandidat, peringkat
from karier.services.keadaan import Keadaan, last_run, read_outcomes
from karier.services.talenta_saya import released_of
from pegawai.models import Jabatan, Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.services.kompetensi_baca import levels_of, posts_of, required_of
from pegawai.services.profil import identities, moment_text

PALING_BANYAK: Final = 20
_URUT: Final = tuple(KesiapanSuksesi)


class Pemangku(NamedTuple):
    nama: str
    pensiun: str


class KandidatTerbaca(NamedTuple):
    """`celah`: competency and levels short, None where the level is not known. `kandidat_id` 0: proposed.

    `minat`: one line where they share an interest in this post, else empty; it moves no order.
    """

    kandidat_id: int
    pegawai_id: int
    nama: str
    jabatan: str
    unit: str
    alasan: str
    rencana: str
    kesiapan: KesiapanSuksesi
    celah: dict[str, int | None]
    minat: str

    @property
    def celah_teks(self) -> str:
        return gap_text(self.celah)

    @property
    def kesiapan_teks(self) -> str:
        return LABEL[KesiapanSuksesi][self.kesiapan]


def gap_text(celah: Mapping[str, int | None]) -> str:
    kurang = [f"{nama} kurang {n} level" for nama, n in celah.items() if n]
    tak_diukur = [nama for nama, n in celah.items() if n is None]
    bagian = [", ".join(kurang)] if kurang else []
    if tak_diukur:
        bagian.append(f"belum diukur: {', '.join(tak_diukur)}")
    return "; ".join(bagian) or ("tidak ada celah" if celah else "standar jabatan belum ditetapkan")


def is_holder(pegawai_id: int, jabatan: Jabatan, unit: UnitKerja) -> bool:
    if not Pegawai.objects.filter(pk=pegawai_id, unit=unit).exists():
        return False
    kini = posts_of([pegawai_id], per=timezone.localdate()).get(pegawai_id)
    return kini is not None and kini.pk == jabatan.pk


def holders_of(kritikal: JabatanKritikal, *, per: date) -> dict[int, Pemangku]:
    """Who holds the post, and when they retire by the last run; five queries."""
    orang = Pegawai.objects.filter(unit=kritikal.unit_id, kedudukan_hukum__in=BERTUGAS)
    ids = list(orang.order_by("pk").values_list("pk", flat=True))
    memangku = [pk for pk, j in posts_of(ids, per=per).items() if j.pk == kritikal.jabatan_id]
    run = last_run(kritikal.instansi_id)
    hasil = HasilEvaluasi.objects.filter(run_id=run.pk if run else 0, pegawai__in=memangku)
    pensiun = dict(hasil.values_list("pegawai_id", "tmt_pensiun"))
    siapa = identities(Pegawai.objects.filter(pk__in=memangku), per=per)
    return {
        pk: Pemangku(s.nama, kata.tanggal(pensiun[pk]) if pensiun.get(pk) else "belum dapat dihitung")
        for pk, s in siapa.items()
    }


def candidates_of(kritikal: JabatanKritikal, *, per: date) -> list[KandidatTerbaca]:
    """Who is considered, the readiest first; a fixed number of queries."""
    semua = {k.pegawai_id: k for k in kritikal.kandidat.filter(dilepas_pada=None)}
    return _read(kritikal, semua, {pk: k.alasan for pk, k in semua.items()}, per)


def pool_of(kritikal: JabatanKritikal, pengguna: Any) -> list[KandidatTerbaca]:
    """Of the succession group (released boxes from `kotak_suksesi` on), the first by `peringkat`."""
    per = timezone.localdate()
    p = susun(aturan_per(per))
    kandidat = set(kritikal.kandidat.filter(dilepas_pada=None).values_list("pegawai_id", flat=True))
    keluar = {*kandidat, *holders_of(kritikal, per=per), pengguna.pegawai_id}
    kotak = {pk: k for pk, k in _group(kritikal.instansi_id, p.kotak_suksesi).items() if pk not in keluar}
    terbaik = [k.kunci for k in peringkat(_rank(kotak))[:PALING_BANYAK]]
    alasan = {pk: f"{box_name(kotak[pk].kotak or 0, p)}, {kotak[pk].sidang}" for pk in terbaik}
    return _read(kritikal, {}, alasan, per)


def _group(instansi_id: int, terendah: int) -> dict[int, PenetapanKotak]:
    milik = PenetapanKotak.objects.dirilis().filter(
        pegawai__instansi=instansi_id, pegawai__kedudukan_hukum__in=BERTUGAS
    )
    ids = milik.filter(kotak__gte=terendah).order_by().values_list("pegawai_id", flat=True).distinct()
    return {pk: p for pk, p in released_of(list(ids)).items() if (p.kotak or 0) >= terendah}


def _rank(kotak: Mapping[int, PenetapanKotak]) -> list[Kandidat]:
    nip = dict(Pegawai.objects.filter(pk__in=kotak).values_list("pk", "nip"))
    return [
        Kandidat(pk, Fraction(p.sumbu_y, 100), Fraction(p.sumbu_x, 100), nip=nip[pk])
        for pk, p in kotak.items()
    ]


def _read(
    kritikal: JabatanKritikal, baris: Mapping[int, KandidatSuksesi], alasan: Mapping[int, str], per: date
) -> list[KandidatTerbaca]:
    ids: Collection[int] = list(alasan)
    siapa = identities(Pegawai.objects.filter(pk__in=ids), per=per)
    celah = _gaps(kritikal, ids, per)
    minat = _shared_interest(ids, kritikal.jabatan_id)
    keadaan = read_outcomes(ids, instansi_id=kritikal.instansi_id, per=per)
    hasil = [
        KandidatTerbaca(
            baris[pk].pk if pk in baris else 0, pk, siapa[pk].nama, siapa[pk].jabatan, siapa[pk].unit,
            alasan[pk], baris[pk].rencana if pk in baris else "",
            readiness(_as_candidate(kritikal.jabatan, celah[pk], keadaan[pk])), celah[pk],
            f"Membagikan minatnya pada jabatan ini, {kata.tanggal(minat[pk])}" if pk in minat else "",
        )
        for pk in ids
    ]  # fmt: skip
    return sorted(hasil, key=lambda k: _URUT.index(k.kesiapan))


def _shared_interest(ids: Collection[int], jabatan_id: int) -> dict[int, date]:
    """Since when they share that they are interested in the post; the sealed list is not asked. One query."""
    semua = MinatDibagikan.objects.filter(pegawai__in=ids, jabatan=jabatan_id)
    isi = semua.order_by().values_list("pegawai", "dibagikan_pada")
    return {pk: timezone.localdate(pada) for pk, pada in isi}


def _gaps(kritikal: JabatanKritikal, ids: Collection[int], per: date) -> dict[int, dict[str, int | None]]:
    diminta = required_of(kritikal.jabatan, instansi_id=kritikal.instansi_id, per=per)
    punya = levels_of(ids, per=per)
    return {pk: {d.nama: _short(d.level, punya[pk].get(d.kunci)) for d in diminta} for pk in ids}


def _short(wajib: int, kini: Any) -> int | None:
    return None if kini is None or kini.level is None else max(wajib - kini.level, 0)


def _as_candidate(jabatan: Jabatan, celah: Mapping[str, int | None], k: Keadaan) -> CalonSuksesi:
    if k.gagal or jabatan.jenjang is None:
        return CalonSuksesi(celah, None, setara=False)
    p = k.hasil.putusan(JenisPutusan.KESIAPAN_JABATAN)
    syarat = p.status if p.sasaran == jabatan.jenjang else None
    return CalonSuksesi(celah, syarat, setara=k.fakta.baca("jenjang") == jabatan.jenjang)


class RencanaTerbaca(NamedTuple):
    """One established plan, and its candidates with the readiness of that day."""

    judul: str
    alasan: str
    oleh: str
    kandidat: list[str]


def plans_of(kritikal: JabatanKritikal) -> list[RencanaTerbaca]:
    """The newest first; two queries."""
    semua = list(kritikal.rencana.select_related("pemutus"))
    ids = {k["pegawai"] for r in semua for k in r.kandidat}
    nama = {p.pk: p.nama_gelar for p in Pegawai.objects.filter(pk__in=ids)}
    zona = kritikal.instansi.zona_waktu
    return [
        RencanaTerbaca(
            f"Rencana ke-{r.urutan}, berita acara {r.nomor_berita}",
            r.alasan,
            f"{r.pemutus.nama_gelar}, {moment_text(r.pada, zona)}",
            [
                f"{nama[k['pegawai']]}: {LABEL[KesiapanSuksesi][KesiapanSuksesi(k['kesiapan'])].lower()}"
                for k in r.kandidat
            ],
        )
        for r in semua
    ]
