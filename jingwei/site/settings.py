"""Settings: everything that differs between places comes from the environment (`JINGWEI_*`), with safe defaults.

JINGWEI_HOME           where state lives (database, keys, uploads, snapshots); default ``var`` in the working copy
JINGWEI_DATABASE_URL   ``sqlite:///path`` (default) or ``postgresql://user:password@host:port/name``
JINGWEI_MODE           ``demo`` (default) or ``production``
JINGWEI_HOSTS          comma-separated host names that are answered
JINGWEI_PACK           the folder name below ``packs/`` of the place; default ``keqiao``
JINGWEI_LEDGER_ORIGIN  the name of the log on its checkpoints, for ever; default ``jingwei/`` and the pack
JINGWEI_HTTPS          ``1`` behind TLS: secure cookies and HSTS
JINGWEI_PROXIES        how many reverse proxies stand in front and set X-Forwarded-For; default 0
JINGWEI_IDLE_SECONDS   after how long without a sign of life one is signed out; default 1800
JINGWEI_OIDC_URL       issuer of a government login; with JINGWEI_OIDC_CLIENT, JINGWEI_OIDC_SECRET, JINGWEI_OIDC_NAME
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from jingwei.site.database import database_from_url
from jingwei.site.secret import secret_key

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("JINGWEI_HOME") or ROOT / "var").absolute()
MODE = os.environ.get("JINGWEI_MODE", "demo")
IS_DEMO = MODE == "demo"
IS_HTTPS = os.environ.get("JINGWEI_HTTPS") == "1"
PACKS = ROOT / "packs"
PACK = os.environ.get("JINGWEI_PACK", "keqiao")
KEYS = HOME / "keys"
LEDGER_ORIGIN = os.environ.get("JINGWEI_LEDGER_ORIGIN") or f"jingwei/{PACK}"
SNAPSHOTS = HOME / "snapshots"

DEBUG = False
SECRET_KEY = secret_key(KEYS)
ALLOWED_HOSTS = [
    host for host in os.environ.get("JINGWEI_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host
]

INSTALLED_APPS = [
    "jingwei.site",
    "jingwei.portal",
    "jingwei.summary",
    "jingwei.titles",
    "jingwei.projects",
    "jingwei.figures",
    "jingwei.registry",
    "jingwei.ui",
    "jingwei.documents",
    "jingwei.ledger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tables2",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jingwei.registry.middleware.UnkeptMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jingwei.registry.middleware.RolesMiddleware",
    "jingwei.registry.middleware.IdleMiddleware",
    "jingwei.registry.middleware.FirstPasswordMiddleware",
    "jingwei.ui.middleware.DoorsMiddleware",
]

ROOT_URLCONF = "jingwei.site.urls"
ASGI_APPLICATION = "jingwei.site.asgi.application"
WSGI_APPLICATION = None

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jingwei.ui.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "jingwei.ui.templatetags.ui",
            ],
        },
    },
]

DATABASES = {
    "default": database_from_url(
        os.environ.get("JINGWEI_DATABASE_URL") or f"sqlite:///{HOME}/jingwei.sqlite3"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "registry.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "jingwei.registry.inputs.passwords.MinimumLength", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "ui:home"
LOGOUT_REDIRECT_URL = "portal:home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "jingwei.registry.adapter.ClosedAdapter"
ACCOUNT_SESSION_REMEMBER = False
# the lock of registry.rules stands before these and holds across processes; they guard the second factor as well
ACCOUNT_RATE_LIMITS = {"login_failed": "60/5m/ip,10/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("JINGWEI_PROXIES", "0"))
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "jingwei.registry.adapter.SealedFactorAdapter"
ACCOUNT_FORMS = {
    "login": "jingwei.registry.inputs.signing.LoginForm",
    "change_password": "jingwei.registry.inputs.signing.ChangePasswordForm",
    "reauthenticate": "jingwei.registry.inputs.signing.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "jingwei.registry.inputs.signing.FactorForm",
    "reauthenticate": "jingwei.registry.inputs.signing.FactorAgainForm",
    "activate_totp": "jingwei.registry.inputs.signing.ActivateForm",
    "deactivate_totp": "jingwei.registry.inputs.signing.DeactivateForm",
}
# a government login by OpenID Connect; docs/installing.md says how to switch it on
OIDC_URL = os.environ.get("JINGWEI_OIDC_URL", "")
if OIDC_URL:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_ADAPTER = "jingwei.registry.oidc.GovernmentAdapter"
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "government",
                    "name": os.environ.get("JINGWEI_OIDC_NAME", "统一身份认证"),
                    "client_id": os.environ.get("JINGWEI_OIDC_CLIENT", ""),
                    "secret": os.environ.get("JINGWEI_OIDC_SECRET", ""),
                    "settings": {"server_url": OIDC_URL},
                }
            ]
        }
    }
IDLE_SECONDS = int(os.environ.get("JINGWEI_IDLE_SECONDS", "1800"))

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

# one cache for all processes: failed second factors are counted in it
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"}
}

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = HOME / "files"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DJANGO_TABLES2_TEMPLATE = "ui/table.html"
FORM_RENDERER = "jingwei.ui.forms.KitRenderer"
CSRF_FAILURE_VIEW = "jingwei.ui.pages.errors.csrf_failure"
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("JINGWEI_LOG", "WARNING")},
}
