"""URLs of `registry`."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import get_converters

from jingwei.registry.pages import counter
from jingwei.registry.pages.admin import accounts, audit, system
from jingwei.registry.pages.converters import DayConverter
from jingwei.registry.pages.desk import calendar, organisations, people, towns

app_name = "registry"
if "registry_day" not in get_converters():
    register_converter(DayConverter, "registry_day")

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/organisations/", organisations.Organisations.as_view(), name="organisations"),
    path("desk/organisations/add/", organisations.add, name="organisation-add"),
    path("desk/organisations/<int:pk>/", organisations.organisation, name="organisation"),
    path("desk/organisations/<int:pk>/edit/", organisations.edit, name="organisation-edit"),
    path("desk/organisations/<int:pk>/rename/", organisations.rename, name="organisation-rename"),
    path("desk/organisations/<int:pk>/family/", organisations.family, name="organisation-family"),
    path("desk/people/", people.People.as_view(), name="people"),
    path("desk/people/add/", people.add, name="person-add"),
    path("desk/people/<int:pk>/", people.person, name="person"),
    path("desk/people/<int:pk>/edit/", people.edit, name="person-edit"),
    path("desk/people/<int:pk>/employ/", people.employ, name="employment-add"),
    path("desk/employments/<int:pk>/end/", people.end, name="employment-end"),
    path("desk/towns/", towns.towns, name="towns"),
    path("desk/towns/<slug:code>/", towns.town, name="town"),
    path("calendar/", calendar.this_year, name="calendar-now"),
    path("calendar/<int:year>/", calendar.year, name="calendar"),
    path("calendar/<int:year>/notice/", calendar.notice, name="calendar-notice"),
    path("calendar/<registry_day:day>/", calendar.day, name="calendar-day"),
    path("calendar/reckon/", calendar.reckon, name="reckon"),
    path("rules/", calendar.Rules.as_view(), name="rules"),
    path("rules/add/", calendar.rule_add, name="rule-add"),
    path("rules/<int:pk>/", calendar.rule, name="rule"),
    path("rules/<int:pk>/end/", calendar.rule_end, name="rule-end"),
    path("admin/accounts/", accounts.Accounts.as_view(), name="accounts"),
    path("admin/accounts/add/", accounts.add, name="account-add"),
    path("admin/accounts/<int:pk>/", accounts.account, name="account-detail"),
    path("admin/accounts/<int:pk>/edit/", accounts.edit, name="account-edit"),
    path("admin/accounts/<int:pk>/assign/", accounts.assign, name="account-assign"),
    path("admin/accounts/<int:pk>/switch/", accounts.switch, name="account-switch"),
    path("admin/accounts/<int:pk>/reset/", accounts.reset, name="account-reset"),
    path("admin/assignments/<int:pk>/end/", accounts.end, name="assignment-end"),
    path("admin/sign-ins/", audit.SignIns.as_view(), name="sign-ins"),
    path("admin/acts/", audit.acts, name="acts"),
    path("admin/system/", system.system, name="system"),
    path("mine/", counter.mine, name="mine"),
    path("account/", counter.account, name="account"),
]
