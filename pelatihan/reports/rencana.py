"""The plans as tables and as papers: what is planned, with what money, and what has come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel, Tabel
from pegawai.models import Instansi, PejabatPenandaTangan
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pelatihan.enums import StatusRencana
from pelatihan.models import Angkatan, ButirRencana, Hcdp, Pagu, RencanaTahunan, SasaranHcdp
from pelatihan.reports.anggaran import Kegiatan, done_in_year, pagu_of_year
from pelatihan.rules.rencana import Jalan, running_total

KEPALA_BUTIR: Final = (
    "No", "Kegiatan", "Peserta", "JP", "Biaya (Rp)", "Sumber dana", "Mitra", "Bulan", "Alasan",
)  # fmt: skip
KEPALA_SASARAN: Final = ("Kompetensi", "Tahun", "Orang", "Perkiraan biaya (Rp)")


@dataclass(frozen=True, slots=True)
class Rincian:
    """One plan with its lines, its money and what has come of it."""

    rencana: RencanaTahunan
    butir: list[ButirRencana]
    pagu: list[Pagu]
    jalan: list[Jalan]

    @property
    def jumlah(self) -> int:
        """Rupiah of all lines."""
        return self.jalan[-1].jumlah if self.jalan else 0

    @property
    def batas(self) -> int:
        """Rupiah of all pagu of the year."""
        return sum(p.jumlah for p in self.pagu)


def read_plan(rencana: RencanaTahunan) -> Rincian:
    """Two queries."""
    butir = list(rencana.butir.select_related("pelatihan__mitra", "pagu__unit").order_by("urut", "pk"))
    pagu = pagu_of_year(rencana.instansi_id, rencana.tahun)
    return Rincian(rencana, butir, pagu, running_total([b.biaya for b in butir], sum(p.jumlah for p in pagu)))


@dataclass(frozen=True, slots=True)
class Dana:
    """One fund beside what the plan takes from it; `pagu` None: lines without a fund."""

    pagu: Pagu | None
    rencana: int

    @property
    def lebih(self) -> int:
        """Rupiah above the fund."""
        return max(self.rencana - self.pagu.jumlah, 0) if self.pagu else 0


def fund_lines(r: Rincian) -> list[Dana]:
    """Every fund of the year, then what has none yet."""
    per_dana: dict[int | None, int] = {}
    for b in r.butir:
        per_dana[b.pagu_id] = per_dana.get(b.pagu_id, 0) + b.biaya
    tanpa = per_dana.get(None, 0)
    return [*(Dana(p, per_dana.get(p.pk, 0)) for p in r.pagu), *([Dana(None, tanpa)] if tanpa else [])]


@dataclass(frozen=True, slots=True)
class Capaian:
    """Planned beside done; `butir` None: it was held without being planned, `kegiatan` None: not held yet."""

    nama: str
    butir: ButirRencana | None
    kegiatan: Kegiatan | None


def progress(r: Rincian) -> list[Capaian]:
    """The lines in order, then what was held besides. Three queries."""
    milik = Angkatan.objects.filter(instansi=r.rencana.instansi_id)
    ada = {k.pelatihan_id: k for k in done_in_year(r.rencana.tahun, angkatan=milik)}
    direncanakan = [Capaian(str(b.pelatihan), b, ada.pop(b.pelatihan_id, None)) for b in r.butir]
    return [*direncanakan, *(Capaian(k.nama, None, k) for k in ada.values())]


# -- papers ---------------------------------------------------------------------------------------------


def plan_cells(r: Rincian) -> list[list[Sel]]:
    """The lines as cells of KEPALA_BUTIR."""
    return [
        [
            n, str(b.pelatihan), b.peserta, b.pelatihan.jp, b.biaya, str(b.pagu) if b.pagu else "Belum",
            str(b.pelatihan.mitra or b.pelatihan.penyelenggara or "Sendiri"),
            kata.BULAN[b.bulan - 1] if b.bulan else "Belum", b.alasan,
        ]
        for n, b in enumerate(r.butir, start=1)
    ]  # fmt: skip


def plan_notes(r: Rincian, at: datetime, oleh: str) -> list[tuple[str, str]]:
    """What stands above the table: money, status, from what, when."""
    return [
        ("Tahun", str(r.rencana.tahun)),
        ("Pagu", kata.rupiah(r.batas)),
        ("Rencana", kata.rupiah(r.jumlah)),
        *_notes(r.rencana, at, oleh),
    ]


def _notes(rencana: Hcdp | RencanaTahunan, at: datetime, oleh: str) -> list[tuple[str, str]]:
    return [
        ("Status", status_of(rencana)),
        ("Sumber", rencana.sumber or "Disusun pengelola kepegawaian"),
        ("Dibuat", f"{kata.waktu(timezone.localtime(at))} oleh {oleh}"),
    ]


def status_of(rencana: Hcdp | RencanaTahunan) -> str:
    """'Draf', or who established it and when."""
    if rencana.status != StatusRencana.DITETAPKAN or rencana.ditetapkan_pada is None:
        return "Draf"
    pada = kata.waktu(timezone.localtime(rencana.ditetapkan_pada))
    return f"Ditetapkan oleh {rencana.ditetapkan_oleh}, {pada}"


def plan_table(r: Rincian, at: datetime, oleh: str) -> Tabel:
    """For XLSX."""
    nama = f"rencana-pengembangan-{r.rencana.tahun}"
    return Tabel(
        nama, KEPALA_BUTIR, plan_cells(r), plan_notes(r, at, oleh), lembar=f"Rencana {r.rencana.tahun}"
    )


def plan_paper(r: Rincian, at: datetime, oleh: str) -> dict[str, Any]:
    """For templates/pdf/rencana_pengembangan.typ."""
    baris = [[_printed(s) for s in b] for b in plan_cells(r)]
    jumlah = ["", "Jumlah", _printed(sum(b.peserta for b in r.butir)), "", _printed(r.jumlah), "", "", "", ""]
    return {
        **_paper(r.rencana, "Rencana pengembangan kompetensi", f"Tahun {r.rencana.tahun}", at),
        "keterangan": [[nama, nilai] for nama, nilai in plan_notes(r, at, oleh)],
        "arah": [],
        "tabel": [
            {"judul": "", "kepala": list(KEPALA_BUTIR), "baris": [*baris, jumlah], "lebar": _LEBAR_BUTIR}
        ],
    }


#: Shares of the width of the paper, for the columns of KEPALA_BUTIR.
_LEBAR_BUTIR: Final = [0.8, 3.6, 1.3, 0.9, 2.2, 1.7, 2.2, 1.6, 4.4]


# -- five years -----------------------------------------------------------------------------------------


def targets_of(hcdp: Hcdp) -> list[SasaranHcdp]:
    """In the order of years."""
    return list(hcdp.sasaran.select_related("teknis").order_by("tahun", "pk"))


def hcdp_table(hcdp: Hcdp, at: datetime, oleh: str) -> Tabel:
    """For XLSX: a row per competency and year."""
    baris: list[list[Sel]] = [[s.nama_kompetensi, s.tahun, s.orang, s.biaya] for s in targets_of(hcdp)]
    keterangan = [("Masa", years(hcdp)), *_notes(hcdp, at, oleh), ("Arah kebijakan (RPJMD)", hcdp.arah)]
    return Tabel(f"hcdp-{years(hcdp)}", KEPALA_SASARAN, baris, keterangan, lembar="HCDP")


def years(hcdp: Hcdp) -> str:
    """'2027-2031'."""
    return f"{hcdp.tahun_mulai}-{hcdp.tahun_selesai}"


def hcdp_paper(hcdp: Hcdp, at: datetime, oleh: str) -> dict[str, Any]:
    """For templates/pdf/rencana_pengembangan.typ: people by competency and year, and what it costs."""
    sasaran = targets_of(hcdp)
    tahun = list(range(hcdp.tahun_mulai, hcdp.tahun_selesai + 1))
    return {
        **_paper(hcdp, "Rencana pengembangan kompetensi lima tahunan (HCDP)", f"Tahun {years(hcdp)}", at),
        "keterangan": [[nama, nilai] for nama, nilai in _notes(hcdp, at, oleh)],
        "arah": [b for b in hcdp.arah.splitlines() if b.strip()],
        "tabel": [
            _by_year("Orang yang celahnya ditutup", sasaran, tahun, "orang"),
            _by_year("Perkiraan biaya (rupiah)", sasaran, tahun, "biaya"),
        ],
    }


def _by_year(judul: str, sasaran: Sequence[SasaranHcdp], tahun: list[int], ruas: str) -> dict[str, Any]:
    isi: dict[str, dict[int, int]] = {}
    for s in sasaran:
        isi.setdefault(s.nama_kompetensi, {})[s.tahun] = getattr(s, ruas)
    jumlah = {t: sum(n.get(t, 0) for n in isi.values()) for t in tahun}
    baris = [[nama, *_numbers(n, tahun)] for nama, n in isi.items()]
    return {
        "judul": judul,
        "kepala": ["Kompetensi", *map(str, tahun), "Jumlah"],
        "baris": [*baris, ["Jumlah", *_numbers(jumlah, tahun)]],
        "lebar": [3, *[1] * (len(tahun) + 1)],
    }


def _numbers(n: dict[int, int], tahun: list[int]) -> list[str]:
    return [*(_printed(n.get(t, 0)) for t in tahun), _printed(sum(n.values()))]


def _paper(rencana: Hcdp | RencanaTahunan, judul: str, masa: str, at: datetime) -> dict[str, Any]:
    """Letterhead, title, signature: of whoever signs for the instansi on the day of the plan."""
    instansi: Instansi = rencana.instansi
    hari = timezone.localdate(rencana.ditetapkan_pada) if rencana.ditetapkan_pada else None
    pejabat = _signer(instansi, hari or timezone.localdate(at))
    return {
        "judul": f"{judul} {instansi.nama}",
        "nama": judul,
        "masa": f"{masa}{rencana.nama_revisi}",
        "konsep": hari is None,
        "kop": kop_surat(instansi),
        "tempat_tanggal": tempat_tanggal(instansi, hari),
        "tanda_tangan": tanda_tangan(pejabat),
        "kaki": f"{instansi.nama}. {judul}, {masa}{rencana.nama_revisi}",
    }


def _signer(instansi: Instansi, hari: date) -> PejabatPenandaTangan | None:
    semua: Any = PejabatPenandaTangan.objects.filter(instansi=instansi)
    satu: PejabatPenandaTangan | None = semua.pada(hari).first()
    return satu


def _printed(nilai: Sel) -> str:
    return kata.bilangan(nilai) if isinstance(nilai, int) else str(nilai)
