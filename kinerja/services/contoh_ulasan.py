"""Citizens of the demo that is typed here, through the public door and the desk of moderation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from kinerja.enums import JawabanUlasan, JenisTopik, StatusKiriman, StatusTindak, TemaUlasan
from kinerja.models import JanjiForum, LayananPublik, PerubahanLayanan, TopikForum, Ulasan
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.forum import answer_masukan, save_janji, save_perubahan, save_topik, submit_masukan
from kinerja.services.kiriman import issue_key
from kinerja.services.moderasi import decide_kiriman, proposal
from kinerja.services.ulasan import save_layanan, submit_ulasan
from pegawai.models import UnitKerja

KANAL: Final = "contoh"
KALIMAT: Final = (
    ("Petugas sabar menjelaskan, terima kasih", (TemaUlasan.KERAMAHAN, TemaUlasan.TERIMA_KASIH)),
    ("Antre lama pada Senin pagi", (TemaUlasan.KECEPATAN,)),
    ("Syarat layanan tolong ditempel di papan", (TemaUlasan.KEJELASAN,)),
)
#: Not decided yet; the second has a number that the machine masks.
MENUNGGU: Final = ("Loket tutup sebelum jam dua", "Mohon hubungi saya di 0800-0000-0000 bila sudah jadi")
BANYAK: Final = 14


def write_citizens(p: Pelaku) -> None:
    """Reviews of one service, published and waiting; a meeting whose promise is late."""
    unit = _unit(p)
    layanan = save_layanan(
        layanan=LayananPublik(unit=unit, nama="Surat keterangan"), actor=p.hr, at=p.lalu(80), kanal=KANAL
    )
    for n in range(BANYAK):
        _review(p, layanan, n)
    for n, teks in enumerate(MENUNGGU):
        _send(p, layanan, BANYAK + n, JawabanUlasan.KURANG_BAIK, teks, 1)
    save_perubahan(
        perubahan=PerubahanLayanan(
            unit=unit,
            masukan="antre lama pada Senin pagi",
            tindakan="loket kedua dibuka setiap Senin pagi",
            tanggal=p.hari - timedelta(days=9),
        ),
        actor=p.hr,
        at=p.lalu(9),
        kanal=KANAL,
    )
    _forum(p, unit)


def _unit(p: Pelaku) -> UnitKerja:
    semua = UnitKerja.objects.filter(instansi=p.instansi).order_by("jalur")
    unit: UnitKerja | None = semua.filter(nama__contains="Distrik").first() or semua.first()
    if unit is None:
        raise LookupError("instansi contoh tanpa unit")
    return unit


def _review(p: Pelaku, layanan: LayananPublik, n: int) -> None:
    """Every second comes with words, which HR reads and shows."""
    teks, tema = KALIMAT[n % len(KALIMAT)] if n % 2 else ("", ())
    jawaban = JawabanUlasan.KURANG_BAIK if n % 4 == 3 else JawabanUlasan.BAIK
    hari = 60 - 4 * n
    ulasan = _send(p, layanan, n, jawaban, teks, hari)
    if teks:
        decide_kiriman(
            kiriman=ulasan,
            putusan=StatusKiriman.TAMPIL,
            teks=proposal(ulasan),
            tema=tema,
            versi=ulasan.versi,
            actor=p.hr,
            at=p.lalu(hari - 1),
        )


def _send(p: Pelaku, layanan: LayananPublik, n: int, jawaban: JawabanUlasan, teks: str, hari: int) -> Ulasan:
    at = p.lalu(hari, 11)
    return submit_ulasan(
        layanan=layanan,
        jawaban=jawaban,
        teks=teks,
        kunci=issue_key(tentang=f"ulasan:{layanan.kode}", at=at),
        alamat=f"203.0.113.{n + 1}",
        at=at,
    )


def _forum(p: Pelaku, unit: UnitKerja) -> None:
    topik = save_topik(
        topik=TopikForum(
            unit=unit,
            judul="Loket keliling ke kampung pesisir",
            uraian="Kapan loket keliling sebaiknya datang?",
            jenis=JenisTopik.PERTEMUAN,
            tempat="Balai kampung (alamat contoh)",
            tanggal=p.hari - timedelta(days=45),
            jam=p.lalu(45).time(),
            notulen="Hadir 21 warga. Disepakati loket keliling dua kali sebulan.",
        ),
        actor=p.hr,
        at=p.lalu(50),
        kanal=KANAL,
    )
    _input(p, topik)
    _promises(p, topik)


def _input(p: Pelaku, topik: TopikForum) -> None:
    """What a citizen said, shown, and answered by the office."""
    at = p.lalu(40, 11)
    masukan = submit_masukan(
        topik=topik,
        teks="Tolong datang pada hari pasar",
        kunci=issue_key(tentang=f"masukan:{topik.pk}", at=at),
        alamat="203.0.113.99",
        at=at,
    )
    tampil = decide_kiriman(
        kiriman=masukan,
        putusan=StatusKiriman.TAMPIL,
        teks=proposal(masukan),
        versi=masukan.versi,
        actor=p.hr,
        at=p.lalu(39),
    )
    answer_masukan(
        masukan=masukan,
        tindak=StatusTindak.DITANGGAPI,
        tanggapan="Mulai bulan depan jadwalnya mengikuti hari pasar.",
        versi=tampil.versi,
        actor=p.hr,
        at=p.lalu(38),
    )


def _promises(p: Pelaku, topik: TopikForum) -> None:
    """Kept, late, and still to come."""
    janji: tuple[tuple[str, date, bool], ...] = (
        ("Jadwal loket keliling ditempel di balai kampung", p.hari - timedelta(days=20), True),
        ("Perahu loket keliling diperbaiki", p.hari - timedelta(days=7), False),
        ("Nomor antrean di kantor distrik", p.hari + timedelta(days=40), False),
    )
    for isi, tenggat, ditepati in janji:
        satu = save_janji(
            janji=JanjiForum(topik=topik, isi=isi, tenggat=tenggat), actor=p.hr, at=p.lalu(44), kanal=KANAL
        )
        if ditepati:
            satu.status = StatusTindak.DIJALANKAN
            save_janji(janji=satu, actor=p.hr, at=p.lalu(22), kanal=KANAL)
