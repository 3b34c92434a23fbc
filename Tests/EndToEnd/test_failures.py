"""What a citizen sees when something is lost, too large, too often or down."""

import http.client

import pytest

from citizen import Citizen
from registrations import FORM_PAGE, PERSON


@pytest.fixture(scope="module")
def fragile(new_portal):
    """A portal that these tests may break."""
    return new_portal()


def test_a_lost_page_leads_back(citizen):
    answer = citizen.get("/khong-co-trang-nay/")
    assert answer.status == 404
    assert "Không tìm thấy" in answer.text or "không tìm thấy" in answer.text
    assert "/" in answer.links


def test_a_body_too_large_is_refused_with_other_channels(portal, citizen):
    answer = citizen.post(portal.form_action(), [("phan-1", "a" * 70_000)])
    assert answer.status == 413
    assert "sokhcn@backan.gov.vn" in answer.text
    assert "Phiếu chưa được nhận" in answer.text


def test_too_many_requests_are_told_to_wait_and_a_neighbour_is_not(fragile):
    hasty = Citizen(fragile.origin)
    connection = http.client.HTTPConnection("127.0.0.1", fragile.port, source_address=(hasty.address, 0))
    statuses = []
    for _ in range(400):
        connection.request("GET", "/gui/")
        response = connection.getresponse()
        body = response.read().decode()
        statuses.append(response.status)
        if response.status == 429:
            break
    connection.close()
    assert statuses[-1] == 429, "no limit was met"
    assert len(statuses) > 150, "forty people behind one address would not get through"
    assert "sokhcn@backan.gov.vn" in body and 'lang="vi"' in body
    assert Citizen(fragile.origin).get("/gui/").status != 429


def test_while_the_service_is_down_the_reader_is_told_that_nothing_arrived(fragile):
    citizen = Citizen(fragile.origin)
    form = citizen.get(FORM_PAGE).main_form()
    fragile.kill_form()
    try:
        answer = citizen.post(form.action, form.filled(**PERSON))
        assert answer.status == 502
        assert "chưa nhận được" in answer.text.lower()
        assert "sokhcn@backan.gov.vn" in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert citizen.get("/").status == 200
    finally:
        fragile.start_form()
    assert citizen.post(form.action, form.filled(**PERSON)).status == 200
