"""URLs of `projects`."""

from django.urls import URLPattern, URLResolver, path

from jingwei.projects.pages import counter, desk, public

app_name = "projects"
urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/projects/", desk.Projects.as_view(), name="projects"),
    path("desk/projects/add/", desk.add, name="add"),
    path("desk/projects/<int:pk>/edit/", desk.edit, name="edit"),
    path("desk/projects/<int:pk>/close/", desk.close, name="close"),
    path("desk/projects/<int:pk>/reopen/", desk.reopen, name="reopen"),
    path("desk/subsidies/", desk.Subsidies.as_view(), name="subsidies"),
    path("desk/subsidies/add/", desk.subsidy_add, name="subsidy-add"),
    path("desk/subsidies/<int:pk>/edit/", desk.subsidy_edit, name="subsidy-edit"),
    path("mine/projects/", counter.MyProjects.as_view(), name="mine"),
    path("mine/subsidies/", counter.MySubsidies.as_view(), name="my-subsidies"),
    path("projects/", public.PublicProjects.as_view(), name="public"),
    path("projects/<int:pk>/", public.project, name="project"),
    path("subsidies/<int:pk>/", public.subsidy, name="subsidy"),
]
