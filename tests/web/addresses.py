"""Every address that a person can reach from the first page."""

from html.parser import HTMLParser
from urllib.parse import urldefrag

from httpx2 import Response
from starlette.testclient import TestClient


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name in {"href", "src"}) and tag != "svg":
                self.found.append(value)


def links(page: str) -> list[str]:
    """Where a page's links and pictures lead, without the places on a page."""
    parser = _Links()
    parser.feed(page)
    return [address for each in parser.found if (address := urldefrag(each).url)]


def crawl(client: TestClient, first: str, most: int) -> dict[str, Response]:
    """The answers of `most` addresses, breadth first. Every link must stay on the page's own host."""
    answers: dict[str, Response] = {}
    waiting = [first]
    while waiting and len(answers) < most:
        address = waiting.pop(0)
        if address in answers:
            continue
        assert address.startswith("/"), address
        answer = answers[address] = client.get(address, follow_redirects=False)
        if answer.headers["content-type"].startswith("text/html"):
            waiting += [each for each in links(answer.text) if each not in answers]
    return answers
