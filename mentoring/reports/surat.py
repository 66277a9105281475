"""A paper of a pair as data of its template (templates/pdf/surat_mentoring.typ)."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst

from asn_karier.lib import kata
from asn_karier.lib.pdf import qr_svg
from mentoring.enums import JenisSurat
from mentoring.models import Pertemuan, SuratMentoring
from mentoring.rules.hidup import continuity
from pegawai.reports.kantor import kop_surat


def paper_data(s: SuratMentoring, *, alamat: str) -> dict[str, Any]:
    """Days, ways and lengths of confirmed meetings, and not a word of what was talked about."""
    pasangan = s.pasangan
    mentor = pasangan.mentor_pegawai_id == s.pegawai_id
    lawan = pasangan.mentee if mentor else pasangan.mentor_pegawai
    # Those that were confirmed when it was signed: of later ones some may lie between them.
    semua = Pertemuan.objects.terjadi().filter(pasangan=pasangan).order_by("dijawab_pada", "pk")
    daftar = sorted(semua[: s.pertemuan], key=lambda p: (p.pada, p.pk))
    hidup = continuity((p.pada for p in daftar), mulai=s.mulai, sampai=s.sampai)
    keterangan = s.jenis == JenisSurat.KETERANGAN
    return {
        "judul": s.get_jenis_display(),
        "kop": kop_surat(s.pegawai.instansi),
        "nomor": s.nomor,
        "pembuka": "Yang tersebut di bawah ini telah membimbing sebagai mentor:"
        if keterangan
        else "Mentoring di bawah ini hidup dan dikonfirmasi oleh kedua pihak:",
        "rincian": [
            ["Nama", s.pegawai.nama_gelar],
            ["NIP", s.pegawai.nip],
            ["Sebagai", "Mentor" if mentor else "Mentee"],
            ["Mentee" if mentor else "Mentor", lawan.nama_gelar],
            ["Kompetensi", pasangan.nama_kompetensi],
            ["Masa", kata.rentang(s.mulai, s.sampai)],
            ["Pertemuan", f"{s.pertemuan} kali, {s.menit} menit"],
            ["Kelangsungan", f"bertemu dalam {hidup.bulan_berisi} dari {hidup.bulan} bulan"],
            *([] if mentor else [["Jam pelajaran", f"{s.jp} JP"]]),
        ],
        "tabel": [
            [str(ke), kata.tanggal(p.pada), capfirst(p.get_kanal_display()), str(p.menit)]
            for ke, p in enumerate(daftar, start=1)
        ],
        "penutup": "Terima kasih atas waktu dan pengalaman yang diteruskan." if keterangan else "",
        "qr": qr_svg(alamat),
        "kaki": f"Nomor {s.nomor}. Dibuat sistem dari pertemuan yang dikonfirmasi keduanya; "
        "keasliannya dapat diperiksa siapa saja lewat kotak QR atau nomor ini.",
    }
