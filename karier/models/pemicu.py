"""What of karier goes into the feed of changes (see pegawai.models.perubahan)."""

from asn_karier.lib.db import Pemicu
from karier.enums import StatusRun
from pegawai.enums import JenisPerubahan
from pegawai.models.perubahan import MASUK, TUJUAN, pemicu_riwayat

_SELESAI = f"('{StatusRun.SELESAI.value}', '{StatusRun.SELESAI_DENGAN_KARANTINA.value}')"

_RUN = (
    f"{MASUK}{{b}}.instansi_id, NULL, '{JenisPerubahan.HASIL.value}', NULL, "
    "CAST({b}.nomor AS varchar(36)), FALSE {dari}"
)

PEMICU = [
    # Evidence of a new run and the mark for review are in no answer, so they are no change.
    *pemicu_riwayat(
        "rekomendasi",
        "karier_rekomendasi",
        JenisPerubahan.REKOMENDASI,
        ("pegawai_id", "jenis", "sasaran", "periode", "status"),
    ),
    # A run changes the outcome of everybody: one line says so, and stored rows cost nothing more.
    Pemicu(
        "run_selesai",
        TUJUAN,
        "karier_runevaluasi",
        "UPDATE",
        (_RUN,),
        ("status",),
        f"NEW.status IN {_SELESAI} AND NOT NEW.simulasi",
    ),
]
