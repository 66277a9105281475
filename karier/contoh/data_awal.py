"""Writes the workbook "Data awal" by the specification the importer reads."""

from collections.abc import Callable, Iterator
from pathlib import Path

from karier.contoh.bentuk import Daerah, JenisKesalahan, Orang
from karier.contoh.catatan import asesmen, disiplin, kegiatan, ujian
from karier.contoh.ekinerja import RATING, label_predikat
from karier.contoh.jabatan import NAMA_JENJANG
from karier.contoh.karir import predikat_kinerja
from karier.contoh.kesalahan import baris_predikat
from karier.contoh.prestasi import diklat_jenjang, penghargaan, talenta
from karier.contoh.xlsx import Sel, buka_xlsx
from karier.rules import data_awal as spek

Baris = Iterator[list[Sel]]
NAMA_BENTUK = {bentuk: nama for nama, bentuk in spek.BENTUK.items()}


def tulis_data_awal(daerah: Daerah, berkas: Path) -> Path:
    """All sheets, each in one pass over the people, so that memory does not grow."""
    with buka_xlsx(berkas, daerah.per) as buku:
        for nama, kepala in spek.LEMBAR.items():
            buku.lembar(nama)
            buku.baris(kepala)
            for orang in daerah.orang:
                for baris in _ISI[nama](orang, daerah):
                    buku.baris(baris)
    return berkas


def _atasan(orang: Orang, daerah: Daerah) -> Baris:
    if orang.atasan_nip and orang.kesalahan is not JenisKesalahan.TANPA_ATASAN:
        yield [orang.nip, orang.atasan_nip]


def _predikat(orang: Orang, daerah: Daerah) -> Baris:
    """Only people who moved in: the yearly recaps of e-Kinerja do not know them."""
    if not orang.pindahan:
        return
    aturan = daerah.aturan
    for tahun, hasil, perilaku in baris_predikat(orang):
        label = label_predikat(predikat_kinerja(hasil, perilaku, aturan))
        yield [orang.nip, tahun, RATING[hasil], RATING[perilaku], label]


def _pak(orang: Orang, daerah: Daerah) -> Baris:
    if orang.angka_kredit is None or orang.pak_sampai is None:
        return
    if orang.kesalahan is JenisKesalahan.PAK_HILANG:
        return
    nomor = f"PAK.{orang.nip[-7:]}/{orang.pak_sampai.year}"
    jenjang = NAMA_JENJANG[orang.jabatan.jenjang]
    yield [orang.nip, nomor, orang.pak_sampai, jenjang, orang.angka_kredit / 100]


def _disiplin(orang: Orang, daerah: Daerah) -> Baris:
    catatan = disiplin(orang, daerah.benih, daerah.per)
    if catatan:
        d = catatan
        yield [orang.nip, d.status, d.tingkat, d.jenis or None, d.mulai, d.sampai, d.nomor or None]


def _ujian(orang: Orang, daerah: Daerah) -> Baris:
    catatan = ujian(orang, daerah.benih, daerah.per)
    if catatan:
        lulus = spek.YA if catatan.lulus else spek.TIDAK
        yield [orang.nip, catatan.jenis, catatan.tanggal, lulus, catatan.nomor]


def _penghargaan(orang: Orang, daerah: Daerah) -> Baris:
    for p in penghargaan(orang, daerah.benih, daerah.per):
        yield [orang.nip, p.jenis, None, p.tanggal, p.nomor]


def _asesmen(orang: Orang, daerah: Daerah) -> Baris:
    catatan = asesmen(orang, daerah.benih, daerah.per)
    if catatan:
        yield [orang.nip, catatan.tanggal, *(catatan.level[k] for k in spek.KOMPETENSI)]


def _jp(orang: Orang, daerah: Daerah) -> Baris:
    wajib = diklat_jenjang(orang, daerah.benih, daerah.per)
    for k in (*wajib, *kegiatan(orang, daerah.benih, daerah.per)):
        yield [orang.nip, k.selesai, NAMA_BENTUK[k.bentuk], k.nama, k.jp, k.penyelenggara, k.nomor]


def _talenta(orang: Orang, daerah: Daerah) -> Baris:
    hasil = talenta(orang, daerah.benih, daerah.per)
    if hasil:
        skor = [hasil.skor.get(nama) for nama in spek.TALENTA_KOLOM]
        yield [orang.nip, hasil.tanggal, *(None if n is None else n / 100 for n in skor)]


_ISI: dict[str, Callable[[Orang, Daerah], Baris]] = {
    spek.ATASAN: _atasan,
    spek.PREDIKAT: _predikat,
    spek.PAK: _pak,
    spek.DISIPLIN: _disiplin,
    spek.UJIAN: _ujian,
    spek.PENGHARGAAN: _penghargaan,
    spek.ASESMEN: _asesmen,
    spek.JP: _jp,
    spek.TALENTA: _talenta,
}
