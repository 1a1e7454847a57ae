"""What ImageSpeak costs a month: `python -m tests.deploy.costs` prints deploy/README.md's table.

The prices of models, Transcribe and Polly are the code's own. Those of AWS's other services are for
US West (Oregon), in US dollars; read in 2026-11 from pages that quote AWS's, named beside each,
since AWS's own price lists could not be opened here.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from imagespeak_core.generators.bedrock.catalog import CORE, MODELS, ULTRA
from imagespeak_core.recognisers.transcribe import LEAST_PAID_S, PRICE_USD_A_SECOND
from imagespeak_core.viewers.bedrock.catalog import most_usd
from imagespeak_core.voices.polly.voice import PRICE_USD as POLLY_USD

VIEWER = "us.amazon.nova-lite-v1:0"
REGION = "us-west-2"
HOURS = Decimal(730)
MONTHS_KEPT = 12

# fortem.dev/blog/aws-fargate-pricing-real-costs (2026)
FARGATE_CPU_HOUR, FARGATE_GB_HOUR = Decimal("0.04048"), Decimal("0.004445")
# github.com/api-evangelist, amazon-elastic-load-balancing and amazon-secrets-manager (2026-09-20)
BALANCER_HOUR, BALANCER_UNIT_HOUR = Decimal("0.0225"), Decimal("0.008")
SECRET = Decimal("0.40")
# doit.com/aws-public-ipv4-price-increase-the-complete-guide
ADDRESS_HOUR = Decimal("0.005")
# cloudburn.io/blog/amazon-s3-pricing (2026-03); 100 GB a month go out for nothing
S3_GB, S3_WRITE, S3_READ = Decimal("0.023"), Decimal("0.000005"), Decimal("0.0000004")
OUT_GB, OUT_FREE_GB = Decimal("0.09"), Decimal(100)
# github.com/api-evangelist/aws-lambda, and its pages' examples; without the free first ones
LAMBDA_GB_S, LAMBDA_REQUEST = Decimal("0.0000166667"), Decimal("0.0000002")
# As AWS's pages had them before 2026; not read again
RATE_RULE, RATE_RULE_REQUEST = Decimal(6), Decimal("0.0000006")
DISK_AND_LOG = Decimal(1)


@dataclass(frozen=True, slots=True)
class School:
    """Who learns, for four weeks of five days.

    Attributes:
        name: In the table.
        learners: How many.
        busy_units: What the load balancer is used on average, in its own units.
    """

    name: str
    learners: int
    busy_units: Decimal

    @property
    def weeks(self) -> int:
        """Of all learners together."""
        return self.learners * 4


@dataclass(frozen=True, slots=True)
class Habits:
    """What one learner does in a week.

    Attributes:
        pictures: New ones.
        looks: Pictures that are there already, from the store.
        recordings: That are kept, and written down.
        recording_s: The length of each.
        spoken_characters: Of new sentences of model answers that are read aloud.
        picture_gb: A picture with its small one.
        recording_gb: A recording.
        requests: To the load balancer.
        writes: Requests that write to S3, or list it, for a new picture.
        reads: Requests that read from S3, for a new picture.
        per_look: Of each kind, for a look.
        lambda_s: That a Lambda takes for a new picture.
    """

    pictures: int = 5
    looks: int = 15
    recordings: int = 2
    recording_s: int = 60
    spoken_characters: int = 600
    picture_gb: Decimal = Decimal("0.0025")
    recording_gb: Decimal = Decimal("0.0005")
    requests: int = 600
    writes: int = 20
    reads: int = 20
    per_look: int = 3
    lambda_s: int = 10


CLASS = School("a class of 30", 30, Decimal("0.05"))
SCHOOL = School("a school of 1,000", 1000, Decimal(1))
HABITS = Habits()


def pictures(school: School, model_id: str) -> Decimal:
    """New pictures, by the price list of the code."""
    return MODELS[model_id].price_usd * HABITS.pictures * school.weeks


def seen(school: School) -> Decimal:
    """A model's look at each new picture: the most that it costs."""
    usd = most_usd(VIEWER, REGION)
    assert usd is not None
    return usd * HABITS.pictures * school.weeks


def drafts(school: School) -> Decimal:
    """First drafts by Amazon Transcribe."""
    paid_s = max(LEAST_PAID_S, HABITS.recording_s)
    return PRICE_USD_A_SECOND * paid_s * HABITS.recordings * school.weeks


def read_aloud(school: School) -> Decimal:
    """Sentences by Amazon Polly's neural voices."""
    return POLLY_USD["neural"] * HABITS.spoken_characters * school.weeks / 1_000_000


def store(school: School) -> Decimal:
    """S3 in the twelfth month, nothing deleted but recordings, and what browsers load from it."""
    new_gb = HABITS.picture_gb * HABITS.pictures * school.weeks
    recorded_gb = HABITS.recording_gb * HABITS.recordings * school.weeks
    shown = (HABITS.pictures + HABITS.looks) * school.weeks
    out_gb = max(Decimal(0), HABITS.picture_gb * shown - OUT_FREE_GB)
    new, looks = HABITS.pictures * school.weeks, HABITS.looks * school.weeks
    writes = HABITS.writes * new + HABITS.per_look * looks
    reads = HABITS.reads * new + HABITS.per_look * looks
    kept = S3_GB * (new_gb * MONTHS_KEPT + recorded_gb)
    return kept + S3_WRITE * writes + S3_READ * reads + OUT_GB * out_gb


def servers(school: School) -> Decimal:
    """Two tasks of 1 vCPU and 2 GB, the load balancer, its rate rule, and four addresses."""
    tasks = 2 * (FARGATE_CPU_HOUR + 2 * FARGATE_GB_HOUR) * HOURS
    balancer = (BALANCER_HOUR + BALANCER_UNIT_HOUR * school.busy_units) * HOURS
    rule = RATE_RULE + RATE_RULE_REQUEST * HABITS.requests * school.weeks
    return tasks + balancer + rule + 4 * ADDRESS_HOUR * HOURS + 2 * SECRET + DISK_AND_LOG


def as_lambda(school: School) -> Decimal:
    """The Lambda of 1 GB instead of servers, for who has a web page of their own."""
    calls = (HABITS.pictures + HABITS.looks) * school.weeks
    busy_s = HABITS.lambda_s * HABITS.pictures * school.weeks + HABITS.looks * school.weeks
    return LAMBDA_GB_S * busy_s + LAMBDA_REQUEST * calls


def on_aws(school: School) -> Decimal:
    """Servers, store, and pictures by the model that is `standard`."""
    return servers(school) + store(school) + pictures(school, CORE)


def dollars(usd: Decimal) -> str:
    """Whole dollars; below ten, cents too."""
    unit = Decimal(1) if usd >= 10 else Decimal("0.01")
    return f"${usd.quantize(unit, rounding=ROUND_HALF_UP):,}"


def table() -> str:
    """The table in Markdown."""
    rows = [
        ("two servers on Fargate, load balancer, rate rule", servers),
        ("or the Lambda alone, without the app's pages", as_lambda),
        ("the bucket, after a year", store),
        (f"new pictures, `{CORE}`", lambda school: pictures(school, CORE)),
        (f"or `{ULTRA}`", lambda school: pictures(school, ULTRA)),
        (f"a model looks at each (`{VIEWER}`), at most", seen),
        ("first drafts by Transcribe", drafts),
        ("model answers by Polly, neural", read_aloud),
        ("**servers, bucket and standard pictures together**", on_aws),
    ]
    lines = [f"| a month | {CLASS.name} | {SCHOOL.name} |", "|---|---|---|"]
    lines += [f"| {name} | {dollars(of(CLASS))} | {dollars(of(SCHOOL))} |" for name, of in rows]
    lines.append("| a computer of your own, pictures by the illustrator | $0 | $0 |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
