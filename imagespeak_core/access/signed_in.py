"""One sign-in of a teacher, and which of them have ended."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

LONGEST_LIFE_S = 32 * 24 * 60 * 60
"""No sign-in lasts longer: Streamlit's own, with a school's account, ends after 31 days."""

MOST_ENDED = 5_000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One sign-in.

    Attributes:
        id: Tells it from all others, and opens nothing.
        account: Whose it is: the same for all sign-ins that one press ends everywhere.
        since_s: When it was, in Unix seconds.
        ends_s: When it is over by itself, in Unix seconds.
    """

    id: str
    account: str
    since_s: int
    ends_s: int


class Ended(BaseModel):
    """Sign-ins that count no more.

    Attributes:
        version: Of this form.
        ended: Single ones by their ids, with when they are over by themselves, in Unix seconds.
            At most 5,000; of more, those go that are over first.
        all_until: Accounts, with the Unix second up to which all their sign-ins have ended.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    version: Literal[1] = 1
    ended: Mapping[str, int] = {}
    all_until: Mapping[str, int] = {}

    def __contains__(self, one: SignedIn) -> bool:
        return one.id in self.ended or one.since_s <= self.all_until.get(one.account, -1)

    def joined(self, other: Ended, now_s: int) -> Ended:
        """What either knows, without what is over by itself.

        Args:
            other: Sign-ins that have ended, too.
            now_s: Unix seconds.
        """
        ended = {
            name: ends_s for name, ends_s in {**self.ended, **other.ended}.items() if ends_s > now_s
        }
        if len(ended) > MOST_ENDED:
            ended = dict(heapq.nlargest(MOST_ENDED, ended.items(), key=lambda pair: pair[1]))
        accounts = self.all_until.keys() | other.all_until.keys()
        until = {
            account: max(self.all_until.get(account, 0), other.all_until.get(account, 0))
            for account in sorted(accounts)
        }
        all_until = {
            account: at_s for account, at_s in until.items() if at_s + LONGEST_LIFE_S > now_s
        }
        return Ended(ended=ended, all_until=all_until)
