"""What pegawai publishes about people: one row per `pegawai_id` and queryset, for one person or a million.

The date is an argument. A state that begins later is not a fact yet; a person without a row in one
of these has no such fact. Readers: `asn_karier.lib.db.read_columns`.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce

from asn_karier.lib.db import terbaru
from pegawai.enums import JenisUjian, KompetensiMansoskul, Register, StatusDisiplin, TingkatHukuman
from pegawai.models import (
    AsesmenKompetensi,
    CakupanData,
    HasilUjian,
    HukumanDisiplin,
    Pegawai,
    PengembanganKompetensi,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

Baris = QuerySet[Any, Any]

#: The last day of a penalty whose end nobody has recorded: it still runs (`lib.syarat.TANPA_AKHIR`).
TANPA_AKHIR: Final = date(9999, 12, 31)
_YA: Final = Value(1, output_field=SmallIntegerField())


def data_utama(per: date) -> Baris:
    """Everyone: identity, legal standing, highest education, remoteness, and which registers are complete."""
    return Pegawai.objects.values(
        "nip",
        "status",
        "kedudukan_hukum",
        "tanggal_lahir",
        "tmt_cpns",
        pegawai_id=F("pk"),
        jenis_pegawai=F("jenis"),
        terpencil=F("unit__terpencil"),
        pendidikan=Subquery(
            RiwayatPendidikan.objects.filter(pegawai=OuterRef("pk"))
            .order_by("-tingkat")
            .values("tingkat")[:1]
        ),
        disiplin_tercakup=_tercakup(Register.HUKUMAN_DISIPLIN, per),
        ujian_tercakup=_tercakup(Register.UJIAN, per),
        jp_tercakup=_tercakup(Register.PENGEMBANGAN, per),
    )


def pangkat(pada: date) -> Baris:
    """The golongan in force on `pada` with its scale and TMT."""
    return terbaru(RiwayatPangkat.objects.filter(tmt__lte=pada), "tmt").values(
        "pegawai_id", "skala", "golongan", "tmt"
    )


def jabatan(pada: date) -> Baris:
    """The post held on `pada`: kind, jenjang, TMT, its own BUP, and the levels its standard asks for."""
    standar = {f"wajib_{k.value}": F(f"jabatan__standar__{k.value}") for k in KompetensiMansoskul}
    return terbaru(RiwayatJabatan.objects.filter(tmt__lte=pada), "tmt").values(
        "pegawai_id",
        "tmt",
        jenis=F("jabatan__jenis"),
        jenjang=F("jabatan__jenjang"),
        bup=F("jabatan__bup"),
        **standar,
    )


def disiplin(per: date, *, tmt: date, tingkat: Collection[TingkatHukuman]) -> Baris:
    """Last day of a penalty of one of `tingkat` that begins by `tmt`, and an examination open on `per`.

    A cancelled penalty never was (PP 94/2021).
    """
    hukuman = Q(
        status=StatusDisiplin.DIJATUHKAN,
        tingkat__in=tingkat,
        mulai__lte=tmt,
    )
    dibatalkan = _perkara_lain().filter(_SATU_SK, status=StatusDisiplin.DIBATALKAN)
    return (
        HukumanDisiplin.objects.filter((hukuman & ~Exists(dibatalkan)) | belum_diputus(per))
        .values("pegawai_id")
        .annotate(
            hukdis_sampai=Max(Coalesce("sampai", Value(TANPA_AKHIR)), filter=hukuman),
            dalam_pemeriksaan=Max(_YA, filter=Q(status=StatusDisiplin.DALAM_PEMERIKSAAN)),
        )
        .order_by()
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
    """Ujian dinas passed by `pada`. Failed ones leave no row: the register says whether none means no."""
    lulus = HasilUjian.objects.filter(
        lulus=True,
        tanggal__lte=pada,
        jenis__in=[JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II],
    )
    return (
        lulus.values("pegawai_id")
        .annotate(
            ud_tk1=Max(_YA, filter=Q(jenis=JenisUjian.UJIAN_DINAS_TK_I)),
            ud_tk2=Max(_YA, filter=Q(jenis=JenisUjian.UJIAN_DINAS_TK_II)),
        )
        .order_by()
    )


def pengembangan(per: date) -> Baris:
    """JP of activities that ended in the calendar year of `per`, up to `per` (the end decides the year)."""
    tahun_ini = PengembanganKompetensi.objects.filter(
        tanggal_selesai__gte=date(per.year, 1, 1), tanggal_selesai__lte=per
    )
    return tahun_ini.values("pegawai_id").annotate(jp_tahun_ini=Sum("jp")).order_by()


def asesmen(per: date) -> Baris:
    """The last assessment up to `per`: its date and the levels reached."""
    capai = {f"capai_{k.value}": F(k.value) for k in KompetensiMansoskul}
    return terbaru(AsesmenKompetensi.objects.filter(tanggal__lte=per), "tanggal").values(
        "pegawai_id", "tanggal", **capai
    )


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Records of people of one instansi that were written after `sejak` (several rows per person).

    A deleted record leaves no row here; the trail (Jejak) and the field history know it.
    """
    milik = Pegawai.objects.filter(instansi_id=instansi_id, diubah_pada__gt=sejak)
    catatan = [
        model.objects.filter(diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id).values(
            "pegawai_id", "diubah_pada"
        )
        for model in (
            RiwayatPangkat,
            RiwayatJabatan,
            RiwayatPendidikan,
            HukumanDisiplin,
            HasilUjian,
            PengembanganKompetensi,
            AsesmenKompetensi,
        )
    ]
    semua = [qs.order_by() for qs in catatan]
    return milik.order_by().values(pegawai_id=F("pk"), diubah=F("diubah_pada")).union(*semua, all=True)


def cakupan_diubah(sejak: datetime, instansi_id: int) -> bool:
    """Whether completeness of a register was declared after `sejak`."""
    return CakupanData.objects.filter(instansi_id=instansi_id, dinyatakan_pada__gt=sejak).exists()


def _tercakup(register: Register, per: date) -> "ExpressionWrapper[Any]":
    instansi = CakupanData.objects.filter(register=register, mulai__lte=per, sampai__gte=per)
    return ExpressionWrapper(
        Q(instansi_id__in=instansi.order_by().values("instansi_id")), output_field=BooleanField()
    )
