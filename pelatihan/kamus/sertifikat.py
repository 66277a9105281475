"""What the check of a certificate says, in one sentence and what to do."""

from typing import Final

from pelatihan.enums import HasilPeriksa as H

PUTUSAN: Final[dict[H, tuple[str, str]]] = {
    H.ASLI: ("Sertifikat ini asli dan berlaku.", ""),
    H.DICABUT: (
        "Sertifikat ini sudah dicabut dan tidak berlaku.",
        "Tanyakan kepada penerbitnya.",
    ),
    H.BERUBAH: (
        "Kode ini tidak cocok: ada yang berubah, atau kode tidak terbaca utuh.",
        "Pindai ulang kotak QR, atau ketik nomor sertifikatnya.",
    ),
    H.TAK_TERCATAT: (
        "Tanda tangannya benar, tetapi sertifikat ini tidak tercatat di sini.",
        "Tanyakan kepada penerbitnya.",
    ),
    H.TIDAK_DIKENAL: (
        "Tidak ada sertifikat dengan nomor itu.",
        "Periksa angka dan hurufnya. Nomor sertifikat terdiri dari tahun dan 12 angka atau huruf.",
    ),
}
