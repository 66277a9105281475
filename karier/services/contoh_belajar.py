"""The training year of the demo, lived by its people: every page of training is in use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from karier.services.contoh_akun import account_of
from karier.services.contoh_belajar_diri import ask_of_posts, assess_needs, report_activities
from karier.services.contoh_belajar_kelas import write_lessons
from karier.services.contoh_belajar_kini import (
    call_off_class,
    fill_open_class,
    fill_to_the_last_seat,
    open_local_class,
    pay_for_class,
    prepare_next_class,
    run_class,
    wait_for_classes,
)
from karier.services.contoh_belajar_lalu import finish_new_class, finish_old_class, tell_behaviour
from karier.services.contoh_belajar_rencana import plan_years
from kinerja.services.contoh_di_sini import Tokoh
from kinerja.services.contoh_tim import Pelaku, Tim
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.querysets import BERTUGAS

#: People of the smaller scene, the known accounts first.
BEBERAPA = 10


def live_training_year(p: Pelaku, tokoh: Tokoh) -> None:
    """The government that writes here, from the plan of the year to what was learned."""
    orang = [*p.utama.orang, *p.kedua.orang]
    write_lessons(p)
    plan_years(p)
    ask_of_posts(p, [tokoh.pegawai, p.kedua.orang[0]])
    _classes(p, orang, guru=tokoh.kalibrasi)
    assess_needs(p, [*orang[1:6], *p.kedua.orang])
    report_activities(p, orang, p.sebagai(tokoh.operator), tokoh.diisikan)


def _classes(p: Pelaku, orang: Sequence[Pegawai], guru: Pegawai) -> None:
    """The first person finished two, is in one that runs, and may choose the next."""
    lama = finish_old_class(p, orang[:10], guru)
    tell_behaviour(p, lama, ditanya=orang[0])
    finish_new_class(p, [orang[0], *orang[10:15]])
    run_class(p, orang[:8])
    fill_open_class(p, orang[1:7])
    pay_for_class(p, orang[7:10])
    fill_to_the_last_seat(p, orang[8:13])
    call_off_class(p, orang[9:12])
    open_local_class(p)
    prepare_next_class(p)
    wait_for_classes(p, orang[:4])


# -- the regency whose results are imported -------------------------------------------------------------


def begin_training(
    *, instansi: Instansi, hr: Pengguna, tokoh: Sequence[Pegawai], pimpinan: Pegawai, at: datetime
) -> None:
    """A smaller scene: a finished class, one that runs, applications that wait for `pimpinan` and for HR."""
    orang = _circle(tokoh, pimpinan)
    semua = {pimpinan, *orang, *(o.atasan for o in orang if o.atasan is not None)}
    akun = {o.pk: account_of(o, at) for o in semua}
    p = Pelaku(instansi, hr, at, akun, [Tim(pimpinan, orang)])
    write_lessons(p)
    lama = finish_old_class(p, orang, pimpinan)
    tell_behaviour(p, lama, ditanya=orang[0])
    run_class(p, orang[:5])
    fill_open_class(p, orang[:6])


def _circle(tokoh: Sequence[Pegawai], pimpinan: Pegawai) -> list[Pegawai]:
    """Who acts: the known people, then direct reports of the leader, then others of the government.

    All have an atasan, who approves and later says what they see; whoever heads the regency has none.
    """
    lain = Pegawai.objects.filter(instansi=pimpinan.instansi, kedudukan_hukum__in=BERTUGAS)
    lain = (
        lain.exclude(pk=pimpinan.pk)
        .exclude(atasan=None)
        .select_related("atasan", "unit", "instansi")
        .order_by("pk")
    )
    kenal = {o.pk for o in tokoh}
    urut = sorted(lain, key=lambda o: (o.pk not in kenal, o.atasan_id != pimpinan.pk))
    return urut[:BEBERAPA]
