"""Posts of one government: held there, needed there, or part of its ladders. Read by everybody of it."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from asn_karier.lib.aturan import Aturan
from karier.models import LangkahKarier
from karier.rules.sasaran import Pos
from kinerja.rules.angka_kredit import rentang_golongan
from pegawai.enums import Jenjang
from pegawai.models import Jabatan, KebutuhanJabatan, PetaJabatan, RiwayatJabatan

#: A family has at most four levels of one category; a longer chain would be a circle.
_TERPANJANG: Final = 8


def posts_of_government(instansi_id: int) -> QuerySet[Jabatan]:
    """Posts that somebody holds or held there, or that its map of posts or its ladders name."""
    pernah = RiwayatJabatan.objects.filter(jabatan=OuterRef("pk"), pegawai__instansi=instansi_id)
    butuh = KebutuhanJabatan.objects.filter(jabatan=OuterRef("pk"), instansi=instansi_id)
    peta = PetaJabatan.objects.filter(jabatan=OuterRef("pk"), instansi=instansi_id)
    langkah = LangkahKarier.objects.filter(ke=OuterRef("pk"), instansi=instansi_id, dipakai=True)
    ada = [Exists(q.order_by()) for q in (pernah, butuh, peta, langkah)]
    return Jabatan.objects.filter(ada[0] | ada[1] | ada[2] | ada[3] | Q(pk__in=_next_of(instansi_id)))


def _next_of(instansi_id: int) -> QuerySet[Jabatan]:
    """The next level of what people hold there: nobody may have reached it yet."""
    pernah = RiwayatJabatan.objects.filter(jabatan=OuterRef("pk"), pegawai__instansi=instansi_id).order_by()
    asal = Jabatan.objects.filter(Exists(pernah)).exclude(naik_ke=None).order_by()
    return asal.values("naik_ke")  # type: ignore[return-value]


def search_posts(instansi_id: int, teks: str) -> QuerySet[Jabatan]:
    """By words of the name, all of which must occur."""
    semua = posts_of_government(instansi_id)
    for kata in teks.split():
        semua = semua.filter(nama__icontains=kata)
    return semua.order_by("nama", "pk")


def family_of(jabatan: Jabatan) -> list[Jabatan]:
    """The chain of jenjang in which a post stands, the lowest first; itself alone where there is none.

    Two queries: the pairs, of which there is one per post with a next level, and the posts.
    """
    naik = dict(Jabatan.objects.exclude(naik_ke=None).order_by("-pk").values_list("pk", "naik_ke_id"))
    turun = {ke: dari for dari, ke in naik.items()}
    rantai = [jabatan.pk]
    while (bawah := turun.get(rantai[0])) and bawah not in rantai and len(rantai) < _TERPANJANG:
        rantai.insert(0, bawah)
    while (atas := naik.get(rantai[-1])) and atas not in rantai and len(rantai) < _TERPANJANG:
        rantai.append(atas)
    semua = Jabatan.objects.select_related("standar").in_bulk(rantai)
    return [semua[pk] for pk in rantai]


def range_of(jenjang: int | None, a: Aturan) -> tuple[int, int] | None:
    """The golongan (urut 1-17) that a level is laid down for; None where no rule says one."""
    if jenjang is None or Jenjang(jenjang).name not in a["jenjang"].tabel("golongan_terendah"):
        return None
    return rentang_golongan(Jenjang(jenjang), a)


def pos_of(jabatan: Jabatan) -> Pos:
    """A post as the rules look at it."""
    jenjang = None if jabatan.jenjang is None else Jenjang(jabatan.jenjang)
    return Pos(jabatan.pk, jenjang, jabatan.naik_ke_id)
