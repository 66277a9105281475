"""Own activities of the person: one that HR has to look at, one that HR entered and they have to agree to."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA, Dunia
from pegawai.tests.berkas_bukti import unggahan
from pelatihan.services.kegiatan import laporkan_kegiatan
from pelatihan.tests.pabrik_jp import SAAT, isi_kegiatan

#: In what was reported and is not in the ledger yet: for the person and their HR, for no atasan.
TANDA_LAPORAN = "Hafnium"


def activities(d: Dunia) -> None:
    for kode, siapa in (("kegiatanmandiri", "diri"), ("kegiatandiisikan", "hr")):
        d.objek[f"pelatihan.{kode}"] = laporkan_kegiatan(
            pegawai_id=d.diri.pk,
            isi=isi_kegiatan(nama=f"Kegiatan {siapa} {TANDA} {TANDA_LAPORAN}", nomor_sertifikat=""),
            berkas=unggahan("bukti.pdf"),
            actor=d.akun[siapa],
            at=SAAT,
            kanal="uji",
        )
