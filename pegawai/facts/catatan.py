"""Histories and registers of people, the reference of posts, and what was written since a moment."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from asn_karier.lib.dates import add_months
from asn_karier.lib.db import terbaru
from pegawai.enums import (
    BentukPengembangan,
    JenisUjian,
    KodePenghargaan,
    KompetensiMansoskul,
    Register,
    StatusDisiplin,
    TingkatHukuman,
)
from pegawai.models import (
    AsesmenKompetensi,
    CakupanData,
    HasilUjian,
    HukumanDisiplin,
    Jabatan,
    KenaikanKompetensi,
    Pegawai,
    PengembanganKompetensi,
    Penghargaan,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.rules.satyalancana import URUT_HUKUMAN

Baris = QuerySet[Any, Any]

#: The last day of a penalty whose end nobody has recorded: it still runs (`lib.syarat.TANPA_AKHIR`).
TANPA_AKHIR: Final = date(9999, 12, 31)
_YA: Final = Value(1, output_field=SmallIntegerField())
_SEDANG_BERAT: Final = (TingkatHukuman.SEDANG, TingkatHukuman.BERAT)
_KEPEMIMPINAN: Final = (BentukPengembangan.DIKLAT_STRUKTURAL, BentukPengembangan.PELATIHAN_MANAJERIAL)
#: Forms whose JP count as diklat teknis, and as seminar and its like (PerBKN 8/2019: "seminar, workshop,
#: magang, kursus, dan sejenisnya"). The other forms count as neither: the regulation does not name them.
TEKNIS: Final = (
    BentukPengembangan.DIKLAT_TEKNIS,
    BentukPengembangan.BIMBINGAN_TEKNIS,
    BentukPengembangan.PENATARAN,
    BentukPengembangan.PELATIHAN_JARAK_JAUH,
    BentukPengembangan.E_LEARNING,
)
SEMINAR: Final = (
    BentukPengembangan.SEMINAR,
    BentukPengembangan.WORKSHOP,
    BentukPengembangan.SOSIALISASI,
    BentukPengembangan.MAGANG,
    BentukPengembangan.KURSUS,
)


def data_utama() -> Baris:
    """Everyone: identity, instansi, legal standing, CLTN ever, remoteness."""
    return Pegawai.objects.values(
        "nip",
        "instansi_id",
        "status",
        "kedudukan_hukum",
        "pernah_cltn",
        "tanggal_lahir",
        "tmt_cpns",
        pegawai_id=F("pk"),
        jenis_pegawai=F("jenis"),
        terpencil=F("unit__terpencil"),
    )


def pendidikan() -> Baris:
    """The highest education by ijazah."""
    ijazah = RiwayatPendidikan.objects.order_by().values("pegawai_id")
    return ijazah.annotate(pendidikan=Max("tingkat"))


def cakupan(per: date) -> Baris:
    """One row per `instansi_id`: since when each register is complete, by a declaration that holds on `per`.

    The columns bear the names of `Register`; of several declarations the one that goes back furthest counts.
    """
    berlaku = CakupanData.objects.filter(mulai__lte=per, sampai__gte=per)
    sejak = {r.value: Min("mulai", filter=Q(register=r)) for r in Register}
    return berlaku.order_by().values("instansi_id").annotate(**sejak)


def pangkat(pada: date) -> Baris:
    """The golongan in force on `pada` with its scale, its TMT and the masa kerja golongan on that day."""
    return terbaru(RiwayatPangkat.objects.filter(tmt__lte=pada), "tmt").values(
        "pegawai_id",
        "skala",
        "golongan",
        "tmt",
        # Months that the SK does not state are unknown, not zero.
        mkg_bulan=F("masa_kerja_tahun") * 12 + F("masa_kerja_bulan"),
    )


def riwayat_jabatan(pada: date) -> Baris:
    """Every post held up to `pada`, a row each: when it began and which it is (see `jabatan`)."""
    return RiwayatJabatan.objects.filter(tmt__lte=pada).order_by().values("pegawai_id", "tmt", "jabatan_id")


def jabatan(instansi_id: int, per: date) -> Baris:
    """One row per `jabatan_id`: kind, jenjang, eselon, its own BUP, the levels its standard asks for.

    `lowongan`: vacancies that `instansi_id` has, as stated by `per`, at the post of its next jenjang.
    """
    dinyatakan = Q(naik_ke__kebutuhan__instansi=instansi_id, naik_ke__kebutuhan__per_tanggal__lte=per)
    pos = Jabatan.objects.annotate(peta=FilteredRelation("naik_ke__kebutuhan", condition=dinyatakan))
    standar = {f"wajib_{k.value}": F(f"standar__{k.value}") for k in KompetensiMansoskul}
    return pos.order_by().values(
        "jenis",
        "jenjang",
        "eselon_kode",
        "bup",
        jabatan_id=F("pk"),
        lowongan=F("peta__lowongan"),
        **standar,
    )


def disiplin(per: date, *, tmt: date, tingkat: Collection[TingkatHukuman]) -> Baris:
    """What the register of discipline says of a person; a cancelled penalty never was (PP 94/2021).

    hukdis_sampai: last day of a penalty of one of `tingkat` that begins by `tmt`. dalam_pemeriksaan: an
    examination open on `per`. hukdis_terberat: the worst penalty that began by `per`, 1 ringan to 3 berat.
    hukdis_terakhir: last day of the sedang or berat among these that ends last.
    """
    dijatuhkan = Q(status=StatusDisiplin.DIJATUHKAN)
    hukuman = dijatuhkan & Q(tingkat__in=tingkat, mulai__lte=tmt)
    pernah = dijatuhkan & Q(mulai__lte=per)
    dibatalkan = _perkara_lain().filter(_SATU_SK, status=StatusDisiplin.DIBATALKAN)
    return (
        HukumanDisiplin.objects.filter(((hukuman | pernah) & ~Exists(dibatalkan)) | belum_diputus(per))
        .values("pegawai_id")
        .annotate(
            hukdis_sampai=Max(_AKHIR_HUKUMAN, filter=hukuman),
            dalam_pemeriksaan=Max(_YA, filter=Q(status=StatusDisiplin.DALAM_PEMERIKSAAN)),
            hukdis_terberat=Max(_URUT_TINGKAT, filter=pernah),
            hukdis_terakhir=Max(_AKHIR_HUKUMAN, filter=pernah & Q(tingkat__in=_SEDANG_BERAT)),
        )
        .order_by()
    )


_AKHIR_HUKUMAN: Final = Coalesce("sampai", Value(TANPA_AKHIR))
_URUT_TINGKAT: Final = Case(
    *(When(tingkat=tingkat, then=Value(urut)) for tingkat, urut in URUT_HUKUMAN.items()),
    output_field=SmallIntegerField(),
)


def belum_diputus(per: date) -> Q:
    """Examinations (HukumanDisiplin) whose case has no decision and no cancellation by `per`.

    Its last day does not end an examination: between it and the SK a promotion would slip through.
    The decision of a case is known by the same first day, the same SK, or by beginning on the day
    after the examination ended, which is how Data awal closes it.
    """
    besok = OuterRef("sampai") + timedelta(days=1)
    satu_perkara = _SATU_SK | Q(mulai=OuterRef("mulai")) | Q(mulai=besok)
    putusan = _perkara_lain().exclude(status=StatusDisiplin.DALAM_PEMERIKSAAN)
    return Q(status=StatusDisiplin.DALAM_PEMERIKSAAN) & ~Q(
        Exists(putusan.filter(satu_perkara, mulai__lte=per))
    )


_SATU_SK: Final = ~Q(nomor_sk="") & Q(nomor_sk=OuterRef("nomor_sk"))


def _perkara_lain() -> QuerySet[Any]:
    lain: QuerySet[Any] = HukumanDisiplin.objects.filter(pegawai=OuterRef("pegawai"))
    return lain.exclude(pk=OuterRef("pk"))


def ujian(pada: date) -> Baris:
    """Examinations passed by `pada`: ujian dinas, UPKP, and the last uji kompetensi with its date.

    Failed ones leave no row: the register says whether none means no. A certificate that names its last
    day does not count after it.
    """
    lulus = HasilUjian.objects.filter(lulus=True, tanggal__lte=pada).exclude(berlaku_sampai__lt=pada)
    return (
        lulus.values("pegawai_id")
        .annotate(
            ud_tk1=Max(_YA, filter=Q(jenis=JenisUjian.UJIAN_DINAS_TK_I)),
            ud_tk2=Max(_YA, filter=Q(jenis=JenisUjian.UJIAN_DINAS_TK_II)),
            upkp=Max(_YA, filter=Q(jenis=JenisUjian.UPKP)),
            ukom_tanggal=Max("tanggal", filter=Q(jenis=JenisUjian.UJI_KOMPETENSI_JENJANG)),
        )
        .order_by()
    )


def penghargaan(per: date) -> Baris:
    """The highest Satyalancana Karya Satya held on `per`, in years of service: 10, 20 or 30."""
    diterima = Penghargaan.objects.filter(tanggal__lte=per, kode__in=_TAHUN_SATYALANCANA)
    tahun = Case(
        *(When(kode=kode, then=Value(tahun)) for kode, tahun in _TAHUN_SATYALANCANA.items()),
        output_field=SmallIntegerField(),
    )
    return diterima.order_by().values("pegawai_id").annotate(satyalancana=Max(tahun))


_TAHUN_SATYALANCANA: Final = {
    KodePenghargaan.SATYALANCANA_X: 10,
    KodePenghargaan.SATYALANCANA_XX: 20,
    KodePenghargaan.SATYALANCANA_XXX: 30,
}


def pengembangan(per: date) -> Baris:
    """From the ledger up to `per`; the last day of an activity decides when it was.

    jp_tahun_ini: JP of the calendar year. jp_teknis, jp_seminar: JP of their forms in the last twelve months.
    diklat_kepemimpinan, diklat_fungsional: whether there ever was one.
    """
    tahun_ini = Q(tanggal_selesai__gte=date(per.year, 1, 1))
    setahun = Q(tanggal_selesai__gt=add_months(per, -12))
    diklat = Q(bentuk__in=[*_KEPEMIMPINAN, BentukPengembangan.DIKLAT_FUNGSIONAL])
    # The calendar year so far never goes back further than twelve months.
    selesai = PengembanganKompetensi.objects.filter(setahun | diklat, tanggal_selesai__lte=per)
    return (
        selesai.values("pegawai_id")
        .annotate(
            jp_tahun_ini=Sum("jp", filter=tahun_ini),
            jp_teknis=Sum("jp", filter=setahun & Q(bentuk__in=TEKNIS)),
            jp_seminar=Sum("jp", filter=setahun & Q(bentuk__in=SEMINAR)),
            diklat_kepemimpinan=Max(_YA, filter=Q(bentuk__in=_KEPEMIMPINAN)),
            diklat_fungsional=Max(_YA, filter=Q(bentuk=BentukPengembangan.DIKLAT_FUNGSIONAL)),
        )
        .order_by()
    )


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Records of people of one instansi that were written after `sejak` (several rows per person).

    A deleted record leaves no row here; the trail (Jejak) and the field history know it.
    """
    milik = Pegawai.objects.filter(instansi_id=instansi_id, diubah_pada__gt=sejak)
    catatan: list[Baris] = [
        model.objects.filter(diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id).values(
            "pegawai_id", "diubah_pada"
        )
        for model in (
            RiwayatPangkat,
            RiwayatJabatan,
            RiwayatPendidikan,
            HukumanDisiplin,
            HasilUjian,
            Penghargaan,
            PengembanganKompetensi,
            AsesmenKompetensi,
        )
    ]
    # A technical competency is no fact of a run.
    naik = KenaikanKompetensi.objects.filter(
        diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id, teknis=None
    )
    catatan.append(naik.values("pegawai_id", "diubah_pada"))
    semua = [qs.order_by() for qs in catatan]
    return milik.order_by().values(pegawai_id=F("pk"), diubah=F("diubah_pada")).union(*semua, all=True)


def cakupan_diubah(sejak: datetime, instansi_id: int) -> bool:
    """Whether completeness of a register was declared after `sejak`."""
    return CakupanData.objects.filter(instansi_id=instansi_id, dinyatakan_pada__gt=sejak).exists()
