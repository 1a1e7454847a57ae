"""Pictures by an image model on Amazon Bedrock."""
