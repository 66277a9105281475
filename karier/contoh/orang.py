"""Makes one plausible ASN at a time; every date, number and degree agrees with the others."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months, add_years
from karier.contoh import karir
from karier.contoh.acak import Undian, acak_untuk
from karier.contoh.bentuk import TAHUN_PREDIKAT, Jabatan, Orang, Unit
from karier.contoh.ijazah import PENDIDIKAN_PELAKSANA, Ijazah, baca_ijazah, usia_lulus
from karier.contoh.jabatan import (
    GURU,
    KELUARGA,
    KESEHATAN,
    PELAKSANA,
    STUDI_UMUM,
    TEKNIS,
    Keluarga,
    jabatan_fungsional,
    jabatan_pelaksana,
    kelompok_pelaksana,
)
from karier.contoh.nama import daftar_nama, nama_orang, tempat_lahir
from karier.contoh.nomor import BukuNip
from karier.contoh.pak import isi_pak
from karier.contoh.proporsi import (
    GOLONGAN_ESELON,
    GOLONGAN_PNS,
    GOLONGAN_PPPK,
    PELAKSANA_RUMPUN,
    PENDIDIKAN_PPPK,
    PREDIKAT,
    STRUKTURAL_RUMPUN,
    TAHUN_PPPK,
    WANITA,
)
from karier.contoh.wilayah import Wilayah
from pegawai.enums import (
    JenisKelamin,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    StatusKepegawaian,
    TingkatPendidikan,
)

TERSAMAR = frozenset({"VII", "IX", "X", "XI"})
BAGIAN_TERSAMAR = 0.2
BAGIAN_PINDAHAN = 0.02
S2_GURU = "S-2 MANAJEMEN PENDIDIKAN|M.Pd."
KEDUDUKAN = Undian(
    {
        KedudukanHukum.AKTIF: 98.9,
        KedudukanHukum.TUGAS_BELAJAR: 0.8,
        KedudukanHukum.CLTN: 0.2,
        KedudukanHukum.PEMBERHENTIAN_SEMENTARA: 0.1,
    }
)


@dataclass(frozen=True, slots=True)
class Kursi:
    """What is known about someone before there is someone: the post and what it takes."""

    unit: Unit
    rumpun: str
    jabatan: Jabatan
    golongan: str
    ijazah: Ijazah
    keluarga: str = ""


class PabrikOrang:
    """Owns the random stream and the register of NIP, so that no number is given twice."""

    def __init__(self, wilayah: Wilayah, *, benih: int, per: date) -> None:
        self._per = per
        self._a = aturan_per(per)
        self._acak: Random = acak_untuk(benih, "orang")
        self._buku, self._nama = BukuNip(wilayah.nip_mulai), daftar_nama(wilayah.instansi)
        self._golongan = {r: Undian(b) for r, b in GOLONGAN_PNS.items()}
        self._kepala = {r: Undian(_dari_iii_c(GOLONGAN_PNS[r])) for r in (GURU, KESEHATAN)}
        self._eselon = {e: Undian(b) for e, b in GOLONGAN_ESELON.items()}
        self._pppk = {r: Undian(b) for r, b in GOLONGAN_PPPK.items()}
        self._keluarga = {
            (r, p): _undian_keluarga(r, p) for r in (GURU, KESEHATAN, TEKNIS) for p in ("II", "III", "IV")
        }
        self._s1 = Undian(dict.fromkeys(STUDI_UMUM[TingkatPendidikan.S1], 1.0))

    def struktural(self, unit: Unit, jabatan: Jabatan) -> Orang:
        """The head of a unit."""
        golongan = self._eselon[jabatan.eselon_id].ambil(self._acak)
        ijazah = self._ijazah_jenjang(self._s1.ambil(self._acak), s2=0.65 if jabatan.bup == 60 else 0.3)
        bulan = karir.lama_di_golongan(self._acak, fungsional=False, puncak=False)
        orang = self._pns(Kursi(unit, STRUKTURAL_RUMPUN, jabatan, golongan, ijazah), bulan)
        orang.tmt_jabatan = max(
            add_months(self._per, -self._acak.randint(3, 58)), add_years(orang.tmt_cpns, 2)
        )
        orang.kedudukan = KedudukanHukum.AKTIF
        return orang

    def fungsional(self, rumpun: str, *, kepala: bool = False) -> tuple[str, Keluarga]:
        """Draw golongan and family of a PNS functional; the caller finds the unit that fits."""
        golongan = (self._kepala if kepala else self._golongan)[rumpun].ambil(self._acak)
        keluarga = self._keluarga[rumpun, golongan.partition("/")[0]].ambil(self._acak)
        dokter = keluarga.ahli and keluarga.ahli[0].startswith("PROFESI")
        return ("III/b" if dokter and golongan == "III/a" else golongan), keluarga

    def pns_fungsional(self, unit: Unit, golongan: str, keluarga: Keluarga, *, kepala: bool = False) -> Orang:
        """A PNS in a jabatan fungsional, with the angka kredit that the dates explain."""
        ahli, terampil = karir.jenjang_golongan(golongan, self._a)
        pakai_terampil = not keluarga.ahli or (bool(keluarga.terampil) and self._terampil(golongan))
        jenjang = terampil if pakai_terampil else ahli
        ijazah = self._ijazah_jenjang(
            self._acak.choice(keluarga.terampil if pakai_terampil else keluarga.ahli), s2=0.08
        )
        bulan = karir.lama_di_golongan(self._acak, fungsional=True, puncak=karir.puncak_jenjang(golongan))
        jabatan = jabatan_fungsional(keluarga, jenjang)
        orang = self._pns(Kursi(unit, keluarga.rumpun, jabatan, golongan, ijazah, keluarga.nama), bulan)
        orang.tmt_jabatan = karir.tmt_jabatan_fungsional(
            self._acak, golongan, orang.tmt_golongan, orang.tmt_cpns
        )
        if kepala:
            orang.kedudukan = KedudukanHukum.AKTIF
        isi_pak(orang, jenjang, self._acak, self._a)
        return orang

    def pns_pelaksana(self, unit: Unit) -> Orang:
        """A PNS in a pelaksana post."""
        golongan = self._golongan[PELAKSANA_RUMPUN].ambil(self._acak)
        kunci = max(
            (k for k in PENDIDIKAN_PELAKSANA if k <= golongan), key=lambda k: (len(k.partition("/")[0]), k)
        )
        ijazah = self._ijazah_umum(PENDIDIKAN_PELAKSANA[kunci].ambil(self._acak))
        jabatan = jabatan_pelaksana(*self._acak.choice(PELAKSANA[kelompok_pelaksana(ijazah.tingkat)]))
        bulan = karir.lama_di_golongan(self._acak, fungsional=False, puncak=False)
        orang = self._pns(Kursi(unit, PELAKSANA_RUMPUN, jabatan, golongan, ijazah), bulan)
        orang.tmt_jabatan = max(add_months(self._per, -self._acak.randint(6, 70)), orang.tmt_cpns)
        return orang

    def pppk(self, unit: Unit, rumpun: str, keluarga: Keluarga | None) -> Orang:
        """A PPPK under an agreement that still runs."""
        golongan = self._pppk[rumpun].ambil(self._acak)
        jabatan, ijazah = self._jabatan_pppk(golongan, keluarga)
        kursi = Kursi(unit, rumpun, jabatan, golongan, ijazah, keluarga.nama if keluarga else "")
        mulai = date(TAHUN_PPPK.ambil(self._acak), self._acak.choice((1, 2, 3, 4, 5, 6)), 1)
        usia = self._acak.randint(22 * 12, 44 * 12 if rumpun != GURU else 50 * 12)
        lahir = add_months(mulai, -usia) - timedelta(days=self._acak.randint(1, 27))
        orang = self._orang(kursi, lahir=lahir, mulai=mulai, pns=False)
        orang.akhir_perjanjian = self._akhir_perjanjian(mulai)
        orang.tersamar = golongan in TERSAMAR and self._acak.random() < BAGIAN_TERSAMAR
        return orang

    def pilih_keluarga(self, rumpun: str, golongan: str = "III") -> Keluarga:
        """A family of posts of a group, by how common it is."""
        return self._keluarga[rumpun, golongan].ambil(self._acak)

    def _pns(self, kursi: Kursi, bulan: int) -> Orang:
        """A PNS `bulan` months in the golongan of the post."""
        tingkat, golongan = kursi.ijazah.tingkat, kursi.golongan
        awal = karir.golongan_awal(self._a)[tingkat]
        belakangan = tingkat is TingkatPendidikan.S2 and karir.URUT[golongan] > karir.URUT["III/b"]
        r = karir.riwayat_pns(
            self._acak,
            per=self._per,
            golongan=golongan,
            awal="III/a" if belakangan else awal,  # entered with S1; the master's degree came in service
            bulan=bulan,
            bup=kursi.jabatan.bup,
            usia=22 if tingkat >= TingkatPendidikan.DIPLOMA_IV else 19,
            a=self._a,
        )
        orang = self._orang(kursi, lahir=r.tanggal_lahir, mulai=r.tmt_cpns, pns=True)
        orang.golongan_awal, orang.mk_bulan, orang.tmt_golongan = r.golongan_awal, r.mk_bulan, r.tmt_golongan
        if belakangan:
            orang.tahun_lulus = min(r.tmt_cpns.year + self._acak.randint(4, 14), self._per.year - 1)
        return orang

    def _orang(self, kursi: Kursi, *, lahir: date, mulai: date, pns: bool) -> Orang:
        acak, ijazah = self._acak, kursi.ijazah
        perempuan = acak.random() < WANITA[kursi.rumpun] or kursi.keluarga == "Bidan"
        kelamin = JenisKelamin.WANITA if perempuan else JenisKelamin.PRIA
        tmt_pns = add_months(mulai, acak.randint(12, 16)) if pns else None
        calon = tmt_pns is not None and tmt_pns > self._per
        lulus = lahir.year + usia_lulus(ijazah.tingkat) + acak.randint(0, 4)
        return Orang(
            nip=self._buku.nomori(lahir, mulai, kelamin, pns=pns),
            nama=nama_orang(acak, kelamin, self._nama),
            gelar_depan=ijazah.gelar_depan,
            gelar_belakang=ijazah.gelar_belakang,
            tempat_lahir=tempat_lahir(acak, self._nama),
            tanggal_lahir=lahir,
            jenis_kelamin=kelamin,
            jenis_pegawai=JenisPegawai.PNS if pns else JenisPegawai.PPPK,
            status=_status(pns=pns, calon=calon),
            kedudukan=KEDUDUKAN.ambil(acak) if pns and not calon else _kedudukan_awal(pns=pns),
            tmt_cpns=mulai,
            tmt_pns=None if calon else tmt_pns,
            golongan_awal=kursi.golongan,
            golongan=kursi.golongan,
            tmt_golongan=mulai,
            mk_bulan=0,
            jabatan=kursi.jabatan,
            tmt_jabatan=mulai,
            pendidikan=ijazah.tingkat,
            program_studi=ijazah.program,
            tahun_lulus=min(mulai.year - acak.randint(0, 3), lulus),
            unit=kursi.unit,
            keluarga=kursi.keluarga,
            predikat=self._predikat(mulai),
            pindahan=acak.random() < BAGIAN_PINDAHAN,
        )

    def _predikat(self, mulai: date) -> tuple[tuple[int, int, int], ...]:
        dinilai = (t for t in TAHUN_PREDIKAT if mulai <= date(t, 7, 1))
        return tuple((tahun, *PREDIKAT.ambil(self._acak)) for tahun in dinilai)

    def _jabatan_pppk(self, golongan: str, keluarga: Keluarga | None) -> tuple[Jabatan, Ijazah]:
        tingkat = PENDIDIKAN_PPPK[golongan]
        if keluarga is None:
            nama = self._acak.choice(PELAKSANA[kelompok_pelaksana(tingkat)])
            return jabatan_pelaksana(*nama), self._ijazah_umum(tingkat)
        terampil = not keluarga.ahli or (golongan == "VII" and bool(keluarga.terampil))
        jenjang = Jenjang.TERAMPIL if terampil else Jenjang.AHLI_PERTAMA
        program = self._acak.choice(keluarga.terampil if terampil else keluarga.ahli)
        return jabatan_fungsional(keluarga, jenjang), self._ijazah_jenjang(
            program, s2=float(golongan in {"X", "XI"})
        )

    def _terampil(self, golongan: str) -> bool:
        if golongan.startswith("IV"):
            return False
        return golongan.startswith("II/") or self._acak.random() < 0.4

    def _akhir_perjanjian(self, mulai: date) -> date:
        lama = self._acak.choice((1, 3, 5, 5))
        akhir = add_years(mulai, lama)
        while akhir <= self._per:
            akhir = add_years(akhir, lama)
        return akhir - timedelta(days=1)

    def _ijazah_umum(self, tingkat: TingkatPendidikan) -> Ijazah:
        baku = {
            TingkatPendidikan.DIPLOMA_II: TingkatPendidikan.DIPLOMA_III,
            TingkatPendidikan.S3: TingkatPendidikan.S2,
        }
        program = self._acak.choice(STUDI_UMUM[baku.get(tingkat, tingkat)])
        return baca_ijazah(program, tingkat)

    def _ijazah_jenjang(self, program: str, *, s2: float) -> Ijazah:
        pertama = baca_ijazah(program)
        if pertama.tingkat is not TingkatPendidikan.S1 or self._acak.random() >= s2:
            return pertama
        guru = "PENDIDIKAN" in program
        lanjut = baca_ijazah(S2_GURU if guru else self._acak.choice(STUDI_UMUM[TingkatPendidikan.S2]))
        return Ijazah(
            lanjut.tingkat, lanjut.program, "", f"{pertama.gelar_belakang}, {lanjut.gelar_belakang}"
        )


def _status(*, pns: bool, calon: bool) -> StatusKepegawaian:
    if not pns:
        return StatusKepegawaian.PPPK
    return StatusKepegawaian.CPNS if calon else StatusKepegawaian.PNS


def _kedudukan_awal(*, pns: bool) -> KedudukanHukum:
    return KedudukanHukum.AKTIF if pns else KedudukanHukum.PPPK_AKTIF


def _dari_iii_c(bobot: dict[str, float]) -> dict[str, float]:
    return {g: b for g, b in bobot.items() if karir.URUT[g] >= karir.URUT["III/c"]}


def _undian_keluarga(rumpun: str, pangkat: str) -> Undian[Keluarga]:
    cocok = (k for k in KELUARGA if k.rumpun == rumpun)
    layak = [k for k in cocok if (k.terampil if pangkat == "II" else k.ahli if pangkat == "IV" else True)]
    return Undian({k: k.bobot for k in layak} or {KELUARGA[0]: 1.0})
