"""The development of people on one page for the head of government: numbers, differences, three decisions."""

from __future__ import annotations

from typing import Any

from asn_karier.lib import kata
from asn_karier.lib.pdf import render_pdf
from karier.enums import UkuranPantau
from karier.kamus.pantau import JUDUL, decision, share
from karier.rules.pantau import Bagian, tell
from karier.rules.pantau_putusan import most_left
from karier.services.pantau import Pantauan, read_retirements
from karier.services.pantau_lembar import Indeks, equality, overall, professionalism, unit_shares
from pegawai.models import Instansi
from pegawai.reports.kantor import kop_surat


def development_sheet(p: Pantauan, *, instansi: Instansi) -> dict[str, Any]:
    """For screen and paper alike."""
    seluruh = overall(p)
    return {
        "judul": f"Pengembangan pegawai {instansi.nama}",
        "subjudul": f"Ringkasan untuk kepala daerah, data per {kata.tanggal(p.per)}.",
        "gambar": "",
        "gambar_teks": "",
        "bagian": [
            {"judul": "Pegawai", "pasangan": _people(p)},
            {"judul": "Yang berjalan", "pasangan": _running(seluruh)},
            {"judul": "Kesetaraan", "teks": _differences(p)},
            {"judul": "Tiga keputusan yang diusulkan", "urut": _decisions(p)},
        ],
        "kop": kop_surat(instansi),
        "kaki": f"{instansi.nama}. Karier ASN, data per {kata.tanggal(p.per)}.",
    }


def development_pdf(lembar: dict[str, Any]) -> bytes:
    return render_pdf("satu_halaman", lembar)


def _people(p: Pantauan) -> list[tuple[str, str]]:
    pns = int(p.pns.sum())
    setahun, lima = read_retirements(p)
    semua, pppk, pensiun, nanti = (kata.bilangan(n) for n in (len(p), len(p) - pns, setahun, lima))
    return [
        ("Bertugas", f"{semua} orang: {kata.bilangan(pns)} PNS, {pppk} PPPK"),
        ("Mencapai batas usia pensiun", f"{pensiun} orang dalam satu tahun, {nanti} dalam lima tahun"),
        ("Indeks Profesionalitas (perkiraan)", _index(professionalism(p))),
    ]


def _running(seluruh: dict[UkuranPantau, Bagian]) -> list[tuple[str, str]]:
    """Only what concerns anybody."""
    return [(JUDUL[u], share(tell(b))) for u, b in seluruh.items() if b.dari]


def _index(i: Indeks | None) -> str:
    if i is None:
        return "Belum ada perhitungan"
    if not i.seluruh:
        return f"Belum dapat diperkirakan: data lengkap baru {i.dikenal}"
    return f"{i.seluruh} dari 100, dari {i.dikenal} yang datanya lengkap. Nilai resmi ada di SIASN"


def _differences(p: Pantauan) -> list[str]:
    """Findings of PNS and PPPK, each said for whom."""
    return [f"{s.judul}. {kalimat}" for s in equality(p) for kalimat in s.temuan]


def _decisions(p: Pantauan) -> list[dict[str, str]]:
    perlu = most_left(overall(p), unit_shares(p))
    dua = (decision(k.ukuran, k.bagian, "" if k.unit is None else p.nama_unit[k.unit]) for k in perlu)
    return [{"judul": judul, "alasan": alasan} for judul, alasan in dua]
