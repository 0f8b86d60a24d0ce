"""URLs of `summary`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.summary.pages import dashboard, desk, editing, manuscripts, public

app_name = "summary"
urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/summary/", desk.summary_list, name="list"),
    path("desk/summary/create/", desk.create, name="create"),
    path("desk/summary/<int:year>/", desk.read, name="read"),
    path("desk/summary/<int:year>/issue/", desk.issue, name="issue"),
    path("desk/summary/<int:year>/correct/", desk.correct, name="correct"),
    path("desk/summary/<int:year>/<slug:key>/edit/", editing.edit, name="edit"),
    path("desk/summary/<int:year>/<slug:key>/autosave/", editing.autosave, name="autosave"),
    path("desk/summary/<int:year>/<slug:key>/figures/", editing.picker, name="picker"),
    path("desk/proofreading/", manuscripts.index, name="manuscripts"),
    path("desk/proofreading/new/", manuscripts.start, name="manuscript_start"),
    path("desk/proofreading/<int:pk>/", manuscripts.manuscript, name="manuscript"),
    path("desk/proofreading/<int:pk>/new-version/", manuscripts.revise, name="manuscript_revise"),
    path("desk/proofreading/<int:pk>/judge/", manuscripts.judge, name="manuscript_judge"),
    path("desk/proofreading/<int:pk>/withdraw/", manuscripts.withdraw, name="manuscript_withdraw"),
    path("desk/proofreading/<int:pk>/delete/", manuscripts.delete, name="manuscript_delete"),
    path("desk/proofreading/<int:pk>/findings.json", manuscripts.findings_json, name="manuscript_findings"),
    path("desk/year/", dashboard.this_year, name="this_year"),
    path("desk/year/<int:year>/", dashboard.year, name="year"),
    path("summary/", public.index, name="index"),
    path("summary/<int:year>/", public.read, name="public"),
]
