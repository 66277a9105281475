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
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: A page of the person and their atasan; one that sends the person back to the plan.
SKP_BERDUA: Final[Baris] = (MASUK, 200, 200, 404, 403, 403, 403, 403)
SKP_PEMILIK: Final[Baris] = (MASUK, ALIH, 404, 404, 403, 403, 403, 403)
#: The desk of a cycle of the own instansi: empty for whoever rates nobody.
CYCLE_OF_MINE: Final[Baris] = MILIK_SENDIRI
CYCLE_OF_MINE_SENT: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)

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
    # SKP: the plan of the ASN lies with their atasan.
    "kinerja:skp": ((MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403), HANYA_DIBACA),
    "kinerja:skp_tahun": ((MASUK, ALIH, ALIH, 200, 403, 403, 403, 403), MILIK_SENDIRI),
    "kinerja:skp_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:skp_matriks": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:skp_lembar": (SKP_BERDUA, HANYA_DIBACA),
    "kinerja:skp_naskah": (SKP_BERDUA, HANYA_DIBACA),
    # Only the person changes it, and not while the atasan reads it.
    "kinerja:skp_pendekatan": (SKP_PEMILIK,) * 2,
    "kinerja:skp_lanjutan": (SKP_PEMILIK,) * 2,
    "kinerja:skp_hasil_baru": (SKP_PEMILIK,) * 2,
    "kinerja:skp_hasil": (SKP_PEMILIK,) * 2,
    "kinerja:skp_hapus": (SKP_PEMILIK,) * 2,
    "kinerja:skp_lampiran": (SKP_PEMILIK,) * 2,
    "kinerja:skp_periksa": (SKP_PEMILIK,) * 2,
    "kinerja:skp_pindah": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_tautkan": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_tarik": (HANYA_DIBACA, SKP_PEMILIK),
    "kinerja:skp_perilaku": (
        (MASUK, ALIH, 200, 404, 403, 403, 403, 403),
        (MASUK, ALIH, 409, 404, 403, 403, 403, 403),
    ),
    # Only the atasan penilai answers.
    "kinerja:skp_setujui": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:skp_kembalikan": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:skp_buka": ((MASUK, ALIH, ALIH, 404, 403, 403, 403, 403),) * 2,
    "kinerja:skp_catatan": (HANYA_DIBACA, SKP_BERDUA),
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
    # Cycles
    "admin:kinerja_siklus_penetapan": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_siklus_umumkan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_pasti": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
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
    "kinerja:penilaian_tim": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
    "kinerja:tetapkan": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
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
}
