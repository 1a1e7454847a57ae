"""Pictures and documents in a bucket of Amazon S3."""
