"""The site as it is served: through ASGI, where a request carries things of its own that must stay."""

import asyncio

import pytest
from django.test import AsyncClient

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_form_is_judged_under_asgi() -> None:
    """Django asks the ASGI scope for the scheme when it checks a form's origin."""

    async def post() -> int:
        client = AsyncClient(enforce_csrf_checks=True)
        answer = await client.post("/language/", {"language": "en"}, headers={"origin": "http://testserver"})
        return answer.status_code

    assert asyncio.run(post()) == 403


def test_a_page_is_served_under_asgi() -> None:
    async def get() -> int:
        return (await AsyncClient().get("/accounts/login/")).status_code

    assert asyncio.run(get()) == 200
