"""Words of the pegawai domain (labels first; the heart helper completes this file)."""

from typing import Any

from pegawai import enums

LABEL: dict[type, dict[Any, str]] = {
    kelas: {a: a.name.replace("_", " ").capitalize() for a in kelas}
    for kelas in (
        enums.JenisPegawai,
        enums.StatusKepegawaian,
        enums.JenisKelamin,
        enums.KedudukanHukum,
        enums.JenisJabatan,
        enums.Jenjang,
        enums.TingkatPendidikan,
        enums.TingkatHukuman,
        enums.StatusDisiplin,
        enums.JenisUjian,
        enums.KompetensiMansoskul,
        enums.BentukPengembangan,
        enums.Register,
        enums.JenisPeran,
        enums.DasarAkses,
        enums.JenisInstansi,
        enums.StatusImpor,
        enums.TahapImpor,
        enums.StatusBaris,
    )
}
