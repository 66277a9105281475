"""Filters of the list of people. All of them are plain links: no JavaScript, one query each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from hashlib import sha256
from itertools import product
from typing import Any, Final

from django.contrib import admin
from django.core.cache import cache
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.situs.daftar import BATAS_HITUNG, hitung_terbatas
from asn_karier.lib.views import bilangan, wewenang
from pegawai.admin.pohon import pilihan_unit
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.reports.temuan import TEMUAN, TEMUAN_KHUSUS, temuan_pegawai
from pegawai.reports.yang_dihitung import NAMA_KELOMPOK, SYARAT
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan

SIMPAN_DETIK: Final = 300
_KOSONG: Final = ("kosong", "Belum dicatat")


class SaringInstansi(admin.SimpleListFilter):
    """Only for those who see more than one instansi."""

    title = "instansi"
    parameter_name = "instansi"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (str(pk), nama)
            for pk, nama in Instansi.objects.visible_to(request.user).values_list("pk", "nama")
        ]

    def has_output(self) -> bool:
        return len(self.lookup_choices) > 1

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        nomor = bilangan(self.value())
        return queryset if nomor is None else queryset.filter(instansi_id=nomor)


class SaringUnit(admin.SimpleListFilter):
    """A unit with everything below it, chosen from the tree."""

    title = "unit kerja"
    parameter_name = "unit"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(pk), nama) for pk, nama in pilihan_unit(request.user, self._terpilih(request))]

    def _terpilih(self, request: HttpRequest) -> UnitKerja | None:
        nomor = bilangan(self.value())
        terlihat = UnitKerja.objects.visible_to(request.user)
        unit: UnitKerja | None = None if nomor is None else terlihat.filter(pk=nomor).first()
        return unit

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        unit = self._terpilih(request)
        return queryset.none() if unit is None else queryset.in_subtree(unit)


class _SaringYangAda(admin.SimpleListFilter, ABC):
    """Offers only values that somebody in scope has; a value in use stays, whoever has it.

    In a scope of more people than are counted it offers every value there is: to look through all of them
    takes longer than anyone waits for a list.
    """

    #: Columns of `dengan_posisi` that make up one value.
    kolom: tuple[str, ...]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        ada = _nilai_yang_ada(request, model_admin)
        if ada is None:
            return [*(("-".join(map(str, n)), self.teks(*n)) for n in self.semua()), _KOSONG]
        tempat = [KOLOM_SARINGAN.index(k) for k in self.kolom]
        nilai = {tuple(baris[t] for t in tempat) for baris in ada}
        terisi = sorted(n for n in nilai if None not in n)
        pilihan = [("-".join(map(str, n)), self.teks(*n)) for n in terisi]
        if len(terisi) < len(nilai):
            pilihan.append(_KOSONG)
        return pilihan

    @abstractmethod
    def semua(self) -> Iterable[tuple[int, ...]]:
        """Every value there is."""

    @abstractmethod
    def teks(self, *nilai: int) -> str:
        """One value in words."""

    def has_output(self) -> bool:
        # A filter without output is not applied at all: the list would be longer than asked for.
        return bool(self.lookup_choices) or self.value() is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        if self.value() == "kosong":
            return queryset.filter(**{f"{self.kolom[-1]}__isnull": True})
        nilai = [bilangan(n) for n in str(self.value()).split("-")]
        if None in nilai or len(nilai) != len(self.kolom):
            return queryset.none()
        return queryset.filter(**dict(zip(self.kolom, nilai, strict=True)))


class SaringJenis(_SaringYangAda):
    title = "jenis pegawai"
    parameter_name = "jenis__exact"
    kolom = ("jenis",)

    def semua(self) -> Iterable[tuple[int, ...]]:
        return ((j,) for j in JenisPegawai)

    def teks(self, *nilai: int) -> str:
        return LABEL[JenisPegawai][JenisPegawai(nilai[0])]


class SaringKedudukan(_SaringYangAda):
    title = "kedudukan hukum"
    parameter_name = "kedudukan_hukum__exact"
    kolom = ("kedudukan_tampil",)

    def semua(self) -> Iterable[tuple[int, ...]]:
        return ((k,) for k in KedudukanHukum)

    def teks(self, *nilai: int) -> str:
        return LABEL[KedudukanHukum][KedudukanHukum(nilai[0])]


class SaringGolongan(_SaringYangAda):
    """Two scales, never one list: the value names the scale too (for example 1-9)."""

    title = "golongan"
    parameter_name = "golongan"
    kolom = ("jenis", "golongan_kini")

    def semua(self) -> Iterable[tuple[int, ...]]:
        return product(JenisPegawai, range(TERENDAH, TERTINGGI + 1))

    def teks(self, *nilai: int) -> str:
        jenis = JenisPegawai(nilai[0])
        return f"{LABEL[JenisPegawai][jenis]} {Golongan(jenis, nilai[1]).nama}"


class SaringJenisJabatan(_SaringYangAda):
    title = "jenis jabatan"
    parameter_name = "jenis_jabatan"
    kolom = ("jenis_jabatan",)

    def semua(self) -> Iterable[tuple[int, ...]]:
        return ((j,) for j in JenisJabatan)

    def teks(self, *nilai: int) -> str:
        return LABEL[JenisJabatan][JenisJabatan(nilai[0])]


class SaringJenjang(_SaringYangAda):
    title = "jenjang"
    parameter_name = "jenjang"
    kolom = ("jenjang_kini",)

    def semua(self) -> Iterable[tuple[int, ...]]:
        return ((j,) for j in Jenjang)

    def teks(self, *nilai: int) -> str:
        return LABEL[Jenjang][Jenjang(nilai[0])]


class SaringPendidikan(_SaringYangAda):
    title = "pendidikan"
    parameter_name = "pendidikan"
    kolom = ("pendidikan_kini",)

    def semua(self) -> Iterable[tuple[int, ...]]:
        return ((t,) for t in TingkatPendidikan)

    def teks(self, *nilai: int) -> str:
        return LABEL[TingkatPendidikan][TingkatPendidikan(nilai[0])]


KOLOM_SARINGAN: Final = (
    "jenis", "kedudukan_tampil", "golongan_kini", "jenis_jabatan", "jenjang_kini", "pendidikan_kini",
)  # fmt: skip


def _nilai_yang_ada(request: HttpRequest, model_admin: Any) -> list[tuple[Any, ...]] | None:
    """Combinations that occur in the user's scope: one pass, kept until somebody comes or changes.

    None in a scope of more than BATAS_HITUNG people. Reading today's post of thousands takes longer than
    the page itself, hence the cache; a history corrected meanwhile shows among the choices after
    SIMPAN_DETIK at the latest.
    """
    orang = Pegawai.objects.visible_to(request.user).order_by()
    if _lingkup_besar(request):
        return None
    tanda = orang.aggregate(n=Count("pk"), akhir=Max("diubah_pada"))
    sidik = f"{request.user.pk}-{tanda['n']}-{tanda['akhir']}-{timezone.localdate()}"
    kunci = f"saringan-{sha256(sidik.encode()).hexdigest()[:32]}"
    ada: list[tuple[Any, ...]] | None = cache.get(kunci)
    if ada is None:
        baris = model_admin.get_queryset(request).order_by().values_list(*KOLOM_SARINGAN)
        ada = list(baris.distinct())
        cache.set(kunci, ada, SIMPAN_DETIK)
    return ada


def _lingkup_besar(request: HttpRequest) -> bool:
    """Asked once per request, whatever the number of filters."""
    if not hasattr(request, "_lingkup_besar"):
        jumlah = hitung_terbatas(Pegawai.objects.visible_to(request.user))
        request._lingkup_besar = jumlah > BATAS_HITUNG  # type: ignore[attr-defined]
    return bool(request._lingkup_besar)  # type: ignore[attr-defined]


class SaringTemuan(admin.SimpleListFilter):
    """People with one fault of the data check: the list behind its number."""

    title = "temuan pemeriksaan data"
    parameter_name = "temuan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        khusus = TEMUAN_KHUSUS.values() if wewenang(request).mengelola else ()
        return [(t.kode, t.judul) for t in (*TEMUAN.values(), *khusus)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kode = self.value()
        if kode is None:
            return queryset
        if kode in TEMUAN_KHUSUS:
            queryset = queryset.filter(pk__in=Pegawai.objects.dikelola(request.user).values("pk"))
        elif kode not in TEMUAN:
            return queryset.none()
        instansi_id = bilangan(request.GET.get("instansi"))
        return temuan_pegawai(queryset, kode, instansi_id=instansi_id, per=timezone.localdate())


class SaringKelompok(admin.SimpleListFilter):
    """The people whom a report leaves out, or names apart: the list behind its number."""

    title = "kelompok"
    parameter_name = "kelompok"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(k.value, teks) for k, teks in NAMA_KELOMPOK.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kode = self.value()
        if kode is None:
            return queryset
        satu = next((k for k in NAMA_KELOMPOK if k.value == kode), None)
        return queryset.none() if satu is None else queryset.filter(SYARAT[satu])


class SaringAkun(admin.SimpleListFilter):
    """Who can sign in already; for HR about their own people, who are the ones they can help."""

    BELUM: Final = "belum"
    title = "akun"
    parameter_name = "akun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ada", "Ada"), (self.BELUM, "Belum ada")] if wewenang(request).mengelola else []

    def has_output(self) -> bool:
        # Also for who may not choose it: a filter without output is not applied at all.
        return bool(self.lookup_choices) or self.value() is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kata = self.value()
        if kata is None:
            return queryset
        if kata not in ("ada", self.BELUM):
            return queryset.none()
        dikelola = Pegawai.objects.dikelola(request.user).values("pk")
        return queryset.filter(pk__in=dikelola, akun__isnull=kata == self.BELUM)
