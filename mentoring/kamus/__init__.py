"""Words of the mentoring domain: labels of its enums, and why a mentor is suggested."""

from collections.abc import Iterable
from typing import Any

from mentoring.enums import StatusPasangan
from mentoring.kamus import hidup
from mentoring.rules.kecocokan import Alasan, CalonMentor
from pegawai.enums import Jenjang, KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI

LABEL: dict[type, dict[Any, str]] = {
    StatusPasangan: {
        StatusPasangan.DIUSULKAN: "Diusulkan",
        StatusPasangan.DIPILIH_MENTEE: "Menunggu jawaban mentor",
        StatusPasangan.BERJALAN: "Berjalan",
        StatusPasangan.SELESAI: "Selesai",
        StatusPasangan.TIDAK_BERLANJUT: "Tidak berlanjut",
    },
    **hidup.LABEL,
}


def explain_mentor(calon: CalonMentor, *, kompetensi: KompetensiMansoskul, alasan: Iterable[Alasan]) -> str:
    """One line: "menguasai Komunikasi level 4; satu unit kerja; ...; masih ada 2 tempat".

    Read by the mentee and by HR who decides about the mentee, so it addresses nobody.
    """
    jenjang = LABEL_PEGAWAI[Jenjang][calon.jenjang] if calon.jenjang else "belum tercatat"
    kalimat = {
        Alasan.KEAHLIAN: f"menguasai {LABEL_PEGAWAI[KompetensiMansoskul][kompetensi]} level {calon.level}",
        Alasan.UNIT_SAMA: "satu unit kerja",
        Alasan.JARAK_JAUH: "unit lain, dapat lewat telepon atau daring",
        Alasan.UNIT_LAIN: "unit lain, bertemu langsung",
        Alasan.JENJANG_DI_ATAS: f"jenjang lebih tinggi ({jenjang})",
        Alasan.JENJANG_SETARA: f"jenjang {jenjang}",
        Alasan.RUMPUN_LAIN: f"jenjang {jenjang}, jalur jabatan lain",
        Alasan.TEMPAT: f"masih ada {calon.sisa_tempat} tempat",
    }
    return "; ".join(kalimat[a] for a in alasan)
