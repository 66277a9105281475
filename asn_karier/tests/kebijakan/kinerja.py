"""Pages of performance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    SELINGKUP,
    SEMUA,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: The desk of a cycle of the own instansi: empty for whoever rates nobody.
CYCLE_OF_MINE: Final[Baris] = MILIK_SENDIRI
CYCLE_OF_MINE_SENT: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)
#: A page of the person and their atasan; one that sends the person back to the plan.
SKP_BERDUA: Final[Baris] = (MASUK, 200, 200, 404, 403, 403, 403, 403)
SKP_PEMILIK: Final[Baris] = (MASUK, ALIH, 404, 404, 403, 403, 403, 403)
#: Words that come too late: refused on the page that still has them.
SKP_TERLAMBAT: Final[tuple[Baris, Baris]] = (SKP_PEMILIK, (MASUK, 200, 404, 404, 403, 403, 403, 403))
HANYA_PEMILIK: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)
#: About `diri`: for their atasan, for themself, for the two; a POST of their own.
UNTUK_ATASAN: Final = (MASUK, 404, 200, 404, 403, 403, 403, 403)
UNTUK_DIRI: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)
BERDUA: Final = (MASUK, 200, 200, 404, 403, 403, 403, 403)
OLEH_DIRI: Final = (MASUK, ALIH, 404, 404, 403, 403, 403, 403)
_BERDUA: Final = (MASUK, 200, 200, 404, 403, 403, 403, 403)
_PEMOHON: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)
_BUKAN_PEMUTUS: Final = (MASUK, 404, 404, 404, 403, 403, 403, 403)

#: A printed paper: the person, their atasan, HR of the person; no auditor.
KERTAS: Final[tuple[Baris, Baris]] = ((MASUK, 200, 200, 404, 200, 404, 404, 200), HANYA_DIBACA)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian_tim": (CYCLE_OF_MINE, CYCLE_OF_MINE_SENT),
    "kinerja:penilaian_periksa": (CYCLE_OF_MINE, CYCLE_OF_MINE_SENT),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "kinerja:delegasi": (MILIK_SENDIRI,) * 2,
    "kinerja:delegasi_cabut": (HANYA_DIBACA, (MASUK, 404, 404, 404, 403, 403, 403, 403)),
    "kinerja:kalibrasi": (MILIK_SENDIRI, HANYA_DIBACA),
    # The session of the instansi, in which the atasan takes part; an answer is the rater's alone.
    "kinerja:kalibrasi_sesi": ((MASUK, 404, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "kinerja:kalibrasi_usul": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:kalibrasi_jawab": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "admin:kinerja_kalibrasi_usul": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_kalibrasi_tutup": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_kalibrasi_penilai": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # SKP: the plan of the ASN lies with their atasan.
    "kinerja:skp": ((MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403), HANYA_DIBACA),
    "kinerja:skp_tahun": ((MASUK, 200, ALIH, 200, 403, 403, 403, 403), MILIK_SENDIRI),
    "kinerja:skp_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:skp_matriks": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:skp_lembar": (SKP_BERDUA, HANYA_DIBACA),
    "kinerja:skp_naskah": (SKP_BERDUA, HANYA_DIBACA),
    # Only the person changes it, and not while the atasan reads it.
    "kinerja:skp_pendekatan": SKP_TERLAMBAT,
    "kinerja:skp_lanjutan": SKP_TERLAMBAT,
    "kinerja:skp_hasil_baru": SKP_TERLAMBAT,
    "kinerja:skp_hasil": SKP_TERLAMBAT,
    "kinerja:skp_hapus": (SKP_PEMILIK,) * 2,
    "kinerja:skp_lampiran": (SKP_PEMILIK, (MASUK, 409, 404, 404, 403, 403, 403, 403)),
    "kinerja:skp_periksa": (SKP_PEMILIK,) * 2,
    "kinerja:skp_pindah": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_tautkan": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_tarik": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_perilaku": (
        (MASUK, ALIH, 200, 404, 403, 403, 403, 403),
        (MASUK, 409, 409, 404, 403, 403, 403, 403),
    ),
    # Only the atasan penilai answers.
    "kinerja:skp_setujui": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:skp_kembalikan": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:skp_buka": ((MASUK, ALIH, ALIH, 404, 403, 403, 403, 403), SKP_BERDUA),
    "kinerja:skp_catatan": (HANYA_DIBACA, SKP_BERDUA),
    # Realisation: mine; the atasan what was sent; HR only that it was
    "kinerja:refleksi": (MILIK_SENDIRI,) * 2,
    "kinerja:realisasi": (HANYA_PEMILIK,) * 2,
    "kinerja:realisasi_periksa": (HANYA_PEMILIK,) * 2,
    "kinerja:realisasi_terkirim": (HANYA_PEMILIK, HANYA_DIBACA),
    "kinerja:realisasi_bukti": ((MASUK, 200, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "kinerja:realisasi_kode": (HANYA_DIBACA, (MASUK, 200, 404, 404, 403, 403, 403, 403)),
    "kinerja:realisasi_tolak": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:realisasi_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:realisasi_lembar": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    # The object was filled in by HR, who types the code and never reads it out
    "admin:kinerja_pengisianrealisasi_isikan": (pintu(200, 404, 403, 404),) * 2,
    "admin:kinerja_pengisianrealisasi_konfirmasi": (pintu(200, 404, 404, 404),) * 2,
    "admin:kinerja_pengisianrealisasi_kode": (pintu(404, 404, 404, 200),) * 2,
    # Feedback: one's own; of a direct report for the atasan; the two answer
    "kinerja:umpan_balik": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_terkirim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_pilih": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_beri": (UNTUK_ATASAN,) * 2,
    "kinerja:umpan_balik_tim": (UNTUK_ATASAN,) * 2,
    "kinerja:catatan_hapus": (HANYA_DIBACA, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "kinerja:umpan_balik_satu": (BERDUA,) * 2,
    "kinerja:umpan_balik_dibaca": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:umpan_balik_batalkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Directions: the leader gave one to the person
    "kinerja:arahan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:arahan_saya": (UNTUK_DIRI,) * 2,
    "kinerja:arahan_dibaca": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:arahan_diberikan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:arahan_beri": (MILIK_SENDIRI,) * 2,
    "kinerja:arahan_satu": (UNTUK_ATASAN,) * 2,
    # Recognition: established, so nothing is left to decide and a POST leads back
    "kinerja:pengakuan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:pengakuan_usulkan": (UNTUK_ATASAN,) * 2,
    "kinerja:pengakuan_satu": (BERDUA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:piagam": (BERDUA, HANYA_DIBACA),
    "kinerja:kisah": (UNTUK_DIRI,) * 2,
    "kinerja:kisah_cabut": (HANYA_DIBACA, OLEH_DIRI),
    # 360 feedback: answering is for who is asked, results for the person and their atasan.
    "kinerja:umpan_360": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:isi_360": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:calon_360": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "kinerja:usul_360": ((MASUK, 200, 404, 404, 403, 403, 403, 403),) * 2,
    "kinerja:hasil_360_daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:hasil_360": ((MASUK, 200, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "admin:kinerja_putaran360_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_putaran360_tutup": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # Results: the person and the atasan of today; HR reads at its own desk.
    "kinerja:hasil": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:hasil_satu": (_BERDUA, HANYA_DIBACA),
    "kinerja:hasil_dibaca": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:hasil_tanggapan": (HANYA_DIBACA, _BERDUA),
    "kinerja:tindak_lanjut": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:tindak_lanjut_isi": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    # Objections: the parties; who decides is neither the person nor their atasan.
    "kinerja:keberatan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:keberatan_ajukan": (_PEMOHON,) * 2,
    "kinerja:keberatan_satu": (_BERDUA, HANYA_DIBACA),
    "kinerja:keberatan_keterangan": (HANYA_DIBACA, _BERDUA),
    "kinerja:keberatan_cabut": (_PEMOHON, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:keberatan_dibaca": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:keberatan_periksa": (HANYA_DIBACA, _BUKAN_PEMUTUS),
    "kinerja:keberatan_putuskan": (_BUKAN_PEMUTUS,) * 2,
    "kinerja:keberatan_nilai_ulang": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "admin:kinerja_keberatan_tunjuk": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "kinerja:pdf_evaluasi": KERTAS,
    "kinerja:pdf_konversi": KERTAS,
    "kinerja:pdf_akumulasi": KERTAS,
    "kinerja:pdf_pak": KERTAS,
    "kinerja:pdf_skp": KERTAS,
    "kinerja:salinan": KERTAS,
    "admin:kinerja_dokumen": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # HR of another instansi has its own, empty page, and no file.
    "admin:kinerja_siasn_ekspor": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:kinerja_siasn_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The session of the instansi, in which the atasan takes part; an answer is the rater's alone.
    # Cycles
    "admin:kinerja_siklus_penetapan": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_siklus_umumkan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_pasti": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_pantau": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_pegawai": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_unduh": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang_untuk": (pintu(ALIH, 404, 404, ALIH),) * 2,
    "admin:kinerja_siklus_pengingat": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_siklus_pengingat_wa": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_dampak": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_kalender": (pintu(*SEMUA),) * 2,
    "admin:kinerja_siklus_setahun": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    # Messages: the person, nobody else
    "kinerja:pemberitahuan": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "kinerja:pemberitahuan_pilihan": (MILIK_SENDIRI,) * 2,
    "kinerja:rencana": (MILIK_SENDIRI,) * 2,
}


def _hasil(d: Dunia) -> list[Any]:
    return ["tahunan", d.objek["kinerja.penilaian"].pk]


#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "kinerja:penilaian_tim": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
    "kinerja:tetapkan": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
    **dict.fromkeys([n for n in RUTE if n.startswith("kinerja:skp_")], lambda d: [d.objek["kinerja.skp"].pk]),
    **dict.fromkeys(
        ("kinerja:skp_tahun", "kinerja:skp_tim", "kinerja:skp_matriks"),
        lambda d: [d.objek["kinerja.skp"].tahun],
    ),
    "kinerja:skp_naskah": lambda d: [d.objek["kinerja.skp"].pk, 1],
    **dict.fromkeys(
        ("kinerja:skp_hasil", "kinerja:skp_hapus", "kinerja:skp_pindah", "kinerja:skp_tautkan"),
        lambda d: [d.objek["kinerja.skp"].pk, d.objek["kinerja.hasilkerja"].pk],
    ),
    "kinerja:refleksi": lambda d: [d.objek["kinerja.pengisianrealisasi"].siklus_id],
    "kinerja:realisasi": lambda d: _sel(d.objek["kinerja.pengisiandraf"]),
    "kinerja:realisasi_periksa": lambda d: _sel(d.objek["kinerja.pengisiandraf"]),
    "kinerja:realisasi_terkirim": lambda d: _sel(d.objek["kinerja.pengisianrealisasi"]),
    "kinerja:realisasi_bukti": lambda d: [d.objek["kinerja.buktidukung"].pk],
    "kinerja:realisasi_kode": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "kinerja:realisasi_tolak": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "kinerja:realisasi_lembar": lambda d: [d.objek["kinerja.pengisianrealisasi"].pk],
    "admin:kinerja_pengisianrealisasi_isikan": lambda d: _sel(d.objek["kinerja.pengisiandiisikan"]),
    "admin:kinerja_pengisianrealisasi_konfirmasi": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "admin:kinerja_pengisianrealisasi_kode": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "kinerja:umpan_balik_beri": lambda d: [d.diri.pk],
    "kinerja:umpan_balik_tim": lambda d: [d.diri.pk],
    "kinerja:catatan_hapus": lambda d: [d.objek["kinerja.catatanpimpinan"].pk],
    "kinerja:umpan_balik_satu": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:umpan_balik_dibaca": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:umpan_balik_batalkan": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:arahan_saya": lambda d: [d.objek["kinerja.penerimaarahan"].pk],
    "kinerja:arahan_dibaca": lambda d: [d.objek["kinerja.penerimaarahan"].pk],
    "kinerja:arahan_satu": lambda d: [d.objek["kinerja.arahan"].pk],
    "kinerja:pengakuan_usulkan": lambda d: [d.diri.pk],
    "kinerja:pengakuan_satu": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:piagam": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:kisah": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:kisah_cabut": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:isi_360": lambda d: [d.objek["kinerja.undangan360"].pk],
    "kinerja:usul_360": lambda d: [d.objek["kinerja.putaran360"].pk],
    "kinerja:hasil_360": lambda d: [d.objek["kinerja.putaran360.tertutup"].pk, d.diri.pk],
    "admin:kinerja_putaran360_buka": lambda d: [d.objek["kinerja.putaran360"].pk],
    "admin:kinerja_putaran360_tutup": lambda d: [d.objek["kinerja.putaran360"].pk],
    "kinerja:tindak_lanjut_isi": lambda d: [*_hasil(d), "berbagi", "mulai"],
    "kinerja:keberatan_ajukan": lambda d: _hasil(d),
    "admin:kinerja_keberatan_tunjuk": lambda d: [d.objek["keberatan_tanpa_pemutus"].pk],
    **{f"kinerja:{n}": lambda d: _hasil(d) for n in ("hasil_satu", "hasil_dibaca", "hasil_tanggapan")},
    **{
        f"kinerja:keberatan_{n}": lambda d: [d.objek["kinerja.keberatan"].pk]
        for n in ("satu", "keterangan", "cabut", "dibaca", "periksa", "putuskan", "nilai_ulang")
    },
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    **{
        f"admin:kinerja_siklus_{langkah}": lambda d: [d.objek["kinerja.sikluspenilaian"].pk]
        for langkah in ("tutup", "pasti", "penetapan", "umumkan")
    },
    "kinerja:pdf_evaluasi": lambda d: ["tahunan", d.objek["kinerja.penilaian"].pk],
    "kinerja:pdf_konversi": lambda d: [d.objek["kinerja.konversiangkakredit"].pk],
    "kinerja:pdf_akumulasi": lambda d: [d.diri.pk],
    "kinerja:pdf_pak": lambda d: [d.objek["kinerja.penetapanangkakredit"].pk],
    "kinerja:pdf_skp": lambda d: [d.diri.skp.get(tahun=2025).pk],
    "kinerja:salinan": lambda d: ["evaluasi_tahunan", d.objek["kinerja.penilaian"].pk],
    "admin:kinerja_dokumen": lambda d: [d.diri.pk],
    "admin:kinerja_siasn_unduh": lambda d: ["xlsx"],
    "kinerja:delegasi_cabut": lambda d: [d.objek["kinerja.delegasipenilaian"].pk],
    "kinerja:kalibrasi_sesi": lambda d: [d.objek["kinerja.sesikalibrasi"].pk],
    "kinerja:kalibrasi_usul": lambda d: [
        d.objek["kinerja.sesikalibrasi"].pk,
        d.objek["kinerja.usulkalibrasi"].penilaian_id,
    ],
    "kinerja:kalibrasi_jawab": lambda d: [d.objek["kinerja.usulkalibrasi"].pk],
    "admin:kinerja_kalibrasi_usul": lambda d: [
        d.objek["kinerja.sesikalibrasi"].pk,
        d.objek["kinerja.usulkalibrasi"].penilaian_id,
    ],
    "admin:kinerja_kalibrasi_tutup": lambda d: [d.objek["kinerja.sesikalibrasi"].pk],
    "admin:kinerja_kalibrasi_penilai": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    **{
        f"admin:kinerja_siklus_{nama}": lambda d: [d.objek["kinerja.sikluspenilaian"].pk]
        for nama in ("pantau", "pegawai", "perpanjang_untuk", "pengingat", "pengingat_wa", "dampak")
    },
    "admin:kinerja_siklus_unduh": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, "xlsx"],
    "kinerja:rencana": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}


def _sel(pengisian: Any) -> list[Any]:
    return [pengisian.siklus_id, pengisian.skp_id]
