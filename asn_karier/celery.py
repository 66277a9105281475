"""The Celery application of asn_karier. What wakes which task stands in each app's AppConfig.ready.

Start a worker with `celery -A asn_karier worker`. The database holds the work; a message only says
that there is some, so a lost one costs seconds: the sweeper, a step of every worker, hints again.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asn_karier.settings.dev")

app = Celery("asn_karier")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# By name: Celery imports the step when a worker builds its blueprint, never in a web process.
app.steps["worker"].add("asn_karier.lib.sweeper.Penyapu")
