"""Feedback, directions, recognition and 360 rounds of the demo that is typed here, as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from kinerja.enums import (
    JenisUmpanBalik,
    NilaiBerakhlak,
    Peran360,
    SasaranArahan,
    StatusArahan,
    StatusUndangan360,
    SumberPengakuan,
    TentangUmpanBalik,
)
from kinerja.models import Arahan, Peserta360, Putaran360, Undangan360
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services import pengakuan, umpan_balik
from kinerja.services.arahan import IsiArahan, Untuk, give_direction, report_progress
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.pengakuan import IsiPengakuan, publish_story
from kinerja.services.umpan_360 import create_putaran, open_putaran
from kinerja.services.umpan_360_calon import decide_penjawab
from kinerja.services.umpan_360_isi import Isian360, send_answer
from kinerja.services.umpan_360_tutup import close_putaran
from kinerja.services.umpan_balik import IsiUmpanBalik, send_feedback
from pegawai.models import Pegawai

_PERILAKU: Final = NilaiBerakhlak.KOLABORATIF
UMPAN: Final = (
    IsiUmpanBalik(
        JenisUmpanBalik.KEKUATAN,
        TentangUmpanBalik.HASIL_KERJA,
        "Kunjungan ke kampung selesai sebelum musim angin.",
        "Warga menerima berkasnya dua pekan lebih awal.",
        "Bagikan cara menyusun jadwalnya.",
    ),
    IsiUmpanBalik(
        JenisUmpanBalik.PERBAIKAN,
        TentangUmpanBalik.HASIL_KERJA,
        "Dua laporan bulanan terlambat tiga hari.",
        "Rapat memakai angka bulan sebelumnya.",
        "Kirim draf setiap Jumat.",
    ),
    IsiUmpanBalik(
        JenisUmpanBalik.KEKUATAN,
        TentangUmpanBalik.PERILAKU,
        "Rekan baru ditemani pada pekan pertamanya.",
        "Ia sudah melayani loket sendiri.",
        "Tulis langkahnya untuk rekan baru berikutnya.",
        _PERILAKU,
    ),
)
#: One after another, so that no group of answers is a row of the same sentence.
YANG_BAIK: Final = (
    "Mau mendengar sampai selesai.",
    "Selalu menepati waktu yang dijanjikan.",
    "Berbagi bahan kerja tanpa diminta.",
    "Tetap ramah saat antrean panjang.",
    "Cepat belajar aplikasi baru, lalu mengajari rekan.",
)
#: (what is asked, deadline in days from today): one is over, one is near.
ARAHAN: Final = (("Lengkapi daftar kampung tanpa sinyal", -4), ("Siapkan bahan rapat triwulan", 6))


def write_dialogue(p: Pelaku) -> None:
    """Feedback in every direction, two directions, a recognition that is public and one that waits."""
    _feedback(p)
    for nomor, (judul, hari) in enumerate(ARAHAN):
        _direction(p, judul, hari, nomor)
    _recognitions(p)


def _key(apa: str, nomor: int) -> UUID:
    """What the opened page would carry; the same in every demo."""
    return uuid5(NAMESPACE_URL, f"contoh:{apa}:{nomor}")


def _feedback(p: Pelaku) -> None:
    pimpinan, orang = p.utama
    pasangan = [(pimpinan, o) for o in orang[:4]] + [(orang[1], orang[0]), (orang[0], pimpinan)]
    for n, (dari, untuk) in enumerate(pasangan):
        satu = send_feedback(
            pegawai_id=untuk.pk,
            isi=UMPAN[n % len(UMPAN)],
            kunci=_key("umpan", n),
            pembaca=untuk.atasan_id,
            actor=p.sebagai(dari),
            at=p.lalu(30 - 3 * n),
        )
        if n == 1:
            umpan_balik.reply(
                umpan_balik_id=satu.pk,
                isi="Saya kirim drafnya mulai pekan ini.",
                kunci=_key("tanggapan", n),
                actor=p.sebagai(untuk),
                at=p.lalu(20),
            )


def _direction(p: Pelaku, judul: str, hari: int, nomor: int) -> None:
    """To all direct reports; the first has not read it, the others say how far they are."""
    arahan = give_direction(
        untuk=Untuk(SasaranArahan.BAWAHAN_LANGSUNG),
        isi=IsiArahan(judul, "Kabari bila ada hambatan.", p.hari + timedelta(days=hari)),
        kunci=_key("arahan", nomor),
        actor=p.sebagai(p.utama.pimpinan),
        at=p.lalu(12),
    )
    kabar = (StatusArahan.DIJALANKAN, StatusArahan.SELESAI, StatusArahan.TIDAK_DAPAT)
    for n, status in enumerate(kabar):
        _report(p, arahan, p.utama.orang[n + 1], status)


def _report(p: Pelaku, arahan: Arahan, orang: Pegawai, status: StatusArahan) -> None:
    penerima = arahan.penerima.get(pegawai=orang)
    report_progress(
        penerima_id=penerima.pk,
        status=status,
        catatan="Perahu motor sedang diperbaiki." if status is StatusArahan.TIDAK_DAPAT else "",
        versi=penerima.versi,
        actor=p.sebagai(orang),
        at=p.lalu(5),
    )


def _recognitions(p: Pelaku) -> None:
    pimpinan, orang = p.utama
    isi = (
        ("Loket keliling sampai ke pulau", "Loket dibuka di kapal setiap Jumat. 90 warga terlayani."),
        ("Arsip sepuluh tahun tertata", "Arsip dipilah, diberi nomor, dan cepat ditemukan."),
    )
    for n, (judul, uraian) in enumerate(isi):
        siapa, pengusul = orang[n], orang[n + 1]
        satu = pengakuan.propose(
            pegawai_id=siapa.pk,
            isi=IsiPengakuan(SumberPengakuan.PROYEK, judul, uraian, p.lalu(40).date()),
            kunci=_key("pengakuan", n),
            actor=p.sebagai(pengusul),
            at=p.lalu(25),
        )
        if n == 0:
            pengakuan.decide(
                pengakuan_id=satu.pk,
                tetap=True,
                alasan="",
                versi=satu.versi,
                actor=p.sebagai(pimpinan),
                at=p.lalu(18),
            )
            publish_story(
                pengakuan_id=satu.pk,
                nama=False,
                unit=True,
                setuju=True,
                actor=p.sebagai(siapa),
                at=p.lalu(10),
            )


# -- 360 ------------------------------------------------------------------------------------------------


def hold_rounds(p: Pelaku) -> None:
    """One that is closed with results, one that is open: answers come in, one list waits for its atasan."""
    dinilai = [p.utama.pimpinan, *p.utama.orang[:2]]
    tutup = _round(p, "Putaran pertama", dinilai, dibuka=60, batas=32)
    _decide(p, tutup, dinilai, p.lalu(55))
    _answer(p, tutup, p.lalu(40))
    close_putaran(putaran_id=tutup.pk, actor=p.hr, at=p.lalu(30))
    buka = _round(p, "Putaran kedua", dinilai, dibuka=6, batas=-14)
    _decide(p, buka, dinilai[:2], p.lalu(5))
    _answer(p, buka, p.lalu(2), banyak=3)


def _round(p: Pelaku, nama: str, dinilai: Sequence[Pegawai], *, dibuka: int, batas: int) -> Putaran360:
    putaran = create_putaran(
        instansi=p.instansi,
        nama=f"{nama} {p.lalu(dibuka).year}",
        masa_mulai=p.hari - timedelta(days=dibuka + 180),
        masa_sampai=p.hari - timedelta(days=dibuka),
        batas=p.hari - timedelta(days=batas),
        untuk_talenta=False,
        actor=p.hr,
        at=p.lalu(dibuka),
        pegawai_ids=[o.pk for o in dinilai],
    )
    return open_putaran(putaran_id=putaran.pk, actor=p.hr, at=p.lalu(dibuka, 10))


def _decide(p: Pelaku, putaran: Putaran360, dinilai: Sequence[Pegawai], at: datetime) -> None:
    """Every name that was proposed is asked."""
    for orang in dinilai:
        peserta = Peserta360.objects.get(putaran=putaran, pegawai=orang)
        usulan = Undangan360.objects.filter(
            putaran=putaran, dinilai=orang, status=StatusUndangan360.DIUSULKAN
        )
        decide_penjawab(
            dipilih=list(usulan.values_list("pk", flat=True)),
            dilihat={peserta.pk: peserta.versi},
            actor=p.atasan(orang),
            at=at,
        )


def _answer(p: Pelaku, putaran: Putaran360, at: datetime, banyak: int | None = None) -> None:
    """All who are asked, or the first few of them; words of the scale in turn."""
    diundang = Undangan360.objects.filter(putaran=putaran, status=StatusUndangan360.DIUNDANG)
    urut = diundang.order_by("dinilai", "penjawab")
    for n, undangan in enumerate(urut[:banyak]):
        nilai = {butir: 2 + (n + ke) % 3 for ke, butir in enumerate(SEMUA_BUTIR)}
        atasan = undangan.peran == Peran360.ATASAN
        send_answer(
            undangan_id=undangan.pk,
            isian=Isian360(nilai, baik=YANG_BAIK[n // 2 % len(YANG_BAIK)] if atasan or n % 2 else ""),
            actor=p.akun[undangan.penjawab_id],
            at=at,
            versi=undangan.versi,
        )
