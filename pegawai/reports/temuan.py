"""Faults in the records of people that stop an appraisal or a decision: who, and how many.

Each finding is a condition on the list of people, so a number and the list behind it are one query
with and without COUNT. Cycles of atasan are found in memory over (id, atasan_id).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisJabatan, Jenjang, KedudukanHukum
from pegawai.facts import belum_diputus
from pegawai.models import HukumanDisiplin, Pegawai, RiwayatJabatan, RiwayatPangkat
from pegawai.querysets import BERTUGAS
from pegawai.reports.plt import doubly_acting, rated_by_expired
from pegawai.reports.posisi import jabatan_pada
from pegawai.rules.bup import bup_umum, tmt_pensiun

#: Standings of people who work or will come back to work: their records must be whole.
DIPERIKSA: Final = (
    KedudukanHukum.AKTIF,
    KedudukanHukum.PPPK_AKTIF,
    KedudukanHukum.TUGAS_BELAJAR,
    KedudukanHukum.HUKUMAN_DISIPLIN,
)


@dataclass(frozen=True, slots=True)
class Temuan:
    """One kind of fault. `menghalangi`: the appraisal of these people cannot work at all."""

    kode: str
    judul: str
    akibat: str
    cara: str
    pelaku: str
    menghalangi: bool
    syarat: Callable[[int | None, date], Q]


def temuan_pegawai(pegawai: QuerySet[Any], kode: str, *, instansi_id: int | None, per: date) -> QuerySet[Any]:
    """The people of `pegawai` with one finding; DomainError `temuan` for an unknown one.

    Of a sensitive finding (TEMUAN_KHUSUS) the caller asks only about people of whom the reader is HR.
    """
    temuan = TEMUAN.get(kode) or TEMUAN_KHUSUS.get(kode)
    if temuan is None:
        raise DomainError("temuan", "Temuan ini tidak dikenal.")
    return pegawai.filter(temuan.syarat(instansi_id, per), kedudukan_hukum__in=DIPERIKSA)


def lingkaran(atasan: Mapping[int, int | None]) -> set[int]:
    """People on a circle of two or more in `atasan` (person -> atasan). Linear in the number of people."""
    selesai: set[int] = set()
    hasil: set[int] = set()
    for awal in atasan:
        jejak: dict[int, int] = {}
        orang: int | None = awal
        while orang is not None and orang not in selesai and orang not in jejak:
            jejak[orang] = len(jejak)
            orang = atasan.get(orang)
        if orang is not None and orang in jejak and len(jejak) - jejak[orang] > 1:
            hasil |= {o for o, urutan in jejak.items() if urutan >= jejak[orang]}
        selesai.update(jejak)  # in place: "|=" with a view would copy the set for every person
    return hasil


# -- conditions -----------------------------------------------------------------------------------


def _orang(instansi_id: int | None) -> QuerySet[Any]:
    semua: QuerySet[Any] = Pegawai.objects.order_by()
    return semua if instansi_id is None else semua.filter(instansi_id=instansi_id)


def _melingkar(instansi_id: int | None, per: date) -> Q:
    return Q(pk__in=lingkaran(dict(_orang(instansi_id).values_list("pk", "atasan_id"))))


def _atasan_tidak_bertugas(instansi_id: int | None, per: date) -> Q:
    return Q(atasan__isnull=False) & ~Q(atasan__kedudukan_hukum__in=BERTUGAS)


def _atasan_lewat_bup(instansi_id: int | None, per: date) -> Q:
    """Rated by someone whose estimated TMT pensiun has come although the record still says active."""
    jabatan = jabatan_pada(per)
    penilai = (
        Pegawai.objects.filter(pk__in=_orang(instansi_id).exclude(atasan=None).values("atasan_id"))
        .annotate(
            bup=Subquery(jabatan.values("jabatan__bup")[:1]),
            jenjang=Subquery(jabatan.values("jabatan__jenjang")[:1]),
        )
        .order_by()
        .values_list("pk", "tanggal_lahir", "bup", "jenjang")
    )
    a = aturan_per(per)
    lewat = [pk for pk, lahir, bup, jenjang in penilai if _sudah_pensiun(lahir, bup, jenjang, per, a)]
    return Q(atasan__in=lewat)


def _sudah_pensiun(lahir: date, bup: int | None, jenjang: int | None, per: date, a: Aturan) -> bool:
    if bup is None and jenjang is not None:
        try:
            bup = bup_umum(Jenjang(jenjang), a)
        except DomainError:
            return False
    return bup is not None and tmt_pensiun(lahir, bup, a) <= per


def _tanpa_golongan(instansi_id: int | None, per: date) -> Q:
    pangkat = RiwayatPangkat.objects.filter(pegawai=OuterRef("pk"), skala=OuterRef("jenis"), tmt__lte=per)
    return ~Q(Exists(pangkat))


def _tanpa_jabatan(instansi_id: int | None, per: date) -> Q:
    return ~Q(Exists(jabatan_pada(per)))


def _jf_tanpa_jenjang(instansi_id: int | None, per: date) -> Q:
    """Whose present post is fungsional and stored without jenjang."""
    sesudahnya = RiwayatJabatan.objects.filter(
        pegawai=OuterRef("pegawai"), tmt__gt=OuterRef("tmt"), tmt__lte=per
    )
    kini = RiwayatJabatan.objects.filter(
        ~Exists(sesudahnya), tmt__lte=per, jabatan__jenis=JenisJabatan.FUNGSIONAL, jabatan__jenjang=None
    )
    return Q(pk__in=kini.order_by().values("pegawai"))


def _belum_diputus(instansi_id: int | None, per: date) -> Q:
    lewat = HukumanDisiplin.objects.filter(belum_diputus(per), sampai__lt=per)
    return Q(pk__in=lewat.order_by().values("pegawai"))


_BKPSDM: Final = "Pengelola kepegawaian"
_LEMBAR_ATASAN: Final = "Isi NIP atasan pada lembar Atasan berkas Data awal, atau ubah pada berkas pegawai."

_DAFTAR: Final = (
    Temuan(
        "tanpa_atasan", "Belum punya atasan penilai", "Tidak ada yang dapat menilai kinerjanya.",
        f"{_LEMBAR_ATASAN} Untuk Sekretaris Daerah hal ini wajar.", _BKPSDM, False,
        lambda instansi_id, per: Q(atasan=None),
    ),
    Temuan(
        "atasan_diri_sendiri", "Atasan penilainya diri sendiri", "Penilaian tidak dapat ditetapkan.",
        _LEMBAR_ATASAN, _BKPSDM, True, lambda instansi_id, per: Q(atasan=F("pk")),
    ),
    Temuan(
        "atasan_melingkar", "Saling menilai (melingkar)", "Penilaian tidak dapat dipertanggungjawabkan.",
        f"Periksa rantai atasan tiap orang. {_LEMBAR_ATASAN}", _BKPSDM, True, _melingkar,
    ),
    Temuan(
        "atasan_tidak_bertugas", "Atasan penilai sudah tidak bertugas",
        "Atasan yang pensiun, cuti di luar tanggungan negara, atau diberhentikan tidak dapat menilai.",
        _LEMBAR_ATASAN, _BKPSDM, False, _atasan_tidak_bertugas,
    ),
    Temuan(
        "atasan_lewat_bup", "Atasan penilai melewati batas usia pensiun (perkiraan)",
        "Atasan mungkin sudah pensiun, tetapi datanya masih aktif.",
        "Impor ulang Export Data ASN terbaru, lalu tetapkan atasan yang baru.", _BKPSDM, False,
        _atasan_lewat_bup,
    ),
    Temuan(
        "atasan_instansi_lain", "Atasan penilai di instansi lain",
        "Atasan di luar instansi tidak melihat pegawai ini di sini.", _LEMBAR_ATASAN, _BKPSDM, False,
        lambda instansi_id, per: Q(atasan__isnull=False) & ~Q(atasan__instansi=F("instansi")),
    ),
    Temuan(
        "atasan_plt_berakhir", "Atasan penilainya PLT atau PLH yang masa tugasnya berakhir",
        "Yang masa tugasnya berakhir tidak berwenang menilai pegawai unit itu lagi.",
        "Tetapkan atasan yang baru, atau catat perpanjangan penugasannya.", _BKPSDM, False,
        lambda instansi_id, per: Q(pk__in=rated_by_expired(instansi_id, per)),
    ),
    Temuan(
        "plt_ganda", "Satu unit dengan dua PLT atau PLH", "Tidak jelas siapa yang menilai pegawai unit itu.",
        "Periksa penugasannya, lalu isi hari terakhir yang sudah berakhir.", _BKPSDM, False,
        lambda instansi_id, per: Q(pk__in=doubly_acting(instansi_id, per)),
    ),
    Temuan(
        "tanpa_unit", "Belum punya unit kerja", "Tidak muncul pada daftar unit dan operatornya.",
        "Impor Export Data ASN yang memuat UNOR ID, setelah pohon unit diimpor.", _BKPSDM, False,
        lambda instansi_id, per: Q(unit=None),
    ),
    Temuan(
        "tanpa_jabatan", "Belum punya riwayat jabatan", "Jalur kenaikan pangkatnya tidak dapat ditentukan.",
        "Impor Export Data ASN yang memuat jabatan dan TMT jabatan.", _BKPSDM, False, _tanpa_jabatan,
    ),
    Temuan(
        "tanpa_golongan", "Belum punya riwayat golongan", "Kenaikan pangkatnya tidak dapat dihitung.",
        "Impor Export Data ASN yang memuat golongan akhir dan TMT golongan.", _BKPSDM, False,
        _tanpa_golongan,
    ),
    Temuan(
        "jf_tanpa_jenjang", "Jabatan fungsionalnya belum berjenjang",
        "Angka kredit, jalur kenaikan pangkat, dan batas usia pensiunnya tidak dapat dihitung.",
        "Isi jenjang jabatan itu satu kali; berlaku untuk semua pemegangnya.", _BKPSDM, False,
        _jf_tanpa_jenjang,
    ),
)  # fmt: skip

TEMUAN: Final = {t.kode: t for t in _DAFTAR}

_KHUSUS: Final = (
    Temuan(
        "pemeriksaan_belum_diputus", "Pemeriksaan disiplin belum diputus",
        "Pemeriksaannya sudah lewat tanggal akhir, tetapi dihitung masih berjalan.",
        "Pada catatan pemeriksaannya, catat putusannya atau pilih Dibatalkan.", _BKPSDM, False,
        _belum_diputus,
    ),
)  # fmt: skip

#: About discipline: HR of the person only. Not among TEMUAN, which auditors and operators read too.
TEMUAN_KHUSUS: Final = {t.kode: t for t in _KHUSUS}


def hitung_temuan(pegawai: QuerySet[Any], *, instansi_id: int | None, per: date) -> dict[str, int]:
    """How many people each finding concerns; a constant number of queries."""
    return {kode: temuan_pegawai(pegawai, kode, instansi_id=instansi_id, per=per).count() for kode in TEMUAN}


def punya_temuan(
    pegawai: QuerySet[Any], kode: Iterable[str], *, instansi_id: int | None, per: date
) -> QuerySet[Any]:
    """People with at least one of the findings named."""
    gabungan = Q(pk__in=[])
    for k in kode:
        gabungan |= TEMUAN[k].syarat(instansi_id, per)
    return pegawai.filter(gabungan, kedudukan_hukum__in=DIPERIKSA)
