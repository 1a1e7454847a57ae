"""A bucket that answers every LIST with one picture, at next to no cost.

    python -m tests.benchmarks.quick_s3 PORT

moto needs more CPU for a LIST than the app for a click, and would be what is measured.
"""

from __future__ import annotations

import asyncio
import sys
from urllib.parse import parse_qs, urlsplit

from tests.benchmarks.servers import HOST

_PICTURE = "20241031_143022_0_sunset_mountains.png"
_LISTING = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
    "<Name>benchmark</Name><Prefix>{prefix}</Prefix><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys>"
    "<IsTruncated>false</IsTruncated><Contents><Key>{prefix}{picture}</Key>"
    "<LastModified>2024-10-31T14:30:22.000Z</LastModified><ETag>&quot;0&quot;</ETag>"
    "<Size>1500000</Size><StorageClass>STANDARD</StorageClass></Contents></ListBucketResult>"
)


async def serve(port: int) -> None:
    server = await asyncio.start_server(_answer, HOST, port)
    async with server:
        await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            prefix = parse_qs(urlsplit(request.split(" ", 2)[1]).query).get("prefix", [""])[0]
            body = _LISTING.format(prefix=prefix, picture=_PICTURE).encode()
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"
                b"x-amz-bucket-region: us-east-1\r\nContent-Length: %d\r\n\r\n" % len(body) + body
            )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the client has gone
    finally:
        writer.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
