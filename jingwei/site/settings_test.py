"""Settings of the tests: a throw-away home, quick password hashing, tasks run at once."""

import os
import tempfile

os.environ.setdefault("JINGWEI_HOME", tempfile.mkdtemp(prefix="jingwei-test-"))

from jingwei.site.settings import *  # noqa: F403 - the home must be set before the settings read it
from jingwei.site.settings import DATABASES, HOME, STATIC_ROOT

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ACCOUNT_RATE_LIMITS = {}
# allauth's own counters stand still: the lock of registry.rules is what is tested
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
ALLOWED_HOSTS = ["*"]

# whitenoise warns where the folder of collected files is absent
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # a file, so that the threads of a live server have connections of their own; nothing in it must outlive the run
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
    options = DATABASES["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
