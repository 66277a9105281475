"""What *Dampak pelatihan* prints: the same sheet for the screen and for the paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from asn_karier.lib import kata
from asn_karier.lib.charts import dot_interval
from asn_karier.lib.pdf import render_pdf
from karier.enums import SebabTanpaAngka, UkuranDampak
from karier.kamus import LABEL
from karier.kamus.dampak import SATUAN, Terbaca, angka, baca_dampak, baris_banding
from karier.kamus.dampak_keputusan import baca_keputusan, dari, persen
from karier.rules.dampak import Taksiran
from karier.rules.dampak_keputusan import TahunPelatihan
from karier.rules.dampak_padan import PALING_SEDIKIT
from karier.services.dampak import Jawaban, Pertanyaan
from karier.services.dampak_tahun import Dampak, HalamanTahun
from pegawai.models import Instansi
from pegawai.reports.kantor import kop_surat
from pelatihan.rules.belajar import Berpasangan

_KEPALA = ("", "Peserta", "Pembanding")


def impact_sheet(p: Pertanyaan, j: Jawaban, *, tentang: str, instansi: Instansi, per: date) -> dict[str, Any]:
    """One question answered: sentence, picture, table, how much it withstands, what to keep in mind."""
    baca = baca_dampak(j.hasil, p.ukuran)
    return {
        "judul": f"Dampak pelatihan: {tentang}",
        "subjudul": f"Dilatih tahun {p.tahun}, dibandingkan menurut "
        f"{kata.huruf_kecil_awal(LABEL[UkuranDampak][p.ukuran])} ({p.tahun + 1}).",
        "baca": baca,
        "gambar_teks": baca.selang,
        "jumlah": [
            ("Lulus dan masih bertugas", kata.bilangan(j.lulus)),
            ("Peserta dengan nilai sebelum dan sesudah", kata.bilangan(j.dinilai)),
            ("Pegawai lain dengan nilai sebelum dan sesudah", kata.bilangan(j.lain)),
        ],
        **_rincian(j.hasil, p.ukuran),
        "kop": kop_surat(instansi),
        "kaki": _kaki(instansi, per),
    }


def impact_pdf(lembar: dict[str, Any]) -> bytes:
    """The summary on one page."""
    baca: Terbaca = lembar["baca"]
    tabel = lembar["tabel"]
    bagian = [
        {"judul": "Jawaban", "teks": [baca.kalimat, *([baca.selang] if baca.selang else [])]},
        {"judul": "Yang dibandingkan", "pasangan": lembar["jumlah"]},
    ]
    if tabel:
        bagian.append({"judul": "Sebelum dan sesudah", "tabel": tabel, "teks": [lembar["mentah"]]})
        bagian.append({"judul": "Seberapa kuat", "teks": [baca.tahan]})
        bagian.append({"judul": "Yang perlu diingat", "butir": baca.catatan})
    isi = {k: lembar[k] for k in ("judul", "subjudul", "gambar", "gambar_teks", "kop", "kaki")}
    return render_pdf("satu_halaman", {**isi, "bagian": bagian})


def year_sheet(h: HalamanTahun, *, instansi: Instansi, per: date) -> dict[str, Any]:
    """The year on one page: numbers, learning, impact, three decisions."""
    keputusan = [
        baca_keputusan(k, h.angka, batas_jp=h.batas_jp, program=h.dampak.pelatihan.nama if h.dampak else "")
        for k in h.keputusan
    ]
    return {
        "judul": f"Pelatihan pegawai tahun {h.tahun}",
        "subjudul": f"{instansi.nama}. Ringkasan untuk kepala daerah, data per {kata.tanggal(per)}.",
        "gambar": "",
        "gambar_teks": "",
        "bagian": [
            {"judul": "Tahun ini dalam angka", "pasangan": _angka(h)},
            {"judul": "Yang dipelajari", "teks": [_belajar(h.belajar)]},
            {"judul": "Apakah pelatihan membantu?", "teks": _dampak(h.dampak)},
            {"judul": "Tiga keputusan yang diusulkan", "urut": keputusan},
        ],
        "kop": kop_surat(instansi),
        "kaki": _kaki(instansi, per),
    }


def year_pdf(lembar: dict[str, Any]) -> bytes:
    """The page of the head of government on paper."""
    bagian = [{**b, "urut": [k._asdict() for k in b["urut"]]} if "urut" in b else b for b in lembar["bagian"]]
    return render_pdf("satu_halaman", {**lembar, "bagian": bagian})


# -- parts --------------------------------------------------------------------------------------


def _rincian(hasil: Taksiran | SebabTanpaAngka, ukuran: UkuranDampak) -> dict[str, Any]:
    """What stands beside the sentence; nothing where there is no figure."""
    if isinstance(hasil, SebabTanpaAngka):
        return {"gambar": "", "tabel": None, "mentah": ""}
    return {
        "gambar": _gambar(hasil, ukuran),
        "tabel": {"kepala": _KEPALA, "baris": baris_banding(hasil, ukuran)},
        "mentah": _mentah(hasil, ukuran),
    }


def _gambar(t: Taksiran, ukuran: UkuranDampak) -> str:
    ujung = (angka(t.bawah), angka(t.atas))
    teks = f"Beda {angka(t.beda)} {SATUAN[ukuran]}, rentang {ujung[0]} sampai {ujung[1]}."
    return dot_interval(t.beda, t.bawah, t.atas, teks=teks, ujung=ujung)


def _mentah(t: Taksiran, ukuran: UkuranDampak) -> str:
    return (
        f"Tanpa mencari rekan yang serupa, bedanya tampak {angka(t.mentah)} {SATUAN[ukuran]}. Angka itu "
        "mencampur pelatihan dengan siapa yang dikirim."
    )


def _kaki(instansi: Instansi, per: date) -> str:
    return f"{instansi.nama}. Karier ASN, data per {kata.tanggal(per)}."


def _angka(h: HalamanTahun) -> list[tuple[str, str]]:
    a = h.angka
    baris = [
        ("Pegawai yang belajar", f"{kata.bilangan(a.orang)} orang, {kata.bilangan(a.jp)} JP"),
        (f"PNS yang mencapai {h.batas_jp} JP", dari(a.pns)),
        ("Anggaran terpakai", _pagu(a)),
        ("Belajar di unit terpencil", dari(a.terpencil)),
        ("Belajar di unit lain", dari(a.lainnya)),
    ]
    return [*baris, ("Celah kompetensi", _celah(h))]


def _pagu(a: TahunPelatihan) -> str:
    if not a.pagu:
        return "Pagu belum dicatat"
    return f"{kata.rupiah(a.realisasi)} dari {kata.rupiah(a.pagu)} ({persen(a.realisasi / a.pagu)})"


def _celah(h: HalamanTahun) -> str:
    c = h.angka.celah
    if c is None:
        return "Belum ada dua perhitungan untuk dibandingkan"
    lama, baru = (kata.tanggal(r.per_tanggal) for r in h.run)
    return (
        f"{kata.bilangan(c.tutup)} tertutup dan {kata.bilangan(c.baru)} baru antara {lama} dan {baru}; "
        f"masih terbuka {kata.bilangan(c.terbuka)}"
    )


def _belajar(b: Berpasangan) -> str:
    if b.n < PALING_SEDIKIT or b.rata_pra is None or b.rata_pasca is None:
        return f"Baru {b.n} peserta kelas mempunyai kedua nilai; perlu sedikitnya {PALING_SEDIKIT} orang."
    return (
        f"Nilai {kata.bilangan(b.n)} peserta rata-rata {angka(b.rata_pra)} sebelum dan "
        f"{angka(b.rata_pasca)} sesudah kelas: naik {b.naik}, tetap {b.tetap}, turun {b.turun} orang."
    )


def _dampak(d: Dampak | None) -> list[str]:
    if d is None:
        return ["Belum ada program dengan hasil tahun berikutnya, jadi belum dapat dibandingkan."]
    baca = baca_dampak(d.jawaban.hasil, UkuranDampak.PREDIKAT)
    awal = f"Program dengan peserta terbanyak tahun {d.tahun}: {d.pelatihan.nama}, dilihat dari predikat "
    teks = [f"{awal}tahun {d.tahun + 1}.", " ".join(t for t in (baca.kalimat, baca.selang) if t)]
    return [*teks, *([baca.catatan[0]] if baca.catatan else [])]
