"""Deletes objects: together where a server takes that, else one by one."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from botocore.exceptions import ClientError

from imagespeak_core.aws.failures import error_code
from imagespeak_core.stores.s3.conditions import meaning
from imagespeak_core.stores.s3.errors import NOT_THERE, may_not_know_the_request
from imagespeak_core.stores.s3.lists import S3Lists
from imagespeak_core.stores.s3.server import S3Server

_AT_ONCE = 8
_ONLY_OF_THIS_NAME = {"AccessDenied", "403", *NOT_THERE}


class S3Deletions:
    """Deletes objects of one bucket. Safe to use from several threads."""

    def __init__(self, bucket: str, server: S3Server, lists: S3Lists) -> None:
        """Remember where.

        Args:
            bucket: Its name.
            server: Its server.
            lists: Of the same bucket.
        """
        self._bucket = bucket
        self._server = server
        self._lists = lists
        self._takes_many = True
        self._is_tried = False

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

    def delete_if(self, name: str, version: str) -> bool | None:
        """Delete an object whose ETag is still this one.

        A server of another maker may pass over the condition without a word.
        https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html (2026-11)

        Returns:
            False where it is another one by now; None where conditions may be refused.

        Raises:
            BotoCoreError: Or ClientError.
        """
        try:
            self._server.ask(
                lambda client: client.delete_object(Bucket=self._bucket, Key=name, IfMatch=version)
            )
        except ClientError as exc:
            if error_code(exc) in NOT_THERE:
                return True
            meant = meaning(exc)
            if meant in {"not as expected", "try again"}:
                return False
            # Others may refuse conditions with words that tell nothing.
            if meant == "something else" and self._server.is_amazons():
                raise
            return None
        return True

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
        """Many servers of other makers don't take such a request without Content-MD5, or at all.

        What is not said to be deleted is not believed, and at first neither is what is said.
        """
        left, codes = list(names), dict[str, str]()
        if self._takes_many:
            try:
                deleted, codes = self._delete_together(names)
                left = [name for name in names if name not in deleted | codes.keys()]
                if not self._is_tried and not self._server.is_amazons() and deleted:
                    left += deleted if self._lists.has(min(deleted)) else ()
                self._is_tried = True
            except ClientError as exc:
                if not may_not_know_the_request(exc):
                    raise
            self._takes_many = not left
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            alone = list(pool.map(self._code_of_deleting, left))
        return codes | {name: code for name, code in zip(left, alone, strict=True) if code}

    def _delete_together(self, names: Sequence[str]) -> tuple[set[str], dict[str, str]]:
        """The names that are said to be deleted, and the codes of those that are said to stay."""
        answer = self._server.ask(
            lambda client: client.delete_objects(
                Bucket=self._bucket, Delete={"Objects": [{"Key": name} for name in names]}
            )
        )
        stay = {error["Key"]: error.get("Code", "") for error in answer.get("Errors", ())}
        return {one["Key"] for one in answer.get("Deleted", ())}, stay

    def _code_of_deleting(self, name: str) -> str:
        """Empty where it is gone: one that stays holds up none of the others."""
        try:
            self._delete_one(name)
        except ClientError as exc:
            return error_code(exc)
        return ""
