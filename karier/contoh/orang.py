"""Makes one plausible ASN at a time; every date, number and degree agrees with the others."""

from datetime import date, timedelta
from random import Random

from asn_karier.lib.dates import add_months, add_years
from pegawai.enums import JenisKelamin, JenisPegawai, Jenjang, KedudukanHukum, StatusKepegawaian, TingkatPendidikan

from . import karir
from .acak import Undian, acak_untuk
from .bentuk import TAHUN_PREDIKAT, Jabatan, Orang, Unit
from .ijazah import PENDIDIKAN_PELAKSANA, Ijazah, baca_ijazah, usia_lulus
from .jabatan import (
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
from .nama import nama_orang, tempat_lahir
from .proporsi import (
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

PAK_TAHUNAN = date(2025, 12, 31)
PAK_SEMESTER = date(2026, 6, 30)
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

class PabrikOrang:
    """Owns the random stream and the register of NIP, so that no number is given twice."""

    def __init__(self, *, benih: int, per: date) -> None:
        self._per = per
        self._acak: Random = acak_untuk(benih, "orang")
        self._urut: dict[str, int] = {}
        self._golongan = {r: Undian(b) for r, b in GOLONGAN_PNS.items()}
        self._kepala = {r: Undian(_dari_iii_c(GOLONGAN_PNS[r])) for r in (GURU, KESEHATAN)}
        self._eselon = {e: Undian(b) for e, b in GOLONGAN_ESELON.items()}
        self._pppk = {r: Undian(b) for r, b in GOLONGAN_PPPK.items()}
        self._keluarga = {(r, p): _undian_keluarga(r, p) for r in (GURU, KESEHATAN, TEKNIS) for p in ("II", "III", "IV")}
        self._s1 = Undian({p: 1.0 for p in STUDI_UMUM[TingkatPendidikan.S1]})

    def struktural(self, unit: Unit, jabatan: Jabatan) -> Orang:
        """The head of a unit."""
        golongan = self._eselon[jabatan.eselon_id].ambil(self._acak)
        ijazah = self._ijazah_jenjang(self._s1.ambil(self._acak), s2=0.65 if jabatan.bup == 60 else 0.3)
        bulan = karir.lama_di_golongan(self._acak, fungsional=False, puncak=False)
        orang = self._pns(unit, STRUKTURAL_RUMPUN, jabatan, golongan, ijazah, bulan)
        orang.tmt_jabatan = max(add_months(self._per, -self._acak.randint(3, 58)), add_years(orang.tmt_cpns, 2))
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
        ahli, terampil = karir.JENJANG_GOLONGAN[golongan]
        pakai_terampil = not keluarga.ahli or (bool(keluarga.terampil) and self._terampil(golongan))
        jenjang = terampil if pakai_terampil else ahli
        ijazah = self._ijazah_jenjang(self._acak.choice(keluarga.terampil if pakai_terampil else keluarga.ahli), s2=0.08)
        bulan = karir.lama_di_golongan(self._acak, fungsional=True, puncak=karir.puncak_jenjang(golongan))
        jabatan = jabatan_fungsional(keluarga, jenjang)
        orang = self._pns(unit, keluarga.rumpun, jabatan, golongan, ijazah, bulan, keluarga=keluarga.nama)
        orang.tmt_jabatan = karir.tmt_jabatan_fungsional(self._acak, golongan, orang.tmt_golongan, orang.tmt_cpns)
        if kepala:
            orang.kedudukan = KedudukanHukum.AKTIF
        self._isi_pak(orang, jenjang)
        return orang

    def pns_pelaksana(self, unit: Unit) -> Orang:
        """A PNS in a pelaksana post."""
        golongan = self._golongan[PELAKSANA_RUMPUN].ambil(self._acak)
        kunci = max((k for k in PENDIDIKAN_PELAKSANA if k <= golongan), key=lambda k: (len(k.partition("/")[0]), k))
        ijazah = self._ijazah_umum(PENDIDIKAN_PELAKSANA[kunci].ambil(self._acak))
        jabatan = jabatan_pelaksana(*self._acak.choice(PELAKSANA[kelompok_pelaksana(ijazah.tingkat)]))
        bulan = karir.lama_di_golongan(self._acak, fungsional=False, puncak=False)
        orang = self._pns(unit, PELAKSANA_RUMPUN, jabatan, golongan, ijazah, bulan)
        orang.tmt_jabatan = max(add_months(self._per, -self._acak.randint(6, 70)), orang.tmt_cpns)
        return orang

    def pppk(self, unit: Unit, rumpun: str, keluarga: Keluarga | None) -> Orang:
        """A PPPK under an agreement that still runs."""
        golongan = self._pppk[rumpun].ambil(self._acak)
        jabatan, ijazah = self._jabatan_pppk(golongan, keluarga)
        mulai = date(TAHUN_PPPK.ambil(self._acak), self._acak.choice((1, 2, 3, 4, 5, 6)), 1)
        usia = self._acak.randint(22 * 12, 44 * 12 if rumpun != GURU else 50 * 12)
        lahir = add_months(mulai, -usia) - timedelta(days=self._acak.randint(1, 27))
        orang = self._orang(unit, rumpun, jabatan, golongan, ijazah, lahir=lahir, mulai=mulai, pns=False)
        orang.keluarga = keluarga.nama if keluarga else ""
        orang.akhir_perjanjian = self._akhir_perjanjian(mulai)
        orang.tersamar = golongan in TERSAMAR and self._acak.random() < BAGIAN_TERSAMAR
        return orang

    def pilih_keluarga(self, rumpun: str, golongan: str = "III") -> Keluarga:
        """A family of posts of a group, by how common it is."""
        return self._keluarga[rumpun, golongan].ambil(self._acak)

    def nomori(self, lahir: date, mulai: date, kelamin: JenisKelamin, *, pns: bool) -> str:
        """A NIP (PNS) or NI PPPK (digits 13-14 are 21) that nobody else has."""
        tengah = f"{mulai:%Y%m}" if pns else f"{mulai:%Y}21"
        awal = f"{lahir:%Y%m%d}{tengah}{'1' if kelamin is JenisKelamin.PRIA else '2'}"
        self._urut[awal] = self._urut.get(awal, 0) + 1
        return f"{awal}{self._urut[awal]:03d}"

    def _pns(
        self,
        unit: Unit,
        rumpun: str,
        jabatan: Jabatan,
        golongan: str,
        ijazah: Ijazah,
        bulan: int,
        *,
        keluarga: str = "",
    ) -> Orang:
        awal = karir.GOLONGAN_AWAL.get(ijazah.tingkat, "II/a")
        if ijazah.tingkat >= TingkatPendidikan.S2 and karir.URUT[golongan] > karir.URUT["III/b"]:
            awal = "III/a"  # the master's degree came later
        usia = 21 if ijazah.tingkat >= TingkatPendidikan.DIPLOMA_IV else 19
        r = karir.riwayat_pns(
            self._acak, per=self._per, golongan=golongan, awal=awal, bulan=bulan, bup=jabatan.bup, usia=usia
        )
        orang = self._orang(
            unit, rumpun, jabatan, golongan, ijazah, lahir=r.tanggal_lahir, mulai=r.tmt_cpns, pns=True, wanita=keluarga
        )
        orang.keluarga, orang.golongan_awal, orang.mk_bulan = keluarga, r.golongan_awal, r.mk_bulan
        orang.tmt_golongan = r.tmt_golongan
        return orang

    def _orang(
        self,
        unit: Unit,
        rumpun: str,
        jabatan: Jabatan,
        golongan: str,
        ijazah: Ijazah,
        *,
        lahir: date,
        mulai: date,
        pns: bool,
        wanita: str = "",
    ) -> Orang:
        acak = self._acak
        perempuan = acak.random() < WANITA[rumpun] or "Bidan " in jabatan.nama or wanita == "Bidan"
        kelamin = JenisKelamin.WANITA if perempuan else JenisKelamin.PRIA
        tmt_pns = add_months(mulai, acak.randint(12, 16)) if pns else None
        calon = tmt_pns is not None and tmt_pns > self._per
        status = StatusKepegawaian.PNS if pns else StatusKepegawaian.PPPK
        return Orang(
            nip=self.nomori(lahir, mulai, kelamin, pns=pns),
            nama=nama_orang(acak, kelamin),
            gelar_depan=ijazah.gelar_depan,
            gelar_belakang=ijazah.gelar_belakang,
            tempat_lahir=tempat_lahir(acak),
            tanggal_lahir=lahir,
            jenis_kelamin=kelamin,
            jenis_pegawai=JenisPegawai.PNS if pns else JenisPegawai.PPPK,
            status=StatusKepegawaian.CPNS if calon else status,
            kedudukan=KEDUDUKAN.ambil(acak) if pns and not calon else _kedudukan_awal(pns=pns),
            tmt_cpns=mulai,
            tmt_pns=None if calon else tmt_pns,
            golongan_awal=golongan,
            golongan=golongan,
            tmt_golongan=mulai,
            mk_bulan=0,
            jabatan=jabatan,
            tmt_jabatan=mulai,
            pendidikan=ijazah.tingkat,
            program_studi=ijazah.program,
            tahun_lulus=min(mulai.year - acak.randint(0, 3), lahir.year + usia_lulus(ijazah.tingkat) + acak.randint(0, 4)),
            unit=unit,
            keluarga="",
            predikat=self._predikat(mulai),
            pindahan=acak.random() < BAGIAN_PINDAHAN,
        )

    def _predikat(self, mulai: date) -> tuple[tuple[int, int, int], ...]:
        dinilai = (t for t in TAHUN_PREDIKAT if mulai <= date(t, 7, 1))
        return tuple((tahun, *PREDIKAT.ambil(self._acak)) for tahun in dinilai)

    def _isi_pak(self, orang: Orang, jenjang: Jenjang) -> None:
        """Nobody has a PAK before the year of appointment as PNS is assessed."""
        sampai = PAK_SEMESTER if self._acak.random() < 0.15 else PAK_TAHUNAN
        sisa = self._acak.randint(0, 40) * 25 if orang.golongan != orang.golongan_awal else 0
        if orang.tmt_pns is None or orang.tmt_pns > PAK_TAHUNAN:
            return
        orang.pak_sampai = sampai
        orang.angka_kredit = karir.angka_kredit(
            jenjang=jenjang,
            golongan=orang.golongan,
            sejak=max(orang.tmt_golongan, orang.tmt_pns),
            sampai=sampai,
            nilai=orang.predikat,
            sisa=sisa,
        )

    def _jabatan_pppk(self, golongan: str, keluarga: Keluarga | None) -> tuple[Jabatan, Ijazah]:
        tingkat = PENDIDIKAN_PPPK[golongan]
        if keluarga is None:
            nama = self._acak.choice(PELAKSANA[kelompok_pelaksana(tingkat)])
            return jabatan_pelaksana(*nama), self._ijazah_umum(tingkat)
        terampil = not keluarga.ahli or (golongan == "VII" and bool(keluarga.terampil))
        jenjang = Jenjang.TERAMPIL if terampil else Jenjang.AHLI_PERTAMA
        program = self._acak.choice(keluarga.terampil if terampil else keluarga.ahli)
        return jabatan_fungsional(keluarga, jenjang), self._ijazah_jenjang(program, s2=float(golongan in {"X", "XI"}))

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
        baku = {TingkatPendidikan.DIPLOMA_II: TingkatPendidikan.DIPLOMA_III, TingkatPendidikan.S3: TingkatPendidikan.S2}
        program = self._acak.choice(STUDI_UMUM[baku.get(tingkat, tingkat)])
        return baca_ijazah(program, tingkat)

    def _ijazah_jenjang(self, program: str, *, s2: float) -> Ijazah:
        pertama = baca_ijazah(program)
        if pertama.tingkat is not TingkatPendidikan.S1 or self._acak.random() >= s2:
            return pertama
        guru = "PENDIDIKAN" in program
        lanjut = baca_ijazah(S2_GURU if guru else self._acak.choice(STUDI_UMUM[TingkatPendidikan.S2]))
        return Ijazah(lanjut.tingkat, lanjut.program, "", f"{pertama.gelar_belakang}, {lanjut.gelar_belakang}")


def _kedudukan_awal(*, pns: bool) -> KedudukanHukum:
    return KedudukanHukum.AKTIF if pns else KedudukanHukum.PPPK_AKTIF


def _dari_iii_c(bobot: dict[str, float]) -> dict[str, float]:
    return {g: b for g, b in bobot.items() if karir.URUT[g] >= karir.URUT["III/c"]}


def _undian_keluarga(rumpun: str, pangkat: str) -> Undian[Keluarga]:
    cocok = (k for k in KELUARGA if k.rumpun == rumpun)
    layak = [k for k in cocok if (k.terampil if pangkat == "II" else k.ahli if pangkat == "IV" else True)]
    return Undian({k: k.bobot for k in layak} or {KELUARGA[0]: 1.0})
