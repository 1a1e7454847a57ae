"""A bucket that answers every LIST with one picture, at next to no cost.

    python -m tests.benchmarks.quick_s3 PORT

A bucket `pictures-N` has N pictures instead, five of each session, and gives 1,000 a page.
moto needs more CPU for a LIST than the app for a click, and would be what is measured.
"""

from __future__ import annotations

import asyncio
import sys
from functools import cache
from urllib.parse import parse_qs, urlsplit

from tests.benchmarks.servers import HOST

_PICTURE = "20241031_143022_0_sunset_mountains.png"
_PER_SESSION = 5
_PAGE = 1_000
_WORDS = "forest lake boat city market children kitchen winter morning garden".split()
_LISTING = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
    "<Name>benchmark</Name><Prefix>{prefix}</Prefix><KeyCount>{count}</KeyCount>"
    "<MaxKeys>1000</MaxKeys>{more}{contents}</ListBucketResult>"
)
_LAST = "<IsTruncated>false</IsTruncated>"
_MORE = "<IsTruncated>true</IsTruncated><NextContinuationToken>{token}</NextContinuationToken>"
_CONTENT = (
    "<Contents><Key>{key}</Key>"
    "<LastModified>2024-10-31T14:30:22.000Z</LastModified><ETag>&quot;0&quot;</ETag>"
    "<Size>1500000</Size><StorageClass>STANDARD</StorageClass></Contents>"
)


async def serve(port: int) -> None:
    server = await asyncio.start_server(_answer, HOST, port)
    async with server:
        await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            body = _listing(request.split(" ", 2)[1])
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"
                b"x-amz-bucket-region: us-east-1\r\nContent-Length: %d\r\n\r\n" % len(body) + body
            )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the client has gone
    finally:
        writer.close()


@cache
def _listing(target: str) -> bytes:
    address = urlsplit(target)
    query = parse_qs(address.query)
    prefix = query.get("prefix", [""])[0]
    bucket, _, count = address.path.strip("/").rpartition("-")
    if bucket != "pictures":
        return _page(prefix, [prefix + _PICTURE], _LAST)
    start = int(query.get("continuation-token", ["0"])[0])
    end = min(start + _PAGE, int(count))
    more = _MORE.format(token=end) if end < int(count) else _LAST
    return _page(prefix, [prefix + _name(number) for number in range(start, end)], more)


def _page(prefix: str, keys: list[str], more: str) -> bytes:
    contents = "".join(_CONTENT.format(key=key) for key in keys)
    return _LISTING.format(prefix=prefix, count=len(keys), more=more, contents=contents).encode()


def _name(number: int) -> str:
    """The names come in ascending order."""
    session, index = divmod(number, _PER_SESSION)
    first, second = session % len(_WORDS), (session // len(_WORDS) + index) % len(_WORDS)
    words = f"{_WORDS[first]}_{_WORDS[second]}_{number:06}"
    return f"image-{session:06}_202410{session % 28 + 1:02}_143022_{index}_{words}.png"


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
