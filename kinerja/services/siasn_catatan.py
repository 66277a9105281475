"""One rating of SIASN beside what is here: written where nothing speaks against it, else kept beside it.

What was rated here is never overwritten: the value of SIASN is kept as `PenilaianSiasn` and both are shown.
About a rating that is not announced nothing is told, not even whether the file says the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple

from asn_karier.lib.errors import DomainError
from kinerja.enums import (
    BentukSiasn,
    JenisSiklus,
    Predikat,
    Rating,
    StatusPenilaian,
    StatusSiklus,
    SumberKinerja,
    SumberPenilaian,
)
from kinerja.kamus import LABEL
from kinerja.models import EvaluasiPeriodik, Penilaian, PenilaianSiasn, SiklusPenilaian
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.impor_predikat import drop_other_ratings
from kinerja.services.siasn_baca import read_period, read_person, read_rater, read_ratings, read_year
from pegawai.models import Pegawai
from pegawai.services.berkas import Isian
from pegawai.services.impor_catatan import Catatan, KonteksCatatan, UsulanCatatan
from pegawai.services.riwayat import save_rows

NILAI: Final = ("rating_hasil", "rating_perilaku", "predikat")
_ENUM: Final[dict[str, Any]] = {"rating_hasil": Rating, "rating_perilaku": Rating, "predikat": Predikat}
_JUDUL: Final = {
    "rating_hasil": "Rating hasil kerja",
    "rating_perilaku": "Rating perilaku kerja",
    "predikat": "Predikat",
}
_CERMIN: Final = (*NILAI, "sampai", "penilai_nip", "penilai_nama", "sumber")
_SINI: Final = (*NILAI, "penilai", "sumber", "status", "versi")


class Keadaan(NamedTuple):
    """What is stored about one record: the rating of here, what SIASN said before, the cycle, the rater."""

    sini: Any
    cermin: PenilaianSiasn | None
    siklus: SiklusPenilaian | None
    penilai_id: int | None
    terbelah: bool


class Tersimpan(NamedTuple):
    """All of it for a piece of a file."""

    sini: Mapping[Any, Any]
    cermin: Mapping[Any, PenilaianSiasn]
    siklus: Mapping[Any, SiklusPenilaian]
    penilai: Mapping[str, int]


class CatatanSiasn(ABC):
    """What both shapes share. A record is known by its person and its first day (of the year: 1 January)."""

    lembar = ""
    ingat_sama = True
    bentuk: ClassVar[BentukSiasn]

    @abstractmethod
    def baca_masa(self, isian: Isian) -> dict[str, Any]:
        """`mulai` and `sampai` as ISO text, and what finds the cycle: `tahun`, `jenis`, `ke`."""

    @abstractmethod
    def muat_sini(self, ids: set[int], *, kunci: bool) -> Mapping[Any, Any]:
        """Ratings of here by (person, first day); of a quarter also by (person, cycle) as a list."""

    @abstractmethod
    def buat(self, pegawai_id: int, isi: Mapping[str, Any], k: Keadaan) -> Any:
        """A rating of here that is not there yet; DomainError when it has nowhere to stand."""

    def baca(self, isian: Isian) -> dict[str, Any]:
        read_person(isian)
        masa = self.baca_masa(isian)
        nilai = read_ratings(isian, masa["tahun"]) if masa["mulai"] else dict.fromkeys(NILAI)
        return {**masa, **nilai, **read_rater(isian)}

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return str(isi["mulai"])

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Any:
        ids = {c.pegawai_id for c in catatan}
        cermin = PenilaianSiasn.objects.filter(pegawai__in=ids, bentuk=self.bentuk)
        cermin = cermin.select_for_update() if kunci else cermin
        siklus = SiklusPenilaian.objects.filter(
            instansi_id=instansi_id, tahun__in={c.isi["tahun"] for c in catatan}
        )
        nip = {c.isi["penilai_nip"] for c in catatan}
        penilai = Pegawai.objects.filter(instansi_id=instansi_id, nip__in=nip).order_by()
        return Tersimpan(
            self.muat_sini(ids, kunci=kunci),
            {(c.pegawai_id, c.mulai.isoformat()): c for c in cermin},
            {(s.tahun, s.jenis, s.ke): s for s in siklus},
            dict(penilai.values_list("nip", "pk")),
        )

    def susun(self, catatan: Catatan, tersimpan: Any, sumber: str) -> UsulanCatatan:
        k = self._keadaan(catatan, tersimpan)
        if k.terbelah or _unannounced(k) or _typed_here(k):
            return _beside(self.bentuk, catatan, k, sumber)
        if k.sini is not None and k.sini.sumber == SumberPenilaian.DI_SINI:
            return _beside(self.bentuk, catatan, k, sumber, terbuka=True)
        return self._write(catatan, k)

    def _keadaan(self, catatan: Catatan, t: Tersimpan) -> Keadaan:
        isi, pk = catatan.isi, catatan.pegawai_id
        siklus = t.siklus.get((isi["tahun"], isi["jenis"], isi["ke"]))
        sini = t.sini.get((pk, isi["mulai"]))
        lain = t.sini.get((pk, siklus.pk), []) if siklus else []
        penilai = t.penilai.get(isi["penilai_nip"])
        return Keadaan(
            sini,
            t.cermin.get((pk, isi["mulai"])),
            siklus,
            None if penilai == pk else penilai,
            any(_overlaps(b, isi) for b in lain if b is not sini) or _other_end(sini, isi),
        )

    def _write(self, catatan: Catatan, k: Keadaan) -> UsulanCatatan:
        """Take over what SIASN says; an empty cell erases nothing by itself (`drop_other_ratings`)."""
        baru = k.sini is None
        objek = self.buat(catatan.pegawai_id, catatan.isi, k) if baru else k.sini
        beda = _differences(None if baru else objek, catatan.isi, "")
        if baru or beda:
            for kolom in NILAI:
                if catatan.isi[kolom] is not None:
                    setattr(objek, kolom, catatan.isi[kolom])
            beda += drop_other_ratings(objek, catatan.isi["tahun"])
            objek.penilai_id = k.penilai_id or objek.penilai_id
            objek.sumber, objek.status = SumberPenilaian.EKINERJA, StatusPenilaian.DITETAPKAN
            objek.versi += 0 if baru else 1
        return UsulanCatatan(objek, baru, beda)

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        cermin = [u for u in usulan if isinstance(u.objek, PenilaianSiasn)]
        sini = [u for u in usulan if not isinstance(u.objek, PenilaianSiasn)]
        for bagian, kolom in ((cermin, _CERMIN), (sini, _SINI)):
            save_rows(
                baru=[u.objek for u in bagian if u.objek.pk is None],
                berubah=[u.objek for u in bagian if u.objek.pk is not None],
                kolom=kolom,
                actor=konteks.actor,
                at=konteks.at,
                alasan=konteks.sumber,
            )


class CatatanTahunan(CatatanSiasn):
    """skp22: the rating of a year."""

    bentuk = BentukSiasn.SKP22

    def baca_masa(self, isian: Isian) -> dict[str, Any]:
        tahun = read_year(isian)
        masa = masa_siklus(tahun, JenisSiklus.TAHUNAN, 0) if tahun else None
        return _masa(tahun, JenisSiklus.TAHUNAN, 0, masa)

    def muat_sini(self, ids: set[int], *, kunci: bool) -> Mapping[Any, Any]:
        semua = Penilaian.objects.filter(pegawai__in=ids)
        semua = semua.select_for_update() if kunci else semua
        return {(p.pegawai_id, date(p.tahun, 1, 1).isoformat()): p for p in semua}

    def buat(self, pegawai_id: int, isi: Mapping[str, Any], k: Keadaan) -> Penilaian:
        return Penilaian(pegawai_id=pegawai_id, tahun=isi["tahun"])


class CatatanPeriodik(CatatanSiasn):
    """kinerjaperiodik: the rating of a quarter or month, or of the part of it that one rater saw."""

    bentuk = BentukSiasn.KINERJA_PERIODIK

    def baca_masa(self, isian: Isian) -> dict[str, Any]:
        p = read_period(isian)
        return _masa(p.tahun, p.jenis, p.ke, p.masa) if p else _masa(0, JenisSiklus.TRIWULAN, 0, None)

    def muat_sini(self, ids: set[int], *, kunci: bool) -> Mapping[Any, Any]:
        semua = EvaluasiPeriodik.objects.filter(pegawai__in=ids)
        hasil: dict[Any, Any] = {}
        for p in semua.select_for_update() if kunci else semua:
            hasil[p.pegawai_id, p.mulai.isoformat()] = p
            hasil.setdefault((p.pegawai_id, p.siklus_id), []).append(p)
        return hasil

    def buat(self, pegawai_id: int, isi: Mapping[str, Any], k: Keadaan) -> EvaluasiPeriodik:
        if k.siklus is None:
            raise DomainError(
                "siklus_tidak_ada",
                "siklus evaluasi untuk periode ini belum ada",
                tindakan="Buat siklusnya di menu Kinerja dengan sumber e-Kinerja, lalu unggah lagi.",
            )
        return EvaluasiPeriodik(
            pegawai_id=pegawai_id,
            siklus=k.siklus,
            mulai=date.fromisoformat(isi["mulai"]),
            sampai=date.fromisoformat(isi["sampai"]),
        )


# -- small parts ------------------------------------------------------------------------------------

_KETERANGAN: Final = (
    "Nilai",
    "periode ini dinilai di sini dan tidak diganti",
    "Nilai SIASN disimpan sebagai pembanding; lihat Berbeda dengan SIASN.",
)


def _masa(tahun: int, jenis: JenisSiklus, ke: int, masa: Any) -> dict[str, Any]:
    hari = (masa.mulai.isoformat(), masa.sampai.isoformat()) if masa else (None, None)
    return {"tahun": tahun, "jenis": jenis.value, "ke": ke, "mulai": hari[0], "sampai": hari[1]}


def _unannounced(k: Keadaan) -> bool:
    return k.sini is not None and k.sini.status != StatusPenilaian.DITETAPKAN


def _typed_here(k: Keadaan) -> bool:
    """Nothing yet, in a cycle whose leaders still rate here: an import must not come before them."""
    s = k.siklus
    return (
        k.sini is None
        and s is not None
        and s.sumber == SumberKinerja.DI_SINI
        and s.status != StatusSiklus.DITUTUP
    )


def _overlaps(baris: Any, isi: Mapping[str, Any]) -> bool:
    return bool(baris.mulai.isoformat() <= isi["sampai"] and isi["mulai"] <= baris.sampai.isoformat())


def _other_end(sini: Any, isi: Mapping[str, Any]) -> bool:
    """A part that begins on the same day and ends on another one is another part."""
    return isinstance(sini, EvaluasiPeriodik) and sini.sampai.isoformat() != isi["sampai"]


def _differences(ada: Any, isi: Mapping[str, Any], ekor: str) -> list[dict[str, str]]:
    """What the file says otherwise; what it does not say is no difference."""
    hasil = []
    for kolom, judul in _JUDUL.items():
        lama, baru = getattr(ada, kolom, None), isi[kolom]
        if baru is not None and lama != baru:
            kata = [LABEL[_ENUM[kolom]][_ENUM[kolom](n)] if n is not None else "" for n in (lama, baru)]
            hasil.append({"kolom": f"{judul}{ekor}", "lama": kata[0], "baru": kata[1]})
    return hasil


def _beside(
    bentuk: BentukSiasn, catatan: Catatan, k: Keadaan, sumber: str, *, terbuka: bool = False
) -> UsulanCatatan:
    """Keep what SIASN says beside what is here.

    `terbuka`: how the two differ is told, and saying the same needs no second record. Else only what SIASN
    said before is compared.
    """
    isi, lama = catatan.isi, k.cermin
    beda = _differences(k.sini, isi, " (di sini tetap)") if terbuka else []
    if lama is not None or not terbuka:
        beda += _differences(lama, isi, " menurut SIASN")
    cermin = lama or PenilaianSiasn(pegawai_id=catatan.pegawai_id, bentuk=bentuk)
    cermin.mulai, cermin.sampai = date.fromisoformat(isi["mulai"]), date.fromisoformat(isi["sampai"])
    for kolom in (*NILAI, "penilai_nip", "penilai_nama"):
        setattr(cermin, kolom, isi[kolom])
    cermin.sumber = sumber[:120]
    return UsulanCatatan(cermin, lama is None and bool(beda), beda, perhatian=[_KETERANGAN] if beda else [])
