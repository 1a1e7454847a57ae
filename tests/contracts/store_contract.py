"""What every store must keep, whatever it keeps its pictures in.

Tests of reading put bytes in by the back door, tests of writing look at them there.
"""

from __future__ import annotations

import secrets

import pytest

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_addresses import AddressContract
from tests.contracts.store_backend import Backend, key_of
from tests.contracts.store_blobs import BlobContract
from tests.contracts.store_budget import BudgetContract
from tests.contracts.store_claims import ClaimContract
from tests.contracts.store_deleting import DeletingContract
from tests.contracts.store_documents import DocumentContract
from tests.contracts.store_listing import ListingContract
from tests.contracts.store_listing_all import ListingAllContract
from tests.contracts.store_previews import PreviewContract
from tests.contracts.store_racing import RacingContract
from tests.contracts.store_sentences import SentenceContract
from tests.contracts.store_spoken import SpokenContract
from tests.contracts.store_thousands import ThousandsContract
from tests.contracts.store_writing import WritingContract


class StoreContract(
    BlobContract,
    WritingContract,
    ListingContract,
    ListingAllContract,
    RacingContract,
    ClaimContract,
    AddressContract,
    PreviewContract,
    DeletingContract,
    DocumentContract,
    SpokenContract,
    SentenceContract,
    BudgetContract,
    ThousandsContract,
):
    """All of it. A subclass gives the fixture `backend`."""

    @pytest.fixture
    def session_id(self) -> str:
        return f"test-{secrets.token_hex(6)}-id"  # never ends in what reads as a date

    @pytest.fixture
    def store(self, backend: Backend) -> PictureStore:
        return backend.new_store()

    @pytest.fixture
    def documents(self, backend: Backend) -> Documents:
        return backend.new_documents()

    @pytest.fixture
    def claims(self, backend: Backend) -> Claims:
        return backend.new_claims()

    @pytest.fixture
    def key(self, session_id: str) -> ImageKey:
        return key_of(session_id)
