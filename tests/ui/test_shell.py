"""The shell: navigation by role, doors, languages, errors."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/home/", "/search/", "/search/?q=纺织", "/accessibility/", "/kit/"])
def test_pages_of_the_shell_answer_a_citizen(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert '<html lang="zh-Hans"' in response.text
