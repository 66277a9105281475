from django.apps import AppConfig


class KarierConfig(AppConfig):
    name = "karier"
    verbose_name = "Karier"
