"""Deletes objects: together where a server takes that, else one by one."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from botocore.exceptions import ClientError

from imagespeak_core.stores.s3.errors import NOT_THERE, error_code, may_not_know_the_request
from imagespeak_core.stores.s3.server import S3Server

_AT_ONCE = 8
_ONLY_OF_THIS_NAME = {"AccessDenied", "403", *NOT_THERE}


class S3Deletions:
    """Deletes objects of one bucket. Safe to use from several threads."""

    def __init__(self, bucket: str, server: S3Server) -> None:
        """Remember where.

        Args:
            bucket: Its name.
            server: Its server.
        """
        self._bucket = bucket
        self._server = server
        self._takes_many = True

    def delete(self, names: Sequence[str]) -> dict[str, str]:
        """Delete objects; what is not there is no error.

        One alone is deleted by the request that every likeness of S3 knows.

        Args:
            names: Each once.

        Returns:
            S3's code for each that could not be deleted.

        Raises:
            BotoCoreError: Or ClientError; nothing could be tried at all.
        """
        if not names:
            return {}
        codes = self._delete_alone(*names) if len(names) == 1 else self._delete_many(names)
        return {name: code for name, code in codes.items() if code not in NOT_THERE}

    def _delete_alone(self, name: str) -> dict[str, str]:
        try:
            self._delete_one(name)
        except ClientError as exc:
            if error_code(exc) not in _ONLY_OF_THIS_NAME:
                raise
            return {name: error_code(exc)}
        return {}

    def _delete_one(self, name: str) -> None:
        self._server.ask(lambda client: client.delete_object(Bucket=self._bucket, Key=name))

    def _delete_many(self, names: Sequence[str]) -> dict[str, str]:
        """Many servers of other makers don't take such a request without Content-MD5, or at all."""
        if self._takes_many:
            try:
                return self._delete_together(names)
            except ClientError as exc:
                if not may_not_know_the_request(exc):
                    raise
            self._takes_many = False
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            codes = list(pool.map(self._code_of_deleting, names))
        return {name: code for name, code in zip(names, codes, strict=True) if code}

    def _delete_together(self, names: Sequence[str]) -> dict[str, str]:
        answer = self._server.ask(
            lambda client: client.delete_objects(
                Bucket=self._bucket,
                Delete={"Objects": [{"Key": name} for name in names], "Quiet": True},
            )
        )
        return {error["Key"]: error.get("Code", "") for error in answer.get("Errors", ())}

    def _code_of_deleting(self, name: str) -> str:
        """Empty where it is gone: one that stays holds up none of the others."""
        try:
            self._delete_one(name)
        except ClientError as exc:
            return error_code(exc)
        return ""
