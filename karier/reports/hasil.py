"""Results of a run as HR reads them: filtered, counted, explained. Over values(), never over objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet

from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan, JenisRekomendasi, Kerahasiaan, StatusRekomendasi
from karier.kamus import HasilSatu, Pembaca, Putusan, SyaratTerbaca, jelaskan, perkiraan, putusan
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.daftar import DAFTAR
from karier.rules.fakta import FAKTA_VERSI
from pegawai.models import Pegawai, UnitKerja

KHUSUS: Final = frozenset(b.posisi for b in DAFTAR if b.kerahasiaan is Kerahasiaan.KHUSUS)
KOLOM: Final = (
    "pegawai_id", "kp_jalur", "kp_status", "kp_golongan_berikut", "kp_paling_cepat", "kp_syarat",
    "kp_alasan", "kp_kurang", "kebutuhan", "fakta", "lain", "pegawai__nip", "pegawai__nama",
    "pegawai__gelar_depan", "pegawai__gelar_belakang", "pegawai__unit__nama",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the list of results is narrowed to.

    `alasan` is a position of rules.daftar; `berubah` are those whose records changed after they were read.
    """

    status: Status | None = None
    jalur: JalurPangkat | None = None
    alasan: int | None = None
    unit: UnitKerja | None = None
    cari: str = ""
    berubah: bool = False


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One person of the list with the outcome explained for HR; `perkiraan` decides nothing."""

    pegawai_id: int
    nip: str
    nama: str
    unit: str
    status: Status
    jalur: JalurPangkat
    golongan_berikut: int
    kurang: int
    hasil: HasilSatu
    putusan: Putusan
    syarat: list[SyaratTerbaca]
    perkiraan: list[str]


def halaman_hasil(baris: QuerySet[Any], pengguna: Any, *, sesudah: int, banyak: int) -> list[dict[str, Any]]:
    """`banyak` rows of `baris` after one person, by their number; `values(*KOLOM)`.

    The place bounds the people too: otherwise the database walks through all those before it. And names
    are looked up for the rows of the page alone.
    """
    orang = Pegawai.objects.visible_to(pengguna).filter(pk__gt=sesudah)
    lanjut = baris.filter(pegawai_id__gt=sesudah, pegawai__in=orang).order_by("pegawai_id")
    ids = list(lanjut.values_list("pegawai_id", flat=True)[:banyak])
    return list(baris.filter(pegawai_id__in=ids).order_by("pegawai_id").values(*KOLOM))


def pilih_hasil(run: RunEvaluasi, pengguna: Any, s: Saringan, *, boleh_khusus: bool) -> QuerySet[Any]:
    """Rows of the run inside the scope and the filter, unordered.

    A reader without the right to class KHUSUS cannot find its people by filtering for the reason.
    """
    baris: QuerySet[Any] = HasilEvaluasi.objects.filter(run=run).visible_to(pengguna)
    if s.status is not None:
        baris = baris.filter(kp_status=s.status)
    if s.jalur is not None:
        baris = baris.filter(kp_jalur=s.jalur)
    if s.alasan is not None:
        tertutup = s.alasan in KHUSUS and not boleh_khusus
        baris = baris.none() if tertutup else baris.filter(kp_alasan=s.alasan)
    if s.unit is not None:
        baris = baris.filter(pegawai__in=Pegawai.objects.in_subtree(s.unit))
    if s.berubah:
        baris = baris.filter(pegawai_id__in=(run.ringkasan.get("berubah") or {}).get("pegawai", []))
    return _cari(baris, s.cari)


def _cari(baris: QuerySet[Any], teks: str) -> QuerySet[Any]:
    """Eighteen digits are a NIP; three letters or more a part of a name; anything else finds nobody."""
    angka = "".join(teks.split())
    if not angka:
        return baris
    if angka.isdigit():
        return baris.filter(pegawai__nip=angka)
    return baris.filter(pegawai__nama__icontains=teks.strip()) if len(angka) > 2 else baris.none()


@dataclass(frozen=True, slots=True)
class Kelompok:
    """People per (status, jalur, alasan), read once: every count of the page follows from it."""

    baris: list[tuple[int, int, int, int]]

    def per(self, nama: str, s: Saringan) -> dict[int, int]:
        """People per value of one choice, the other choices of `s` as they stand."""
        hasil: dict[int, int] = {}
        letak = _PILIHAN.index(nama)
        for b in self._cocok(s, kecuali=nama):
            hasil[b[letak]] = hasil.get(b[letak], 0) + b[-1]
        return hasil

    def banyak(self, s: Saringan) -> int:
        """People whom all the choices of `s` leave."""
        return sum(b[-1] for b in self._cocok(s))

    def _cocok(self, s: Saringan, kecuali: str = "") -> list[tuple[int, int, int, int]]:
        mau = [None if nama == kecuali else getattr(s, nama) for nama in _PILIHAN]
        return [b for b in self.baris if all(m is None or m == n for m, n in zip(mau, b, strict=False))]


_PILIHAN: Final = ("status", "jalur", "alasan")


def hitung_pilihan(baris: QuerySet[Any]) -> Kelompok:
    """Rows of a run without a choice of status, jalur or alasan, counted in one pass."""
    kolom = [f"kp_{nama}" for nama in _PILIHAN]
    return Kelompok(list(baris.order_by().values_list(*kolom).annotate(jumlah=Count("pegawai_id"))))


def pareto(alasan: dict[int, int], *, boleh_khusus: bool) -> list[tuple[int, int]]:
    """(position of the first unmet requirement, people), the most frequent first."""
    isi = [(p, n) for p, n in alasan.items() if p >= 0 and (boleh_khusus or p not in KHUSUS)]
    return sorted(isi, key=lambda pasang: (-pasang[1], pasang[0]))


def baca_hasil(
    run: RunEvaluasi, baris: Iterable[dict[str, Any]], *, boleh_khusus: bool
) -> Iterator[BarisHasil]:
    """Explain stored rows (`values(*KOLOM)`); nothing is computed anew."""
    for b in baris:
        h = _hasil_satu(b, run)
        belakang = f", {b['pegawai__gelar_belakang']}" if b["pegawai__gelar_belakang"] else ""
        yield BarisHasil(
            pegawai_id=b["pegawai_id"],
            nip=b["pegawai__nip"],
            nama=f"{b['pegawai__gelar_depan']} {b['pegawai__nama']}{belakang}".strip(),
            unit=b["pegawai__unit__nama"] or "",
            status=Status(b["kp_status"]),
            jalur=JalurPangkat(b["kp_jalur"]),
            golongan_berikut=b["kp_golongan_berikut"],
            kurang=b["kp_kurang"],
            hasil=h,
            putusan=putusan(h, pembaca=Pembaca.PENGELOLA, boleh_khusus=boleh_khusus),
            syarat=jelaskan(h, pembaca=Pembaca.PENGELOLA, boleh_khusus=boleh_khusus),
            perkiraan=perkiraan(h, boleh_khusus=boleh_khusus),
        )


def _hasil_satu(b: dict[str, Any], run: RunEvaluasi) -> HasilSatu:
    return HasilSatu(
        jalur=b["kp_jalur"],
        status=b["kp_status"],
        golongan_berikut=b["kp_golongan_berikut"],
        paling_cepat=b["kp_paling_cepat"],
        syarat=b["kp_syarat"],
        fakta=bytes(b["fakta"]),
        versi_aturan=run.versi_aturan,
        tmt=run.tmt_sasaran,
        per=run.per_tanggal,
        lain=bytes(b["lain"]),
    )


def yang_kurang(syarat: Iterable[SyaratTerbaca]) -> list[SyaratTerbaca]:
    """Binding requirements that are not fulfilled or not known."""
    return [s for s in syarat if s.mengikat and s.status in (Status.BELUM, Status.PERLU_VERIFIKASI)]


def usulan_terbaru(run: RunEvaluasi, pegawai_ids: Iterable[int]) -> dict[int, Rekomendasi]:
    """The kenaikan pangkat recommendation of each person for the TMT of this run."""
    baris = Rekomendasi.objects.filter(
        pegawai_id__in=list(pegawai_ids),
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        periode=run.tmt_sasaran,
    )
    # One that lapsed yields to the living one of the same person.
    urut = sorted(baris, key=lambda r: (r.status != StatusRekomendasi.GUGUR, r.pk))
    return {r.pegawai_id: r for r in urut}


def usulan_lain(run: RunEvaluasi, b: BarisHasil) -> Rekomendasi | None:
    """The proposal for another period that keeps this person from being proposed for the one of the run."""
    usul = Rekomendasi.objects.filter(
        pegawai_id=b.pegawai_id,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran=str(b.golongan_berikut),
        status=StatusRekomendasi.DITETAPKAN,
    )
    return usul.exclude(periode=run.tmt_sasaran).first()


def perkiraan_usulan(usulan: Iterable[Rekomendasi], *, boleh_khusus: bool) -> dict[int, list[str]]:
    """Estimates beside each proposal of kenaikan pangkat, by its pk, in one query.

    Callers have checked that the reader may see these people, and select `run_terakhir` along.
    """
    naik = [u for u in usulan if u.jenis == JenisRekomendasi.KENAIKAN_PANGKAT]
    baris = HasilEvaluasi.objects.filter(
        run_id__in={u.run_terakhir_id for u in naik},
        # The facts of a layout of tomorrow cannot be read: such a proposal goes without a note.
        run__versi_fakta__lte=FAKTA_VERSI,
        pegawai_id__in={u.pegawai_id for u in naik},
    )
    hasil = {(b["run_id"], b["pegawai_id"]): b for b in baris.values("run_id", *KOLOM)}
    return {
        u.pk: _perkiraan(_hasil_satu(b, u.run_terakhir), int(u.sasaran), boleh_khusus=boleh_khusus)
        for u in naik
        if (b := hasil.get((u.run_terakhir_id, u.pegawai_id))) is not None
    }


def _perkiraan(hasil: HasilSatu, golongan: int, *, boleh_khusus: bool) -> list[str]:
    """Of the decision that leads to that golongan."""
    ijazah = hasil.jalur_ke(golongan) is JalurPangkat.PENYESUAIAN_IJAZAH
    jenis = JenisPutusan.PENYESUAIAN_IJAZAH if ijazah else JenisPutusan.KENAIKAN_PANGKAT
    return perkiraan(hasil, boleh_khusus=boleh_khusus, jenis=jenis)


def kelompok_hasil(run: RunEvaluasi, pengguna: Any) -> dict[tuple[Status, JalurPangkat | None], int]:
    """People per status; "does not apply" is told apart from "no rule yet" by the path."""
    baris = pilih_hasil(run, pengguna, Saringan(), boleh_khusus=True).order_by()
    hasil: dict[tuple[Status, JalurPangkat | None], int] = {}
    for status, jalur, jumlah in baris.values_list("kp_status", "kp_jalur").annotate(n=Count("pegawai_id")):
        s = Status(status)
        kunci = (s, JalurPangkat(jalur) if s is Status.TIDAK_BERLAKU else None)
        hasil[kunci] = hasil.get(kunci, 0) + jumlah
    urutan = [Status.MEMENUHI, Status.BELUM, Status.PERLU_VERIFIKASI, Status.TIDAK_BERLAKU]
    return dict(sorted(hasil.items(), key=lambda k: (urutan.index(k[0][0]), k[0][1] or 0)))
