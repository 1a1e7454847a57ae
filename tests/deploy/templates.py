"""CloudFormation templates as AWS would fill them in, as far as ours go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cfnlint.decode import cfn_yaml  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[2]
ACCOUNT = "123456789012"
REGION = "us-west-2"
BUCKET = "pictures-of-school"
PSEUDO = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::StackName": "school",
    "AWS::URLSuffix": "amazonaws.com",
}
WITHOUT_DEFAULT = {
    "Bucket": BUCKET,
    "Name": BUCKET,
    "CodeBucket": "packages",
    "CodeKey": "lambda.zip",
    "CorsOrigin": "https://www.school.org",
    "Tag": "1",
    "Vpc": "vpc-1",
    "VpcCidr": "172.31.0.0/16",
    "FirstSubnet": "subnet-1",
    "SecondSubnet": "subnet-2",
    "Certificate": f"arn:aws:acm:{REGION}:{ACCOUNT}:certificate/1",
}

_NOTHING = object()


@cache
def template(name: str) -> dict[str, Any]:
    """One of `deploy/`, its short forms (`!Ref`) written out."""
    content: dict[str, Any] = cfn_yaml.load(str(ROOT / "deploy" / f"{name}.yaml"))
    return content


def resources(name: str, **parameters: str) -> dict[str, Any]:
    """The resources of a template, each with its properties, filled in."""
    known = template(name).get("Parameters", {})
    values = PSEUDO | {key: str(one.get("Default", "")) for key, one in known.items()}
    values |= {key: value for key, value in WITHOUT_DEFAULT.items() if key in known} | parameters
    filled: dict[str, Any] = _Filled(template(name), values).of(template(name)["Resources"])
    return filled


@dataclass(frozen=True)
class _Filled:
    template: dict[str, Any]
    values: dict[str, str]

    def of(self, node: Any) -> Any:
        if isinstance(node, list):
            return [one for one in map(self.of, node) if one is not _NOTHING]
        if not isinstance(node, dict):
            return str(node) if isinstance(node, str) else node
        if len(node) == 1:
            [(name, argument)] = node.items()
            if name == "Ref" or name.startswith("Fn::"):
                return self._function(str(name), argument)
        filled = {str(key): self.of(value) for key, value in node.items()}
        return {key: value for key, value in filled.items() if value is not _NOTHING}

    def _function(self, name: str, argument: Any) -> Any:
        match name:
            case "Ref" if argument == "AWS::NoValue":
                return _NOTHING
            case "Ref":
                return self.values.get(argument, f"<{argument}>")
            case "Fn::GetAtt":
                return f"<{'.'.join(argument)}>"
            case "Fn::Sub":
                return re.sub(r"\$\{([\w.:]+)\}", self._named, argument)
            case "Fn::If":
                condition, then, otherwise = argument
                return self.of(then if self._holds(condition) else otherwise)
        raise NotImplementedError(name)

    def _named(self, match: re.Match[str]) -> str:
        return self.values.get(match[1], f"<{match[1]}>")

    def _holds(self, condition: str) -> bool:
        return self._true(self.template["Conditions"][condition])

    def _true(self, node: Any) -> bool:
        [(name, argument)] = node.items()
        if name == "Fn::Not":
            return not self._true(argument[0])
        assert name == "Fn::Equals", name
        left, right = map(self.of, argument)
        return bool(left == right)
