"""The same people on any database: everything follows from a running number, nothing from chance."""

from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib.db import sekarang
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.services.segarkan import refresh_conversions
from pegawai.enums import (
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    Register,
    StatusDisiplin,
    StatusKepegawaian,
)
from pegawai.models import (
    AsesmenKompetensi,
    CakupanData,
    HukumanDisiplin,
    Instansi,
    Jabatan,
    Pegawai,
    PengembanganKompetensi,
    Pengguna,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

PER: Final = date(2026, 11, 21)
_KOMPETENSI: Final = (
    "integritas",
    "kerja_sama",
    "komunikasi",
    "orientasi_hasil",
    "pelayanan_publik",
    "pengembangan_diri",
    "mengelola_perubahan",
    "pengambilan_keputusan",
    "perekat_bangsa",
)


def buat_orang(banyak: int) -> Instansi:
    """An instansi `layanan` with `banyak` people, two pangkat each, and complete registers."""
    instansi = Instansi.objects.create(kode="layanan", nama="Pemerintah Layanan")
    petugas = Pengguna.objects.create(username="petugas-layanan")
    CakupanData.objects.bulk_create(
        CakupanData(
            instansi=instansi,
            register=r,
            mulai=date(2026, 1, 1),
            sampai=date(2027, 12, 31),
            dinyatakan_oleh=petugas,
        )
        for r in Register
    )
    jabatan = _jabatan()
    orang = Pegawai.objects.bulk_create([_pegawai(instansi, i) for i in range(banyak)], batch_size=500)
    for i, p in enumerate(orang):
        p.urut = i
    for model, baris in _catatan(orang, jabatan):
        model.objects.bulk_create(baris, batch_size=500)
    _konversikan(orang, instansi)
    return instansi


def _jabatan() -> list[Jabatan]:
    jenis = [
        (JenisJabatan.PELAKSANA, Jenjang.PELAKSANA),
        (JenisJabatan.FUNGSIONAL, Jenjang.AHLI_PERTAMA),
        (JenisJabatan.FUNGSIONAL, Jenjang.AHLI_MUDA),
        (JenisJabatan.STRUKTURAL, Jenjang.PENGAWAS),
    ]
    return [
        Jabatan.objects.create(siasn_id=f"L{i}", nama=f"Jabatan {i}", jenis=a, jenjang=b)
        for i, (a, b) in enumerate(jenis)
    ]


def _pegawai(instansi: Instansi, i: int) -> Pegawai:
    pppk = i % 5 == 0
    return Pegawai(
        instansi=instansi,
        nip=f"{198_000_000_000_000_000 + i * 37:018d}",
        nama=f"Orang {i}",
        tanggal_lahir=date(1970, 1, 1) + timedelta(days=i * 13 % 9000),
        jenis_kelamin="L",
        jenis=JenisPegawai.PPPK if pppk else JenisPegawai.PNS,
        status=StatusKepegawaian.PPPK if pppk else StatusKepegawaian.PNS,
        kedudukan_hukum=KedudukanHukum.PPPK_AKTIF if pppk else KedudukanHukum.AKTIF,
        tmt_cpns=None if pppk else date(2008, 3, 1),
    )


def _catatan(orang: list[Any], jabatan: list[Jabatan]) -> list[tuple[Any, list[Any]]]:
    jf = [p for p in orang if p.urut % 4 in (1, 2)]
    return [
        (RiwayatPangkat, _riwayat_pangkat(orang)),
        (RiwayatJabatan, _riwayat_jabatan(orang, jabatan)),
        (RiwayatPendidikan, _riwayat_pendidikan(orang)),
        (Penilaian, _penilaian(orang)),
        (PenetapanAngkaKredit, _penetapan_angka_kredit(jf, jabatan)),
        (PengembanganKompetensi, _pengembangan_kompetensi(orang)),
        (AsesmenKompetensi, _asesmen_kompetensi(orang)),
        (HukumanDisiplin, _hukuman_disiplin(orang)),
    ]


def _riwayat_pangkat(orang: list[Any]) -> list[Any]:
    return [
        RiwayatPangkat(
            pegawai=p,
            skala=p.jenis,
            golongan=8 + p.urut % 4 + k,
            tmt=date(2018 + 4 * k + p.urut % 3, 1 + p.urut % 12, 1),
        )
        for p in orang
        for k in (0, 1)
    ]


def _riwayat_jabatan(orang: list[Any], jabatan: list[Jabatan]) -> list[Any]:
    return [RiwayatJabatan(pegawai=p, jabatan=jabatan[p.urut % 4], tmt=date(2019, 2, 1)) for p in orang]


def _riwayat_pendidikan(orang: list[Any]) -> list[Any]:
    return [
        RiwayatPendidikan(pegawai=p, tingkat=(30, 40, 45)[p.urut % 3], nama="S") for p in orang if p.urut % 11
    ]


def _penilaian(orang: list[Any]) -> list[Any]:
    return [
        Penilaian(
            pegawai=p,
            tahun=t,
            predikat=3 + (p.urut + t) % 3 if p.urut % 7 else 4,
            status="ditetapkan",
            sumber="ekinerja",
        )
        for p in orang
        for t in (2024, 2025, 2026)
    ]


def _penetapan_angka_kredit(orang: list[Any], jabatan: list[Jabatan]) -> list[Any]:
    return [
        PenetapanAngkaKredit(
            pegawai=p,
            sampai=date(2024, 12, 31),
            jenjang=jabatan[p.urut % 4].jenjang,
            jumlah_senti=p.urut * 31 % 12_000,
        )
        for p in orang
    ]


def _konversikan(orang: list[Any], instansi: Instansi) -> None:
    """Conversions as the sweep of a worker makes them, so that it finds nothing to change; most signed."""
    refresh_conversions(instansi_id=instansi.pk, at=sekarang())
    penanda_tangan = [p.pk for p in orang if p.urut % 3]
    for awal in range(0, len(penanda_tangan), 500):
        KonversiAngkaKredit.objects.filter(pegawai_id__in=penanda_tangan[awal : awal + 500]).update(
            status=StatusKonversi.DITANDATANGANI
        )


def _pengembangan_kompetensi(orang: list[Any]) -> list[Any]:
    return [
        PengembanganKompetensi(
            pegawai=p, bentuk=8, nama="A", tanggal_selesai=date(2026, 3, 1), jp=p.urut % 30
        )
        for p in orang
        if p.urut % 2
    ]


def _asesmen_kompetensi(orang: list[Any]) -> list[Any]:
    return [
        AsesmenKompetensi(
            pegawai=p,
            tanggal=date(2025, 5, 5),
            **{k: 1 + (p.urut + n) % 4 for n, k in enumerate(_KOMPETENSI)},
        )
        for p in orang
        if p.urut % 6 == 0
    ]


def _hukuman_disiplin(orang: list[Any]) -> list[Any]:
    return [
        HukumanDisiplin(
            pegawai=p,
            status=StatusDisiplin.DIJATUHKAN,
            tingkat="S",
            mulai=date(2026, 6, 1),
            sampai=date(2027, 5, 31),
        )
        for p in orang
        if p.urut % 97 == 1
    ]
