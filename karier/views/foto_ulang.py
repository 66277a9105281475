"""*Kirim foto ulang*: the one paper that BKN wants anew, from the phone of the person."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.views import dikirim
from karier.forms.foto_ulang import FormFotoUlang
from karier.kamus.usul import DOKUMEN
from karier.models import UsulKenaikanPangkat
from karier.services.foto_ulang import asked_of, kirim_foto
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that taking one photograph takes.
MENIT_FOTO = 3


@require_http_methods(["GET", "HEAD", "POST"])
def foto_ulang(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, and after the press one call of the service; 404 for what is not asked of me."""
    saya = own_record(request)
    usul = UsulKenaikanPangkat.objects.filter(pk=pk, pegawai=saya).first()
    if usul is None or not usul.meminta_foto:
        raise Http404
    form = FormFotoUlang(
        dikirim(request),
        request.FILES or None,
        dokumen=DOKUMEN[usul.dokumen],
        initial={"versi": usul.versi},
    )
    if request.method == "POST" and form.is_valid() and _kirim(request, form, pk):
        return HttpResponseRedirect(reverse("karier:syarat"))
    isi = {
        "form": form,
        "dokumen": DOKUMEN[usul.dokumen],
        "alasan": f"{usul.alasan.rstrip('.')}.",
        "sudah": usul.foto_ulang_id is not None,
        "pengelola": saya.instansi.pengelola,
    }
    return render(request, "karier/foto_ulang.html", isi)


def _kirim(request: HttpRequest, form: FormFotoUlang, pk: int) -> bool:
    try:
        kirim_foto(
            usul_id=pk,
            berkas=form.terlampir,
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except Bentrok as salah:
        # A second click: what the first one sent stands there.
        messages.info(request, salah.kalimat)
        return True
    except DomainError as salah:
        form.add_error("berkas", salah.kalimat)
        return False
    messages.success(request, "Foto terkirim. Usul Anda tetap berjalan.")
    return True


def photo_task(penanya: Penanya) -> list[Tugas]:
    """One line for every paper that BKN wants anew and that has not been sent."""
    return [_tugas(usul) for usul in asked_of(penanya.saya.pk) if usul.foto_ulang_id is None]


def photo_lines(saya: Pegawai) -> list[Tugas]:
    """The same, and what was sent already: a photograph that came out badly can be replaced."""
    return [_tugas(usul) for usul in asked_of(saya.pk)]


def _tugas(usul: UsulKenaikanPangkat) -> Tugas:
    sudah = usul.foto_ulang_id is not None
    return Tugas(
        judul=f"{'Ganti foto' if sudah else 'Kirim foto ulang'}: {DOKUMEN[usul.dokumen]}",
        url=reverse("karier:foto_ulang", args=[usul.pk]),
        tanda="Foto terkirim" if sudah else "Dikembalikan BKN",
        kelas="selesai" if sudah else "salah",
        ket=f"Alasan BKN: {usul.alasan}",
        menit=0 if sudah else MENIT_FOTO,
    )
