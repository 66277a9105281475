"""A class of the ASN that is over, with lessons, a quiz and feedback; their atasan speaks in it."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from asn_karier.tests.dunia.dasar import TANDA_INSTANSI, Dunia
from pelatihan.enums import TahapKuis
from pelatihan.models import KemajuanMateri, Narasumber, PengerjaanKuis, ReaksiPeserta, SesiAngkatan
from pelatihan.services.reaksi import SKALA
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import KelasPabrik, KursiPabrik, MateriPabrik, SoalPabrik

#: In what one participant of a class thinks of it: four more have to say something before anybody reads it.
TANDA_REAKSI = "Niobium"
#: In the questions, whose right answers HR alone reads: the ASN was never asked.
TANDA_SOAL = "Hafnium"


def learning(d: Dunia) -> None:
    """Ended four months ago, so that the atasan is asked what came of it."""
    hari = timezone.localdate() - timedelta(days=120)
    program = PelatihanPabrik(instansi=d.instansi, nama=f"Menulis {TANDA_INSTANSI}", kompetensi=None)
    kelas = KelasPabrik(
        instansi=d.instansi, pelatihan=program, mulai=hari, selesai=hari, daftar_sampai=hari, nama="Satu"
    )
    materi = MateriPabrik(pelatihan=program, urut=1, isi=f"# {TANDA_INSTANSI}", ukuran=8)
    materi.berkas.save("materi.pdf", ContentFile(b"%PDF-1.7"))
    kursi = KursiPabrik(angkatan=kelas, pegawai=d.diri, lulus=True)
    reaksi = ReaksiPeserta.objects.create(pendaftaran=kursi, saran=TANDA_REAKSI, **dict.fromkeys(SKALA, 4))
    mulai = timezone.now() - timedelta(days=120)
    sesi = SesiAngkatan.objects.create(
        angkatan=kelas, judul="Pembukaan", mulai=mulai, selesai=mulai + timedelta(hours=1)
    )
    Narasumber.objects.create(sesi=sesi, pegawai=d.diri.atasan)
    d.objek |= {
        "belajar.angkatan": kelas,
        "belajar.kursi": kursi,
        "pelatihan.materi": materi,
        "pelatihan.reaksipeserta": reaksi,
        "pelatihan.kemajuanmateri": KemajuanMateri.objects.create(pendaftaran=kursi, materi=materi),
        "pelatihan.pengerjaankuis": PengerjaanKuis.objects.create(
            pendaftaran=kursi, tahap=TahapKuis.PRA, soal=[], jawaban=[], benar=1, banyak=2
        ),
        "pelatihan.soalkuis": SoalPabrik(pelatihan=program, pertanyaan=f"{TANDA_SOAL} apa?", urut=1),
    }
