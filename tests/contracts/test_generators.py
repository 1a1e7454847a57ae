"""The generator contract on every backend."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from imagespeak_core.generators.base import ImageGenerator
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.generators.illustrator.workers import IllustratorPool
from tests.adapters.bedrock_rig import BedrockRig, bedrock_rig
from tests.contracts.generator_contract import SIZES, GeneratorContract


@pytest.fixture(scope="module")
def rig() -> Iterator[BedrockRig]:
    with bedrock_rig() as rig:
        yield rig


@pytest.fixture(scope="module")
def pool() -> Iterator[IllustratorPool]:
    pool = IllustratorPool()
    yield pool
    pool.close()


class TestBedrock(GeneratorContract):
    @pytest.fixture
    def generator(self, rig: BedrockRig) -> ImageGenerator:
        return rig.generator()


class TestIllustrator(GeneratorContract):
    @pytest.fixture
    def generator(self) -> ImageGenerator:
        return Illustrator()


class TestIllustratorPool(GeneratorContract):
    sizes = SIZES[3:]  # it passes on what an illustrator draws, whose sizes are all looked at above

    @pytest.fixture
    def generator(self, pool: IllustratorPool) -> ImageGenerator:
        return pool
