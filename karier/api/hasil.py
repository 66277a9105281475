"""GET /hasil: what the last run found. GET /rekomendasi: what waits for a decision, and its end."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from rest_framework import serializers as s
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import KURSOR, Isian, potong_halaman
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, JenisRekomendasi, Pelaku, StatusRekomendasi
from karier.models import RunEvaluasi
from karier.services.keadaan import last_run
from karier.services.untuk_api import (
    pick_outcomes,
    pick_recommendations,
    read_outcomes_for_api,
    read_recommendations,
)
from pegawai.api.bentuk import halaman, nama_enum
from pegawai.api.dasar import ORANG, UNIT, TampilanKlien, berhalaman, dokumentasi
from pegawai.enums import CakupanApi
from pegawai.reports.untuk_api import tanpa_dalam

#: An outcome has up to fifty sentences: fewer people in one answer than elsewhere.
BATAS_HASIL: Final = Isian(
    "batas",
    "Banyaknya orang dalam satu jawaban. Lebih dari 100 dibaca sebagai 100.",
    angka=(1, 100),
    bawaan=50,
)
ARTI: Final = (
    "Putusan perhitungan terakhir tentang setiap pegawai, dengan syarat, sumber, dan pasalnya. "
    "Tanpa cakupan disiplin:baca, syarat yang tertutup tidak ditampilkan, putusan dinilai dari syarat umum "
    "saja (lengkap: false), dan tanggal paling cepat kosong."
)


class Syarat(s.Serializer[Any]):
    kode = s.CharField()
    judul = s.CharField()
    status = nama_enum(Status)
    nilai_teks = s.CharField()
    perlu_teks = s.CharField()
    sumber = s.CharField()
    dasar_hukum = s.CharField()
    pelaku = s.ChoiceField(
        [e.value for e in Pelaku], allow_null=True, help_text="null: tidak ada yang dapat melengkapinya."
    )
    tindakan = s.CharField()
    paling_cepat = s.DateField(allow_null=True)
    mengikat = s.BooleanField()


class Putusan(s.Serializer[Any]):
    jenis = s.ChoiceField([e.value for e in JenisPutusan])
    judul = s.CharField()
    status = nama_enum(Status)
    sasaran = s.CharField(allow_null=True, help_text="Golongan, jenjang, atau tahun Satyalancana.")
    paling_cepat = s.DateField(allow_null=True)
    putusan = s.CharField()
    kalimat = s.CharField()
    syarat = Syarat(many=True)


class HasilOrang(s.Serializer[Any]):
    pegawai = s.UUIDField()
    lengkap = s.BooleanField()
    kgb_berikut = s.DateField(allow_null=True)
    mencapai_bup = s.DateField(allow_null=True)
    tmt_pensiun_perkiraan = s.DateField(allow_null=True)
    putusan = Putusan(many=True)


class Perhitungan(s.Serializer[Any]):
    nomor = s.IntegerField()
    per_tanggal = s.DateField()
    tmt_sasaran = s.DateField()
    selesai_pada = s.DateTimeField()
    versi_aturan = s.DictField()


class HalamanHasil(halaman(HasilOrang)):  # type: ignore[misc]
    perhitungan = Perhitungan(allow_null=True, help_text="Null: belum pernah ada perhitungan.")


class BarisRekomendasi(s.Serializer[Any]):
    id = s.IntegerField()
    pegawai = s.UUIDField()
    jenis = s.ChoiceField([e.value for e in JenisRekomendasi])
    sasaran = s.CharField(help_text="Golongan yang dituju, atau kompetensi yang dikembangkan.")
    periode = s.DateField()
    status = s.ChoiceField([e.value for e in StatusRekomendasi])
    dibuat_pada = s.DateTimeField()


class DaftarHasil(TampilanKlien):
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.HASIL,)
    isian: ClassVar[tuple[Isian, ...]] = (ORANG, UNIT, BATAS_HASIL, KURSOR)

    @dokumentasi("daftar_hasil", "Hasil perhitungan terakhir", HalamanHasil, isian, tag="Hasil", arti=ARTI)
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        unit, pk = self.unit(isi.get("unit")), self.orang(isi.get("pegawai"))
        run = last_run(self.akses.klien.instansi_id)
        if run is None:
            return Response({"perhitungan": None, "data": [], "kursor_berikut": None})
        baris = pick_outcomes(run, request.user, unit=unit, pk=pk).filter(pegawai_id__gt=isi.get("kursor", 0))
        terbaca = list(read_outcomes_for_api(run, baris[: isi["batas"] + 1], lengkap=self.akses.disiplin))
        badan = potong_halaman(terbaca, isi["batas"], milik=self.milik(), kunci="pk")
        self.catat((b["pk"] for b in badan["data"]), tindakan="lihat_hasil")
        return Response({"perhitungan": _perhitungan(run), **badan, "data": tanpa_dalam(badan["data"])})


def _perhitungan(run: RunEvaluasi) -> dict[str, Any]:
    return {
        "nomor": run.nomor,
        "per_tanggal": run.per_tanggal,
        "tmt_sasaran": run.tmt_sasaran,
        "selesai_pada": run.selesai_pada or run.dibuat_pada,
        "versi_aturan": run.versi_aturan,
    }


class DaftarRekomendasi(TampilanKlien):
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.REKOMENDASI,)
    isian: ClassVar[tuple[Isian, ...]] = berhalaman(
        ORANG,
        UNIT,
        Isian("jenis", "Jenis rekomendasi.", tuple(e.value for e in JenisRekomendasi)),
        Isian("status", "Status rekomendasi.", tuple(e.value for e in StatusRekomendasi)),
    )

    @dokumentasi(
        "daftar_rekomendasi",
        "Rekomendasi dan usulan",
        halaman(BarisRekomendasi),
        isian,
        tag="Hasil",
        arti="Rekomendasi sistem dan keadaannya. Rekomendasi, bukan keputusan pejabat berwenang.",
    )
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        baris = pick_recommendations(
            request.user,
            unit=self.unit(isi.get("unit")),
            pk=self.orang(isi.get("pegawai")),
            jenis=isi.get("jenis"),
            status=isi.get("status"),
        ).filter(pk__gt=isi.get("kursor", 0))
        terbaca = list(read_recommendations(baris[: isi["batas"] + 1]))
        badan = potong_halaman(terbaca, isi["batas"], milik=self.milik(), kunci="pk")
        self.catat(b["pegawai_pk"] for b in badan["data"])
        return Response({**badan, "data": tanpa_dalam(badan["data"])})
