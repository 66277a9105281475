"""Pages of career."""

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
    SUDAH_MASUK,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # Portal
    "karier:beranda": ((MASUK, 200, 200, 200, ALIH, ALIH, ALIH, ALIH), HANYA_DIBACA),
    "karier:syarat": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:syarat_pegawai": ((MASUK, ALIH, 200, 404, 200, 404, 200, 200), HANYA_DIBACA),
    "karier:putusan": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:putusan_pegawai": ((MASUK, ALIH, 200, 404, 200, 404, 200, 200), HANYA_DIBACA),
    "karier:coba_hitung": (MILIK_SENDIRI, HANYA_DIBACA),
    # A human looks: asked by the person, answered by HR of the person
    "karier:tinjau": (MILIK_SENDIRI,) * 2,
    "karier:tinjau_batalkan": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "admin:karier_permintaantinjau_jawab": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "karier:tim": (MILIK_SENDIRI, HANYA_DIBACA),
    # Lembar saya: the person, HR and the operator of the unit; not the leader, not the auditor.
    "karier:lembar_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:lembar_cari": (SUDAH_MASUK, HANYA_DIBACA),
    "karier:lembar_kode": ((MASUK, 200, 404, 404, 200, 404, 404, 200), HANYA_DIBACA),
    # An answer may name a penalty: the person, and HR of the person.
    "karier:penjelasan": ((MASUK, 200, *[404] * 6), HANYA_DIBACA),
    "karier:foto_ulang": ((MASUK, 200, 404, 404, *[403] * 4),) * 2,
    "karier:penjelasan_dibaca": (HANYA_DIBACA, (MASUK, ALIH, *[404] * 6)),
    "karier:penjelasan_unduh": ((MASUK, 200, 404, 404, 200, 404, 404, 200), HANYA_DIBACA),
    "admin:karier_penjelasan_kirim": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_lembartercetak_cetak": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    # The law itself is about nobody.
    "karier:aturan": (SUDAH_MASUK, HANYA_DIBACA),
    # Runs and decisions
    "admin:karier_rekomendasi_putuskan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_rekomendasi_unduh": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_rekomendasi_banyak": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
    "admin:karier_rekomendasi_banyak_hasil": (pintu(*[404] * 4), pintu(*[405] * 4)),
    "admin:karier_runevaluasi_jalankan": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_runevaluasi_periksa": (pintu(*SEMUA),) * 2,
    "admin:karier_runevaluasi_hasil": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_orang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_coba": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_peringatankenaikan_rekap": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    # Impact of training: numbers of a whole instansi
    **dict.fromkeys(
        ("admin:karier_dampak", "admin:karier_dampak_tahun", "admin:karier_dampak_tahun_unduh"),
        (pintu(*SEMUA), pintu(*[405] * 4)),
    ),
    # Development by unit, whether chances are equal, one page: numbers of a whole instansi
    **dict.fromkeys(
        (
            "admin:karier_pantau",
            "admin:karier_pantau_setara",
            "admin:karier_pantau_daerah",
            "admin:karier_pantau_daerah_unduh",
            "admin:karier_pantau_unduh",
        ),
        (pintu(*SEMUA), pintu(*[405] * 4)),
    ),
    # Without a question there is nothing to download.
    "admin:karier_dampak_unduh": (pintu(*[404] * 4), pintu(*[405] * 4)),
    "admin:karier_dampak_angkatan": (pintu(*SELINGKUP), pintu(*[405] * 4)),
    # The month of kenaikan pangkat
    "admin:karier_kp": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_kp_dokumen": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_kp_tetapkan": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
    "admin:karier_kp_surat_baru": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
    "admin:karier_kp_surat": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_kp_unduh": (pintu(405, 404, 404, 405), pintu(*PENGELOLA_SELINGKUP)),
    "admin:karier_kp_urungkan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_kp_foto": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:karier_kp_jawaban": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The rule book, and what the instansi has set
    "admin:karier_aturan": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_berkas": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_banding": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_uji": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_aturan_atur": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "karier:syarat_pegawai": lambda d: [d.diri.pk],
    "karier:tinjau": lambda d: ["kenaikan_pangkat"],
    "karier:tinjau_batalkan": lambda d: [d.objek["karier.permintaantinjau"].pk],
    "karier:lembar_kode": lambda d: [d.objek["karier.lembartercetak"].kode],
    "karier:penjelasan": lambda d: [d.objek["karier.penjelasan"].pk],
    "karier:penjelasan_dibaca": lambda d: [d.objek["karier.penjelasan"].pk],
    "karier:penjelasan_unduh": lambda d: [d.objek["karier.penjelasan"].pk],
    "admin:karier_penjelasan_kirim": lambda d: [d.objek["karier.runevaluasi"].pk, d.diri.pk],
    "karier:putusan": lambda d: ["kgb"],
    "karier:putusan_pegawai": lambda d: [d.diri.pk, "kgb"],
    "admin:karier_rekomendasi_putuskan": lambda d: [d.objek["karier.rekomendasi"].pk, "tetapkan"],
    "admin:karier_rekomendasi_banyak": lambda d: ["tetapkan"],
    "admin:karier_rekomendasi_banyak_hasil": lambda d: ["belum-ada"],
    "admin:karier_rekomendasi_unduh": lambda d: ["csv"],
    "admin:karier_kp_surat": lambda d: [d.objek["karier.suratpengantar"].pk],
    "admin:karier_kp_unduh": lambda d: [d.objek["karier.suratpengantar"].pk, "nominatif-xlsx"],
    "admin:karier_kp_urungkan": lambda d: [d.objek["karier.suratpengantar"].pk],
    "karier:foto_ulang": lambda d: [d.objek["usul_kembali"].pk],
    "admin:karier_kp_foto": lambda d: [d.objek["usul_kembali"].pk],
    "admin:karier_kp_jawaban": lambda d: [d.objek["karier.usulkenaikanpangkat"].pk, "bts"],
    "admin:karier_runevaluasi_unduh": lambda d: [d.objek["karier.runevaluasi"].pk, "csv"],
    "admin:karier_runevaluasi_orang": lambda d: [d.objek["karier.runevaluasi"].pk, d.diri.pk],
    "admin:karier_runevaluasi_coba": lambda d: [d.objek["karier.runevaluasi"].pk, d.diri.pk],
    "admin:karier_pantau_unduh": lambda d: ["csv"],
    "admin:karier_dampak_angkatan": lambda d: [d.objek["angkatan_dampak"].pk],
    "karier:aturan": lambda d: ["kenaikan_pangkat", "2023-01-01"],
    "admin:karier_aturan_berkas": lambda d: ["kenaikan_pangkat", "2023-01-01"],
    "admin:karier_aturan_banding": lambda d: ["kenaikan_pangkat", "2023-01-01", "2026-11-22"],
    "admin:karier_aturan_uji": lambda d: [d.instansi.pk],
    "admin:karier_aturan_atur": lambda d: [d.instansi.pk],
}
