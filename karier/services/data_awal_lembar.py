"""The sheets of the workbook Data awal: how each is read and where its rows go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final

from django.utils import timezone

from asn_karier.lib.errors import DomainError
from karier.rules import data_awal as spek
from karier.services.data_awal_disiplin import LembarDisiplin
from karier.services.data_awal_karier import LembarPenghargaan, LembarTalenta
from kinerja.enums import SumberPenilaian
from kinerja.models import PenetapanAngkaKredit
from kinerja.services.impor_predikat import CatatanPredikat
from pegawai.enums import JenisUjian, Jenjang
from pegawai.kamus import LABEL
from pegawai.models import (
    HasilUjian,
    Pegawai,
)
from pegawai.services.berkas import Isian, baku
from pegawai.services.catatan_jp import JP_TERBANYAK, CatatanBukuJp
from pegawai.services.impor_catatan import (
    NIP,
    Catatan,
    CatatanModel,
    JenisCatatan,
    KonteksCatatan,
    UsulanCatatan,
)
from pegawai.services.impor_kompetensi import CatatanAsesmen, read_nine
from pegawai.services.riwayat import save_rows

NIP_ATASAN: Final = "NIP ATASAN"
_LULUS: Final = {spek.YA: True, spek.TIDAK: False}


def _dibakukan(arti: Mapping[str, Any]) -> dict[str, Any]:
    return {baku(kata): nilai for kata, nilai in arti.items()}


def _nilai(anggota: Enum | None) -> Any:
    return None if anggota is None else anggota.value


def _iso(tanggal: Any) -> str | None:
    return tanggal.isoformat() if tanggal else None


class LembarAtasan:
    """Who rates whom: one column of the person. Circles are listed by the data check, not refused here."""

    lembar = spek.ATASAN

    def baca(self, isian: Isian) -> dict[str, Any]:
        nip = isian.nip(NIP_ATASAN)
        diri = isian.teks(NIP)
        if nip and "".join(h for h in diri if h.isdigit()) == nip.angka:
            isian.tolak(
                NIP_ATASAN, "sama dengan NIP pegawainya sendiri", "Isi NIP pejabat yang menilai pegawai ini."
            )
        return {"nip_atasan": nip.angka if nip else ""}

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return ""

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """People by primary key, and leaders of the same instansi by NIP."""
        semua = Pegawai.objects.filter(pk__in={c.pegawai_id for c in catatan})
        semua = semua.select_for_update(of=("self",)) if kunci else semua
        nip = {c.isi["nip_atasan"] for c in catatan}
        atasan = Pegawai.objects.filter(nip__in=nip, instansi_id=instansi_id)
        peta: dict[Any, Any] = {p.nip: p for p in atasan}
        peta.update({p.pk: p for p in semua.select_related("atasan")})
        return peta

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        pegawai, atasan = tersimpan[catatan.pegawai_id], tersimpan.get(catatan.isi["nip_atasan"])
        if atasan is None:
            raise DomainError(
                "atasan_tidak_ada",
                "NIP atasan ini tidak ada di instansi ini",
                tindakan="Impor data atasannya dari SIASN lebih dahulu, atau perbaiki NIP-nya.",
            )
        if pegawai.atasan_id == atasan.pk:
            return UsulanCatatan(pegawai, False)
        lama = pegawai.atasan
        pegawai.atasan = atasan
        beda = {"kolom": "Atasan penilai", "lama": lama.nama_gelar if lama else "", "baru": atasan.nama_gelar}
        return UsulanCatatan(pegawai, lama is None, [beda])

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        for satu in usulan:
            satu.objek.versi += 1
        save_rows(
            baru=[],
            berubah=[u.objek for u in usulan],
            kolom=("atasan", "versi"),
            actor=konteks.actor,
            at=konteks.at,
            alasan=konteks.sumber,
        )


class LembarPak(CatatanModel):
    lembar = spek.PAK
    model = PenetapanAngkaKredit
    kunci_kolom = ("sampai",)
    label_kunci = {"sampai": "Berlaku sampai"}
    label = {"nomor": "Nomor PAK", "jenjang": "Jenjang", "jumlah_senti": "Angka kredit"}
    _jenjang = _dibakukan(spek.JENJANG)

    def baca(self, isian: Isian) -> dict[str, Any]:
        sampai = isian.tanggal("BERLAKU SAMPAI", wajib=True)
        if sampai and sampai > timezone.localdate():
            isian.tolak(
                "BERLAKU SAMPAI", "tanggal ini belum tiba", "Isi hari terakhir yang sudah dinilai dalam PAK."
            )
        return {
            "nomor": isian.teks("NOMOR", maks=80),
            "sampai": _iso(sampai),
            "jenjang": _nilai(isian.pilihan("JENJANG", self._jenjang, wajib=True)),
            "jumlah_senti": isian.senti("ANGKA KREDIT", wajib=True),
        }

    def kata(self, kolom: str, nilai: Any) -> str:
        if kolom == "jumlah_senti" and nilai is not None:
            return f"{nilai // 100},{nilai % 100:02d}"
        return LABEL[Jenjang][Jenjang(nilai)] if kolom == "jenjang" and nilai else super().kata(kolom, nilai)


class LembarUjian(CatatanModel):
    lembar = spek.UJIAN
    model = HasilUjian
    kunci_kolom = ("jenis", "tanggal")
    label_kunci = {"jenis": "Ujian", "tanggal": "Tanggal"}
    label = {"lulus": "Hasil", "nomor": "Nomor"}
    _jenis = _dibakukan(spek.JENIS_UJIAN)

    def baca(self, isian: Isian) -> dict[str, Any]:
        return {
            "jenis": _nilai(isian.pilihan("JENIS", self._jenis, wajib=True)),
            "tanggal": _iso(isian.tanggal("TANGGAL", wajib=True)),
            "lulus": isian.pilihan("LULUS", _LULUS, wajib=True),
            "nomor": isian.teks("NOMOR", maks=80),
        }

    def kata(self, kolom: str, nilai: Any) -> str:
        if kolom == "lulus" and nilai is not None:
            return "Lulus" if nilai else "Tidak lulus"
        return LABEL[JenisUjian][JenisUjian(nilai)] if kolom == "jenis" else super().kata(kolom, nilai)


class LembarAsesmen(CatatanAsesmen):
    lembar = spek.ASESMEN

    def baca(self, isian: Isian) -> dict[str, Any]:
        return {"tanggal": _iso(isian.tanggal("TANGGAL", wajib=True)), **read_nine(isian, terendah=1)}


class LembarJp(CatatanBukuJp):
    """Lines of the JP ledger."""

    lembar = spek.JP
    _bentuk = _dibakukan(spek.BENTUK)

    def baca(self, isian: Isian) -> dict[str, Any]:
        return {
            "tanggal_selesai": _iso(isian.tanggal("TANGGAL SELESAI", wajib=True)),
            "bentuk": _nilai(isian.pilihan("BENTUK", self._bentuk, wajib=True)),
            "nama": isian.teks("NAMA", maks=200, wajib=True),
            "jp": isian.bilangan("JP", 1, JP_TERBANYAK, wajib=True),
            "penyelenggara": isian.teks("PENYELENGGARA", maks=150),
            "nomor_sertifikat": isian.teks("NOMOR SERTIFIKAT", maks=80),
        }


def semua_lembar(tahun_ini: int) -> list[JenisCatatan]:
    """Every sheet in the order of the workbook."""
    predikat = CatatanPredikat(spek.PREDIKAT, SumberPenilaian.DATA_AWAL, tahun=None, tahun_terakhir=tahun_ini)
    lembar: Iterable[JenisCatatan] = (
        LembarAtasan(),
        predikat,
        LembarPak(),
        LembarDisiplin(),
        LembarUjian(),
        LembarPenghargaan(),
        LembarAsesmen(),
        LembarJp(),
        LembarTalenta(),
    )
    urutan = list(spek.LEMBAR)
    return sorted(lembar, key=lambda j: urutan.index(j.lembar))
