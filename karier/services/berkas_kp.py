"""The papers of a batch: covering letter and list of names as PDF, the list as a workbook, all in one ZIP."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel, Tabel, tulis_xlsx
from asn_karier.lib.pdf import render_pdf
from karier.kamus.usul import jenis_kp
from karier.models import SuratPengantar
from karier.services.surat import anggota_surat, buka_ttd
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.reports.posisi import dengan_posisi, nama_golongan

KEPALA: Final = (
    "No", "NIP", "Nama", "Jabatan", "Unit kerja", "Golongan lama, TMT", "Golongan baru", "Jenis",
)  # fmt: skip
_BELUM: Final = "................................"


class Nominatif(NamedTuple):
    """One person of the list."""

    nip: str
    nama: str
    jabatan: str
    unit: str
    lama: str
    baru: str
    jenis: str


def nominatif(surat: SuratPengantar) -> list[Nominatif]:
    """Everybody proposed by the letter, as they stand today, by name; two queries."""
    anggota = list(anggota_surat(surat))
    orang = dengan_posisi(
        Pegawai.objects.filter(pk__in=[u.pegawai_id for u in anggota]), timezone.localdate()
    ).order_by()
    posisi = {
        p["pk"]: p for p in orang.values("pk", "jenis", "golongan_kini", "tmt_golongan", "jabatan_kini")
    }
    return [_satu(u, posisi[u.pegawai_id]) for u in anggota]


def _satu(usul: Any, p: dict[str, Any]) -> Nominatif:
    lama = nama_golongan(p["jenis"], p["golongan_kini"])
    return Nominatif(
        nip=usul.pegawai.nip,
        nama=usul.pegawai.nama_gelar,
        jabatan=p["jabatan_kini"] or "",
        unit=str(usul.pegawai.unit or ""),
        lama=f"{lama}, {p['tmt_golongan']:%d-%m-%Y}" if lama else "",
        baru=nama_golongan(JenisPegawai.PNS, int(usul.rekomendasi.sasaran)),
        jenis=jenis_kp(usul.jalur),
    )


def surat_pdf(surat: SuratPengantar, baris: Sequence[Nominatif]) -> bytes:
    """The covering letter: a draft until it has its number and its signed copy."""
    per_jenis = Counter(b.jenis or "Lain" for b in baris)
    tmt = kata.tanggal(surat.periode)
    isi = {
        "judul": f"Usul kenaikan pangkat TMT {tmt}",
        "pemerintah": surat.instansi.nama,
        "kantor": surat.instansi.pengelola,
        "nomor": surat.nomor or _BELUM,
        "lampiran": f"1 daftar, {len(baris)} pegawai",
        "hal": f"Usul kenaikan pangkat Pegawai Negeri Sipil TMT {tmt}",
        "tujuan": "Kepala Badan Kepegawaian Negara",
        "pembuka": f"Bersama ini kami usulkan kenaikan pangkat {len(baris)} Pegawai Negeri Sipil "
        f"{surat.instansi.nama} TMT {tmt} sebagaimana daftar nominatif terlampir, dengan rincian:",
        "jumlah": [[jenis, str(n)] for jenis, n in sorted(per_jenis.items())],
        "penutup": "Demikian kami sampaikan untuk diproses lebih lanjut. Atas perhatian dan kerja sama "
        "Saudara, kami ucapkan terima kasih.",
        **_bersama(surat),
    }
    return render_pdf("surat_pengantar", isi)


def nominatif_pdf(surat: SuratPengantar, baris: Sequence[Nominatif]) -> bytes:
    isi = {
        "judul": "Daftar nominatif usul kenaikan pangkat",
        "subjudul": f"{surat.instansi.nama}, TMT {kata.tanggal(surat.periode)}"
        + (f", lampiran surat {surat.nomor}" if surat.nomor else ""),
        "kepala": list(KEPALA),
        "baris": [[str(n), *b] for n, b in enumerate(baris, start=1)],
        **_bersama(surat),
    }
    return render_pdf("nominatif_kp", isi)


def _bersama(surat: SuratPengantar) -> dict[str, Any]:
    return {
        "konsep": not surat.final,
        "tempat_tanggal": kata.tanggal(surat.tanggal) if surat.tanggal else _BELUM,
        "jabatan": surat.jabatan_penanda_tangan or f"Kepala {surat.instansi.pengelola}",
        "nama": surat.penanda_tangan or _BELUM,
        "nip": surat.nip_penanda_tangan,
        "kaki": f"Dicetak {kata.waktu(timezone.localtime())}",
    }


def nominatif_tabel(surat: SuratPengantar, baris: Sequence[Nominatif], pengguna: Any) -> Tabel:
    keterangan = [
        ("Isi", f"{len(baris)} pegawai, TMT {kata.tanggal(surat.periode)}"),
        ("Surat pengantar", surat.nomor or "KONSEP, belum bernomor"),
        ("Keadaan", "Final" if surat.final else "KONSEP"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {pengguna}"),
    ]
    isi: list[list[Sel]] = [[n, *b] for n, b in enumerate(baris, start=1)]
    return Tabel("nominatif-usul-kenaikan-pangkat", KEPALA, isi, keterangan, lembar="Nominatif")


def berkas_zip(surat: SuratPengantar, pengguna: Any) -> bytes:
    """Letter, list as PDF and XLSX, and the signed copy when it is attached."""
    baris = nominatif(surat)
    tanda = "" if surat.final else "-KONSEP"
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(f"surat-pengantar{tanda}.pdf", surat_pdf(surat, baris))
        arsip.writestr(f"nominatif{tanda}.pdf", nominatif_pdf(surat, baris))
        arsip.writestr(f"nominatif{tanda}.xlsx", _xlsx(nominatif_tabel(surat, baris, pengguna)))
        if surat.berkas_ttd:
            arsip.writestr("surat-pengantar-bertanda-tangan.pdf", buka_ttd(surat))
    return wadah.getvalue()


def _xlsx(tabel: Tabel) -> bytes:
    with TemporaryDirectory() as folder:
        jalur = Path(folder) / "nominatif.xlsx"
        tulis_xlsx(tabel, jalur)
        return jalur.read_bytes()
