"""Models of the HR door."""

from __future__ import annotations

from typing import Final

from asn_karier.tests.kebijakan.bentuk import (
    HANYA_ADMIN,
    METODE,
    PENGELOLA,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    SELINGKUP,
    SEMUA,
    UBAH_SELINGKUP,
    Baris,
    Empat,
    Model,
    _ditolak,
    pintu,
)
from asn_karier.tests.rute import ALIH

MESIN: Final = Model(daftar=HANYA_ADMIN, lihat=HANYA_ADMIN)
CATATAN: Final = Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP)
KHUSUS: Final = Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA, ubah=PENGELOLA_SELINGKUP)
#: What a unit keeps for citizens: HR and its operator write, the auditor reads.
WARGA: Final = Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP)
#: Words of citizens that wait for a decision: not for the auditor.
KIRIMAN: Final = Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, ubah=PENGELOLA_SELINGKUP)
#: Read by everybody at a desk, written by HR of the government that it belongs to.
UBAH_MILIK: Final = (200, 403, 403, 200)
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
    # Examinations: HR of the whole instansi only, not the auditor.
    "pegawai_jadwalujian": KHUSUS,
    # Programs of agencies: made and ended by HR of the whole instansi, never edited.
    "pegawai_klienapi": Model(tambah=PENGELOLA),
    "pegawai_kebutuhanjabatan": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    # Competencies: one's own government sets what is its own; what all share is read.
    "pegawai_kompetensiteknis": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "pegawai_standarkompetensi": Model(lihat=SEMUA, tambah=PENGELOLA, ubah=UBAH_MILIK),
    "pegawai_standarteknis": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP, hapus=UBAH_SELINGKUP),
    # Comparisons with SIASN: a row may tell of a penalty.
    "pegawai_pencocokan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA_TERTUTUP),
    "pegawai_pegawai": Model(ubah=UBAH_SELINGKUP),
    "pegawai_pejabatpenandatangan": CATATAN,
    "pegawai_penghargaan": CATATAN,
    "pegawai_penugasanplt": CATATAN,
    "pegawai_pengguna": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "pegawai_permintaanfaktor": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "pegawai_peran": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA),
    "pegawai_riwayatjabatan": CATATAN,
    "pegawai_riwayatpangkat": CATATAN,
    "pegawai_riwayatpendidikan": CATATAN,
    "pegawai_suratkgb": Model(),
    "pegawai_unitkerja": Model(ubah=UBAH_SELINGKUP),
    # Who asks for what: HR of the person (an operator sees what they entered), not the auditor.
    "pegawai_usulanperubahan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "pelatihan_materi": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP, hapus=UBAH_SELINGKUP),
    # The right answers: HR of the government, nobody who only reads.
    "pelatihan_soalkuis": Model(
        daftar=PENGELOLA,
        lihat=PENGELOLA_SELINGKUP,
        tambah=PENGELOLA,
        ubah=PENGELOLA_SELINGKUP,
        hapus=PENGELOLA_SELINGKUP,
    ),
    # What people say of themselves: HR of the person, not the auditor.
    "pelatihan_penilaianmandiri": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    # Money and plans of a government: its HR, read by its auditor.
    "pelatihan_pagu": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "pelatihan_rencanatahunan": Model(ubah=UBAH_SELINGKUP),
    "pelatihan_hcdp": Model(ubah=UBAH_SELINGKUP),
    # Partners and own programmes; what all governments share is read at every desk and changed at none.
    "pelatihan_mitra": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "pelatihan_skenarioalokasi": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "pelatihan_pelatihan": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    # Certificates: issued and revoked by services, read like the records of the person.
    "pelatihan_sertifikat": Model(),
    # What people report with a proof: HR of the person (an operator what they entered), not the auditor.
    "pelatihan_kegiatanmandiri": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, ubah=PENGELOLA_SELINGKUP),
    "pelatihan_angkatan": CATATAN,
    # Who takes part: HR of the whole instansi, not the auditor.
    "pelatihan_pendaftaran": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP, ubah=PENGELOLA_SELINGKUP),
    "pelatihan_sesiangkatan": Model(ubah=UBAH_SELINGKUP),
    "mentoring_pasangan": Model(),
    # Ladders and assignments of a government; what people share of their interests is not for the auditor.
    "karier_langkahkarier": CATATAN,
    "karier_penugasan": CATATAN,
    "karier_minatdibagikan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    # A profile is changed by its owner, in the portal.
    "mentoring_profilmentor": Model(),
    "mentoring_programmentoring": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "kinerja_janjiforum": WARGA,
    "kinerja_konversiangkakredit": Model(),
    # Established recognitions only; feedback, notes and directions have no line here.
    "kinerja_pengakuan": Model(),
    "kinerja_layananpublik": WARGA,
    "kinerja_masukanforum": KIRIMAN,
    "kinerja_perubahanlayanan": WARGA,
    "kinerja_topikforum": WARGA,
    "kinerja_ulasan": KIRIMAN,
    # Around a result: HR of the person, not the auditor.
    # The case is HR's; what people answered has no page.
    "kinerja_kasusetika": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "kinerja_keberatan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "kinerja_tanggapan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "kinerja_tindaklanjut": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "kinerja_penetapanangkakredit": CATATAN,
    "kinerja_penilaian": Model(),
    "kinerja_pengisianrealisasi": Model(),
    # What SIASN says beside a rating that may not be announced: HR of the person only.
    "kinerja_penilaiansiasn": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "kinerja_pengaturankinerja": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP),
    "kinerja_predikatorganisasiunit": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP, hapus=UBAH_SELINGKUP),
    # Ratings that are not announced: HR of the instansi only, and the leaders of the session in the portal.
    "kinerja_sesikalibrasi": Model(
        lihat=PENGELOLA_SELINGKUP, tambah=PENGELOLA_TERTUTUP, ubah=PENGELOLA_SELINGKUP
    ),
    "kinerja_perspektifjpt": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP, hapus=UBAH_SELINGKUP),
    "kinerja_pustakakinerja": Model(tambah=PENGELOLA, ubah=UBAH_SELINGKUP, hapus=UBAH_SELINGKUP),
    "kinerja_skp": Model(),
    "kinerja_putaran360": Model(tambah=PENGELOLA_TERTUTUP, ubah=SELINGKUP),
    "kinerja_sikluspenilaian": Model(tambah=PENGELOLA_TERTUTUP, ubah=SELINGKUP),
    # Talent scores: HR of the person only.
    # An individual plan: who may read it; nobody at the desk writes in it.
    "karier_rencanapengembangan": Model(lihat=PENGELOLA_SELINGKUP),
    "karier_komponentalenta": KHUSUS,
    # The committee of talent: HR of the whole instansi.
    "karier_komitetalenta": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "karier_lembartercetak": Model(lihat=PENGELOLA_SELINGKUP),
    "karier_parameterinstansi": Model(),
    # The cause may be a penalty: HR of the person only.
    "karier_peringatankenaikan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "karier_permintaantinjau": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "karier_penjelasan": Model(daftar=PENGELOLA, lihat=PENGELOLA_SELINGKUP),
    "karier_potongan": Model(),
    "karier_rekomendasi": Model(),
    "karier_runevaluasi": Model(ubah=SELINGKUP),
}


def baris_model(nama: str, m: Model) -> dict[tuple[str, str], Baris]:
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
