"""Reader of the status list of proposals from SIASN (the shape of `list-kp-instansi`): JSON, CSV or XLSX.

BTS and TMS reach the person's page and the tabs of the month; an SK writes the new pangkat. A row that
contradicts what stands is refused by itself, with a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from karier.enums import StatusUsul
from karier.kamus import LABEL
from karier.models import UsulKenaikanPangkat
from karier.rules.status_siasn import DIHAPUS, status_usul, urut_golongan
from karier.services.status_usul import Jawaban, align_rekomendasi, periksa_jawaban, tulis_jawaban
from karier.services.usul import tahan_milik
from pegawai.enums import JenisPegawai
from pegawai.models import BarisImpor, Impor, RiwayatPangkat
from pegawai.rules.golongan import Golongan
from pegawai.services.berkas import Buku, Isian, Skema, temukan_tabel
from pegawai.services.impor_catatan import (
    NIP,
    Catatan,
    JenisCatatan,
    KonteksCatatan,
    UsulanCatatan,
    periksa_catatan,
    terapkan_catatan,
)
from pegawai.services.impor_pembaca import Pemeriksaan
from pegawai.services.pangkat import PangkatBaru, periksa_pangkat

STATUS, TMT, GOLONGAN = "STATUS USULAN", "TMT KP", "GOLONGAN BARU ID"
_SAMA: Final = {
    "NIPBARU": NIP,
    "NIP BARU": NIP,
    "STATUSUSULAN": STATUS,
    "STATUS_USULAN": STATUS,
    "STATUSUSULANNAMA": "STATUS USULAN NAMA",
    "STATUS_USULAN_NAMA": "STATUS USULAN NAMA",
    "TMTKP": TMT,
    "TMT_KP": TMT,
    "GOLONGANBARUID": GOLONGAN,
    "GOLONGAN_BARU_ID": GOLONGAN,
    "NO_PERTEK": "NO PERTEK",
    "TGL_PERTEK": "TGL PERTEK",
    "NO_SK": "NO SK",
    "TGL_SK": "TGL SK",
    "MASA_KERJA_TAHUN": "MASA KERJA TAHUN",
    "MASA_KERJA_BULAN": "MASA KERJA BULAN",
    "KETERANGAN": "ALASAN",
    "ALASAN_TOLAK": "ALASAN",
}
SKEMA: Final = Skema("daftar status usul KP dari SIASN", (NIP, STATUS, TMT), lambda j: _SAMA.get(j, j))
_BERALASAN: Final = (StatusUsul.BTS, StatusUsul.TMS)


class PembacaStatusKp:
    kode = "status_kp"
    judul = "Status usul kenaikan pangkat dari SIASN"
    menerima_json = True
    petunjuk = (
        "Daftar status usul kenaikan pangkat (list-kp-instansi) sebagai .json, .csv, atau .xlsx, apa adanya. "
        "Kolom yang dibaca: nipBaru, statusUsulan, tmtKp, no_sk, tgl_sk, golonganBaruId, dan ALASAN bila ada."
    )

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with the proposals here; DomainError when the table is not there."""
        return periksa_catatan(impor, [(StatusKp(), temukan_tabel(buku, SKEMA))], {})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`."""
        konteks = KonteksCatatan(
            impor.instansi_id, impor.diterapkan_oleh, at, f"Status SIASN: {impor.nama_berkas}"
        )
        jenis: list[JenisCatatan] = [StatusKp()]
        terapkan_catatan(jenis, baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows: the next run reads the new pangkat."""

    def sesudah_kembali(self, impor: Impor, pegawai_ids: Sequence[int], at: datetime) -> None:
        """The recommendations follow the proposals that stand again."""
        align_rekomendasi(pegawai_ids)


class StatusKp:
    """One proposal, known by its person and TMT."""

    lembar = "Status usul"

    def baca(self, isian: Isian) -> dict[str, Any]:
        status = isian.bilangan(STATUS, 1, 999, wajib=True)
        tmt = isian.tanggal(TMT, wajib=True)
        tanggal = {k: isian.tanggal(judul) for k, judul in (("sk", "TGL SK"), ("pertek", "TGL PERTEK"))}
        isi = {
            "status": status,
            "nama_status": isian.teks("STATUS USULAN NAMA", maks=120),
            "tmt": tmt.isoformat() if tmt else None,
            "alasan": isian.teks("ALASAN", maks=300),
            "nomor_pertek": isian.teks("NO PERTEK", maks=80),
            "nomor_sk": isian.teks("NO SK", maks=80),
            "masa_kerja_tahun": isian.bilangan("MASA KERJA TAHUN", 0, 60),
            "masa_kerja_bulan": isian.bilangan("MASA KERJA BULAN", 0, 11),
            **{f"tanggal_{k}": t.isoformat() if t else None for k, t in tanggal.items()},
        }
        return {**isi, "golongan": self._golongan(isian, status)}

    def _golongan(self, isian: Isian, status: int | None) -> int | None:
        """Needed with an SK only."""
        terbit = status is not None and status_usul(status) is StatusUsul.SK_TERBIT
        kode = isian.bilangan(GOLONGAN, 1, 99, wajib=terbit)
        urut = None if kode is None else urut_golongan(kode)
        if kode is not None and urut is None:
            isian.tolak(GOLONGAN, "bukan kode golongan SIASN", "Isi 11 (I/a) sampai 45 (IV/e).", isi=kode)
        if terbit:
            isian.teks("NO SK", wajib=True)
            isian.tanggal("TGL SK", wajib=True)
        return urut

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return str(isi["tmt"])

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """Proposals by person and TMT, and every golongan of the people under their number."""
        ids = {c.pegawai_id for c in catatan}
        semua = UsulKenaikanPangkat.objects.filter(pegawai_id__in=ids).select_related("rekomendasi")
        if kunci:
            tahan_milik(ids)
            semua = semua.select_for_update(of=("self",))
        hasil: dict[Any, Any] = {pk: [] for pk in ids}
        # One that was taken back yields to the living one of the same person and TMT.
        for u in sorted(semua.order_by("pk"), key=lambda u: u.status != StatusUsul.DIURUNGKAN):
            hasil[u.pegawai_id, u.rekomendasi.periode.isoformat()] = u
        for p in RiwayatPangkat.objects.filter(pegawai_id__in=ids):
            hasil[p.pegawai_id].append(p)
        return hasil

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        isi = catatan.isi
        usul = tersimpan.get((catatan.pegawai_id, isi["tmt"]))
        if usul is None:
            raise DomainError(
                "usul_tidak_ada",
                f"tidak ada usul TMT {kata.tanggal(date.fromisoformat(isi['tmt']))} untuk pegawai ini",
                tindakan="Tetapkan dahulu sebagai usulan di halaman Kenaikan pangkat, atau periksa TMT-nya.",
            )
        jawaban = _menyambung(usul, _jawaban(catatan), isi["alasan"])
        beda = _beda(usul, jawaban)
        if beda:
            periksa_jawaban(usul, jawaban)
            if jawaban.sk is not None:
                periksa_pangkat(jawaban.sk, tersimpan[catatan.pegawai_id])
        return UsulanCatatan((usul, jawaban), False, beda)

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        hari = timezone.localtime(konteks.at).date()
        pasangan = [(u.objek[0], u.objek[1]._replace(tanggal=hari)) for u in usulan]
        if pasangan:
            tulis_jawaban(pasangan, actor=konteks.actor, at=konteks.at, sumber=konteks.sumber, kanal="impor")


def _jawaban(c: Catatan) -> Jawaban:
    """What the row says, with the day it is applied still open."""
    isi = c.isi
    status = status_usul(isi["status"])
    if status is None:
        hapus = isi["status"] == DIHAPUS
        raise DomainError(
            "status_tak_dikenal",
            "usul ini sudah dihapus di SIASN" if hapus else f"status usulan {isi['status']} tidak dikenal",
            tindakan="Urungkan usulnya di sini, atau usulkan lagi di SIASN."
            if hapus
            else "Periksa kolom statusUsulan.",
        )
    return Jawaban(
        status,
        date.min,
        alasan=_alasan(isi) if status in _BERALASAN else "",
        nomor_pertek=isi["nomor_pertek"],
        tanggal_pertek=_tanggal(isi["tanggal_pertek"]),
        sk=_sk(c) if status is StatusUsul.SK_TERBIT else None,
        tanggal_sk=_tanggal(isi["tanggal_sk"]),
    )


def _menyambung(usul: UsulKenaikanPangkat, j: Jawaban, alasan: str) -> Jawaban:
    """The list comes every week and names no paper: what an officer wrote about the same status stays."""
    if usul.status != j.status or j.status not in _BERALASAN:
        return j
    return j._replace(alasan=alasan or usul.alasan, dokumen=usul.dokumen, masih=True)


def _alasan(isi: Mapping[str, Any]) -> str:
    return isi["alasan"] or f"{isi['nama_status'] or 'status SIASN'} (rincian tidak ada dalam berkas)"


def _sk(c: Catatan) -> PangkatBaru:
    isi = c.isi
    return PangkatBaru(
        c.pegawai_id,
        isi["golongan"],
        date.fromisoformat(isi["tmt"]),
        isi["nomor_sk"],
        isi["masa_kerja_tahun"],
        isi["masa_kerja_bulan"],
    )


def _tanggal(teks: str | None) -> date | None:
    return date.fromisoformat(teks) if teks else None


def _beda(usul: Any, j: Jawaban) -> list[dict[str, str]]:
    """Differences in words; what the list leaves empty changes nothing."""
    label = LABEL[StatusUsul]
    baris = [("Status", label[StatusUsul(usul.status)], label[j.status])]
    if j.alasan:
        baris.append(("Alasan", usul.alasan, j.alasan))
    if j.nomor_pertek:
        baris.append(("Nomor pertek", usul.nomor_pertek, j.nomor_pertek))
    if j.sk is not None:
        baris.append(("Nomor SK", usul.nomor_sk, j.sk.nomor_sk))
    beda = [{"kolom": k, "lama": lama, "baru": baru} for k, lama, baru in baris if lama != baru]
    if beda and j.sk is not None:
        naik = f"{Golongan(JenisPegawai.PNS, j.sk.golongan).nama} TMT {kata.tanggal(j.sk.tmt)}"
        beda.append({"kolom": "Pangkat", "lama": "", "baru": naik})
    return beda
