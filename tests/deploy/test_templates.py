"""What the templates promise of bucket, Lambda and servers."""

from __future__ import annotations

from typing import Any

from uvicorn.main import main as uvicorn_command

from imagespeak_core.settings import Settings, setting_name
from imagespeak_core.settings.checks import BY_FUNCTION_URL, MIN_PIN_LENGTH, MIN_SECRET_LENGTH
from tests.deploy.templates import resources, template

OF_UVICORN = {"FORWARDED_ALLOW_IPS", "UVICORN_TIMEOUT_KEEP_ALIVE"}
SETTINGS = {setting_name(field) for field in Settings.model_fields}


def _properties(name: str, resource: str, **parameters: str) -> Any:
    return resources(name, **parameters)[resource]["Properties"]


def _container() -> Any:
    [app] = _properties("servers", "Task")["ContainerDefinitions"]
    return app


def _attributes(resource: str, kind: str) -> dict[str, str]:
    return {one["Key"]: one["Value"] for one in _properties("servers", resource)[kind]}


def test_the_bucket_is_private_encrypted_and_forgets() -> None:
    bucket = _properties("bucket", "Bucket")
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    assert "BucketOwnerEnforced" in str(bucket["OwnershipControls"])
    assert "AES256" in str(bucket["BucketEncryption"])
    assert not {"VersioningConfiguration", "ObjectLockEnabled", "LoggingConfiguration"} & set(
        bucket
    )
    assert resources("bucket")["Bucket"]["DeletionPolicy"] == "Retain"


def test_the_bucket_takes_tls_alone() -> None:
    [statement] = _properties("bucket", "TlsOnly")["PolicyDocument"]["Statement"]
    assert statement["Effect"] == "Deny"
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert statement["Resource"] == ["<Bucket.Arn>", "<Bucket.Arn>/*"]
    assert (statement["Principal"], statement["Action"]) == ("*", "s3:*")


def test_nothing_is_deleted_before_the_app_would() -> None:
    rules = _properties("bucket", "Bucket", RecordingDays="90")["LifecycleConfiguration"]["Rules"]
    days = {one["Prefix"]: one["ExpirationInDays"] for one in rules if "ExpirationInDays" in one}
    assert days == {"claims/": 1, "recordings/": "90", "attempts/": "90"}
    default = Settings.model_fields["recording_days"].default
    for name in ("bucket", "servers"):
        assert template(name)["Parameters"]["RecordingDays"]["Default"] == default


def test_the_lambda_is_asked_by_signed_requests_few_at_once_and_once_each() -> None:
    function = _properties("lambda", "Function", AtOnce="3")
    assert function["Handler"] == "imagespeak_core.lambda_handler.lambda_handler"
    assert function["Timeout"] == 150
    assert function["ReservedConcurrentExecutions"] == "3"
    assert _properties("lambda", "Url")["AuthType"] == "AWS_IAM"
    assert _properties("lambda", "OnlyOnce")["MaximumRetryAttempts"] == 0
    assert not [one for one in resources("lambda").values() if "Permission" in one["Type"]]


def test_an_account_that_may_reserve_nothing_for_the_lambda_can_have_it_all_the_same() -> None:
    assert "ReservedConcurrentExecutions" not in _properties("lambda", "Function", AtOnce="0")
    assert template("lambda")["Parameters"]["AtOnce"]["MinValue"] == 0


def test_who_calls_the_lambda_from_a_page_is_named_once() -> None:
    site = "https://www.school.org"
    url = _properties("lambda", "Url", CorsOrigin=site)
    assert url["Cors"]["AllowOrigins"] == [site]
    assert url["Cors"]["ExposeHeaders"] == ["retry-after"]
    function = _properties("lambda", "Function", CorsOrigin=site)
    assert function["Environment"]["Variables"]["IMAGESPEAK_CORS_ORIGIN"] == BY_FUNCTION_URL


def test_settings_there_are_settings_of_the_app_and_begin_as_they_come() -> None:
    variables = _properties("lambda", "Function")["Environment"]["Variables"]
    container = _container()
    of_servers = {one["Name"]: one["Value"] for one in container["Environment"]}
    secret = {one["Name"] for one in container["Secrets"]}
    assert secret == {"IMAGESPEAK_SECRET", "IMAGESPEAK_TEACHER_PIN"}
    assert variables.keys() | of_servers.keys() | secret <= SETTINGS | OF_UVICORN
    for name, value in (variables | of_servers).items():
        field = name.removeprefix("IMAGESPEAK_").lower()
        if field in {"bedrock_region", "standard_model", "premium_model"}:
            assert value == Settings.model_fields[field].default
    assert of_servers["FORWARDED_ALLOW_IPS"] == "172.31.0.0/16"


def test_the_budget_of_servers_and_lambda_is_the_one_that_counts_unset() -> None:
    budget = Settings(generator="bedrock", bucket="pictures").day_budget_usd
    for name in ("servers", "lambda"):
        assert template(name)["Parameters"]["BudgetUsdPerDay"]["Default"] == str(budget)


def test_secrets_that_are_made_are_long_enough() -> None:
    for name, least in (("Secret", MIN_SECRET_LENGTH), ("TeacherPin", MIN_PIN_LENGTH)):
        assert _properties("servers", name)["GenerateSecretString"]["PasswordLength"] >= least


def test_a_server_may_finish_and_each_browser_stays_at_one() -> None:
    assert _container()["StopTimeout"] == 120
    targets = _attributes("Targets", "TargetGroupAttributes")
    assert int(targets["deregistration_delay.timeout_seconds"]) >= 110
    assert targets["stickiness.enabled"] == "true"
    assert targets["stickiness.type"] == "lb_cookie"
    assert _properties("servers", "Targets")["HealthCheckPath"] == "/healthz"
    assert template("servers")["Parameters"]["Servers"]["Default"] == 2


def test_the_load_balancer_ends_tls_passes_the_host_on_and_waits() -> None:
    attributes = _attributes("Balancer", "LoadBalancerAttributes")
    assert int(attributes["idle_timeout.timeout_seconds"]) >= 60
    assert attributes["routing.http.preserve_host_header.enabled"] == "true"
    assert "access_logs.s3.enabled" not in attributes
    assert _properties("servers", "Tls")["Protocol"] == "HTTPS"
    [action] = _properties("servers", "Plain")["DefaultActions"]
    assert action["RedirectConfig"]["Protocol"] == "HTTPS"
    [hidden] = _properties("servers", "Inside")["Conditions"]
    assert "/_stcore/metrics" in hidden["PathPatternConfig"]["Values"]


def test_no_server_closes_a_connection_before_the_load_balancer_does() -> None:
    waits = _attributes("Balancer", "LoadBalancerAttributes")["idle_timeout.timeout_seconds"]
    of_server = {one["Name"]: one["Value"] for one in _container()["Environment"]}
    assert int(of_server["UVICORN_TIMEOUT_KEEP_ALIVE"]) > int(waits)
    known = {f"UVICORN_{one.name}".upper() for one in uvicorn_command.params}
    assert known >= OF_UVICORN - {"FORWARDED_ALLOW_IPS"}


def test_too_many_requests_of_one_address_are_refused() -> None:
    [rule] = _properties("servers", "RateRule", RequestsPer5Minutes="5000")["Rules"]
    assert rule["Statement"]["RateBasedStatement"]["Limit"] == "5000"
    assert rule["Statement"]["RateBasedStatement"]["AggregateKeyType"] == "IP"
    assert "Block" in rule["Action"]
    assert _properties("servers", "RateRuleOfBalancer")["ResourceArn"] == "<Balancer>"


def test_no_log_is_kept_for_ever_and_none_holds_names_of_sessions() -> None:
    for name in ("servers", "lambda"):
        assert int(_properties(name, "Log")["RetentionInDays"]) <= 90
    rate_rule = _properties("servers", "RateRule")
    shown = [one["VisibilityConfig"]["SampledRequestsEnabled"] for one in rate_rule["Rules"]]
    assert [rate_rule["VisibilityConfig"]["SampledRequestsEnabled"], *shown] == [False, False]


def test_the_way_to_a_server_and_its_disk_leads_through_the_load_balancer_alone() -> None:
    doors = {
        name: _properties("servers", name)["SecurityGroupIngress"]
        for name in ("BalancerDoor", "ServerDoor", "DiskDoor")
    }
    assert [one["SourceSecurityGroupId"] for one in doors["ServerDoor"]] == ["<BalancerDoor>"]
    assert [one["SourceSecurityGroupId"] for one in doors["DiskDoor"]] == ["<ServerDoor>"]
    assert {one["FromPort"] for one in doors["BalancerDoor"]} == {80, 443}
    assert {one["CidrIp"] for one in doors["BalancerDoor"]} == {"0.0.0.0/0"}
