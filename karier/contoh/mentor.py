"""Mentor profiles: clean, senior people with strong assessed competencies."""

from collections.abc import Iterator

from asn_karier.lib.dates import years_between
from karier.contoh.acak import acak_untuk
from karier.contoh.bentuk import Daerah, Orang, ProfilMentor
from karier.contoh.catatan import asesmen
from pegawai.enums import JenisPegawai, Jenjang, KedudukanHukum, KompetensiMansoskul
from pelatihan.enums import Metode

JENJANG_SENIOR = frozenset(
    {
        Jenjang.AHLI_MUDA,
        Jenjang.AHLI_MADYA,
        Jenjang.PENYELIA,
        Jenjang.PENGAWAS,
        Jenjang.ADMINISTRATOR,
        Jenjang.JPT_PRATAMA,
    }
)
TAHUN_PENGALAMAN = 10
SISA_TUGAS = 2
BAGIAN = 0.01
PALING_SEDIKIT = 5
LEVEL_KUAT = 4


def pilih_mentor(daerah: Daerah) -> tuple[ProfilMentor, ...]:
    """About one percent of the people, spread over the list; their levels are those of `asesmen`."""
    banyak = max(PALING_SEDIKIT, round(len(daerah.orang) * BAGIAN))
    layak = [profil for orang in daerah.orang if (profil := _profil(orang, daerah))]
    langkah = max(len(layak) // banyak, 1)
    return tuple(layak[::langkah][:banyak])


def _profil(orang: Orang, daerah: Daerah) -> ProfilMentor | None:
    if orang.nip not in daerah.bersih or not _senior(orang, daerah):
        return None
    kuat = _kompetensi_kuat(orang, daerah)
    if not kuat:
        return None
    acak = acak_untuk(daerah.benih, orang.nip, "mentor")
    bidang = orang.keluarga or orang.unit.nama
    metode = acak.choice((Metode.DARING, Metode.TATAP_MUKA, Metode.CAMPURAN))
    return ProfilMentor(orang.nip, kuat, bidang, acak.choice((1, 2, 2, 3)), metode)


def _senior(orang: Orang, daerah: Daerah) -> bool:
    pns_aktif = orang.jenis_pegawai is JenisPegawai.PNS and orang.kedudukan is KedudukanHukum.AKTIF
    if not pns_aktif or orang.jabatan.jenjang not in JENJANG_SENIOR:
        return False
    lama = years_between(orang.tmt_cpns, daerah.per) >= TAHUN_PENGALAMAN
    masih = years_between(orang.tanggal_lahir, daerah.per) <= orang.jabatan.bup - SISA_TUGAS
    return lama and masih and all(hasil >= 2 and perilaku >= 2 for _, hasil, perilaku in orang.predikat)


def _kompetensi_kuat(orang: Orang, daerah: Daerah) -> tuple[tuple[KompetensiMansoskul, int], ...]:
    hasil = asesmen(orang, daerah.benih, daerah.per)
    level = _kuat(hasil.level) if hasil else iter(())
    return tuple(sorted(level, key=lambda pasangan: -pasangan[1])[:3])


def _kuat(level: dict[KompetensiMansoskul, int]) -> Iterator[tuple[KompetensiMansoskul, int]]:
    return ((k, nilai) for k, nilai in level.items() if nilai >= LEVEL_KUAT)
