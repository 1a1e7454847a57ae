"""What people read where a call to a vision model fails."""

from __future__ import annotations

from types import MappingProxyType

from imagespeak_core.generators.bedrock.errors import PICTURE_SENTENCES, Sentences

_WITHOUT = "You can describe the picture without it."

VIEW_SENTENCES: Sentences = MappingProxyType(
    {
        **PICTURE_SENTENCES,
        "busy": "The model that looks at pictures is busy. Wait a minute, then try again.",
        "quota": (
            "This AWS account has used up its quota for this model. Wait a little, then try "
            "again. The owner can ask for more in AWS Service Quotas."
        ),
        "timeout": (
            "The model looked for too long, so we stopped waiting. It may have been paid for all "
            f"the same. {_WITHOUT}"
        ),
        "failed": f"The model that looks at pictures had a problem. {_WITHOUT}",
        "rejected": (
            "The model {model_id!r} did not take the picture. The owner should look at {setting}: "
            "the model must see pictures, and many ids need a prefix such as us. or eu. before "
            "them."
        ),
        "odd": (
            "AWS answered with something that we do not understand. If it happens again, tell the "
            f"owner. {_WITHOUT}"
        ),
        "access": (
            "This AWS account may not use the model {model_id!r}, or not yet. AWS opens a model "
            "at its first use; that can need up to 15 minutes. Wait, then try again. If that does "
            "not help, an administrator must use the model once in Bedrock's playground, and the "
            "owner must allow bedrock:InvokeModel for it, and for its inference profile where the "
            "id has a prefix such as us."
        ),
        "unreachable": (
            "There is no way to the model that looks at pictures in the AWS region {region!r}. "
            "Check the internet connection, then try again. If that does not help, the owner "
            "should check IMAGESPEAK_BEDROCK_REGION and the network."
        ),
        "cut": (
            "The connection to the model was cut before its answer arrived. It may have been paid "
            f"for all the same. {_WITHOUT}"
        ),
        "no certificate": (
            "No safe connection to the model that looks at pictures: its certificate could not be "
            "checked. The owner should check the computer's clock, the proxy and AWS_CA_BUNDLE."
        ),
    }
)
"""Each is shown as it is, by whoever asked the model to look."""
