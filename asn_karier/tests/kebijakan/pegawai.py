"""Pages of people, places and imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    DIALIHKAN,
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    SELINGKUP,
    SEMUA,
    SIAPA_PUN,
    SUDAH_MASUK,
    UBAH_SELINGKUP,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "pegawai:data_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    # Requests for corrections: one's own in the portal
    "pegawai:keliru": (MILIK_SENDIRI, HANYA_DIBACA),
    # The row has a request that waits already: sending again leads to it.
    "pegawai:usulkan": (MILIK_SENDIRI, (MASUK, ALIH, 200, 200, 403, 403, 403, 403)),
    "pegawai:usul_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:usul_batalkan": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "pegawai:usul_kode": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "pegawai:usul_bukti": ((MASUK, 200, 404, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "pegawai:siapa": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:siapa_unduh": (MILIK_SENDIRI, HANYA_DIBACA),
    # ... and the desk: nobody but whoever entered one for somebody confirms it
    "admin:pegawai_usulanperubahan_putuskan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_bukti": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:pegawai_usulanperubahan_isikan": (pintu(*PENGELOLA),) * 2,
    "admin:pegawai_usulanperubahan_isikanbaris": (pintu(*UBAH_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_isikanisi": (pintu(*UBAH_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_konfirmasi": (pintu(*[404] * 4),) * 2,
    "admin:pegawai_usulanperubahan_kode": (pintu(*[404] * 4),) * 2,
    "pegawai:sehat": (SIAPA_PUN, (405,) * 8),
    # Into one's account, and out of it on other devices
    "pegawai:aktivasi": ((200, *[ALIH] * 7),) * 2,
    "pegawai:aktivasi_sandi": ((ALIH,) * 8,) * 2,
    "pegawai:sesi": (SUDAH_MASUK, DIALIHKAN),
    "admin:pegawai_pegawai_aktivasi": (pintu(*PENGELOLA),) * 2,
    "admin:pegawai_pegawai_bantu": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_pegawai_lepas": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_permintaanfaktor_putus": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # Accounts of people
    "admin:pegawai_pengguna_tautan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_pengguna_keaktifan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_peran_akhiri": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    # People
    "admin:pegawai_pegawai_unduh": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan_isi": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan_cetak": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan_unduh": (pintu(*SEMUA),) * 2,
    # Agenda: everybody at the desk reads; letters are HR's of the whole instansi.
    "admin:pegawai_suratkgb_agenda": (pintu(*SEMUA),) * 2,
    "admin:pegawai_suratkgb_terbitkan": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
    "admin:pegawai_suratkgb_penerbitan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_suratkgb_pdf": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_suratkgb_urungkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    # Saved views: one's own; the object is that of HR.
    "admin:pegawai_pegawai_tampilan": (pintu(*[405] * 4), pintu(*[ALIH] * 4)),
    "admin:pegawai_pegawai_tampilan_hapus": (pintu(*[405] * 4), pintu(ALIH, 404, 404, 404)),
    "admin:pegawai_pegawai_nik": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The ASN has an account: it is opened instead of made a second time.
    "admin:pegawai_pegawai_akun": (pintu(ALIH, 404, 404, ALIH),) * 2,
    # Examinations: the ASN has a seat in a sitting that is planned.
    "admin:pegawai_jadwalujian_peserta": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_jadwalujian_hasil": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_jadwalujian_batal": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_jadwalujian_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_jadwalujian_lepas": (pintu(ALIH, 404, 404, ALIH),) * 2,
    # Programs of agencies
    "admin:pegawai_klienapi_rahasia": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_klienapi_cabut": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # Imports
    "admin:pegawai_impor_terapkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_batalkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_ulangi": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_pembatalan": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:pegawai_impor_timbang": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_kembalikan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_galat": (pintu(*SELINGKUP),) * 2,
    # The file of the example is no catalogue, the only kind that is handed back to be completed.
    "admin:pegawai_impor_lengkapi": (pintu(*[404] * 4),) * 2,
    "admin:pegawai_impor_contoh": (pintu(*SEMUA),) * 2,
    # Comparisons with SIASN
    "admin:pegawai_pencocokan_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_pencocokan_tindak": (pintu(ALIH, 404, 404, ALIH),) * 2,
    # The chain of atasan of a whole instansi
    "admin:pegawai_atasan": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:pegawai_atasan_periksa": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
    "admin:pegawai_atasan_urungkan": (pintu(ALIH, ALIH, 404, ALIH),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **{
        f"admin:pegawai_jadwalujian_{halaman}": lambda d: [d.objek["pegawai.jadwalujian"].pk]
        for halaman in ("peserta", "hasil", "batal", "unduh")
    },
    "admin:pegawai_jadwalujian_lepas": lambda d: [
        d.objek["pegawai.jadwalujian"].pk,
        d.objek["pegawai.pesertaujian"].pk,
    ],
    "admin:pegawai_impor_contoh": lambda d: ["data_awal"],
    "pegawai:usulkan": lambda d: ["kontak", 0],
    **dict.fromkeys(
        ("pegawai:usul_batalkan", "pegawai:usul_kode", "pegawai:usul_bukti"),
        lambda d: [d.objek["pegawai.usulanperubahan"].pk],
    ),
    "admin:pegawai_usulanperubahan_putuskan": lambda d: [d.objek["pegawai.usulanperubahan"].pk, "terima"],
    "admin:pegawai_usulanperubahan_bukti": lambda d: [d.objek["pegawai.usulanperubahan"].pk, "bukti"],
    "admin:pegawai_usulanperubahan_isikanbaris": lambda d: [d.diri.pk],
    "admin:pegawai_usulanperubahan_isikanisi": lambda d: [d.diri.pk, "identitas", 0],
    "admin:pegawai_pegawai_unduh": lambda d: ["csv"],
    "admin:pegawai_pegawai_tampilan_hapus": lambda d: [d.objek["pegawai.tampilantersimpan"].pk],
    "admin:pegawai_pegawai_laporan_isi": lambda d: ["duk"],
    "admin:pegawai_pegawai_laporan_cetak": lambda d: ["duk"],
    "admin:pegawai_pegawai_laporan_unduh": lambda d: ["duk", "csv"],
    **{
        f"admin:pegawai_suratkgb_{halaman}": lambda d: [d.objek["pegawai.suratkgb"].penerbitan_id]
        for halaman in ("penerbitan", "pdf", "urungkan")
    },
    "admin:pegawai_pencocokan_unduh": lambda d: [d.objek["pegawai.pencocokan"].pk, "csv"],
    "admin:pegawai_pencocokan_tindak": lambda d: [d.objek["pegawai.pencocokan"].pk, "pakai"],
}
