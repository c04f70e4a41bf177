"""ETags: a client that has the answer already is told so, and nothing else."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from sijil import pipeline
from sijil.register import Register
from sijil.web.api.asked import tag_in
from tests.web.api.conftest import Desk, bearing

Own = tuple[httpx.Client, Path]
ADDRESSES = ("/incidents?limit=2", "/claims/courier-1", "/tally", "/search?q=Saraqeb", "/method", "/reports")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_same_answer_is_not_sent_twice(api: httpx.Client, address: str) -> None:
    first = api.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('"') and first.headers["cache-control"] == "private, no-cache"
    assert first.headers["vary"] == "Cookie, Authorization"
    for given in (tag, f'"other", {tag}', f"W/{tag}"):
        again = api.get(address, headers={"if-none-match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get(address, headers={"if-none-match": '"other"'}).content == first.content


def test_another_answer_has_another_tag(changed: Own) -> None:
    client, path = changed
    addresses = [*ADDRESSES, "/incidents?limit=3", "/incidents?limit=2&names=1", "/claims/courier-2"]
    before = {address: client.get(address).headers["etag"] for address in addresses}
    assert len(set(before.values())) == len(addresses)
    with Register.open(path) as register:
        pipeline.judge(register, "reject", "bulletin-3", {}, "somebody", "read it again")
    assert all(client.get(address).headers["etag"] != tag for address, tag in before.items())


def test_who_comes_and_looks_changes_no_tag(peopled: Desk) -> None:
    client = bearing(peopled, "reviewer")
    tag = client.get("/incidents").headers["etag"]
    assert client.get("/incidents?names=1").status_code == 200
    bearing(peopled, "reader")
    assert client.get("/incidents", headers={"if-none-match": tag}).status_code == 304


def test_a_judgement_on_something_else_leaves_the_mark(changed: Own) -> None:
    client, path = changed
    before = client.get("/claims/courier-1").headers["etag"]
    with Register.open(path) as register:
        pipeline.judge(register, "reject", "siege-4", {}, "somebody", "read it again")
    after = client.get("/claims/courier-1").headers["etag"]
    assert before != after and before.partition(".")[0] == after.partition(".")[0]


def test_names_are_kept_nowhere(api: httpx.Client) -> None:
    assert api.get("/claims?names=1").headers["cache-control"] == "no-store"


def test_head_is_get_without_a_body(api: httpx.Client) -> None:
    whole, head = api.get("/incidents"), api.head("/incidents")
    assert head.status_code == 200 and head.content == b""
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_lists_of_tags() -> None:
    assert tag_in('"a", "b"', "b") and not tag_in("*", "b") and not tag_in("", "b") and not tag_in('"ab"', "b")
