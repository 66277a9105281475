"""Realisations of the person: sent for October, begun for November, filled in by HR for December."""

from __future__ import annotations

from datetime import UTC, date, datetime

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from kinerja.enums import JenisSiklus
from kinerja.models import RefleksiDiri
from kinerja.services.realisasi_bukti import tambah_bukti
from kinerja.tests.pabrik_realisasi import isi, kirim, siklus_pabrik, skp_pabrik
from pegawai.tests.berkas_bukti import unggahan

KINI = datetime(2026, 12, 1, tzinfo=UTC)


def realisations(d: Dunia) -> None:
    """Months, because quarters and the year belong to other records."""
    skp = skp_pabrik(d.diri, [f"Indikator {TANDA}"], mulai=date(2026, 7, 1))
    okt, nov, des = (
        siklus_pabrik(d.instansi, jenis=JenisSiklus.BULANAN, ke=ke, nama=f"Bulan {ke} {TANDA_INSTANSI}")
        for ke in (10, 11, 12)
    )
    kunci = {"skp_id": skp.pk, "siklus_id": okt.pk, "actor": d.akun["diri"], "at": KINI, "kanal": "portal"}
    isi(skp, okt, d.akun["diri"], teks=f"Realisasi {TANDA}")
    hasil = skp.hasil_kerja.get()
    bukti = tambah_bukti(hasil_kerja_id=hasil.pk, berkas=unggahan(f"bukti-{TANDA}.pdf"), **kunci)
    terkirim = kirim(skp, okt, d.akun["diri"])
    draf = isi(skp, nov, d.akun["diri"], teks=f"Draf {TANDA}")
    diisikan = isi(skp, des, d.akun["hr"], teks=f"Diisikan {TANDA}")
    refleksi = RefleksiDiri.objects.create(pegawai=d.diri, siklus=okt, isi=f"Refleksi {TANDA}")
    d.objek |= {
        "kinerja.pengisianrealisasi": terkirim,
        "kinerja.realisasi": terkirim.realisasi.get(),
        "kinerja.buktidukung": bukti,
        "kinerja.refleksidiri": refleksi,
        "kinerja.pengisiandraf": draf,
        "kinerja.pengisiandiisikan": diisikan,
    }
