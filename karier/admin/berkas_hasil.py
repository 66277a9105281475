"""Results of a run as a file: the filtered rows, and a block that says where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import AKAR, baca_berkas, terbitan
from asn_karier.lib.export import Sel, Tabel
from karier.admin.saringan_hasil import TEKS_STATUS, teks_saringan
from karier.enums import JalurPangkat, JenisRekomendasi, StatusRekomendasi
from karier.kamus import LABEL, kalimat_kurang, pelengkap
from karier.kamus.berkas_aturan import nama_entri
from karier.models import Rekomendasi, RunEvaluasi
from karier.reports.hasil import KOLOM, BarisHasil, Saringan, baca_hasil, yang_kurang
from karier.rules.fakta import unpack_fakta
from pegawai.enums import JenisPegawai
from pegawai.reports.posisi import nama_golongan

KEPALA: Final = (
    "NIP", "Nama", "Unit kerja", "Golongan", "Golongan berikut", "Jalur", "Hasil", "Syarat kurang",
    "Paling cepat", "Yang belum terpenuhi atau perlu diperiksa", "Yang perlu dilakukan", "Dilengkapi oleh",
    "Perkiraan", "Usulan",
)  # fmt: skip


def tabel_hasil(run: RunEvaluasi, baris: QuerySet[Any], s: Saringan, *, pengguna: Any, jumlah: int) -> Tabel:
    """Exactly `baris`, explained as on the screen."""
    keterangan = _keterangan(run, s, pengguna, jumlah)
    return Tabel(
        f"hasil-perhitungan-{run.nomor}", KEPALA, _baris_berkas(run, baris), keterangan, lembar="Hasil"
    )


def _baris_berkas(run: RunEvaluasi, baris: QuerySet[Any]) -> Iterator[list[Sel]]:
    isi = baris.order_by("pegawai_id").values(*KOLOM).iterator(chunk_size=1000)
    terbuka = Rekomendasi.objects.filter(
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        periode=run.tmt_sasaran,
        pegawai__instansi=run.instansi_id,
    ).exclude(status=StatusRekomendasi.GUGUR)
    usulan = dict(terbuka.order_by().values_list("pegawai_id", "status").iterator(chunk_size=2000))
    for b in baca_hasil(run, isi, boleh_khusus=True):
        kurang = yang_kurang(b.syarat)
        urut = b.golongan_berikut
        yield [
            b.nip,
            b.nama,
            b.unit,
            _golongan_kini(b),
            nama_golongan(JenisPegawai.PNS, urut) if urut else "",
            LABEL[JalurPangkat][b.jalur],
            TEKS_STATUS[b.status],
            b.kurang,
            b.hasil.paling_cepat,
            " ".join(kalimat_kurang(s) for s in kurang) or b.putusan.kalimat,
            "; ".join(s.tindakan for s in kurang if s.tindakan) or b.putusan.langkah,
            pelengkap(kurang),
            " ".join(b.perkiraan),
            LABEL[StatusRekomendasi][StatusRekomendasi(usulan[b.pegawai_id])]
            if b.pegawai_id in usulan
            else "",
        ]


def _golongan_kini(b: BarisHasil) -> str:
    """The golongan the run saw, on the person's own scale."""
    fakta = unpack_fakta(b.hasil.fakta)
    for nama, skala in (("golongan", JenisPegawai.PNS), ("golongan_pppk", JenisPegawai.PPPK)):
        urut = fakta.baca(nama)
        if isinstance(urut, int):
            return nama_golongan(skala, urut)
    return ""


def _keterangan(run: RunEvaluasi, s: Saringan, pengguna: Any, jumlah: int) -> list[tuple[str, str]]:
    return [
        ("Isi", f"{jumlah} pegawai, {run} untuk TMT {kata.tanggal(run.tmt_sasaran)}"),
        ("Saringan", teks_saringan(s) or "tanpa saringan"),
        ("Aturan", versi_teks(run)),
        ("Sidik hasil", run.digest or "perhitungan masih berjalan"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {pengguna}"),
        ("Catatan", "Rekomendasi sistem; keputusan ada pada pejabat berwenang atau BKN."),
    ]


def versi_teks(run: RunEvaluasi) -> str:
    """The rule files a run pinned, by name and date, with what the instansi had set."""
    return "; ".join(_versi(kode, v) for kode, v in sorted(run.versi_aturan.items()))


def _versi(kode: str, v: dict[str, Any]) -> str:
    ganti = [f"{nama_entri(f'{kode}/{jalur}')} {nilai}" for jalur, nilai in v.get("ganti", {}).items()]
    setelan = f" (ditetapkan instansi: {'; '.join(ganti)})" if ganti else ""
    mulai = date.fromisoformat(v["berlaku_mulai"])
    # A file that is gone cannot tell its title; the page that lists what a run pinned must still open.
    judul = baca_berkas(AKAR, kode, mulai).judul if mulai in terbitan().get(kode, ()) else kode
    return f"{judul}, {kata.tanggal(mulai)}{setelan}"
