"""What people of the demo say of themselves: needs and own activities with proof, in every state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any, Final, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from kinerja.services.contoh_tim import Pelaku
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Jabatan, KompetensiTeknis, Pegawai, Pengguna, StandarTeknis
from pegawai.services.kompetensi_baca import posts_of, required_of
from pegawai.services.kompetensi_standar import save_technical_competency, save_technical_standard
from pelatihan.enums import Metode, StatusKegiatan
from pelatihan.models import KegiatanMandiri, KompetensiPelatihan, Pelatihan, PenilaianMandiri
from pelatihan.services.akpk import Jawaban, confirm_answers, return_answers, send_answers, take_back
from pelatihan.services.katalog_isi import save_program
from pelatihan.services.kegiatan import IsiKegiatan, laporkan_kegiatan, tarik_kegiatan
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan, terima_kegiatan

KANAL: Final = "contoh"
#: (name, what it is, level that the posts ask for)
TEKNIS: Final = (
    (
        "Layanan keliling",
        "Membawa layanan kantor ke kampung dan pulau yang jauh, dari jadwal sampai arsip.",
        3,
    ),
    ("Administrasi kampung", "Mendampingi aparat kampung menyusun rencana, anggaran, dan laporan.", 2),
)
#: (name, form, way, JP, MB, indices of TEKNIS that it closes)
PROGRAM: Final = (
    ("Layanan Keliling dan Administrasi Kampung", B.BIMBINGAN_TEKNIS, Metode.CAMPURAN, 12, 12, (0, 1)),
    ("Menyusun Jadwal Layanan Keliling", B.E_LEARNING, Metode.DARING, 6, 5, (0,)),
    ("Mendampingi Laporan Kampung", B.E_LEARNING, Metode.DARING, 6, 6, (1,)),
)
CONTOH: Final = (
    "Memimpin dua kunjungan layanan keliling tahun ini.",
    "Menyusun laporan bulanan unit tanpa diperbaiki.",
    "Mendampingi rekan baru pada bulan pertamanya.",
)


# -- what posts ask for, and what people answer ---------------------------------------------------------


def ask_of_posts(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """Two technical competencies of the own government for the posts of two people, and what closes them."""
    teknis = [_competency(p, nama, uraian) for nama, uraian, _ in TEKNIS]
    jabatan = dict.fromkeys(posts_of([o.pk for o in orang], per=p.hari).values())
    for satu in list(jabatan)[:2]:
        for kompetensi, (_, _, level) in zip(teknis, TEKNIS, strict=True):
            standar = StandarTeknis(jabatan=satu, kompetensi=kompetensi, level=level)
            save_technical_standard(standar=standar, actor=p.hr, kanal=KANAL)
    for nama, bentuk, metode, jp, mb, menutup in PROGRAM:
        pelatihan = Pelatihan(
            instansi=p.instansi, nama=nama, bentuk=bentuk, metode=metode, jp=jp, bidang="Pelayanan publik",
            kapasitas=30, ukuran_mb=mb,
        )  # fmt: skip
        save_program(pelatihan=pelatihan, actor=p.hr, at=p.lalu(60), kanal=KANAL)
        KompetensiPelatihan.objects.bulk_create(
            KompetensiPelatihan(pelatihan=pelatihan, teknis=teknis[ke], level=TEKNIS[ke][2]) for ke in menutup
        )


def _competency(p: Pelaku, nama: str, uraian: str) -> KompetensiTeknis:
    baru = KompetensiTeknis(instansi=p.instansi, nama=nama, uraian=uraian)
    return save_technical_competency(kompetensi=baru, actor=p.hr, kanal=KANAL)


def assess_needs(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """One confirmed, one sent back, one taken back to think again; the others wait for their atasan."""
    terkirim = [_send(p, satu, n) for n, satu in enumerate(_asked(p, orang)[:5])]
    yakin, kembali, tarik, *_ = terkirim
    at, kini = partial(_this_year, p), {"kanal": KANAL}
    confirm_answers(
        penilaian_id=yakin.pk,
        level={b.pk: min(b.level_diri or 0, b.wajib) for b in yakin.butir.all()},
        versi=yakin.versi, actor=p.atasan(yakin.pegawai), at=at(6), **kini,
    )  # fmt: skip
    return_answers(
        penilaian_id=kembali.pk, catatan="Tambahkan contoh pekerjaan untuk dua kompetensi pertama.",
        versi=kembali.versi, actor=p.atasan(kembali.pegawai), at=at(5), **kini,
    )  # fmt: skip
    take_back(penilaian_id=tarik.pk, versi=tarik.versi, actor=p.sebagai(tarik.pegawai), at=at(4), **kini)


def _this_year(p: Pelaku, hari: int) -> datetime:
    """So many days ago, but in the year that is asked about."""
    return p.jam(max(p.hari - timedelta(days=hari), date(p.hari.year, 1, 1)))


def _asked(p: Pelaku, orang: Sequence[Pegawai]) -> list[Pegawai]:
    """Those whose post asks for something, and who have an atasan who answers."""
    jabatan = posts_of([o.pk for o in orang], per=p.hari)

    def diminta(satu: Jabatan) -> bool:
        return bool(required_of(satu, instansi_id=p.instansi.pk, per=p.hari))

    return [o for o in orang if o.pk in jabatan and o.atasan_id in p.akun and diminta(jabatan[o.pk])]


def _send(p: Pelaku, orang: Pegawai, n: int) -> PenilaianMandiri:
    """Mostly a level below what is asked."""
    jabatan = posts_of([orang.pk], per=p.hari)[orang.pk]
    diminta = required_of(jabatan, instansi_id=p.instansi.pk, per=p.hari)
    jawaban = [
        Jawaban(d.kunci, max(d.level - (n + ke) % 3, 0), CONTOH[(n + ke) % len(CONTOH)] if ke % 2 else "")
        for ke, d in enumerate(diminta)
    ]
    return send_answers(jawaban=jawaban, versi=0, actor=p.sebagai(orang), at=_this_year(p, 9), kanal=KANAL)


# -- own activities -------------------------------------------------------------------------------------


class Laporan(NamedTuple):
    """One activity that ended `lalu` days ago; `status`: what became of the report."""

    bentuk: B
    nama: str
    penyelenggara: str
    jp: int
    lalu: int
    lama: int
    status: StatusKegiatan
    catatan: str = ""


LAPORAN: Final = (
    Laporan(
        B.SEMINAR, "Seminar Arsip Daerah Kepulauan", "Dinas Kearsipan (contoh)", 6, 20, 1,
        StatusKegiatan.MENUNGGU,
    ),
    Laporan(
        B.WORKSHOP, "Lokakarya Peta Layanan Distrik", "Universitas Contoh Nusantara", 8, 75, 1,
        StatusKegiatan.DITERIMA,
    ),
    Laporan(
        B.BELAJAR_MANDIRI, "Membaca Panduan Keterbukaan Informasi", "Mandiri", 12, 60, 3,
        StatusKegiatan.DITERIMA,
    ),
    Laporan(
        B.KURSUS, "Kursus Lembar Kerja Dasar", "Lembaga Pelatihan Bina Contoh", 10, 40, 2,
        StatusKegiatan.FOTO_ULANG,
        "Fotonya gelap; nomor sertifikat tidak terbaca. Mohon foto ulang di tempat terang.",
    ),
    Laporan(
        B.SOSIALISASI, "Rapat Koordinasi Bulanan", "Kantor sendiri", 4, 33, 1, StatusKegiatan.DITOLAK,
        "Rapat rutin bukan kegiatan pengembangan kompetensi.",
    ),
    Laporan(
        B.SEMINAR, "Seminar Pelayanan Inklusif", "Komunitas Layanan (contoh)", 3, 28, 1,
        StatusKegiatan.DITARIK,
    ),
)  # fmt: skip
#: So many of them are of the first person.
PUNYA_PERTAMA: Final = 3


def report_activities(p: Pelaku, orang: Sequence[Pegawai], operator: Pengguna, diisikan: Pegawai) -> None:
    """Reports in every state; the first person has one that waits and two that count."""
    for n, isi in enumerate(LAPORAN):
        satu = orang[0] if n < PUNYA_PERTAMA else orang[n % len(orang)]
        _decide(p, _report(p, satu, isi, p.sebagai(satu)), isi)
    titipan = Laporan(
        B.BIMBINGAN_TEKNIS, "Bimbingan Teknis Perahu Layanan", "Dinas Perhubungan (contoh)", 8, 14, 1,
        StatusKegiatan.MENUNGGU_KONFIRMASI,
    )  # fmt: skip
    _report(p, diisikan, titipan, operator)


def _report(p: Pelaku, orang: Pegawai, isi: Laporan, oleh: Pengguna) -> KegiatanMandiri:
    selesai = p.hari - timedelta(days=isi.lalu)
    return laporkan_kegiatan(
        pegawai_id=orang.pk,
        isi=IsiKegiatan(
            isi.bentuk, isi.nama, isi.penyelenggara, selesai - timedelta(days=isi.lama - 1), selesai, isi.jp,
            f"CONTOH/{selesai.year}/{isi.lalu:03d}",
        ),
        berkas=SimpleUploadedFile("sertifikat.png", proof_photo(isi.nama)),
        actor=oleh, at=p.lalu(isi.lalu - 5), kanal="portal",
    )  # fmt: skip


def _decide(p: Pelaku, kegiatan: KegiatanMandiri, isi: Laporan) -> None:
    """By HR, or taken back by the person."""
    umum: dict[str, Any] = {
        "kegiatan_id": kegiatan.pk, "versi": kegiatan.versi, "at": p.lalu(isi.lalu - 8), "kanal": KANAL,
    }  # fmt: skip
    if isi.status == StatusKegiatan.DITERIMA:
        terima_kegiatan(actor=p.hr, **umum)
    elif isi.status == StatusKegiatan.DITARIK:
        tarik_kegiatan(actor=p.sebagai(kegiatan.pegawai), **umum)
    elif isi.status != StatusKegiatan.MENUNGGU:
        kembalikan_kegiatan(status=isi.status, catatan=isi.catatan, actor=p.hr, **umum)


def proof_photo(judul: str) -> bytes:
    """A picture of a made-up certificate."""
    gambar = Image.new("RGB", (640, 420), "white")
    kuas = ImageDraw.Draw(gambar)
    kuas.rectangle((16, 16, 624, 404), outline="navy", width=3)
    for tinggi, teks in ((90, "SERTIFIKAT (CONTOH)"), (190, judul), (300, "Dokumen simulasi")):
        kuas.text((60, tinggi), teks, fill="black", font_size=24)
    keluar = BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()
