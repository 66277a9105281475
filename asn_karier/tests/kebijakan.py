"""Who may do what, as one table: route x method x who comes -> what they get.

The columns are those of `dunia.KOLOM`: a visitor, the ASN, their atasan, another ASN of the same
instansi, HR, HR of another instansi, an auditor, the system's administrator. Every row is about the
records of that ASN or the instansi of that ASN. To add a route: add a row (`KEBIJAKAN`), or for a
model in the HR door a line (`PINTU`); when its address has parts, say which object (`KUNCI`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.rute import ALIH, KELOLA, MASUK, Jawaban

Baris = tuple[Jawaban, ...]
Empat = tuple[Jawaban, Jawaban, Jawaban, Jawaban]

METODE: Final = ("GET", "POST")

# -- shapes of rows -----------------------------------------------------------------------------

#: A page of one's own: an account that belongs to nobody is told so.
MILIK_SENDIRI: Final = (MASUK, 200, 200, 200, 403, 403, 403, 403)
HANYA_DIBACA: Final = (MASUK, *[405] * 7)
SIAPA_PUN: Final = (200,) * 8
SUDAH_MASUK: Final = (MASUK, *[200] * 7)
DIALIHKAN: Final = (MASUK, *[ALIH] * 7)
TAK_DITEMUKAN: Final = (MASUK, *[404] * 7)


def pintu(hr: Jawaban, hr_lain: Jawaban, auditor: Jawaban, admin: Jawaban) -> Baris:
    """A row of the HR door: strangers sign in first, people without a role are turned away."""
    return (MASUK, KELOLA, KELOLA, KELOLA, hr, hr_lain, auditor, admin)


def pintu_situs(hr: Jawaban, hr_lain: Jawaban, auditor: Jawaban, admin: Jawaban) -> Baris:
    """The same for pages of the admin site itself, which sends strangers through its own door."""
    return (KELOLA, KELOLA, KELOLA, KELOLA, hr, hr_lain, auditor, admin)


# (HR, HR of another instansi, auditor, administrator)
SEMUA: Final = (200, 200, 200, 200)
PENGELOLA: Final = (200, 200, 403, 200)
PENGELOLA_TERTUTUP: Final = (200, 200, 404, 200)
SELINGKUP: Final = (200, 404, 200, 200)
PENGELOLA_SELINGKUP: Final = (200, 404, 404, 200)
UBAH_SELINGKUP: Final = (200, 404, 403, 200)
TAK_SEORANG_PUN: Final = (403, 403, 403, 403)
HANYA_ADMIN: Final = (403, 403, 403, 200)


class Model(NamedTuple):
    """What the HR door offers for one model. `ubah` and `hapus` None: nobody may."""

    daftar: Empat = SEMUA
    lihat: Empat = SELINGKUP
    tambah: Empat = TAK_SEORANG_PUN
    ubah: Empat | None = None
    hapus: Empat | None = None


def _ditolak(lihat: Empat) -> Empat:
    """Refused to those who see the row, not there for the others."""
    a, b, c, d = (403 if jawaban == 200 else jawaban for jawaban in lihat)
    return (a, b, c, d)


# -- models of the HR door ----------------------------------------------------------------------

MESIN: Final = Model(daftar=HANYA_ADMIN, lihat=HANYA_ADMIN)
CATATAN: Final = Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP)
KHUSUS: Final = Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA, ubah=PENGELOLA_SELINGKUP)
RUJUKAN: Final = Model(lihat=SEMUA, tambah=HANYA_ADMIN, ubah=HANYA_ADMIN)

PINTU: Final[dict[str, Model]] = {
    "inti_denyutpekerja": MESIN,
    "inti_jadwaljalan": MESIN,
    "inti_outbox": MESIN,
    "inti_jejak": Model(),
    "mfa_authenticator": Model(daftar=HANYA_ADMIN, lihat=HANYA_ADMIN, hapus=HANYA_ADMIN),
    "pegawai_cakupandata": Model(tambah=PENGELOLA),
    # Examinations and discipline: authorised HR only, not the auditor.
    "pegawai_hasilujian": KHUSUS,
    "pegawai_hukumandisiplin": KHUSUS,
    "pegawai_impor": Model(tambah=PENGELOLA_TERTUTUP, ubah=SELINGKUP),
    "pegawai_instansi": Model(tambah=HANYA_ADMIN, ubah=UBAH_SELINGKUP),
    "pegawai_jabatan": RUJUKAN,
    "pegawai_kebutuhanjabatan": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "pegawai_pegawai": Model(ubah=UBAH_SELINGKUP),
    "pegawai_penghargaan": CATATAN,
    "pegawai_pengguna": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "pegawai_peran": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA),
    "pegawai_riwayatjabatan": CATATAN,
    "pegawai_riwayatpangkat": CATATAN,
    "pegawai_riwayatpendidikan": CATATAN,
    "pegawai_unitkerja": Model(ubah=(ALIH, 404, 403, ALIH)),
    "pelatihan_pelatihan": Model(lihat=SEMUA, tambah=PENGELOLA, ubah=PENGELOLA),
    "mentoring_pasangan": Model(),
    "mentoring_profilmentor": CATATAN,
    "kinerja_konversiangkakredit": Model(),
    "kinerja_penetapanangkakredit": CATATAN,
    "kinerja_penilaian": Model(),
    "kinerja_sikluspenilaian": Model(tambah=PENGELOLA_TERTUTUP, ubah=SELINGKUP),
    # Talent scores: HR of the person only.
    "karier_komponentalenta": KHUSUS,
    "karier_parameterinstansi": Model(),
    "karier_potongan": Model(),
    "karier_rekomendasi": Model(),
    "karier_runevaluasi": Model(ubah=SELINGKUP),
}


def _baris_model(nama: str, m: Model) -> dict[tuple[str, str], Baris]:
    ditolak = _ditolak(m.lihat)
    alamat_lama: Empat = (ALIH, ALIH, ALIH, ALIH)
    isi: dict[str, tuple[Empat, Empat]] = {
        "changelist": (m.daftar, m.daftar),
        "add": (m.tambah, m.tambah),
        "history": (m.lihat, m.lihat),
        "change": (m.lihat, m.ubah or ditolak),
        "delete": (m.hapus or ditolak, m.hapus or ditolak),
        "alamat_lama": (alamat_lama, alamat_lama),
    }
    return {
        (f"admin:{nama}_{bagian}", metode): pintu(*empat)
        for bagian, berdua in isi.items()
        for metode, empat in zip(METODE, berdua, strict=True)
    }


# -- every other route --------------------------------------------------------------------------

_TUNGGAL: Final[dict[str, tuple[Baris, Baris]]] = {
    # Portal
    "karier:beranda": ((MASUK, 200, 200, 200, ALIH, ALIH, ALIH, ALIH), HANYA_DIBACA),
    "karier:syarat": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:syarat_pegawai": ((MASUK, ALIH, 200, 404, 200, 404, 200, 200), HANYA_DIBACA),
    "karier:putusan": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:putusan_pegawai": ((MASUK, ALIH, 200, 404, 200, 404, 200, 200), HANYA_DIBACA),
    "karier:coba_hitung": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:tim": (MILIK_SENDIRI, HANYA_DIBACA),
    # The law itself is about nobody.
    "karier:aturan": (SUDAH_MASUK, HANYA_DIBACA),
    "pegawai:data_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:sehat": (SIAPA_PUN, (405,) * 8),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:tanda_tangani_konversi": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "api_saya_syarat": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_putusan": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_coba_hitung": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    # Rules without people: anybody may ask, in JSON.
    "api_kalkulator": (SIAPA_PUN, (405,) * 8),
    "api_kalkulator_topik": (SIAPA_PUN, (415,) * 8),
    # Accounts: about the one who comes, whoever that is
    "account_login": ((200, *[ALIH] * 7),) * 2,
    "account_logout": ((ALIH, *[200] * 7), (ALIH,) * 8),
    "account_inactive": (SIAPA_PUN, (405,) * 8),
    "account_reauthenticate": (SUDAH_MASUK,) * 2,
    "account_change_password": (SUDAH_MASUK,) * 2,
    "account_set_password": (DIALIHKAN,) * 2,
    "account_reset_password_from_key": (SIAPA_PUN,) * 2,
    "account_reset_password_from_key_done": (SIAPA_PUN, (405,) * 8),
    "mfa_index": (SUDAH_MASUK, HANYA_DIBACA),
    "mfa_authenticate": (DIALIHKAN,) * 2,
    "mfa_reauthenticate": (DIALIHKAN,) * 2,
    "mfa_activate_totp": (DIALIHKAN,) * 2,
    "mfa_deactivate_totp": (TAK_DITEMUKAN,) * 2,
    "mfa_view_recovery_codes": (TAK_DITEMUKAN, HANYA_DIBACA),
    "mfa_generate_recovery_codes": (DIALIHKAN,) * 2,
    "mfa_download_recovery_codes": (TAK_DITEMUKAN,) * 2,
    # The HR door itself
    "admin:index": (pintu_situs(*SEMUA),) * 2,
    "admin:login": ((MASUK, 403, 403, 403, *[ALIH] * 4),) * 2,
    "admin:logout": ((KELOLA, *[ALIH] * 3, *[405] * 4), (KELOLA, *[ALIH] * 7)),
    "admin:password_change": (pintu_situs(*[ALIH] * 4),) * 2,
    "admin:password_change_done": (pintu_situs(*SEMUA), pintu_situs(*[405] * 4)),
    "admin:autocomplete": (pintu_situs(*[403] * 4), pintu_situs(*[405] * 4)),
    "admin:jsi18n": (pintu_situs(*SEMUA), pintu_situs(*[405] * 4)),
    "admin:view_on_site": (pintu_situs(*[404] * 4),) * 2,
    "admin:app_list": (pintu_situs(*SEMUA),) * 2,
    "admin:kelola/(?P<url>.*)$": (pintu_situs(*[404] * 4),) * 2,
    # Accounts of people
    "admin:pegawai_pengguna_tautan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_pengguna_keaktifan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_peran_akhiri": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    # People
    "admin:pegawai_pegawai_unduh": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_nik": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The ASN has an account: it is opened instead of made a second time.
    "admin:pegawai_pegawai_akun": (pintu(ALIH, 404, 404, ALIH),) * 2,
    # Imports
    "admin:pegawai_impor_terapkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_batalkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_ulangi": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_galat": (pintu(*SELINGKUP),) * 2,
    "admin:pegawai_impor_contoh": (pintu(*SEMUA),) * 2,
    # Cycles
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    # Runs and decisions
    "admin:karier_rekomendasi_putuskan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_rekomendasi_unduh": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_runevaluasi_jalankan": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_runevaluasi_periksa": (pintu(*SEMUA),) * 2,
    "admin:karier_runevaluasi_hasil": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_orang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_runevaluasi_coba": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The rule book, and what the instansi has set
    "admin:karier_aturan": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_berkas": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_banding": (pintu(*SEMUA),) * 2,
    "admin:karier_aturan_uji": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_aturan_atur": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}

KEBIJAKAN: Final[dict[tuple[str, str], Baris]] = {
    **{
        (nama, m): baris for nama, berdua in _TUNGGAL.items() for m, baris in zip(METODE, berdua, strict=True)
    },
    **{kunci: baris for nama, m in PINTU.items() for kunci, baris in _baris_model(nama, m).items()},
}

# -- which object an address is about -----------------------------------------------------------

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "karier:syarat_pegawai": lambda d: [d.diri.pk],
    "karier:putusan": lambda d: ["kgb"],
    "karier:putusan_pegawai": lambda d: [d.diri.pk, "kgb"],
    "api_kalkulator_topik": lambda d: ["ak_tahunan"],
    "kinerja:penilaian": lambda d: [2026, d.diri.pk],
    "kinerja:tetapkan": lambda d: [2026, d.diri.pk],
    "kinerja:tanda_tangani_konversi": lambda d: [2025, d.diri.pk],
    "account_reset_password_from_key": lambda d: ["1", "abc-def"],
    "admin:view_on_site": lambda d: ["1", "1"],
    "admin:app_list": lambda d: ["pegawai"],
    "admin:pegawai_impor_contoh": lambda d: ["data_awal"],
    "admin:pegawai_pegawai_unduh": lambda d: ["csv"],
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:karier_rekomendasi_putuskan": lambda d: [d.objek["karier.rekomendasi"].pk, "tetapkan"],
    "admin:karier_rekomendasi_unduh": lambda d: ["csv"],
    "admin:karier_runevaluasi_unduh": lambda d: [d.objek["karier.runevaluasi"].pk, "csv"],
    "admin:karier_runevaluasi_orang": lambda d: [d.objek["karier.runevaluasi"].pk, d.diri.pk],
    "admin:karier_runevaluasi_coba": lambda d: [d.objek["karier.runevaluasi"].pk, d.diri.pk],
    "karier:aturan": lambda d: ["kenaikan_pangkat", "2023-01-01"],
    "admin:karier_aturan_berkas": lambda d: ["kenaikan_pangkat", "2023-01-01"],
    "admin:karier_aturan_banding": lambda d: ["kenaikan_pangkat", "2023-01-01", "2026-11-22"],
    "admin:karier_aturan_uji": lambda d: [d.instansi.pk],
    "admin:karier_aturan_atur": lambda d: [d.instansi.pk],
}
#: They read no session, so nobody can be made to act through theirs.
TANPA_SESI: Final = frozenset({"api_kalkulator", "api_kalkulator_topik"})
#: Addresses that cannot be made from a name.
HARFIAH: Final[dict[str, str]] = {"admin:kelola/(?P<url>.*)$": "/kelola/tidak-ada/"}

# -- who may read what belongs to the ASN -------------------------------------------------------

#: No answer to these may hold a word of the ASN's records, on no page, in no list, sheet or search.
TAK_BOLEH_TAHU: Final = ("anonim", "luar", "hr_lain")
#: Strangers to the instansi: not even its own words and lists.
ASING: Final = ("anonim", "hr_lain")
#: The only ones who may read about discipline.
BOLEH_KHUSUS: Final = ("diri", "hr", "super")
