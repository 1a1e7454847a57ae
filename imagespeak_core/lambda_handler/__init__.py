"""The core as an AWS Lambda: event → request → use case → status and body."""

from imagespeak_core.lambda_handler.door import lambda_handler

__all__ = ["lambda_handler"]
