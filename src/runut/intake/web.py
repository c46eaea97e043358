"""One page from the web, given by its address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.errors import FetchError, SizeError
from runut.intake.items import LARGEST_ARTICLE_BYTES

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
MOST_REDIRECTS = 5
_FIRST_ERROR_STATUS = 400
_CHARSET = re.compile(r"charset=[\"']?([\w:.-]+)", re.IGNORECASE)
_READABLE = ("text/", "html", "xml", "json")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, and the character set that its header declares."""

    data: bytes
    charset: str | None
    is_html: bool


def is_address(value: str) -> bool:
    """Whether an input is a web address and not a path."""
    return value.casefold().startswith(("http://", "https://"))


def fetch(address: str, *, user_agent: str) -> Fetched:
    """Fetch a page.

    Raises
    ------
    FetchError
        Where it cannot be reached, or what is there is no page.
    SizeError
        Where it is larger than any article.
    """
    import urllib3  # not needed where nothing is fetched
    from urllib3.exceptions import HTTPError, LocationParseError

    save = "check the address, or save the page in a browser and read the file"
    with urllib3.PoolManager(
        timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
        retries=urllib3.Retry(total=MOST_REDIRECTS, connect=1, read=0, redirect=MOST_REDIRECTS, status=0),
        headers={"User-Agent": user_agent, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "id,en;q=0.5"},
    ) as pool:
        try:
            response = pool.request("GET", address, preload_content=False)
            try:
                data = response.read(LARGEST_ARTICLE_BYTES + 1, decode_content=True)
            finally:
                response.release_conn()
        except (HTTPError, LocationParseError, UnicodeError, ValueError) as error:
            raise FetchError(f"it cannot be reached: {_reason(error)}", mend=save, origin=address) from error
    if response.status >= _FIRST_ERROR_STATUS:
        raise FetchError(
            f"the server answers {response.status} {response.reason or ''}".rstrip(), mend=save, origin=address
        )
    if len(data) > LARGEST_ARTICLE_BYTES:
        raise SizeError(
            f"the page is larger than {LARGEST_ARTICLE_BYTES // 2**20} MiB",
            mend="give the page of one article",
            origin=address,
        )
    kind = response.headers.get("Content-Type", "text/html")
    if not any(part in kind for part in _READABLE):
        raise FetchError(f"what is there is {kind}, no page", mend="give the address of an article", origin=address)
    charset = _CHARSET.search(kind)
    return Fetched(data, charset.group(1) if charset else None, "html" in kind)


def _reason(error: Exception) -> str:
    """Why a page cannot be reached, in words for people."""
    from urllib3 import exceptions

    cause = error.reason if isinstance(error, exceptions.MaxRetryError) and error.reason else error
    told = {  # a subclass stands before its class
        exceptions.NameResolutionError: "no host of that name is known",
        exceptions.NewConnectionError: "the connection is refused",
        exceptions.ConnectTimeoutError: f"no connection within {CONNECT_SECONDS:.0f} seconds",
        exceptions.ReadTimeoutError: f"no answer within {READ_SECONDS:.0f} seconds",
        exceptions.SSLError: "its certificate cannot be trusted",
        exceptions.LocationParseError: "the address is malformed",
    }
    return next(
        (words for kind, words in told.items() if isinstance(cause, kind)),
        str(cause).rstrip(".") or type(cause).__name__,
    )
