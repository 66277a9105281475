"""Words of 360 feedback. It is called *dirahasiakan*: the superior is named, and wording may tell."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL_360: Final[dict[type[Enum], dict[Any, str]]] = {
    e.StatusPutaran360: {
        e.StatusPutaran360.DISIAPKAN: "Disiapkan",
        e.StatusPutaran360.DIBUKA: "Dibuka",
        e.StatusPutaran360.DITUTUP: "Ditutup",
    },
    e.Peran360: {
        e.Peran360.ATASAN: "Atasan penilai",
        e.Peran360.REKAN: "Rekan kerja",
        e.Peran360.BAWAHAN: "Bawahan",
    },
    e.Kelompok360: {
        e.Kelompok360.ATASAN: "Atasan penilai",
        e.Kelompok360.REKAN: "Rekan kerja",
        e.Kelompok360.BAWAHAN: "Bawahan",
        e.Kelompok360.GABUNGAN: "Rekan kerja dan bawahan",
    },
    e.StatusUndangan360: {
        e.StatusUndangan360.DIUSULKAN: "Menunggu atasan",
        e.StatusUndangan360.DIUNDANG: "Diundang",
    },
    e.Skala360: {
        e.Skala360.BELUM_TERLIHAT: "Belum terlihat",
        e.Skala360.KADANG_TERLIHAT: "Kadang terlihat",
        e.Skala360.SERING_TERLIHAT: "Sering terlihat",
        e.Skala360.MENJADI_TELADAN: "Menjadi teladan",
        e.Skala360.TIDAK_DAPAT_MENILAI: "Tidak dapat menilai",
    },
    e.Pita360: {
        e.Pita360.JARANG: "Jarang terlihat",
        e.Pita360.KADANG: "Kadang terlihat",
        e.Pita360.CUKUP_SERING: "Cukup sering terlihat",
        e.Pita360.SERING: "Sering terlihat sampai menjadi teladan",
    },
    e.Kira360: {
        e.Kira360.DI_BAWAH_SEPEREMPAT: "Di bawah seperempat",
        e.Kira360.SEPEREMPAT: "Seperempat sampai setengah",
        e.Kira360.SETENGAH: "Setengah sampai tiga perempat",
        e.Kira360.TIGA_PEREMPAT: "Tiga perempat atau lebih",
    },
    e.SasaranPutaran: {
        e.SasaranPutaran.SEMUA: "Semua pegawai yang bertugas",
        e.SasaranPutaran.UNIT: "Satu unit kerja dan unit di bawahnya",
        e.SasaranPutaran.ORANG: "Pegawai tertentu",
    },
}

#: Behaviours of the seven values, in our words; two for each, by the codes of `rules.umpan_360.BUTIR`.
PERNYATAAN: Final[dict[str, str]] = {
    "berorientasi_pelayanan_1": "Memahami kebutuhan orang yang dilayani dan menanggapinya dengan cepat",
    "berorientasi_pelayanan_2": "Melayani dengan ramah dan terus memperbaiki cara kerjanya",
    "akuntabel_1": "Jujur, cermat, dan menepati yang dijanjikan",
    "akuntabel_2": "Memakai barang, uang, dan wewenang kantor semestinya",
    "kompeten_1": "Menambah kemampuannya dan bekerja dengan mutu terbaik",
    "kompeten_2": "Membantu orang lain belajar",
    "harmonis_1": "Menghargai setiap orang, apa pun latar belakangnya",
    "harmonis_2": "Suka menolong dan membuat suasana kerja baik",
    "loyal_1": "Memegang teguh Pancasila, UUD 1945, dan aturan yang sah",
    "loyal_2": "Menjaga nama baik instansi serta rahasia jabatan",
    "adaptif_1": "Cepat menyesuaikan diri dengan perubahan",
    "adaptif_2": "Punya gagasan baru dan bertindak tanpa menunggu disuruh",
    "kolaboratif_1": "Memberi orang lain kesempatan ikut berperan",
    "kolaboratif_2": "Terbuka bekerja sama dan berbagi sumber daya",
}

TERLALU_SEDIKIT: Final = "Data terlalu sedikit untuk ditampilkan."
#: One sentence for every reason: which one it was would tell something about who has answered.
SEBAB_TERLALU_SEDIKIT: Final = (
    "Jawaban rekan kerja dan bawahan tampil bila penjawabnya cukup banyak dan tidak hampir sama dengan "
    "putaran sebelumnya. Jawaban yang tidak tampil sudah dihapus."
)


def syarat_rahasia(peran: e.Peran360, *, nama: str, atasan: str, untuk_talenta: bool) -> list[str]:
    """What a giver is told before sending: what is kept, who reads it, what may tell, what it is for."""
    return [
        *(_disimpan_atasan(nama) if peran == e.Peran360.ATASAN else _disimpan(nama, atasan)),
        _talenta(untuk_talenta),
    ]


def _disimpan(nama: str, atasan: str) -> list[str]:
    kini = f" (sekarang {atasan})" if atasan else ""
    return [
        (
            "Jawaban Anda dirahasiakan. Selama putaran dibuka, isinya disimpan tersandi pada undangan Anda. "
            "Anda dapat mengubahnya, dan tidak ada halaman yang menampilkannya kepada orang lain."
        ),
        (
            "Hanya pemegang kunci server yang secara teknis dapat membuka sandi itu. Cadangan data dapat "
            "memuat jawaban tersandi sampai masa simpannya habis."
        ),
        (
            "Saat putaran ditutup, hubungan jawaban dengan nama Anda dihapus. Yang disimpan hanya gambaran "
            "kelompok dan kalimat yang diacak, tanpa nama dan tanpa waktu."
        ),
        "Tetap tercatat bahwa Anda sudah menjawab, tanpa tanggal dan tanpa isi. Catatan itu tidak tampil.",
        (
            f"Yang membaca hasilnya: {nama} dan atasan penilainya{kini}. "
            "Pengelola kepegawaian tidak membaca hasil perorangan."
        ),
        (
            "Jawaban tampil hanya bila kelompoknya lima orang atau lebih. "
            "Bila kurang, atau penjawabnya hampir sama dengan putaran lalu, jawaban dihapus tanpa dibaca."
        ),
        (
            "Kalimat tampil seperti yang Anda tulis. Gaya bahasa atau peristiwa yang Anda sebut dapat "
            "menunjukkan siapa penulisnya."
        ),
    ]


def _disimpan_atasan(nama: str) -> list[str]:
    return [
        "Anda menjawab sebagai atasan penilai. Jawaban Anda tampil dengan nama Anda.",
        (
            f"Yang membacanya: {nama} dan atasan penilainya. "
            "Pengelola kepegawaian tidak membaca hasil perorangan."
        ),
        (
            "Selama putaran dibuka, isinya disimpan tersandi dan dapat Anda ubah. "
            "Sesudah putaran ditutup, jawaban tampil dan tidak berubah lagi."
        ),
    ]


def _talenta(untuk_talenta: bool) -> str:
    if untuk_talenta:
        return "Hasil yang tampil ikut dipertimbangkan dalam manajemen talenta, melalui atasan penilai."
    return "Hasil putaran ini tidak dihitung untuk manajemen talenta maupun predikat kinerja."
