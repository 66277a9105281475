"""A scenario of who goes to what, with the ASN in it."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA_INSTANSI, Dunia
from pelatihan.enums import StatusSkenario
from pelatihan.models import SkenarioAlokasi
from pelatihan.tests.pabrik_kelas import AngkatanPabrik


def allocation(d: Dunia) -> None:
    angka = {"status": "terbukti", "celah": 0, "calon": 1, "nilai": 1, "serakah": 1, "siapa_cepat": 1}
    skenario = SkenarioAlokasi.objects.create(
        instansi=d.instansi, tahun=2027, nama=f"Usulan {TANDA_INSTANSI}", status=StatusSkenario.DIHITUNG,
        ringkasan=angka, dibuat_oleh=d.akun["hr"],
    )  # fmt: skip
    usulan = skenario.usulan.create(
        pegawai=d.diri, angkatan=AngkatanPabrik(instansi=d.instansi), dipilih=True, manfaat=1,
        alasan=[["menutup", "komunikasi", 2, 3], ["biaya", 0]],
    )  # fmt: skip
    d.objek |= {"pelatihan.skenarioalokasi": skenario, "pelatihan.usulanalokasi": usulan}
