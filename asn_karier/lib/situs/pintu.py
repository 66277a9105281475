"""The HR door: the stock Django admin, whose permissions come from roles with a scope.

Django's own permission table is not used: `visible_to` and `dikelola` of the querysets say who may
see and who may change. This module knows no app (see lib.views for the registries).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final, cast
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.forms import Field, Media
from django.forms.models import ModelChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.db import pelanggaran
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs.daftar import DaftarBerkunci, PaginatorTerbatas
from asn_karier.lib.situs.isian import IsianPilih, IsianTanggal, KotakCari, PengelolaPilihan, berkata_kosong
from asn_karier.lib.situs.usang import JagaUsang
from asn_karier.lib.views import wewenang

KANAL: Final = "admin"


class AdminBerlingkup(PengelolaPilihan, JagaUsang, admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows outside the scope of the user do not exist; every opened record of a person leaves a trail."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 0
    paginator = PaginatorTerbatas
    view_on_site = False

    #: What HR may do through the stock forms. Everything else has its own page, or no page.
    boleh_tambah = False
    boleh_ubah = False
    boleh_hapus = False
    #: Only roles over a whole instansi (imports, cycles, runs), or only the system's own administrator.
    perlu_instansi_penuh = False
    hanya_super = False
    #: Only for who keeps records, so for no auditor; only the rows that the user keeps, not all they may see.
    perlu_mengelola = False
    hanya_dikelola = False
    #: Local fields that links of ours filter by although the list offers no filter for them.
    saringan_tautan: tuple[str, ...] = ()

    #: Replaces a calendar made of three scripts and their pictures.
    formfield_overrides: ClassVar[Any] = {models.DateField: {"widget": IsianTanggal}}

    @property
    def media(self) -> Media:
        """No stock script: nothing here needs jQuery (about 100 KB saved); asn.js stands in the template."""
        return Media()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[DaftarBerkunci]:
        return DaftarBerkunci

    # -- scope --------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        baris: models.QuerySet[Any] = _terlihat(super().get_queryset(request), request.user)
        return _dikelola(baris, request.user) if self.hanya_dikelola else baris

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The object inside the scope; outside it and not existing look the same (404)."""
        objek = super().get_object(request, object_id, from_field)
        if objek is None:
            raise Http404("Halaman tidak ditemukan, atau berada di luar lingkup Anda.")
        return objek

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """Choices are limited to what the user keeps, so that a posted row from outside is refused too.

        A field of `autocomplete_fields` is typed and found (IsianPilih), never a list of thousands.
        """
        model = db_field.remote_field.model
        kwargs.setdefault("queryset", _dikelola(model._default_manager.all(), request.user))
        if db_field.name not in self.get_autocomplete_fields(request):
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        meta = db_field.model._meta
        sandi = urlencode(
            {"app_label": meta.app_label, "model_name": meta.model_name, "field_name": db_field.name}
        )
        cari = f"{reverse(f'{self.admin_site.name}:autocomplete')}?{sandi}"
        pengelola: Any = self.admin_site.get_model_admin(model)
        kwargs |= {"form_class": IsianPilih, "pengelola": pengelola, "request": request}
        kwargs["widget"] = KotakCari(attrs={"data-cari": cari, "class": "vTextField", "autocomplete": "off"})
        kwargs.setdefault("help_text", db_field.help_text or pengelola.petunjuk_pilihan)
        isian: Any = db_field.formfield(**kwargs)
        return cast("ModelChoiceField[Any] | None", isian)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Field | None:
        """Without the stock pop-up icons, which only work with scripts."""
        isian: Field | None = berkata_kosong(super().formfield_for_dbfield(db_field, request, **kwargs))
        if isian is not None and isinstance(isian.widget, RelatedFieldWidgetWrapper):
            isian.widget = isian.widget.widget
        return isian

    def get_action_choices(self, request: HttpRequest, default_choices: Any = None) -> list[tuple[str, str]]:
        kosong = default_choices or [("", "Pilih tindakan")]
        pilihan: list[tuple[str, str]] = super().get_action_choices(request, kosong)
        return pilihan

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the list offers: a filter typed into the address must not feel out hidden columns."""
        saringan = self.get_list_filter(request)
        milik_kelas = {getattr(s, "parameter_name", None) for s in saringan}
        if lookup in milik_kelas:
            return True
        boleh = {s for s in saringan if isinstance(s, str)} | {*self.saringan_tautan}
        # A filter may itself lead through a relation (`siklus__tahun`).
        ditawarkan = any(lookup == s or lookup.startswith(f"{s}__") for s in boleh)
        return ditawarkan and super().lookup_allowed(lookup, value, request)

    # -- permissions --------------------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        hak = wewenang(request)
        if self.hanya_super:
            return hak.super
        penuh = hak.instansi_penuh or not self.perlu_instansi_penuh
        return hak.masuk and penuh and (hak.mengelola or not self.perlu_mengelola)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh_tambah and self.mengelola(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh_ubah and self.mengelola(request) and self.dikelola(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh_hapus and self.mengelola(request) and self.dikelola(request, obj)

    def mengelola(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request) and wewenang(request).mengelola

    def dikelola(self, request: HttpRequest, obj: Any) -> bool:
        """Whether `obj` lies where the user works as HR (not only reads); asked once per request."""
        if obj is None or not isinstance(obj, self.model):
            return True
        ingatan: dict[Any, bool] = request.__dict__.setdefault("_dikelola", {})
        kunci = (self.model, obj.pk)
        if kunci not in ingatan:
            baris = _dikelola(self.model._default_manager.filter(pk=obj.pk), request.user)
            ingatan[kunci] = baris.exists()
        return ingatan[kunci]

    # -- trail --------------------------------------------------------------------------------

    def pegawai_dari(self, obj: Any) -> int | None:
        """The person a row is about; None when it is about nobody."""
        pegawai_id: int | None = getattr(obj, "pegawai_id", None)
        return pegawai_id

    def tentang_diri(self, request: HttpRequest, obj: Any) -> bool:
        """Whether a row is about the user: nobody changes their own records."""
        diri: int | None = getattr(request.user, "pegawai_id", None)
        return obj is not None and diri is not None and self.pegawai_dari(obj) == diri

    def catat_baca(self, request: HttpRequest, obj: Any, *, tindakan: str = "lihat") -> None:
        pegawai_id = self.pegawai_dari(obj)
        if pegawai_id is not None:
            catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, tindakan=tindakan)

    def catat_daftar(self, request: HttpRequest, baris: Iterable[Any]) -> None:
        """One insert for all the people that a page of a list shows."""
        ids = {pk for b in baris if (pk := self.pegawai_dari(b)) is not None}
        if ids:
            catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="lihat_daftar")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        jawaban = super().changelist_view(request, extra_context)
        daftar = (getattr(jawaban, "context_data", None) or {}).get("cl")
        if daftar is not None:
            self.catat_daftar(request, daftar.result_list)
        return jawaban

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj is not None and obj.pk is not None:
            self.catat_baca(request, obj)
            if hasattr(obj, "pegawai"):
                context.setdefault("subjudul", str(obj.pegawai or ""))
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A refusal by the domain stands on the same page with all that was typed; nothing was saved.

        So does one by the database: of two presses at the same moment the second finds the row of the first.
        """
        try:
            return super().changeform_view(request, *args, **kwargs)
        except DomainError as salah:
            tolak = salah.kalimat
        except IntegrityError as salah:
            tolak = pelanggaran(salah)
        request._ditolak = tolak  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The second time round the form says why the first was refused."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        tolak: str = getattr(request, "_ditolak", "")
        if not tolak:
            return form

        class FormDitolak(form):
            def clean(self) -> dict[str, Any]:
                super().clean()
                raise ValidationError(tolak)

        return FormDitolak

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Changes of one row, inside the scope only."""
        obj = self.get_object(request, object_id)
        self.catat_baca(request, obj, tindakan="lihat_riwayat")
        return super().history_view(request, object_id, extra_context)


class AdminLihat(AdminBerlingkup):
    """Records that machines or services write: shown, never edited."""

    actions = None


def _dikelola(baris: Any, pengguna: Any) -> Any:
    return baris.dikelola(pengguna) if hasattr(baris, "dikelola") else _terlihat(baris, pengguna)


def _terlihat(baris: Any, pengguna: Any) -> Any:
    return baris.visible_to(pengguna) if hasattr(baris, "visible_to") else baris
