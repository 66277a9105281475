"""Citizens of the simulated regency: half a year of reviews, a dialogue, promises kept and not kept."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from asn_karier.lib.sandi import kunci_sandi
from karier.contoh.acak import acak_untuk
from kinerja.enums import JawabanUlasan, JenisTopik, StatusKiriman, StatusTindak, TemaUlasan
from kinerja.models import JanjiForum, LayananPublik, MasukanForum, PerubahanLayanan, TopikForum, Ulasan
from kinerja.rules.samaran import samarkan
from kinerja.services.kiriman import new_number
from pegawai.models import Instansi, UnitKerja

#: Words in the name of units that citizens come to, and a service of theirs.
PINTU: Final = (
    ("Puskesmas", "Pendaftaran pasien"),
    ("Rumah Sakit", "Rawat jalan"),
    ("Kependudukan", "KTP dan kartu keluarga"),
    ("Penanaman Modal", "Perizinan"),
    ("Kecamatan", "Surat keterangan"),
)
KALIMAT: Final = (
    ("Petugasnya sabar menjelaskan, terima kasih", 4, (TemaUlasan.KERAMAHAN, TemaUlasan.TERIMA_KASIH)),
    ("Antre lama pada Senin pagi", 2, (TemaUlasan.KECEPATAN,)),
    ("Syaratnya berubah-ubah, tolong ditempel di papan", 2, (TemaUlasan.KEJELASAN,)),
    ("Kursi tunggu kurang untuk lansia", 2, (TemaUlasan.FASILITAS, TemaUlasan.KEMUDAHAN_AKSES)),
    ("Cepat, sepuluh menit selesai", 4, (TemaUlasan.KECEPATAN,)),
)
MENUNGGU: Final = (
    "Pak Contoh di loket dua ketus, padahal ibu saya sudah tua. Hubungi 0800-0000-0000",
    "Terima kasih, bidannya ramah sekali",
    "Mohon ada nomor antrean, supaya tidak berebut",
)
_BOBOT: Final = (1, 2, 6, 4)


def open_citizen_pages(*, instansi: Instansi, actor: Any, at: datetime) -> None:
    """Services of up to five units, their reviews, and what became of them."""
    hari = at.date()
    layanan = _layanan(instansi, actor)
    if not layanan:
        return
    for ke, satu in enumerate(layanan):
        _ulasan(satu, ke, hari, actor, at)
    unit = layanan[0].unit
    PerubahanLayanan.objects.create(
        unit=unit,
        masukan="antre lama pada Senin pagi",
        tindakan="loket tambahan dibuka setiap Senin pagi",
        tanggal=hari - timedelta(days=26),
        oleh=actor,
    )
    _dialog(unit, hari, actor, at)


def _layanan(instansi: Instansi, actor: Any) -> list[LayananPublik]:
    hasil = []
    for kata, nama in PINTU:
        unit = UnitKerja.objects.filter(instansi=instansi, nama__contains=kata).order_by("jalur").first()
        if unit is not None:
            hasil.append(LayananPublik.objects.create(unit=unit, nama=nama, dibuat_oleh=actor))
    return hasil


def _ulasan(layanan: LayananPublik, ke: int, hari: date, actor: Any, at: datetime) -> None:
    """Fewer for every further unit; the last one has too few to be told."""
    acak = acak_untuk(1, "warga", layanan.nama)
    banyak = (60, 45, 30, 14, 5)[ke]
    baris = []
    for nomor in range(banyak):
        kalimat = KALIMAT[nomor % len(KALIMAT)] if nomor % 3 == 0 else None
        jawaban = kalimat[1] if kalimat else acak.choices((1, 2, 3, 4), _BOBOT)[0]
        satu = Ulasan(
            layanan=layanan,
            nomor=new_number(),
            hari=hari - timedelta(days=acak.randint(2, 170)),
            jawaban=JawabanUlasan(jawaban),
            status=StatusKiriman.TANPA_TEKS,
        )
        if kalimat:
            satu.teks, satu.tema = kalimat[0], sorted(t.value for t in kalimat[2])
            satu.terima_kasih = TemaUlasan.TERIMA_KASIH in kalimat[2]
            satu.status, satu.diputus_oleh = StatusKiriman.TAMPIL, actor
            satu.diputus_pada = at - timedelta(days=acak.randint(1, 120))
        baris.append(satu)
    baris += [_menunggu(layanan, teks, hari) for teks in (MENUNGGU if ke == 0 else ())]
    Ulasan.objects.bulk_create(baris)


def _menunggu(layanan: LayananPublik, teks: str, hari: date) -> Ulasan:
    return Ulasan(
        layanan=layanan,
        nomor=new_number(),
        hari=hari - timedelta(days=2),
        jawaban=JawabanUlasan.KURANG_BAIK,
        asli=kunci_sandi(teks),
        teks=samarkan(teks),
    )


def _dialog(unit: UnitKerja, hari: date, actor: Any, at: datetime) -> None:
    pertemuan = TopikForum.objects.create(
        unit=unit,
        judul="Jam buka dan antrean",
        uraian="Bagaimana antrean dapat lebih singkat bagi warga yang datang dari jauh?",
        jenis=JenisTopik.PERTEMUAN,
        tempat="Aula kantor (alamat contoh)",
        tanggal=hari - timedelta(days=40),
        jam=time(9, 0),
        notulen="Hadir 34 warga. Disepakati nomor antrean dan loket tambahan pada Senin pagi.",
        oleh=actor,
    )
    MasukanForum.objects.create(
        topik=pertemuan,
        nomor=new_number(),
        hari=hari - timedelta(days=38),
        teks="Tolong dahulukan warga yang datang dari desa jauh",
        status=StatusKiriman.TAMPIL,
        diputus_oleh=actor,
        diputus_pada=at - timedelta(days=36),
        tindak=StatusTindak.DITANGGAPI,
        tanggapan="Mulai bulan depan loket pertama untuk warga dari luar kecamatan.",
        kantor=unit.nama,
        ditanggapi_hari=hari - timedelta(days=35),
        ditanggapi_oleh=actor,
    )
    janji: tuple[tuple[str, int, StatusTindak, int | None], ...] = (
        ("Loket tambahan setiap Senin pagi", -30, StatusTindak.DIJALANKAN, -26),
        ("Mesin nomor antrean dipasang", -10, StatusTindak.DITANGGAPI, None),
        ("Papan syarat dibaca mudah dari kursi roda", 45, StatusTindak.DITERIMA, None),
    )
    for isi, tenggat, status, selesai in janji:
        JanjiForum.objects.create(
            topik=pertemuan,
            isi=isi,
            tenggat=hari + timedelta(days=tenggat),
            status=status,
            selesai=hari + timedelta(days=selesai) if selesai is not None else None,
            oleh=actor,
        )
