"""Settings of the measurements: Django's admin is added as a peer."""

from jingwei.site.settings import *  # noqa: F403 - settings follow settings
from jingwei.site.settings import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "django.contrib.admin"]
ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["*"]
SILENCED_SYSTEM_CHECKS = ["admin.E403", "admin.E404"]
