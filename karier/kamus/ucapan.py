"""The verdict of every decision besides kenaikan pangkat, and the title of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus import kalimat_jabatan as k
from karier.kamus.bahan import nama_golongan
from karier.kamus.kalimat import Kalimat, Pembaca
from karier.kamus.putusan import Putusan, kurang_hal, langkah_usul
from karier.kamus.syarat import BELUM_WAKTUNYA, HasilSatu, SyaratTerbaca, jelaskan
from karier.rules.fakta import Fakta, unpack_fakta
from karier.rules.jenjang import menunggu_kebutuhan
from karier.rules.keputusan import PutusanSatu
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, KedudukanHukum, StatusKepegawaian
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.rules.kgb import batas_surat, pemberitahuan

_J = JenisPutusan
MENUNGGU_KEBUTUHAN: Final = "Memenuhi syarat pribadi \N{EN DASH} menunggu kebutuhan jabatan"
_ROMAWI: Final = {10: "X", 20: "XX", 30: "XXX"}
#: The rule file of a decision, where it has another name.
_BERKAS: Final = {_J.KESIAPAN_JABATAN: "promosi"}


class _Ragu(NamedTuple):
    """What an unverified requirement says against a KGB, and what to look at first."""

    kalimat: str
    hal: str


#: They decide nothing, and nobody may read "terpenuhi" without them.
_RAGU_KGB: Final = {
    "belum_bup": _Ragu("Perkiraan: tanggal itu jatuh sesudah batas usia pensiun.", "batas usia pensiun"),
    "tabel_gaji": _Ragu("Perkiraan: masa kerja itu melewati tabel gaji.", "tabel gaji"),
}
#: Decisions that another standing than AKTIF leaves to a person.
_MENURUT_KEDUDUKAN: Final = (_J.PENYESUAIAN_IJAZAH, _J.KENAIKAN_JENJANG, _J.KESIAPAN_JABATAN)
_DINILAI: Final = (KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)


class _Nama(NamedTuple):
    """`umum`: the decision by itself. `menuju`: with its target, which `sasaran` puts in words."""

    umum: str
    menuju: str
    sasaran: Callable[[int], str]


def _jabatan(jenjang: int) -> str:
    """'Pengawas', 'Pejabat Pimpinan Tinggi Pratama': the post as one holds it."""
    return LABEL_PEGAWAI[Jenjang][Jenjang(jenjang)].replace("Jabatan ", "Pejabat ", 1)


_NAMA: Final = {
    _J.KENAIKAN_PANGKAT: _Nama("Kenaikan pangkat", "Kenaikan pangkat ke {}", nama_golongan),
    _J.PENYESUAIAN_IJAZAH: _Nama(
        "Kenaikan pangkat penyesuaian ijazah", "Kenaikan pangkat penyesuaian ijazah ke {}", nama_golongan
    ),
    _J.KENAIKAN_JENJANG: _Nama("Kenaikan jenjang", "Kenaikan jenjang ke {}", _jabatan),
    _J.KESIAPAN_JABATAN: _Nama("Kesiapan jabatan manajerial", "Kesiapan menjadi {}", _jabatan),
    _J.KGB: _Nama("Kenaikan gaji berkala", "Kenaikan gaji berkala", str),
    _J.SATYALANCANA: _Nama(
        "Satyalancana Karya Satya", "Satyalancana Karya Satya {} tahun", lambda n: _ROMAWI[n]
    ),
}
#: Why a PPPK is not judged.
_PPPK: Final = {
    _J.KGB: "Kenaikan gaji berkala PPPK mengikuti perjanjian kerjanya; ketentuannya belum terverifikasi, "
    "jadi belum dihitung sistem.",
}
_PPPK_UMUM: Final = "{nama} berlaku bagi PNS. Karier PPPK dikembangkan melalui kompetensi dan kinerja."


def judul_putusan(jenis: JenisPutusan, sasaran: int) -> str:
    """'Kenaikan jenjang ke Ahli Muda'; without a target (0) the decision alone."""
    nama = _NAMA[jenis]
    return nama.menuju.format(nama.sasaran(sasaran)) if sasaran else nama.umum


def putusan_lain(
    hasil: HasilSatu, jenis: JenisPutusan, *, pembaca: Pembaca = Pembaca.PEGAWAI, boleh_khusus: bool = True
) -> Putusan:
    """Explain one stored decision; details of class KHUSUS are kept from readers without the right."""
    p = hasil.putusan(jenis)
    if p.status is Status.TIDAK_BERLAKU:
        return Putusan(p.status, "Tidak berlaku", _sebab(hasil, jenis, pembaca), "", None)
    if p.status is Status.MEMENUHI:
        return _memenuhi(hasil, jenis, p, pembaca)
    kurang = [s for s in jelaskan(hasil, jenis=jenis, pembaca=pembaca) if s.mengikat and s.status is p.status]
    if jenis is _J.KENAIKAN_JENJANG and menunggu_kebutuhan(p, aturan_dari_versi(hasil.versi_aturan)):
        return _menunggu(p, kurang[0])
    return kurang_hal(p.status, kurang, p.paling_cepat, pembaca=pembaca, boleh_khusus=boleh_khusus)


# -- fulfilled --------------------------------------------------------------------------------


def _memenuhi(hasil: HasilSatu, jenis: JenisPutusan, p: PutusanSatu, pembaca: Pembaca) -> Putusan:
    nama = kata.huruf_kecil_awal(judul_putusan(jenis, p.sasaran))
    kalimat = f"Semua syarat {nama} mulai {kata.tanggal(hasil.tmt)} terpenuhi."
    judul, langkah = "Sudah memenuhi", ""
    if jenis is _J.PENYESUAIAN_IJAZAH:
        langkah = langkah_usul(hasil)
    elif jenis is _J.KENAIKAN_JENJANG:
        langkah = k.USUL_JENJANG.bagi(pembaca)
    elif jenis is _J.KESIAPAN_JABATAN:
        judul, kalimat = "Siap diusulkan untuk seleksi", _siap(p.sasaran)
        langkah = k.SELEKSI.bagi(pembaca)
    elif jenis is _J.KGB:
        return _kgb(hasil, p, pembaca)
    else:
        hari = kata.tanggal(p.paling_cepat or hasil.per)
        kalimat = f"Syarat {judul_putusan(jenis, p.sasaran)} terpenuhi pada {hari}."
        langkah = k.USUL_SATYALANCANA.bagi(pembaca)
    return Putusan(p.status, judul, kalimat, langkah, p.paling_cepat)


def _siap(sasaran: int) -> str:
    return (
        f"Syarat yang dihitung untuk menjadi {_jabatan(sasaran)} terpenuhi. Kompetensi dan kesehatan dinilai "
        "dalam seleksi; kesiapan ini bukan pengangkatan."
    )


def _kgb(hasil: HasilSatu, p: PutusanSatu, pembaca: Pembaca) -> Putusan:
    """An estimate that speaks against the date is said with it and checked first."""
    hari = p.paling_cepat or hasil.per
    nanti = kgb_nanti(hasil, hari)
    kalimat = nanti or f"Syarat kenaikan gaji berkala berikutnya, {kata.tanggal(hari)}, terpenuhi."
    a = aturan_dari_versi(hasil.versi_aturan)
    tunggu = k.TUNGGU_KGB.bagi(pembaca, tanggal=kata.tanggal(pemberitahuan(hari, a)))
    langkah = tunggu if nanti else k.USUL_KGB.bagi(pembaca)
    belum = {s.kode for s in jelaskan(hasil, jenis=_J.KGB) if s.status is Status.BELUM and not s.mengikat}
    lawan = [ragu for kode, ragu in _RAGU_KGB.items() if kode in belum]
    if lawan:
        kalimat = " ".join([kalimat, *(ragu.kalimat for ragu in lawan)])
        langkah = k.PERIKSA_KGB.bagi(pembaca, hal=kata.daftar([r.hal for r in lawan]))
    judul = BELUM_WAKTUNYA if nanti else "Sudah memenuhi"
    return Putusan(p.status, judul, kalimat, langkah, p.paling_cepat, tenang=bool(nanti))


def kgb_nanti(hasil: HasilSatu, hari: date) -> str:
    """That the KGB of `hari` is still far off; empty from the month on in which its letter is due."""
    if hari < batas_surat(hasil.per, aturan_dari_versi(hasil.versi_aturan)):
        return ""
    return f"Kenaikan gaji berkala berikutnya mulai {kata.tanggal(hari)}, belum waktunya."


def _menunggu(p: PutusanSatu, kebutuhan: SyaratTerbaca) -> Putusan:
    """Everything the person can do is done; the post is what is missing, or not recorded."""
    sebab = "belum ada lowongannya" if p.status is Status.BELUM else "lowongannya belum dicatat"
    kalimat = f"Semua syarat pribadi {kata.huruf_kecil_awal(judul_putusan(_J.KENAIKAN_JENJANG, p.sasaran))} "
    return Putusan(p.status, MENUNGGU_KEBUTUHAN, f"{kalimat}terpenuhi; {sebab}.", kebutuhan.tindakan, None)


# -- not applicable ---------------------------------------------------------------------------


def _sebab(hasil: HasilSatu, jenis: JenisPutusan, pembaca: Pembaca) -> str:
    """Why the decision does not apply, in one sentence."""
    f, nama = unpack_fakta(hasil.fakta), _NAMA[jenis].umum
    if not hasil.lain or _BERKAS.get(jenis, jenis.value) not in hasil.versi_aturan:
        return k.BELUM_ADA.bagi(pembaca)
    if f.baca("jenis_pegawai") == JenisPegawai.PPPK:
        return _PPPK.get(jenis, _PPPK_UMUM).format(nama=nama)
    if f.baca("status_kepegawaian") == StatusKepegawaian.CPNS:
        return k.BELUM_PNS.bagi(pembaca, nama=nama)
    kedudukan = f.baca("kedudukan_hukum")
    if jenis in _MENURUT_KEDUDUKAN and isinstance(kedudukan, int) and kedudukan not in _DINILAI:
        label = kata.huruf_kecil_awal(LABEL_PEGAWAI[KedudukanHukum][KedudukanHukum(kedudukan)])
        return k.KEDUDUKAN_LAIN.bagi(pembaca, nama=nama, kedudukan=label)
    return _sebab_khas(f, jenis).bagi(pembaca, nama=kata.huruf_kecil_awal(nama), jenjang=_jenjang(f))


def _sebab_khas(f: Fakta, jenis: JenisPutusan) -> Kalimat:
    bukan_jf = f.baca("jenis_jabatan") != JenisJabatan.FUNGSIONAL
    return {
        _J.PENYESUAIAN_IJAZAH: k.IJAZAH_TIDAK_MEMBUKA,
        _J.KENAIKAN_JENJANG: k.BUKAN_JF if bukan_jf else k.JENJANG_TERTINGGI,
        _J.KESIAPAN_JABATAN: k.JABATAN_BELUM_DIHITUNG,
        _J.SATYALANCANA: k.SATYALANCANA_LENGKAP,
    }.get(jenis, k.TAK_DIHITUNG)


def _jenjang(f: Fakta) -> str:
    kode = f.baca("jenjang")
    return LABEL_PEGAWAI[Jenjang][Jenjang(kode)] if isinstance(kode, int) else ""
