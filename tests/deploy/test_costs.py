"""The table of what it costs is what the code's own prices give."""

from __future__ import annotations

import re
from decimal import Decimal

from imagespeak_core.generators.bedrock.catalog import CORE, MODELS
from tests.deploy import costs
from tests.deploy.templates import ROOT, resources

DEPLOYING = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_printed_by_the_code() -> None:
    assert f"\n{costs.table()}\n" in DEPLOYING


def test_a_class_pays_for_its_new_pictures_alone() -> None:
    made = 30 * 4 * costs.HABITS.pictures
    assert costs.pictures(costs.CLASS, CORE) == MODELS[CORE].price_usd * made == Decimal(24)


def test_the_servers_that_are_priced_are_those_of_the_template() -> None:
    task = resources("servers")["Task"]["Properties"]
    assert (task["Cpu"], task["Memory"]) == ("1024", "2048")
    assert resources("servers")["Service"]["Properties"]["DesiredCount"] == "2"
    function = resources("lambda")["Function"]["Properties"]
    assert function["MemorySize"] == 1024


def test_what_the_readme_says_of_it_is_in_the_table() -> None:
    said = re.findall(r"(a class of 30|a school of 1,000) some (\$[\d,]+)", README)
    of_name = {school.name: school for school in (costs.CLASS, costs.SCHOOL)}
    for name, usd in said:
        assert usd == costs.dollars(costs.on_aws(of_name[name]))
