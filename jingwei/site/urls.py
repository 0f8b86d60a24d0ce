"""Every URL of the bureau. A new one is closed to everybody until its app declares a door for it."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("jingwei.portal.pages.urls")),
    path("", include("jingwei.ui.pages.urls")),
    path("", include("jingwei.registry.pages.urls")),
    path("", include("jingwei.projects.pages.urls")),
    path("", include("jingwei.titles.pages.urls")),
    path("", include("jingwei.figures.pages.urls")),
    path("", include("jingwei.summary.pages.urls")),
    path("language/", set_language, name="set_language"),
    path("accounts/", include("allauth.urls")),
]

handler403 = "jingwei.ui.pages.errors.forbidden"
handler404 = "jingwei.ui.pages.errors.not_found"
handler500 = "jingwei.ui.pages.errors.server_error"
handler400 = "jingwei.ui.pages.errors.bad_request"
